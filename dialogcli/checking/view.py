"""What a rule kind looks at: the dossier through the rule's own conditions, with names for what it
finds.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from dialogcli.base.fieldtypes import TYPES, Shape
from dialogcli.base.findings import Place, Remedy
from dialogcli.base.words import is_number, slug
from dialogcli.dossier.left_out import why_not
from dialogcli.dossier.model import Answer, Dossier, FormFile, Parts, TableRows
from dialogcli.dossier.select import leaves, select
from dialogcli.process.standing import Standing
from dialogcli.process.traces import STATUS, is_cancelled, is_to_come
from dialogcli.rulebook.model import DECISIONS, SESSIONS, Field, Gate, Rule
from dialogcli.rulebook.paths import row_depth

_TABLE = next(one for one in TYPES.values() if one.shape is Shape.ROWS)


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
        return self._meeting_conditions(answers, path) if "*" in path else answers

    def _meeting_conditions(self, answers: list[Answer], path: str) -> list[Answer]:
        """Those of the answers in the rows at a path whose row meets each `when` of its table."""
        for condition, values in self.rule.when.items():
            if "*" in condition and _table(condition) == _table(path):
                depth = condition.split(".").index("*") + 1
                cells = select(self.dossier, condition)
                rows = {row_of(cell, depth) for cell in cells if holds(cell, values)}
                answers = [answer for answer in answers if row_of(answer, depth) in rows]
        return answers

    def _is_passed_over(self, answer: Answer) -> bool:
        """Whether it stands in a session that no rule judges: a cancelled one, or, for all but the
        order of days, one that is still to come. A rule that says itself which status it is about
        judges those.
        """
        form_id = answer.path.split(".")[0]
        if form_id != SESSIONS or self._says_which_sessions():
            return False
        for session in self.dossier.files.get(SESSIONS, ()):
            if session.file == answer.place.file:
                is_later = is_to_come(session, self.today)
                return is_cancelled(session) or (is_later and not self.rule.kind.compares)
        return False

    def _says_which_sessions(self) -> bool:
        rows = self.rule.text("values_from") or self.rule.text("rows")
        of_sessions = rows.split(".")[0] == SESSIONS and STATUS in self.rule.pairs("where")
        return of_sessions or f"{SESSIONS}.*.{STATUS}" in self.rule.when

    def values(self, path: str) -> list[Answer]:
        """The single values at a path that are filled in."""
        return list(leaves(self.select(path)))

    def tables_at(self, path: str) -> list[Answer]:
        """The tables that a path leads to: the files of a whole form are one, and of a table in
        each of several files there are several.
        """
        return self.select(path) if "." in path else self._files_as_table(path)

    def tables_through(self, path: str) -> list[Answer]:
        """The tables that a path with `*` runs through, the outermost first."""
        words = path.split(".")
        heads = [".".join(words[:at]) for at, word in enumerate(words) if word == "*"]
        return [table for head in heads for table in self.tables_at(head)]

    def rows(self, table: Answer, path: str) -> list[Answer]:
        """The rows of the table at a path that hold anything and that the rule looks at."""
        return self._meeting_conditions([row for row in table.rows if row.filled], f"{path}.*")

    def _files_as_table(self, form_id: str) -> list[Answer]:
        """The files of a form as a table with a row for each. None are a table only where presence
        is demanded.
        """
        form = self.dossier.rulebook.forms.get(form_id)
        if form is None or not form.items:
            return []
        files = [_as_row(file) for file in self.dossier.files.get(form_id, ())]
        rows = tuple(row for row in files if not self._is_passed_over(row))
        if not rows and not self.has_moment:
            return []
        field = Field(form_id, _TABLE, form.title, parts=form.fields)
        return [Answer(form_id, field, Place(form.file), TableRows(rows))]

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

    def file_name(self, answer: Answer) -> str:
        """What a sentence calls the file of several that an answer stands in: `Dialogtillfälle
        (14 april 2027)`.
        """
        for file in self.dossier.files.get(answer.path.split(".")[0], ()):
            key = file.answers.get(file.form.items)
            if file.file == answer.place.file and key:
                shown = key.day.in_words if key.day else word_shown(key.field, key.text)
                return f"{file.form.title} ({shown})" if shown else file.form.title
        return ""

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


def _table(path: str) -> str:
    return path.partition(".*")[0]


def _as_row(file: FormFile) -> Answer:
    field = Field(file.form.id, _TABLE, file.form.title, parts=file.form.fields)
    return Answer(f"{file.form.id}.{file.key}", field, Place(file.file), Parts(file.answers))


Row: TypeAlias = tuple[str, tuple[str, ...]]
"""The file, and the path as far as the number of the row in it, or as the key of the file."""


def row_of(answer: Answer, depth: int) -> Row:
    """The row of a table, or the file of a folder, that an answer stands in."""
    return answer.place.file, tuple(answer.path.split(".")[:depth])


def in_same_row(answer: Answer, path: str, others: list[Answer], other: str) -> list[Answer]:
    """Of the answers at another path those that are to be compared with the one at a path: where
    both paths run through the same rows or files, those in the same one.
    """
    depth = row_depth(path, other)
    if not depth:
        return others
    here = row_of(answer, depth)
    return [one for one in others if row_of(one, depth) == here]
