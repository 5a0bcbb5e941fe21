"""What is an answer in words."""

from __future__ import annotations

import unicodedata
from random import Random

import pytest

from dialogcli.base.answered import LONG, no_answer

QUESTION = "Hur går frågan att påverka för invånarna?"
GUIDANCE = "Skriv vad som är öppet, och vad som inte är det."
EXAMPLE = "Bryggans läge är öppet, men inte om den ska byggas."
SHORT = "kommunikatören"


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("-", "ett streck"),
        ("\N{EN DASH}", "ett streck"),
        ("...", "tecken"),
        ("?!", "tecken"),
        ("x", '"x"'),
        ("XX", '"xx"'),
        ("Todo", '"todo"'),
        ("TBD.", '"tbd"'),
        ("Fylls i senare", '"fylls i senare"'),
        ("[kompletteras]", '"kompletteras"'),
        ("kommer  senare ...", '"kommer senare"'),
        (QUESTION, "frågan igen"),
        (GUIDANCE, "frågans hjälptext"),
        (EXAMPLE, "frågans exempel"),
    ],
)
def test_what_is_no_answer(text: str, instead: str) -> None:
    assert no_answer(text, QUESTION, GUIDANCE, EXAMPLE) == instead


@pytest.mark.parametrize(
    "text",
    ["saknas", "vet ej", "nej", "7", "0", "A", "ja", "x-led", "Resten kommer senare i vår."],
)
def test_what_can_be_right(text: str) -> None:
    assert no_answer(text, QUESTION, GUIDANCE, EXAMPLE) == ""


def test_a_short_example_can_be_right() -> None:
    assert len(SHORT) < LONG <= len(EXAMPLE)
    assert no_answer(SHORT, QUESTION, GUIDANCE, SHORT) == ""
    assert no_answer(EXAMPLE, QUESTION, GUIDANCE) == ""


def test_a_field_without_a_question_or_help() -> None:
    assert no_answer("Torget", "", "") == ""


TEXTS = (
    *("-", "x", "xx", "todo", "tbd", "fylls i senare", "kompletteras", "kommer senare"),
    *(QUESTION, GUIDANCE, EXAMPLE, SHORT),
    *("saknas", "vet ej", "nej", "7", "A", "Åtta öar i ån", "Café för äldre", "x och y"),
)


def _changed(text: str, random: Random) -> str:
    """The same, as another person or program might write it."""
    text = random.choice([str.upper, str.lower, str.title, str])(text)
    text = random.choice(["", " ", "\n"]) + text + random.choice(["", ".", "!", "...", " .", ":"])
    text += random.choice(["", " ", "\n\n"])
    return unicodedata.normalize(random.choice(["NFC", "NFD"]), text)


@pytest.mark.parametrize("text", TEXTS)
def test_blanks_case_letters_and_a_final_mark_never_change_it(text: str) -> None:
    random = Random(text)
    wanted = bool(no_answer(text, QUESTION, GUIDANCE, EXAMPLE))
    for _ in range(100):
        other = _changed(text, random)
        assert bool(no_answer(other, QUESTION, GUIDANCE, EXAMPLE)) is wanted, other
