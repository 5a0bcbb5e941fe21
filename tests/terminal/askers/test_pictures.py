"""What a list looks like on a real pseudo-terminal, as wide as most and as narrow as a telephone."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

import pexpect

_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")

WIDE = """\
1 av 2. Vad är dialogen främst till för?
  Källa: V-10, Direktiv för medborgardialog, Inledning
Svar (1-3): pilar eller nummer, sedan Enter
   1) Att ge underlag till ett politiskt beslut
   2) Att utveckla en verksamhet tillsammans med dem som använder den
   3) Att informera
 > 0) svara senare"""

NARROW = """\
1 av 2. Vad är dialogen främst till för?
  Källa: V-10, Direktiv för
  medborgardialog, Inledning
Svar (1-3): pilar eller nummer, sedan
Enter
   1) Att ge underlag till ett politiskt
      beslut
   2) Att utveckla en verksamhet
      tillsammans med dem som använder
      den
   3) Att informera
 > 0) svara senare"""


@pytest.mark.parametrize(("columns", "picture"), [(80, WIDE), (40, NARROW)])
def test_a_list_stands_whole_and_what_is_left_is_lines(
    columns: int, picture: str, tmp_path: Path
) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "dialogcli", "new", "--rulebook", "varmland", "--title", "Bussen"],
        cwd=str(tmp_path),
        env={**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "NO_COLOR": "1"},
        encoding="utf-8",
        timeout=20,
        dimensions=(30, columns),
    )
    child.expect_exact("0) svara senare")
    seen = _ESCAPE.sub("", f"{child.before}{child.after}")
    assert seen[seen.index("1 av 2.") :] == picture
    child.send("\x1b[A\r")  # up, from the last row
    child.expect_exact("Svar (1-3): 3")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
