"""Finding answers by the rulebook's paths: words with dots, `*` for every row or file."""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.dossier.model import Answer, Dossier, FormFile
from dialogcli.model.words import is_number, same_word
from dialogcli.rulebook.model import DECISIONS


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


def latest_decision(dossier: Dossier, gate_id: str) -> FormFile | None:
    """The decision that counts at a gate: the one with the latest date, of two on one day the last
    file.
    """
    files = [file for file in dossier.files.get(DECISIONS, ()) if file.key == gate_id]
    return max(files, key=lambda file: (_last_day(file), file.file), default=None)


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
