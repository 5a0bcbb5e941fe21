"""All that is to be said of where one dialogue stands; all dialogues of a repository side by side;
and the registers that are read out of them, with entries of their own that rules judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.findings import DialogError, FileFault, Finding, Place, Severity
from dialogcli.base.screen import Command
from dialogcli.checking.ending import tells_the_end
from dialogcli.checking.engine import check
from dialogcli.checking.feedback_due import Owed, Tally, owed, tally
from dialogcli.checking.report import Report, for_gate
from dialogcli.dossier.build import REGISTER_FOLDER
from dialogcli.dossier.model import Answer, Dossier, FormFile
from dialogcli.dossier.select import named_organs
from dialogcli.process.course import Turn, Waypoint, course, turns
from dialogcli.process.days import Ahead, DayKind, ahead
from dialogcli.process.deciders import same_organ
from dialogcli.process.standing import Standing
from dialogcli.rulebook.model import Gate, Register, Rulebook


class Outlook(NamedTuple):
    """`basis` is the report cut down to the next decision; the whole report while no work towards
    one has begun.
    """

    today: date
    report: Report
    basis: Report
    course: tuple[Waypoint, ...]
    turns: tuple[Turn, ...]
    ahead: tuple[Ahead, ...]
    owed: tuple[Owed, ...]

    @property
    def dossier(self) -> Dossier:
        return self.report.dossier

    @property
    def standing(self) -> Standing:
        return self.report.standing

    @property
    def gate(self) -> Gate | None:
        """The next decision."""
        return self.standing.next_gate

    @property
    def gate_day(self) -> Day | None:
        """The day that is planned for it."""
        return next(
            (one.day for one in self.course if self.gate and one.entry.id == self.gate.id), None
        )

    @property
    def far_off(self) -> bool:
        """Whether the work towards the next decision has not begun, so that what it asks for is
        still to come.
        """
        return self.gate is not None and not self.standing.is_worked_towards(self.gate.id)

    @property
    def left(self) -> tuple[Finding, ...]:
        """The findings that concern the next decision, or all; that it has ended is none of them."""
        where = self.standing
        return tuple(one for one in self.basis.findings if not tells_the_end(where, one))

    @property
    def others(self) -> tuple[Finding, ...]:
        """The findings that do not concern the next decision."""
        return tuple(
            finding for finding in self.report.findings if finding not in self.basis.findings
        )


def outlook(dossier: Dossier, today: date) -> Outlook:
    """Check a dossier and look ahead from there."""
    return looked_ahead(check(dossier, today), today)


def looked_ahead(report: Report, today: date) -> Outlook:
    """The same from a check that has been made."""
    where = report.standing
    unready = [
        gate.id
        for gate in report.dossier.rulebook.gates()
        if where.is_open(gate.id) and for_gate(report, gate).number_of(Severity.FEL)
    ]
    gate = where.next_gate
    basis = for_gate(report, gate) if gate and where.is_worked_towards(gate.id) else report
    feedback = owed(report)
    days = _days_ahead(where, feedback, today)
    return Outlook(today, report, basis, course(where), turns(where, unready), days, feedback)


def _days_ahead(where: Standing, feedback: Iterable[Owed], today: date) -> tuple[Ahead, ...]:
    """Those of the process, with feedback as it is owed: also what was never planned is late."""
    days = [one for one in ahead(where) if one.kind is not DayKind.FEEDBACK]
    days += [day for event in feedback if (day := event.ahead(today))]
    return tuple(sorted(days, key=lambda one: (one.day.first, one.kind)))


class Dialogue(NamedTuple):
    """One dialogue; `folder` is relative to where the user stands, with `/`."""

    folder: str
    look: Outlook

    @property
    def title(self) -> str:
        return self.look.dossier.text("dossier.titel") or self.folder

    @property
    def numbers(self) -> tuple[str, ...]:
        """Its case numbers, each once."""
        answer = self.look.dossier.answer("dossier.dnr")
        rows = answer.rows if answer else ()
        texts = (" ".join(row.text.split()) for row in rows if row.filled and not row.excused)
        return tuple(dict.fromkeys(texts))

    @property
    def feedback(self) -> Tally:
        return tally(self.look.owed, self.look.today)

    @property
    def next_day(self) -> Day | None:
        """The earliest day of something that has not happened, also when it is past."""
        return self.look.ahead[0].day if self.look.ahead else None


class SameNumber(NamedTuple):
    """A case number and the folders of the dossiers that have it."""

    number: str
    folders: tuple[str, ...]


class Unread(NamedTuple):
    """A dossier that cannot be read, or not all of it."""

    folder: str
    error: DialogError


class Survey(NamedTuple):
    """`items` in the order in which they should be dealt with; `of` is how many there are before
    any filter.
    """

    items: tuple[Dialogue, ...]
    unread: tuple[Unread, ...]
    of: int

    @property
    def late(self) -> tuple[Dialogue, ...]:
        return tuple(item for item in self.items if item.feedback.late)

    def same_number(self) -> Iterator[SameNumber]:
        """The case numbers that several dossiers of one organisation have, in their order here."""
        found: dict[tuple[str, str], list[str]] = {}
        for item in self.items:
            for number in item.numbers:
                key = (item.look.dossier.rulebook.organisation, number)
                found.setdefault(key, []).append(item.folder)
        for (_, number), folders in found.items():
            if len(folders) > 1:
                yield SameNumber(number, tuple(folders))

    def rulebooks(self) -> dict[str, Rulebook]:
        """The rulebooks that the dialogues follow, by id."""
        return {item.look.dossier.rulebook.id: item.look.dossier.rulebook for item in self.items}


def survey(items: Iterable[Dialogue], unread: Iterable[Unread]) -> Survey:
    """Overdue feedback first, the longest delay on top; then by the next day; what has none last."""
    ordered = sorted(items, key=_urgency)
    return Survey(tuple(ordered), tuple(unread), len(ordered))


def concerns(item: Dialogue, organ: str) -> bool:
    """Whether an organ answers for the dialogue, carries it out, takes part, or decides about it or
    its matter.
    """
    dossier = item.look.dossier
    named = (answer.text for answer in named_organs(dossier))
    deciders = (turn.who for turn in item.look.turns)
    return any(same_organ(dossier.rulebook, organ, one) for one in (*named, *deciders) if one)


def _urgency(item: Dialogue) -> tuple[int, bool, str, bool, str]:
    day = item.next_day
    over = item.look.standing.current is None or item.look.standing.over
    return (
        -item.feedback.late,
        day is None,
        day.first.isoformat() if day else "",
        over,
        item.title.casefold(),
    )


class RegisterEntry(NamedTuple):
    """One line of a register. `item` is the dialogue that it comes from, None for an entry of the
    register's own.

    `file` is relative to the dossier, or to the repository.
    """

    item: Dialogue | None
    file: str
    answers: tuple[Answer, ...]


class RegisterView(NamedTuple):
    """A register of one rulebook with all its entries, and what is wrong with those of its own."""

    register: Register
    rulebook: Rulebook
    entries: tuple[RegisterEntry, ...]
    findings: tuple[Finding, ...] = ()
    faults: tuple[FileFault, ...] = ()


def view(
    register: Register,
    rulebook: Rulebook,
    items: Iterable[Dialogue],
    shelf: Dossier | None,
    today: date,
) -> RegisterView:
    """The register as it stands. `shelf` holds the entries of its own (dossier/shelf.py), if there
    are any.
    """
    entries: list[RegisterEntry] = []
    for item in items:
        if item.look.dossier.rulebook.id == rulebook.id:
            entries += _from(register, item)
    if shelf is None or not register.own:
        return RegisterView(register, rulebook, tuple(entries))
    entries += [
        RegisterEntry(None, f"{REGISTER_FOLDER}/{file.file}", _columns(register, file))
        for file in shelf.files.get(register.id, ())
    ]
    findings = _findings(register, shelf, today)
    return RegisterView(register, rulebook, tuple(entries), findings, _faults(register, shelf))


def _findings(register: Register, shelf: Dossier, today: date) -> tuple[Finding, ...]:
    folder = shelf.rulebook.forms[register.id].file
    found = check(shelf, today).findings
    return tuple(_placed(one) for one in found if _in(one.place, folder))


def _faults(register: Register, shelf: Dossier) -> tuple[FileFault, ...]:
    folder = shelf.rulebook.forms[register.id].file
    found = [fault for fault in shelf.faults if _in(fault.place, folder)]
    return tuple(fault._replace(place=_beside(fault.place)) for fault in found)


def _from(register: Register, item: Dialogue) -> list[RegisterEntry]:
    """The entries that one dossier gives: one for each file in which a column is filled in."""
    entries = (
        RegisterEntry(item, file.file, _columns(register, file))
        for file in item.look.dossier.files.get(register.from_, ())
    )
    return [entry for entry in entries if _says_something(entry)]


def _says_something(entry: RegisterEntry) -> bool:
    return any(answer.filled for answer in entry.answers)


def _columns(register: Register, file: FormFile) -> tuple[Answer, ...]:
    return tuple(file.answers[column] for column in register.columns if column in file.answers)


def _placed(finding: Finding) -> Finding:
    """A finding as seen from the repository, and with a command that leads to the register."""
    remedy = finding.remedy
    if isinstance(remedy, Command) and remedy.verb == "set":
        path, *value = remedy.args
        remedy = remedy._replace(args=(f"{REGISTER_FOLDER}.{path}", *value))
    return finding._replace(place=_beside(finding.place), remedy=remedy)


def _beside(place: Place) -> Place:
    return place._replace(file=f"{REGISTER_FOLDER}/{place.file}")


def _in(place: Place, folder: str) -> bool:
    return place.file.split("/")[0] == folder
