"""Questions without a rulebook around them."""

from __future__ import annotations

from typing import Any

from dialogcli.base.fieldtypes import TYPES, FieldType
from dialogcli.interview.question import REASON_LENGTH, Question
from dialogcli.rulebook.model import Field

STATEMENT_PARTS = {
    "skäl": Field("skäl", TYPES["prose"], "Skäl"),
    "av": Field("av", TYPES["text"], "Av"),
    "datum": Field("datum", TYPES["date"], "Datum"),
}


def question(
    type_: FieldType, *, many: bool = False, choices: dict[str, str] | None = None, **more: Any
) -> Question:
    """A question about the field `plan.fält` of some type."""
    statement = type_ is TYPES["statement"]
    field = Field(
        "fält",
        type_,
        "Fält",
        many=many,
        choices={} if statement else choices or {},
        answers=(choices or {}) if statement else {},
        parts=STATEMENT_PARTS if statement else {},
    )
    return Question(
        "plan.fält",
        field,
        more.pop("text", "Vad gäller det?"),
        choices=choices or {},
        length=REASON_LENGTH if statement else 0,
        **more,
    )
