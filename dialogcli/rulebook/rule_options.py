"""What a rule's kind is given: its options, each read by its type, and the paths that it looks at;
both checked against what they refer to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from dialogcli.base.fieldtypes import TYPES
from dialogcli.base.words import listed
from dialogcli.rulebook.fields import Scope, check_field, check_values
from dialogcli.rulebook.kinds import KINDS
from dialogcli.rulebook.kinds.free_of import PERSONAL_DATA
from dialogcli.rulebook.mapping_reader import Block
from dialogcli.rulebook.model import FEEDBACK, Field, Kind, OptionType, OptionValue, Role
from dialogcli.rulebook.model.rules import PATH_TYPES
from dialogcli.rulebook.paths import PathTarget, find_any, find_target, has_rows, row_depth
from dialogcli.yamltext.nodes import Mapping as MappingNode
from dialogcli.yamltext.nodes import Scalar

_SUBJECTS = ("fields", "dates", "rows")


class Subjects:
    """The path options of one rule while it is read. `rows` are the rows of a rule over a range,
    else its own id.
    """

    def __init__(self, block: Block, kind: Kind, rows: tuple[str, ...], scope: Scope) -> None:
        self.block = block
        self.kind = kind
        self.rows = rows
        self.scope = scope
        self._targets: dict[str, list[PathTarget]] = {}
        self._paths: dict[str, list[str]] = {}

    def targets(self) -> Iterator[PathTarget]:
        """Everything that a path of the rule leads to."""
        for found in self._targets.values():
            yield from found

    def fields(self, name: str) -> Iterator[Field]:
        """The fields that the paths of one option lead to."""
        return (target.field for target in self._targets.get(name, ()) if target.field)

    def columns(self) -> Mapping[str, Field]:
        """The fields of the rows that the rule looks at; none when the path to them is at fault."""
        if self.kind.role is Role.FEEDBACK:
            form = self.scope.forms.get(FEEDBACK)
            return form.fields if form else {}
        if "rows" in self.block:
            return next(map(_columns, self._targets.get("rows", ())), {})
        return next((target.beside for target in self._targets.get("values_from", ())), {})

    def read(self, name: str, type_: OptionType) -> dict[str, OptionValue]:
        """One option for each row. What a rule looks at is always several paths; what it compares
        with is one.
        """
        node = self.block.get(name)
        if isinstance(node, MappingNode) and len(self.rows) > 1:
            words_by_row = self._by_row(name)
        else:
            words_by_row = dict.fromkeys(self.rows, self.block.words(name))
        for words in dict.fromkeys(words_by_row.values()):
            self._follow(name, words, type_)
        return {
            row: _stored(name, [word.text for word in words]) for row, words in words_by_row.items()
        }

    def _is_beside(self, path: str, field: Field) -> bool:
        """Whether a path leads to one answer for each of those that the rule looks at."""
        stars = path.count("*")
        shared = (row_depth(path, own) for own in self._paths.get("fields", ()))
        words = path.split(".")
        return not field.many and all(words[:depth].count("*") == stars for depth in shared)

    def _by_row(self, name: str) -> dict[str, tuple[Scalar, ...]]:
        """The paths of each row of a range; every row has its own."""
        found: dict[str, tuple[Scalar, ...]] = dict.fromkeys(self.rows, ())
        given = self.block.pairs(name)
        for row, words in given:
            if row.text in found:
                found[row.text] = words
            else:
                self.block.faults.unknown(
                    "utanför-raderna",
                    row,
                    f"{row.text} hör inte till {self.block.what}.",
                    self.rows,
                )
        missing = set(self.rows) - {row.text for row, _ in given}
        if missing and len(given) < len(self.rows):
            self.block.faults.add(
                "saknas",
                self.block.key_place(name),
                f"{listed(sorted(missing))} saknas under {name} i {self.block.what}.",
            )
        return found

    def _follow(self, name: str, words: tuple[Scalar, ...], type_: OptionType) -> None:
        if type_ is not OptionType.PATHS and len(words) > 1:
            self.block.faults.add(
                "fel-form", words[1].place, f"{name} är bara en sökväg, inte en lista."
            )
        for word in words:
            self._paths.setdefault(name, []).append(word.text)
            find = find_any if type_ is OptionType.ROWS else find_target
            if target := find(word, self.scope):
                self._targets.setdefault(name, []).append(target)
                self._check_target(word, target, type_)
        least = self.kind.least_paths
        if name in _SUBJECTS and words and len(words) < least:
            self.block.faults.add(
                "saknas",
                words[0].place,
                f"{self.kind.word} jämför minst {least} sökvägar. Här står {len(words)}.",
            )

    def _check_target(self, word: Scalar, target: PathTarget, type_: OptionType) -> None:
        """Whether the kind can judge what stands at a path."""
        field = target.field
        if type_ is OptionType.ROWS:
            if why := _no_rows(word.text, target):
                self.block.faults.add("fel-fälttyp", word.place, why)
            return
        if field is None:
            return
        if type_ is OptionType.BESIDE and not self._is_beside(word.text, field):
            self.block.faults.add(
                "fel-sökväg",
                word.place,
                f"{word.text} är inte ett enda tal för vart och ett som regeln prövar. "
                "Välj ett fält för sig, eller en kolumn i samma rad eller fil.",
            )
        if not self.kind.can_judge(field.type):
            able = [one.word for one in TYPES.values() if self.kind.can_judge(one)]
            self.block.faults.add(
                "fel-fälttyp",
                word.place,
                f"{word.text} är av typen {field.type}. "
                f"{self.kind.word} behöver {listed(able, 'eller')}.",
            )


def _columns(target: PathTarget) -> Mapping[str, Field]:
    """What a row holds, of a table or of a form of several files."""
    return target.field.parts if target.field else target.beside


def _no_rows(path: str, target: PathTarget) -> str:
    """Why there are no rows at a path, in a sentence; '' where there are."""
    head = path.split(".")[0]
    of_files = target.form is None or bool(target.form.items)
    if path.endswith(".*"):
        return f"rows ska vara det som har raderna. Skriv {path.removesuffix('.*')}."
    if target.field and not has_rows(target.field):
        files = f" Skriv {head} om det är filerna som räknas." if of_files else ""
        return f"{path} är ingen tabell eller lista, så den har inga rader.{files}"
    if target.field is None and (not of_files or "." in path):
        return f"{path} är ett enda underlag, så det har inga rader."
    return ""


def _stored(name: str, paths: Iterable[str]) -> OptionValue:
    return tuple(paths) if name in _SUBJECTS else next(iter(paths), "")


ALL_OPTIONS = tuple(dict.fromkeys(name for kind in KINDS.values() for name in kind.options))


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
        return self.kind.options[name].type not in PATH_TYPES

    def _by_row(self, name: str) -> Mapping[str, OptionValue]:
        """One option for each row; none where nothing of use is given."""
        type_ = self.kind.options[name].type
        if type_ in PATH_TYPES:
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
