"""What everybody asks of a type of field, what all types have in common, and what whole numbers
have in common, and those whose parts hold the answers.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeAlias

from dialogcli.base.dates import Day
from dialogcli.base.typed_dates import Direction
from dialogcli.base.words import is_number, listed, meant_or_known

Scalar: TypeAlias = str | bool | int | Day
"""A single value as a dossier holds it."""


class Shape(StrEnum):
    """How a value is put together. A closed set: a new shape is a change of the reader of dossiers
    (`dossier/values.py`), of questions and of documents; a new type of shape SCALAR is a page.
    """

    SCALAR = "scalar"
    """One value."""

    ROWS = "rows"
    """Rows with columns."""

    PARTS = "parts"
    """Several fields under one, asked one by one."""

    STATEMENT = "statement"
    """A reason, by whom and when, asked as one."""


class Trait(StrEnum):
    """What others ask of a type instead of its name."""

    FREE = "free"
    """A text in words of one's own: a comma in it divides nothing."""

    WORDED = "worded"
    """Answered in words, which nothing but `dialogcli/base/answered.py` judges."""

    LONG = "long"
    """A text with paragraphs, lists and pictures."""

    YES_OR_NO = "yes_or_no"
    """Answered by yes or no."""

    CHOSEN = "chosen"
    """One of the words that the field lists."""

    NUMBER = "number"
    """A whole number: it can be compared, and stands to the right in a column."""

    SUMMED = "summed"
    """An amount: columns of it are added up."""

    DAY = "day"
    """A day or a month."""

    ORGAN = "organ"
    """Names an organ, by its id or in words."""


NONE: frozenset[Trait] = frozenset()


class WrongTextError(Exception):
    """The text is not of the field's type. `why` is a Swedish sentence, `advice` one that says what
    may be typed instead, '' where the first says it.
    """

    def __init__(self, why: str, advice: str = "") -> None:
        super().__init__(" ".join(filter(None, (why, advice))))
        self.why = why
        self.advice = advice


class Described(Protocol):
    """What a type may ask of its field. The model's Field fits."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def example(self) -> str: ...
    @property
    def choices(self) -> Mapping[str, str]: ...
    @property
    def answers(self) -> Mapping[str, str]: ...
    @property
    def parts(self) -> Mapping[str, Described]: ...
    @property
    def least(self) -> int | None: ...


class Asked(Protocol):
    """What a type may ask of the question that is answered. The interview's Question fits.

    `choices` are those offered, in the order of their numbers; `names` leads from the ids of organs
    to their names; `on_screen` is false where nobody has seen the numbers. A day without a year is
    the nearest in `direction`, and none `since` before which nothing has happened.
    """

    @property
    def path(self) -> str: ...
    @property
    def field(self) -> Described: ...
    @property
    def choices(self) -> Mapping[str, str]: ...
    @property
    def names(self) -> Mapping[str, str]: ...
    @property
    def on_screen(self) -> bool: ...
    @property
    def direction(self) -> Direction: ...
    @property
    def since(self) -> date | None: ...


class FieldType(Protocol):
    """One type of field. There is one object of each, in `TYPES`: compare with `is`, and ask for
    `traits` and `shape` rather than for a type by name.

    A page is a class that derives from this one, or from what some of them have in common
    (`AsWritten`, `Whole`); mypy names what it lacks.
    """

    word: str
    """The word of rulebooks: `date`."""

    name: str
    """What people call it: `datum`."""

    means: str
    """What an answer is, in a sentence of docs/regelverk.md: `en dag, 2027-03-04`."""

    shape: Shape

    traits: frozenset[Trait] = NONE

    keywords: tuple[str, ...] = ()
    """The keywords of a field in a rulebook that belong to this type alone."""

    own_parts: tuple[tuple[str, str, str], ...] = ()
    """The parts that every field of this type has: id, word of the type, label."""

    hint: str = ""
    """How it may be typed: guidance of a question that has none, and more than a file may hold."""

    wants: str = ""
    """The comment line in a scaffolded file: what may be written there."""

    sample: str = "..."
    """A cell of the sample row in a scaffolded file."""

    placeholder: str = "SVAR"
    """Stands in a command to run for what the reader has to put there."""

    kept: bool = True
    """Whether an answer is taken over when a dossier is made from another."""

    @abstractmethod
    def read(self, text: str, of: Described) -> Scalar:
        """The value of a text in a file that is not empty. Raises WrongTextError."""

    @abstractmethod
    def parse(self, text: str, asked: Asked, today: date) -> str:
        """What to write for a text that a person typed, without blanks at its ends. Raises
        WrongTextError.
        """

    @abstractmethod
    def say(self, value: Scalar, of: Described, names: Mapping[str, str]) -> str:
        """A value that `read` has given, in running text of a document; of a statement its answer.
        `names` leads from the ids of organs to their names.
        """

    @abstractmethod
    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> str | int:
        """A value to try templates on, different from row to row where it can be."""

    def write(self, value: Scalar) -> str:
        """A value as a file holds it."""
        return str(value)

    def cell(self, written: str, of: Described) -> str:
        """What is written, in one cell of a list and where an answer is shown again."""
        return written

    def echo(self, written: str) -> str:
        """Said back when it has just been written; '' when nothing needs to be said back."""
        return ""

    def objection(self, word: str, of: Described, forms: Collection[str]) -> str:
        """Why a rule cannot compare an answer with this word, in a sentence; '' when it can. Where
        the page says nothing else, it can be compared with what it can read.
        """
        try:
            self.read(word, of)
        except WrongTextError as error:
            return str(error)
        return ""

    @property
    def qualities(self) -> frozenset[Trait | Shape]:
        """Its traits and its shape: what a kind of rule looks at to know whether it can judge it."""
        return self.traits | {self.shape}

    def __str__(self) -> str:
        return self.word

    def __repr__(self) -> str:
        return f"<{self.word}>"

    def __reduce__(self) -> str:
        """Copies are the same object: the one that stands under its word in its own module."""
        return self.word.upper()


def not_among(word: str, of: Described, allowed: Collection[str]) -> str:
    """The objection to a word that is none of those that there are; '' where there are none."""
    if word in allowed or not allowed:
        return ""
    return f"Fältet {of.id} kan inte vara {word}.{meant_or_known(word, allowed)}"


_WHOLE_NUMBER = re.compile(r"-?\d+")
_BLANKS = re.compile(r"[\s\u00a0\u202f]")
_LONGEST = 15


class Whole(FieldType):
    """Whole numbers. A page that derives from it says how they are read and said."""

    def parse(self, text: str, asked: Asked, today: date) -> str:
        return str(self.read(text, asked.field))

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> int:
        return 12 * (row + 1)

    def objection(self, word: str, of: Described, forms: Collection[str]) -> str:
        return "" if is_number(word) else f"Fältet {of.id} är ett heltal och kan inte vara {word}."


def whole(text: str, given: str, wanted: str, of: Described) -> int:
    """The number of a text, blanks between its digits apart. `given` is what the message quotes,
    and `wanted` what it asks for. Raises WrongTextError, also for less than the field can hold.
    """
    digits = _BLANKS.sub("", text)
    if not _WHOLE_NUMBER.fullmatch(digits) or len(digits) > _LONGEST:
        raise WrongTextError(f"{given.strip()} går inte att läsa. Skriv {wanted}.")
    number = int(digits)
    if of.least is not None and number < of.least:
        raise WrongTextError(f"{given.strip()} är för lite. Det minsta är {of.least}.")
    return number


class AsWritten(FieldType):
    """Texts as they stand. A page that derives from it says what is different."""

    def read(self, text: str, of: Described) -> str:
        return text.strip("\n")

    def parse(self, text: str, asked: Asked, today: date) -> str:
        return text

    def say(self, value: Scalar, of: Described, names: Mapping[str, str]) -> str:
        return self.cell(str(value), of)

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> str:
        return of.example or of.label


def one_at_a_time(what: str, path: str, asked: Asked) -> WrongTextError:
    """The answer to a text that is given to all the parts at once; `path` is that of the parts."""
    parts = asked.field.parts
    labels = listed(part.label for part in parts.values())
    first = next(iter(parts), "")
    return WrongTextError(f"Det här är {what}: {labels}. Svara på ett i taget: {path}.{first}")


def has_parts(word: str, of: Described) -> str:
    """The objection to a word that one of the parts should be compared with."""
    return f"Fältet {of.id} har delar. Skriv vilken av dem som ska vara {word}."
