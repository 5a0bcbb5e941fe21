"""Amounts that are not what their number and price come to."""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.dossier.model import Dossier, Parts
from dialogcli.dossier.pricing import AMOUNT, NUMBER, PRICE, product
from dialogcli.model.commands import set_
from dialogcli.model.finding import Finding, Severity
from dialogcli.model.words import kronor

WRONG_PRODUCT = "fel-produkt"


def wrong_products(dossier: Dossier) -> Iterator[Finding]:
    """A varning for each row whose three figures contradict each other: no source asks, but one of
    them is wrong.
    """
    for file in dossier.all_files():
        for table in file.answers.values():
            for row in table.rows:
                if isinstance(row.value, Parts) and (found := _wrong(row.value)):
                    yield found


def _wrong(row: Parts) -> Finding | None:
    """The varning for a row of which all three are known, and do not agree."""
    amount, right = row.answers.get(AMOUNT), product(row)
    if right is None or amount is None or not isinstance(amount.value, int):
        return None
    if amount.value == right:
        return None
    number, price = row.answers[NUMBER].text, int(row.answers[PRICE].text)
    return Finding(
        WRONG_PRODUCT,
        Severity.VARNING,
        f"Beloppet är {kronor(amount.value)}, men {number} à {kronor(price)} är {kronor(right)}.",
        amount.place,
        amount.path,
        remedy=set_(amount.path, str(right)),
    )
