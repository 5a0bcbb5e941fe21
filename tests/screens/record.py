"""Writes the screens anew from what their commands say now: `python tests/screens/record.py`. Read the difference."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from test_screens import HERE, STATES, played

for name, state in STATES.items():
    session = HERE / f"{name}.txt"
    with tempfile.TemporaryDirectory() as folder:
        seen = played(session.read_text("utf-8"), state(Path(folder)))
    if "Programfel" in seen:
        sys.exit(f"{name}: a bug is no screen\n{seen}")
    session.write_text(seen, "utf-8", newline="\n")
