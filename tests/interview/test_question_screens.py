"""A question on the screen."""

from __future__ import annotations

from collections.abc import Iterable

from helpers.questions import question
from helpers.screens import drawn
from helpers.small_rulebook import SOURCE, rulebook

from dialogcli.base.fieldtypes import TYPES, FieldType
from dialogcli.base.screen import Item, line
from dialogcli.base.screen import screen as items_screen
from dialogcli.dossier.build import build_dossier
from dialogcli.interview.question import question_at
from dialogcli.interview.question_screens import (
    about_items,
    choice_items,
    detail_items,
    echo,
    head_lines,
    help_items,
    prompt,
    sentences,
)
from dialogcli.rulebook.loader import load_rulebook

WHO = {"nämnd": "En nämnd", "medborgare": "En enskild medborgare (skriv inte namnet, dnr räcker)"}

RULES = f"""
E-01:
  says: Idén har ett syfte.
  kind: required
  fields: idé.syfte
  before: dialogbeslut
  {SOURCE}
"""


def screen(type_: FieldType, **more: object) -> str:
    asked = question(type_, **more)  # type: ignore[arg-type]
    choices = choice_items(asked) if asked.listed else []
    return "\n".join(
        [*seen([*map(line, head_lines(asked)), *choices, *detail_items(asked)]), prompt(asked)]
    )


def seen(items: Iterable[Item], columns: int = 80) -> list[str]:
    return drawn(items_screen(items), columns).splitlines()


def test_prose_with_guidance_example_and_source() -> None:
    assert (
        screen(
            TYPES["prose"],
            text="Vilka invånare behöver ni höra?",
            position="Fråga 1 av 6",
            guidance="Nämn grupperna och varför beslutet berör dem. Skriv inga namn.",
            example="De som bor längst från en hållplats, för de berörs mest.",
            source="Källa: V-37, Direktiv för medborgardialog, Tjänstemannastöd (ska)",
        )
        == """\
Fråga 1 av 6. Vilka invånare behöver ni höra?
  Nämn grupperna och varför beslutet berör dem. Skriv inga namn.
  Exempel: "De som bor längst från en hållplats, för de berörs mest."
  Källa: V-37, Direktiv för medborgardialog, Tjänstemannastöd (ska)
Svar: """
    )


def test_long_choices_stand_on_a_line_each() -> None:
    assert (
        screen(TYPES["choice"], text="Vem tar initiativet?", choices=WHO)
        == """\
Vem tar initiativet?
  1  En nämnd
  2  En enskild medborgare (skriv inte namnet, dnr räcker)
Svar (1-2): """
    )


def test_short_choices_stand_on_one_line() -> None:
    assert (
        screen(TYPES["choice"], choices={"a": "utskott", "b": "nämnd"})
        == """\
Vad gäller det?
  1 utskott, 2 nämnd
Svar (1-2): """
    )


def test_yes_or_no() -> None:
    assert screen(TYPES["yesno"]) == "Vad gäller det?\nSvar (j/n): "


def test_what_is_answered_already_can_be_kept() -> None:
    assert seen(detail_items(question(TYPES["text"], answer="Torget"))) == [
        "  Ditt svar: Torget. Enter = behåll, - = ta bort"
    ]


def test_the_guidance_of_a_choice_and_the_example_of_a_consideration_wait_behind_the_question_mark() -> (
    None
):
    choice = question(TYPES["choice"], choices=WHO, guidance="Välj en.")
    assert "  Välj en." not in seen(detail_items(choice))
    assert seen(help_items(choice))[0] == "  Välj en."
    weighed = question(TYPES["statement"], example="Barn cyklar dit.")
    assert detail_items(weighed) == []
    assert '  Exempel: "Barn cyklar dit."' in seen(help_items(weighed))


def test_only_what_is_asked_for_in_words_can_be_said_not_to_apply() -> None:
    [rule] = [rule for rule in rulebook(RULES).rules.values() if rule.id == "E-01"]
    excuse = "  Gäller frågan inte er dialog? Skriv ej tillämpligt och sedan skälet."
    assert excuse in seen(help_items(question(TYPES["prose"], rule=rule)))
    weighed = question(TYPES["statement"], rule=rule, choices={"ja": "ja", "nej": "nej"})
    assert excuse in seen(help_items(weighed))
    assert excuse not in seen(help_items(question(TYPES["choice"], rule=rule, choices=WHO)))
    assert excuse not in seen(help_items(question(TYPES["prose"])))


def test_a_stored_consideration_is_shown_with_its_day_its_signer_and_how_long_its_reason_is() -> (
    None
):
    reason = "En mening som är rätt lång, för den ska bli avkortad här. " * 6
    weighed = question(
        TYPES["statement"],
        choices={"ja": "ja", "nej": "nej"},
        answer=f"ja, {reason}",
        reason=reason.strip(),
        signed="11 februari 2027, handläggaren",
    )
    first, second, *_, last = seen(detail_items(weighed))
    assert first == "  Ditt svar: ja, 11 februari 2027, handläggaren."
    assert second.startswith("  Ditt skäl: En mening som är rätt lång")
    assert last.endswith("(6 meningar). Enter = behåll, - = ta bort")
    plain = question(TYPES["statement"], answer="Barn cyklar dit.", signed="11 februari 2027")
    assert seen(detail_items(plain)) == [
        "  Ditt svar: Barn cyklar dit.",
        "  11 februari 2027. Enter = behåll, - = ta bort",
    ]


def test_help_has_the_advice_of_the_policy() -> None:
    advised = question(TYPES["prose"], advice=("Det finns en handbok. (E-05)",))
    assert "  Det finns en handbok. (E-05)" in seen(help_items(advised))


def test_a_question_knows_the_advice_on_its_field_and_on_its_step() -> None:
    sandviken = load_rulebook("sandviken")
    dossier = build_dossier(sandviken, {})
    assert [one[-6:] for one in question_at(dossier, "plan.ansvar_och_roller").advice] == [
        "(S-03)",
        "(S-07)",
        "(S-61)",
    ]
    assert question_at(dossier, "initiativ.brukardialog").advice == ()


def test_above_the_place_for_an_answer_in_an_editor_stands_what_the_screen_showed() -> None:
    asked = question(
        TYPES["prose"], text="Hur når ni barnen?", guidance="Nämn skolorna.", source="Källa: V-53"
    )
    assert seen(about_items(asked)) == [
        "Hur når ni barnen?",
        "  Nämn skolorna.",
        "  Källa: V-53",
    ]


def test_a_date_is_said_back_with_its_weekday_and_an_amount_in_kronor() -> None:
    assert echo(question(TYPES["date"]), "2027-11-24") == "onsdag 24 november 2027"
    assert echo(question(TYPES["amount"]), "12500") == "12 500 kronor"
    assert echo(question(TYPES["text"]), "Torget") == ""


def test_that_a_text_is_no_answer_is_said_when_it_is_given() -> None:
    assert echo(question(TYPES["text"]), "-") == (
        "Det är bara ett streck. Det räknas inte som svar."
    )
    assert echo(question(TYPES["prose"]), "Fylls i senare") == (
        'Det är bara "fylls i senare". Det räknas inte som svar.'
    )
    assert echo(question(TYPES["organ"]), "x") == ""


def test_sentences_are_counted() -> None:
    assert sentences({"skäl": "Barn åker buss. De svarar i en enkät! Räcker det?"}) == 3
    assert sentences("Utan punkt") == 1
    assert sentences(["a", "b"]) == 0


def test_of_a_long_answer_the_beginning_is_repeated_and_how_long_it_is() -> None:
    asked = question(TYPES["prose"], answer="Ett bord i varje hörn. " * 40)
    [*_, last] = seen(detail_items(asked))
    assert last.endswith("... (40 meningar). Enter = behåll, - = ta bort")


def test_choices_in_columns_become_sentences_where_columns_have_no_room() -> None:
    hints = {"worldcafe": ("samtal", "minst 12 deltagare", "6 veckor")}
    cafe = question(
        TYPES["choice"],
        choices={"worldcafe": "Dialogcafé"} | {str(one): "Annat" for one in range(12)},
        hints=hints | {str(one): ("samtal", "5-12 deltagare", "9 veckor") for one in range(12)},
    )
    columns, read_out = seen(choice_items(cafe)), seen(choice_items(cafe), 42)
    assert columns[0] == "   1  Dialogcafé  samtal  minst 12 deltagare  6 veckor"
    assert read_out[:2] == ["1. Dialogcafé: samtal, minst 12 deltagare,", "  6 veckor."]
    assert max(map(len, read_out)) <= 42
