"""Entries that a register has of its own, written like the answers of a dossier:
`register.kandidatområden.NAMN.FÄLT`.
"""

from __future__ import annotations

from pathlib import Path

from dialogcli.desk.context import Context
from dialogcli.desk.interviews.recording import new_file_for
from dialogcli.desk.interviews.typed import Given, typed_answer
from dialogcli.desk.surveying import find_root, read_survey, rulebooks
from dialogcli.dossier.change import write_answer
from dialogcli.dossier.repository import read_shelf
from dialogcli.dossier.shelf import FOLDER, register_forms
from dialogcli.interview.addressing import UNTOUCHED, resolve
from dialogcli.model.commands import list_register, set_
from dialogcli.model.errors import UnreadableError, UsageError
from dialogcli.model.layout import shown
from dialogcli.model.place import Place
from dialogcli.model.screen import line
from dialogcli.model.words import did_you_mean, same_word
from dialogcli.rulebook.model import Rulebook
from dialogcli.storage.lock import locked
from dialogcli.storage.surroundings import ensure_folder


def means_register(field: str) -> bool:
    """Whether the field that was typed is one of a register."""
    return same_word(field.split(".")[0], FOLDER)


def write_entry(context: Context, field: str, given: Given, repository: str) -> tuple[Place, str]:
    """Write one field of an entry; the entry is made when it is not there.

    Returns where it stands in the repository and how it was understood. Raises UsageError when no
    rulebook of the repository has such a register, or the register no such field.
    """
    root = find_root(context, repository)
    _, name, *rest = [*field.split("."), ""]
    book = _owner(name, root, context)
    if len(rest) < 3:
        raise UsageError(
            f"Skriv också vilken rad och vilket fält det gäller. {UNTOUCHED}",
            line("Skriv så: ", set_(_example(book, name), "SVAR")),
        )
    folder = ensure_folder(root / FOLDER)
    with locked(folder, "dialog set", context.now):
        shelf = read_shelf(root, book)
        if shelf.faults:
            raise UnreadableError(f"Rätta filen först. {UNTOUCHED}", faults=shelf.faults)
        path = resolve(shelf.rulebook, field.partition(".")[2])
        answer, said = typed_answer(shelf, path, given, context.today)
        place = write_answer(folder, shelf, path, answer, new_file_for(shelf.rulebook, path))
    return place._replace(file=f"{FOLDER}/{place.file}"), said


def _owner(name: str, root: Path, context: Context) -> Rulebook:
    """The rulebook whose register it is; of several the first, for they lie in the same place."""
    books = rulebooks(read_survey(context, root), root, "").values()
    known = [id_ for book in books for id_ in register_forms(book)]
    found = next(
        (book for book in books if any(same_word(name, id_) for id_ in register_forms(book))), None
    )
    if found is None:
        raise UsageError(
            f"Det finns inget register {shown(name)} att skriva i.{did_you_mean(name, known)} {UNTOUCHED}",
            line("Alla register: ", list_register("NAMN")),
        )
    return found


def _example(book: Rulebook, name: str) -> str:
    form = next(form for id_, form in register_forms(book).items() if same_word(name, id_))
    return f"{FOLDER}.{form.id}.NAMN.{list(form.fields)[-1]}"
