"""An exception from one rule, as it is written: only with a reason and with somebody who answers
for it.
"""

from __future__ import annotations

from datetime import date

from dialogcli.model.commands import set_waiver
from dialogcli.model.day import Day
from dialogcli.model.errors import UsageError
from dialogcli.model.screen import line
from dialogcli.model.words import did_you_mean, same_word
from dialogcli.rulebook.model import Rulebook


def waiver(rulebook: Rulebook, rule_id: str, reason: str, by: str, today: date) -> dict[str, str]:
    """Field -> text. Raises UsageError when the rule is unknown or cannot be waived, or something
    is missing.
    """
    rule = next((rule for rule in rulebook.rules.values() if same_word(rule.id, rule_id)), None)
    if rule is None:
        raise UsageError(
            f"Regeln {rule_id} finns inte i regelverket.{did_you_mean(rule_id, rulebook.rules)}",
            "Inget är ändrat.",
        )
    if not rule.waivable:
        raise UsageError(
            f"Från {rule.id} går det inte att göra undantag: {rule.says}", "Inget är ändrat."
        )
    if not reason.strip() or not by.strip():
        raise UsageError(
            "Ett undantag behöver ett skäl och någon som svarar för det. Inget är ändrat.",
            line("Skriv så: ", set_waiver(rule.id)),
        )
    return {"av": by.strip(), "datum": str(Day.of(today)), "skäl": reason.strip()}
