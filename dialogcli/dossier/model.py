"""A dossier as the engine sees it: answers with types and places, in the forms of its rulebook, and
the fields of a decision that the engine knows by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from dialogcli.base.answered import no_answer
from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Trait
from dialogcli.base.findings import FileFault, Finding, Place
from dialogcli.base.words import NOTHING, same_word
from dialogcli.rulebook.model import Field, Form, Rulebook

OUTCOME, DAY, ORGAN, ROLE, PARAGRAPH = "utfall", "datum", "organ", "roll", "paragraf"
MOTIVATION, PROPOSAL = "motivering", "förslag_till_beslut"

BASIS = "underlag"
"""What the decision rests on."""
INCOMPLETE = "ofullständigt_underlag"
"""Why it was taken before its basis was complete."""
ADOPTED = "antaget"
"""The fingerprints of what it adopts: rows of `fält` (a path) and `avtryck`."""
CORRECTIONS = "rättelser"
"""What it said before it was corrected: rows of `fält`, `tidigare`, `skäl` (with who) and `datum`."""
WITHDRAWN = "tillbakatagen"
"""Why it was taken back, by whom and when: `skäl`, `av`, `datum`. It does not count then."""
POINTS = "punkter"
"""What a matter that was sent back must be answered on."""
REPORTED = "anmält"
"""When the organ was told of what one person decided in its name."""
AFTERWARDS = ("expedierat", REPORTED)
"""What is written in a decision once it has been entered: that is no correction."""


class NotApplicable(NamedTuple):
    """`ej_tillämpligt: {skäl, av, datum}`, or for short only the reason: counts as answered, and
    documents show the reason. `by` and `day`: who says so, and when; '' and None when it is not
    known.
    """

    reason: str
    by: str = ""
    day: Day | None = None


class Wrong(NamedTuple):
    """A text that the field's type cannot hold; the reader has reported it as a finding."""

    text: str


class Parts(NamedTuple):
    """The answers of a group, of a statement (`svar`, `skäl`, `av`, `datum`), or of one row; every
    part is there.
    """

    answers: Mapping[str, Answer]


class TableRows(NamedTuple):
    """The rows of a table (each an answer that holds Parts), or the answers of a field with `many`."""

    answers: tuple[Answer, ...]


Value: TypeAlias = str | bool | int | Day | NotApplicable | Wrong | Parts | TableRows | None
"""What an answer holds; None when nothing is given. Numbers and whole kronor are int, ja and nej
bool.
"""


class Answer(NamedTuple):
    """The value of one field at one concrete path (`handlingsplan.risker.2.åtgärd`; rows count from
    1).

    `place` is that of the value; when it is empty that of its key; when the key is missing
    (`stands` is false), where it would stand.
    """

    path: str
    field: Field
    place: Place
    value: Value = None
    stands: bool = True

    @property
    def given(self) -> bool:
        """Whether anything is written, an answer or not. A table of empty rows is not."""
        match self.value:
            case None:
                return False
            case Parts(answers):
                return any(part.given for part in answers.values())
            case TableRows(answers):
                return any(row.given for row in answers)
        return True

    @property
    def filled(self) -> bool:
        """Whether it is answered: what is written is more than a mark, the question or a promise
        (`dialogcli/base/answered.py`), and a row has the columns that it is about. A wrong value
        and `ej tillämpligt` with a reason are answers.
        """
        match self.value:
            case None:
                return False
            case Parts(answers) if self.field.key:
                return not self.lacking
            case Parts(answers):
                return any(part.filled for part in answers.values())
            case TableRows(answers):
                return any(row.filled for row in answers)
        return not self.instead

    @property
    def instead(self) -> str:
        """What a text or a reason is instead of an answer (`frågan igen`); '' for all others."""
        of = self.field
        match self.value:
            case NotApplicable(reason):
                return no_answer(reason, of.question, of.guidance)
            case str(text) if Trait.WORDED in of.type.traits:
                example = of.example if Trait.LONG in of.type.traits else ""
                return no_answer(text, of.question, of.guidance, example)
        return ""

    @property
    def lacking(self) -> list[Answer]:
        """The cells without which a row does not count, and that are not answered."""
        return [self.parts[name] for name in self.field.key if not self.parts[name].filled]

    @property
    def day(self) -> Day | None:
        """The date that it holds; None when it holds something else, or nothing."""
        return self.value if isinstance(self.value, Day) else None

    @property
    def excused(self) -> bool:
        """Whether it says, with a reason, that it does not apply."""
        return isinstance(self.value, NotApplicable) and self.filled

    @property
    def text(self) -> str:
        """The value as the file writes it: `ja`, `2027-03-04`, `12500`; '' for what has parts or is
        not given.

        Of a statement it is its `svar`.
        """
        match self.value:
            case str() | bool() | int() | Day():
                return self.field.type.write(self.value)
            case Wrong(text):
                return text
            case Parts(answers) if "svar" in answers:
                return answers["svar"].text
        return ""

    def is_one_of(self, words: Iterable[str]) -> bool:
        """Whether its text is one of some words, however they are spelt."""
        text = self.text
        return any(same_word(text, word) for word in words)

    def part(self, name: str) -> Answer | None:
        """A part of a group, statement or row."""
        return self.parts.get(name)

    @property
    def parts(self) -> Mapping[str, Answer]:
        """The parts of a group, statement or row; empty for everything else."""
        return self.value.answers if isinstance(self.value, Parts) else NOTHING

    @property
    def rows(self) -> tuple[Answer, ...]:
        """The rows of a table or the answers of a field with `many`; empty for everything else."""
        return self.value.answers if isinstance(self.value, TableRows) else ()


class FormFile(NamedTuple):
    """One file of a dossier: the answers of one form. `key` is an item's key (the gate of a
    decision).
    """

    form: Form
    file: str
    present: bool
    answers: Mapping[str, Answer]
    key: str = ""

    @property
    def stem(self) -> str:
        """The name of the file alone: `2027-04-14-tjarnasa`."""
        return self.file.rpartition("/")[2].removesuffix(".yaml")

    @property
    def day(self) -> Day | None:
        """The date of what the file tells of (its `datum`)."""
        answer = self.answers.get("datum")
        return answer.day if answer else None


class Dossier(NamedTuple):
    """One dialogue. `files` leads from form id to its files: one for an ordinary form (also when it
    is not there yet), any number for a form with items, sorted by file name.

    Decisions that were taken back are in `withdrawn` and not in `files`: they leave nothing behind.
    `remarks` are the reader's findings (unknown fields, values of the wrong type); `faults` those
    of files that cannot be read, which are not in `files`. `texts`: the files as they stand, by
    name.
    """

    rulebook: Rulebook
    files: Mapping[str, tuple[FormFile, ...]]
    remarks: tuple[Finding, ...] = ()
    faults: tuple[FileFault, ...] = ()
    texts: Mapping[str, str] = NOTHING
    withdrawn: tuple[FormFile, ...] = ()

    def all_files(self) -> Iterator[FormFile]:
        """The files of every form, in the order of the rulebook."""
        for files in self.files.values():
            yield from files

    def item(self, form_id: str, word: str) -> FormFile | None:
        """The one file of a form with items that somebody means: by the name of its file, else by its
        key. None when there is none, or when several have that key.
        """
        files = self.files.get(form_id, ())
        named = [file for file in files if same_word(file.stem, word)]
        found = named or [file for file in files if same_word(file.key, word)]
        return found[0] if len(found) == 1 else None

    def answer(self, path: str) -> Answer | None:
        """The answer at the path of one field: `dossier.titel`, `tillfällen.2027-04-14.plats`."""
        form_id, *words = path.split(".")
        file = self._file_at(form_id, words)
        found = file.answers.get(words.pop(0)) if file and words else None
        for word in words:
            found = found.part(word) if found else None
        return found

    def _file_at(self, form_id: str, words: list[str]) -> FormFile | None:
        """The file that a path begins in; the word of an item is taken off."""
        form = self.rulebook.forms.get(form_id)
        if form and form.items:
            return self.item(form_id, words.pop(0)) if words else None
        return next(iter(self.files.get(form_id, ())), None)

    def text(self, path: str) -> str:
        """The text at a path of an ordinary form, '' when there is none."""
        found = self.answer(path)
        return found.text if found else ""
