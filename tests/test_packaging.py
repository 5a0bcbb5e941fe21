"""The wheel brings the templates along, and works outside the repository."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The contents of a wheel that was just built, as an installer lays them out."""
    dist = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", dist],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    [wheel] = dist.glob("*.whl")
    site = tmp_path_factory.mktemp("site med blanktecken åäö")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def run(site: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dialogcli", *arguments],
        cwd=cwd,
        text=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(site), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )


def test_it_holds_the_templates(unpacked: Path) -> None:
    package = unpacked / "dialogcli"
    for name in (
        "templates/rulebooks/vocabulary.yaml",
        "templates/rulebooks/varmland/rulebook.yaml",
        "templates/documents/handlingsplan.md.j2",
        "templates/letterhead/brevmall.docx",
    ):
        assert (package / name).is_file(), name


def test_it_tells_type_checkers_that_it_is_typed(unpacked: Path) -> None:
    assert (unpacked / "dialogcli" / "py.typed").is_file()


def test_it_works_outside_the_repository(unpacked: Path, tmp_path: Path) -> None:
    done = run(unpacked, "new", "--rulebook", "varmland", "--title", "Badplatser", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    [folder] = tmp_path.iterdir()
    assert folder.name.endswith("-badplatser")
    assert "Varmland" not in done.stdout
    checked = run(unpacked, "check", folder.name, cwd=tmp_path)
    assert checked.returncode == 1
    assert "V-17" in checked.stdout or "V-13" in checked.stdout


def test_both_commands_are_entry_points(unpacked: Path) -> None:
    [entry_points] = unpacked.glob("dialogcli-*.dist-info/entry_points.txt")
    text = entry_points.read_text(encoding="utf-8")
    assert "dialog = dialogcli.__main__:main" in text
    assert "dialogcli = dialogcli.__main__:main" in text
