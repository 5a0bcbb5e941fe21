"""`statement`: somebody has taken a stand, and says why: `svar` where the field has answers to
choose among, `skäl`, `av` and `datum`.
"""

from __future__ import annotations

from collections.abc import Collection

from dialogcli.base.fieldtypes.field_type import AsWritten, Described, Shape, not_among


class StatementType(AsWritten):
    word = "statement"
    name = "bedömning"
    means = (
        "ett ställningstagande: `svar` om det finns svar att välja mellan, `skäl`, `av` och `datum`"
    )
    shape = Shape.STATEMENT
    keywords = ("answers",)
    own_parts = (
        ("svar", "choice", "Svar"),
        ("skäl", "prose", "Skäl"),
        ("av", "text", "Av"),
        ("datum", "date", "Datum"),
    )

    def cell(self, written: str, of: Described) -> str:
        """What is written is its answer."""
        return of.answers.get(written, written)

    def objection(self, word: str, of: Described, forms: Collection[str]) -> str:
        if of.answers:
            return not_among(word, of, of.answers)
        return f"Fältet {of.id} har inga svar att välja mellan, så det kan inte vara {word}."


STATEMENT = StatementType()
