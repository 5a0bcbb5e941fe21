"""What people type, and what becomes of it."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.questions import question

from dialogcli.base.fieldtypes import TYPES, FieldType
from dialogcli.base.words import listed
from dialogcli.interview.parsing import Refusal, parse_answer

TODAY = date(2027, 1, 18)
WHO = {
    "nämnd": "En nämnd",
    "verksamhetsföreträdare": "En verksamhetsföreträdare",
    "medborgare": "En enskild medborgare",
}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("24 nov", "2027-11-24"),
        ("3 mars", "2027-03-03"),
        ("14/4", "2027-04-14"),
        ("2027-04-14", "2027-04-14"),
        ("2027-04", "2027-04"),
        ("17 januari", "2028-01-17"),
    ],
)
def test_a_date_is_typed_as_people_write_it(typed: str, written: str) -> None:
    assert parse_answer(question(TYPES["date"]), typed, TODAY) == written


def test_a_date_that_does_not_exist_is_refused_with_the_reason_and_an_example() -> None:
    assert parse_answer(question(TYPES["date"]), "31/4", TODAY) == Refusal(
        "Datumet 31/4 finns inte. April har 30 dagar. Skriv till exempel 14 april eller december 2027."
    )


@pytest.mark.parametrize(
    ("typed", "written"), [("j", "ja"), ("JA", "ja"), ("n", "nej"), ("Nej.", "nej")]
)
def test_yes_and_no_in_any_case(typed: str, written: str) -> None:
    assert parse_answer(question(TYPES["yesno"]), typed, TODAY) == written


def test_yes_or_no_takes_nothing_else() -> None:
    assert parse_answer(question(TYPES["yesno"]), "kanske", TODAY) == Refusal("Svara j eller n.")


@pytest.mark.parametrize(
    ("typed", "written"), [("12 500", "12500"), ("12500 kr", "12500"), ("12\u00a0500", "12500")]
)
def test_amounts_with_blanks_and_a_unit(typed: str, written: str) -> None:
    assert parse_answer(question(TYPES["amount"]), typed, TODAY) == written


@pytest.mark.parametrize("typed", ["1", "1.", "nämnd", "namnd", "En nämnd"])
def test_a_choice_by_number_by_word_or_by_what_is_shown(typed: str) -> None:
    assert parse_answer(question(TYPES["choice"], choices=WHO), typed, TODAY) == "nämnd"


def test_a_number_outside_the_list() -> None:
    assert parse_answer(question(TYPES["choice"], choices=WHO), "4", TODAY) == Refusal(
        "Nummer 4 finns inte. Skriv ett nummer, 1-3."
    )


def test_a_misspelt_choice_gets_the_nearest_word() -> None:
    assert parse_answer(question(TYPES["choice"], choices=WHO), "medborgre", TODAY) == Refusal(
        "medborgre går inte att välja. Menade du medborgare? Skriv ett nummer, 1-3."
    )


def test_where_nobody_sees_numbers_the_words_to_choose_among_are_told() -> None:
    unseen = question(TYPES["choice"], choices=WHO, on_screen=False)
    assert parse_answer(unseen, "grannen", TODAY) == Refusal(
        f"grannen går inte att välja. Välj {listed(WHO, 'eller')}."
    )


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("1 3", ["nämnd", "medborgare"]),
        ("1, 3", ["nämnd", "medborgare"]),
        ("nämnd", ["nämnd"]),
        ("1,1", ["nämnd"]),
    ],
)
def test_several_choices(typed: str, written: list[str]) -> None:
    assert parse_answer(question(TYPES["choice"], many=True, choices=WHO), typed, TODAY) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("kansliet, kommunikation", ["kansliet", "kommunikation"]),
        ("kansliet, våning 2\nkommunikation", ["kansliet, våning 2", "kommunikation"]),
        ("kansliet, våning 2; kommunikation", ["kansliet, våning 2", "kommunikation"]),
    ],
)
def test_several_texts_with_commas_semicolons_or_one_on_each_line(
    typed: str, written: list[str]
) -> None:
    assert parse_answer(question(TYPES["text"], many=True), typed, TODAY) == written


def test_where_each_is_asked_for_by_itself_a_comma_is_part_of_it() -> None:
    alone = question(TYPES["text"], many=True, one_by_one=True)
    assert parse_answer(alone, "stranden, för det är lag", TODAY) == ["stranden, för det är lag"]
    assert parse_answer(alone, "kansliet\nkommunikation", TODAY) == ["kansliet", "kommunikation"]


def test_a_pasted_line_break_in_a_short_text_becomes_a_blank() -> None:
    assert parse_answer(question(TYPES["text"]), "Torget\ni Tjärnåsa", TODAY) == "Torget i Tjärnåsa"


def test_prose_keeps_its_lines() -> None:
    assert parse_answer(question(TYPES["prose"]), "Ett.\n\nTvå.", TODAY) == "Ett.\n\nTvå."


def test_an_organ_that_the_rulebook_knows_gets_its_name_and_others_stay_as_written() -> None:
    organ = question(TYPES["organ"], names={"RFP": "regionfullmäktiges presidium"})
    assert parse_answer(organ, "RFP", TODAY) == "regionfullmäktiges presidium"
    assert parse_answer(organ, "Kollektivtrafiknämnden", TODAY) == "Kollektivtrafiknämnden"


@pytest.mark.parametrize("type_", TYPES.values())
def test_any_question_can_be_answered_with_ej_tillampligt_and_a_reason(type_: FieldType) -> None:
    assert parse_answer(question(type_), "ej tillämpligt: avgörs i nästa fas", TODAY) == {
        "ej_tillämpligt": {"skäl": "avgörs i nästa fas", "datum": "2027-01-18"}
    }


def test_an_excuse_says_who_answers_for_it_where_that_is_known() -> None:
    asked = question(TYPES["prose"], by="utredaren")
    assert parse_answer(asked, "ej tillämpligt, avgörs i nästa fas", TODAY) == {
        "ej_tillämpligt": {
            "skäl": "avgörs i nästa fas",
            "av": "utredaren",
            "datum": "2027-01-18",
        }
    }


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        (
            "ej tillämpligt x",
            'Det är bara "x". Skriv varför frågan inte gäller er dialog.',
        ),
        (
            "ej tillämpligt, inga",
            "Det är för kort. Skriv varför frågan inte gäller er dialog. Minst 20 tecken.",
        ),
        (
            "ej tillämpligt nej",
            "Ett nej räcker inte här. Skriv varför frågan inte gäller er dialog.",
        ),
    ],
)
def test_where_a_rule_asks_the_reason_is_judged_at_once(typed: str, refused: str) -> None:
    asked = question(TYPES["prose"], reason_length=20)
    assert parse_answer(asked, typed, TODAY) == Refusal(refused)


def test_where_the_answer_is_needed_no_excuse_is_taken() -> None:
    asked = question(TYPES["date"], needed="Här kan inte ej tillämpligt stå.")
    assert parse_answer(asked, "ej tillämpligt, dagen är inte känd", TODAY) == Refusal(
        "Här kan inte ej tillämpligt stå."
    )


@pytest.mark.parametrize("typed", ["ej tillämpligt", "Ej tillämplig.", "ej tillampligt -"])
def test_ej_tillampligt_without_a_reason_is_refused(typed: str) -> None:
    assert parse_answer(question(TYPES["prose"]), typed, TODAY) == Refusal(
        "Skriv också varför: ej tillämpligt, och sedan skälet."
    )
