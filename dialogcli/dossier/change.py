"""Writing one answer: from the path of a field to its place in a file, which may have to be laid
out first. Nothing else in the file changes.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogcli.base.findings import ConflictError, Place, UnreadableError, UsageError
from dialogcli.base.words import is_number, listed, same_word
from dialogcli.disk.files import create, delete, read_text, replace
from dialogcli.disk.folders import create_folder, inside
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Answer, Dossier, FormFile, NotApplicable, Wrong
from dialogcli.dossier.select import as_plain, readable, select
from dialogcli.dossier.values import NOT_APPLICABLE
from dialogcli.rulebook.model import DECISIONS, Field, Form
from dialogcli.yamltext import nodes
from dialogcli.yamltext.editor import remove, set_value
from dialogcli.yamltext.nodes import Plain
from dialogcli.yamltext.reader import read_yaml


def followed(root: nodes.Mapping, keys: Sequence[str | int]) -> int:
    """How many of the keys can be followed, the one at which to write included."""
    node: nodes.Node = root
    for depth, key in enumerate(keys):
        match node, key:
            case nodes.Mapping(), str() if not node.get(NOT_APPLICABLE):
                entry = node.get(key)
                if entry is None:
                    return depth + 1
                node = entry.value
            case nodes.Sequence(), int() if key < len(node.items):
                node = node.items[key]
            case nodes.Sequence(), int() if key == len(node.items):
                return depth + 1
            case _:
                return depth
    return len(keys)


def grafted(stem: Plain, keys: Sequence[str | int], value: Plain) -> Plain:
    """The stem with the value at the end of the keys; lists grow by one at most."""
    if not keys:
        return value
    key, *rest = keys
    if isinstance(key, int):
        rows = list(stem) if isinstance(stem, list) else []
        if key > len(rows):
            raise UsageError(
                f"Rad {key + 1} finns inte. Nästa rad är nummer {len(rows) + 1}. Inget är ändrat."
            )
        old = rows[key] if key < len(rows) else ""
        return [*rows[:key], grafted(old, rest, value), *rows[key + 1 :]]
    parts = dict(stem) if isinstance(stem, dict) else {}
    return {**parts, key: grafted(parts.get(key, ""), rest, value)}


_ATTEMPTS = 3


class ChangedMeanwhileError(ConflictError):
    """Somebody else has changed the same answer since the dossier was read; `there` is what the
    file says now.
    """

    def __init__(self, file: str, there: str, ours: str) -> None:
        super().__init__(
            f"Någon annan har ändrat samma svar i {file}. Inget är ändrat.",
            f"  I filen nu:  {there or 'saknas'}",
            f"  Ditt svar:   {ours}",
        )
        self.file, self.there, self.ours = file, there, ours


class RowsChangedError(ConflictError):
    """The row that was meant is another one by now: somebody has added, removed or changed rows.
    `new`: it was to be a new row.
    """

    def __init__(self, file: str, new: bool) -> None:
        super().__init__(f"Någon annan har ändrat raderna i {file}. Inget är ändrat.")
        self.file, self.new = file, new


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to begin with where there is none yet: its name in the dossier and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """Where an answer stands: `field_path` leads to a field of a file, `inside` on into its parts
    and rows.

    `known` is the answer as it was when the dossier was read; None for a new file.
    """

    path: str
    field_path: str
    inside: tuple[str, ...]
    known: Answer | None


def write_answer(
    folder: Path, dossier: Dossier, path: str, value: Plain, new_file: NewFile | None = None
) -> Place:
    """Write the value at a concrete path and return where it stands.

    What others have written in the file since it was read stays. Raises ChangedMeanwhileError when
    it is this answer, RowsChangedError when it is no longer that row, UsageError for a path that
    leads nowhere, UnreadableError when the file has become unreadable.
    """
    target = locate(dossier, path)
    file_name = _existing_file(dossier, target)
    if not file_name and new_file and inside(folder, new_file.name).exists():
        file_name = new_file.name  # somebody has just begun it
    if file_name:

        def written(text: str) -> str:
            return changed_text(dossier, target, file_name, text, value)

        return _place(dossier, file_name, _replaced(folder, file_name, written), target)
    if new_file is None:
        raise UsageError(f"Filen för {path} finns inte. Inget är ändrat.")
    text = _edited(dossier, target, new_file.name, new_file.text, value)
    create_file(folder, new_file.name, text)
    return _place(dossier, new_file.name, text, target)


def write_answers(
    folder: Path,
    dossier: Dossier,
    name: str,
    answers: Mapping[str, Plain | None],
    new_text: Callable[[], str],
) -> None:
    """Write many answers of one file, path -> value, one after the other, and the file once; None
    takes a row away. `new_text` begins the file where there is none.

    Each is held against what was read, as one alone is, and each edit verified; nothing is written
    when one of them is refused. Raises as `write_answer`.
    """
    targets = [(locate(dossier, path), value) for path, value in answers.items()]

    def written(text: str) -> str:
        if text != dossier.texts.get(name):
            now = _reread(dossier, name, text)
            for target, value in targets:
                _refuse_change(dossier, now, target, name, "" if value is None else value)
        for target, value in targets:
            if value is None:
                text = remove(text, _keys(target))
            else:
                text = _edited(dossier, target, name, text, value)
        return text

    if inside(folder, name).exists():
        _replaced(folder, name, written)
    else:
        begun = new_text()
        create_file(folder, name, written(begun))


def file_of(dossier: Dossier, path: str) -> str:
    """The name of the file that holds the answer at a path; '' when it is still to be made."""
    return _existing_file(dossier, locate(dossier, path))


def remove_row(folder: Path, dossier: Dossier, path: str) -> None:
    """Take away a row of a table, or an item of a list; the rows below it move up.

    Raises ChangedMeanwhileError when it is no longer what it was, UsageError when there is none.
    """
    target = locate(dossier, path)
    file_name = _existing_file(dossier, target)
    if not file_name or not target.inside or _at([target.known], target.inside) is None:
        raise UsageError(f"Det finns ingen rad {path}. Inget är ändrat.")

    def removed(text: str) -> str:
        _refuse_change(dossier, _reread(dossier, file_name, text), target, file_name, "")
        return remove(text, _keys(target))

    _replaced(folder, file_name, removed)


def locate(dossier: Dossier, path: str) -> AnswerPlace:
    """Where a path leads. Raises UsageError when the rulebook has no such field."""
    form_id, *words = path.split(".")
    form = dossier.rulebook.forms.get(form_id)
    depth = 2 if form and form.items else 1
    if form is None or len(words) < depth or dossier.rulebook.field_at(path) is None:
        raise UsageError(f"Fältet {path} finns inte i regelverket. Inget är ändrat.")
    if form.items and form.id != DECISIONS:
        return _in_item(dossier, path, form, words)
    field_path = ".".join([form_id, *words[:depth]])
    return AnswerPlace(
        path, field_path, tuple(words[depth:]), next(iter(select(dossier, field_path)), None)
    )


def _in_item(dossier: Dossier, path: str, form: Form, words: Sequence[str]) -> AnswerPlace:
    """The same in a file of its own, which goes by its name or its key. Raises UsageError where
    several have that key.
    """
    word, name, *inside = words
    file = dossier.item(form.id, word)
    if file is None and len(same := _with_key(dossier, form, word)) > 1:
        raise UsageError(
            f"{word} kan vara flera filer. Inget är ändrat.",
            f"Skriv filens namn: {listed((f'{form.id}.{one.stem}' for one in same), 'eller')}",
        )
    key = file.key if file else word
    known = file.answers.get(name) if file else None
    return AnswerPlace(path, f"{form.id}.{key}.{name}", tuple(inside), known)


def _with_key(dossier: Dossier, form: Form, word: str) -> list[FormFile]:
    return [file for file in dossier.files.get(form.id, ()) if same_word(file.key, word)]


def changed_text(dossier: Dossier, target: AnswerPlace, name: str, text: str, value: Plain) -> str:
    """A file's text with the answer changed. Raises ChangedMeanwhileError when it no longer says
    what was known.
    """
    _refuse_change(dossier, _reread(dossier, name, text), target, name, value)
    return _edited(dossier, target, name, text, value)


def _refuse_change(
    dossier: Dossier, now: Dossier, target: AnswerPlace, name: str, value: Plain
) -> None:
    """`now` is what the file says by now, without the others."""
    found = select(now, target.field_path)
    if row := _row_of(dossier, target):
        was, is_ = _at([target.known], row), _at(found, row)
        if not _is_same_row(was, is_):
            raise RowsChangedError(name, new=was is None or not was.given)
    there = as_plain(_at(found, target.inside))
    if there != as_plain(_at([target.known], target.inside)):
        raise ChangedMeanwhileError(name, readable(there), readable(value))


def _row_of(dossier: Dossier, target: AnswerPlace) -> tuple[str, ...]:
    """The part of the path that ends at a row of a table; () outside tables."""
    for depth, word in enumerate(target.inside, 1):
        if is_number(word):
            row = dossier.rulebook.field_at(".".join([target.field_path, *target.inside[:depth]]))
            return target.inside[:depth] if row and row.parts else ()
    return ()


def _is_same_row(was: Answer | None, now: Answer | None) -> bool:
    """Whether a row still has something of what it had; what is removed or added above it moves
    rows.
    """
    before, after = as_plain(was), as_plain(now)
    if not isinstance(before, dict) or not isinstance(after, dict):
        return before == after
    return any(after.get(name) == text for name, text in before.items())


def _replaced(folder: Path, name: str, change: Callable[[str], str]) -> str:
    """Change the file and return its new text. A file that is saved just as we write is read again."""
    for _ in range(_ATTEMPTS - 1):
        file = read_text(inside(folder, name), name)
        text = change(file.text)
        with contextlib.suppress(ConflictError):
            return replace(file, text).text
    file = read_text(inside(folder, name), name)
    return replace(file, change(file.text)).text


def create_file(folder: Path, name: str, text: str) -> None:
    """A new file; the first item of a form brings its folder with it. Raises ConflictError when
    there is one.
    """
    above, _, file_name = name.rpartition("/")
    if above and not (folder / above).exists():
        create_folder(folder / above, {file_name: text})
    else:
        create(inside(folder, name), text)


def with_values(form: Form, text: str, values: Mapping[str, Plain]) -> str:
    """The text of a file with whole fields changed; '' empties one, and what is not there yet is
    added in the order of the form. Raises UsageError where the file cannot be changed like that.
    """
    for name, value in values.items():
        text = set_value(text, (name,), value, tuple(form.fields))
    return text


def rewrite_file(folder: Path, dossier: Dossier, name: str, text: str) -> None:
    """Put a new text in the place of the one that the dossier was read from. Raises ConflictError
    when somebody has changed it.
    """
    file = read_text(inside(folder, name), name)
    if file.text != dossier.texts[name]:
        raise ConflictError(f"Någon annan har ändrat {name}. Inget är ändrat.")
    replace(file, text)


def remove_file(folder: Path, dossier: Dossier, name: str) -> None:
    """Take away the file of an item. Raises ConflictError when it is no longer what it was."""
    file = read_text(inside(folder, name), name)
    if file.text != dossier.texts.get(name, file.text):
        raise ConflictError(f"Någon annan har ändrat {name}. Filen är kvar.")
    delete(file)


def _existing_file(dossier: Dossier, target: AnswerPlace) -> str:
    """The name of the file that holds the answer; '' when it is still to be made."""
    if target.known is None:
        return ""
    files: Sequence[FormFile] = dossier.files[target.path.split(".")[0]]
    name = target.known.place.file
    return name if any(file.file == name and file.present for file in files) else ""


def _reread(dossier: Dossier, name: str, text: str) -> Dossier:
    now = build_dossier(dossier.rulebook, {name: text})
    if now.faults:
        raise UnreadableError(
            f"{name} går inte längre att läsa. Inget är ändrat.", faults=now.faults
        )
    return now


def _at(answers: Sequence[Answer | None], inside: Sequence[str]) -> Answer | None:
    """The part or row that lies `inside` the first answer; None when there is none."""
    found = next(iter(answers), None)
    for word in inside:
        if found is None:
            return None
        if is_number(word):
            found = found.rows[int(word) - 1] if 0 < int(word) <= len(found.rows) else None
        else:
            found = found.part(word)
    return found


def _edited(dossier: Dossier, target: AnswerPlace, name: str, text: str, value: Plain) -> str:
    """The text with the value in it. Where the way there is not laid out yet, the whole field is
    written.
    """
    keys = _keys(target)
    root = read_yaml(text, "").root  # as the editor reads it
    if root is None:
        raise UnreadableError(f"{name} går inte att läsa. Inget är ändrat.")
    depth = followed(root, keys)
    if depth < len(keys):
        answer = _at(
            select(_reread(dossier, name, text), target.field_path), target.inside[: depth - 1]
        )
        if answer and isinstance(answer.value, Wrong):
            raise UsageError(
                f"Det som står i {answer.place} har fel form. Inget är ändrat.",
                "Rätta det i en textredigerare först, så att ingen text går förlorad.",
            )
        excused = answer is not None and isinstance(answer.value, NotApplicable)
        value = grafted("" if excused else as_plain(answer), keys[depth:], value)
    return set_value(text, keys[:depth], value, _key_order(dossier, target, depth))


def _keys(target: AnswerPlace) -> tuple[str | int, ...]:
    """The way to the answer in its file; rows count from 0 there."""
    *_, field_id = target.field_path.split(".")
    return field_id, *map(_key, target.inside)


def _key(word: str) -> str | int:
    return int(word) - 1 if is_number(word) else word


def _key_order(dossier: Dossier, target: AnswerPlace, depth: int) -> tuple[str, ...]:
    """The order of the keys beside the one that is written."""
    if depth == 1:
        return tuple(dossier.rulebook.forms[target.path.split(".")[0]].fields)
    above = ".".join([target.field_path, *target.inside[: depth - 2]])
    of: Field | None = dossier.rulebook.field_at(above)
    return tuple(of.parts) if of else ()


def _place(dossier: Dossier, name: str, text: str, target: AnswerPlace) -> Place:
    now = build_dossier(dossier.rulebook, {name: text})
    found = next(iter(select(now, ".".join([target.field_path, *target.inside]))), None)
    return found.place if found else Place(name)
