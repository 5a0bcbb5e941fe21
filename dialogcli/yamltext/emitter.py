"""Values as YAML: block style, lists indented by two under their key, nothing folded, every text as
it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from dialogcli.base.characters import cleaned
from dialogcli.yamltext.nodes import Plain
from dialogcli.yamltext.splices import STEP


@dataclass(frozen=True, slots=True)
class Fragment:
    """A value as it is written after `key:` or `-`: what stands on that line ('' for nothing), and
    the lines below.
    """

    head: str
    body: tuple[str, ...] = ()


def emit(key: str, value: Plain, indent: int) -> str:
    """The lines of one field, each with its line end. Raises UsageError for characters that cannot
    be held.
    """
    return "".join(f"{line}\n" for line in entry_lines(key, tidy(value), indent))


def tidy(value: Plain) -> Plain:
    """The value with every text in NFC and with `\\n`. Raises UsageError for characters that cannot
    be held.
    """
    match value:
        case str():
            return cleaned(value)
        case list():
            return [tidy(item) for item in value]
        case _:
            return {cleaned(key): tidy(item) for key, item in value.items()}


def entry_lines(key: str, value: Plain, indent: int, *, bar: bool = True) -> list[str]:
    """`key: value` with its key in column `indent` (from 0). Without `bar` no text in it is put
    under `|`.
    """
    return _moved(_block(key, value, indent, indent + len(key) + 2, bar=bar), indent)


def item_lines(value: Plain, indent: int, *, bar: bool = True) -> list[str]:
    """`- value` with its dash in column `indent`."""
    return _moved(_block("k", [value], indent - STEP, bar=bar)[1:], indent - STEP)


def after_key(
    value: Plain, key_column: int, start: int, indent: int, *, bar: bool = True
) -> Fragment:
    """A value after a key: a text under `|`, a list or a mapping stands on the lines below, in
    column `indent`.

    `start` is the column after the colon.
    """
    first, *lines = _block("k", value, key_column, start + 1, bar=bar)
    return Fragment(first.removeprefix("k:").lstrip(" "), tuple(_moved(lines, indent - STEP)))


def after_dash(value: Plain, dash_column: int, *, bar: bool = True) -> Fragment:
    """A value after a dash: the first line of a list or a mapping stands beside it."""
    first, *lines = item_lines(value, dash_column, bar=bar)
    return Fragment(first[dash_column + STEP :], tuple(lines))


def on_one_line(text: str) -> str:
    """A text after a key or a dash, with nothing on the lines below."""
    return _block("k", text, bar=False)[0].removeprefix("k:").lstrip(" ")


def within_brackets(value: Plain) -> str:
    """A value as a part of one that stands in brackets: `x, [a, b]` or `{a: b}` in `[x, [a, b]]`."""
    return _flow([value])[1:-1]


def entry_within_brackets(key: str, value: Plain) -> str:
    """`key: value` as a part of `{...}`."""
    return _flow({key: value})[1:-1]


def _block(
    key: str, value: Plain, column: int = 0, start: int = 0, *, bar: bool = True
) -> list[str]:
    from dialogcli.yamltext import dumping  # brings ruamel in

    return dumping.block_lines(key, value, column, start, bar=bar)


def _flow(value: list[Plain] | dict[str, Plain]) -> str:
    from dialogcli.yamltext import dumping

    return dumping.flow_line(value)


def _moved(lines: list[str], columns: int) -> list[str]:
    """The lines further in, or further out when the number is negative. A line without text stays
    empty.
    """
    if columns < 0:
        return [line[-columns:] for line in lines]
    indent = " " * columns
    return [indent + line if line else "" for line in lines]
