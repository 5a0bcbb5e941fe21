"""What `dialog budget` says: the lines, their sum, who pays, and what to think of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dialogcli.base.screen import Item, Screen, Table, heading, line, rows, screen, table
from dialogcli.base.words import kronor
from dialogcli.dossier.money import BudgetLine


class BudgetRow(NamedTuple):
    """One line of the budget. Figures are None when they are not given."""

    what: str
    number: int | None
    price: int | None
    amount: int | None
    financing: str = ""


def budget_screen(title: str, budget: Sequence[BudgetRow], advice: Iterable[Item]) -> Screen:
    """The whole budget of a dossier, with its sum and who pays."""
    if not budget:
        return screen(line(title), line("Budgeten har inga poster än."), advice)
    return screen(line(title), _table(budget), _financing(budget), advice)


def compensation_screen(lines: Sequence[BudgetLine], advice: Iterable[Item]) -> Screen:
    """The lines for elected representatives, worked out."""
    budget = [BudgetRow(one.what, one.number, one.price, one.amount) for one in lines]
    return screen(line("Ersättning till förtroendevalda"), _table(budget), advice)


def _table(budget: Sequence[BudgetRow]) -> Table:
    """Number and price are left out where no row has them."""
    total = _total(budget)
    cells = [
        ("Post", "Antal", "À-pris", "Belopp"),
        *((row.what, *map(_figure, (row.number, row.price, row.amount))) for row in budget),
        ("Summa", "", "", total),
    ]
    sentences = [*map(_sentence, budget), f"Summa: {total}."]
    if all(row.number is None and row.price is None for row in budget):
        amounts = [(what, amount) for what, *_, amount in cells]
        return table(amounts, sentences, shrink=((0, 20),), right=(1,))
    return table(cells, sentences, shrink=((0, 20),), right=(1, 2, 3))


def _total(budget: Sequence[BudgetRow]) -> str:
    """Without every amount there is no sum."""
    amounts = [row.amount for row in budget if row.amount is not None]
    return kronor(sum(amounts)) if len(amounts) == len(budget) else "saknas"


def _sentence(row: BudgetRow) -> str:
    counted = row.number is not None and row.price is not None
    times = f"{_figure(row.number)} à {_figure(row.price)}, " if counted else ""
    return f"{row.what}: {times}{'saknas' if row.amount is None else kronor(row.amount)}."


def _figure(number: int | None) -> str:
    return "-" if number is None else f"{number:,}".replace(",", " ")


def _financing(budget: Sequence[BudgetRow]) -> Iterator[Item]:
    """Who pays how much."""
    paid: dict[str, int] = {}
    for row in budget:
        payer = row.financing or "saknas"
        paid[payer] = paid.get(payer, 0) + (row.amount or 0)
    yield heading("Finansiering")
    yield rows(*((payer, kronor(amount)) for payer, amount in paid.items()), gap=2)
