"""Requirements: those made checkable, those that went elsewhere, and the numbers of both: rows such
as `V-26`, rules about them such as `V-26a`, and ranges of rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum, StrEnum, auto
from itertools import groupby
from typing import NamedTuple, Protocol, TypeAlias

from dialogcli.base.fieldtypes import FieldType, Shape, Trait
from dialogcli.base.findings import Citation, Severity
from dialogcli.base.words import NOTHING

_ID = re.compile(r"([^\W\d_]+)-(\d{1,9})([a-z]?)")
_RANGE = re.compile(r"([^\W\d_]+)-(\d{1,9})\.\.([^\W\d_]+)-(\d{1,9})")
_MOST_ROWS = 999
"""So many rows a range has at most: one with more is a slip."""


def expand(text: str) -> tuple[str, ...]:
    """`V-36..V-38` as its rows, one row as itself; () when it is neither."""
    if _ID.fullmatch(text):
        return (text,)
    found = _RANGE.fullmatch(text)
    if found is None or found[1] != found[3]:
        return ()
    letters, first, _, last = found.groups()
    numbers = range(int(first), int(last) + 1)
    if len(numbers) > _MOST_ROWS:
        return ()
    return tuple(f"{letters}-{number:0{len(first)}}" for number in numbers)


def row_of(rule_id: str) -> str:
    """The row of a rule: its id without the letter (`V-26a` is of `V-26`)."""
    match = _ID.fullmatch(rule_id)
    return f"{match[1]}-{match[2]}" if match else rule_id


def compressed(rows: Sequence[str], order: Sequence[str]) -> str:
    """`V-02, V-05..V-07`: rows as ranges, in the order of the rulebook."""
    wanted = set(rows)
    found: list[str] = []
    for is_wanted, group in groupby(order, key=wanted.__contains__):
        if is_wanted:
            first, *more = group
            found += [f"{first}..{more[-1]}"] if len(more) > 1 else [first, *more]
    return ", ".join(found)


class Modality(StrEnum):
    """How a source puts a requirement; with the source's standing it decides the severity."""

    SKA = "ska"
    FÅR_INTE = "får inte"
    BÖR = "bör"
    KAN = "kan"
    PRINCIP = "princip"
    DEFINITION = "definition"
    UPPGIFT = "uppgift"


class OptionType(Enum):
    """What an option of a kind holds. PATH, BESIDE and ROWS are one path each. BESIDE leads to one
    answer for each that the rule looks at: in the same row or file, or the only one. At ROWS stands
    a table, a list, or a form of several files.
    """

    PATHS = auto()
    PATH = auto()
    BESIDE = auto()
    ROWS = auto()
    VALUES = auto()
    NUMBER = auto()
    PAIRS = auto()
    GATE = auto()
    AUDIENCE = auto()
    COLUMN = auto()
    COLUMNS = auto()
    ORGANS = auto()
    ORGAN_TYPES = auto()
    FORMS = auto()
    PERSONAL_DATA = auto()


PATH_TYPES = (OptionType.PATHS, OptionType.PATH, OptionType.BESIDE, OptionType.ROWS)
"""The options that lead to answers."""


class Option(NamedTuple):
    """A keyword that rules of a kind take. `means`: its line in the handbook, in Swedish."""

    type: OptionType
    means: str


class Moment(Enum):
    """Whether a rule of a kind says when it holds: it has to (on ordinary forms), it may, or its
    gate says so.
    """

    MUST = auto()
    MAY = auto()
    OF_ITS_GATE = auto()


class Role(Enum):
    """What others look for rules of a kind for."""

    ORDINARY = auto()
    DECISION = auto()
    """Says that a gate is to be decided on: what there is without any further rule."""
    FEEDBACK = auto()
    """Says to whom feedback is owed."""
    FINGERPRINT = auto()
    """Needs to know how something was when it was decided on."""
    DATES = auto()
    """Says which of two days comes first."""
    WHOLE = auto()
    """Says what has to be there, every bit of it."""
    PERSONAL_DATA = auto()
    """Looks through every text for what tells of a person."""


class Names(Protocol):
    """The names of a rulebook as sentences about its rules quote them."""

    def field(self, path: str) -> str:
        """`"Syfte" i Handlingsplan`: the same field may stand in several places."""

    def fields(self, paths: Iterable[str]) -> str:
        """Several of them, listed."""

    def column(self, path: str, column: str) -> str:
        """`"Metod"`, a column of the rows at a path."""

    def table(self, path: str) -> str:
        """The table that a path with `*` runs through; '' when it runs through none."""

    def files(self, path: str) -> str:
        """The form of several files that a path with `*` runs through; '' when it runs through none."""

    def is_table(self, path: str) -> bool:
        """Whether what stands at a path is a whole table."""

    def values(self, words: Iterable[str], path: str) -> list[str]:
        """Stored words as people see them in the field at a path."""

    def organs(self, ids: Iterable[str]) -> list[str]: ...
    def gate(self, id_: str) -> str: ...
    def forms(self, ids: Iterable[str]) -> list[str]:
        """Their titles in quotation marks, of those that the rulebook has."""

    def audience(self, id_: str) -> str: ...


ANYTHING: frozenset[Trait | Shape] = frozenset(Shape)


class Kind(NamedTuple):
    """One kind of rule: all that anybody but its judge has to know of it. Compare with `is`.

    `word`: that of the language, and the name of its page here and of its judge's
    (checking/kinds). `says`: what follows on `Uppfylls:`. `options`: by keyword. `needs`: of each
    group of them at least one is given. `together`: of each group all are given or none.

    `judges`: qualities of the types that it can judge; a field needs one of them. `least_paths`:
    how many paths it compares. `defaults`: what an option is that is not given.

    `asks`: 0 for a kind that asks for no field, else its turn when several rules ask for the same
    one (1 first). `demands`: it does so also without a moment. `compares`: it holds two things
    against each other, and is no duty of its own. `refuses`: an answer can put the matter outside
    the policy. `narrows`: its values are the choices that are offered.
    """

    word: str
    says: Callable[[Rule, Names], str]
    options: Mapping[str, Option]
    needs: tuple[tuple[str, ...], ...]
    together: tuple[tuple[str, ...], ...] = ()
    judges: frozenset[Trait | Shape] = ANYTHING
    least_paths: int = 1
    moment: Moment = Moment.MAY
    waivable: bool = True
    defaults: Mapping[str, int] = NOTHING
    asks: int = 0
    demands: bool = False
    compares: bool = False
    refuses: bool = False
    narrows: bool = False
    role: Role = Role.ORDINARY

    def can_judge(self, type_: FieldType) -> bool:
        """Whether it can judge a field of that type."""
        return bool(self.judges & type_.qualities)


def _nothing_said(_rule: Rule, _names: Names) -> str:
    return ""


UNKNOWN = Kind("", _nothing_said, NOTHING, ())
"""Stands in for a kind that there is not: such a rule is read all the same, for its other faults."""


OptionValue: TypeAlias = str | int | tuple[str, ...] | Mapping[str, tuple[str, ...]]


class Rule(NamedTuple):
    """One requirement made checkable. A rule over a range of rows is loaded as one rule for each
    row.

    `options` are those of its kind, paths and values always as tuples. At most one of `before` and
    `from_` (entry ids) is given. `when`: path -> values, any of which makes the rule apply.
    `citations`: the first decides. `also` lists further rows that the same check answers. `refuses`
    says, as a sentence, what a refused answer means, and `instead` what can be done instead.
    """

    id: str
    says: str
    kind: Kind
    options: Mapping[str, OptionValue]
    citations: tuple[Citation, ...]
    severity: Severity
    modality: Modality = Modality.SKA
    before: str = ""
    from_: str = ""
    when: Mapping[str, tuple[str, ...]] = NOTHING
    unless: str = ""
    also: tuple[str, ...] = ()
    prints: Mapping[str, str] = NOTHING
    waivable: bool = True
    instead: tuple[str, ...] = ()
    refuses: str = ""

    @property
    def source(self) -> Citation:
        return self.citations[0]

    @property
    def row(self) -> str:
        """The requirement that it answers, alone or with others: `V-34` for `V-34a`."""
        return row_of(self.id)

    @property
    def fields(self) -> tuple[str, ...]:
        """The paths of the option `fields` (or `dates`, `rows`), in order."""
        return next(
            (paths for name in ("fields", "dates", "rows") if (paths := self.texts(name))), ()
        )

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path among its options."""
        options = self.kind.options.items()
        names = [name for name, option in options if option.type in PATH_TYPES]
        return tuple(path for name in names for path in self.texts(name))

    def texts(self, option: str) -> tuple[str, ...]:
        """An option that holds paths, values or ids; () when it is not given."""
        value = self.options.get(option, ())
        return (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()

    def text(self, option: str) -> str:
        """An option that holds one path or id; '' when it is not given."""
        return next(iter(self.texts(option)), "")

    def number(self, option: str, default: int = 0) -> int:
        """An option that holds a whole number."""
        value = self.options.get(option, default)
        return value if isinstance(value, int) else default

    def pairs(self, option: str) -> Mapping[str, tuple[str, ...]]:
        """An option that leads from columns to values; empty when it is not given."""
        value = self.options.get(option, {})
        return value if isinstance(value, Mapping) else {}


class Unchecked(NamedTuple):
    """A row that no rule checks, and where it went instead (`as_`: field, document, register,
    guidance ...).
    """

    id: str
    as_: str
    says: str
    citations: tuple[Citation, ...]
    modality: Modality
    where: str = ""
    prints: Mapping[str, str] = NOTHING
