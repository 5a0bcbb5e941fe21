"""Choosing one of several things at a terminal, by arrow or number."""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.base.screen import Item, Line, screen
from dialogcli.interview.signs import Sign, read_line
from dialogcli.terminal.askers import Choices, asker_for
from dialogcli.usecases.context import Context


def chosen(
    context: Context, lines: Sequence[Item], labels: Sequence[str], enter: int = 0
) -> int | Sign:
    """The number that is chosen; with Enter alone `enter` (0: none, and Enter means to stop). Sign.BACK
    for `<`. Raises KeyboardInterrupt and EOFError as an asker does.
    """
    asker = asker_for(context.console)
    context.console.plain = asker.line_by_line
    means = str(enter) if enter else "sluta"
    prompt = (
        f"Svar (1-{len(labels)}, Enter = {means}): "
        if len(labels) > 1
        else f"Svar (1, Enter = {means}): "
    )
    choices = Choices(labels, lines, (), f"nummer {enter}" if enter else means)
    while True:
        typed = read_line(asker.choose(prompt, choices))
        if typed.sign is Sign.LATER:
            return enter
        if typed.sign is Sign.BACK:
            return Sign.BACK
        if typed.sign is None and 1 <= typed.number <= len(labels):
            return typed.number
        context.console.show(screen(_again(len(labels))))
        choices = choices._replace(lines=())


def _again(most: int) -> Line:
    return Line((f"Skriv 1-{most}." if most > 1 else "Skriv 1.",))
