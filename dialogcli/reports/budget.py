"""What `dialog budget` says: the lines, their sum, who pays, and what to think of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dialogcli.dossier.compensation import Line
from dialogcli.model.layout import WIDTH, block, joined, paragraphs, wrapped
from dialogcli.model.words import kronor
from dialogcli.reports.tables import NARROW, sentences, table


class Row(NamedTuple):
    """One line of the budget. Figures are None when they are not given."""

    what: str
    number: int | None
    price: int | None
    amount: int | None
    financing: str = ""


def budget_text(
    head: str, rows: Sequence[Row], advice: Sequence[str], width: int = WIDTH, plain: bool = False
) -> str:
    """The whole budget of a dossier, with its sum and who pays."""
    if not rows:
        return paragraphs(
            wrapped(head, width), "Budgeten har inga poster än.", _advice(advice, width)
        )
    paid: dict[str, int] = {}
    for row in rows:
        paid[row.financing or "saknas"] = paid.get(row.financing or "saknas", 0) + (row.amount or 0)
    return paragraphs(
        wrapped(head, width),
        _table(rows, width, plain),
        _financing(paid, width),
        _advice(advice, width),
    )


def compensation_text(
    lines: Sequence[Line], advice: Sequence[str], width: int = WIDTH, plain: bool = False
) -> str:
    """The lines for elected representatives, worked out."""
    rows = [Row(line.what, line.number, line.price, line.amount) for line in lines]
    return paragraphs(
        "Ersättning till förtroendevalda", _table(rows, width, plain), _advice(advice, width)
    )


def _table(rows: Sequence[Row], width: int, plain: bool) -> str:
    """Number and price are left out where no row has them; without every amount there is no sum."""
    total = (
        "saknas"
        if any(row.amount is None for row in rows)
        else kronor(sum(row.amount or 0 for row in rows))
    )
    if plain or width < NARROW:
        return sentences([*map(_sentence, rows), f"Summa: {total}."], width)
    cells = [
        ("Post", "Antal", "À-pris", "Belopp"),
        *((row.what, *map(_figure, (row.number, row.price, row.amount))) for row in rows),
        ("Summa", "", "", total),
    ]
    if all(row.number is None and row.price is None for row in rows):
        return table(
            [(what, amount) for what, _, _, amount in cells], width, cuttable=((0, 20),), right=(1,)
        )
    return table(cells, width, cuttable=((0, 20),), right=(1, 2, 3))


def _sentence(row: Row) -> str:
    counted = row.number is not None and row.price is not None
    times = f"{_figure(row.number)} à {_figure(row.price)}, " if counted else ""
    return f"{row.what}: {times}{'saknas' if row.amount is None else kronor(row.amount)}."


def _figure(number: int | None) -> str:
    return "-" if number is None else f"{number:,}".replace(",", " ")


def _financing(paid: Mapping[str, int], width: int) -> str:
    return joined(
        [
            "Finansiering",
            block([(name, kronor(amount)) for name, amount in paid.items()], width, gap=2),
        ]
    )


def _advice(advice: Sequence[str], width: int) -> str:
    return joined(wrapped(sentence, width) for sentence in advice)
