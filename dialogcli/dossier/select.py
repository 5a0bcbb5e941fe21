"""Finding answers by the rulebook's paths, and what is found as plain values or as a short mark
that shows a later change.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Shape, Trait
from dialogcli.base.words import is_number, same_word
from dialogcli.dossier.model import Answer, Dossier, FormFile, NotApplicable, Parts, TableRows
from dialogcli.dossier.values import NOT_APPLICABLE
from dialogcli.rulebook.model import DECISIONS, PAPER_DAY
from dialogcli.yamltext.nodes import Plain


def fingerprint(answer: Answer) -> str:
    """16 hexadecimal digits of the SHA-256 of the answer's canonical form."""
    canonical = json.dumps(
        _canonical(answer), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _canonical(answer: Answer) -> object:
    match answer.value:
        case Parts(answers):
            return {name: _canonical(part) for name, part in answers.items() if part.given}
        case TableRows(answers):
            return [_canonical(row) for row in answers if row.given]
        case NotApplicable(reason):  # who says so, and when, may be written later
            return {"ej_tillämpligt": " ".join(reason.split())}
    return " ".join(answer.text.split())


def as_plain(answer: Answer | None) -> Plain:
    """An answer as it would be written: text, a list or a mapping; '' when nothing is given."""
    if answer is None or not answer.given:
        return ""
    match answer.value:
        case NotApplicable() as excuse:
            return {NOT_APPLICABLE: excuse_as_plain(excuse)}
        case Parts(parts):
            return {name: as_plain(part) for name, part in parts.items() if part.given}
        case TableRows(rows):
            return [as_plain(row) for row in rows]
    return answer.text


def excuse_as_plain(excuse: NotApplicable) -> Plain:
    """The short form where nobody answers for it yet."""
    parts: dict[str, Plain] = {"skäl": excuse.reason}
    if excuse.by:
        parts["av"] = excuse.by
    if excuse.day:
        parts["datum"] = str(excuse.day)
    return parts if len(parts) > 1 else excuse.reason


def readable(value: Plain) -> str:
    """A value in one line, to be compared by eye."""
    match value:
        case dict():
            return ", ".join(filter(None, map(readable, value.values())))
        case list():
            return "; ".join(map(readable, value))
    return " ".join(value.split())


def select(dossier: Dossier, path: str) -> list[Answer]:
    """All answers that a path leads to, filled or not, in the order of files and rows.

    Empty when there is no such file or row. Of several decisions at one gate only the latest is
    looked at.
    """
    form_id, *rest = path.split(".")
    form = dossier.rulebook.forms.get(form_id)
    if form is None or not rest:
        return []
    files: list[FormFile] = list(dossier.files.get(form_id, ()))
    if form.items:
        key, *rest = rest
        files = _items(dossier, form_id, files, key)
    if not rest:
        return []
    found = (file.answers[rest[0]] for file in files if rest[0] in file.answers)
    return [answer for start in found for answer in _descend(start, rest[1:])]


def leaves(answers: list[Answer]) -> Iterator[Answer]:
    """The filled single values among answers: a field with `many` gives each of its values."""
    for answer in answers:
        yield from (one for one in answer.rows or (answer,) if one.filled and not one.excused)


class DayAt(NamedTuple):
    """A day that stands in a file. `beside`: the answers of its row, group or file, by name."""

    day: Day
    answer: Answer
    beside: Mapping[str, Answer]


def days_at(file: FormFile, path: str) -> Iterator[DayAt]:
    """The days at a path in a form (`datum`, `anmält.datum`); of a table one for each row."""
    *outer, last = path.split(".")
    scopes: list[Mapping[str, Answer]] = [file.answers]
    for name in outer:
        found = [scope[name] for scope in scopes if name in scope]
        scopes = [one.parts for answer in found for one in answer.rows or (answer,)]
    for scope in scopes:
        if last in scope and (day := scope[last].day):
            yield DayAt(day, scope[last], scope)


def latest_decision(dossier: Dossier, gate_id: str) -> FormFile | None:
    """The decision that counts at a gate: the one with the latest date, of two on one day the last
    file.
    """
    files = [file for file in dossier.files.get(DECISIONS, ()) if file.key == gate_id]
    return max(files, key=lambda file: (_last_day(file), file.file), default=None)


def first_day(dossier: Dossier) -> date | None:
    """The earliest day on which anything of a dialogue is said to have happened."""
    days = [answer.day for answer in _facts(dossier)]
    return min((day.first for day in days if day), default=None)


def _facts(dossier: Dossier) -> Iterator[Answer]:
    """The days of all that has happened, considerations included."""
    for file in dossier.all_files():
        for name in file.form.facts:
            answer: Answer | None = file.answers.get(name.split(".")[0])
            for part in name.split(".")[1:]:
                answer = answer.part(part) if answer else None
            if answer:
                yield answer
        for answer in file.answers.values():
            considered = answer.part(PAPER_DAY)
            if answer.field.type.shape is Shape.STATEMENT and considered:
                yield considered


def _items(dossier: Dossier, form_id: str, files: list[FormFile], key: str) -> list[FormFile]:
    if key == "*":
        return files
    if form_id == DECISIONS:
        latest = latest_decision(dossier, key)
        return [latest] if latest else []
    return [file for file in files if same_word(file.key, key)]


def _last_day(file: FormFile) -> str:
    return file.day.last.isoformat() if file.day else ""


def _descend(answer: Answer, words: list[str]) -> Iterator[Answer]:
    if not words:
        yield answer
        return
    word, *rest = words
    if word == "*":
        for row in answer.rows:
            yield from _descend(row, rest)
    elif is_number(word):
        for row in answer.rows[int(word) - 1 : int(word)]:
            yield from _descend(row, rest)
    elif part := answer.part(word):
        yield from _descend(part, rest)


def excused(dossier: Dossier) -> Iterator[Answer]:
    """Every answer that says of itself that it does not apply, wherever it stands."""
    for file in dossier.all_files():
        for answer in file.answers.values():
            yield from _excused_in(answer)


def _excused_in(answer: Answer) -> Iterator[Answer]:
    match answer.value:
        case NotApplicable() if answer.filled:
            yield answer
        case Parts(parts):
            for part in parts.values():
                yield from _excused_in(part)
        case TableRows(rows):
            for row in rows:
                yield from _excused_in(row)


def named_organs(dossier: Dossier) -> Iterator[Answer]:
    """Every answer that names an organ, wherever it stands."""
    for file in dossier.all_files():
        for answer in file.answers.values():
            yield from _organs_in(answer)


def _organs_in(answer: Answer) -> Iterator[Answer]:
    if isinstance(answer.value, Parts):
        for part in answer.value.answers.values():
            yield from _organs_in(part)
    for row in answer.rows:
        yield from _organs_in(row)
    if Trait.ORGAN in answer.field.type.traits and answer.text:
        yield answer
