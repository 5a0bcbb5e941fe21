"""The types of fields, a page each, in the order in which the rulebook language lists them.

Nobody but this list and the pages knows a type by name: others ask for `traits` and `shape`.
"""

from __future__ import annotations

from collections.abc import Mapping

from dialogcli.base.fieldtypes.amount import AMOUNT
from dialogcli.base.fieldtypes.choice import CHOICE
from dialogcli.base.fieldtypes.date import DATE
from dialogcli.base.fieldtypes.field_type import FieldType, Scalar, Shape, Trait, WrongTextError
from dialogcli.base.fieldtypes.group import GROUP
from dialogcli.base.fieldtypes.number import NUMBER
from dialogcli.base.fieldtypes.organ import ORGAN
from dialogcli.base.fieldtypes.prose import PROSE
from dialogcli.base.fieldtypes.reference import REFERENCE
from dialogcli.base.fieldtypes.statement import STATEMENT
from dialogcli.base.fieldtypes.table import TABLE
from dialogcli.base.fieldtypes.text import TEXT
from dialogcli.base.fieldtypes.yesno import YESNO

__all__ = ["STAND_IN", "TYPES", "FieldType", "Scalar", "Shape", "Trait", "WrongTextError"]

TYPES: Mapping[str, FieldType] = {
    type_.word: type_
    for type_ in (
        TEXT,
        PROSE,
        YESNO,
        CHOICE,
        NUMBER,
        AMOUNT,
        DATE,
        ORGAN,
        REFERENCE,
        STATEMENT,
        GROUP,
        TABLE,
    )
}
"""By the word of rulebooks."""

STAND_IN: FieldType = TEXT
"""The type of a field in a rulebook whose own is not known, which has been reported."""
