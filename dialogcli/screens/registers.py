"""A register over a whole repository: as text, as JSON and for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from dialogcli.base.commands import set_
from dialogcli.base.fieldtypes import Shape
from dialogcli.base.findings import FileFault, Finding
from dialogcli.base.screen import Command, Screen, heading, line, rows, screen
from dialogcli.base.screen import Item as ScreenItem
from dialogcli.checking.feedback_due import Owed
from dialogcli.checking.survey import Dialogue, RegisterEntry, RegisterView, Unread
from dialogcli.dossier.build import REGISTER_FOLDER
from dialogcli.dossier.model import Answer, NotApplicable, Parts, TableRows
from dialogcli.screens.facts import Facts, Json, as_finding, csv_bytes, finding_json
from dialogcli.screens.findings import dialogue, faults_items, finding_items
from dialogcli.screens.listing import unread_items, unread_json
from dialogcli.screens.stages import days, step_text


def answer_in_one_line(answer: Answer) -> str:
    """`nej. Frågan är avgjord i lag. (utredaren, 2027-02-01)`, `planer; program`; '' when nothing
    is given.
    """
    match answer.value:
        case NotApplicable(reason):
            return f"ej tillämpligt: {_joined(reason)}"
        case TableRows(rows):
            return "; ".join(filter(None, map(answer_in_one_line, rows)))
        case Parts(parts) if answer.field.type.shape is Shape.STATEMENT:
            return _statement(parts)
        case Parts(parts):
            return ", ".join(filter(None, map(answer_in_one_line, parts.values())))
    return _joined(answer.field.type.cell(answer.text, answer.field))


def _statement(parts: Mapping[str, Answer]) -> str:
    texts = {name: answer_in_one_line(part) for name, part in parts.items()}
    by = ", ".join(filter(None, [texts.get("av", ""), texts.get("datum", "")]))
    answer = f"{texts['svar']}." if texts.get("svar") else ""
    return " ".join(filter(None, [answer, texts.get("skäl", ""), f"({by})" if by else ""]))


def _joined(text: str) -> str:
    return " ".join(text.split())


VERSION = 1

FEEDBACK = "återkoppling"
"""The register that every repository has: all feedback that is owed, planned, late or given."""

_STATE = "läge"
"""The column of that register which says more than the step of the dialogue."""


class Cell(NamedTuple):
    """One column of an entry; `text` is '' when nothing is given."""

    id: str
    label: str
    text: str


class ShownEntry(NamedTuple):
    """One entry as it is shown; `item` is None for an entry of the register's own."""

    name: str
    file: str
    cells: tuple[Cell, ...]
    item: Dialogue | None = None


class ShownRegister(NamedTuple):
    """A register as it is shown. `add` is the command for a new entry, None where the dossiers are
    the only source.
    """

    id: str
    title: str
    entries: tuple[ShownEntry, ...]
    findings: tuple[Finding, ...] = ()
    faults: tuple[FileFault, ...] = ()
    add: Command | None = None


def register_shown(view: RegisterView) -> ShownRegister:
    """A register of a rulebook."""
    register = view.register
    columns = list(register.fields)
    place = (
        f"{REGISTER_FOLDER}.{register.id}.NAMN.{columns[min(1, len(columns) - 1)]}"
        if columns
        else ""
    )
    return ShownRegister(
        register.id,
        f"{register.title} ({view.rulebook.organisation})",
        tuple(map(_shown, view.entries)),
        view.findings,
        view.faults,
        set_(place, "SVAR") if place else None,
    )


def feedback_register(items: Iterable[Dialogue], late: bool) -> ShownRegister:
    """All feedback owed, or only what is `late`."""
    entries = [
        _owed(item, event)
        for item in items
        for event in item.look.owed
        if event.late(item.look.today) or not late
    ]
    return ShownRegister(FEEDBACK, "Återkoppling", tuple(entries))


def registers_screen(registers: Sequence[ShownRegister], unread: Sequence[Unread]) -> Screen:
    """Each register with its entries and what is wrong with them."""
    paragraphs = [paragraph for one in registers for paragraph in _register(one)]
    return screen(*paragraphs, unread_items(unread))


def registers_facts(registers: Sequence[ShownRegister], unread: Sequence[Unread]) -> Facts:
    """`findings` are about entries of the register's own, with files relative to the repository."""
    return {
        "version": VERSION,
        "registers": [_as_json(one) for one in registers],
        "unreadable": [unread_json(one) for one in unread],
    }


def registers_csv(registers: Sequence[ShownRegister]) -> bytes:
    """A row for each entry. Registers of several rulebooks stand under each other, each with its
    headings.
    """
    found: list[Sequence[str]] = []
    for one in registers:
        labels = list(dict.fromkeys(cell.label for entry in one.entries for cell in entry.cells))
        found.append(["Register", "Mapp", "Namn", "Steg", *labels])
        for entry in one.entries:
            cells = {cell.label: cell.text for cell in entry.cells}
            found.append(
                [
                    one.title,
                    entry.item.folder if entry.item else REGISTER_FOLDER,
                    entry.name,
                    _step(entry),
                    *(cells.get(label, "") for label in labels),
                ]
            )
    return csv_bytes(found)


def _shown(entry: RegisterEntry) -> ShownEntry:
    """An entry of the register's own goes by its first column."""
    cells = tuple(
        Cell(answer.field.id, answer.field.label, answer_in_one_line(answer))
        for answer in entry.answers
    )
    if entry.item is None:
        return ShownEntry(cells[0].text if cells else entry.file, entry.file, cells[1:])
    return ShownEntry(dialogue(entry.item.look.dossier), entry.file, cells, entry.item)


def _owed(item: Dialogue, event: Owed) -> ShownEntry:
    """Feedback that a dialogue owes, or has given."""
    cells = (
        Cell("till", "Till", event.name),
        Cell("planerad", "Planerad", str(event.planned or "")),
        Cell("datum", "Lämnad", str(event.held or "nej")),
        Cell(_STATE, "Läge", _feedback_state(event, item.look.today)),
    )
    return ShownEntry(dialogue(item.look.dossier), event.file, cells, item)


def _feedback_state(event: Owed, today: date) -> str:
    if event.held is not None:
        return "klar"
    if late := event.late(today):
        return f"FÖRSENAD {days(late)}"
    return "ska göras" if event.due else "kommande"


def _register(one: ShownRegister) -> Iterator[Iterable[ScreenItem]]:
    """The entries, files that cannot be read, what is wrong, and how to write a new entry."""
    yield _entries(one)
    yield faults_items(one.faults)
    yield [item for finding in one.findings for item in finding_items(finding)]
    if one.add:
        yield [line("Ny rad: ", one.add)]


def _entries(one: ShownRegister) -> Iterator[ScreenItem]:
    yield heading(f"{one.title}: {len(one.entries)}")
    for entry in one.entries:
        pairs = [(f"{cell.label}:", cell.text or "saknas") for cell in entry.cells]
        if entry.item and all(cell.id != _STATE for cell in entry.cells):
            pairs.append(("Läge:", _step(entry)))
        yield line(entry.name, indent=2, hang=4)
        yield rows(*pairs, indent=4)


def _step(entry: ShownEntry) -> str:
    return step_text(entry.item.look.standing) if entry.item else ""


def _as_json(one: ShownRegister) -> Json:
    entries: list[Json] = [
        {
            "dossier": entry.item.folder if entry.item else None,
            "name": entry.name,
            "file": entry.file or None,
            "step": _step(entry) or None,
            "values": {cell.id: cell.text for cell in entry.cells},
        }
        for entry in one.entries
    ]
    return {
        "register": one.id,
        "title": one.title,
        "entries": entries,
        "findings": [
            finding_json(finding) for finding in (*map(as_finding, one.faults), *one.findings)
        ],
    }
