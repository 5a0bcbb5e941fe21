"""Answers in a file."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest
from helpers.small_rulebook import dossier

from dialogcli.base.findings import UnreadableError, UsageError
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Dossier
from dialogcli.interview.answers_file import answers_in, read_answers
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.yamltext.nodes import Plain

TODAY = date(2027, 1, 18)


def answers(text: str) -> dict[str, Plain | None]:
    return answers_in(read_answers(textwrap.dedent(text), "svar.yaml"), dossier({}), TODAY)


def test_answers_are_read_as_they_would_be_typed() -> None:
    assert answers("""\
        regelverk: exempelby
        titel: Torget
        idé:
          syfte: Att få veta
          barn: nej, inga barn rör sig på torget
          nivå:
        plan:
          datum: 3 mars
          kostnad: 12 500 kr
          risker:
            - risk: Regn
              slag: Extern risk
        """) == {
        "idé.syfte": "Att få veta",
        "idé.barn": {"svar": "nej", "skäl": "inga barn rör sig på torget", "datum": "2027-01-18"},
        "plan.datum": "2027-03-03",
        "plan.kostnad": "12500",
        "plan.risker.1.risk": "Regn",
        "plan.risker.1.slag": "extern",
    }


def test_a_consideration_is_that_of_the_handlaggare_in_the_same_file() -> None:
    assert (
        answers("idé: {barn: ej tillämpligt inga barn}\ndossier: {handläggare: utredaren}\n")[
            "dossier.handläggare"
        ]
        == "utredaren"
    )
    found = answers(
        'idé: {barn: "nej, inga barn rör sig där"}\ndossier: {handläggare: utredaren}\n'
    )["idé.barn"]
    assert isinstance(found, dict)
    assert found["av"] == "utredaren"


def test_a_list_and_what_does_not_apply() -> None:
    assert answers("""\
        dossier:
          dnr: [RV 1, RV 2]
        plan:
          syfte: {ej_tillämpligt: samma som i idén}
        """) == {
        "dossier.dnr": ["RV 1", "RV 2"],
        "plan.syfte": {"ej_tillämpligt": {"skäl": "samma som i idén", "datum": "2027-01-18"}},
    }


def test_an_excuse_in_the_file_keeps_who_answers_for_it_and_the_day() -> None:
    signed = {"skäl": "samma som i idén", "av": "chefen", "datum": "2027-01-04"}
    assert answers("""\
        plan:
          syfte:
            ej_tillämpligt:
              skäl: samma som i idén
              av: chefen
              datum: 2027-01-04
        """) == {"plan.syfte": {"ej_tillämpligt": signed}}


def test_a_comma_in_an_item_of_a_list_is_part_of_it() -> None:
    assert answers("""\
        dossier:
          dnr: ["RV 1, bilaga 2"]
        """) == {"dossier.dnr": ["RV 1, bilaga 2"]}


def test_everything_wrong_is_told_at_once_with_its_place() -> None:
    with pytest.raises(UsageError) as stop:
        answers("""\
            plann: {}
            plan:
              datum: 31/4
              kostnaden: 3
              risker: [Regn]
            dossier:
              titel: En annan
            """)
    assert stop.value.message == "Svarsfilen svar.yaml går inte att använda. Inget är ändrat."
    assert stop.value.hints == (
        "  Underlaget plann finns inte i regelverket. Menade du plan? (svar.yaml:1:1)",
        "  Datum: Datumet 31/4 finns inte. April har 30 dagar. Skriv till exempel 14 april eller december 2027. "
        "(svar.yaml:3:10)",
        "  Fältet kostnaden finns inte här. Menade du kostnad? (svar.yaml:4:3)",
        "  Utmaningar och risker: En rad skrivs med sina kolumner. (svar.yaml:5:12)",
        "  titel skrivs överst i filen och går inte att ändra här. (svar.yaml:7:3)",
    )


def test_a_file_that_is_no_yaml() -> None:
    with pytest.raises(UnreadableError) as stop:
        read_answers("a: [", "svar.yaml")
    assert stop.value.faults


TABLE = "målgrupper:\n  - namn: äldre\n    skäl: de reser mest\n  - namn: unga\n"


def plan(text: str) -> Dossier:
    return build_dossier(load_rulebook("varmland"), {"handlingsplan.yaml": text})


def test_a_table_that_is_given_is_the_whole_table() -> None:
    file = read_answers("handlingsplan:\n  målgrupper:\n    - namn: skolbarn\n", "svar.yaml")
    assert answers_in(file, plan(TABLE), TODAY) == {
        "handlingsplan.målgrupper.1.namn": "skolbarn",
        "handlingsplan.målgrupper.1.skäl": "",
        "handlingsplan.målgrupper.1.hörs_sällan": "",
        "handlingsplan.målgrupper.2": None,
    }


def test_a_table_that_is_left_blank_stays() -> None:
    file = read_answers("handlingsplan:\n  målgrupper:\n", "svar.yaml")
    assert answers_in(file, plan(TABLE), TODAY) == {}
