"""What `dialog rules coverage --format json` says: a contract with other programs, described by a
schema in the tests.
"""

from __future__ import annotations

from collections.abc import Iterable

from dialogcli.checking.coverage import Coverage, Covered
from dialogcli.reports.json import Facts, Json
from dialogcli.rulebook.accounting import Account
from dialogcli.rulebook.model import Modality

VERSION = 1

WORDS = {
    Modality.SKA: "MUST",
    Modality.FÅR_INTE: "MUSTNOT",
    Modality.BÖR: "SHOULD",
    Modality.KAN: "MAY",
    Modality.PRINCIP: "PRIN",
    Modality.DEFINITION: "DEF",
    Modality.UPPGIFT: "FACT",
}
"""The modalities as other programs know them."""


def coverage_facts(coverages: Iterable[Coverage]) -> Facts:
    """One entry for each requirement of all organisations."""
    rows = [_row(row, one.organisation) for one in coverages for row in one.rows]
    return {"version": VERSION, "requirements": rows}


def _row(row: Covered, organisation: str) -> Json:
    requirement = row.requirement
    return {
        "id": requirement.id,
        "organisation": organisation,
        "modality": WORDS[requirement.modality] if requirement.modality else None,
        "accounted": [_account(account) for account in requirement.accounts],
        "cases": {"passing": row.passing, "failing": row.failing},
    }


def _account(account: Account) -> Json:
    return {
        "as": account.as_,
        "ref": account.ref,
        "severity": account.severity.value if account.severity else None,
    }
