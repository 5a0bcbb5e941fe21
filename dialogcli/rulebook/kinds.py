"""The closed set of rule kinds, as the language sees them: which options each takes.

What a kind does is code in checking/kinds, one module each. This table is what the loader needs to
read a rule and the rulebook checker to fault one; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class OptionType(StrEnum):
    """What an option of a kind holds."""

    PATHS = "paths"
    PATH = "path"
    VALUES = "values"
    TEXT = "text"
    NUMBER = "number"
    PAIRS = "pairs"
    GATE = "gate"
    AUDIENCE = "audience"
    COLUMN = "column"
    COLUMNS = "columns"
    ORGANS = "organs"
    ORGAN_TYPES = "organ_types"
    FORMS = "forms"
    PERSONAL_DATA = "personal_data"


PERSONAL_DATA = ("personnummer", "samordningsnummer", "e-postadress", "telefonnummer")
"""What a text can be free of."""


@dataclass(frozen=True, slots=True)
class KindSpec:
    """`options`: name -> type. `needs`: groups of which each rule gives at least one. `moment`:
    whether one is wanted.

    `moment` is `must` (on ordinary forms), `may`, or `none` (`decided` has its gate's).
    """

    options: Mapping[str, OptionType]
    needs: tuple[tuple[str, ...], ...]
    moment: str = "may"
    waivable: bool = True
    defaults: Mapping[str, int] = field(default_factory=dict)


_O = OptionType

KINDS: Mapping[str, KindSpec] = {
    "required": KindSpec({"fields": _O.PATHS}, (("fields",),), moment="must"),
    "statement": KindSpec(
        {"fields": _O.PATHS, "by": _O.ORGANS, "length": _O.NUMBER},
        (("fields",),),
        moment="must",
        defaults={"length": 20},
    ),
    "one_of": KindSpec(
        {
            "fields": _O.PATHS,
            "values": _O.VALUES,
            "organs": _O.ORGANS,
            "organ_types": _O.ORGAN_TYPES,
        },
        (("fields",), ("values", "organs", "organ_types")),
    ),
    "forbidden": KindSpec(
        {"fields": _O.PATHS, "values": _O.VALUES}, (("fields",), ("values",)), waivable=False
    ),
    "count": KindSpec(
        {
            "rows": _O.PATH,
            "where": _O.PAIRS,
            "distinct": _O.COLUMN,
            "min": _O.NUMBER,
            "max": _O.NUMBER,
        },
        (("rows",), ("min", "max")),
    ),
    "at_least": KindSpec({"fields": _O.PATHS, "min": _O.NUMBER}, (("fields",), ("min",))),
    "covers": KindSpec(
        {
            "fields": _O.PATH,
            "values": _O.VALUES,
            "values_from": _O.PATH,
            "where": _O.PAIRS,
            "organ_types": _O.ORGAN_TYPES,
            "rows": _O.PATH,
            "combinations": _O.PAIRS,
        },
        (("fields", "rows"), ("values", "values_from", "organ_types", "combinations")),
    ),
    "order": KindSpec({"dates": _O.PATHS, "days": _O.NUMBER}, (("dates",),)),
    "decided": KindSpec({"gate": _O.GATE}, (("gate",),), moment="none", waivable=False),
    "unchanged": KindSpec(
        {"forms": _O.FORMS, "fields": _O.PATHS, "since": _O.GATE}, (("forms", "fields"), ("since",))
    ),
    "agrees": KindSpec({"fields": _O.PATHS}, (("fields",),)),
    "free_of": KindSpec({"what": _O.PERSONAL_DATA}, (("what",),)),
    "feedback": KindSpec(
        {"to": _O.AUDIENCE, "after": _O.PATH, "channels": _O.NUMBER, "fields": _O.COLUMNS},
        (("to",), ("after",)),
    ),
}
