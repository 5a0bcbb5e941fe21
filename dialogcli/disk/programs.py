"""Programs of others, where they are installed: git, and LibreOffice for a PDF. Everything else
works without them, and what runs is never what happens to lie in the current folder.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from dialogcli.base.findings import InputOutputError


def find_program(*names: str, also: Sequence[Path] = ()) -> str:
    """The first of some programs that there is, by its absolute path; '' without any. `also` are
    folders beside PATH.

    Folders that are not absolute, such as `.`, are passed over: a program there could be anybody's.
    (On Windows, which looks in the current folder first, so is what it finds there.)
    """
    folders = [
        folder
        for folder in (*os.environ.get("PATH", "").split(os.pathsep), *map(str, also))
        if Path(folder).is_absolute()
    ]
    found = (shutil.which(name, path=os.pathsep.join(folders)) for name in names) if folders else ()
    return next((one for one in found if one and Path(one).is_absolute()), "")


_GIT_SECONDS = 5
_SAFE = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "--no-optional-locks")


def head_commit(folder: Path) -> str:
    """The commit that the folder's repository stands at, forty or more hexadecimal digits; ''
    without git, without repository, before the first commit, or when git does not answer.
    """
    commit = _said_by_git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD")
    return commit if len(commit) >= 40 and commit.isalnum() else ""


def git_name(folder: Path) -> str:
    """The name of whoever works in the folder, as git knows it; '' when it does not."""
    return _said_by_git(folder, "config", "--get", "user.name")


def _said_by_git(folder: Path, *words: str) -> str:
    """What git answers in a folder; '' when it does not, or there is no git."""
    git = find_program("git")
    if not git:
        return ""
    try:
        done = subprocess.run(
            (git, *_SAFE, *words),
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_GIT_SECONDS,
            check=False,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _environment() -> dict[str, str]:
    """Our own environment, without what would lead git to another repository, and without
    translations.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}


_OFFICE_SECONDS = 120
_EXPORT = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
"""A PDF for everybody: with its headings, lists and tables marked for those who listen to it."""


def office() -> str:
    """LibreOffice by its absolute path, '' where it is not installed."""
    usual = [
        Path(os.environ.get("PROGRAMFILES", ""), "LibreOffice", "program"),
        Path("/Applications/LibreOffice.app/Contents/MacOS"),
    ]
    return find_program("soffice", "libreoffice", also=usual)


def to_pdf(libreoffice: str, word: bytes) -> bytes:
    """A Word file as a PDF. Nothing is written but in a folder that is gone afterwards: the profile
    is there too, so that a LibreOffice that somebody works in is left in peace. Raises
    InputOutputError when no PDF comes.
    """
    with TemporaryDirectory(prefix="dialog-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary).resolve()
        source = folder / "handling.docx"
        source.write_bytes(word)
        profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
        why = _run(
            [
                libreoffice,
                profile,
                "--headless",
                "--norestore",
                "--convert-to",
                _EXPORT,
                "--outdir",
                str(folder),
                str(source),
            ],
            folder,
        )
        result = source.with_suffix(".pdf")
        if why or not result.is_file():
            raise InputOutputError(
                f"LibreOffice gjorde ingen PDF. {why or 'Det sade inte varför.'}"
            )
        return result.read_bytes()


def _run(command: Sequence[str], folder: Path) -> str:
    """Run a program to its end, or end it and all that it has started. Says what went wrong, ''
    when nothing did.
    """
    quiet = subprocess.DEVNULL
    try:
        with subprocess.Popen(
            command, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        ) as running:
            try:
                running.wait(_OFFICE_SECONDS)
            except BaseException:
                _end(running)
                raise
    except subprocess.TimeoutExpired:
        return f"Det blev inte klart på {_OFFICE_SECONDS} sekunder."
    except OSError:
        return "Det gick inte att starta."
    return ""


def _end(running: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        running.kill()
    else:
        os.killpg(running.pid, signal.SIGKILL)
