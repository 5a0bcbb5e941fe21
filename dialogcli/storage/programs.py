"""Where a program of somebody else's lies. What runs is never what happens to lie in the current
folder.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path


def program(*names: str, also: Sequence[Path] = ()) -> str:
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
