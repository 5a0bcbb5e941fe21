"""`dialog rules new`: an own rulebook that can be used at once, and nothing is ever written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.own_rulebooks import LILLBY, lillby
from helpers.terminal import run

from dialogcli.disk.folders import templates_folder
from dialogcli.rulebook.loader import find_rulebook, load_rulebook
from dialogcli.rulebook.sources import requirements

BUILT_IN = templates_folder() / "rulebooks"


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_small_rulebook_is_whole_and_bears_the_names_given(tmp_path: Path) -> None:
    lillby(tmp_path)
    rulebook = load_rulebook("lillby", tmp_path)
    assert (rulebook.id, rulebook.version, rulebook.organisation) == (
        "lillby",
        "1",
        "Lillby kommun",
    )
    assert len(rulebook.rules) == 13
    assert all(row.accounts for row in requirements(rulebook))


def test_every_rule_of_it_has_cases_and_all_hold(tmp_path: Path) -> None:
    lillby(tmp_path)
    ran = run(["rules", "test"], tmp_path)
    assert (ran.exit_code, ran.out.splitlines()) == (
        0,
        ["Lillby kommun 1: 26 fall", "Klart: Alla 26 fall stämmer."],
    )


def test_it_says_what_to_do_next(tmp_path: Path) -> None:
    assert (
        run(LILLBY, tmp_path).out
        == """\
Klart: Regelverket lillby är skapat i regelverk/lillby.
Ändra filerna i en textredigerare. Se sedan om de håller:
  dialog rules check lillby
  dialog rules test lillby
"""
    )


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    lillby(tmp_path).write_text("mitt", "utf-8")
    before = files(tmp_path)
    ran = run(LILLBY, tmp_path)
    assert (ran.exit_code, ran.err) == (4, "Stopp: Mappen lillby finns redan. Inget är skapat.\n")
    assert files(tmp_path) == before


def test_it_lies_with_the_dossiers_wherever_the_user_stands_among_them(tmp_path: Path) -> None:
    (tmp_path / "organ.yaml").write_text("organs: []\n", "utf-8")
    below = tmp_path / "2025-torget"
    below.mkdir()
    assert "är skapat i ../regelverk/lillby." in run(LILLBY, below).out
    assert (tmp_path / "regelverk" / "lillby" / "rulebook.yaml").is_file()


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        (
            "Lillby",
            "Namnet Lillby går inte att använda. Inget är skapat.\nSkriv till exempel --id lillby\n",
        ),
        (
            "../lillby",
            "Namnet ../lillby går inte att använda. Inget är skapat.\nSkriv till exempel --id lillby\n",
        ),
        (
            "varmland",
            "Det finns ett inbyggt regelverk som heter varmland. Inget är skapat.\n"
            "Gör en kopia av det: dialog rules new --copy-of varmland\nEller välj ett annat namn: --id NAMN\n",
        ),
    ],
)
def test_a_name_that_cannot_be_used(id_: str, said: str, tmp_path: Path) -> None:
    ran = run(["rules", "new", "--id", id_, "--organisation", "Lillby kommun"], tmp_path)
    assert (ran.exit_code, ran.err) == (2, f"Stopp: {said}")
    assert list(tmp_path.iterdir()) == []


def test_without_a_terminal_it_says_which_options_it_needs(tmp_path: Path) -> None:
    ran = run(["rules", "new", "--organisation", "Lillby kommun"], tmp_path)
    assert ran.exit_code == 2
    assert "Inget är skapat. Det här saknas: --id\n" in ran.err
    assert list(tmp_path.iterdir()) == []


class TestACopy:
    """Of a built-in rulebook, to be changed."""

    def test_has_all_files_of_it_under_a_new_name(self, tmp_path: Path) -> None:
        ran = run(
            [
                "rules",
                "new",
                "--copy-of",
                "hagfors",
                "--id",
                "lillby",
                "--organisation",
                "Lillby kommun",
            ],
            tmp_path,
        )
        assert ran.exit_code == 0
        made, original = files(tmp_path / "regelverk" / "lillby"), files(BUILT_IN / "hagfors")
        text = original.pop("rulebook.yaml").decode()
        assert made.pop("rulebook.yaml").decode() == text.replace(
            "rulebook: hagfors", "rulebook: lillby", 1
        ).replace("organisation: Hagfors kommun", "organisation: Lillby kommun", 1)
        assert made == original

    def test_can_be_checked_and_tried_at_once(self, tmp_path: Path) -> None:
        run(["rules", "new", "--copy-of", "hagfors", "--id", "lillby"], tmp_path)
        assert run(["rules", "check"], tmp_path).exit_code == 0
        assert run(["rules", "test"], tmp_path).exit_code == 0

    def test_with_the_same_name_goes_before_the_built_in_one_and_says_so(
        self, tmp_path: Path
    ) -> None:
        ran = run(["rules", "new", "--copy-of", "hagfors"], tmp_path)
        assert (
            "Det går före det inbyggda regelverket hagfors. Byt version: när du ändrar ett"
            in ran.out
        )
        assert (
            find_rulebook("hagfors", tmp_path)
            == tmp_path / "regelverk" / "hagfors" / "rulebook.yaml"
        )
        assert (tmp_path / "regelverk" / "hagfors" / "rulebook.yaml").read_bytes() == (
            BUILT_IN / "hagfors" / "rulebook.yaml"
        ).read_bytes()

    def test_of_an_unknown_one_gets_the_nearest(self, tmp_path: Path) -> None:
        ran = run(["rules", "new", "--copy-of", "hagfor"], tmp_path)
        assert (ran.exit_code, ran.err) == (
            2,
            "Stopp: Regelverket hagfor finns inte. Menade du hagfors?\n",
        )
