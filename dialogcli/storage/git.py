"""What git knows about a folder. Everything works without git; nothing of the repository's own is
run.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from dialogcli.storage.programs import program

_SECONDS = 5
_SAFE = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "--no-optional-locks")


def head_commit(folder: Path) -> str:
    """The commit that the folder's repository stands at, forty or more hexadecimal digits; ''
    without git, without repository, before the first commit, or when git does not answer.
    """
    git = program("git")
    if not git:
        return ""
    command = (git, *_SAFE, "rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD")
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    commit = done.stdout.strip()
    return commit if done.returncode == 0 and len(commit) >= 40 and commit.isalnum() else ""


def _environment() -> dict[str, str]:
    """Our own environment, without what would lead git to another repository, and without
    translations.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
