"""Writes the lists of what passes unnoticed anew: `python tests/survey/record.py [RULEBOOK ...]`.

Reasons stay with what they are a reason for; what is new says OGRANSKAD. Read the difference, and
give each its reason, before you keep it.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from helpers.survey import FIXTURES, read_list, renewed, surveyed, totals, write_list

if __name__ == "__main__":
    found = surveyed(sys.argv[1:] or FIXTURES)
    for name, one in found.items():
        write_list(name, renewed(read_list(name), one))
    sys.stdout.write(f"{totals(found)}\n")
