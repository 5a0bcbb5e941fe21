"""The options of a rule's kind: each read by its type, and checked against what it refers to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dialogcli.model.words import listed
from dialogcli.rulebook.fields import check_field
from dialogcli.rulebook.kinds import KINDS
from dialogcli.rulebook.kinds.free_of import PERSONAL_DATA
from dialogcli.rulebook.model import Kind, OptionType, OptionValue
from dialogcli.rulebook.reading import Block
from dialogcli.rulebook.scope import Scope
from dialogcli.rulebook.subjects import Subjects
from dialogcli.rulebook.values import check_values
from dialogcli.storage.nodes import Scalar

ALL_OPTIONS = tuple(dict.fromkeys(name for kind in KINDS.values() for name in kind.options))

_PATH_TYPES = (OptionType.PATHS, OptionType.PATH, OptionType.ROWS)


class RuleOptions:
    """The options of one rule while it is read."""

    def __init__(self, block: Block, kind: Kind, subjects: Subjects, scope: Scope) -> None:
        self.block = block
        self.kind = kind
        self.subjects = subjects
        self.scope = scope

    def read(self) -> dict[str, dict[str, OptionValue]]:
        """The options for each row. Paths first, since values and columns are judged by what they
        lead to.
        """
        self._check_names()
        self._check_groups()
        found: dict[str, dict[str, OptionValue]] = {
            row: dict(self.kind.defaults) for row in self.subjects.rows
        }
        given = [name for name in self.kind.options if name in self.block]
        for name in sorted(given, key=self._leads_nowhere):
            for row, value in self._by_row(name).items():
                found[row][name] = value
        return found

    def _leads_nowhere(self, name: str) -> bool:
        return self.kind.options[name].type not in _PATH_TYPES

    def _by_row(self, name: str) -> Mapping[str, OptionValue]:
        """One option for each row; none where nothing of use is given."""
        type_ = self.kind.options[name].type
        if type_ in _PATH_TYPES:
            return self.subjects.read(name, type_)
        value = self._simple(name, type_)
        return {} if value is None else dict.fromkeys(self.subjects.rows, value)

    def _check_names(self) -> None:
        """Options of other kinds are known words, but say nothing here."""
        for name in ALL_OPTIONS:
            if name in self.block and name not in self.kind.options:
                self.block.faults.add(
                    "okänt-tillval",
                    self.block.key_place(name),
                    f"{self.kind.word} har inget tillval {name}. Det tar {listed(self.kind.options)}.",
                )

    def _check_groups(self) -> None:
        """What has to be there, and what has to be there together."""
        for group in self.kind.needs:
            there = [name for name in group if name in self.block]
            for name in there:
                self.block.need(name)
            if not there:
                self._lacks(f"{listed(group, 'eller')} saknas")
        for group in self.kind.together:
            if len({name in self.block for name in group}) > 1:
                self._lacks(f"{listed(group)} hör ihop. En av dem saknas")

    def _lacks(self, what: str) -> None:
        self.block.faults.add("saknas", self.block.place, f"{what} i {self.block.what}.")

    def _simple(self, name: str, type_: OptionType) -> OptionValue | None:
        if type_ is OptionType.NUMBER:
            return self.block.number(name)
        if type_ is OptionType.PAIRS:
            return self._pairs(name)
        words = self.block.words(name)
        if type_ is OptionType.VALUES:
            for field in self.subjects.fields("fields"):
                if self.kind.can_judge(field.type):
                    check_values(words, field, self.scope)
            return tuple(word.text for word in words)
        found = tuple(self._reference(type_)(word) for word in words)
        if type_ in (OptionType.GATE, OptionType.AUDIENCE, OptionType.COLUMN):
            return found[0] if found else None
        return found

    def _reference(self, type_: OptionType) -> Callable[[Scalar], str]:
        scope = self.scope
        match type_:
            case OptionType.GATE:
                return scope.gate
            case OptionType.AUDIENCE:
                return scope.audience
            case OptionType.ORGANS:
                return scope.organ
            case OptionType.ORGAN_TYPES:
                return scope.organ_type
            case OptionType.FORMS:
                return scope.form
            case OptionType.PERSONAL_DATA:
                return self._personal_data
        return self._column

    def _personal_data(self, word: Scalar) -> str:
        return self.block.faults.known(
            "okänd-uppgift", word, "inget slags uppgift som heter", PERSONAL_DATA
        )

    def _column(self, word: Scalar) -> str:
        """A column of the rows, or a field of a feedback event."""
        check_field(word, "raderna", self.subjects.columns(), self.block.faults)
        return word.text

    def _pairs(self, name: str) -> Mapping[str, tuple[str, ...]]:
        columns = self.subjects.columns()
        found = {}
        for word, values in self.block.pairs(name):
            column = self._column(word)
            if column in columns:
                check_values(values, columns[column], self.scope)
            found[column] = tuple(value.text for value in values)
        return found
