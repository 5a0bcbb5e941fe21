"""What `dialog rules coverage` says: how many requirements there are, and how many are checked, as
a table.
"""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.checking.coverage import Coverage, Covered
from dialogcli.model.layout import WIDTH, joined, wrapped
from dialogcli.model.words import listed
from dialogcli.reports.tables import table
from dialogcli.rulebook.model import Modality

_HEADINGS = ("Organisation", "Krav", "Varav ska", "Prövas", "På annat sätt", "Saknas")
_WORDS = {
    "field": "fält",
    "guidance": "vägledning",
    "document": "text i handlingar",
    "register": "förteckning",
}


def coverage_text(coverages: Sequence[Coverage], width: int = WIDTH) -> str:
    """A line for each organisation and their sum. Only what is binding is divided into checked and
    otherwise.
    """
    figures = [_figures(one.rows) for one in coverages]
    rows = [
        (one.organisation, *map(str, numbers))
        for one, numbers in zip(coverages, figures, strict=True)
    ]
    if len(rows) > 1:
        rows.append(("Summa", *map(str, map(sum, zip(*figures, strict=True)))))
    binding = [row for one in coverages for row in _binding(one.rows)]
    return joined(
        filter(
            None,
            [
                table(
                    [_HEADINGS, *rows], width, cuttable=[(0, 16)], right=range(1, len(_HEADINGS))
                ),
                _otherwise(binding, width),
                _missing(binding, width),
            ],
        )
    )


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


def _otherwise(binding: Sequence[Covered], width: int) -> str:
    rows = [
        row.requirement for row in binding if row.requirement.accounts and not row.requirement.rules
    ]
    if not rows:
        return ""
    kinds = dict.fromkeys(_WORDS[account.as_] for row in rows for account in row.accounts)
    return wrapped(
        f"På annat sätt: som {listed(kinds, 'eller')} ({', '.join(row.id for row in rows)}).", width
    )


def _missing(binding: Sequence[Covered], width: int) -> str:
    rows = [row.requirement.id for row in binding if not row.requirement.accounts]
    return wrapped(f"Saknas: {', '.join(rows)}.", width) if rows else ""
