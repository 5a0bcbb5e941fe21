"""Registers over a whole repository: read out of its dossiers, and with entries of their own that
rules judge.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dialogcli.checking.engine import check
from dialogcli.checking.survey import Item
from dialogcli.dossier.model import Answer, Dossier, FormFile
from dialogcli.dossier.shelf import FOLDER
from dialogcli.model.finding import FileFault, Finding
from dialogcli.model.place import Place
from dialogcli.model.screen import Command
from dialogcli.rulebook.model import Register, Rulebook


class Entry(NamedTuple):
    """One line of a register. `item` is the dialogue that it comes from, None for an entry of the
    register's own.

    `file` is relative to the dossier, or to the repository.
    """

    item: Item | None
    file: str
    answers: tuple[Answer, ...]


class RegisterView(NamedTuple):
    """A register of one rulebook with all its entries, and what is wrong with those of its own."""

    register: Register
    rulebook: Rulebook
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...] = ()
    faults: tuple[FileFault, ...] = ()


def view(
    register: Register,
    rulebook: Rulebook,
    items: Iterable[Item],
    shelf: Dossier | None,
    today: date,
) -> RegisterView:
    """The register as it stands. `shelf` holds the entries of its own (dossier/shelf.py), if there
    are any.
    """
    entries: list[Entry] = []
    for item in items:
        if item.look.dossier.rulebook.id == rulebook.id:
            entries += _from(register, item)
    if shelf is None or not register.own:
        return RegisterView(register, rulebook, tuple(entries))
    entries += [
        Entry(None, f"{FOLDER}/{file.file}", _columns(register, file))
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


def _from(register: Register, item: Item) -> list[Entry]:
    """The entries that one dossier gives: one for each file in which a column is filled in."""
    entries = (
        Entry(item, file.file, _columns(register, file))
        for file in item.look.dossier.files.get(register.from_, ())
    )
    return [entry for entry in entries if _says_something(entry)]


def _says_something(entry: Entry) -> bool:
    return any(answer.filled for answer in entry.answers)


def _columns(register: Register, file: FormFile) -> tuple[Answer, ...]:
    return tuple(file.answers[column] for column in register.columns if column in file.answers)


def _placed(finding: Finding) -> Finding:
    """A finding as seen from the repository, and with a command that leads to the register."""
    remedy = finding.remedy
    if isinstance(remedy, Command) and remedy.verb == "set":
        path, *value = remedy.args
        remedy = remedy._replace(args=(f"{FOLDER}.{path}", *value))
    return finding._replace(place=_beside(finding.place), remedy=remedy)


def _beside(place: Place) -> Place:
    return place._replace(file=f"{FOLDER}/{place.file}")


def _in(place: Place, folder: str) -> bool:
    return place.file.split("/")[0] == folder
