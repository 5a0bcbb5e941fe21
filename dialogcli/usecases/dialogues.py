"""The dialogues below a folder with what each waits for, and which of them is meant."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from dialogcli.base.characters import cut
from dialogcli.base.findings import UnreadableError, UsageError
from dialogcli.base.screen import heading, line, screen
from dialogcli.base.words import count
from dialogcli.checking.survey import Dialogue, Unread
from dialogcli.interview.signs import Sign
from dialogcli.screens.home import Choice, numbered
from dialogcli.usecases.context import Context
from dialogcli.usecases.next_step import made_in, next_step
from dialogcli.usecases.survey import read_survey

MOST = 20
"""More are not listed to choose from: `dialog list` has all."""

_TITLE = 24
"""The most characters of a title beside what the dialogue waits for."""


class Waiting(NamedTuple):
    """A dialogue of a list; `folder` is relative to where the user stands."""

    folder: str
    title: str
    waits: str


def dialogues_below(context: Context, root: Path) -> list[Waiting]:
    """All dialogues below a folder: overdue feedback first, then by the next day, those that cannot
    be read, and last those that are over.
    """
    found = read_survey(root, context.today, context.cwd)
    going = [one for one in found.items if not _is_over(one)]
    over = [one for one in found.items if _is_over(one)]
    return [
        *(_waiting(one, context) for one in going),
        *map(_unread, found.unread),
        *(_waiting(one, context) for one in over),
    ]


def as_choices(found: Sequence[Waiting]) -> list[Choice]:
    return [Choice(cut(one.title, _TITLE), one.waits) for one in found]


def which_dialogue(context: Context) -> str:
    """The folder of the dialogue that is meant, of several below where the user stands.

    Raises UsageError, with the folders, where nobody can be asked.
    """
    found = dialogues_below(context, context.cwd)
    if not context.console.interactive:
        raise UsageError(
            f"Här finns {len(found)} dialoger. Skriv vilken mapp det gäller. Inget är ändrat.",
            *(line(one.folder, indent=2) for one in found[:MOST]),
        )
    from dialogcli.usecases.menu import chosen  # prompts: only where somebody is asked

    some = as_choices(found[:MOST])
    context.console.show(screen(heading("Vilken dialog gäller det?")))
    number = chosen(context, [numbered(some)], [_label(one) for one in some])
    if isinstance(number, Sign) or not number:
        raise KeyboardInterrupt
    return found[number - 1].folder


def labels(choices: Sequence[Choice]) -> list[str]:
    """The choices where they are drawn as a list."""
    return [_label(one) for one in choices]


def _label(one: Choice) -> str:
    return f"{one.what}  {one.beside}" if isinstance(one.beside, str) else one.what


def _is_over(one: Dialogue) -> bool:
    where = one.look.standing
    return not one.feedback.late and (where.over or where.current is None)


def _waiting(one: Dialogue, context: Context) -> Waiting:
    step = next_step(one.look, made_in(context.cwd / one.folder, one.look, context.cwd))
    return Waiting(one.folder, one.title, step.waiting_for)


def _unread(one: Unread) -> Waiting:
    faults = len(one.error.faults) if isinstance(one.error, UnreadableError) else 0
    what = f"{count(faults, 'fil', 'filer')} går inte att läsa" if faults else "går inte att läsa"
    return Waiting(one.folder, one.folder, what)
