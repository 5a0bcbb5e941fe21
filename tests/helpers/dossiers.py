"""The sample dialogue at an earlier time, with single things changed: the states that screens are
seen in.
"""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "sample-dossier"


LATER = (
    "beslut/2025-03-05-*",
    "resurser.yaml",
    "tillfallen",
    "resultat.yaml",
    "aterkoppling",
    "beslut/2025-11-26-*",
    "utvardering.yaml",
)
"""What has come since the plans were written, in the order in which it came."""


def planning(folder: Path) -> Path:
    """The sample on 24 February 2025: decided on by the presidium, both plans written, neither
    adopted.
    """
    target = folder / "dossier"
    shutil.copytree(SAMPLE, target)
    for pattern in LATER:
        for path in target.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    _undone_again(target / "handlingsplan.yaml", "  - datum: 2025-03-10\n")
    return target


def _undone_again(plan: Path, begins: str) -> None:
    """The activities from the one that begins so are still to come."""
    before, start, after = plan.read_text("utf-8").partition(begins)
    assert start, f"{begins!r} is not in {plan.name}"
    plan.write_text(
        before + start + re.sub(r"status: (?:genomfört|inställt)", "status: planerat", after),
        "utf-8",
    )


def earlier(folder: Path, years: int = 1) -> None:
    """The whole dialogue so many years before; nothing is remembered of what was adopted then."""
    for path in folder.rglob("*.yaml"):
        text = re.sub(r"^antaget:\n(?:[ -].*\n)*", "", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(
            re.sub(r"20(\d\d)-(?=\d\d)", lambda year: f"20{int(year[1]) - years}-", text), "utf-8"
        )


def weeks_earlier(folder: Path, weeks: int) -> None:
    """The whole dialogue so many weeks before, days and names of files: the week days stay."""

    def moved(text: str) -> str:
        return re.sub(
            r"20\d\d-\d\d-\d\d",
            lambda day: str(date.fromisoformat(day[0]) - timedelta(weeks=weeks)),
            text,
        )

    for path in sorted(folder.rglob("*.yaml")):
        path.write_text(moved(path.read_text("utf-8")), "utf-8")
        path.rename(path.with_name(moved(path.name)))


def without(folder: Path, file: str, *keys: str) -> None:
    """Take away answers, the keys stay: the state of a scaffolded file that nobody has filled in."""
    path = folder / file
    text = path.read_text("utf-8")
    for key in keys:
        text, number = re.subn(
            rf"^({key}):.*\n(?:[ \t-].*\n|\n(?=[ \t]))*", r"\1:\n", text, flags=re.MULTILINE
        )
        assert number == 1, f"{key} is not in {file}"
    path.write_text(text, "utf-8")


def changed(folder: Path, file: str, old: str, new: str) -> None:
    """Put one text in the place of another."""
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), "utf-8")
