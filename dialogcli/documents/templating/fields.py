"""Answers as plain data for templates: dictionaries, lists and texts, with marks where dossier text
is to stand.
"""

from __future__ import annotations

from typing import TypeAlias

from dialogcli.documents.markup.marks import Cited, text_mark
from dialogcli.documents.templating.asking import Asking
from dialogcli.dossier.model import Answer, Dossier, Parts, Wrong
from dialogcli.model.day import Day
from dialogcli.model.fieldtypes import Shape, Trait
from dialogcli.model.words import kronor
from dialogcli.process.wording import worded
from dialogcli.rulebook.model import Field

Data: TypeAlias = "str | bool | list[Data] | dict[str, Data]"
"""What a template may hold; nothing in it has code of ours behind it."""


class Fields:
    """Turns answers into data, and remembers in `cited` what the marks in them stand for."""

    def __init__(self, dossier: Dossier, asking: Asking) -> None:
        self.dossier = dossier
        self.asking = asking
        self.cited: list[Cited] = []

    def mark(self, path: str, text: str, gap: bool = False) -> str:
        """A mark for a text of the dossier; nothing for nothing."""
        if not text:
            return ""
        self.cited.append(Cited(path, text, gap))
        return text_mark(len(self.cited) - 1)

    def field(self, answer: Answer, label: str = "") -> dict[str, Data]:
        """One answer: what it is called, whether it is there or a gap, and its text, parts or rows.

        What is written in a form that cannot be read as an answer is a gap too, so that it is not
        passed over.
        """
        asked = self.asking.wants(answer.path)
        lost = isinstance(answer.value, Wrong) and not answer.text
        filled = answer.filled and not lost
        missing = lost or (asked and not filled)
        text = worded(answer, self.dossier.rulebook)
        name = label or answer.field.label
        return {
            **self._parts(answer),
            "id": answer.field.id,
            "path": answer.path,
            "label": name,
            "type": str(answer.field.type),
            "text": text,
            "filled": filled,
            "missing": missing,
            "shown": filled or missing,
            "asked": asked,
            "excused": answer.excused or isinstance(answer.value, Wrong),
            "mark": self.mark(answer.path, name if missing else text, missing),
            "iso": self._short(answer) if isinstance(answer.value, Day) else "",
            "value": _plain(answer),
            "weekday": self.mark(answer.path, answer.value.with_weekday)
            if isinstance(answer.value, Day)
            else "",
            "rows": self._rows(answer),
            "columns": self._columns(answer),
            "sums": self._sums(answer),
            "answers": [self.field(one) for one in answer.rows if one.filled]
            if answer.field.many
            else [],
        }

    def _short(self, answer: Answer) -> str:
        return self.mark(answer.path, answer.text)

    def _parts(self, answer: Answer) -> dict[str, Data]:
        """Its parts by name; where something else stands in their place, a template still finds
        them, empty.
        """
        if isinstance(answer.value, Parts):
            parts = {name: self.field(part) for name, part in answer.value.answers.items()}
            return {**parts, "parts": list(parts.values())}
        if answer.field.type.shape is Shape.ROWS:
            return {"parts": []}
        return {**{name: _nothing(part) for name, part in answer.field.parts.items()}, "parts": []}

    def _rows(self, answer: Answer) -> list[Data]:
        if answer.field.type.shape is not Shape.ROWS:
            return []
        return [self._parts(row) for row in answer.rows if row.filled]

    def _columns(self, answer: Answer) -> list[Data]:
        """The columns that hold something, or that a rule asks for."""
        if answer.field.type.shape is not Shape.ROWS:
            return []
        return [
            self._column(name, column)
            for name, column in answer.field.parts.items()
            if self.asking.wants(f"{answer.path}.{name}")
            or any(part.filled for row in answer.rows if (part := row.part(name)))
        ]

    def _column(self, name: str, column: Field) -> dict[str, Data]:
        return {
            "id": name,
            "label": column.label,
            "type": str(column.type),
            "choices": list(column.choices.values()),
            "figures": Trait.NUMBER in column.type.traits,
        }

    def _sums(self, answer: Answer) -> dict[str, Data]:
        """The sum of every column of amounts, as `12 500 kr`."""
        return {
            name: kronor(sum(_amount(row, name) for row in answer.rows), printed=True)
            for name, column in answer.field.parts.items()
            if answer.field.type.shape is Shape.ROWS and Trait.SUMMED in column.type.traits
        }


def _nothing(field: Field) -> dict[str, Data]:
    """A part that is not there and that nobody asks for."""
    return {
        "id": field.id,
        "label": field.label,
        "type": str(field.type),
        "text": "",
        "filled": False,
        "missing": False,
        "shown": False,
        "asked": False,
        "excused": False,
        "mark": "",
        "iso": "",
        "weekday": "",
        "value": "",
        "rows": [],
        "columns": [],
        "sums": {},
        "answers": [],
        "parts": [],
    }


def _plain(answer: Answer) -> str:
    """What a filter may reckon with: `2027-03-03`, `12500`, a choice as it is stored."""
    counted = isinstance(answer.value, Day | int) or Trait.CHOSEN in answer.field.type.traits
    return answer.text if counted and not answer.field.many else ""


def _amount(row: Answer, name: str) -> int:
    part = row.part(name)
    return (
        part.value
        if part and isinstance(part.value, int) and not isinstance(part.value, bool)
        else 0
    )
