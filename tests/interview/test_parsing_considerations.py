"""Where a consideration is asked for, a bare yes is none."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.questions import question
from helpers.screens import drawn

from dialogcli.base.fieldtypes import TYPES
from dialogcli.base.screen import screen
from dialogcli.dossier.build import build_dossier
from dialogcli.interview.parsing import Refusal, follow_up, latest_signer, parse_answer
from dialogcli.interview.question import Question
from dialogcli.interview.question_screens import follow_up_line
from dialogcli.rulebook.loader import load_rulebook

TODAY = date(2027, 2, 15)
GUIDANCE = "Berätta hur frågan berör barn och hur de får säga sin mening."
WANTED = "Skriv vad ni har vägt in och vad ni kom fram till."
WEIGHED = "Barn åker buss till skolan. De svarar i en egen enkät."
YES_OR_NO = {"ja": "ja", "nej": "nej"}


def children(**more: str) -> Question:
    return question(
        TYPES["statement"],
        text="Hur har ni beaktat barnrättsperspektivet?",
        guidance=GUIDANCE,
        **more,
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ja", f"Ett ja räcker inte här. {WANTED}"),
        ("J", f"Ett ja räcker inte här. {WANTED}"),
        ("nej", f"Ett nej räcker inte här. {WANTED}"),
        ("-", f"Det är bara ett streck. {WANTED}"),
        ("...", f"Det är bara tecken. {WANTED}"),
        ("Barn berörs.", f"Det är för kort. {WANTED} Minst 20 tecken."),
        (GUIDANCE, f"Det är bara frågans hjälptext. {WANTED}"),
        (GUIDANCE.upper(), f"Det är bara frågans hjälptext. {WANTED}"),
    ],
)
def test_what_is_no_consideration_is_refused_with_what_is_wanted(typed: str, said: str) -> None:
    assert parse_answer(children(), typed, TODAY) == Refusal(said)


def test_a_consideration_is_signed_and_dated() -> None:
    assert parse_answer(children(by="utredaren"), WEIGHED, TODAY) == {
        "skäl": WEIGHED,
        "av": "utredaren",
        "datum": "2027-02-15",
    }


def test_without_a_handlaggare_the_next_question_is_who_has_judged() -> None:
    given = parse_answer(children(), WEIGHED, TODAY)
    asked = follow_up(children(), given)
    assert asked is not None
    assert (asked.path, asked.text) == (
        "plan.fält.av",
        "Vem har gjort bedömningen? En roll räcker, till exempel handläggaren.",
    )
    assert follow_up(children(), {**given, "av": "utredaren"}) is None


def test_a_no_is_taken_and_the_reason_asked_for_next() -> None:
    analysis = question(TYPES["statement"], choices=YES_OR_NO, by="utredaren")
    given = parse_answer(analysis, "n", TODAY)
    assert given == {"svar": "nej", "av": "utredaren", "datum": "2027-02-15"}
    asked = follow_up(analysis, given)
    assert asked is not None
    assert (asked.path, asked.text) == (
        "plan.fält.skäl",
        "Varför inte? Skälet kommer att stå i underlaget.",
    )
    assert parse_answer(asked, "nej", TODAY) == Refusal(f"Ett nej räcker inte här. {WANTED}")
    assert parse_answer(asked, WEIGHED, TODAY) == WEIGHED


def test_answer_and_reason_may_come_in_one_line() -> None:
    analysis = question(TYPES["statement"], choices=YES_OR_NO, by="utredaren")
    assert parse_answer(analysis, "nej, grupperna kartlades 2026", TODAY) == {
        "svar": "nej",
        "skäl": "grupperna kartlades 2026",
        "av": "utredaren",
        "datum": "2027-02-15",
    }


def test_a_consideration_that_does_not_apply_asks_nothing_more() -> None:
    given = parse_answer(children(), "ej tillämpligt inga barn berörs", TODAY)
    assert given == {"ej_tillämpligt": {"skäl": "inga barn berörs", "datum": "2027-02-15"}}
    assert follow_up(children(), given) is None


def test_who_answered_for_the_latest_consideration_may_do_so_again_with_an_empty_answer() -> None:
    rulebook = load_rulebook("varmland")
    none = build_dossier(rulebook, {})
    signed = build_dossier(
        rulebook,
        {
            "malgruppsanalys.yaml": """\
barnrätt: {skäl: Barn åker buss., av: utredaren, datum: 2027-02-01}
jämställdhet: {skäl: Fler kvinnor än män åker., av: samordnaren, datum: 2027-02-03}
regional_spridning: {skäl: I varje del., datum: 2027-02-04}
"""
        },
    )
    assert (latest_signer(none), latest_signer(signed)) == ("", "samordnaren")
    asked = follow_up(children(), {"skäl": WEIGHED}, latest_signer(signed))
    assert asked
    assert (asked.text, asked.written) == ("Vem har gjort bedömningen?", "samordnaren")
    again = drawn(screen(follow_up_line(asked)))
    assert again == "Vem har gjort bedömningen? Enter = samordnaren"
    unknown = follow_up(children(), {"skäl": WEIGHED}, latest_signer(none))
    assert unknown
    assert (unknown.text, unknown.written) == (
        "Vem har gjort bedömningen? En roll räcker, till exempel handläggaren.",
        "",
    )
