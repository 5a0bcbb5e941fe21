"""One question, until there is an answer or something else is wanted."""

from __future__ import annotations

import io
from datetime import date

import pytest

from dialogcli.base.fieldtypes import TYPES
from dialogcli.interview.question import Question
from dialogcli.interview.signs import Sign
from dialogcli.rulebook.model import Field
from dialogcli.terminal.askers import LineAsker
from dialogcli.terminal.console import Console
from dialogcli.usecases.interview.questions import Interviewer

COLOURS = {"blå": "Blå", "grön": "Grön"}


def interviewer(typed: str, written: str = "") -> Interviewer:
    console = Console(io.StringIO(typed), io.StringIO(), io.StringIO())
    asker = LineAsker(console, line_by_line=False)
    return Interviewer(console, asker, date(2027, 2, 22), lambda _text, _about: written)


def seen(asking: Interviewer) -> str:
    assert isinstance(asking.console.stdout, io.StringIO)
    return asking.console.stdout.getvalue()


def question(answer: str = "") -> Question:
    field = Field("färg", TYPES["choice"], "Färg", choices=COLOURS)
    return Question("plan.färg", field, "Vilken färg?", choices=COLOURS, answer=answer)


def test_what_can_be_chosen_stands_once_also_when_help_is_asked_for() -> None:
    asking = interviewer("?\n3\ngrön\n")
    assert asking.ask(question()) == "grön"
    assert (
        seen(asking)
        == """
Vilken färg?
  1 Blå, 2 Grön
Svar (1-2):   Det finns ingen mer vägledning till frågan.
Svar (1-2): Nummer 3 finns inte. Skriv ett nummer, 1-2.
Svar (1-2): """
    )


@pytest.mark.parametrize(("typed", "sign"), [("", Sign.LATER), ("<", Sign.BACK)])
def test_a_question_can_be_left(typed: str, sign: Sign) -> None:
    assert interviewer(f"{typed}\n").ask(question()) is sign


def test_only_an_answer_that_is_there_can_be_taken_away() -> None:
    assert interviewer("-\n").ask(question("Blå")) is Sign.REMOVE
    assert interviewer("-\n1\n").ask(question()) == "blå"


def test_an_editor_that_is_closed_without_a_word_is_no_answer() -> None:
    assert interviewer("!\n2\n").ask(question()) == "grön"
    assert interviewer("!\n", "grön").ask(question()) == "grön"
