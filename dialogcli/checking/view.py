"""What a rule kind looks at: the dossier through the rule's own conditions, with names for what it
finds.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Shape
from dialogcli.base.findings import Place, Remedy
from dialogcli.base.words import is_number, slug
from dialogcli.dossier.left_out import why_not
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.select import leaves, select
from dialogcli.process.standing import Standing
from dialogcli.process.traces import STATUS, is_cancelled, is_to_come
from dialogcli.rulebook.model import DECISIONS, SESSIONS, Field, Gate, Rule


class Fault(NamedTuple):
    """What a kind found wrong: a Swedish sentence and where. `remedy` is given where no command
    mends it, `subject` as in a finding.
    """

    message: str
    path: str
    place: Place
    remedy: Remedy = ""
    subject: str = ""

    @classmethod
    def missing(cls, subject: str, answer: Answer, of: str = "") -> Fault:
        """That something is not there: `Plan saknas.`, `Beslut: Organ saknas.`; and where something
        stands in its place, why that does not count.
        """
        named = f"{of}: {subject}" if of else subject
        told = f"{named} saknas. {why_not(answer)}".rstrip()
        return cls(told, answer.path, answer.place, subject=named)


class RuleView(NamedTuple):
    """A dossier as one rule sees it. Rows that do not meet a `when` with `*` are out of its sight."""

    dossier: Dossier
    standing: Standing
    rule: Rule
    today: date

    @property
    def has_moment(self) -> bool:
        """Whether the rule demands presence: one with a moment does, one without judges what is
        there.
        """
        return bool(self.rule.before or self.rule.from_)

    def applies(self) -> bool:
        """Whether the conditions hold that do not concern single rows."""
        for path, values in self.rule.when.items():
            if "*" in path:
                continue
            if not any(holds(answer, values) for answer in select(self.dossier, path)):
                return False
        return True

    def select(self, path: str) -> list[Answer]:
        """The answers at a path, in the rows that the rule looks at."""
        answers = [one for one in select(self.dossier, path) if not self._is_passed_over(one)]
        for condition, values in self.rule.when.items():
            if "*" in condition and _table(condition) == _table(path):
                cells = select(self.dossier, condition)
                rows = {_row(cell, condition) for cell in cells if holds(cell, values)}
                answers = [answer for answer in answers if _row(answer, condition) in rows]
        return answers

    def _is_passed_over(self, answer: Answer) -> bool:
        """Whether it stands in a session that no rule judges: a cancelled one, or, for all but the
        order of days, one that is still to come. A rule that says itself which status it is about
        judges those.
        """
        form_id = answer.path.split(".")[0]
        if form_id != SESSIONS or f"{SESSIONS}.*.{STATUS}" in self.rule.when:
            return False
        for session in self.dossier.files.get(SESSIONS, ()):
            if session.file == answer.place.file:
                is_later = is_to_come(session, self.today)
                return is_cancelled(session) or (is_later and not self.rule.kind.compares)
        return False

    def values(self, path: str) -> list[Answer]:
        """The single values at a path that are filled in."""
        return list(leaves(self.select(path)))

    def table(self, path: str) -> Answer | None:
        """The table that a path with `*` runs through; None in a folder of files."""
        head = path.partition(".*")[0]
        return next(iter(select(self.dossier, head)), None) if "." in head else None

    def name(self, path: str) -> str:
        """What a sentence calls the thing at a path: the gate for the day of its decision, a table
        for a date in it, else the field.
        """
        form_id, *rest = path.split(".")
        form = self.dossier.rulebook.forms[form_id]
        if (
            form_id == DECISIONS
            and rest
            and isinstance(gate := self.dossier.rulebook.entries.get(rest[0]), Gate)
        ):
            field = self._named_field(path)
            return field.name if field and field.id != "datum" else gate.name
        if form.items:
            return form.title
        field = self._named_field(path)
        return field.name if field and field.id != "datum" else form.title

    def name_of(self, answer: Answer) -> str:
        """What a sentence calls an answer: `Rad 2: "Vad"` in a table, `Kommande beslut: Organ` in a
        group.
        """
        if row := row_label(answer):
            return f'{row}"{answer.field.label}"'
        group = self.dossier.rulebook.field_at(answer.path.rpartition(".")[0])
        inside = group is not None and group.type.shape is Shape.PARTS
        return f"{group.label}: {answer.field.name}" if group and inside else answer.field.name

    def missing_item(self, form_id: str, key: str) -> Place:
        """Where a file that is not there would stand."""
        return Place(f"{self.dossier.rulebook.forms[form_id].file}/{slug(key)}.yaml")

    def _named_field(self, path: str) -> Field | None:
        """For a column its table, for a part of a statement the statement."""
        head = path.partition(".*")[0]
        field = self.dossier.rulebook.field_at(head)
        parent = (
            self.dossier.rulebook.field_at(head.rpartition(".")[0]) if head.count(".") > 1 else None
        )
        return parent if parent and parent.type.shape in (Shape.STATEMENT, Shape.PARTS) else field


def holds(answer: Answer, values: tuple[str, ...]) -> bool:
    """Whether an answer is one of some words."""
    return answer.is_one_of(values)


def word_shown(field: Field, text: str) -> str:
    """A stored word as it is shown to people."""
    return field.choices.get(text) or field.answers.get(text) or text


def word_spoken(word: str) -> str:
    """A stored word as part of a sentence: `annan väg` for `annan_väg`."""
    return word.replace("_", " ")


def matching(rows: list[Answer], where: Mapping[str, tuple[str, ...]]) -> list[Answer]:
    """The rows whose columns hold the words wanted."""
    return [row for row in rows if _meets(row, where)]


def _meets(row: Answer, where: Mapping[str, tuple[str, ...]]) -> bool:
    for column, values in where.items():
        cell = row.part(column)
        if cell is None or not holds(cell, values):
            return False
    return True


def row_label(answer: Answer) -> str:
    """`Rad 2: ` for an answer in a table, nothing elsewhere."""
    number = next((word for word in reversed(answer.path.split(".")[:-1]) if is_number(word)), "")
    return f"Rad {number}: " if number else ""


def date_in(answer: Answer) -> Day | None:
    """The date that an answer holds."""
    return answer.day


def _table(path: str) -> str:
    return path.partition(".*")[0]


def _row(answer: Answer, condition: str) -> tuple[str, tuple[str, ...]]:
    """The row of a table, or the file of a folder, that an answer stands in."""
    depth = condition.split(".").index("*") + 1
    return answer.place.file, tuple(answer.path.split(".")[:depth])
