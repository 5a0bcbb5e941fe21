"""Saving answers one by one, also while others write in the same folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dialogcli.base.findings import DialogError, InputOutputError, Place, UnreadableError
from dialogcli.base.words import is_number, slug
from dialogcli.disk.atomic import DiskFullError
from dialogcli.dossier.change import (
    ChangedMeanwhileError,
    NewFile,
    RowsChangedError,
    create_file,
    file_of,
    remove_file,
    remove_row,
    write_answer,
    write_answers,
)
from dialogcli.dossier.model import Dossier, FormFile
from dialogcli.dossier.reading import Load, read_dossier, remembering, rulebook_with
from dialogcli.dossier.select import readable
from dialogcli.interview.question import MARKED, copied_paths, field_of
from dialogcli.rulebook.model import SESSIONS, Form, Rulebook
from dialogcli.scaffold.new_dossier import form_text, item_file, item_text
from dialogcli.yamltext.nodes import Plain

Settle = Callable[[ChangedMeanwhileError], bool]
"""Asks which of two texts is to stand: true for our own."""

Lock = Callable[[], AbstractContextManager[None]]
"""Keeps others from writing for as long as one save takes."""


@dataclass(slots=True)
class Recorder:
    """The dossier as it stands after every answer, and how many have been saved."""

    folder: Path
    dossier: Dossier
    load: Load = rulebook_with
    saved: int = 0
    unsaved: Plain = ""
    """An answer that waits to be confirmed, '' for none."""
    again: Callable[[], Dossier] | None = None
    """Reads the entries of a register anew, where it is those that are asked about."""
    lock: Lock = nullcontext
    """Held while one answer is saved. Whoever holds the folder's lock already needs none."""

    @classmethod
    def open(cls, folder: Path, lock: Lock = nullcontext) -> Recorder:
        """The recorder of a dossier, whose rulebook is then loaded once however many answers are
        saved.

        Raises UnreadableError while a file cannot be read: an answer to it could not be saved.
        """
        load = remembering(rulebook_with)
        dossier = read_dossier(folder, load)
        if dossier.faults:
            raise UnreadableError("Rätta filen först. Inget är ändrat.", faults=dossier.faults)
        return cls(folder, dossier, load, lock=lock)

    def write(self, path: str, value: Plain) -> Place:
        """Write one answer, which then stands at the place, and read the dossier again.

        Raises ChangedMeanwhileError, RowsChangedError, LockedError while somebody else writes,
        InputOutputError with the answer in it, which then is the only copy.
        """
        with self.lock():
            try:
                place = self._write(path, value)
            except InputOutputError as error:
                raise _with_the_answer(error, value) from error
            self.saved += 1
            return place

    def save(self, path: str, value: Plain, settle: Settle) -> Place | None:
        """The same with somebody to settle a conflict. None when somebody else's answer was left
        standing. A new row goes after those that others have added meanwhile.
        """
        try:
            return self.write(path, value)
        except RowsChangedError as changed:
            if not changed.new:
                raise
            self.reread()
            return self.save(self._in_next_row(path), value, settle)
        except ChangedMeanwhileError as conflict:
            ours = settle(conflict)
            self.reread()
            return self.save(path, value, settle) if ours else None

    def write_all(self, answers: Mapping[str, Plain | None]) -> None:
        """Write many answers, path -> value: '' empties a field, None takes a row away. Each file is
        written once, in the order of their first answers; the dossier is read once more at the end.

        Raises as `write`; what stands in earlier files is then saved.
        """
        with self.lock():
            for name, those in self._by_file(answers).items():
                try:
                    new_text = partial(self._begun, those)
                    write_answers(self.folder, self.dossier, name, those, new_text)
                except DialogError as error:
                    error.hints = (*error.hints, f"{self.tally}. Resten står i svarsfilen.")
                    raise
                self.saved += sum(bool(value) for value in those.values())
            self.reread()
            for path in answers:
                self._confirm(path)

    def _by_file(self, answers: Mapping[str, Plain | None]) -> dict[str, dict[str, Plain | None]]:
        found: dict[str, dict[str, Plain | None]] = {}
        for path, value in answers.items():
            name = file_of(self.dossier, path) or new_file_name(self.dossier.rulebook, path)
            found.setdefault(name, {})[path] = value
        return found

    def _begun(self, answers: Mapping[str, object]) -> str:
        return new_file_for(self.dossier.rulebook, next(iter(answers))).text

    def leave_blank(self, path: str) -> None:
        """Note that a question was passed by: its key stands there, empty. That is not counted as
        an answer.
        """
        with self.lock():
            self._write(path, "")

    def remove_row(self, path: str) -> None:
        """Take away a row of a table. Raises ConflictError when the file cannot be changed like
        that.
        """
        with self.lock():
            remove_row(self.folder, self.dossier, path)
            self.reread()
            self._confirm(path)

    def add_item(self, form: Form, given: Mapping[str, Plain]) -> FormFile:
        """Make the file of a new item, with its key and whatever else is given. Raises ConflictError,
        InputOutputError.
        """
        with self.lock():
            self.reread()  # somebody may have taken the name
            name = _free_name(self.dossier, form, given)
            text = item_text(self.dossier.rulebook, form, str(given[form.items]), given)
            create_file(self.folder, name, text)
            self.saved += len(given)
            self.reread()
        return next(file for file in self.dossier.files[form.id] if file.file == name)

    def remove_item(self, file: FormFile) -> None:
        """Take away the file of an item. Raises ConflictError when somebody has changed it."""
        with self.lock():
            remove_file(self.folder, self.dossier, file.file)
            self.reread()

    def reread(self) -> None:
        """Take in what others have written."""
        self.dossier = self.again() if self.again else read_dossier(self.folder, self.load)

    def confirm(self, path: str) -> None:
        """An answer that was copied from another dossier has been looked at, or has been written
        anew.
        """
        with self.lock():
            self.reread()
            self._confirm(path)

    def _write(self, path: str, value: Plain) -> Place:
        new_file = new_file_for(self.dossier.rulebook, path)
        place = write_answer(self.folder, self.dossier, path, value, new_file)
        self.reread()
        self._confirm(path)
        return place

    def _in_next_row(self, path: str) -> str:
        """The path of the same answer in the row after the last one."""
        words = path.split(".")
        at = next(number for number, word in enumerate(words) if number > 1 and is_number(word))
        table = self.dossier.answer(".".join(words[:at]))
        words[at] = str(len(table.rows) + 1 if table else 1)
        return ".".join(words)

    def _confirm(self, path: str) -> None:
        marked = copied_paths(self.dossier)
        if field_of(path) not in marked:
            return
        row = marked.index(field_of(path)) + 1
        if len(marked) == 1:
            write_answer(self.folder, self.dossier, MARKED, "")
        else:
            remove_row(self.folder, self.dossier, f"{MARKED}.{row}")
        self.reread()

    @property
    def tally(self) -> str:
        """`4 svar är sparade`."""
        match self.saved:
            case 0:
                return "Inga nya svar fanns att spara"
            case 1:
                return "1 svar är sparat"
        return f"{self.saved} svar är sparade"


def _free_name(dossier: Dossier, form: Form, given: Mapping[str, Plain]) -> str:
    """The name of an item's file: its key, of a session the place too; with a number where there is
    one of that name.
    """
    key, place = str(given[form.items]), given.get("plats", "")
    if form.id == SESSIONS and isinstance(place, str) and place:
        key = f"{key}-{slug(place, 30)}"
    taken = {file.stem for file in dossier.files.get(form.id, ())}
    stem, number = key, 2
    while item_file(form, stem).rpartition("/")[2].removesuffix(".yaml") in taken:
        stem, number = f"{key}-{number}", number + 1
    return item_file(form, stem)


def new_file_for(rulebook: Rulebook, path: str) -> NewFile:
    """The file that an answer would begin, should it not be there yet."""
    form = rulebook.forms[path.split(".")[0]]
    name = new_file_name(rulebook, path)
    if not form.items:
        return NewFile(name, form_text(rulebook, form))
    return NewFile(name, item_text(rulebook, form, _key(rulebook, path)))


def new_file_name(rulebook: Rulebook, path: str) -> str:
    """The name of that file."""
    form = rulebook.forms[path.split(".")[0]]
    return item_file(form, _key(rulebook, path)) if form.items else form.file


def _key(rulebook: Rulebook, path: str) -> str:
    """The key of an item, of a decision the word of its gate."""
    word = path.split(".")[1]
    return getattr(rulebook.entries.get(word), "word", word)


def as_typed(value: Plain) -> str:
    """An answer as somebody typed it: of a consideration that is not who made it, and when."""
    if isinstance(value, dict):
        value = {name: part for name, part in value.items() if name not in ("av", "datum")}
    return readable(value)


def _with_the_answer(error: InputOutputError, value: Plain) -> InputOutputError:
    """The stop with what was typed in it."""
    room = "Gör plats på disken och försök igen." if isinstance(error, DiskFullError) else ""
    return InputOutputError(
        f"{error.message} Ditt senaste svar kunde inte sparas.",
        " ".join(filter(None, ["Alla tidigare svar är sparade.", room])),
        "Kopiera texten härifrån:",
        f"  {as_typed(value)}",
    )
