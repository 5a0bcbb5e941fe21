"""Who else answers questions in a folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from dialogcli.disk import holders
from dialogcli.disk.lock import locked
from dialogcli.disk.presence import answering

NOW = datetime(2027, 3, 4, 10, 2)
ANSWERING = """
import sys, datetime, pathlib
from dialogcli.disk.presence import answering
with answering(pathlib.Path(sys.argv[1]), "dialog fill", datetime.datetime(2027, 3, 4, 10, 2)):
    print("klar", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holders, "person", lambda _: "Anna Berg")


def test_each_sees_those_who_came_before_and_leaves_nothing(tmp_path: Path) -> None:
    first, second = answering(tmp_path, "dialog fill", NOW), answering(tmp_path, "dialog add", NOW)
    with first as before:
        assert before == []
        with second as others:
            assert [(one.who, one.since(NOW.date())) for one in others] == [
                ("Anna Berg", "kl. 10.02")
            ]
    assert list(tmp_path.iterdir()) == []


def test_it_keeps_nobody_from_writing(tmp_path: Path) -> None:
    with answering(tmp_path, "dialog fill", NOW), locked(tmp_path, "dialog set", NOW):
        pass


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_process_that_is_gone_is_nobody(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ANSWERING, str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as process:  # type: ignore[call-overload]
        assert process.stdout.readline() == "klar\n"
        with answering(tmp_path, "dialog fill", NOW) as others:
            assert len(others) == 1
        process.send_signal(signal.SIGKILL)
    assert list(tmp_path.iterdir())
    with answering(tmp_path, "dialog fill", NOW) as others:
        assert others == []
    assert list(tmp_path.iterdir()) == []


def test_where_it_cannot_be_shown_the_questions_go_on(tmp_path: Path) -> None:
    file = tmp_path / "fil"
    file.write_text("", "utf-8")
    with answering(file, "dialog fill", NOW) as others:
        assert others == []
