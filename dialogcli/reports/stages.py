"""How far a step, a gate or a whole dialogue has come, in words."""

from __future__ import annotations

from dialogcli.model.words import count
from dialogcli.process.course import Stage, Waypoint, outcome_of
from dialogcli.process.standing import Standing
from dialogcli.rulebook.model import Gate

_STAGES = {
    Stage.DONE: "klart",
    Stage.ONGOING: "PÅGÅR",
    Stage.NEXT: "nästa beslut",
    Stage.COMING: "kommande",
    Stage.MISSING: "beslut saknas",
    Stage.VOID: "inte aktuellt",
}
_OUTCOMES = {
    "avslag": "avslagen",
    "återremiss": "återremitterad",
    "bordläggning": "bordlagd",
    "komplettering": "ska kompletteras",
}
"""What a matter is after an outcome of that name; of others the outcome itself is said."""

ENDED, NO_DIALOGUE = "Avslutad", "Ej dialog"


def stage_text(one: Waypoint) -> str:
    """`klart, bifall § 4`, `PÅGÅR`, `återremitterad 2027-03-03 § 17`."""
    paragraph = f" § {one.paragraph}" if one.paragraph else ""
    match one.stage:
        case Stage.DONE if one.outcome:
            return f"klart, {spoken(one.outcome)}{paragraph}"
        case Stage.SENT_BACK | Stage.POSTPONED:
            return (
                f"{outcome_text(one.outcome)}{f' {one.decided}' if one.decided else ''}{paragraph}"
            )
        case Stage.ENDED:
            return f"{outcome_text(one.outcome)}{paragraph}" if one.outcome else "avslutad här"
    return _STAGES[one.stage]


def day_text(one: Waypoint) -> str:
    """The day; `saknas` where one could be given, else `-`."""
    return str(one.day) if one.day else "saknas" if one.expects_day else "-"


def outcome_text(outcome: str) -> str:
    """`avslagen`, `bordlagd`, `vilande`."""
    return _OUTCOMES.get(outcome, spoken(outcome))


def spoken(word: str) -> str:
    """A stored word as it is said: `igångsätts inte`."""
    return word.replace("_", " ")


def step_text(standing: Standing) -> str:
    """Where a whole dialogue stands, in a word for a list: `Planering`, `Avslagen`, `Ej dialog`,
    `Avslutad`.
    """
    ended = standing.ended
    if ended is None:
        return standing.current.name if standing.current else ENDED
    if not isinstance(ended, Gate):
        return NO_DIALOGUE
    return outcome_text(outcome_of(ended, standing.states[ended.id])).capitalize()


def days(number: int) -> str:
    """`1 dag`, `24 dagar`."""
    return count(number, "dag", "dagar")
