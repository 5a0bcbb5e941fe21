"""The floors of the house are a test: imports go downwards only, and `make lint` says so when one
does not. The page about them is true.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """What the last line of `make lint` runs, in a copy of the project."""
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [command, "--no-logo", "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder)},
        text=True,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(
        ROOT / "dialogcli", tmp_path / "dialogcli", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_project_keeps_its_floors(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("base/words.py", "import dialogcli.yamltext.nodes", "Commands on top, base at the bottom"),
        ("disk/files.py", "import dialogcli.yamltext", "Commands on top, base at the bottom"),
        ("checking/view.py", "import dialogcli.documents", "Commands on top, base at the bottom"),
        ("dossier/model.py", "import yaml", "YAML stays in yamltext"),
        (
            "screens/check.py",
            "import questionary",
            "Only cli, usecases and terminal talk to the terminal",
        ),
        (
            "usecases/documents.py",
            "import dialogcli.usecases.context",
            "The front door for programs leads past the terminal",
        ),
        ("usecases/folder.py", "import typer", "Only cli reads a command line"),
        (
            "usecases/decisions/draft.py",
            "import dialogcli.disk",
            "A decision is made up without asking, reading or writing",
        ),
        ("usecases/word_files.py", "import dialogcli.usecases.meetings", "The floors of usecases"),
        (
            "documents/markup/blocks.py",
            "import dialogcli.documents.word.xml",
            "The floors of documents",
        ),
    ],
)
def test_an_import_that_breaks_a_contract_fails_lint(
    copy: Path, module: str, line: str, contract: str
) -> None:
    path = copy / "dialogcli" / module
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    done = lint(copy)
    assert done.returncode == 1
    assert f"{contract} BROKEN" in " ".join(done.stdout.split())


def test_make_lint_runs_it() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "lint-imports" in makefile.partition("\nlint:")[2].partition("\n\n")[0]


SETTINGS = (
    r"\bgc\.|signal\.signal\(|setlocale\(|os\.chdir\(|os\.environ\[.*\] =|os\.putenv\("
    r"|sys\.set\w+\(|warnings\.(?:simple)?filter"
)


def test_only_the_command_touches_what_the_whole_process_shares() -> None:
    package = ROOT / "dialogcli"
    files = (path for path in package.rglob("*.py") if re.search(SETTINGS, path.read_text("utf-8")))
    assert [path.relative_to(package).as_posix() for path in files] == ["__main__.py"]


PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:dialogcli|templates|tests|docs)/[^`*]+)`", PAGE)))
)
def test_every_path_that_the_page_about_it_names_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_page_tells_the_floors_of_the_contract() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    first = project["tool"]["importlinter"]["contracts"][0]
    layers = [set(layer.split(" | ")) for layer in first["layers"]]
    rows = re.findall(
        r"^\| (`.*?`) \|", PAGE.partition("## The floors")[2].partition("\n## ")[0], re.MULTILINE
    )
    assert [{"__main__"}, *(set(re.findall(r"`(\w+)`", row)) for row in rows)] == layers
