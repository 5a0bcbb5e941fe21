"""The short name of a rule."""

from __future__ import annotations

from dialogcli.model.words import listed
from dialogcli.rulebook.model import Rule, Rulebook


def rule_title(rule: Rule, rulebook: Rulebook) -> str:
    """What it says; of rules that say the same sentence about different fields, the name of the
    field.
    """
    alike = [one for one in rulebook.rules.values() if one.says == rule.says]
    fields = [field for path in rule.fields if (field := rulebook.field_at(path))]
    if len(alike) > 1 and fields:
        return listed(dict.fromkeys(field.label for field in fields))
    return rule.says.rstrip(".")
