"""`dialog add` without questions: new items out of the words of a command line, or out of a file;
and where the entries of a register are added.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from dialogcli.base.findings import Place, UnreadableError, UsageError
from dialogcli.base.words import did_you_mean, same_word
from dialogcli.disk.folders import ensure_folder
from dialogcli.dossier.build import REGISTER_FOLDER, register_forms, shelf_rulebook
from dialogcli.dossier.model import Answer, Dossier, FormFile
from dialogcli.dossier.reading import read_shelf
from dialogcli.interview.answers_file import items_in
from dialogcli.interview.items import form_called
from dialogcli.interview.parsing import Refusal, parse_answer
from dialogcli.interview.question import question_about
from dialogcli.rulebook.model import Field, Form, Rulebook
from dialogcli.usecases.interview.answers import load_answers
from dialogcli.usecases.interview.recorder import Recorder
from dialogcli.yamltext.nodes import Plain

UNTOUCHED = "Inget är ändrat."


def item_of_words(
    dossier: Dossier, form: Form, words: Iterable[str], today: date
) -> dict[str, Plain]:
    """Field -> value out of `FÄLT=VÄRDE`. Raises UsageError for what cannot be read, and without the
    key.
    """
    found: dict[str, Plain] = {}
    for word in words:
        name, sign, text = word.partition("=")
        if not sign or not text.strip():
            raise UsageError(
                f"{word} går inte att läsa. {UNTOUCHED}",
                "Skriv så: FÄLT=VÄRDE, till exempel datum=10/3",
            )
        of = _field(form, name)
        found[of.id] = _parsed(dossier, form, of, text, today)
    if form.items not in found:
        raise UsageError(
            f"{form.fields[form.items].label} saknas. {UNTOUCHED}", f"Lägg till {form.items}=VÄRDE."
        )
    return found


def items_of_file(
    recorder: Recorder, form: Form, path: Path, name: str, today: date
) -> list[dict[str, Plain]]:
    """The items of an answers file. Raises UsageError with everything that is wrong."""
    return items_in(load_answers(path, name), recorder.dossier, form, today)


def add_all(recorder: Recorder, form: Form, items: Iterable[dict[str, Plain]]) -> list[FormFile]:
    """Make a file for each."""
    return [recorder.add_item(form, values) for values in items]


def registers_of(rulebook: Rulebook) -> list[str]:
    """The registers that keep entries of their own."""
    return list(register_forms(rulebook))


def register_recorder(rulebook: Rulebook, root: Path, typed: str) -> tuple[Recorder, Form] | None:
    """Where an entry of a register that keeps its own is added, and its form; None when there is
    no such register. Raises UnreadableError while a file of it cannot be read.
    """
    if not register_forms(rulebook):
        return None
    form = form_called(shelf_rulebook(rulebook), typed)
    if form is None:
        return None
    folder = ensure_folder(root / REGISTER_FOLDER)
    shelf = read_shelf(root, rulebook)
    if shelf.faults:
        raise UnreadableError(f"Rätta filen först. {UNTOUCHED}", faults=shelf.faults)
    return Recorder(folder, shelf, again=lambda: read_shelf(root, rulebook)), form


def _field(form: Form, typed: str) -> Field:
    for name, of in form.fields.items():
        if same_word(typed, name):
            return of
    raise UsageError(
        f"Fältet {typed} finns inte här.{did_you_mean(typed, form.fields)} {UNTOUCHED}"
    )


def _parsed(dossier: Dossier, form: Form, of: Field, text: str, today: date) -> Plain:
    question = question_about(dossier, Answer(f"{form.id}.ny.{of.id}", of, Place("")))
    value = parse_answer(replace(question, on_screen=False), text, today)
    if isinstance(value, Refusal):
        raise UsageError(f"{of.label}: {value.text}", UNTOUCHED)
    return value
