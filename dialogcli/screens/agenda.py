"""What is said of a list of points: its points, what is left out, and where it lies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from dialogcli.base.commands import decide_agenda
from dialogcli.base.screen import Kept, Screen, Table, Tone, line, screen, table
from dialogcli.base.words import capital, count
from dialogcli.checking.meeting_items import LeftOut
from dialogcli.dossier.meeting import MEETINGS_FOLDER, Meeting, Point
from dialogcli.screens.next_step import NextStep, next_line

_HEADINGS = ("Nr", "Ärende", "Dnr", "Bilagor")


def agenda_screen(meeting: Meeting, remarks: Iterable[str]) -> Screen:
    """The points of a meeting, and what is to be said of them."""
    head = line(f"{capital(meeting.organ)}, {meeting.day.with_weekday}")
    return screen([head, _table(meeting.points)], map(line, remarks))


def made_screen(path: str, meeting: Meeting) -> Screen:
    """Where the Word file lies, and what to do once the meeting has been. `path` leads to the
    folder of meetings.
    """
    document = PurePath(path, f"{meeting.name}.docx").as_posix()
    made = line(Kept("Klart", Tone.GOOD), f": {document}")
    if all(point.outcome for point in meeting.points if point.kind):
        return screen(made)
    after = decide_agenda(PurePath(path, meeting.name).as_posix())
    return screen([made, next_line(NextStep(after, "efter mötet"))])


def left_out_remarks(left_out: Sequence[LeftOut], points: Iterable[Point]) -> list[str]:
    """`Inte med: Ungas fritidsresor, RV 2027/96. Underlaget har 3 fel.` Of a dialogue that brings
    more than that, also which decision is meant.
    """
    folders = [point.dossier for point in points] + [one.item.folder for one in left_out]
    return [
        f"Inte med: {_what(one, folders.count(one.item.folder) > 1)}. {one.why}" for one in left_out
    ]


def kept_record_screen(where: str) -> Screen:
    """That a record which people have changed is followed."""
    said = f": {where} är ändrad sedan den skapades. Den är orörd, och listan följer den."
    return screen(line(Kept("Obs", Tone.WARNING), said))


def kept_remarks(missing: Iterable[Point], unready: Sequence[tuple[int, LeftOut]]) -> list[str]:
    """Of a record that people have changed: what it lacks, and which of its points are not ready."""
    return [
        *(f"Finns inte i den: {point.title}." for point in missing),
        *(f"Punkt {number} är inte klar. {one.why}" for number, one in unready),
    ]


def beside_screen(name: str, placed: str, held: bool) -> Screen:
    """That the Word file lies under another name, and why."""
    why = "är öppen i Word och går inte att ersätta" if held else "är ändrad i Word. Den är orörd"
    return screen(
        [
            line(Kept("Obs", Tone.WARNING), f": {MEETINGS_FOLDER}/{name} {why}."),
            line("Den nya versionen ligger bredvid: ", Kept(f"{MEETINGS_FOLDER}/{placed}")),
        ]
    )


def _table(points: Sequence[Point]) -> Table:
    numbered = list(enumerate(points, 1))
    cells = [_HEADINGS, *(_row(number, point) for number, point in numbered)]
    sentences = [_sentence(number, point) for number, point in numbered]
    return table(cells, sentences, shrink=((1, 24),), right=(0, 3))


def _row(number: int, point: Point) -> tuple[str, str, str, str]:
    attached = str(len(point.attachments)) if point.dossier else ""
    return str(number), point.title, ", ".join(point.dnr), attached


def _sentence(number: int, point: Point) -> str:
    """`4. Handlingsplan, Nattbussar. Dnr RV 2027/118. 3 bilagor.`"""
    said = [
        f"{number}. {point.title}",
        f"Dnr {', '.join(point.dnr)}" if point.dnr else "",
        count(len(point.attachments), "bilaga", "bilagor") if point.dossier else "",
    ]
    return ". ".join(filter(None, said)) + "."


def _what(one: LeftOut, more: bool) -> str:
    answer = one.item.look.dossier.answer("dossier.dnr")
    dnr = ", ".join(row.text for row in answer.rows if row.filled) if answer else ""
    gate = one.gate.name if one.gate else "Anmälan: resultat"
    return ", ".join(filter(None, [gate if more else "", one.item.title, dnr]))
