"""ruamel.yaml, set up to write what our reader reads: no value has a type, nothing is folded, lists
are indented.

What imports ruamel (this, `scalars` and `trees`) is itself imported only when something is written.
"""

from __future__ import annotations

import io

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.emitter import RoundTripEmitter
from ruamel.yaml.resolver import BaseResolver
from ruamel.yaml.scalarstring import ScalarString

from dialogcli.storage.characters import MOST_BYTES
from dialogcli.storage.layout import STEP

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
