"""Wherever a personal identity number is written in a dossier by mistake, no command says it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.dossiers import changed, planning, without
from helpers.terminal import run

NUMBERS = ["811218-9876", "198112189876"]
"""What else one looks like: tests/base/test_personal_data_discretion.py."""

COMMANDS = [
    ["check"],
    ["check", "--format", "json"],
    ["status"],
    ["rules", "show", "V-10"],
    [
        "decide",
        "handlingsplan",
        "--outcome",
        "bifall",
        "--date",
        "2027-02-22",
        "--organ",
        "nämnden",
    ],
]

ANSWERS = {
    "an amount": ("handlingsplan.yaml", "kostnad"),
    "a date": ("handlingsplan.yaml", "datum"),
    "a yes or no": ("provning.yaml", "går_att_påverka"),
    "a choice": ("provning.yaml", "främsta_syfte"),
    "a table": ("handlingsplan.yaml", "risker"),
    "a group": ("dossier.yaml", "kommande_beslut"),
}
TEXTS = {
    "an unknown field": ("resurser.yaml", "{}: x\n"),
    "an unknown field within": ("budget.yaml", "poster:\n  - {}: x\n"),
    "an amount in a row": ("budget.yaml", "poster:\n  - vad: Lokal\n    belopp: {}\n"),
    "a day, and how many came": ("tillfallen/x.yaml", "datum: {0}\nantal_medborgare: {0} st\n"),
    "a decision that does not exist": ("beslut/x.yaml", "beslutspunkt: {}\n"),
    "an organ that may not decide": (
        "beslut/x.yaml",
        "beslutspunkt: handlingsplan\norgan: {}\nutfall: bifall\n",
    ),
    "an outcome": ("beslut/x.yaml", "beslutspunkt: handlingsplan\ndatum: 2027-02-20\nutfall: {}\n"),
    "a point that is sent back": (
        "beslut/x.yaml",
        "beslutspunkt: handlingsplan\ndatum: 2027-02-20\nutfall: återremiss\npunkter: [Ring {}]\n",
    ),
    "the reason of a waiver": (
        "undantag/v-47.yaml",
        "regel: V-47\nskäl: Det gäller {0}\nav: {0}\ndatum: 2027-02-20\n",
    ),
    "a rule that does not exist": (
        "undantag/x.yaml",
        "regel: {}\nskäl: x\nav: x\ndatum: 2027-02-20\n",
    ),
    "a line without a colon": ("resurser.yaml", "{}\nresurser: x\n"),
    "a text that needs quotes": ("resurser.yaml", "resurser: {}: x\n"),
    "a bracket left open": ("resurser.yaml", "resurser: [{}\n"),
    "a key twice": ("resurser.yaml", "{0}: x\n{0}: y\n"),
}


def said(folder: Path) -> str:
    return "".join(run(words, folder).screen for words in COMMANDS)


@pytest.mark.parametrize("number", NUMBERS)
def test_in_the_place_of_an_answer_of_another_type(number: str, tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    for file, key in ANSWERS.values():
        without(dossier, file, key)
        changed(dossier, file, f"\n{key}:\n", f"\n{key}: {number}\n")
    screens = said(dossier)
    assert number not in screens
    assert "går inte att" in screens


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(("file", "text"), TEXTS.values(), ids=TEXTS)
def test_elsewhere_in_a_file(file: str, text: str, number: str, tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    (dossier / file).parent.mkdir(exist_ok=True)
    (dossier / file).write_text(text.format(number), "utf-8")
    assert number not in said(dossier)


@pytest.mark.parametrize(
    "words",
    [
        ["set", "kostnad", "ca {}"],
        ["set", "datum", "{}"],
        ["set", "{}", "x"],
        ["{}"],
        ["check", "--{}"],
        ["check", "x", "{}"],
        ["rules", "show", "{}"],
        ["decide", "{}"],
        ["decide", "handlingsplan", "--outcome", "{}"],
        ["decide", "handlingsplan", "--date", "{}"],
        ["render", "{}"],
        ["new", "--rulebook", "{}", "--title", "x"],
        ["agenda", "nämnden", "{}"],
        ["deadlines", "{}"],
        ["list", "{}"],
        ["fill", "--section", "{}"],
    ],
    ids=" ".join,
)
def test_on_the_command_line(words: list[str], tmp_path: Path) -> None:
    ran = run([word.format(NUMBERS[0]) for word in words], planning(tmp_path))
    assert NUMBERS[0] not in ran.screen
    assert ran.exit_code in (1, 2, 3, 4)
