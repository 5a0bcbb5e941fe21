"""What `dialog rules coverage` says: how many requirements there are, and how many are checked; as
a table and as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dialogcli.base.screen import Line, Screen, Table, line, parts, screen
from dialogcli.base.words import listed
from dialogcli.checking.cases import Coverage, Covered
from dialogcli.rulebook.model import Modality
from dialogcli.rulebook.sources import Account
from dialogcli.screens.facts import Facts, Json

_HEADINGS = ("Organisation", "Krav", "Varav ska", "Prövas", "På annat sätt", "Saknas")
_WORDS = {
    "field": "fält",
    "guidance": "vägledning",
    "document": "text i handlingar",
    "register": "förteckning",
}


def coverage_screen(coverages: Sequence[Coverage]) -> Screen:
    """A line for each organisation and their sum. Only what is binding is divided into checked and
    otherwise.
    """
    figures = [_figures(one.rows) for one in coverages]
    cells: list[tuple[str, ...]] = [_HEADINGS]
    for one, numbers in zip(coverages, figures, strict=True):
        cells.append((one.organisation, *map(str, numbers)))
    if len(coverages) > 1:
        cells.append(("Summa", *map(str, map(sum, zip(*figures, strict=True)))))
    rows = tuple(tuple(parts(cell) for cell in row) for row in cells)
    right = tuple(range(1, len(_HEADINGS)))
    table = Table(rows, read_out=(), shrink=((0, 16),), right=right)
    binding = [row for one in coverages for row in _binding(one.rows)]
    unbound = [
        line(f"{one.organisation}: {link.said}") for one in coverages for link in one.unbound
    ]
    return screen([table, *_otherwise(binding), *_missing(binding), *unbound])


def _figures(rows: Sequence[Covered]) -> tuple[int, ...]:
    """All, and of those that bind: how many in all, checked by a rule, taken care of otherwise, not
    at all.
    """
    binding = _binding(rows)
    checked = sum(bool(row.requirement.rules) for row in binding)
    missing = sum(not row.requirement.accounts for row in binding)
    return len(rows), len(binding), checked, len(binding) - checked - missing, missing


def _binding(rows: Sequence[Covered]) -> list[Covered]:
    """Those that shall or must not; what nobody has dealt with may turn out to be one of them."""
    return [
        row for row in rows if row.requirement.modality in (Modality.SKA, Modality.FÅR_INTE, None)
    ]


def _otherwise(binding: Sequence[Covered]) -> Iterator[Line]:
    rows = [
        row.requirement for row in binding if row.requirement.accounts and not row.requirement.rules
    ]
    if rows:
        kinds = dict.fromkeys(_WORDS[account.as_] for row in rows for account in row.accounts)
        ids = ", ".join(row.id for row in rows)
        yield line(f"På annat sätt: som {listed(kinds, 'eller')} ({ids}).")


def _missing(binding: Sequence[Covered]) -> Iterator[Line]:
    ids = [row.requirement.id for row in binding if not row.requirement.accounts]
    if ids:
        yield line(f"Saknas: {', '.join(ids)}.")


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
