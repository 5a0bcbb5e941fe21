"""One writer at a time; others wait a little, and are told who writes."""

import contextlib
import os
import signal
import subprocess
import sys
from datetime import datetime

import pytest

from dialogcli.base.findings import ConflictError, InputOutputError
from dialogcli.base.screen import plain_text
from dialogcli.disk import holders, lock
from dialogcli.disk.lock import INFO, LOCK, locked

NOW = datetime(2027, 3, 4, 10, 31)
HOLDER = """
import sys, datetime, pathlib
from dialogcli.disk.lock import locked
with locked(pathlib.Path(sys.argv[1]), "dialog fill", datetime.datetime(2027, 3, 4, 10, 31)):
    print("klar", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def anna_waits_for_nobody(monkeypatch):
    monkeypatch.setattr(holders, "person", lambda _: "Anna Berg")
    monkeypatch.setattr(holders.platform, "node", lambda: "SK-1042")
    monkeypatch.setattr(lock, "TOLD_AFTER", 0.02)
    monkeypatch.setattr(lock, "PATIENCE", 0.05)


def holder(folder):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "klar\n"
    return process


def test_whoever_comes_second_reads_who_holds_it(tmp_path):
    said = []
    first = locked(tmp_path, "dialog fill", NOW)
    second = locked(tmp_path, "dialog set", NOW, said.append)
    with first, pytest.raises(ConflictError) as stop, second:
        pass
    assert stop.value.message == (
        "Anna Berg använder mappen sedan kl. 10.31 (dialog fill, datorn SK-1042). Inget är ändrat."
    )
    assert [plain_text(one.parts) for one in said] == ["Väntar: Anna Berg sparar just nu."]


def test_of_another_day_the_day_is_told(tmp_path):
    later = datetime(2027, 3, 5, 8, 0)
    first, second = locked(tmp_path, "dialog fill", NOW), locked(tmp_path, "dialog set", later)
    with first, pytest.raises(ConflictError, match=r"sedan 4 mars 2027 kl\. 10\.31 "), second:
        pass


def test_whoever_waits_gets_the_lock_when_it_is_let_go(tmp_path, monkeypatch):
    monkeypatch.setattr(lock, "PATIENCE", 20)
    said = []
    with holder(tmp_path) as process:

        def let_go(told):
            said.append(plain_text(told.parts))
            process.communicate()

        with locked(tmp_path, "dialog set", NOW, let_go):
            pass
    assert len(said) == 1
    assert said[0].endswith(" sparar just nu.")


def test_another_process_is_kept_out_too(tmp_path):
    with holder(tmp_path) as process:
        with pytest.raises(ConflictError), locked(tmp_path, "dialog set", NOW):
            pass
        process.communicate()
    with locked(tmp_path, "dialog set", NOW):
        pass


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_the_lock_goes_away_with_a_process_that_is_killed(tmp_path):
    with holder(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
    holders.write_down(holders.ourselves(tmp_path, "dialog fill", NOW), tmp_path / INFO)
    said = []
    with locked(tmp_path, "dialog set", NOW, said.append):
        pass
    assert [plain_text(one.parts) for one in said] == [
        "Obs: Anna Berg blev avbruten mitt i (dialog fill, kl. 10.31). "
        "Låset är övertaget, filerna är hela."
    ]
    assert not (tmp_path / INFO).exists()


@pytest.mark.parametrize("told", ["", "inte json", "[]", '{"kommando": 1}'])
def test_a_note_that_says_nothing_makes_the_message_shorter(tmp_path, told):
    with locked(tmp_path, "dialog fill", NOW):
        (tmp_path / INFO).write_text(told, encoding="utf-8")
        with (
            pytest.raises(
                ConflictError, match=r"^Någon annan använder mappen\. Inget är ändrat\.$"
            ),
            locked(tmp_path, "dialog set", NOW),
        ):
            pass


def test_an_error_under_the_lock_releases_it(tmp_path):
    with pytest.raises(KeyError), locked(tmp_path, "dialog fill", NOW):
        raise KeyError
    with locked(tmp_path, "dialog fill", NOW):
        pass


def test_where_there_is_no_folder_none_is_made(tmp_path):
    with (
        pytest.raises(InputOutputError) as stop,
        locked(tmp_path / "finns-inte", "dialog set", NOW),
    ):
        pass
    assert stop.value.message == "finns-inte kunde inte låsas. Mappen eller filen finns inte."
    assert list(tmp_path.iterdir()) == []


def test_where_no_lock_can_be_made_that_is_told(tmp_path):
    (tmp_path / LOCK).mkdir()
    with (
        pytest.raises(InputOutputError, match="kunde inte låsas"),
        locked(tmp_path, "dialog set", NOW),
    ):
        pass


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="the administrator may write everywhere"
)
def test_a_folder_that_may_not_be_written_in(tmp_path):
    tmp_path.chmod(0o500)
    with (
        pytest.raises(InputOutputError, match="Du har inte rätt till det"),
        locked(tmp_path, "dialog set", NOW),
    ):
        pass


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_lock_that_is_a_link_changes_nothing_elsewhere(tmp_path):
    other = tmp_path / "viktig"
    other.write_text("text", encoding="utf-8")
    (tmp_path / LOCK).symlink_to(other)
    (tmp_path / INFO).symlink_to(other)
    with contextlib.suppress(InputOutputError), locked(tmp_path, "dialog set", NOW):
        pass
    assert other.read_text(encoding="utf-8") == "text"
