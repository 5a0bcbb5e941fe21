"""A meeting, before and after it; of the screens that ask, a session also holds what is typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.dossiers import changed, without
from helpers.meetings import AFTER, BEFORE, DAY, MEETING, ORGAN, region
from helpers.screens import SCREENS, Recorded
from helpers.sessions import Play, play
from helpers.terminal import played, run


def listed(folder: Path) -> Path:
    """The list of points is made."""
    repository = region(folder)
    run(["agenda", ORGAN, DAY], repository, BEFORE)
    return repository


def by_hand(folder: Path) -> Path:
    """The secretary has put a point of her own first; meanwhile a plan has lost its risks."""
    repository = listed(folder)
    changed(
        repository,
        f"{MEETING}/agenda.yaml",
        "  - ärende: Val av justerare\n",
        "  - ärende: Val av justerare\n  - ärende: Information från förvaltningen\n",
    )
    without(repository / "kollektivtrafik", "handlingsplan.yaml", "risker")
    return repository


def in_word(folder: Path) -> Path:
    """The Word file is changed by hand."""
    repository = listed(folder)
    document = repository / f"{MEETING}.docx"
    document.write_bytes(document.read_bytes() + b"saved again")
    return repository


def unready(folder: Path) -> Path:
    """The list is made, and since then a plan has lost its risks."""
    repository = listed(folder)
    without(repository / "kollektivtrafik", "handlingsplan.yaml", "risker")
    return repository


def half(folder: Path) -> Path:
    """The first of three points is entered."""
    repository = listed(folder)
    (repository / "svar.yaml").write_text('paragraf: "14"\npunkter: {4: bifall}\n', "utf-8")
    run(["decide", "--agenda", MEETING, "--answers", "svar.yaml"], repository, AFTER)
    return repository


def answered(folder: Path) -> Path:
    """What the meeting decided stands in a file."""
    repository = listed(folder)
    (repository / "svar.yaml").write_text(
        'paragraf: "14"\npunkter:\n  4:\n    utfall: återremiss\n    punkter: [Visa kostnaden för resor]\n'
        "  5: {utfall: bifall, paragraf: 21}\n  6: noteras\n",
        "utf-8",
    )
    return repository


def broken(folder: Path) -> Path:
    """One of the dossiers cannot be read."""
    repository = region(folder)
    changed(repository, "nattbussar/dossier.yaml", "titel: Nattbussar", "titel: Nattbussar: helger")
    return repository


BEFORE_IT: dict[str, Callable[[Path], Path]] = {
    "8.1 one meeting, before": region,
    "8.1 read out": region,
    "8.3 the record is changed by hand": by_hand,
    "8.4 the Word file is changed by hand": in_word,
    "8.5 nothing for the organ": region,
    "8.6 a dossier that cannot be read": broken,
}
AFTER_IT: dict[str, Callable[[Path], Path]] = {
    "8.2 after": listed,
    "8.7 other paragraphs, and not taken up": listed,
    "8.8 stopped half way": listed,
    "8.9 going on": half,
    "8.10 a basis that is incomplete": unready,
}
FROM_A_FILE: dict[str, Callable[[Path], Path]] = {
    "8.11 answers in a file": answered,
    "8.12 without a terminal": listed,
}
STATES = {**BEFORE_IT, **AFTER_IT, **FROM_A_FILE}


def _played(name: str, session: str, folder: Path, patch: pytest.MonkeyPatch) -> str:
    state = STATES[name](folder)
    if name in AFTER_IT:
        return play(session, Play(state, AFTER), patch)
    return played(session, state, AFTER if name in FROM_A_FILE else BEFORE)


RECORDED = Recorded(SCREENS / "meetings", STATES, _played)
