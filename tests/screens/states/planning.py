"""The commands that help with a plan, at 80 columns: methods, budget and deadlines."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from helpers.dossiers import changed, earlier, planning
from helpers.screens import SCREENS, Recorded, plainly
from helpers.walks import DOSSIERS


def nothing(folder: Path) -> Path:
    """A folder without a dossier."""
    return folder


def own_times(folder: Path) -> Path:
    """The organisation keeps bridge days free and wants papers earlier; a decision is planned too
    close to another.
    """
    dossier = planning(folder)
    (folder / "organisation.yaml").write_text(
        "dagar: {klämdagar: lediga}\ntider: {manusstopp: 8 arbetsdagar}\n", "utf-8"
    )
    changed(
        dossier,
        "dossier.yaml",
        "organ: regionfullmäktige\n    datum: 2025-11-26",
        "organ: regionfullmäktige\n    datum: 2025-03-11",
    )
    return dossier


def own_rates(folder: Path) -> Path:
    """The organisation has said what it pays."""
    dossier = planning(folder)
    (folder / "organisation.yaml").write_text(
        "arvoden: {sammanträdesarvode: 950, förlorad_arbetsinkomst: 300, reseersättning: 25}\n",
        "utf-8",
    )
    return dossier


def followed_up(folder: Path) -> Path:
    """A dialogue that was over a year ago; its action plan should have been followed up before
    Christmas.
    """
    dossier = shutil.copytree(DOSSIERS / "sandviken", folder / "torget")
    earlier(dossier, 3)
    return dossier


STATES: dict[str, Callable[[Path], Path]] = {
    "9.1 suggestions with reasons": planning,
    "9.1 suggestions without a dossier": nothing,
    "9.1 the methods": nothing,
    "9.1 groups to consider": nothing,
    "12.1 a budget": planning,
    "12.2 compensation of elected representatives": own_rates,
    "11.1 deadlines of a dialogue": planning,
    "11.2 own times and dates that cannot be met": own_times,
    "11.3 deadlines of a meeting": nothing,
    "11.4 the follow-ups of an action plan": followed_up,
}

RECORDED = Recorded(SCREENS / "planning", STATES, plainly(STATES))
