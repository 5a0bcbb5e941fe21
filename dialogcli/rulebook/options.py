"""The options of a rule's kind: each read by its type, and checked against what it refers to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dialogcli.model.words import listed
from dialogcli.rulebook.fields import check_field
from dialogcli.rulebook.kinds import KINDS, KindSpec, OptionType
from dialogcli.rulebook.model import Field, FieldType, Option
from dialogcli.rulebook.paths import Target, find, find_any
from dialogcli.rulebook.reading import Block
from dialogcli.rulebook.scope import FEEDBACK, Scope
from dialogcli.rulebook.values import check_values
from dialogcli.storage.nodes import Mapping as MappingNode
from dialogcli.storage.nodes import Scalar

ALL_OPTIONS = tuple(dict.fromkeys(name for spec in KINDS.values() for name in spec.options))

_SUBJECTS = ("fields", "dates", "rows")
_PATH_TYPES = (OptionType.PATHS, OptionType.PATH)
_WANTED_TYPES = {"order": (FieldType.DATE,), "at_least": (FieldType.NUMBER, FieldType.AMOUNT)}


class RuleOptions:
    """The options of one rule while it is read. `rows` are the rows of a rule over a range, else its own id."""

    def __init__(self, block: Block, kind: str, rows: tuple[str, ...], scope: Scope) -> None:
        self.block = block
        self.kind = kind
        self.spec: KindSpec = KINDS[kind]
        self.rows = rows
        self.scope = scope
        self.targets: dict[str, list[Target]] = {}

    def read(self) -> dict[str, dict[str, Option]]:
        """The options for each row. Paths first, since values and columns are judged by what they lead to."""
        self._check_names()
        found: dict[str, dict[str, Option]] = {row: dict(self.spec.defaults) for row in self.rows}
        given = {name: type_ for name, type_ in self.spec.options.items() if name in self.block}
        for name, type_ in given.items():
            if type_ in _PATH_TYPES:
                for row, paths in self._paths(name, type_).items():
                    found[row][name] = paths
        for name, type_ in given.items():
            value = None if type_ in _PATH_TYPES else self._simple(name, type_)
            if value is not None:
                for options in found.values():
                    options[name] = value
        return found

    def _check_names(self) -> None:
        for name in ALL_OPTIONS:
            if name in self.block and name not in self.spec.options:
                self.block.faults.add("okänt-tillval", self.block.key_place(name),
                                      f"{self.kind} har inget tillval {name}. "
                                      f"Det tar {listed(self.spec.options)}.")
        for group in self.spec.needs:
            if not any(name in self.block for name in group):
                self.block.faults.add("saknas", self.block.place,
                                      f"{listed(group, 'eller')} saknas i {self.block.what}.")
            for name in group:
                if name in self.block:
                    self.block.need(name)

    def _paths(self, name: str, type_: OptionType) -> dict[str, Option]:
        node = self.block.get(name)
        if isinstance(node, MappingNode) and len(self.rows) > 1:
            words_by_row = self._by_row(name)
        else:
            words_by_row = dict.fromkeys(self.rows, self.block.words(name))
        for words in dict.fromkeys(words_by_row.values()):
            self._follow(name, words, type_)
        return {row: _stored(name, [word.text for word in words]) for row, words in words_by_row.items()}

    def _by_row(self, name: str) -> dict[str, tuple[Scalar, ...]]:
        """The paths of each row of a range; every row has its own."""
        found: dict[str, tuple[Scalar, ...]] = dict.fromkeys(self.rows, ())
        given = self.block.pairs(name)
        for row, words in given:
            if row.text in found:
                found[row.text] = words
            else:
                self.block.faults.unknown("utanför-raderna", row, f"{row.text} hör inte till {self.block.what}.",
                                          self.rows)
        missing = set(self.rows) - {row.text for row, _ in given}
        if missing and len(given) < len(self.rows):
            self.block.faults.add("saknas", self.block.key_place(name),
                                  f"{listed(sorted(missing))} saknas under {name} i {self.block.what}.")
        return found

    def _follow(self, name: str, words: tuple[Scalar, ...], type_: OptionType) -> None:
        if type_ is OptionType.PATH and len(words) > 1:
            self.block.faults.add("fel-form", words[1].place, f"{name} är bara en sökväg, inte en lista.")
        for word in words:
            target = (find_any if name == "rows" else find)(word, self.scope)
            if target:
                self.targets.setdefault(name, []).append(target)
                self._check_type(word, target)

    def _check_type(self, word: Scalar, target: Target) -> None:
        wanted = _WANTED_TYPES.get(self.kind)
        if wanted and target.field and target.field.type not in wanted:
            self.block.faults.add("fel-fälttyp", word.place,
                                  f"{word.text} är av typen {target.field.type}. "
                                  f"{self.kind} behöver {listed(wanted, 'eller')}.")

    def _simple(self, name: str, type_: OptionType) -> Option | None:
        if type_ is OptionType.NUMBER:
            return self.block.number(name)
        if type_ is OptionType.PAIRS:
            return self._pairs(name)
        words = self.block.words(name)
        if type_ is OptionType.VALUES:
            for target in self.targets.get("fields", ()):
                if target.field:
                    check_values(words, target.field, self.scope)
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
        return self._column

    def _column(self, word: Scalar) -> str:
        """A column of the rows, or a field of a feedback event."""
        check_field(word, "raderna", self._columns(), self.block.faults)
        return word.text

    def _columns(self) -> Mapping[str, Field]:
        """The fields of the rows that the rule looks at; none when the path to them is at fault."""
        if self.kind == "feedback":
            form = self.scope.forms.get(FEEDBACK)
            return form.fields if form else {}
        if "rows" in self.block:
            return next((target.columns for target in self.targets.get("rows", ())), {})
        return next((target.beside for target in self.targets.get("values_from", ())), {})

    def _pairs(self, name: str) -> Mapping[str, tuple[str, ...]]:
        columns = self._columns()
        found = {}
        for word, values in self.block.pairs(name):
            column = self._column(word)
            if column in columns:
                check_values(values, columns[column], self.scope)
            found[column] = tuple(value.text for value in values)
        return found


def _stored(name: str, paths: Iterable[str]) -> Option:
    """What a rule looks at is always several paths; what it compares with is one."""
    return tuple(paths) if name in _SUBJECTS else next(iter(paths), "")
