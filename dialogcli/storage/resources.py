"""Where the data that dialogcli ships lies: beside the code in an installed package, in the repository otherwise."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def templates_folder() -> Path:
    """The folder with `rulebooks`, `documents` and `letterhead`."""
    return _shipped("templates")


def sample_folder() -> Path:
    """The folder of the sample dossier."""
    return _shipped("sample-dossier")


def _shipped(name: str) -> Path:
    packaged = _PACKAGE / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name
