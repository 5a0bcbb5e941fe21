"""`dialog decide --agenda`: what a meeting decided, point by point, into each dossier and into the
meeting's record; what was reported to an organ is noted, so that it is not reported again.

Every point is settled before the next is asked about.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dialogcli.base.characters import shown
from dialogcli.base.commands import check, decide_agenda, decide_at, list_all
from dialogcli.base.findings import DialogError, UnreadableError, UsageError, hint_line
from dialogcli.base.screen import (
    Kept,
    Tone,
    broken_off,
    command_text,
    done,
    heading,
    line,
    remark,
    screen,
)
from dialogcli.checking.meeting_items import pending_event
from dialogcli.disk.folders import inside, relative
from dialogcli.dossier.change import write_answer
from dialogcli.dossier.meeting import (
    NOT_TAKEN_UP,
    NOTED,
    POINT_PARAGRAPH,
    Meeting,
    Point,
    PointKind,
)
from dialogcli.dossier.model import DAY, ORGAN, OUTCOME, PARAGRAPH, REPORTED, Dossier
from dialogcli.dossier.reading import read_dossier
from dialogcli.process.days import REPORTED as TOLD
from dialogcli.process.days import follow_ups
from dialogcli.rulebook.model import DECISIONS, FEEDBACK, Gate
from dialogcli.screens.decisions import entered, left_items
from dialogcli.usecases.context import Context
from dialogcli.usecases.decisions.draft import already_there
from dialogcli.usecases.decisions.enter import enter_one
from dialogcli.usecases.decisions.input import TypedDecision
from dialogcli.usecases.folder import Where
from dialogcli.usecases.interview.questions import NO_TERMINAL, interrupted, interviewer
from dialogcli.usecases.interview.recorder import new_file_for
from dialogcli.usecases.meetings.outcomes import (
    MeetingAnswers,
    MeetingQuestions,
    read_meeting_answers,
)
from dialogcli.usecases.meetings.record import MeetingFolder, MeetingRecord, find_meeting
from dialogcli.yamltext.nodes import Plain


def note_decision(
    folder: Path, dossier: Dossier, gate: Gate, meeting: Meeting, point: Point
) -> None:
    """Into the decision that one person took: the day and the paragraph at which the organ was
    told.
    """
    write_answer(
        folder,
        dossier,
        f"{DECISIONS}.{gate.id}.{REPORTED}",
        {"datum": str(meeting.day), POINT_PARAGRAPH: point.paragraph},
    )


def note_follow_up(folder: Path, dossier: Dossier, meeting: Meeting, point: Point) -> None:
    """Into the follow-up that is next: the paragraph, where there is a place for it, and last the
    day on which the organ was told. Of a run that was cut short it may be there already. Raises
    UsageError when none is left.
    """
    rows = follow_ups(dossier, point.follow_up)
    if any(row.reported == meeting.day for row in rows):
        return
    due = next((row for row in rows if row.reported is None), None)
    if due is None:
        raise UsageError(
            f"{point.follow_up} har ingen uppföljning som inte är anmäld. Inget är infört."
        )
    for name, value in ((POINT_PARAGRAPH, point.paragraph), (TOLD, str(meeting.day))):
        if dossier.rulebook.field_at(f"{due.path}.{name}"):
            write_answer(folder, dossier, f"{due.path}.{name}", value)
            dossier = read_dossier(folder)


def note_feedback(folder: Path, dossier: Dossier, meeting: Meeting, point: Point) -> None:
    """Into the feedback to the organ: channel where none is given, paragraph where there is a place
    for it, and last the day, which says that it is done.
    """
    event = pending_event(dossier, point.audience)
    file = event.file if event else ""
    fields = dossier.rulebook.forms[FEEDBACK].fields
    values: dict[str, Plain] = {POINT_PARAGRAPH: point.paragraph, "datum": str(meeting.day)}
    if not (event and event.answers["kanal"].filled):
        values = {"kanal": [f"sammanträde, {meeting.organ}"], **values}
    for name, value in values.items():
        if name in fields:
            path = f"{FEEDBACK}.{point.audience}.{name}"
            place = write_answer(
                folder, _with_only(dossier, file), path, value, new_file_for(dossier.rulebook, path)
            )
            file, dossier = place.file, read_dossier(folder)


def _with_only(dossier: Dossier, file: str) -> Dossier:
    """The dossier as if that were all the feedback there is: its path alone does not tell it from
    others.
    """
    files = tuple(one for one in dossier.files.get(FEEDBACK, ()) if one.file == file)
    return dossier._replace(files={**dossier.files, FEEDBACK: files})


UNTOUCHED = "Inget är infört."


def enter_meeting(context: Context, typed: str, file: str) -> int:
    """Carry out `dialog decide --agenda`; the exit code is 130 when somebody stops, else the
    gravest of any point's.
    """
    folder = find_meeting(context.cwd, typed)
    with context.lock(folder.path, "dialog decide"):
        record = MeetingRecord.of(folder)
        if record.meeting.day.first > context.today:
            raise UsageError(
                f"Mötet är {record.meeting.day.in_words}. Det har inte varit än. {UNTOUCHED}"
            )
        answers = read_meeting_answers(context.cwd / file, file, record.meeting) if file else None
        if answers is None and not context.console.interactive:
            raise UsageError(
                NO_TERMINAL,
                f"{UNTOUCHED} Svara i en fil:",
                line(decide_agenda(shown(typed), "svar.yaml"), indent=2),
            )
        minutes = _Minutes(context, folder, record, answers, shown(typed))
        try:
            return minutes.run()
        except (KeyboardInterrupt, EOFError):
            return minutes.stopped()


@dataclass(slots=True)
class _Minutes:
    """One run over the points. `entered` leads from a settled point to what it was; `refused` to
    why not, by number.
    """

    context: Context
    folder: MeetingFolder
    record: MeetingRecord
    answers: MeetingAnswers | None
    typed: str
    entered: dict[int, Point] = field(default_factory=dict)
    code: int = 0

    def run(self) -> int:
        waiting = self._waiting()
        if not waiting:
            self.context.console.show(screen(line("Alla punkter på listan är redan införda.")))
            return 0
        self._number()
        for number in waiting:
            self._settle(number)
        self._close()
        return self.code

    def stopped(self) -> int:
        """Say what is entered, and how to go on; the exit code."""
        what = broken_off(entered(self.entered.values()))
        return interrupted(self.context, what, line("Fortsätt: ", decide_agenda(self.typed)))

    def _waiting(self) -> list[int]:
        """The numbers of the points that a dossier has brought and that have no outcome."""
        points = enumerate(self.record.meeting.points, 1)
        return [
            number for number, point in points if point.kind and point.dossier and not point.outcome
        ]

    def _number(self) -> None:
        """Every point its paragraph, unless they have one."""
        points = self.record.meeting.points
        if self.answers:
            self.record.number(self.answers.paragraphs(points))
        elif not all(point.paragraph for point in points):
            self.record.number(self._asker().paragraphs(points))

    def _settle(self, number: int) -> None:
        """Carry out what is answered about a point. What cannot be is told, and the point stays
        open.
        """
        point = self.record.point(number)
        self.context.console.folder = self._where(point).typed
        try:
            dossier = self._dossier(point)
            gate = _gate(dossier, point)
            outcome = self._known(dossier, gate, point) or self._landed(
                number, point, dossier, gate
            )
            if outcome:
                self.record.settle(number, outcome)
                self.entered |= {number: point} if outcome != NOT_TAKEN_UP else {}
        except DialogError as error:
            self.code = max(self.code, error.exit_code)
            stop = line(Kept("Stopp", Tone.STOP), f", punkt {number}: {error.message}")
            self.context.console.note(screen([stop, *map(hint_line, error.hints)]))

    def _dossier(self, point: Point) -> Dossier:
        dossier = read_dossier(self._where(point).folder)
        if dossier.faults:
            see = command_text(check(), self._where(point).typed)
            raise UnreadableError(f"{point.dossier} går inte att läsa. Rätta filen först: {see}")
        return dossier

    def _where(self, point: Point) -> Where:
        folder = inside(self.folder.root, point.dossier)
        seen = relative(folder, self.context.cwd)
        return Where(folder, seen, seen)

    def _known(self, dossier: Dossier, gate: Gate | None, point: Point) -> str:
        """The outcome of a decision that is in the dossier already: of a run that was cut short, or
        entered alone.
        """
        if gate is None or point.kind != PointKind.DECISION:
            return ""
        there = already_there(dossier, gate, str(self.record.meeting.day))
        return there.answers["utfall"].text if there else ""

    def _outcome(self, number: int, point: Point, gate: Gate | None) -> str:
        """What became of a point; '' when that is to be said later."""
        if self.answers:
            return self.answers.outcome(number)
        outcomes = (
            [NOTED] if point.kind == PointKind.REPORT or gate is None else list(gate.outcomes)
        )
        return self._asker().outcome(number, point, [*outcomes, NOT_TAKEN_UP])

    def _landed(self, number: int, point: Point, dossier: Dossier, gate: Gate | None) -> str:
        """Find out what became of a point and write it into the dossier; the outcome if it is there
        now, else ''.
        """
        outcome = self._outcome(number, point, gate)
        if outcome in ("", NOT_TAKEN_UP):
            return outcome
        if point.kind == PointKind.REPORT:
            self._note(point, dossier, gate)
            return outcome
        if gate is None:
            raise UsageError(
                f"Beslutspunkten saknas. {UNTOUCHED}", "Skriv beslutspunkt: i agenda.yaml."
            )
        given = self.answers.fields(number) if self.answers else {}
        options = {
            OUTCOME: [outcome],
            DAY: [str(self.record.meeting.day)],
            PARAGRAPH: [point.paragraph],
            ORGAN: [self.record.meeting.organ],
        }
        code = enter_one(
            self.context,
            self._where(point),
            TypedDecision(gate.word, options, answers=given),
            told=False,
        )
        if code:
            self.code = max(self.code, code)
            self._say_how(gate, point, outcome)
        return self._known(self._dossier(point), gate, point)

    def _say_how(self, gate: Gate, point: Point, outcome: str) -> None:
        """The whole command for a decision that was taken on an incomplete basis."""
        whole = decide_at(gate.word, outcome, str(self.record.meeting.day), point.paragraph)
        how = [heading("Hela kommandot:"), line(whole, Kept(' --incomplete "SKÄL"'), indent=2)]
        self.context.console.note(())
        self.context.console.note(screen(how))

    def _note(self, point: Point, dossier: Dossier, gate: Gate | None) -> None:
        folder = self._where(point).folder
        with self.context.lock(folder, "dialog decide"):
            if point.follow_up:
                note_follow_up(folder, dossier, self.record.meeting, point)
            elif gate:
                note_decision(folder, dossier, gate, self.record.meeting, point)
            else:
                note_feedback(folder, dossier, self.record.meeting, point)

    def _close(self) -> None:
        console = self.context.console
        left = left_items(self._waiting(), decide_agenda(self.typed))
        first = done if self.entered or not self.code else remark
        if console.interactive:
            console.show(())
        then = left or [line("Nästa: ", list_all())]
        console.show(screen([first(entered(self.entered.values())), *then]))

    def _asker(self) -> MeetingQuestions:
        return MeetingQuestions(interviewer(self.context))


def _gate(dossier: Dossier, point: Point) -> Gate | None:
    if not point.gate:
        return None
    gate = dossier.rulebook.gate_called(point.gate)
    if gate is None:
        raise UsageError(f"Beslutet {point.gate} finns inte i regelverket. {UNTOUCHED}")
    return gate
