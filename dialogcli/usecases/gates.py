"""Which decision somebody means by the word that they typed."""

from __future__ import annotations

from dialogcli.base.findings import UsageError
from dialogcli.base.words import did_you_mean
from dialogcli.rulebook.model import Gate, Rulebook


def gate_called(rulebook: Rulebook, typed: str) -> Gate:
    """The gate that was typed. Raises UsageError that lists those there are."""
    gate = rulebook.gate_called(typed)
    if gate is None:
        words = [one.word for one in rulebook.gates()]
        meant = did_you_mean(typed, words)
        raise UsageError(
            f"Beslutet {typed} finns inte i regelverket.{meant}", f"  {', '.join(words)}"
        )
    return gate
