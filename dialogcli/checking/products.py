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
    tables = (
        answer
        for files in dossier.files.values()
        for file in files
        for answer in file.answers.values()
    )
    for row in (row for table in tables for row in table.rows):
        if not isinstance(row.value, Parts):
            continue
        parts, right = row.value.answers, product(row.value)
        amount = parts.get(AMOUNT)
        if (
            right is None
            or amount is None
            or not isinstance(amount.value, int)
            or amount.value == right
        ):
            continue
        message = (
            f"Beloppet är {kronor(amount.value)}, men {parts[NUMBER].text} à {kronor(int(parts[PRICE].text))} "
            f"är {kronor(right)}."
        )
        yield Finding(
            WRONG_PRODUCT,
            Severity.VARNING,
            message,
            amount.place,
            amount.path,
            remedy=set_(amount.path, str(right)),
        )
