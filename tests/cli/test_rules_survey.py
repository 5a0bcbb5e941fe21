"""`dialog rules survey` and `dialog rules coverage --dossier`, on an organisation's own dossier."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.own_rulebooks import lillby
from helpers.terminal import run

DOSSIER = {
    "dossier.yaml": "titel: Badplatsen\nregelverk: lillby\n",
    "provning.yaml": "främsta_syfte: fler_synsätt\n",
}
"""Begun, and without all else: `survey` says what is noticed of it all the same."""


OUTPUT = """\
Badplatsen: 19 ändringar, en i taget

Märks: 10 (fel 8, varning 0, upplysning 2).
Märks inte: 9.

Obs: Dossiern har 3 anmärkningar redan. Det som rör samma svar kan dölja vad som
märks.

Märks inte, fast ett krav nämner fältet: 1
  prövning.främsta_syfte  =politiskt_beslut

Fält som inget krav nämner: 1. 8 ändringar i dem märks inte.

Ändringarna
  =ORD  svaret är ORD i stället
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    lillby(tmp_path)
    (tmp_path / "badplatsen").mkdir()
    for name, text in DOSSIER.items():
        (tmp_path / "badplatsen" / name).write_text(text, "utf-8")
    return tmp_path


def survey(repository: Path, *words: str) -> str:
    ran = run(["rules", "survey", "--dossier", "badplatsen", *words], repository)
    assert ran.exit_code == 0, ran.screen
    return ran.out


def test_what_is_not_noticed_is_told_and_nothing_is_written(repository: Path) -> None:
    assert survey(repository) == OUTPUT
    left = {path.name: path.read_text("utf-8") for path in (repository / "badplatsen").iterdir()}
    assert left == DOSSIER


def test_a_draft_of_the_rulebook_can_be_tried(repository: Path) -> None:
    file = repository / "regelverk" / "lillby" / "rulebook.yaml"
    draft = repository / "utkast.yaml"
    draft.write_bytes(file.read_bytes())
    assert survey(repository, "utkast.yaml") == survey(repository)


def test_a_dossier_that_cannot_be_read_is_refused(repository: Path) -> None:
    (repository / "badplatsen" / "provning.yaml").write_text("a: [", "utf-8")
    ran = run(["rules", "survey", "--dossier", "badplatsen"], repository)
    assert (ran.exit_code, ran.out) == (3, "")


def test_coverage_of_a_dossier_counts_what_it_notices(repository: Path) -> None:
    words = ["rules", "coverage", "--dossier", "badplatsen"]
    ran = run(words, repository)
    assert ran.exit_code == 0, ran.screen
    assert ran.out.splitlines()[:6] == [
        "Organisation   Krav  Varav ska  Brott märks  Frågas eller visas  Inget",
        "Lillby kommun    12          8            1                   5      2",
        "Frågas eller visas: K-02 (frågas), K-03 (frågas), K-05 (frågas), K-07 (frågas)",
        "och K-08 (frågas).",
        "Inget: K-04, för att det är ett krav där inget brott märktes (K-04).",
        "Inget: K-09, för att det är ett krav där inget brott märktes (K-09).",
    ]


def test_coverage_of_a_dossier_is_of_one_rulebook(repository: Path) -> None:
    words = ["rules", "coverage", "--dossier", "badplatsen", "--rulebook", "lillby"]
    ran = run([*words, "--rulebook", "allman"], repository)
    assert (ran.exit_code, "ett regelverk i taget" in ran.err) == (2, True)
