"""One answer in an interview, taken and saved: when it is the same, and when a list is whole."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from helpers.dossiers import planning

from dialogcli.dossier.select import as_plain
from dialogcli.interview.question import question_at
from dialogcli.interview.signs import Sign
from dialogcli.terminal.askers import LineAsker
from dialogcli.terminal.console import Console
from dialogcli.usecases.interview.conversation import (
    Adviser,
    Conversation,
    is_same,
    is_unsigned,
    leads_to,
)
from dialogcli.usecases.interview.questions import Interviewer
from dialogcli.usecases.interview.recorder import Recorder
from dialogcli.yamltext.nodes import Plain

TODAY = date(2025, 2, 24)
LIST = "handlingsplan.funktioner"


def conversation(folder: Path, typed: str) -> Conversation:
    console = Console(io.StringIO(typed), io.StringIO(), io.StringIO())
    asker = LineAsker(console, line_by_line=False)
    recorder = Recorder.open(folder)
    asking = Interviewer(console, asker, TODAY, lambda _text, _about: None)
    return Conversation(asking, recorder, Adviser(recorder, TODAY))


@pytest.mark.parametrize(
    ("stored", "given", "same"),
    [
        ("49500", "49500", True),
        (["a", "b"], ["a"], False),
        ({"svar": "ja", "skäl": "x", "av": "A", "datum": "1"}, {"svar": "ja", "skäl": "x"}, True),
        ({"svar": "ja", "skäl": "x", "av": "A"}, {"svar": "ja", "skäl": "y", "av": "B"}, False),
        ({"svar": "ja", "skäl": "x"}, {"svar": "ja", "skäl": "x", "av": "B"}, False),
        ("", {"svar": "ja"}, False),
    ],
)
def test_the_same_answer_is_known_whoever_gives_it_and_when(
    stored: Plain, given: Plain, same: bool
) -> None:
    assert is_same(stored, given) is same


@pytest.mark.parametrize(
    ("stored", "unsigned"),
    [
        ({"skäl": "x"}, True),
        ({"skäl": "x", "av": "A"}, False),
        ({"svar": "ja"}, False),
        ("x", False),
    ],
)
def test_a_consideration_that_nobody_answers_for_is_not_done(stored: Plain, unsigned: bool) -> None:
    assert is_unsigned(stored) is unsigned


def test_a_rule_about_a_column_leads_to_each_of_its_answers() -> None:
    assert leads_to("plan.risker.*.åtgärd", "plan.risker.2.åtgärd")
    assert not leads_to("plan.risker.*.åtgärd", "plan.risker.2.risk")
    assert not leads_to("plan.risker", "plan.risker.2")


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("kansliet\n.\n", None),  # and then the end: Ctrl-D
        ("kansliet\n.\n<\n", None),
        ("kansliet\n.\nnämnden\n.\n\n", ["kansliet", "nämnden"]),
    ],
)
def test_a_list_takes_the_place_of_another_when_it_is_whole(
    tmp_path: Path, typed: str, becomes: list[str] | None
) -> None:
    talk = conversation(planning(tmp_path), typed)
    before = as_plain(talk.recorder.dossier.answer(LIST))
    question = question_at(talk.recorder.dossier, LIST)
    try:
        talk.take(question, "Svar: ")
    except EOFError:
        assert typed == "kansliet\n.\n"
    assert as_plain(talk.recorder.dossier.answer(LIST)) == (becomes or before)


def test_the_same_day_again_writes_nothing(tmp_path: Path) -> None:
    talk = conversation(planning(tmp_path), "16 april 2025\n")
    question = question_at(talk.recorder.dossier, "handlingsplan.första_tillfälle")
    assert talk.take(question, "Svar: ") is Sign.LATER
    assert talk.recorder.saved == 0
