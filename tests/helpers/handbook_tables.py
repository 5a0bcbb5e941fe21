"""The tables in docs/regelverk.md that are written from pages: the types of fields, and the options
of each kind of rule.

`python tests/helpers/handbook_tables.py` writes them anew. A section of a new kind needs no more of
its table than the row that heads it: `| Tillval | Vad som står där |`.
"""

from __future__ import annotations

import re
from pathlib import Path

from dialogcli.base.fieldtypes import TYPES
from dialogcli.rulebook.kinds import KINDS
from dialogcli.rulebook.model import Kind

PAGE = Path(__file__).parents[2] / "docs" / "regelverk.md"
TYPES_HEAD = "| Typ | Vad svaret är |\n"
HEAD = "| Tillval | Vad som står där |\n"

_TABLE = re.compile(re.escape(HEAD) + r"(?:\|.*\n)*")
_TYPE_TABLE = re.compile(re.escape(TYPES_HEAD) + r"(?:\|.*\n)*")


def type_table() -> str:
    """A row for each type of field, in the order of the language."""
    rows = (f"| `{type_}` | {type_.means} |\n" for type_ in TYPES.values())
    return f"{TYPES_HEAD}|---|---|\n{''.join(rows)}"


def option_table(kind: Kind) -> str:
    """A row for each option, in the order of the kind's page."""
    rows = (f"| `{name}` | {option.means} |\n" for name, option in kind.options.items())
    return f"{HEAD}|---|---|\n{''.join(rows)}"


def with_tables(text: str) -> str:
    """The handbook with its table of types, and the table in the section of each kind, as they
    should be.
    """
    text = _TYPE_TABLE.sub(lambda _: type_table(), text, count=1)
    for kind in KINDS.values():
        above, heading, section = text.partition(f"\n### {kind.word}\n")
        table = option_table(kind)
        text = above + heading + _TABLE.sub(lambda _, table=table: table, section, count=1)
    return text


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
