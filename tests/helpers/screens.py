"""Screens that are recorded: text files with what is typed and, below it, all that is seen up to
the exit code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from helpers.terminal import played

from dialogcli.base.screen import Screen
from dialogcli.terminal.render import Medium, rendered

SCREENS = Path(__file__).parents[1] / "screens"

Player = Callable[[str, str, Path, pytest.MonkeyPatch], str]
"""From the name of a session, its text and an empty folder to the session as it goes now."""


class Recorded(NamedTuple):
    """The sessions of one folder. `names` are those that can be played: a state is known in which
    each begins.
    """

    folder: Path
    names: Iterable[str]
    play: Player

    def agreed(self, name: str) -> str:
        return self._file(name).read_text("utf-8")

    def seen(self, name: str, folder: Path, patch: pytest.MonkeyPatch) -> str:
        """The session with what its commands really say."""
        return self.play(name, self.agreed(name), folder, patch)

    def record(self, name: str, screen: str) -> None:
        self._file(name).write_text(screen, "utf-8", newline="\n")

    def files(self) -> set[str]:
        return {path.stem for path in self.folder.glob("*.txt")}

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.txt"


def drawn(screen: Screen, columns: int = 80, **medium: bool | str) -> str:
    """A screen as a terminal of that width shows it."""
    return rendered(screen, Medium(columns, **medium))  # type: ignore[arg-type]


def plainly(states: Mapping[str, Callable[[Path], Path]]) -> Player:
    """For commands that ask nothing: run one after the other in the folder that a state gives."""
    return lambda name, session, folder, _patch: played(session, states[name](folder))
