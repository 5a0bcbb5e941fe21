"""Entries that a register has of its own, written like the answers of a dossier:
`register.kandidatområden.NAMN.FÄLT`.
"""

from __future__ import annotations

from pathlib import Path

from dialogcli.base.characters import shown
from dialogcli.base.commands import list_register, set_
from dialogcli.base.findings import Place, UnreadableError, UsageError
from dialogcli.base.screen import line
from dialogcli.base.words import did_you_mean, same_word
from dialogcli.disk.folders import ensure_folder
from dialogcli.disk.lock import locked
from dialogcli.dossier.build import REGISTER_FOLDER, register_forms
from dialogcli.dossier.change import write_answer
from dialogcli.dossier.reading import read_shelf
from dialogcli.interview.lookup import UNTOUCHED, resolve
from dialogcli.rulebook.model import Rulebook
from dialogcli.usecases.context import Context
from dialogcli.usecases.interview.answers import Given, typed_answer
from dialogcli.usecases.interview.recorder import new_file_for
from dialogcli.usecases.survey import read_survey, repository_meant, rulebooks_of


def means_register(field: str) -> bool:
    """Whether the field that was typed is one of a register."""
    return same_word(field.split(".")[0], REGISTER_FOLDER)


def write_entry(context: Context, field: str, given: Given, repository: str) -> tuple[Place, str]:
    """Write one field of an entry; the entry is made when it is not there.

    Returns where it stands in the repository and how it was understood. Raises UsageError when no
    rulebook of the repository has such a register, or the register no such field.
    """
    root = repository_meant(context, repository)
    _, name, *rest = [*field.split("."), ""]
    book = _owner(name, root, context)
    if len(rest) < 3:
        raise UsageError(
            f"Skriv också vilken rad och vilket fält det gäller. {UNTOUCHED}",
            line("Skriv så: ", set_(_example(book, name), "SVAR")),
        )
    folder = ensure_folder(root / REGISTER_FOLDER)
    with locked(folder, "dialog set", context.now):
        shelf = read_shelf(root, book)
        if shelf.faults:
            raise UnreadableError(f"Rätta filen först. {UNTOUCHED}", faults=shelf.faults)
        path = resolve(shelf.rulebook, field.partition(".")[2])
        answer, said = typed_answer(shelf, path, given, context.today)
        place = write_answer(folder, shelf, path, answer, new_file_for(shelf.rulebook, path))
    return place._replace(file=f"{REGISTER_FOLDER}/{place.file}"), said


def _owner(name: str, root: Path, context: Context) -> Rulebook:
    """The rulebook whose register it is; of several the first, for they lie in the same place."""
    books = rulebooks_of(read_survey(context, root), root, "").values()
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
    return f"{REGISTER_FOLDER}.{form.id}.NAMN.{list(form.fields)[-1]}"
