"""Plain values as lines of YAML, written by ruamel: no value has a type, nothing is folded, lists
are indented.

The reader is the judge of every text: what it would not give back exactly, in the style asked for
and without a warning, is not written that way. Within double quotation marks every text comes back.
What imports ruamel is itself imported only when something is written.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.emitter import RoundTripEmitter
from ruamel.yaml.resolver import BaseResolver
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    LiteralScalarString,
    PlainScalarString,
    ScalarString,
    SingleQuotedScalarString,
)

from dialogcli.base.characters import MOST_BYTES
from dialogcli.yamltext.nodes import Node, Plain, Scalar, Sequence, node_as_plain
from dialogcli.yamltext.reader import read_yaml
from dialogcli.yamltext.splices import LONGEST_LINE, STEP

Tree = ScalarString | list["Tree"] | dict[ScalarString, "Tree"]
"""A value whose texts know how they are to stand: in ruamel's classes for strings, lists and
mappings.
"""


class _TextOnly(BaseResolver):
    """`2027-03-04` and `no` are text to our reader, and may stand without quotation marks."""

    def __init__(self, version: object = None, loader: object = None) -> None:  # noqa: ARG002 - YAML() passes both
        super().__init__(loader)


class _Emitter(RoundTripEmitter):
    MAX_SIMPLE_KEY_LENGTH = (
        1024  # as YAML has it; ruamel begins at 128 to write `? key`, which our reader refuses
    )


def in_flow(value: list[Tree] | dict[ScalarString, Tree]) -> Tree:
    """The list or mapping to be written on one line: `[a, b]`, `{a: b}`."""
    tree = CommentedSeq(value) if isinstance(value, list) else CommentedMap(value)
    tree.fa.set_flow_style()
    return tree


def dumped(value: Tree) -> list[str]:
    """The lines of the value, without line ends."""
    yaml = YAML(typ="rt", pure=True)
    yaml.Resolver, yaml.Emitter = _TextOnly, _Emitter
    yaml.indent(mapping=STEP, sequence=2 * STEP, offset=STEP)
    yaml.width = MOST_BYTES
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    stream = io.StringIO()
    yaml.dump(value, stream)
    return stream.getvalue().removesuffix("\n").split("\n")


NOTHING = DoubleQuotedScalarString("")
"""An empty text where nothing at all would be taken for a slip."""

_KEY = PlainScalarString("k")
_Styled = (
    PlainScalarString | DoubleQuotedScalarString | SingleQuotedScalarString | LiteralScalarString
)
_Probe = Callable[[ScalarString], dict[ScalarString, Tree]]


def one_line(text: str) -> ScalarString:
    """The text on one line, as the value of a key or a dash."""
    return _styled(text, _as_value)


def scalar_within_brackets(text: str) -> ScalarString:
    """The text on one line, for use within `[...]` and `{...}`."""
    return _styled(text, _as_item, _as_flow_value) if text else NOTHING


def under_bar(text: str) -> ScalarString | None:
    """The text under `|`. None when it would not come back: blanks and nothing else, or more than
    one line end last.
    """
    if not text.strip() or text.endswith("\n\n"):
        return None
    literal = LiteralScalarString(text)
    return literal if _reads_back(literal, _as_value) else None


@lru_cache(maxsize=1024)  # the same in every row of a table
def key_word(key: str) -> ScalarString:
    """A key, within quotation marks where it needs them; the same within brackets and outside."""
    return _styled(key, _as_key, _as_flow_key)


def _styled(text: str, *probes: _Probe) -> ScalarString:
    plain, double, single = (
        PlainScalarString(text),
        DoubleQuotedScalarString(text),
        SingleQuotedScalarString(text),
    )
    candidates = (plain, single) if '"' in text or "\\" in text else (plain,)
    chosen: ScalarString = next(
        (each for each in candidates if all(_reads_back(each, to) for to in probes)), double
    )
    return chosen


def _as_value(text: ScalarString) -> dict[ScalarString, Tree]:
    return {_KEY: text}


def _as_item(text: ScalarString) -> dict[ScalarString, Tree]:
    return {_KEY: in_flow([text])}


def _as_flow_value(text: ScalarString) -> dict[ScalarString, Tree]:
    return {_KEY: in_flow({_KEY: text})}


def _as_key(text: ScalarString) -> dict[ScalarString, Tree]:
    return {text: _KEY}


def _as_flow_key(text: ScalarString) -> dict[ScalarString, Tree]:
    return {_KEY: in_flow({text: _KEY})}


def _reads_back(text: _Styled, probe: _Probe) -> bool:
    """Whether the reader gives the text back in its style, with a blank line and more of the file
    after it.
    """
    tree = probe(text)
    reading = read_yaml("\n".join([*dumped(tree), "", "# more", ""]), "")
    if reading.root is None or reading.hints:
        return False
    return node_as_plain(reading.root) == tree and _styles(reading.root) == {"", text.style}


def _styles(node: Node) -> set[str]:
    match node:
        case Scalar():
            return {node.style}
        case Sequence(items):
            return set().union(*map(_styles, items))
        case _:
            return set().union(*(_styles(part) for entry in node for part in entry))


def block_lines(key: str, value: Plain, column: int, start: int, *, bar: bool) -> list[str]:
    """The lines of `key: value`, as if they stood in column 0; at first their key is to stand in
    `column`.

    `start` is the column where a text begins on the line of the key. Without `bar` no text is put
    under `|`.
    """
    return dumped({key_word(key): _tree(value, column, start, bar=bar)})


def flow_line(value: list[Plain] | dict[str, Plain]) -> str:
    """The value on one line, within brackets."""
    (line,) = dumped(_flow_tree(value))
    return line


def _tree(value: Plain, column: int, start: int, *, bar: bool) -> Tree:
    """The value after a key or a dash in `column`."""
    within = column + STEP
    match value:
        case str():
            barred = None
            if bar and ("\n" in value or start + len(value) > LONGEST_LINE):
                barred = under_bar(value)
            return barred or one_line(value)
        case list():
            return [_item(item, within, bar=bar) for item in value]
        case _:
            return {
                key_word(key): _tree(item, within, within + len(key) + STEP, bar=bar)
                for key, item in value.items()
            }


def _item(value: Plain, column: int, *, bar: bool) -> Tree:
    """The value after the dash of a list; nothing for an empty text."""
    return NOTHING if value == "" else _tree(value, column, column + STEP, bar=bar)


def _flow_tree(value: Plain) -> Tree:
    match value:
        case str():
            return scalar_within_brackets(value)
        case list():
            return in_flow([_flow_tree(item) for item in value])
        case _:
            return in_flow({key_word(key): _flow_tree(item) for key, item in value.items()})
