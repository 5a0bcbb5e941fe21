"""Plain values as lines of YAML: which text stands under `|` is decided here, and ruamel writes the
whole.
"""

from __future__ import annotations

from dialogcli.storage import dumping, scalars
from dialogcli.storage.dumping import Tree
from dialogcli.storage.layout import LONGEST_LINE, STEP
from dialogcli.storage.nodes import Plain


def block(key: str, value: Plain, column: int, start: int, *, bar: bool) -> list[str]:
    """The lines of `key: value`, as if they stood in column 0; at first their key is to stand in
    `column`.

    `start` is the column where a text begins on the line of the key. Without `bar` no text is put
    under `|`.
    """
    return dumping.dumped({scalars.key_word(key): _tree(value, column, start, bar=bar)})


def flow(value: list[Plain] | dict[str, Plain]) -> str:
    """The value on one line, within brackets."""
    (line,) = dumping.dumped(_flow_tree(value))
    return line


def _tree(value: Plain, column: int, start: int, *, bar: bool) -> Tree:
    """The value after a key or a dash in `column`."""
    within = column + STEP
    match value:
        case str():
            barred = None
            if bar and ("\n" in value or start + len(value) > LONGEST_LINE):
                barred = scalars.under_bar(value)
            return barred or scalars.one_line(value)
        case list():
            return [_item(item, within, bar=bar) for item in value]
        case _:
            return {
                scalars.key_word(key): _tree(item, within, within + len(key) + STEP, bar=bar)
                for key, item in value.items()
            }


def _item(value: Plain, column: int, *, bar: bool) -> Tree:
    """The value after the dash of a list; nothing for an empty text."""
    return scalars.NOTHING if value == "" else _tree(value, column, column + STEP, bar=bar)


def _flow_tree(value: Plain) -> Tree:
    match value:
        case str():
            return scalars.within_brackets(value)
        case list():
            return dumping.in_flow([_flow_tree(item) for item in value])
        case _:
            return dumping.in_flow(
                {scalars.key_word(key): _flow_tree(item) for key, item in value.items()}
            )
