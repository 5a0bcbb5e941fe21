"""The paths of a rule: what it looks at, and whether its kind can judge what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dialogcli.model.fieldtypes import TYPES
from dialogcli.model.words import listed
from dialogcli.rulebook.model import FEEDBACK, Field, Kind, OptionType, OptionValue, Role
from dialogcli.rulebook.paths import Target, find, has_rows
from dialogcli.rulebook.reading import Block
from dialogcli.rulebook.scope import Scope
from dialogcli.storage.nodes import Mapping as MappingNode
from dialogcli.storage.nodes import Scalar

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
        self._targets: dict[str, list[Target]] = {}

    def targets(self) -> Iterator[Target]:
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
            return next((field.parts for field in self.fields("rows")), {})
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
            target = find(word, self.scope)
            if target and target.field:
                self._targets.setdefault(name, []).append(target)
                self._check_type(word, target.field, type_)
        least = self.kind.least_paths
        if words and len(words) < least:
            self.block.faults.add(
                "saknas",
                words[0].place,
                f"{self.kind.word} jämför minst {least} sökvägar. Här står {len(words)}.",
            )

    def _check_type(self, word: Scalar, field: Field, type_: OptionType) -> None:
        """Whether the kind can judge what stands at a path."""
        if type_ is OptionType.ROWS:
            if not has_rows(field):
                self.block.faults.add(
                    "fel-fälttyp",
                    word.place,
                    f"{word.text} är ingen tabell eller lista, så den har inga rader.",
                )
        elif not self.kind.can_judge(field.type):
            able = [one.word for one in TYPES.values() if self.kind.can_judge(one)]
            self.block.faults.add(
                "fel-fälttyp",
                word.place,
                f"{word.text} är av typen {field.type}. "
                f"{self.kind.word} behöver {listed(able, 'eller')}.",
            )


def _stored(name: str, paths: Iterable[str]) -> OptionValue:
    return tuple(paths) if name in _SUBJECTS else next(iter(paths), "")
