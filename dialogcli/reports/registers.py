"""A register over a whole repository: as text, as JSON and for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dialogcli.checking.registers import Entry, RegisterView
from dialogcli.checking.survey import Item, Unread
from dialogcli.dossier.shelf import FOLDER
from dialogcli.model.finding import FileFault, Finding
from dialogcli.model.layout import WIDTH, block, command, joined, paragraphs, wrapped
from dialogcli.reports.cells import one_line
from dialogcli.reports.csv import csv_bytes
from dialogcli.reports.headings import dialogue
from dialogcli.reports.json import Json, as_finding, finding_json, written
from dialogcli.reports.listing import unread_text
from dialogcli.reports.listing_data import unread_json
from dialogcli.reports.stages import days, step_text
from dialogcli.reports.unconverted import faults_text, finding_text

VERSION = 1

FEEDBACK = "återkoppling"
"""The register that every repository has: all feedback that is owed, planned, late or given."""


class Cell(NamedTuple):
    """One column of an entry; `text` is '' when nothing is given."""

    id: str
    label: str
    text: str


class Line(NamedTuple):
    """One entry as it is shown; `item` is None for an entry of the register's own."""

    name: str
    file: str
    cells: tuple[Cell, ...]
    item: Item | None = None


class Shown(NamedTuple):
    """A register as it is shown. `add` is the command for a new entry, '' where the dossiers are
    the only source.
    """

    id: str
    title: str
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()
    faults: tuple[FileFault, ...] = ()
    add: str = ""


def shown(view: RegisterView) -> Shown:
    """A register of a rulebook."""
    register = view.register
    columns = list(register.fields)
    place = f"{FOLDER}.{register.id}.NAMN.{columns[min(1, len(columns) - 1)]}" if columns else ""
    return Shown(
        register.id,
        f"{register.title} ({view.rulebook.organisation})",
        tuple(map(_line, view.entries)),
        view.findings,
        view.faults,
        f"set {place} SVAR" if place else "",
    )


def feedback_register(items: Iterable[Item], late: bool) -> Shown:
    """All feedback owed, or only what is `late`."""
    lines = [
        Line(
            dialogue(item.look.dossier),
            event.file,
            (
                Cell("till", "Till", event.name),
                Cell("planerad", "Planerad", str(event.planned or "")),
                Cell("datum", "Lämnad", str(event.held or "nej")),
                Cell(
                    "läge",
                    "Läge",
                    _feedback_state(event.held is not None, event.late(item.look.today), event.due),
                ),
            ),
            item,
        )
        for item in items
        for event in item.look.owed
        if event.late(item.look.today) or not late
    ]
    return Shown(FEEDBACK, "Återkoppling", tuple(lines))


def registers_text(registers: Sequence[Shown], unread: Sequence[Unread], width: int = WIDTH) -> str:
    """Each register with its entries and what is wrong with them."""
    return paragraphs(*(_register(one, width) for one in registers), unread_text(unread, width))


def registers_json(
    registers: Sequence[Shown], unread: Sequence[Unread], ascii_only: bool = False
) -> str:
    """`findings` are about entries of the register's own, with files relative to the repository."""
    return written(
        {
            "version": VERSION,
            "registers": [_as_json(one) for one in registers],
            "unreadable": [unread_json(one) for one in unread],
        },
        ascii_only,
    )


def registers_csv(registers: Sequence[Shown]) -> bytes:
    """A row for each entry. Registers of several rulebooks stand under each other, each with its
    headings.
    """
    rows: list[Sequence[str]] = []
    for one in registers:
        labels = list(dict.fromkeys(cell.label for line in one.lines for cell in line.cells))
        rows.append(["Register", "Mapp", "Namn", "Steg", *labels])
        for line in one.lines:
            cells = {cell.label: cell.text for cell in line.cells}
            rows.append(
                [
                    one.title,
                    line.item.folder if line.item else FOLDER,
                    line.name,
                    _step(line),
                    *(cells.get(label, "") for label in labels),
                ]
            )
    return csv_bytes(rows)


def _line(entry: Entry) -> Line:
    """An entry of the register's own goes by its first column."""
    cells = tuple(
        Cell(answer.field.id, answer.field.label, one_line(answer)) for answer in entry.answers
    )
    if entry.item is None:
        return Line(cells[0].text if cells else entry.file, entry.file, cells[1:])
    return Line(dialogue(entry.item.look.dossier), entry.file, cells, entry.item)


def _feedback_state(held: bool, late: int, due: bool) -> str:
    if held:
        return "klar"
    return f"FÖRSENAD {days(late)}" if late else "ska göras" if due else "kommande"


def _register(one: Shown, width: int) -> str:
    head = wrapped(f"{one.title}: {len(one.lines)}", width)
    findings = joined(finding_text(finding, width) for finding in one.findings)
    add = wrapped(f"Ny rad: {command(one.add)}", width) if one.add else ""
    return paragraphs(
        joined([head, *(_entry(line, width) for line in one.lines)]),
        faults_text(one.faults, width) if one.faults else "",
        findings,
        add,
    )


def _entry(line: Line, width: int) -> str:
    rows = [(f"{cell.label}:", cell.text or "saknas") for cell in line.cells]
    if line.item and not any(cell.id == "läge" for cell in line.cells):
        rows.append(("Läge:", _step(line)))
    column = max((len(label) for label, _ in rows), default=0)
    return joined(
        [
            wrapped(line.name, width, 2, 4),
            block([(label.ljust(column), text) for label, text in rows], width, 4),
        ]
    )


def _step(line: Line) -> str:
    return step_text(line.item.look.standing) if line.item else ""


def _as_json(one: Shown) -> Json:
    entries: list[Json] = [
        {
            "dossier": line.item.folder if line.item else None,
            "name": line.name,
            "file": line.file or None,
            "step": _step(line) or None,
            "values": {cell.id: cell.text for cell in line.cells},
        }
        for line in one.lines
    ]
    return {
        "register": one.id,
        "title": one.title,
        "entries": entries,
        "findings": [
            finding_json(finding) for finding in (*map(as_finding, one.faults), *one.findings)
        ],
    }
