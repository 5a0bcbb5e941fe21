"""What it takes to meet a rule, in plain Swedish."""

from __future__ import annotations

from dialogcli.dossier.shelf import of_register, shelf_rulebook
from dialogcli.model.words import listed
from dialogcli.rulebook.model import Rule, Rulebook
from dialogcli.rulebook.names import RulebookNames


def satisfied_by(rule: Rule, rulebook: Rulebook) -> str:
    """A part of a sentence that follows on `Uppfylls:`; names from the rulebook stand in quotation
    marks.
    """
    names = RulebookNames(shelf_rulebook(rulebook) if of_register(rule, rulebook) else rulebook)
    text = rule.kind.says(rule, names)
    if rule.unless:
        text += f", eller när skälet står i {names.field(rule.unless)}"
    return text


def applies_when(rule: Rule, rulebook: Rulebook) -> str:
    """`när "Deltagare" är barn eller unga`; '' for a rule that always applies."""
    names = RulebookNames(rulebook)
    conditions = [
        f"{names.field(path)} är {listed(names.values(values, path), 'eller')}"
        for path, values in rule.when.items()
    ]
    return f"när {listed(conditions)}" if conditions else ""
