"""A longer text in the person's own text editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from dialogcli.base.findings import UsageError

Run = Callable[[Sequence[str]], int]

BELOW = "----- Skriv svaret under den här raden. Det som står ovanför kommer inte med. -----"
"""Above it the question, below it the answer."""

_SETTINGS = ("DIALOG_EDITOR", "VISUAL", "EDITOR")
_COMMON = ("nano", "micro", "vim", "vi")


def edited(
    text: str,
    about: str = "",
    environ: Mapping[str, str] = os.environ,
    run: Run | None = None,
    wait: Callable[[], object] = lambda: None,
) -> str | None:
    """The text as it was saved in the editor, None when nothing was changed. Raises UsageError
    without an editor.

    `about` stands above a line across the page, and is not part of what is written. `wait` is
    called when the editor returned without a change: editors with windows of their own return at
    once. The file lies where only the user can read it, and is removed afterwards.
    """
    command = editor_command(environ)
    with tempfile.TemporaryDirectory(prefix="dialog-") as folder:
        path = Path(folder) / "svar.txt"
        path.write_text(f"{about}\n\n{BELOW}\n{text}" if about else text, encoding="utf-8")
        _start([*command, str(path)], run or subprocess.call)
        if _saved(path) == text.strip():
            wait()
        now = _saved(path)
    return now if now != text.strip() else None


_LEAVING = {
    "nano": "I nano: Ctrl-O och Enter sparar, Ctrl-X stänger.",
    "micro": "I micro: Ctrl-S sparar, Ctrl-Q stänger.",
    "vim": "I vim: tryck Esc, skriv :wq och tryck Enter.",
    "nvim": "I vim: tryck Esc, skriv :wq och tryck Enter.",
    "vi": "I vi: tryck Esc, skriv :wq och tryck Enter.",
}
"""How to save and get out of editors that say it nowhere, or only to those who know it already."""


def how_to_leave(environ: Mapping[str, str] = os.environ) -> str:
    """How the person's editor is left; '' for one that has menus, or is not known, or for none."""
    try:
        command = editor_command(environ)
    except UsageError:
        return ""
    return _LEAVING.get(Path(command[0]).stem, "")


def editor_command(environ: Mapping[str, str]) -> list[str]:
    """The command of the person's editor, as words: no shell ever reads it."""
    chosen = next((environ[name] for name in _SETTINGS if environ.get(name, "").strip()), "")
    if chosen:
        return _split(chosen)
    found = "notepad" if sys.platform == "win32" else next(filter(shutil.which, _COMMON), "")
    if not found:
        raise UsageError(
            "Det finns ingen textredigerare att öppna.", "Skriv svaret direkt efter frågan."
        )
    return [found]


def _split(command: str) -> list[str]:
    """Words as a shell would split them; on Windows a backslash is part of a path."""
    if sys.platform == "win32":
        return [word.strip('"') for word in shlex.split(command, posix=False)]
    return shlex.split(command)


def _start(command: Sequence[str], run: Run) -> None:
    try:
        run(command)
    except OSError as error:
        raise UsageError(
            f"Textredigeraren {command[0]} går inte att starta.",
            "Skriv svaret direkt efter frågan.",
        ) from error


def _saved(path: Path) -> str:
    """What the editor left; editors on Windows may write a byte order mark or an older encoding."""
    data = path.read_bytes() if path.exists() else b""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    lines = text.splitlines()
    return "\n".join(lines[lines.index(BELOW) + 1 :] if BELOW in lines else lines).strip()
