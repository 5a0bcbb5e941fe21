"""`count`: the number of rows or files, or of different values in a column, is within bounds."""

from __future__ import annotations

from dialogcli.base.words import count, listed
from dialogcli.rulebook.model import Kind, Names, Option, OptionType, Rule


def _says(rule: Rule, names: Names) -> str:
    path, column = rule.text("rows"), rule.text("distinct")
    table = names.table(path) or names.field(path)
    distinct = f" med olika {names.column(path, column)}" if column else ""
    where = [
        f"{names.column(path, of)} är {listed(names.values(words, f'{path}.{of}'), 'eller')}"
        for of, words in rule.pairs("where").items()
    ]
    only = f" där {listed(where)}" if where else ""
    return f"när {table} har {_bounds(rule)}{distinct}{only}"


def _bounds(rule: Rule) -> str:
    """`minst 1 rad`, `minst 1 och högst 3 filer`."""
    least, most = rule.number("min"), rule.number("max")
    one, many = ("rad", "rader") if "." in rule.text("rows") else ("fil", "filer")
    if not most:
        return f"minst {count(least, one, many)}"
    above = f"minst {least} och " if least else ""
    return f"{above}högst {count(most, one, many)}"


KIND = Kind(
    word="count",
    says=_says,
    options={
        "rows": Option(
            OptionType.ROWS,
            "sökvägen till tabellen eller listan, eller ett underlag med flera filer",
        ),
        "where": Option(OptionType.PAIRS, "vilka rader som räknas: kolumner med värden"),
        "distinct": Option(
            OptionType.COLUMN, "en kolumn vars olika värden räknas, i stället för raderna"
        ),
        "min": Option(OptionType.NUMBER, "minst så många"),
        "max": Option(OptionType.NUMBER, "högst så många"),
    },
    needs=(("rows",), ("min", "max")),
    asks=6,
)
