"""All dialogues of a repository side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dialogcli.checking.outlook import Outlook
from dialogcli.checking.owed import Tally, tally
from dialogcli.dossier.mentions import named_organs
from dialogcli.model.day import Day
from dialogcli.model.errors import DialogError
from dialogcli.process.deciders import same_organ
from dialogcli.rulebook.model import Rulebook


class Item(NamedTuple):
    """One dialogue; `folder` is relative to where the user stands, with `/`."""

    folder: str
    look: Outlook

    @property
    def title(self) -> str:
        return self.look.dossier.text("dossier.titel") or self.folder

    @property
    def feedback(self) -> Tally:
        return tally(self.look.owed, self.look.today)

    @property
    def next_day(self) -> Day | None:
        """The earliest day of something that has not happened, also when it is past."""
        return self.look.ahead[0].day if self.look.ahead else None


class Unread(NamedTuple):
    """A dossier that cannot be read, or not all of it."""

    folder: str
    error: DialogError


class Survey(NamedTuple):
    """`items` in the order in which they should be dealt with; `of` is how many there are before
    any filter.
    """

    items: tuple[Item, ...]
    unread: tuple[Unread, ...]
    of: int

    @property
    def late(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.feedback.late)

    def rulebooks(self) -> dict[str, Rulebook]:
        """The rulebooks that the dialogues follow, by id."""
        return {item.look.dossier.rulebook.id: item.look.dossier.rulebook for item in self.items}


def survey(items: Iterable[Item], unread: Iterable[Unread]) -> Survey:
    """Overdue feedback first, the longest delay on top; then by the next day; what has none last."""
    ordered = sorted(items, key=_urgency)
    return Survey(tuple(ordered), tuple(unread), len(ordered))


def concerns(item: Item, organ: str) -> bool:
    """Whether an organ answers for the dialogue, carries it out, takes part, or decides about it or
    its matter.
    """
    dossier = item.look.dossier
    named = (answer.text for answer in named_organs(dossier))
    deciders = (turn.who for turn in item.look.turns)
    return any(same_organ(dossier.rulebook, organ, one) for one in (*named, *deciders) if one)


def _urgency(item: Item) -> tuple[int, bool, str, bool, str]:
    day = item.next_day
    over = item.look.standing.current is None or item.look.standing.ended is not None
    return (
        -item.feedback.late,
        day is None,
        day.first.isoformat() if day else "",
        over,
        item.title.casefold(),
    )
