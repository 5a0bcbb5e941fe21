"""Days on which something has happened lie in the past; sessions whose day and status do not go
together.
"""

from datetime import date

import pytest
from helpers.long_rulebook import changed
from helpers.walks import Texts, dossier_texts, with_text

from dialogcli.base.findings import remedy_text
from dialogcli.checking.cases import case_line
from dialogcli.checking.days import FUTURE
from dialogcli.checking.engine import check
from dialogcli.dossier.build import build_dossier
from dialogcli.rulebook.loader import load_rulebook


def told(session: str, today: date) -> list[str]:
    """What is said of one more session, and what mends it."""
    found = check(changed({"tillfallen/3.yaml": session}), today).findings
    return [f"{case_line(finding)} -> {remedy_text(finding.remedy)}" for finding in found]


@pytest.mark.parametrize("status", ["status: planerat\n", ""])
def test_a_session_that_is_past_says_whether_it_was_held(status: str) -> None:
    session = f"datum: 2027-04-28\n{status}"
    assert told(session, date(2027, 4, 28)) == []
    [said] = told(session, date(2027, 4, 29))
    assert said.startswith(
        "Varning tillfällets-status: Dialogtillfälle 28 april 2027 har passerat. Skriv om det hölls. "
    )
    assert said.endswith(" -> dialog fill --section tillfällen.3")


def test_a_cancelled_session_counts_nobody() -> None:
    session = "datum: 2027-04-28\nstatus: inställt\nantal: 38\n"
    assert told(session, date(2028, 3, 1)) == [
        "Varning tillfällets-status: Dialogtillfälle 28 april 2027 är inställt men räknar dem som var "
        "där. Vilket stämmer? (tillfallen/3.yaml:2:9) -> "
        "dialog fill --section tillfällen.3"
    ]


def test_an_ordinary_one_and_a_cancelled_one_draw_nothing() -> None:
    assert told("datum: 2027-04-28\nstatus: genomfört\nantal: 3\n", date(2028, 3, 1)) == []
    assert told("datum: 2027-04-28\nstatus: inställt\n", date(2028, 3, 1)) == []


# --- facts


TODAY = date(2028, 3, 1)


def ahead(texts: Texts, today: date = TODAY) -> list[str]:
    """The facts of a dialogue in Sandviken that lie ahead, with what mends them."""
    found = check(build_dossier(load_rulebook("sandviken"), texts), today).findings
    return [f"{case_line(one)} -> {remedy_text(one.remedy)}" for one in found if one.rule == FUTURE]


START = "beslut/2026-12-08-igangsattning.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "resultat.yaml",
            "datum: 2027-03-24",
            "datum: 2031-03-24",
            "Fel framtida-dag: Synpunkter utanför syftet: 24 mars 2031. Den dagen har inte varit än. "
            "(resultat.yaml:42:12) -> dialog fill --section resultat.utanför_syftet",
        ),
        (
            START,
            "\ndatum: 2026-12-08",
            "\ndatum: 2031-12-08",
            f"Fel framtida-dag: Beslut om igångsättning: 8 december 2031. Den dagen har inte varit än. "
            f"({START}:5:8) -> Kontrollera dagen mot protokollet.",
        ),
        (
            START,
            "expedierat: 2026-12-15",
            "expedierat: 2031-12-15",
            "Fel framtida-dag: Beslut om igångsättning, 8 december 2026 § 221: Dagen för expediering: "
            f"15 december 2031. Den dagen har inte varit än. ({START}:19:13) -> "
            "dialog set beslut.igångsättning.expedierat ÅÅÅÅ-MM-DD",
        ),
        (
            "aterkoppling/medborgare.yaml",
            "\ndatum: 2027-06-28",
            "\ndatum: 2031-06-28",
            "Fel framtida-dag: Återkoppling till medborgarna: 28 juni 2031. Den dagen har inte varit än. "
            "Skriv den som planerad tills återkopplingen är lämnad. (aterkoppling/medborgare.yaml:",
        ),
        (
            "resultat.yaml",
            "datum: 2027-03-19",
            "datum: 2031-03",
            "Fel framtida-dag: Resultat: mars 2031. Den dagen har inte varit än. (resultat.yaml:",
        ),
        (
            "tillfallen/2027-02-03-skolan.yaml",
            "datum: 2027-02-03",
            "datum: 2031-02-03",
            "Fel framtida-dag: Dialogtillfälle 3 februari 2031 står som hållet. Den dagen har inte varit "
            "än. (tillfallen/2027-02-03-skolan.yaml:1:8)",
        ),
        (
            "atgardsplan.yaml",
            "uppföljs: 2027-12-14",
            "uppföljs: 2027-12-14\n    anmäld: 2031-12-14",
            "Fel framtida-dag: Uppföljning av åtgärdsplanen: 14 december 2031. Den dagen har inte varit än.",
        ),
    ],
)
def test_what_has_happened_has_a_day_that_has_been(
    file: str, old: str, new: str, said: str
) -> None:
    texts = dossier_texts("sandviken")
    [found] = ahead(with_text(texts, file, old, new))
    assert found.startswith(said)


def test_the_day_of_feedback_is_mended_where_it_stands() -> None:
    file = "aterkoppling/medborgare.yaml"
    texts = with_text(dossier_texts("sandviken"), file, "\ndatum: 2027", "\ndatum: 2031")
    [found] = ahead(texts)
    assert found.endswith(" -> dialog fill --section återkoppling.medborgare")


def test_of_two_sessions_on_one_day_the_remedy_names_the_one() -> None:
    texts = dict(dossier_texts("sandviken"))
    school = texts["tillfallen/2027-02-03-skolan.yaml"].replace("2027-02-03", "2031-02-03")
    texts["tillfallen/2027-02-03-skolan.yaml"] = school
    texts["tillfallen/2027-02-03-kvall.yaml"] = school.replace("plats: ", "plats: Kvällen i ")
    assert [one.partition(" -> ")[2] for one in ahead(texts)] == [
        "dialog set tillfällen.2027-02-03-kvall.datum ÅÅÅÅ-MM-DD",
        "dialog set tillfällen.2027-02-03-skolan.datum ÅÅÅÅ-MM-DD",
    ]


def test_on_the_day_itself_and_in_its_month_it_has_been() -> None:
    texts = dossier_texts("sandviken")
    assert ahead(texts, date(2027, 9, 10)) == []
    assert len(ahead(texts, date(2027, 9, 9))) == len(
        [one for one in texts["utvardering.yaml"].splitlines() if "datum: 2027-09-10" in one]
    )


def test_a_statement_is_made_on_a_day_that_has_been() -> None:
    texts = dossier_texts("sandviken")
    before = ahead(texts, date(2027, 9, 9))
    assert before[0].startswith(
        "Fel framtida-dag: Utvärdering mot uppdraget: 10 september 2027. Den dagen har inte varit än. "
        "(utvardering.yaml:"
    )


def test_papers_may_be_dated_to_their_meeting() -> None:
    texts = with_text(
        dossier_texts("sandviken"), "plan.yaml", "datum: 2026-11-13\n\nt", "datum: 2031-11-13\n\nt"
    )
    assert ahead(texts) == []
