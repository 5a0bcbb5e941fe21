"""A screen as Markdown: for a message, an issue, or a page of a wiki."""

from __future__ import annotations

import re
from itertools import groupby

from dialogcli.base.screen import (
    Command,
    Item,
    Kept,
    Line,
    Paragraph,
    Part,
    Parts,
    Rows,
    Screen,
    Spoken,
    Table,
    command_text,
)

_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


def markdown(screen: Screen) -> str:
    """All of it. Commands are without a folder: who reads them stands somewhere else."""
    return "\n\n".join(map(_paragraph, screen)) + "\n"


def _paragraph(items: Paragraph) -> str:
    """Headings and tables stand apart from what is beside them, other items below each other."""
    groups = [list(group) for _, group in groupby(items, key=_stands_apart)]
    blocks: list[str] = []
    for group in groups:
        between = "\n\n" if _stands_apart(group[0]) else "\n"
        blocks.append(between.join(map(_item, group)))
    return "\n\n".join(blocks)


def _stands_apart(item: Item) -> bool:
    return isinstance(item, Table) or (isinstance(item, Line) and item.heading)


def _item(item: Item) -> str:
    if isinstance(item, Line):
        text = _sentence(item.parts)
        if item.heading:
            return f"### {text}"
        return f"- {text}" if item.indent else text
    if isinstance(item, Rows):
        return "\n".join(f"- {_sentence(label)} {_sentence(value)}" for label, value in item.rows)
    first, *others = (" | ".join(map(_sentence, row)) for row in item.rows)
    line = " | ".join("---" for _ in item.rows[0])
    return "\n".join(f"| {row} |" for row in (first, line, *others))


def _sentence(parts: Parts) -> str:
    return " ".join("".join(map(_part, parts)).split())


def _part(part: Part) -> str:
    if isinstance(part, Command):
        return f"`{command_text(part)}`"
    if isinstance(part, Spoken):
        return "".join(map(_part, part.seen))
    return _MARKS.sub(r"\\\1", part.text if isinstance(part, Kept) else part)
