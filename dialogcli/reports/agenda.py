"""What is said of a list of points: its points, what is left out, and where it lies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from dialogcli.checking.business import LeftOut
from dialogcli.dossier.meeting import FOLDER, Meeting, Point
from dialogcli.model.layout import WIDTH, command, glued, joined, paragraphs, wrapped
from dialogcli.model.words import count
from dialogcli.reports.tables import NARROW, sentences, table

HEADINGS = ("Nr", "Ärende", "Dnr", "Bilagor")
_GIVING_WAY = ((1, 24),)


def agenda_text(
    meeting: Meeting, remarks: Sequence[str], columns: int = WIDTH, plain: bool = False
) -> str:
    """The points of a meeting as a table, or as sentences where somebody listens, and what is to be
    said of them.
    """
    width = min(columns, WIDTH)
    head = wrapped(
        f"{meeting.organ[:1].upper()}{meeting.organ[1:]}, {meeting.day.with_weekday}", width
    )
    lines = table(
        [HEADINGS, *(_row(number, point) for number, point in enumerate(meeting.points, 1))],
        width,
        _GIVING_WAY,
        right=(0, 3),
    )
    if plain or columns < NARROW or max(map(len, lines.splitlines())) > width:
        lines = sentences(
            [_sentence(number, point) for number, point in enumerate(meeting.points, 1)], width
        )
    return paragraphs(joined([head, lines]), joined(wrapped(remark, width) for remark in remarks))


def made_text(path: str, meeting: Meeting, width: int = WIDTH) -> str:
    """Where the Word file lies, and what to do once the meeting has been. `path` leads to the
    folder of meetings.
    """
    made = wrapped(f"Klart: {PurePath(path, f'{meeting.name}.docx').as_posix()}", width)
    if all(point.outcome for point in meeting.points if point.kind):
        return made
    after = command(f"decide --agenda {PurePath(path, meeting.name).as_posix()}")
    return joined([made, wrapped(f"Efter mötet: {after}", width)])


def left_out_remarks(left_out: Sequence[LeftOut], points: Iterable[Point]) -> list[str]:
    """`Inte med: Ungas fritidsresor, RV 2027/96. Underlaget har 3 fel.` Of a dialogue that brings
    more than that, also which decision is meant.
    """
    folders = [point.dossier for point in points] + [one.item.folder for one in left_out]
    return [
        f"Inte med: {_what(one, folders.count(one.item.folder) > 1)}. {one.why}" for one in left_out
    ]


def kept_text(where: str, width: int = WIDTH) -> str:
    """That a record which people have changed is followed."""
    return wrapped(
        f"Obs: {where} är ändrad sedan den skapades. Den är orörd, och listan följer den.", width
    )


def kept_remarks(missing: Iterable[Point], unready: Sequence[tuple[int, LeftOut]]) -> list[str]:
    """Of a record that people have changed: what it lacks, and which of its points are not ready."""
    return [
        *(f"Finns inte i den: {point.title}." for point in missing),
        *(f"Punkt {number} är inte klar. {one.why}" for number, one in unready),
    ]


def beside_text(name: str, placed: str, held: bool) -> list[str]:
    """That the Word file lies under another name, and why."""
    why = "är öppen i Word och går inte att ersätta" if held else "är ändrad i Word. Den är orörd"
    return [
        f"Obs: {FOLDER}/{name} {why}.",
        f"Den nya versionen ligger bredvid: {glued(f'{FOLDER}/{placed}')}",
    ]


def _row(number: int, point: Point) -> tuple[str, str, str, str]:
    attached = str(len(point.attachments)) if point.dossier else ""
    return str(number), point.title, ", ".join(point.dnr), attached


def _sentence(number: int, point: Point) -> str:
    """`4. Handlingsplan, Nattbussar. Dnr RV 2027/118. 3 bilagor.`"""
    parts = [
        f"{number}. {point.title}",
        f"Dnr {', '.join(point.dnr)}" if point.dnr else "",
        count(len(point.attachments), "bilaga", "bilagor") if point.dossier else "",
    ]
    return ". ".join(filter(None, parts)) + "."


def _what(one: LeftOut, more: bool) -> str:
    answer = one.item.look.dossier.answer("dossier.dnr")
    dnr = ", ".join(row.text for row in answer.rows if row.filled) if answer else ""
    gate = one.gate.name if one.gate else "Anmälan: resultat"
    return ", ".join(filter(None, [gate if more else "", one.item.title, dnr]))
