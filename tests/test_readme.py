"""The README cannot lie: every command in a console block is run, in order, and its output
compared.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DEMO = Path("demo/kollektivtrafik-i-glesbygd")
TODAY = re.compile(r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag \d{1,2} [a-z]+ 20\d\d$", re.MULTILINE)
"""The day of the reading, at the end of the first line of `dialog status`."""


def commands() -> Iterator[tuple[str, str]]:
    """Each command (the rest of a line after `$ `) with the lines that follow it."""
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output.strip("\n")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where `make demo` has just been run."""
    root = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "sample-dossier", root / DEMO)
    return root


def run(command: str, folder: Path) -> str:
    """What a command prints, both streams as a terminal shows them."""
    program, *arguments = shlex.split(command)
    found = Path(sys.executable).with_name(program)
    environment = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80", "NO_COLOR": "1"}
    done = subprocess.run(
        [found, *arguments],
        cwd=folder,
        env=environment,
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.strip("\n")


def test_every_command_prints_what_the_readme_says(folder: Path) -> None:
    said = list(commands())
    assert len(said) >= 5
    for command, output in said:
        assert command.startswith("dialog "), f"{command} is not tried here"
        assert TODAY.sub("i dag", run(command, folder)) == TODAY.sub("i dag", output), command


@pytest.mark.parametrize("target", re.findall(r"`make (\w+)`", README))
def test_every_make_target_exists(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"\n{target}:" in makefile


def recipe(target: str) -> str:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return makefile.partition(f"\n{target}:")[2].partition("\n\n")[0]


def test_ci_runs_what_the_test_command_of_the_readme_runs_then_the_survey_and_lint() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().splitlines()
    assert ci[-3:] == ["make coverage", "make survey", "make lint"]
    assert "`make test`" in README
    most, timed = [line for line in recipe("test").splitlines() if "pytest" in line]
    assert f"{most} --cov" in recipe("coverage")
    assert timed in recipe("coverage").splitlines()


@pytest.mark.parametrize("path", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_every_link_leads_somewhere(path: str) -> None:
    assert (ROOT / path).exists()
