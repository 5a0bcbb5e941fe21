"""The entry point: what it answers at once, what it never imports, and the real program in a real
terminal.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.dossiers import SAMPLE, planning, without
from helpers.heavy import HEAVY
from helpers.terminal import run, run_in

from dialogcli import __version__

IMPORTED = """
import sys
from dialogcli.__main__ import main
code = main({words!r})
print(*sorted(sys.modules), file=sys.stderr)
"""


def program(*words: str, folder: Path, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """The program as it is started from a shell."""
    return subprocess.run(
        [sys.executable, "-m", "dialogcli", *words],
        cwd=folder,
        env={**os.environ, **environ},
        capture_output=True,
        check=False,
        timeout=60,
    )


def imported(folder: Path, *words: str) -> set[str]:
    """The modules that a command line has imported when it is done. Nobody counts its lines: that
    would import more.
    """
    environ = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED.format(words=list(words))],
        cwd=folder,
        env=environ,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return set(done.stderr.decode().split())


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return planning(tmp_path)


def test_version_answers_without_importing_anything(tmp_path: Path) -> None:
    done = program("--version", folder=tmp_path)
    assert (done.returncode, done.stdout.decode().strip()) == (0, f"dialogcli {__version__}")
    found = imported(tmp_path, "--version")
    ours = {
        name for name in found if name.startswith(("dialogcli", "typer", "yaml", "dataclasses"))
    }
    assert ours == {"dialogcli", "dialogcli.__main__"}


def test_dialog_alone_does_not_wait_for_the_commands(tmp_path: Path) -> None:
    assert not {"typer", "yaml"} & imported(tmp_path)


@pytest.mark.parametrize(
    "words", [("check",), ("check", "--format", "json"), ("--help",), ("rules", "show", "V-47")]
)
def test_nothing_heavy_is_imported_to_read_a_dossier(words: tuple[str, ...], dossier: Path) -> None:
    modules = imported(dossier, *words)
    assert "typer" in modules
    assert [name for name in HEAVY if name in modules] == []


def test_version_stands_anywhere(tmp_path: Path) -> None:
    assert run(["check", "--version"], tmp_path).out == f"dialogcli {__version__}\n"


def test_what_stands_after_two_hyphens_is_no_wish(tmp_path: Path) -> None:
    ran = run(["check", "--", "--version"], tmp_path)
    assert (ran.exit_code, ran.err) == (2, "Stopp: Mappen --version finns inte.\n")


@pytest.mark.parametrize("encoding", ["utf-8", "cp850", "cp1252", "ascii", "latin-1"])
@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--help"],
        ["check", "--help"],
        ["check"],
        ["check", "--upcoming"],
        ["chek"],
        ["rules", "show", "V-37"],
        ["render", "handlingsplan", "--markdown"],
    ],
)
def test_no_code_page_stops_a_command(encoding: str, words: list[str], dossier: Path) -> None:
    without(dossier, "handlingsplan.yaml", "risker", "metoder")
    assert run_in(encoding, words, dossier)
    assert not list(dossier.glob("dialog-programfel*"))


@pytest.mark.parametrize("encoding", ["cp850", "cp1252", "ascii"])
def test_the_real_program_writes_in_the_code_page_of_its_streams(
    encoding: str, dossier: Path
) -> None:
    done = program("check", folder=dossier, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 0
    said = done.stdout.decode(encoding)
    assert ("fullmäktige" if encoding != "ascii" else "fullm?ktige") in said


def test_a_pipe_that_is_closed_leaves_no_traceback(dossier: Path) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m dialogcli check | "{sys.executable}" -c pass',
        cwd=dossier,
        shell=True,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
class TestInATerminal:
    """The program itself, as somebody sees it in a window of 80 or 60 columns, on this very day."""

    @pytest.fixture
    def finished(self, tmp_path: Path) -> Path:
        return shutil.copytree(SAMPLE, tmp_path / "finished")

    def seen(self, folder: Path, *words: str, columns: int = 80, **environ: str) -> str:
        import pexpect

        child = pexpect.spawn(
            sys.executable,
            ["-m", "dialogcli", *words],
            cwd=str(folder),
            encoding="utf-8",
            timeout=60,
            dimensions=(50, columns),
            env={**os.environ, "TERM": "xterm", **environ},
        )
        child.expect(pexpect.EOF)
        child.close()
        return str(child.before).replace("\r\n", "\n")

    def test_words_of_severity_are_coloured(self, finished: Path) -> None:
        assert "\x1b[32mKlart\x1b[0m: 0 fel" in self.seen(finished, "check")

    @pytest.mark.parametrize("off", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_colour_is_off_for_who_does_not_want_it(
        self, dossier: Path, off: dict[str, str]
    ) -> None:
        assert "\x1b" not in self.seen(dossier, "check", **off)

    def test_plain_is_without_colour(self, dossier: Path) -> None:
        assert "\x1b" not in self.seen(dossier, "check", "--plain")

    @pytest.mark.parametrize(("columns", "widest"), [(60, 60), (200, 80)])
    def test_text_is_as_wide_as_the_window_and_at_most_80(
        self, finished: Path, columns: int, widest: int
    ) -> None:
        lines = self.seen(finished, "check", "--upcoming", "--plain", columns=columns).splitlines()
        assert widest - 15 < max(len(line) for line in lines) <= widest
