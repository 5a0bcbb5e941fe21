"""Rows of a budget that count something: a number of things, what one costs, and the amount."""

from __future__ import annotations

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
