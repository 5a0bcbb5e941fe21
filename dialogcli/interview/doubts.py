"""What speaks against a date before it is written: decisions that are planned, and have to come
first.
"""

from __future__ import annotations

import re

from dialogcli.model.day import Day
from dialogcli.model.words import is_number
from dialogcli.process.standing import Standing
from dialogcli.process.traces import sessions_step
from dialogcli.rulebook.model import SESSIONS, Gate, Role, Rule, Rulebook

_DECISION = re.compile(r"beslut\.([^.]+)\.datum")
_FIRST_SESSION = "första_tillfälle"
_SESSION = f"{SESSIONS}.*.datum"


def orders(rulebook: Rulebook, path: str) -> list[Rule]:
    """The rules that say where the date at a path has to stand among others."""
    wanted = ".".join("*" if is_number(word) else word for word in path.split("."))
    return [
        rule
        for rule in rulebook.rules.values()
        if rule.kind.role is Role.DATES and wanted in rule.fields
    ]


def planned_doubts(standing: Standing, path: str, day: Day) -> list[str]:
    """A sentence for each decision that is planned for the same day or a later one, and has to be
    taken before.
    """
    found: dict[str, str] = {}
    for rule in standing.dossier.rulebook.rules.values():
        if rule.kind.role is Role.DATES and len(rule.fields) > 1 and _is_later(rule, path):
            gate = _gate(rule, standing)
            if gate and (doubt := _doubt(standing, gate, day)):
                found.setdefault(gate.id, f"{doubt} Det ska fattas först ({rule.row}).")
    for gate in _before_the_sessions(standing, path):
        if gate.id not in found and (doubt := _doubt(standing, gate, day)):
            found[gate.id] = f"{doubt} Det ska fattas först{_row(standing, gate)}."
    return list(found.values())


def _before_the_sessions(standing: Standing, path: str) -> list[Gate]:
    """The gates that people may not meet before, and that are not decided on, when the date is that
    of a session.
    """
    step = sessions_step(standing.dossier.rulebook)
    if step is None or not (path == _SESSION or path.endswith(f".{_FIRST_SESSION}")):
        return []
    states = [standing.states[one] for one in standing.all_before(step) if one not in step.unbound]
    return [one.entry for one in states if isinstance(one.entry, Gate) and not one.decision]


def _row(standing: Standing, gate: Gate) -> str:
    """` (V-27)`, the requirement that there is a decision at a gate."""
    for rule in standing.dossier.rulebook.rules.values():
        if rule.kind.role is Role.DECISION and rule.text("gate") == gate.id:
            return f" ({rule.row})"
    return ""


def _doubt(standing: Standing, gate: Gate, day: Day) -> str:
    """When a decision is planned that is not taken before a day; '' when it is, or is not planned."""
    _, planned = standing.planned(gate)
    if planned is None or planned.last < day.first:
        return ""
    when = "Samma dag fattas" if planned == day else f"Den {planned.in_words} fattas"
    return f"{when} {gate.name}."


def _is_later(rule: Rule, path: str) -> bool:
    """Whether the rule wants this date after a decision. The first session is one of the sessions."""
    return rule.fields[-1] == path or (
        path.endswith(f".{_FIRST_SESSION}") and rule.fields[-1] == _SESSION
    )


def _gate(rule: Rule, standing: Standing) -> Gate | None:
    """The gate whose decision comes first, unless it is taken already."""
    match = _DECISION.fullmatch(rule.fields[-2])
    gate = standing.dossier.rulebook.entries.get(match[1]) if match else None
    return gate if isinstance(gate, Gate) and not standing.states[gate.id].decision else None
