"""Folders side by side that each hold one file of the same name: how rulebooks are kept."""

from __future__ import annotations

from pathlib import Path


def files_below(folder: Path, name: str) -> dict[str, Path]:
    """Sub-folder's name -> its file `name`, sorted; empty when there is no such folder or it cannot
    be listed.
    """
    try:
        found = {child.name: child / name for child in folder.iterdir() if (child / name).is_file()}
    except OSError:
        return {}
    return dict(sorted(found.items()))


def matching_below(folder: Path, pattern: str) -> dict[str, list[Path]]:
    """Sub-folder's name -> its files whose names match (`rulebook-*.yaml`), sorted."""
    found = {}
    try:
        for child in folder.iterdir():
            if child.is_dir():
                found[child.name] = sorted(one for one in child.glob(pattern) if one.is_file())
    except OSError:
        return {}
    return {name: files for name, files in sorted(found.items()) if files}
