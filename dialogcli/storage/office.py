"""LibreOffice, where it is installed: what makes a PDF of a Word file. Everything else works
without it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from dialogcli.model.errors import InputOutputError
from dialogcli.storage.programs import program

_SECONDS = 120
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
    return program("soffice", "libreoffice", also=usual)


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
                running.wait(_SECONDS)
            except BaseException:
                _end(running)
                raise
    except subprocess.TimeoutExpired:
        return f"Det blev inte klart på {_SECONDS} sekunder."
    except OSError:
        return "Det gick inte att starta."
    return ""


def _end(running: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        running.kill()
    else:
        os.killpg(running.pid, signal.SIGKILL)
