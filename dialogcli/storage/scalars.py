"""How one text stands in YAML: plain where it can, else within quotation marks that fit, or under
`|`.

ruamel writes it and our reader is the judge: what the reader would not give back exactly, in the
style asked for and without a warning, is not written that way. Within double quotation marks every
text comes back.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    LiteralScalarString,
    PlainScalarString,
    ScalarString,
    SingleQuotedScalarString,
)

from dialogcli.storage.dumping import Tree, dumped, in_flow
from dialogcli.storage.nodes import Node, Scalar, Sequence
from dialogcli.storage.plain_values import as_plain
from dialogcli.storage.yaml_reader import read_yaml

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


def within_brackets(text: str) -> ScalarString:
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
    return as_plain(reading.root) == tree and _styles(reading.root) == {"", text.style}


def _styles(node: Node) -> set[str]:
    match node:
        case Scalar():
            return {node.style}
        case Sequence(items):
            return set().union(*map(_styles, items))
        case _:
            return set().union(*(_styles(part) for entry in node for part in entry))
