"""Where the data that dialogcli ships lies: beside the code in an installed package, in the
repository otherwise.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def templates_folder() -> Path:
    """The folder with `rulebooks`, `documents` and `letterhead`."""
    packaged = _PACKAGE / "templates"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "templates"
