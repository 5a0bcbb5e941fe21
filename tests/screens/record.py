"""Writes screens anew from what their commands say now: `python tests/screens/record.py [WHAT ITS
NAME BEGINS WITH]`.

Read the difference before you keep it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from screens.test_screens import TABLES

wanted = tuple(sys.argv[1:]) or ("",)
for table in TABLES.values():
    for name in table.names:
        if not name.startswith(wanted):
            continue
        with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
            screen = table.seen(name, Path(folder), patch)
        if "Programfel" in screen:
            sys.exit(f"{name}: a bug is no screen\n{screen}")
        table.record(name, screen)
