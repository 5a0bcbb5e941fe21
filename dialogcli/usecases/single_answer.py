"""One answer that is given without a question: in a dossier, an exception from one rule, or an
entry of a register (`register.kandidatområden.NAMN.FÄLT`).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from dialogcli.base.characters import shown
from dialogcli.base.commands import list_register, set_
from dialogcli.base.findings import Place, UnreadableError, UsageError
from dialogcli.base.screen import Slot, line
from dialogcli.base.words import did_you_mean, is_number, same_word
from dialogcli.disk.folders import ensure_folder
from dialogcli.disk.lock import Tell, locked, silent
from dialogcli.dossier.build import REGISTER_FOLDER, register_forms
from dialogcli.dossier.change import write_answer
from dialogcli.dossier.model import Answer, Dossier, FormFile
from dialogcli.dossier.reading import read_shelf
from dialogcli.dossier.select import select
from dialogcli.interview.chapters import NOT_ASKED
from dialogcli.interview.lookup import UNTOUCHED, existing, resolve
from dialogcli.interview.parsing import Refusal, parse_answer, waiver
from dialogcli.interview.question import Question, question_about
from dialogcli.interview.question_screens import echo, no_answer_told
from dialogcli.rulebook.model import WAIVERS, Rulebook
from dialogcli.usecases.interview.recorder import Recorder, new_file_for
from dialogcli.yamltext.nodes import Plain


class Given(NamedTuple):
    """What was given: the answer, the reason for it and who answers for that; each '' when it was
    not. `clear`: that the answer is to be taken away.
    """

    value: str
    reason: str = ""
    by: str = ""
    clear: bool = False


class Saved(NamedTuple):
    """Where an answer stands now (its file is named as seen from the folder that was given), and how
    it was understood: `290 000 kronor`, '' for what is as it was given. `remark`: that it is written
    but is no answer, '' for all others.
    """

    place: Place
    understood: str = ""
    remark: str = ""


class _Read(NamedTuple):
    """The value to write, and what is said of it (as in `Saved`)."""

    value: Plain
    understood: str = ""
    remark: str = ""


def means_register(field: str) -> bool:
    """Whether the field that was typed is one of a register."""
    return same_word(field.split(".")[0], REGISTER_FOLDER)


def save_answer(
    folder: Path, field: str, given: Given, now: datetime, program: str, tell: Tell = silent
) -> Saved:
    """Write one answer. `folder` is that of the dossier, for a register that of the repository;
    `program` is what others are told that holds it meanwhile, `tell` says that one waits for them.

    Raises UsageError for a field that there is not, and for no answer to it; UnreadableError while a
    file cannot be read, ConflictError when somebody else is writing, InputOutputError.
    """
    if given.clear and given != Given("", clear=True):
        raise UsageError(f"Skriv antingen ett svar eller --clear. {UNTOUCHED}")
    if means_register(field):
        return _save_entry(folder, field, given, now, program, tell)
    with locked(folder, program, now, tell):
        recorder = Recorder.open(folder)
        path = resolve(recorder.dossier.rulebook, field)
        if given.clear:
            return Saved(cleared(recorder, path), "")
        if path.count(".") == 1 and path.startswith(f"{WAIVERS}."):
            return _waive(recorder, path, given, now.date())
        path = existing(recorder.dossier, path)
        read = _read(recorder.dossier, path, given, now.date())
        return Saved(recorder.write(path, read.value), read.understood, read.remark)


def cleared(recorder: Recorder, path: str) -> Place:
    """Take an answer away: of a table or a list one row, or all of it; of an exception its file.
    Raises UsageError where there is nothing, and for what a dossier cannot be without.
    """
    form_id, *words = path.split(".")
    form = recorder.dossier.rulebook.forms[form_id]
    item = recorder.dossier.item(form_id, words[0]) if form.items and words else None
    if form_id == WAIVERS and len(words) == 1 and item:
        recorder.remove_item(item)
        return Place(item.file)
    answer = _to_clear(recorder.dossier, path, item)
    if is_number(path.rpartition(".")[2]):
        recorder.remove_row(path)
    else:
        recorder.leave_blank(path)
    return answer.place


def _to_clear(dossier: Dossier, path: str, item: FormFile | None) -> Answer:
    answer = next(iter(select(dossier, path)), None)
    if answer is None or not answer.given:
        raise UsageError(f"Det finns inget svar att ta bort. {UNTOUCHED}")
    is_key = item is not None and path.split(".")[2:] == [item.form.items]
    if path in NOT_ASKED or is_key:
        raise UsageError(f"{answer.field.label} går att ändra, men inte att ta bort. {UNTOUCHED}")
    return answer


def _waive(recorder: Recorder, path: str, given: Given, today: date) -> Saved:
    """Write an exception from one rule, field by field; the reason comes last, since nothing counts
    without it.
    """
    _, rule = path.split(".")
    reason = given.value or given.reason
    place = Place("")
    for part, text in waiver(recorder.dossier.rulebook, rule, reason, given.by, today).items():
        place = recorder.write(f"{path}.{part}", text)
    return Saved(place)


def _save_entry(
    root: Path, field: str, given: Given, now: datetime, program: str, tell: Tell
) -> Saved:
    """Write one field of an entry; the entry is made when it is not there."""
    _, name, *rest = [*field.split("."), ""]
    book = _owner(name, root, now.date())
    if len(rest) < 3:
        raise UsageError(
            f"Skriv också vilken rad och vilket fält det gäller. {UNTOUCHED}",
            line("Skriv så: ", set_(_example(book, name), "SVAR")),
        )
    folder = ensure_folder(root / REGISTER_FOLDER)
    with locked(folder, program, now, tell):
        shelf = read_shelf(root, book)
        if shelf.faults:
            raise UnreadableError(f"Rätta filen först. {UNTOUCHED}", faults=shelf.faults)
        path = resolve(shelf.rulebook, field.partition(".")[2])
        read = _Read("") if given.clear else _read(shelf, path, given, now.date())
        place = write_answer(folder, shelf, path, read.value, new_file_for(shelf.rulebook, path))
    place = place._replace(file=f"{REGISTER_FOLDER}/{place.file}")
    return Saved(place, read.understood, read.remark)


def _owner(name: str, root: Path, today: date) -> Rulebook:
    """The rulebook whose register it is; of several the first, for they lie in the same place."""
    from dialogcli.usecases.survey import (  # brings all of a check, which no other answer needs
        read_survey,
        rulebooks_of,
    )

    books = rulebooks_of(read_survey(root, today, seen_from=root), root, "").values()
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


def _read(dossier: Dossier, path: str, given: Given, today: date) -> _Read:
    """Raises UsageError with what an answer looks like."""
    question = _question(dossier, path, given.by)
    answer = _parsed(question, given, today)
    remark = no_answer_told(question, answer)
    return _Read(answer, "" if remark else echo(question, answer), remark)


def _question(dossier: Dossier, path: str, by: str) -> Question:
    """The question that the field would have been; also for a row or a file that is not there yet."""
    found = dossier.answer(path) or next(iter(select(dossier, path)), None)
    of = found.field if found else dossier.rulebook.field_at(path)
    if of is None:
        raise UsageError(f"{path} är ett helt underlag. Skriv också fältet. {UNTOUCHED}")
    if of.many and is_number(path.rpartition(".")[2]):
        of = of._replace(many=False)  # one more of a list
    return replace(
        question_about(dossier, found or Answer(path, of, Place("")), by), on_screen=False
    )


def _parsed(question: Question, given: Given, today: date) -> Plain:
    if not given.value:
        raise UsageError(
            f"Svaret saknas. {UNTOUCHED}", line("Skriv så: ", set_(question.path, Slot("SVAR")))
        )
    typed = f"{given.value}, {given.reason}" if given.reason and question.choices else given.value
    answer = parse_answer(question, typed, today)
    if isinstance(answer, Refusal):
        raise UsageError(answer.text, UNTOUCHED)
    return answer
