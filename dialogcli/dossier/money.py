"""What a budget comes to: rows that count something, and what it costs to let elected
representatives take part.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dialogcli.base.words import count
from dialogcli.dossier.model import Answer, Parts

NUMBER, PRICE, AMOUNT = "enheter", "à_pris", "belopp"


def product(row: Parts) -> int | None:
    """What the number and the price of a row come to; None without both."""
    number, price = (_figure(row.answers.get(name)) for name in (NUMBER, PRICE))
    return None if number is None or price is None else number * price


def priced(row: Parts) -> Parts:
    """The row with its amount worked out, where that is left empty."""
    amount, worked_out = row.answers.get(AMOUNT), product(row)
    if amount is None or amount.filled or worked_out is None:
        return row
    return Parts({**row.answers, AMOUNT: amount._replace(value=worked_out)})


def _figure(answer: Answer | None) -> int | None:
    value = answer.value if answer else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


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


class BudgetLine(NamedTuple):
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


def compensation(sessions: Sessions, rates: Mapping[str, int]) -> tuple[BudgetLine, ...]:
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
    return tuple(BudgetLine(kind, what, number, rates.get(kind)) for kind, what, number in wanted)
