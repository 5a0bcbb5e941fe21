"""Everything that lies ahead of a dialogue with its deadlines, and what of it cannot be met."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.words import listed
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organisation import Organisation
from dialogcli.process.days import Ahead, DayKind
from dialogcli.process.deadlines import Deadline, DecidingMeeting, Due, manuscript_day, of_meeting
from dialogcli.process.deciders import authority, organ_name, organ_type
from dialogcli.process.standing import Standing
from dialogcli.process.workdays import Workdays
from dialogcli.rulebook.model import Gate

_HELD_ANYHOW = ("", "lördag", "söndag", "klämdag")
"""Days on which people come to a session, though nobody works."""


class Schedule(NamedTuple):
    """All deadlines by day, and sentences about what cannot be met."""

    deadlines: tuple[Deadline, ...]
    warnings: tuple[str, ...]


def schedule(
    standing: Standing, ahead: tuple[Ahead, ...], organisation: Organisation, today: date
) -> Schedule:
    """The deadlines around everything that lies ahead of a dialogue and has a day, and what cannot
    be met.
    """
    meetings = [one for one in meetings_ahead(standing, ahead) if one.day >= today]
    deadlines = [one for meeting in meetings for one in of_meeting(meeting, organisation)]
    for meeting in _held(standing):
        minutes = of_meeting(meeting, organisation)
        deadlines += [
            one for one in minutes if one.due in (Due.ADJUSTMENT, Due.POSTING) and one.day >= today
        ]
    deadlines += dict.fromkeys(
        [*_of_the_dossier(ahead), *_planned_feedback(standing.dossier, today)]
    )
    warnings = [
        *_on_free_days(meetings, ahead, organisation),
        *_passed(meetings, organisation, today),
        *_out_of_turn(standing, meetings, organisation),
        *_too_late_for(ahead, meetings, organisation),
        *_not_reported(ahead, today),
    ]
    order = list(Due)
    return Schedule(
        tuple(sorted(deadlines, key=lambda one: (one.day, order.index(one.due)))), tuple(warnings)
    )


def next_papers(
    standing: Standing,
    ahead: tuple[Ahead, ...],
    organisation: Organisation,
    today: date,
) -> tuple[Ahead, ...]:
    """What must be ready before the meeting that is to take the next decision, as days ahead among
    the others.
    """
    gate = standing.next_gate
    if gate is None:
        return ()
    for meeting in meetings_ahead(standing, ahead):
        if gate.name in meeting.matters and meeting.day >= today:
            return tuple(
                Ahead(Day.of(one.day), DayKind.DEADLINE, one.what, one.organ)
                for one in of_meeting(meeting, organisation)
                if one.due in (Due.MANUSCRIPT, Due.SUMMONS)
            )
    return ()


def around(meeting: DecidingMeeting, organisation: Organisation, today: date) -> Schedule:
    """The deadlines around one meeting, and what cannot be met."""
    warnings = [
        *_on_free_days([meeting], (), organisation),
        *_passed([meeting], organisation, today),
    ]
    return Schedule(
        tuple(of_meeting(meeting, organisation)), tuple(warnings) if meeting.day >= today else ()
    )


def meetings_ahead(standing: Standing, ahead: tuple[Ahead, ...]) -> list[DecidingMeeting]:
    """The meetings that are to decide; decisions of one organ on one day share theirs. A month
    alone is no day.
    """
    decisions = [one for one in ahead if one.kind is DayKind.DECISION and one.day.day is not None]
    rulebook = standing.dossier.rulebook
    single = {gate.name for gate in rulebook.gates() if _decides_alone(standing, gate)}
    meetings = []
    for (day, organ), group in groupby(decisions, key=lambda one: (one.day.first, one.organ)):
        matters = tuple(one.what for one in group)
        type_ = organ_type(rulebook, organ)
        meetings.append(DecidingMeeting(day, organ, type_, matters, single.issuperset(matters)))
    return meetings


def _decides_alone(standing: Standing, gate: Gate) -> bool:
    """Whether a single person decides at a gate, and no meeting."""
    return bool(authority(gate, standing.dossier).role)


def _held(standing: Standing) -> list[DecidingMeeting]:
    """The meetings that have decided, whose minutes may still be waiting; once each."""
    rulebook = standing.dossier.rulebook
    found = {}
    for state in standing.states.values():
        day = state.decision.day if state.decision else None
        if isinstance(state.entry, Gate) and _decides_alone(standing, state.entry):
            continue
        if state.decision and day and day.day is not None:
            answer = state.decision.answers.get("organ")
            organ = organ_name(rulebook, answer.text) if answer else ""
            found[day, organ] = DecidingMeeting(day.first, organ, organ_type(rulebook, organ))
    return list(found.values())


def _of_the_dossier(ahead: tuple[Ahead, ...]) -> Iterator[Deadline]:
    for one in ahead:
        if one.day.day is None:
            continue
        if one.kind is DayKind.SESSION:
            place = f", {one.what}" if one.what else ""
            yield Deadline(one.day.first, Due.SESSION, f"dialogtillfälle{place}")
        elif one.kind is DayKind.FEEDBACK:
            yield Deadline(one.day.first, Due.FEEDBACK, f"återkoppling till: {one.what}")
        elif one.kind is DayKind.FOLLOW_UP:
            yield Deadline(one.day.first, Due.FOLLOW_UP, one.what, told=one.organ)


def _planned_feedback(dossier: Dossier, today: date) -> Iterator[Deadline]:
    """The days on which the plan says that people will hear what came of it."""
    for file in dossier.all_files():
        plan = file.answers.get("återkopplingsplan")
        for row in plan.rows if plan else ():
            whom, when = row.part("till_vem"), row.part("datum")
            day = when.day if when else None
            if day and day.day is not None and day.first >= today:
                to_whom = whom.text if whom else ""
                yield Deadline(day.first, Due.FEEDBACK, f"återkoppling till: {to_whom}")


def _on_free_days(
    meetings: list[DecidingMeeting], ahead: tuple[Ahead, ...], organisation: Organisation
) -> Iterator[str]:
    """A meeting on any free day, and a session on a holiday: those are held on Saturdays too."""
    days = Workdays(organisation)
    for meeting in meetings:
        free = days.free(meeting.day)
        if free and not meeting.alone:
            yield f"Sammanträdet {Day.of(meeting.day).in_words} ligger på en ledig dag: {free}."
    for one in ahead:
        free = days.free(one.day.first)
        if one.kind is DayKind.SESSION and one.day.day and free not in _HELD_ANYHOW:
            yield f"Dialogtillfället {one.day.in_words} ligger på en ledig dag: {free}."


def _passed(
    meetings: list[DecidingMeeting], organisation: Organisation, today: date
) -> Iterator[str]:
    """Papers and summons whose last day has been, though the meeting has not."""
    for meeting in meetings:
        for one in of_meeting(meeting, organisation):
            if one.day < today and one.due in (Due.MANUSCRIPT, Due.SUMMONS):
                yield (
                    f"{one.due.capitalize()} till {meeting.organ or 'sammanträdet'} "
                    f"{Day.of(meeting.day).in_words} var {Day.of(one.day).in_words}."
                )


def _out_of_turn(
    standing: Standing, meetings: list[DecidingMeeting], organisation: Organisation
) -> Iterator[str]:
    """Papers that are due before the decision that they rest on has been taken."""
    gates = {
        gate.name: gate
        for gate in standing.dossier.rulebook.gates()
        if not standing.is_done(gate.id)
    }
    planned = []
    for meeting in meetings:
        planned += [(gate, meeting) for name, gate in gates.items() if name in meeting.matters]
    for gate, meeting in planned:
        papers = manuscript_day(meeting, organisation)
        for earlier, before in planned:
            if papers <= before.day < meeting.day and standing.comes_before(earlier.id, gate.id):
                yield (
                    f"Handlingarna till {gate.name} ska vara klara {Day.of(papers).in_words}, men "
                    f"{earlier.name} fattas först {Day.of(before.day).in_words}."
                )


def _too_late_for(
    ahead: tuple[Ahead, ...], meetings: list[DecidingMeeting], organisation: Organisation
) -> Iterator[str]:
    """Sessions whose results cannot be among the papers to the last decision, the one that the
    dialogue is for.
    """
    last = max(meetings, key=lambda one: one.day, default=None)
    if last is None:
        return
    papers = manuscript_day(last, organisation)
    for one in ahead:
        if one.kind is DayKind.SESSION and papers <= one.day.first <= last.day:
            yield (
                f"Dialogtillfället {one.day.in_words} kommer inte med i underlaget till {listed(last.matters)}. "
                f"Handlingarna ska vara klara {Day.of(papers).in_words}."
            )


def _not_reported(ahead: tuple[Ahead, ...], today: date) -> Iterator[str]:
    """Follow-ups whose day has been, though no organ has heard of them."""
    for one in ahead:
        if one.kind is DayKind.FOLLOW_UP and one.late(today):
            where = f" i {one.organ}" if one.organ else ""
            yield f"Inte anmäld{where}: {one.what}. Den var planerad till {one.day.in_words}."
