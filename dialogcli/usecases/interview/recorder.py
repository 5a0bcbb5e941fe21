"""Saving answers one by one, also while others write in the same folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dialogcli.base.findings import InputOutputError, Place, UnreadableError
from dialogcli.base.words import slug
from dialogcli.disk.atomic import DiskFullError
from dialogcli.dossier.change import (
    ChangedMeanwhileError,
    NewFile,
    create_file,
    remove_file,
    remove_row,
    write_answer,
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

    @classmethod
    def open(cls, folder: Path) -> Recorder:
        """The recorder of a dossier, whose rulebook is then loaded once however many answers are
        saved.

        Raises UnreadableError while a file cannot be read: an answer to it could not be saved.
        """
        load = remembering(rulebook_with)
        dossier = read_dossier(folder, load)
        if dossier.faults:
            raise UnreadableError("Rätta filen först. Inget är ändrat.", faults=dossier.faults)
        return cls(folder, dossier, load)

    def write(self, path: str, value: Plain) -> Place:
        """Write one answer, which then stands at the place, and read the dossier again.

        Raises ChangedMeanwhileError, InputOutputError with the answer in it, which then is the only
        copy.
        """
        try:
            place = write_answer(
                self.folder, self.dossier, path, value, new_file_for(self.dossier.rulebook, path)
            )
        except InputOutputError as error:
            raise _with_the_answer(error, value) from error
        self.saved += 1
        self.reread()
        self.confirm(path)
        return place

    def save(self, path: str, value: Plain, settle: Settle) -> Place | None:
        """The same with somebody to settle a conflict. None when somebody else's answer was left
        standing.
        """
        try:
            return self.write(path, value)
        except ChangedMeanwhileError as conflict:
            ours = settle(conflict)
            self.reread()
            return self.save(path, value, settle) if ours else None

    def leave_blank(self, path: str) -> None:
        """Note that a question was passed by: its key stands there, empty. That is not counted as
        an answer.
        """
        write_answer(self.folder, self.dossier, path, "", new_file_for(self.dossier.rulebook, path))
        self.reread()
        self.confirm(path)

    def remove_row(self, path: str) -> None:
        """Take away a row of a table. Raises ConflictError when the file cannot be changed like
        that.
        """
        remove_row(self.folder, self.dossier, path)
        self.reread()
        self.confirm(path)

    def add_item(self, form: Form, given: Mapping[str, Plain]) -> FormFile:
        """Make the file of a new item, with its key and whatever else is given. Raises ConflictError,
        InputOutputError.
        """
        name = _free_name(self.dossier, form, given)
        text = item_text(self.dossier.rulebook, form, str(given[form.items]), given)
        create_file(self.folder, name, text)
        self.saved += len(given)
        self.reread()
        return next(file for file in self.dossier.files[form.id] if file.file == name)

    def remove_item(self, file: FormFile) -> None:
        """Take away the file of an item. Raises ConflictError when somebody has changed it."""
        remove_file(self.folder, self.dossier, file.file)
        self.reread()

    def reread(self) -> None:
        """Take in what others have written."""
        self.dossier = self.again() if self.again else read_dossier(self.folder, self.load)

    def confirm(self, path: str) -> None:
        """An answer that was copied from another dossier has been looked at, or has been written
        anew.
        """
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
    form_id, *words = path.split(".")
    form = rulebook.forms[form_id]
    if not form.items:
        return NewFile(form.file, form_text(rulebook, form))
    gate = rulebook.entries.get(words[0])
    key = getattr(gate, "word", words[0])
    return NewFile(item_file(form, key), item_text(rulebook, form, key))


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
