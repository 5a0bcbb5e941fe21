"""Answers as plain data for templates: dictionaries, lists and texts, with marks where dossier text
is to stand and where a rule asks for what is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Shape, Trait
from dialogcli.base.words import is_number, kronor
from dialogcli.documents.markup.marks import CitedText, text_mark
from dialogcli.dossier.model import Answer, Dossier, Parts, Wrong
from dialogcli.dossier.select import select
from dialogcli.process.running_text import worded
from dialogcli.rulebook.model import Field, Rule, Rulebook


class Asking:
    """The rules of a dossier's rulebook as they stand at one gate (`until`, an entry's id; '' for
    all of them).

    Answers as `Rulebook.asked_by`, for every field of a dossier at once.
    """

    def __init__(self, dossier: Dossier, until: str = "") -> None:
        self.dossier = dossier
        self._order = list(dossier.rulebook.entries)
        self._until = until
        self._asked = {
            path
            for path, rules in _by_path(dossier.rulebook).items()
            if any(map(self._asks_now, rules))
        }

    def wants(self, path: str) -> bool:
        """Whether a rule asks for the field at this path or for a part of it, and has come into
        force.
        """
        return _general(path) in self._asked

    def _asks_now(self, rule: Rule) -> bool:
        return self._in_force(rule) and self._applies(rule)

    def _in_force(self, rule: Rule) -> bool:
        moment = rule.before or rule.from_
        if not moment:
            return rule.kind.demands
        return not self._until or self._order.index(moment) <= self._order.index(self._until)

    def _applies(self, rule: Rule) -> bool:
        if rule.unless and any(answer.filled for answer in select(self.dossier, rule.unless)):
            return False
        for path, values in rule.when.items():
            if not any(answer.is_one_of(values) for answer in select(self.dossier, path)):
                return False
        return True


def _by_path(rulebook: Rulebook) -> Mapping[str, list[Rule]]:
    """The rules that ask for each field, and for the fields that it is a part of."""
    found: dict[str, list[Rule]] = {}
    for rule in rulebook.rules.values():
        for path in rule.fields if rule.kind.asks else ():
            for head in accumulate(_general(path).split("."), "{}.{}".format):
                found.setdefault(head, []).append(rule)
    return found


@lru_cache(maxsize=4096)
def _general(path: str) -> str:
    """The rulebook's path for a concrete one: without the numbers of rows and without `*`."""
    return ".".join(word for word in path.split(".") if not is_number(word) and word != "*")


Data: TypeAlias = "str | bool | list[Data] | dict[str, Data]"
"""What a template may hold; nothing in it has code of ours behind it."""


class AnswerData:
    """Turns answers into data, and remembers in `cited` what the marks in them stand for."""

    def __init__(self, dossier: Dossier, asking: Asking) -> None:
        self.dossier = dossier
        self.asking = asking
        self.cited: list[CitedText] = []

    def mark(self, path: str, text: str, gap: bool = False) -> str:
        """A mark for a text of the dossier; nothing for nothing."""
        if not text:
            return ""
        self.cited.append(CitedText(path, text, gap))
        return text_mark(len(self.cited) - 1)

    def field(self, answer: Answer, label: str = "", needed: bool = False) -> dict[str, Data]:
        """One answer: what it is called, whether it is there or a gap, and its text, parts or rows.

        What is written in a form that cannot be read as an answer is a gap too, so that it is not
        passed over. A table of which no row counts is shown all the same: its rows have the gaps.
        `needed`: it is asked for, whatever the rules say.
        """
        asked = needed or self.asking.wants(answer.path)
        lost = _is_lost(answer)
        filled = answer.filled and not lost
        rows = self._rows(answer)
        there = filled or bool(rows)
        missing = lost or (asked and not there)
        text = worded(answer, self.dossier.rulebook)
        name = label or answer.field.label
        return {
            **self._parts(answer),
            "id": answer.field.id,
            "path": answer.path,
            "label": name,
            "question": answer.field.question,
            "type": str(answer.field.type),
            "text": text,
            "filled": filled,
            "missing": missing,
            "shown": there or missing,
            "asked": asked,
            "excused": answer.excused or isinstance(answer.value, Wrong),
            "mark": self.mark(answer.path, name if missing else text, missing),
            **self._day(answer),
            "value": _plain(answer),
            "rows": rows,
            "columns": self._columns(answer),
            "sums": self._sums(answer),
            "answers": self._answers(answer),
        }

    def _day(self, answer: Answer) -> dict[str, Data]:
        """A date as tables show it, and with its weekday; empty for other answers."""
        if answer.day is None:
            return {"iso": "", "weekday": ""}
        return {
            "iso": self.mark(answer.path, answer.text),
            "weekday": self.mark(answer.path, answer.day.with_weekday),
        }

    def _answers(self, answer: Answer) -> list[Data]:
        """Each of the answers of a field with `many`."""
        if not answer.field.many:
            return []
        return [self.field(one) for one in answer.rows if one.filled]

    def _parts(self, answer: Answer) -> dict[str, Data]:
        """Its parts by name; where something else stands in their place, a template still finds
        them, empty. A row that does not count has a gap where it lacks what it is about.
        """
        if isinstance(answer.value, Parts):
            lacking = {cell.path for cell in answer.lacking}
            parts = {
                name: self.field(part, needed=part.path in lacking)
                for name, part in answer.value.answers.items()
            }
            return {**parts, "parts": list(parts.values())}
        if answer.field.type.shape is Shape.ROWS:
            return {"parts": []}
        return {**{name: _nothing(part) for name, part in answer.field.parts.items()}, "parts": []}

    def _rows(self, answer: Answer) -> list[Data]:
        if answer.field.type.shape is not Shape.ROWS:
            return []
        return [self._parts(row) for row in answer.rows if row.given]

    def _columns(self, answer: Answer) -> list[Data]:
        """The columns that hold something, that a rule asks for, or that a row must have."""
        if answer.field.type.shape is not Shape.ROWS:
            return []
        return [
            self._column(name, column)
            for name, column in answer.field.parts.items()
            if self.asking.wants(f"{answer.path}.{name}") or _is_used(answer, name)
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
        sums: dict[str, Data] = {}
        if answer.field.type.shape is Shape.ROWS:
            for name, column in answer.field.parts.items():
                if Trait.SUMMED in column.type.traits:
                    total = sum(_amount(row, name) for row in answer.rows)
                    sums[name] = kronor(total, printed=True)
        return sums


def _nothing(field: Field) -> dict[str, Data]:
    """A part that is not there and that nobody asks for."""
    return {
        "id": field.id,
        "label": field.label,
        "question": field.question,
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


def _is_lost(answer: Answer) -> bool:
    """Whether what is written cannot even be shown: a list where a text is to stand."""
    return isinstance(answer.value, Wrong) and not answer.text


def _plain(answer: Answer) -> str:
    """What a filter may reckon with: `2027-03-03`, `12500`, a choice as it is stored."""
    counted = isinstance(answer.value, Day | int) or Trait.CHOSEN in answer.field.type.traits
    return answer.text if counted and not answer.field.many else ""


def _is_used(table: Answer, column: str) -> bool:
    """Whether any row has something in that column, or a gap because the row is about it."""
    written = [row for row in table.rows if row.given]
    if column in table.field.key and written:
        return True
    parts = [row.part(column) for row in written]
    return any(part.filled for part in parts if part)


def _amount(row: Answer, name: str) -> int:
    """Whole kronor in a column; 0 where there are none."""
    part = row.part(name)
    match part.value if part else None:
        case bool():
            return 0
        case int(amount):
            return amount
    return 0
