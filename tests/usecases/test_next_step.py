"""The one command that comes next, at each point of whole dialogues and where nothing is to be done."""

from datetime import date, timedelta

import pytest
from helpers.walks import Texts, dossier_texts, sample_texts, texts_at
from walks import test_allman, test_hagfors, test_norrbotten, test_varmland

from dialogcli.base.screen import plain_text
from dialogcli.checking.survey import Outlook, outlook
from dialogcli.dossier.build import build_dossier
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.screens.next_step import next_line, progress
from dialogcli.usecases.next_step import NOTHING_MADE, Made, Papers, next_step

STAGES = {
    "varmland": (sample_texts(), test_varmland.STAGES),
    "hagfors": (dossier_texts("hagfors"), test_hagfors.STAGES),
    "allman": (dossier_texts("allman"), test_allman.STAGES),
    "norrbotten": (dossier_texts("norrbotten"), test_norrbotten.STAGES),
}


def look(rulebook: str, texts: Texts, today: date) -> Outlook:
    return outlook(build_dossier(load_rulebook(rulebook), texts), today)


def at(rulebook: str, stage: str, today: date | None = None) -> Outlook:
    texts, stages = STAGES[rulebook]
    found = next(one for one in stages if one.name == stage)
    return look(rulebook, texts_at(texts, stages, stage), today or found.today)


def said(where: Outlook, made: Made = NOTHING_MADE) -> str:
    return plain_text(next_line(next_step(where, made)).parts).removeprefix("Nästa: ")


@pytest.mark.parametrize(
    ("rulebook", "stage", "then"),
    [
        ("varmland", "ett ärende", "dialog fill (7 frågor kvar till Presidiets beslut)"),
        ("varmland", "föreslaget", "dialog render (handlingarna till 10 februari)"),
        ("varmland", "beslutat", "dialog fill (17 frågor kvar till Beslut om handlingsplan)"),
        ("varmland", "förberett", "inget före 16 april"),
        ("varmland", "genomfört", "dialog fill --section resultat (Analys och sammanställning)"),
        ("hagfors", "planerad", "dialog add tillfälle (det första)"),
        ("hagfors", "avgjord", "dialog fill (1 fråga kvar)"),
        ("hagfors", "utvärderad", "inget"),
        ("allman", "planerad", "inget före 14 april"),
        (
            "norrbotten",
            "återremitterat",
            "dialog fill --section återremiss (2 punkter i återremissen saknar svar)",
        ),
        ("norrbotten", "besvarat", "dialog render (handlingarna till 24 november)"),
        ("norrbotten", "delgivet", "dialog fill --section verkan (Uppnådd skillnad)"),
    ],
)
def test_it_follows_from_the_process(rulebook: str, stage: str, then: str) -> None:
    assert said(at(rulebook, stage)) == then


@pytest.mark.parametrize("rulebook", STAGES)
def test_no_step_that_is_open_is_without_a_next_thing(rulebook: str) -> None:
    """Nothing is to be done only where a day is waited for, or all is done."""
    _, stages = STAGES[rulebook]
    for stage in stages:
        where = at(rulebook, stage.name)
        step = next_step(where)
        assert step.command or step.why or where.standing.current is None, stage.name


PROPOSED = ("hagfors", "föreslagen")


def test_papers_then_the_list_then_the_decision() -> None:
    where = at(*PROPOSED)
    steps = [
        Made(),
        Made(Papers.DRAFTS),
        Made(Papers.FINAL),
        Made(Papers.FINAL, "moten/2027-02-22-kommunfullmaktige"),
    ]
    assert [said(where, made) for made in steps] == [
        "dialog render (handlingarna till 22 februari)",
        "dialog render --final (handlingarna till 22 februari)",
        "dialog agenda kommunfullmäktige 22/2",
        "dialog decide --agenda moten/2027-02-22-kommunfullmaktige (efter mötet)",
    ]


def test_the_day_after_the_meeting_the_decision_comes_next() -> None:
    assert said(at(*PROPOSED, date(2027, 2, 23))) == (
        "dialog decide kommunfullmäktiges-beslut (mötet var i går)"
    )


def test_a_session_that_has_been_and_is_not_entered_comes_before_all_else() -> None:
    texts, stages = STAGES["varmland"]
    there = texts_at(texts, stages, "förberett")
    day = date(2025, 4, 16)
    before, after = (look("varmland", there, day + timedelta(days)) for days in (-1, 1))
    assert said(before) == "inget före 16 april"
    assert said(after).startswith("dialog add tillfälle (")


def test_late_feedback_comes_first() -> None:
    where = at("hagfors", "sammanställd", date(2027, 6, 2))
    step = next_step(where)
    assert said(where).startswith(
        "dialog add återkoppling (till de som deltog i dialogen, försenad"
    )
    assert step.waiting_for == "FÖRSENAD 12 dagar: återkoppling till de som deltog i dialogen"


def test_progress_of_the_whole_is_one_line() -> None:
    assert [progress(at("hagfors", stage).standing) for stage in ("ett ärende", "genomförd")] == [
        "Steg 1 av 9, Övervägande. 8 steg kommer.",
        "Steg 6 av 9, Sammanställning och ställningstagande. 5 steg är klara, 3 kommer.",
    ]
    assert progress(at("hagfors", "utvärderad").standing) == "Alla 9 steg är klara."
