"""The tables of options in docs/regelverk.md, written from the pages of the kinds.

`python tests/helpers/handbook_tables.py` writes them anew. A section of a new kind needs no more of
its table than the row that heads it: `| Tillval | Vad som står där |`.
"""

from __future__ import annotations

import re
from pathlib import Path

from dialogcli.rulebook.kinds import KINDS
from dialogcli.rulebook.model import Kind

PAGE = Path(__file__).parents[2] / "docs" / "regelverk.md"
HEAD = "| Tillval | Vad som står där |\n"

_TABLE = re.compile(re.escape(HEAD) + r"(?:\|.*\n)*")


def option_table(kind: Kind) -> str:
    """A row for each option, in the order of the kind's page."""
    rows = (f"| `{name}` | {option.means} |\n" for name, option in kind.options.items())
    return f"{HEAD}|---|---|\n{''.join(rows)}"


def with_option_tables(text: str) -> str:
    """The handbook with the table in the section of each kind as it should be."""
    for kind in KINDS.values():
        above, heading, section = text.partition(f"\n### {kind.word}\n")
        table = option_table(kind)
        text = above + heading + _TABLE.sub(lambda _, table=table: table, section, count=1)
    return text


if __name__ == "__main__":
    PAGE.write_text(with_option_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
