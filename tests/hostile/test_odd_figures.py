"""Figures that are none, or that no row can have: they are refused, and nothing stops on a bug."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.dossiers import planning
from helpers.terminal import run

FIGURES = ["²", "½", "٣", "0", "9" * 20, "9" * 5000]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure[:21])
@pytest.mark.parametrize(
    "words",
    [
        ["set", "handlingsplan.risker.{}.åtgärd", "x"],
        ["set", "handlingsplan.funktioner.{}", "x"],
        ["set", "kostnad", "{} kr."],
        ["set", "datum", "{}/3"],
        ["fill", "--section", "handlingsplan.risker.{}"],
        ["rules", "show", "V-{}"],
        ["decide", "handlingsplan", "--outcome", "bifall", "--date", "22/2", "--vote", "ja:{}x"],
        ["rules", "check", "varmland@{}"],
        ["list", "--step", "{}"],
        ["deadlines", "--meeting", "{}", "--organ", "x"],
    ],
    ids=" ".join,
)
def test_on_the_command_line(words: list[str], figure: str, tmp_path: Path) -> None:
    ran = run([word.format(figure) for word in words], planning(tmp_path))
    assert ran.exit_code in (2, 5), ran.screen  # 5: no file has a name that long


@pytest.mark.parametrize("figure", FIGURES[:3])
def test_a_format_that_nobody_knows_is_not_a_later_one(figure: str, tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    (dossier / "dossier.yaml").write_text(f"format: {figure}\nregelverk: varmland\n", "utf-8")
    assert run(["check"], dossier).exit_code in (0, 1)
