"""`make coverage`: the lines of the engine that the tests ran, package by package.

Reads the report that `coverage json` writes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path, PurePosixPath


def main(report: str) -> None:
    """Prints a line for each package and one for the whole."""
    files = json.loads(Path(report).read_text(encoding="utf-8"))["files"]
    lines, missed = Counter[str](), Counter[str]()
    for name, file in files.items():
        package = package_of(name)
        lines[package] += file["summary"]["num_statements"]
        missed[package] += file["summary"]["missing_lines"]
    print(f"{'package':<24}{'lines':>8}{'missed':>8}{'run':>8}")  # noqa: T201
    for package in sorted(lines):
        print(row(package, lines[package], missed[package]))  # noqa: T201
    print(row("all", lines.total(), missed.total()))  # noqa: T201


def package_of(name: str) -> str:
    """`dialogcli/usecases/word_files.py` -> `dialogcli/usecases`; a module at the top is `dialogcli`."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "/".join(parts[:2] if len(parts) > 2 else parts[:1])


def row(package: str, lines: int, missed: int) -> str:
    share = 100 * (lines - missed) / lines if lines else 100
    return f"{package:<24}{lines:>8}{missed:>8}{share:>7.1f}%"


if __name__ == "__main__":
    main(sys.argv[1])
