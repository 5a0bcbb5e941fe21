"""Each type of field: what stands in a file, what people type, and how it is said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from helpers.questions import question

from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import TYPES, WrongTextError
from dialogcli.rulebook.model import Field

TODAY = date(2027, 2, 22)
N = "\u00a0"
WHO = {"nämnd": "En nämnd", "invånare": "Invånare, genom medborgarförslag"}
ORGANS = {"KF": "kommunfullmäktige", "KS": "kommunstyrelsen"}
FORMS = ("plan", "resultat")


def field(type_: str) -> Field:
    """A field of some type; one that is chosen is among WHO, and a judgement is ja or nej."""
    return Field(
        "fält",
        TYPES[type_],
        "Fält",
        example="Så här.",
        choices=WHO if type_ == "choice" else {},
        answers={"ja": "Ja", "nej": "Nej"} if type_ == "statement" else {},
    )


def refused(read: Any, *given: Any) -> str:
    with pytest.raises(WrongTextError) as wrong:
        read(*given)
    return str(wrong.value)


@pytest.mark.parametrize(
    ("type_", "text", "value", "in_a_document", "in_a_list"),
    [
        ("text", "Torget i Ekby", "Torget i Ekby", "Torget i Ekby", "Torget i Ekby"),
        ("prose", "Ett.\n\nTvå.\n", "Ett.\n\nTvå.", "Ett.\n\nTvå.", "Ett.\n\nTvå."),
        ("yesno", "Ja", True, "ja", "ja"),
        ("yesno", "nej ", False, "nej", "nej"),
        ("choice", "en nämnd", "nämnd", "En nämnd", "En nämnd"),
        ("choice", "Namnd", "nämnd", "En nämnd", "En nämnd"),
        ("number", "12 500", 12500, f"12{N}500", "12500"),
        ("number", "-3", -3, "\u22123", "-3"),
        ("amount", "12 500 kr", 12500, f"12{N}500{N}kr", "12500"),
        ("amount", "950:-", 950, f"950{N}kr", "950"),
        ("date", "2027-03-04", Day(2027, 3, 4), "4 mars 2027", "2027-03-04"),
        ("date", "2027-03", Day(2027, 3), "mars 2027", "2027-03"),
        ("organ", "KS", "KS", "kommunstyrelsen", "KS"),
        ("organ", "Torgnämnden", "Torgnämnden", "Torgnämnden", "Torgnämnden"),
        ("reference", "plan", "plan", "plan", "plan"),
        ("statement", "ja", "ja", "Ja", "Ja"),
    ],
)
def test_a_text_in_a_file_its_value_and_how_it_is_said(
    type_: str, text: str, value: object, in_a_document: str, in_a_list: str
) -> None:
    of = field(type_)
    assert of.type.read(text, of) == value
    assert of.type.say(of.type.read(text, of), of, ORGANS) == in_a_document
    assert of.type.cell(of.type.write(of.type.read(text, of)), of) == in_a_list


@pytest.mark.parametrize(
    ("type_", "text", "why"),
    [
        ("yesno", "kanske", "Svaret ska vara ja eller nej."),
        ("yesno", "j", "Svaret ska vara ja eller nej."),
        (
            "choice",
            "nämden",
            "nämden går inte att välja. Menade du nämnd? Välj nämnd eller invånare.",
        ),
        ("number", "tolv", "tolv går inte att läsa. Skriv ett heltal."),
        ("number", "12 kr", "12 kr går inte att läsa. Skriv ett heltal."),
        (
            "amount",
            "12,50",
            "12,50 går inte att läsa. Skriv ett belopp i hela kronor, till exempel 12500.",
        ),
        (
            "date",
            "4 mars",
            "Ett datum skrivs 2027-03-04, eller 2027-03 när bara månaden är känd.",
        ),
    ],
)
def test_a_text_in_a_file_that_is_not_of_the_type(type_: str, text: str, why: str) -> None:
    assert refused(TYPES[type_].read, text, field(type_)) == why


@pytest.mark.parametrize(("type_", "few"), [("number", "-1"), ("amount", "-1 kr")])
def test_a_number_below_the_least_that_its_field_can_hold(type_: str, few: str) -> None:
    of = field(type_)._replace(least=0)
    assert of.type.read("0", of) == 0
    assert refused(of.type.read, few, of) == f"{few} är för lite. Det minsta är 0."


@pytest.mark.parametrize(
    ("type_", "typed", "written", "echoed"),
    [
        ("text", "Torget\ni  Ekby", "Torget i Ekby", ""),
        ("prose", "Ett.\n\nTvå.", "Ett.\n\nTvå.", ""),
        ("yesno", "J.", "ja", ""),
        ("choice", "2", "invånare", ""),
        ("choice", "en nämnd", "nämnd", ""),
        ("number", "1 200", "1200", ""),
        ("amount", "12 500 kronor", "12500", "12 500 kronor"),
        ("date", "4 mars", "2027-03-04", "torsdag 4 mars 2027"),
        ("date", "2027-03", "2027-03", "mars 2027, dagen är inte känd"),
        ("date", "december 2027", "2027-12", "december 2027, dagen är inte känd"),
        ("organ", "ks", "ks", ""),
        ("organ", "KS", "kommunstyrelsen", ""),
        ("organ", "Kommunstyrelsen", "kommunstyrelsen", ""),
        ("reference", "plan", "plan", ""),
    ],
)
def test_what_people_type_is_written_as_a_file_holds_it(
    type_: str, typed: str, written: str, echoed: str
) -> None:
    asked = question(TYPES[type_], choices=WHO if type_ == "choice" else None, names=ORGANS)
    assert TYPES[type_].parse(typed, asked, TODAY) == written
    assert TYPES[type_].echo(written) == echoed


@pytest.mark.parametrize(
    ("type_", "typed", "why"),
    [
        ("yesno", "kanske", "Svara j eller n."),
        ("choice", "3", "Nummer 3 finns inte. Skriv ett nummer, 1-2."),
        ("choice", "nämden", "nämden går inte att välja. Menade du nämnd? Skriv ett nummer, 1-2."),
        ("number", "tolv", "tolv går inte att läsa. Skriv ett heltal."),
        (
            "date",
            "31/4",
            "Datumet 31/4 finns inte. April har 30 dagar. "
            "Skriv till exempel 14 april eller december 2027.",
        ),
    ],
)
def test_what_people_type_that_is_not_of_the_type(type_: str, typed: str, why: str) -> None:
    asked = question(TYPES[type_], choices=WHO if type_ == "choice" else None)
    assert refused(TYPES[type_].parse, typed, asked, TODAY) == why


@pytest.mark.parametrize(
    ("type_", "said"),
    [
        (
            "table",
            "Det här är en tabell: Risk och Åtgärd. Svara på ett i taget: plan.fält.1.risk",
        ),
        ("group", "Det här är flera fält: Risk och Åtgärd. Svara på ett i taget: plan.fält.risk"),
    ],
)
def test_what_has_parts_is_answered_part_by_part(type_: str, said: str) -> None:
    asked = question(TYPES[type_])
    parts = {id_: Field(id_, TYPES["text"], id_.capitalize()) for id_ in ("risk", "åtgärd")}
    asked = asked.__class__("plan.fält", asked.field._replace(parts=parts), "Vad kan gå fel?")
    assert refused(TYPES[type_].parse, "regn", asked, TODAY) == said


@pytest.mark.parametrize(
    ("type_", "word", "said"),
    [
        ("text", "vad som helst", ""),
        ("prose", "vad som helst", ""),
        ("organ", "vem som helst", ""),
        ("yesno", "ja", ""),
        ("yesno", "sant", "Fältet fält kan inte vara sant. Det kan vara ja eller nej."),
        ("choice", "namnd", "Fältet fält kan inte vara namnd. Menade du nämnd?"),
        ("number", "12", ""),
        ("number", "få", "Fältet fält är ett heltal och kan inte vara få."),
        ("amount", "dyrt", "Fältet fält är ett heltal och kan inte vara dyrt."),
        ("date", "2027-13-01", "Datumet 2027-13-01 finns inte. Månaderna har nummer 1-12."),
        ("reference", "planen", "Fältet fält kan inte vara planen. Menade du plan?"),
        ("statement", "kanske", "Fältet fält kan inte vara kanske. Det kan vara ja eller nej."),
        ("group", "regn", "Fältet fält har delar. Skriv vilken av dem som ska vara regn."),
        ("table", "regn", "Fältet fält har delar. Skriv vilken av dem som ska vara regn."),
    ],
)
def test_a_word_that_a_rule_compares_with(type_: str, word: str, said: str) -> None:
    assert TYPES[type_].objection(word, field(type_), FORMS) == said


@pytest.mark.parametrize(
    ("type_", "rows"),
    [
        ("text", ["Så här.", "Så här."]),
        ("yesno", ["nej", "ja"]),
        ("choice", ["nämnd", "invånare"]),
        ("number", [12, 24]),
        ("amount", [12, 24]),
        ("date", ["2027-03-01", "2027-03-02"]),
        ("organ", ["KF", "KS"]),
    ],
)
def test_values_to_try_templates_on(type_: str, rows: list[object]) -> None:
    of = field(type_)
    assert [of.type.trial(row, of, ORGANS) for row in range(2)] == rows
