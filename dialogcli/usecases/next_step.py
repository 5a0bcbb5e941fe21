"""The one command that comes next in a dialogue: a pure function of where it stands and of what has
been made of its answers, and those who look both up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

from dialogcli.base import commands
from dialogcli.base.dates import Day
from dialogcli.base.findings import DialogError, Severity
from dialogcli.base.screen import Command, Line
from dialogcli.base.words import count, same_word
from dialogcli.checking.feedback_due import Owed
from dialogcli.checking.remedies import remedy
from dialogcli.checking.survey import Outlook
from dialogcli.disk.folders import relative
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.reading import find_repository
from dialogcli.process.course import decider, open_points
from dialogcli.process.days import DayKind
from dialogcli.process.deciders import authority
from dialogcli.process.planned import Planned, sessions_in_plan
from dialogcli.process.standing import EntryState, Standing, lacking, waiting_for
from dialogcli.process.traces import forms_of, is_settled, sessions_step
from dialogcli.rulebook.model import (
    EVENTS,
    FEEDBACK,
    REFERRAL,
    RESULT,
    SESSIONS,
    Gate,
    Rulebook,
    Step,
)
from dialogcli.screens.left import left
from dialogcli.screens.next_step import NextStep, next_line


class Papers(IntEnum):
    """How far the documents for a decision have come."""

    NONE, DRAFTS, FINAL = range(3)


class Made(NamedTuple):
    """What has been made for the next decision: its documents, and the list of points for its
    meeting (`agenda`, as it is typed; '' for none).
    """

    papers: Papers = Papers.NONE
    agenda: str = ""


NOTHING_MADE = Made()


SESSION = "tillfälle"
"""What one item of the form of sessions is called."""


def asks_about(rulebook: Rulebook, *fields: str) -> list[Line]:
    """The last line of what is looked up before it is decided: the command that asks about the first
    of some fields that the rulebook has; none where it has none of them.
    """
    for name in fields:
        for form in rulebook.forms.values():
            mends = remedy(rulebook, f"{form.id}.{name}") if name in form.fields else ""
            if isinstance(mends, Command) and not form.items:
                return [next_line(NextStep(mends))]
    return []


def next_step(look: Outlook, made: Made = NOTHING_MADE) -> NextStep:
    """What comes next: the first thing that somebody can do now, else what is waited for."""
    if look.dossier.faults:
        number = count(len(look.dossier.faults), "fil", "filer")
        return NextStep(commands.check(), f"{number} går inte att läsa")
    found = list(_found(look, made))
    doable = [one for one in found if one.command]
    return next(iter([*doable, *found]), NextStep(None))


def _found(look: Outlook, made: Made) -> Iterator[NextStep]:
    """What can be done or is waited for, the most pressing first."""
    yield from _late_feedback(look)
    if look.standing.over:
        yield from _duties(look)
        yield NextStep(None, "", "avslutad")
        return
    yield from _past_sessions(look)
    yield from _points_to_answer(look)
    for state in look.standing.states.values():
        if _waits(state, look.standing):
            yield from _at(state, look, made)
    yield from _faults_left(look)
    if look.standing.current is None:
        yield NextStep(None, "", "avslutad")
    yield from _days_ahead(look)


def _duties(look: Outlook) -> Iterator[NextStep]:
    """What a no, or a stop, does not end."""
    for one in look.left:
        if one.severity is Severity.FEL and isinstance(one.remedy, Command):
            yield NextStep(one.remedy, f"Fel {one.rule}")


def _late_feedback(look: Outlook) -> Iterator[NextStep]:
    late = [one for one in look.owed if one.late(look.today)]
    for one in sorted(late, key=lambda owed: -owed.late(look.today)):
        days = count(one.late(look.today), "dag", "dagar")
        yield NextStep(
            commands.add(FEEDBACK),
            f"till {one.name}, försenad {days}",
            f"FÖRSENAD {days}: återkoppling till {one.name}",
        )


def _past_sessions(look: Outlook) -> Iterator[NextStep]:
    """The sessions that have been, and of which nothing is entered, or not what came of them."""
    dossier = look.dossier
    step, result = sessions_step(dossier.rulebook), dossier.answer(f"{RESULT}.datum")
    if step is None or (result and result.filled) or not look.standing.is_open(step.id):
        return
    for day in _that_have_been((one.day for one in _planned(look)), look):
        why = f"{_short(day)} är inte infört"
        yield NextStep(commands.add(SESSION), why, f"tillfället {why}")
    files = dossier.files.get(SESSIONS, ())
    for day in _that_have_been((one.day for one in files if not is_settled(one)), look):
        waits = f"svar på hur tillfället {_short(day)} gick"
        yield NextStep(commands.fill(SESSIONS), f"hur gick det {_short(day)}?", waits)


def _that_have_been(days: Iterable[Day | None], look: Outlook) -> list[Day]:
    """Those days that are not still to come."""
    return [day for day in days if day and day.last <= look.today]


def _points_to_answer(look: Outlook) -> Iterator[NextStep]:
    """What a decision that sent the matter back wants an answer to."""
    points = len(open_points(look.dossier))
    if points and REFERRAL in look.dossier.rulebook.forms:
        number = count(points, "punkt i återremissen", "punkter i återremissen")
        yield NextStep(commands.fill(REFERRAL), f"{number} saknar svar")


def _waits(state: EntryState, where: Standing) -> bool:
    """Whether a step or gate is open and not done. A gate is open too once what it sent back is
    written anew.
    """
    if state.done:
        return False
    if state.open:
        return not _sent_back(state, where)
    return (
        isinstance(state.entry, Gate)
        and bool(state.decision)
        and not waiting_for(where, state.entry)
    )


def _sent_back(state: EntryState, where: Standing) -> bool:
    """Whether a step has been done, and a decision sent it back: the points of that are asked."""
    gates = where.dossier.rulebook.gates()
    back = any(one.back_to == state.entry.id and where.states[one.id].decision for one in gates)
    return state.happened and back


def _planned(look: Outlook) -> list[Planned]:
    """The sessions that the plan names and that are not entered, by day."""
    return sorted(sessions_in_plan(look.dossier, look.today), key=lambda one: one.day.first)


def sessions_entered(look: Outlook) -> str:
    """`2 av 3 tillfällen är införda`; '' while there is none, entered or planned."""
    entered, left_over = len(look.dossier.files.get(SESSIONS, ())), len(_planned(look))
    if not entered + left_over:
        return ""
    noun = "tillfälle" if entered + left_over == 1 else "tillfällen"
    return f"{entered} av {entered + left_over} {noun} är {'infört' if entered == 1 else 'införda'}"


def _at(state: EntryState, look: Outlook, made: Made) -> Iterator[NextStep]:
    """What is to be done at an open step or gate."""
    if isinstance(state.entry, Gate):
        yield from _at_gate(state.entry, look, made)
        return
    forms = forms_of(state.entry)
    if SESSIONS in forms:
        yield from _sessions_to_come(look)
    elif FEEDBACK in forms:
        yield from _feedback_at(state.entry, look)
    else:
        yield from _questions_at(state.entry, look)


def _sessions_to_come(look: Outlook) -> Iterator[NextStep]:
    """The day that is waited for; else a session is to be entered."""
    days = [one.day for one in look.ahead if one.kind is DayKind.SESSION]
    days = sorted([*days, *(one.day for one in _planned(look))], key=lambda day: day.first)
    coming = [day for day in days if day.last >= look.today]
    yield from _questions(look, beforehand=True)
    if coming and coming[0].first > look.today:
        yield NextStep(None, f"före {_short(coming[0])}", f"tillfälle {_short(coming[0])}")
    else:
        held = bool(look.dossier.files.get(SESSIONS))
        which, waits = (
            ("ett till", "ett tillfälle till") if held else ("det första", "det första tillfället")
        )
        yield NextStep(commands.add(SESSION), which, f"väntar på {waits}")


def _feedback_at(step: Step, look: Outlook) -> Iterator[NextStep]:
    """Feedback that makes a step done: given now, unless it is planned for a later day."""
    owed = [one for one in look.owed if not one.held and _makes_done(step, one)]
    for one in owed:
        if one.planned and one.planned.first > look.today:
            day = _short(one.planned)
            yield NextStep(None, f"före {day}", f"återkoppling till {one.name} {day}")
        else:
            yield NextStep(commands.add(FEEDBACK), f"till {one.name}")
    if not owed:
        yield NextStep(commands.add(FEEDBACK))


def _makes_done(step: Step, owed: Owed) -> bool:
    """Whether a step is done by that feedback, or by any."""
    for path in (*step.done.filled, *step.done.values):
        form, *rest = path.split(".")
        if form == FEEDBACK and rest and (rest[0] == "*" or same_word(owed.audience, rest[0])):
            return True
    return False


def _questions_at(step: Step, look: Outlook) -> Iterator[NextStep]:
    """The questions of a step of answers; where nothing is asked, what the step lacks to be done."""
    found = list(_questions(look))
    if not found and (path := lacking(look.dossier, step.done)):
        mends = _asks(look.dossier, path.partition(".*")[0])
        found = [NextStep(mends, step.name, f"svar i {step.name}")]
    yield from found


def _asks(dossier: Dossier, path: str) -> Command:
    """The command that asks for an answer; of a form in which nothing stands yet, for all of it."""
    form = dossier.rulebook.forms.get(path.split(".")[0])
    files = dossier.files.get(form.id, ()) if form else ()
    empty = not any(answer.filled for file in files for answer in file.answers.values())
    mends = remedy(dossier.rulebook, path)
    if form and not form.items and empty:
        return commands.fill(form.id)
    return mends if isinstance(mends, Command) else commands.check()


def _questions(look: Outlook, *, beforehand: bool = False) -> Iterator[NextStep]:
    """That there are questions to answer. `beforehand`: none about what is still to happen."""
    paths = list(left(look).questions)
    if beforehand:
        paths = [path for path in paths if path.split(".")[0] not in EVENTS]
    if not paths:
        return
    number = count(len(paths), "fråga", "frågor")
    gate = look.gate if not look.far_off else None
    towards = f" till {gate.name}" if gate else ""
    day = f" {_short(look.gate_day)}" if gate and look.gate_day else ""
    yield NextStep(
        commands.fill(),
        f"{number} kvar{towards}",
        f"{number} kvar till beslut{day}" if gate else f"{number} kvar",
    )


def _at_gate(gate: Gate, look: Outlook, made: Made) -> Iterator[NextStep]:
    """What stands before a decision: what its basis lacks, its papers, its meeting, the decision."""
    if look.gate != gate:
        return
    before = [*_questions(look), *_faults(look)]
    if before:
        yield before[0]
        return
    day = look.gate_day
    waits = f"väntar på beslut{f' {_short(day)}' if day else ''}"
    if day and day.last < look.today:
        yield NextStep(commands.decide(gate.word), f"mötet var {day.seen_from(look.today)}", waits)
    else:
        yield _towards_meeting(gate, look, made)._replace(waits=waits)


def _towards_meeting(gate: Gate, look: Outlook, made: Made) -> NextStep:
    day = look.gate_day
    by_when = f"handlingarna till {_short(day) if day else gate.name}"
    if made.papers is Papers.NONE and _has_papers(gate, look):
        return NextStep(commands.render(), by_when)
    if made.papers is Papers.DRAFTS:
        return NextStep(commands.render_final(), by_when)
    organ = decider(look.standing, gate)
    if made.agenda:
        return NextStep(commands.decide_agenda(made.agenda), "efter mötet")
    if day and day.day and organ and not authority(gate, look.dossier).role:
        return NextStep(commands.agenda(organ, _typed(day, look.today)))
    return NextStep(commands.decide(gate.word), "när beslutet är fattat")


def _has_papers(gate: Gate, look: Outlook) -> bool:
    return any(one.before == gate.id for one in look.dossier.rulebook.documents)


def _faults(look: Outlook) -> Iterator[NextStep]:
    """What else is wrong on the way to the next decision, with the command that mends it."""
    wrong = left(look).faults
    for one in wrong:
        mends = one.remedy if isinstance(one.remedy, Command) else commands.check()
        yield NextStep(mends, f"Fel {one.rule}", count(len(wrong), "fel", "fel"))


def _faults_left(look: Outlook) -> Iterator[NextStep]:
    """Where nothing else is to be done, what a check finds wrong."""
    over = look.standing.current is None
    wrong, odd = (look.report.number_of(one) for one in (Severity.FEL, Severity.VARNING))
    what = f"{wrong} fel" if wrong else count(odd, "varning", "varningar")
    if wrong or (over and odd):
        yield NextStep(commands.check(), what, f"avslutad, {what}" if over else "")


def _days_ahead(look: Outlook) -> Iterator[NextStep]:
    for one in look.ahead:
        if one.day.first > look.today:
            yield NextStep(None, f"före {_short(one.day)}", f"{one.what} {_short(one.day)}".strip())


def made_in(folder: Path, look: Outlook, seen_from: Path) -> Made:
    """What has been made for the next decision of the dossier in a folder."""
    gate = look.gate
    if gate is None or _found_before(look):
        return NOTHING_MADE
    return Made(_papers(folder, gate, look), _agenda(folder, gate, look, seen_from))


def _found_before(look: Outlook) -> bool:
    """Whether something comes before the papers, so that nobody need look for them."""
    return any(True for _ in (*_questions(look), *_faults(look)))


def _papers(folder: Path, gate: Gate, look: Outlook) -> Papers:
    if not (folder / "handlingar").is_dir():
        return Papers.NONE
    from dialogcli.documents.choose import documents_of
    from dialogcli.usecases.word_files import read_manifest_in  # reads XML: only where files are

    try:
        made = read_manifest_in(folder)
    except DialogError:
        return Papers.NONE
    files = [one.file for one in documents_of(look.dossier) if one.spec.before == gate.id]
    if not files or not all(file in made for file in files):
        return Papers.NONE
    return Papers.DRAFTS if any(made[file].origin.draft for file in files) else Papers.FINAL


def _agenda(folder: Path, gate: Gate, look: Outlook, seen_from: Path) -> str:
    """The list of points of the meeting that is to decide, as it is typed; '' while there is none."""
    day, (organ, _) = look.gate_day, look.standing.planned(gate)
    root = find_repository(folder)
    if day is None or not organ or not (root / "moten").is_dir():
        return ""
    from dialogcli.dossier.meeting import FILE, MEETINGS_FOLDER, Meeting  # its writer is YAML's

    meeting = root / MEETINGS_FOLDER / Meeting(organ, day).name
    return relative(meeting, seen_from) if (meeting / FILE).is_file() else ""


def _short(day: Day | None) -> str:
    """`3 mars`, `mars 2027`: which year it is can be seen from the list."""
    if day is None:
        return ""
    return day.in_words if day.day is None else day.in_words.rpartition(" ")[0]


def _typed(day: Day, today: date) -> str:
    """A day as it is typed: without the year where it is the nearest of that name."""
    near = abs((day.first - today).days) < 150
    return f"{day.day}/{day.month}" if near else str(day)
