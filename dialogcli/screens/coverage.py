"""What `dialog rules coverage` says: of how many requirements a breach is noticed, how many are asked
for or shown, and about which nothing is done; as tables and as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dialogcli.base.screen import Item, Line, Screen, Table, heading, line, parts, screen
from dialogcli.base.words import listed
from dialogcli.checking.coverage import Care, Coverage, Covered
from dialogcli.rulebook.model import Modality
from dialogcli.rulebook.sources import Account
from dialogcli.screens.facts import Facts, Json
from dialogcli.screens.rules import place_text

_COLUMNS = ("Brott märks", "Frågas eller visas", "Inget")
_HEADINGS = ("Organisation", "Krav", "Varav ska", *_COLUMNS)
_COLUMNS_OF_ROW = ("Krav", "Brott märks", "Frågas eller visas", "Inget, för att det är")


def coverage_screen(coverages: Sequence[Coverage], each: bool = False) -> Screen:
    """A line for each organisation and their sum, and about which of what is binding nothing is
    noticed. Only what is binding is divided. `each`: then every requirement on a line of its own.
    """
    binding = [row for one in coverages for row in _binding(one.rows)]
    unbound = [
        line(f"{one.organisation}: {link.said}") for one in coverages for link in one.unbound
    ]
    table = _table(coverages)
    lists = (_each(one) for one in coverages) if each else ()
    return screen([table, *_shown(binding), *_nothing(binding), *unbound], *lists)


def _table(coverages: Sequence[Coverage]) -> Table:
    figures = [_figures(one.rows) for one in coverages]
    cells: list[tuple[str, ...]] = [_HEADINGS]
    for one, numbers in zip(coverages, figures, strict=True):
        cells.append((one.organisation, *map(str, numbers)))
    if len(coverages) > 1:
        cells.append(("Summa", *map(str, map(sum, zip(*figures, strict=True)))))
    rows = tuple(tuple(parts(cell) for cell in row) for row in cells)
    right = tuple(range(1, len(_HEADINGS)))
    return Table(rows, read_out=(), shrink=((0, 16),), right=right)


def _figures(rows: Sequence[Covered]) -> tuple[int, ...]:
    """All, those that bind, and of these how many are taken care of in each way."""
    binding = _binding(rows)
    return len(rows), len(binding), *(sum(row.care is care for row in binding) for care in Care)


def _binding(rows: Sequence[Covered]) -> list[Covered]:
    """Those that shall or must not; what nobody has dealt with may turn out to be one of them."""
    return [
        row for row in rows if row.requirement.modality in (Modality.SKA, Modality.FÅR_INTE, None)
    ]


def _shown(binding: Sequence[Covered]) -> Iterator[Line]:
    rows = [row for row in binding if row.care is Care.SHOWN]
    if rows:
        said = (f"{row.requirement.id} ({_where(row)})" for row in rows)
        yield line(f"Frågas eller visas: {listed(said)}.")


def _nothing(binding: Sequence[Covered]) -> Iterator[Line]:
    for row in binding:
        if row.care is Care.NOTHING:
            yield line(f"Inget: {row.requirement.id}, för att det är {because(row)}.")


def _each(one: Coverage) -> list[Item]:
    """Every requirement, in the three columns."""
    rows = [_COLUMNS_OF_ROW, *(_cells(row) for row in one.rows)]
    cells = tuple(tuple(parts(cell) for cell in row) for row in rows)
    read_out = tuple(parts(_read_out(row)) for row in one.rows)
    table = Table(cells, read_out=read_out, even=(2,))
    return [heading(one.organisation), table]


def _cells(row: Covered) -> tuple[str, ...]:
    nothing = because(row) if row.care is Care.NOTHING else ""
    return row.requirement.id, "ja" if row.noticed else "", _where(row), nothing


def _read_out(row: Covered) -> str:
    said = {
        Care.NOTICED: f"ett brott märks av {listed(row.noticed)}",
        Care.SHOWN: f"frågas eller visas, {_where(row)}",
        Care.NOTHING: f"inget, för att det är {because(row)}",
    }
    return f"{row.requirement.id}: {said[row.care]}."


def _where(row: Covered) -> str:
    """Where it is asked for or shown; '' where it is not."""
    if row.unchecked and row.unchecked.where:
        return place_text(row.unchecked)
    return "frågas" if row.asks else ""


_BECAUSE = {
    "metadata": "en uppgift om källan",
    "umbrella": "summan av de andra kraven",
    "guidance": "vägledning",
    "outcome": "ett utfall",
}


def because(row: Covered) -> str:
    """Why nothing is done about a requirement, as the end of a sentence."""
    if row.unchecked:
        return _BECAUSE.get(row.unchecked.as_, place_text(row.unchecked))
    if row.requirement.rules:
        return f"ett krav där inget brott märktes ({listed(row.requirement.rules)})"
    return "ett krav som ingen har tagit hand om än"


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
        "care": row.care.value,
        "noticed_by": list(row.noticed),
        "because": because(row) if row.care is Care.NOTHING else None,
    }


def _account(account: Account) -> Json:
    return {
        "as": account.as_,
        "ref": account.ref,
        "severity": account.severity.value if account.severity else None,
    }
