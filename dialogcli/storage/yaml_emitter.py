"""Values as YAML: block style, lists indented by two under their key, nothing folded, every text as it is."""

from __future__ import annotations

from dataclasses import dataclass

from dialogcli.storage.characters import cleaned
from dialogcli.storage.nodes import Plain
from dialogcli.storage.scalars import LONGEST_LINE, block, inline, key_word

STEP = 2
"""Columns that a level is indented by."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A value as it is written after `key:` or `-`: what stands on that line ('' for nothing), and the lines below."""

    head: str
    body: tuple[str, ...] = ()


def emit(key: str, value: Plain, indent: int) -> str:
    """The lines of one field, each with its line end. Raises UsageError for characters that cannot be held."""
    return "".join(f"{line}\n" for line in entry_lines(key, tidy(value), indent))


def tidy(value: Plain) -> Plain:
    """The value with every text in NFC and with `\\n`. Raises UsageError for characters that cannot be held."""
    match value:
        case str():
            return cleaned(value)
        case list():
            return [tidy(item) for item in value]
        case _:
            return {cleaned(key): tidy(item) for key, item in value.items()}


def entry_lines(key: str, value: Plain, indent: int) -> list[str]:
    """`key: value` with its key in column `indent` (from 0)."""
    word = key_word(key)
    written = after_key(value, indent, indent + STEP, len(word) + 1)
    return [f"{' ' * indent}{word}:{_blank(written.head)}", *written.body]


def item_lines(value: Plain, indent: int) -> list[str]:
    """`- value` with its dash in column `indent`."""
    written = after_dash(value, indent, indent + STEP)
    return [f"{' ' * indent}-{_blank(written.head)}", *written.body]


def after_key(value: Plain, key_column: int, indent: int, before: int = 0) -> Fragment:
    """A value after a key: a list or a mapping stands on the lines below, in column `indent`.

    `before` is the number of characters that the key takes.
    """
    if isinstance(value, str):
        return _text(value, key_column, before)
    if not value:
        return Fragment(in_flow(value))
    if isinstance(value, list):
        return Fragment("", tuple(line for item in value for line in item_lines(item, indent)))
    return Fragment("", tuple(line for key, item in value.items() for line in entry_lines(key, item, indent)))


def after_dash(value: Plain, dash_column: int, indent: int) -> Fragment:
    """A value after a dash: the first line of a list or a mapping stands beside it, the others in column `indent`."""
    written = _text(value, dash_column, 1) if isinstance(value, str) else after_key(value, dash_column, indent)
    if written.head or not written.body:
        return written
    return Fragment(written.body[0].lstrip(" "), written.body[1:])


def in_flow(value: Plain) -> str:
    """A value on one line, within brackets: `[a, b]`, `{a: b}`."""
    match value:
        case str():
            return inline(value, flow=True)
        case list():
            return f"[{', '.join(map(in_flow, value))}]"
        case _:
            return f"{{{', '.join(f'{flow_key(key)}: {in_flow(item)}' for key, item in value.items())}}}"


def flow_key(key: str) -> str:
    """A key within brackets."""
    return inline(key, flow=True)


def _text(text: str, column: int, before: int) -> Fragment:
    """A text that is long or has several lines stands under `|`, two columns in from its key or dash."""
    written = block(text) if "\n" in text or column + before + 1 + len(text) > LONGEST_LINE else None
    if written is None:
        return Fragment(inline(text))
    header, lines = written
    return Fragment(header, tuple(f"{' ' * (column + STEP)}{line}" if line else "" for line in lines))


def _blank(head: str) -> str:
    return f" {head}" if head else ""
