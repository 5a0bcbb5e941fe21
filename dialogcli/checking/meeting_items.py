"""What one dialogue brings to a meeting of an organ: decisions to take, things to report, and what
is not ready.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from dialogcli.base.dates import Day
from dialogcli.base.findings import Severity
from dialogcli.base.words import listed, same_word
from dialogcli.checking.feedback_due import Owed
from dialogcli.checking.report import for_gate
from dialogcli.checking.survey import Dialogue
from dialogcli.dossier.model import REPORTED, Dossier, FormFile
from dialogcli.dossier.select import latest_decision, leaves, select
from dialogcli.process.days import awaited, day_of
from dialogcli.process.deciders import authority, same_organ
from dialogcli.process.standing import EntryState, Standing, waiting_for
from dialogcli.rulebook.model import DECISIONS, FEEDBACK, RESULT, TO_HOLD_IT, Gate

_ELECTED = "förtroendevalda"
_CARRYING = (
    f"{DECISIONS}.{TO_HOLD_IT}.genomförande_organ",
    f"{DECISIONS}.{TO_HOLD_IT}.deltagande_organ",
)


class Matter(NamedTuple):
    """A decision to take."""

    item: Dialogue
    gate: Gate


class Notice(NamedTuple):
    """Something to report: the decision that one person took at a gate, or feedback to an audience
    (its key), or how it goes with what was adopted (`follow_up`: the path of the table that says
    when).
    """

    item: Dialogue
    gate: Gate | None = None
    audience: str = ""
    follow_up: str = ""


class LeftOut(NamedTuple):
    """Something meant for the meeting that is not ready for it, and why, as sentences.

    `gate` is None for a result to report.
    """

    item: Dialogue
    gate: Gate | None
    why: str


Business: TypeAlias = Matter | Notice | LeftOut


def business(item: Dialogue, organ: str, day: Day) -> Iterator[Business]:
    """All that a dialogue brings to an organ (by name) on a day, in the order of its process."""
    for state in item.look.standing.states.values():
        if isinstance(state.entry, Gate):
            yield from _to_decide(item, state, state.entry, organ, day)
    for state in item.look.standing.states.values():
        if isinstance(state.entry, Gate) and _is_to_report(item, state, organ, day):
            yield Notice(item, state.entry)
    for event in item.look.owed:
        yield from _to_present(item, event, organ, day)
    for state in item.look.standing.states.values():
        if isinstance(state.entry, Gate) and _is_to_follow_up(item, state.entry, organ, day):
            yield Notice(item, follow_up=state.entry.follow_up)


def pending_event(dossier: Dossier, audience: str) -> FormFile | None:
    """The feedback to an audience that is to be given next; None when none of it is planned."""
    files = [
        file
        for file in dossier.files.get(FEEDBACK, ())
        if same_word(file.key, audience) and not file.answers["datum"].filled
    ]
    return min(
        files, key=lambda file: (file.answers["planerad"].text or "9999", file.file), default=None
    )


def _to_decide(
    item: Dialogue, state: EntryState, gate: Gate, organ: str, day: Day
) -> Iterator[Business]:
    """A gate whose day this is, or which has no day of its own and is ready for one; one whose day
    is past is named.
    """
    where = item.look.standing
    if state.done or not _is_for(item, gate, organ):
        return
    planned, why = day_of(where, state), _unready(item, where, gate)
    if planned is None or _falls_on(planned, day):
        if not why:
            yield Matter(item, gate)
        elif planned:
            yield LeftOut(item, gate, why)
    elif planned.last < item.look.today and not waiting_for(where, gate):
        yield LeftOut(
            item,
            gate,
            f"Beslutet var planerat till {planned.in_words}, men är inte infört. "
            "För in det, eller planera en ny dag i dossier.yaml.",
        )


def _is_for(item: Dialogue, gate: Gate, organ: str) -> bool:
    """Whether the organ itself, and no one person in its name, is to decide at a gate."""
    where, dossier = item.look.standing, item.look.dossier
    if where.over or authority(gate, dossier).role:
        return False
    return same_organ(dossier.rulebook, where.planned(gate)[0], organ)


def _unready(item: Dialogue, where: Standing, gate: Gate) -> str:
    if errors := for_gate(item.look.report, gate).number_of(Severity.FEL):
        return f"Underlaget har {errors} fel."
    waiting = waiting_for(where, gate)
    return f"Det här är inte klart: {listed(entry.name for entry in waiting)}." if waiting else ""


def _is_to_report(item: Dialogue, state: EntryState, organ: str, day: Day) -> bool:
    """Whether one person has decided in an organ's name, and the organ has not been told.

    Of a dialogue that is all over nothing more is reported.
    """
    decision = state.decision
    if decision is None or item.look.standing.current is None or not _filled(decision, "roll"):
        return False
    if decision.day is None or decision.day.last > day.first or _filled(decision, REPORTED):
        return False
    return same_organ(item.look.dossier.rulebook, decision.answers["organ"].text, organ)


def _is_to_follow_up(item: Dialogue, gate: Gate, organ: str, day: Day) -> bool:
    """Whether the next follow-up is due by the day; that goes on when all else of a dialogue is
    over.
    """
    return any(
        due.planned.first <= day.first and same_organ(item.look.dossier.rulebook, due.organ, organ)
        for due in awaited(item.look.standing, gate)[:1]
    )


def _to_present(item: Dialogue, event: Owed, organ: str, day: Day) -> Iterator[Business]:
    """Feedback to an organ that is planned for the day, late, or due without a day."""
    if event.held or not _is_addressed(item.look.dossier, event, organ):
        return
    is_the_day = event.planned is not None and _falls_on(event.planned, day)
    if not event.due:
        if is_the_day:
            yield LeftOut(item, None, "Resultatet är inte sammanställt.")
    elif is_the_day or event.planned is None or event.late(item.look.today):
        errors = _errors_of_result(item)
        if errors:
            yield LeftOut(item, None, f"Underlaget har {errors} fel.")
        else:
            yield Notice(item, audience=event.audience)


def _falls_on(planned: Day, day: Day) -> bool:
    """Whether a planned day, or month, is or holds that day."""
    return planned.first <= day.first <= planned.last


def _errors_of_result(item: Dialogue) -> int:
    errors = [one for one in item.look.report.findings if one.severity is Severity.FEL]
    return sum(one.path.split(".")[0] == RESULT for one in errors)


def _is_addressed(dossier: Dossier, event: Owed, organ: str) -> bool:
    """Whether an audience is this organ: by its name, or as those who were elected and carry the
    dialogue.
    """
    if same_organ(dossier.rulebook, event.name, organ):
        return True
    return same_word(event.audience, _ELECTED) and any(
        same_organ(dossier.rulebook, one, organ) for one in _carriers(dossier)
    )


def _carriers(dossier: Dossier) -> list[str]:
    """The organs that carry out or take part in a dialogue; where no decision says, the one that
    decided on it.
    """
    named = [answer.text for path in _CARRYING for answer in leaves(select(dossier, path))]
    first = latest_decision(dossier, TO_HOLD_IT)
    return named or ([first.answers["organ"].text] if first else [])


def _filled(decision: FormFile, name: str) -> bool:
    return name in decision.answers and decision.answers[name].filled
