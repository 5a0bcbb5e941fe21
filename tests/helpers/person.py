"""Somebody at a real pseudo-terminal who knows what the plan is to be, and reads the screen to see
what is asked.
"""

from __future__ import annotations

import contextlib
import os
import pty
import re
import resource
import select
import signal
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from dialogcli.__main__ import main
from dialogcli.terminal.askers.questionary import CHOOSING, TICKING
from dialogcli.terminal.console import system_console
from dialogcli.usecases.context import Context

PATIENCE = 30
"""Seconds to wait for a prompt before the test fails."""

Row = Mapping[str, str]
"""The label of a column -> what is typed there."""

_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|[\r\x08]")
_SHOWN = re.compile(r"\x1b\[\?2004h.*\x1b\[\?25h", re.DOTALL)
"""A new line editor has been drawn, and its cursor: not the one in which something was typed just
now.
"""
_LIST = re.compile(r"\x1b\[\?2004h.*\x1b\[\?7h(?:\x1b\[0m)?\Z", re.DOTALL)
"""A list has been drawn, which hides the cursor."""
_KEYS = re.compile(rf"(?<=:) (?:{CHOOSING[:18]}|{TICKING[:18]})")
"""What stands after the prompt of a list, above its rows."""
_POSITION = re.compile(r"^(?:Fråga )?\d+ av \d+(?:, frivillig)?\. ")
_COLUMN = re.compile(r"^(?:Rad (\d+), |  )([^:(]+?)(?: \([^)]*\))?:\s*$")
_LISTENED = re.compile(
    r"^Rad (\d+)\. (.*?)(?=^Rad \d+\. |^Skriv n |^n = ny rad)", re.MULTILINE | re.DOTALL
)


class Session:
    """`dialog WORDS` in a process of its own on a terminal of its own, at a given time."""

    def __init__(
        self,
        folder: Path,
        words: Sequence[str],
        now: datetime,
        term: str,
        editor: str = "",
        largest: int = 0,
    ) -> None:
        """`largest`: no file can be written that has more bytes; 0 for no such limit."""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            _carry_out(
                folder,
                list(words),
                now,
                {
                    "TERM": term,
                    "NO_COLOR": "1",
                    "DIALOG_EDITOR": editor,
                    "PROMPT_TOOLKIT_NO_CPR": "1",
                    "COLUMNS": "80",
                    "LINES": "40",
                },
                largest,
            )
        self.seen = ""
        self.raw = b""
        """What came on the terminal, with everything that moves a cursor."""
        self._ready = term not in ("", "dumb")

    def heard(self) -> str | None:
        """What has come on the screen since it was typed last, up to the next prompt; None when the
        command is over.
        """
        raw = b""
        while True:
            if not select.select([self.terminal], [], [], PATIENCE)[0]:
                raise AssertionError(f"no prompt came: {self.seen}{raw[-300:]!r}")
            try:
                raw += os.read(self.terminal, 65536)
            except OSError:
                self.raw += raw
                self.seen += _ESCAPE.sub("", raw.decode("utf-8", "replace"))
                return None
            text = raw.decode("utf-8", "replace")
            clean = _ESCAPE.sub("", text)
            clean, asked = self._prompt(text, clean)
            if (
                asked and not select.select([self.terminal], [], [], 0.002)[0]
            ):  # no line in the middle of being written
                self.raw += raw
                self.seen += clean
                return clean.rstrip()

    def _prompt(self, text: str, clean: str) -> tuple[str, bool]:
        """What can be read, up to the prompt, and whether something is asked there. The rows of a
        list say no more than their numbers do, and the blank before a prompt nothing.
        """
        if not self._ready:
            return clean, clean.endswith(": ")
        if _LIST.search(text) and (keys := _KEYS.search(clean)):
            return clean[: keys.start()], True
        asked = bool(_SHOWN.search(text) and re.search(r":\s*$", clean))
        return re.sub(r"^ (?=\S.*\s*\Z)", "", clean, flags=re.MULTILINE), asked

    def type(self, text: str) -> None:
        end = b"\r" if self._ready else b"\n"
        os.write(self.terminal, text.encode("utf-8") + end)

    def stop(self, how: int) -> None:
        """Kill it (SIGKILL), close its window (SIGHUP) or press Ctrl-C (SIGINT)."""
        if how == signal.SIGINT:
            os.write(self.terminal, b"\x03")
            while self.heard() is not None:
                pass
        elif how == signal.SIGKILL:
            os.kill(self.pid, signal.SIGKILL)
        self.end()

    def end(self) -> int:
        with contextlib.suppress(OSError):
            os.close(self.terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def _carry_out(
    folder: Path, words: list[str], now: datetime, environ: Mapping[str, str], largest: int
) -> None:
    """The child: nothing of the test's own streams is left, and it never returns."""
    code = 70
    try:
        os.environ.update(environ)
        os.environ.pop("EDITOR", None)
        os.chdir(folder)
        if largest:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.stdin, sys.stdout, sys.stderr = (
            open(fd, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
            for fd, mode in ((0, "r"), (1, "w"), (2, "w"))
        )
        sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr
        console = system_console(sys.stdin, sys.stdout, sys.stderr, os.environ)
        code = main(words, Context(folder, now, console))
        sys.stdout.flush()
    finally:
        os._exit(code)


@dataclass
class Person:
    """`answers`: question -> what is typed. `tables`: question -> rows. `first`: question -> what
    is typed before that.

    A question that is in neither is left for later.
    """

    answers: Mapping[str, str | Sequence[str]]
    tables: Mapping[str, Sequence[Row]]
    first: Mapping[str, Sequence[str]] = field(default_factory=dict)
    question: str = ""
    row: int = 0
    menu: bool = False
    more: list[str] = field(default_factory=list)
    _left: dict[str, list[str]] = field(default_factory=dict)
    _reviewing: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._left = {question: list(typed) for question, typed in self.first.items()}

    def reply(self, heard: str) -> str:
        """What to type at the prompt that ends what was heard; a long text ends as it is asked for."""
        typed = self._wanted(heard)
        long = "Avsluta med en punkt" in heard and typed not in ("", "<", "!", "?")
        return f"{typed}\n." if long else typed

    def _wanted(self, heard: str) -> str:
        lines = heard.splitlines()
        reviewing = self._listen(lines)
        prompt = lines[-1]
        if reviewing:
            return self._reviewed(lines)
        if match := _COLUMN.match(prompt):
            self.row = int(match[1] or self.row)
            return self._cell(match[2].strip())
        if prompt.startswith("Ändra vad?"):
            return next(
                number
                for number, label in re.findall(r"(\d+) ([^,:]+)", prompt)
                if label == self._missing[1]
            )
        if prompt.startswith(("Ta bort rad", "Behåll datumet?")):
            return "j"
        if prompt.startswith("Ett till"):
            return self.more.pop(0) if self.more else ""
        if self._left.get(self.question):
            return self._left[self.question].pop(0)
        if self.question in self.tables:
            return self._menu(heard)
        answer = self.answers.get(self.question, "")
        first, *self.more = [answer] if isinstance(answer, str) else answer
        return first

    def _listen(self, lines: Sequence[str]) -> bool:
        """Note the question that is asked; whether it is the review of a section instead."""
        reviewing = False
        of_a_row, several = (
            _COLUMN.match(lines[-1]),
            lines[-1].startswith("Svar, ett eller flera nummer"),
        )
        for above, line in pairwise(["-", "-", *lines[1:]]):
            text = _POSITION.sub("", line)
            known = next(
                (one for one in (*self.answers, *self.tables) if one == text or _begins(one, text)),
                "",
            )
            if known:
                self.question, self.row, reviewing = known, 0, False
            elif _POSITION.match(line) or line.startswith(
                ("Vad har ni kommit fram till?", "Varför inte?")
            ):
                self.question, reviewing = text, False
            elif line.startswith("Granska a"):
                reviewing = True
            elif (
                line
                and not above
                and not of_a_row
                and not (several and self.question in self.tables)
            ):
                self.question = text  # one that nothing is known about
        return reviewing

    def _reviewed(self, lines: Sequence[str]) -> str:
        """The number of the first question that still has to be answered, once; else Enter."""
        missing = next(
            (match[1] for line in lines if (match := re.match(r" *(\d+)[ .].* SAKNAS, ", line))), ""
        )
        if not missing or self.question in self._reviewing:
            return ""
        self._reviewing.add(self.question)
        return missing

    def _menu(self, heard: str) -> str:
        """Complete what is there, then add what is not."""
        rows = self.tables[self.question]
        for number, text in _LISTENED.findall(heard):
            said = " ".join(text.split())
            for label in rows[int(number) - 1]:
                if f"{label}: saknas." in said:
                    self._missing, self.row = (int(number), label), int(number)
                    return str(number)
            self.row = int(number)
        if self.row < len(rows):
            self.row += 1
            if "Svar, ett eller flera nummer" in heard.splitlines()[-1]:
                first = next(iter(rows[0]))
                return ", ".join(row[first] for row in rows[self.row - 1 :])
            return "n"
        return ""

    _missing: tuple[int, str] = (0, "")

    def _cell(self, label: str) -> str:
        rows = self.tables.get(self.question, ())
        return rows[self.row - 1].get(label, "") if 0 < self.row <= len(rows) else ""


def _begins(question: str, line: str) -> bool:
    """Whether a line is the first of a question that takes two."""
    return len(line) > 40 and question.startswith(line)
