"""One question, until there is an answer or something else is wanted."""

from __future__ import annotations

import io
from dataclasses import replace
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


def text(answer: str = "") -> Question:
    return Question("plan.syfte", Field("syfte", TYPES["text"], "Syfte"), "Vad?", answer=answer)


def test_an_editor_that_is_closed_without_a_word_is_no_answer() -> None:
    assert interviewer("!\nSvaret\n").ask(text()) == "Svaret"
    assert interviewer("!\n", "Svaret").ask(text()) == "Svaret"


def test_no_editor_opens_where_a_number_will_do() -> None:
    asking = interviewer("!\n2\n", "ett helt stycke")
    assert asking.ask(question()) == "grön"
    assert "Här räcker ett nummer." in seen(asking)


def test_how_the_editor_is_left_is_said_where_it_is_known() -> None:
    asking = replace(interviewer("!\n", "Svaret"), leaving=lambda: "I vim: tryck Esc.")
    asking.ask(text())
    assert "när du är klar.\nI vim: tryck Esc.\n" in seen(asking)


def test_a_question_with_an_answer_can_be_left_for_later_as_well() -> None:
    assert interviewer(">\n").ask(question("Blå")) is Sign.LATER


def test_a_text_with_a_character_that_cannot_be_saved_comes_back() -> None:
    asking = interviewer("Första\x07 raden\n\n")
    assert asking.ask(text()) == "Första raden"
    said = "Ett tecken på rad 1 går inte att spara och är borttaget. Enter = spara så\n"
    assert said in seen(asking)


def test_what_comes_back_can_be_left_too() -> None:
    assert interviewer("Första\x07 raden\n>\n").ask(text("Det gamla")) is Sign.LATER


def test_why_a_question_does_not_apply_can_be_said_afterwards() -> None:
    asking = interviewer("ej tillämpligt\ninga barn berörs av det\n")
    assert asking.ask(text()) == {
        "ej_tillämpligt": {"skäl": "inga barn berörs av det", "datum": "2027-02-22"}
    }
    assert "Skriv också varför: ej tillämpligt, och sedan skälet.\n< = ångra\n" in seen(asking)


def test_an_excuse_that_was_begun_can_be_taken_back() -> None:
    assert interviewer("ej tillämpligt\n<\nSvaret\n").ask(text()) == "Svaret"
