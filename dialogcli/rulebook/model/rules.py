"""Requirements: those made checkable, and those that went elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from dialogcli.model.finding import Citation, Severity
from dialogcli.model.nothing import NOTHING
from dialogcli.rulebook.numbering import row_of


class Modality(StrEnum):
    """How a source puts a requirement; with the source's standing it decides the severity."""

    SKA = "ska"
    FÅR_INTE = "får inte"
    BÖR = "bör"
    KAN = "kan"
    PRINCIP = "princip"
    DEFINITION = "definition"
    UPPGIFT = "uppgift"


Option: TypeAlias = str | int | tuple[str, ...] | Mapping[str, tuple[str, ...]]


class Rule(NamedTuple):
    """One requirement made checkable. A rule over a range of rows is loaded as one rule for each
    row.

    `options` are those of its kind (rulebook/kinds.py), paths and values always as tuples. At most
    one of `before` and `from_` (entry ids) is given. `when`: path -> values, any of which makes the
    rule apply. `citations`: the first decides. `also` lists further rows that the same check
    answers. `refuses` says, as a sentence, what a refused answer means, and `instead` what can be
    done instead.
    """

    id: str
    says: str
    kind: str
    options: Mapping[str, Option]
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
