"""`make coverage` prints a line for each package, and one for the whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("packages.py")


def test_a_line_for_each_package_and_one_for_the_whole(tmp_path: Path) -> None:
    files = {
        "dialogcli/__main__.py": {"summary": {"num_statements": 4, "missing_lines": 1}},
        "dialogcli/base/dates.py": {"summary": {"num_statements": 60, "missing_lines": 0}},
        "dialogcli\\base\\words.py": {"summary": {"num_statements": 36, "missing_lines": 4}},
    }
    report = tmp_path / "report.json"
    report.write_text(json.dumps({"files": files}), "utf-8")
    done = subprocess.run(
        [sys.executable, SCRIPT, report], capture_output=True, text=True, check=True
    )
    assert [line.split() for line in done.stdout.splitlines()] == [
        ["package", "lines", "missed", "run"],
        ["dialogcli", "4", "1", "75.0%"],
        ["dialogcli/base", "96", "4", "95.8%"],
        ["all", "100", "5", "95.0%"],
    ]
