"""Questions without a rulebook around them."""

from __future__ import annotations

from typing import Any

from dialogcli.interview.question import REASON_LENGTH, Question
from dialogcli.rulebook.model import Field, FieldType

STATEMENT_PARTS = {
    "skäl": Field("skäl", FieldType.PROSE, "Skäl"),
    "av": Field("av", FieldType.TEXT, "Av"),
    "datum": Field("datum", FieldType.DATE, "Datum"),
}


def question(
    type_: FieldType, *, many: bool = False, choices: dict[str, str] | None = None, **more: Any
) -> Question:
    """A question about the field `plan.fält` of some type."""
    statement = type_ is FieldType.STATEMENT
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
