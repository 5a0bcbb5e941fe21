"""A region with dialogues that meet in one organ: what `dialog agenda` is seen over."""

from __future__ import annotations

import re
import shutil
from datetime import datetime
from pathlib import Path

from helpers.dossiers import SAMPLE, changed, earlier, planning, without

ORGAN, DAY = "kollektivtrafiknämnden", "2025-03-05"
MEETING = f"moten/{DAY}-kollektivtrafiknamnden"
BEFORE = datetime(2025, 2, 24, 10, 42)
AFTER = datetime(2025, 3, 6, 10, 31)


def region(folder: Path) -> Path:
    """Two plans to be adopted on 5 March 2025, a result to be presented then, and a dialogue that
    is not ready.
    """
    repository = folder / "dialoger"
    (repository / ".git").mkdir(parents=True)
    planned(repository, "kollektivtrafik", "Kollektivtrafik i glesbygd", "RV 2025/118")
    unready(planned(repository, "ungas-fritidsresor", "Ungas fritidsresor", "RV 2025/96"))
    held(repository, "nattbussar", "Nattbussar på helger", "RV 2024/402")
    return repository


def planned(repository: Path, name: str, title: str, dnr: str) -> Path:
    """A dialogue whose two plans wait for the organ."""
    dossier = planning(repository).rename(repository / name)
    changed(dossier, "dossier.yaml", "titel: Kollektivtrafik i glesbygd", f"titel: {title}")
    changed(dossier, "dossier.yaml", "  - RV 2025/118\n", f"  - {dnr}\n")
    return dossier


def unready(dossier: Path) -> Path:
    """The plan lacks three of its headings, and there is nothing of the other one."""
    without(dossier, "handlingsplan.yaml", "risker", "dokumentation", "funktioner")
    (dossier / "kommunikationsplan.yaml").unlink()
    row = f"  - beslutspunkt: kommunikationsplan\n    organ: {ORGAN}\n    datum: {DAY}\n"
    changed(dossier, "dossier.yaml", row, "")
    return dossier


def held(repository: Path, name: str, title: str, dnr: str) -> Path:
    """A dialogue of the year before whose result is compiled and is to be presented at the meeting."""
    dossier = repository / name
    shutil.copytree(SAMPLE, dossier)
    earlier(dossier)
    for path in (*dossier.glob("beslut/2024-11-*"), dossier / "utvardering.yaml"):
        path.unlink()
    changed(dossier, "dossier.yaml", "titel: Kollektivtrafik i glesbygd", f"titel: {title}")
    changed(dossier, "dossier.yaml", "  - RV 2025/118\n", f"  - {dnr}\n")
    event = dossier / "aterkoppling" / "fortroendevalda.yaml"
    text = re.sub(
        r"^planerad: .*$", f"planerad: {DAY}", event.read_text("utf-8"), flags=re.MULTILINE
    )
    event.write_text(re.sub(r"^(datum|paragraf): .*$", r"\1:", text, flags=re.MULTILINE), "utf-8")
    return dossier
