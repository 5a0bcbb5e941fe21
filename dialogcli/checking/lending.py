"""Which of a rulebook's own rules has the word where the engine itself finds something."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dialogcli.checking.scene import Scene, holds
from dialogcli.dossier.model import Answer
from dialogcli.model.finding import Citation
from dialogcli.process.standing import Standing
from dialogcli.rulebook.model import Entry, Role, Rule


class Lent(NamedTuple):
    """The id and the source that a finding carries."""

    id: str
    source: Citation | None


def of_gate(where: Standing, gate: Entry, otherwise: str) -> Lent:
    """Those of the rule that the gate is to be decided on, else the sentence that the rulebook
    gives for it, under an id of the engine's own.
    """
    rules = [
        rule
        for rule in where.dossier.rulebook.rules.values()
        if rule.kind.role is Role.DECISION and rule.text("gate") == gate.id
    ]
    applying = [rule for rule in rules if _applies(where, rule)]
    if rules:
        rule = (applying or rules)[0]
        return Lent(rule.id, rule.source)
    return Lent(otherwise, gate.source)


def refusing(where: Standing, answer: Answer) -> Rule | None:
    """The rule that says what an answer means which puts the matter outside the policy."""
    for rule in where.dossier.rulebook.rules.values():
        judges_it = rule.kind.refuses and answer.path in rule.fields
        if judges_it and holds(answer, rule.texts("values")) and _applies(where, rule):
            return rule
    return None


def _applies(where: Standing, rule: Rule) -> bool:
    return Scene(where.dossier, where, rule, date.min).applies()
