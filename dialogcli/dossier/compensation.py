"""What it costs to let elected representatives take part: three lines, at the organisation's own
rates.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dialogcli.model.words import count


class Sessions(NamedTuple):
    """How many elected take part in how many sessions, and for each of them the hours off work and
    the 10 kilometres.
    """

    elected: int
    number: int
    hours: int = 0
    miles: int = 0

    @property
    def times(self) -> int:
        """How many times somebody takes part."""
        return self.elected * self.number


class Line(NamedTuple):
    """One line of a budget. `price` is None when the organisation has not said what it pays."""

    kind: str
    what: str
    number: int
    price: int | None

    @property
    def amount(self) -> int | None:
        """Whole kronor. What happens no times costs nothing, whatever the price."""
        if self.number == 0:
            return 0
        return None if self.price is None else self.number * self.price


def compensation(sessions: Sessions, rates: Mapping[str, int]) -> tuple[Line, ...]:
    """Fee, lost earnings and travel; lost earnings are the most that they can be, as if everybody
    claimed them.
    """
    who = (
        f"{count(sessions.elected, 'förtroendevald', 'förtroendevalda')} vid "
        f"{count(sessions.number, 'tillfälle', 'tillfällen')}"
    )
    hours, miles = sessions.times * sessions.hours, sessions.times * sessions.miles
    wanted = (
        ("sammanträdesarvode", f"Arvode till {who}", sessions.times),
        ("förlorad_arbetsinkomst", f"Förlorad arbetsinkomst för {who}, högst", hours),
        ("reseersättning", f"Resor för {who}", miles),
    )
    return tuple(Line(kind, what, number, rates.get(kind)) for kind, what, number in wanted)
