from pathlib import Path

import pytest

from dialogcli.dossier import reading
from dialogcli.dossier.reading import find_repository, read_dossiers

TWO = ("regelverk: varmland\n", "regelverk: hagfors\n")


def made(root: Path, **dossiers: str) -> Path:
    for name, text in dossiers.items():
        (root / name).mkdir(parents=True)
        (root / name / "dossier.yaml").write_text(text, "utf-8")
    return root


def test_every_dossier_is_read_and_a_broken_one_says_why(tmp_path: Path) -> None:
    made(tmp_path, a=TWO[0], b="titel: [\n", c="regelverk: finns_inte\n", d=TWO[0])
    (tmp_path / "d" / "budget.yaml").write_text("poster: [\n", "utf-8")
    found = {one.folder.name: one for one in read_dossiers(tmp_path)}
    assert {name: one.error is None for name, one in found.items()} == {
        "a": True,
        "b": False,
        "c": False,
        "d": False,
    }
    assert "Regelverket finns_inte finns inte." in str(found["c"].error)


def test_each_rulebook_is_loaded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = []
    load = reading.load_pinned

    def counting(name: str, version: str, start: Path) -> object:
        loaded.append(name)
        return load(name, version, start)

    monkeypatch.setattr(reading, "load_pinned", counting)
    made(tmp_path, **{f"d{number}": TWO[number % 2] for number in range(6)})
    list(read_dossiers(tmp_path))
    assert sorted(loaded) == ["hagfors", "varmland"]


def test_a_repository_is_found_from_within_a_dossier(tmp_path: Path) -> None:
    made(tmp_path, a=TWO[0])
    (tmp_path / "register").mkdir()
    assert find_repository(tmp_path / "a") == tmp_path


@pytest.mark.parametrize("mark", [".git", "beslut"])
def test_a_dossier_is_never_its_own_repository(mark: str, tmp_path: Path) -> None:
    made(tmp_path, a=TWO[0])
    (tmp_path / "a" / mark).mkdir()
    assert find_repository(tmp_path / "a") == tmp_path
