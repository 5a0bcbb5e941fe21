"""A dialogue that somebody has stopped: what is still asked of it, and what is wrong afterwards."""

from datetime import date

import pytest
from helpers.walks import Texts, dossier_texts

from dialogcli.base.findings import Severity
from dialogcli.checking.engine import check
from dialogcli.checking.feedback_due import owed, tally
from dialogcli.checking.report import Report
from dialogcli.dossier.build import build_dossier
from dialogcli.rulebook.loader import load_rulebook

TODAY = date(2027, 5, 10)
STOP = "slut: avbruten\nskäl: Bidraget drogs in.\norgan: kommunstyrelsen\ndatum: 2027-05-04\nparagraf: 102\n"
AFTER_THE_SESSIONS = ("resultat", "bearbetning", "atgardsplan", "utvardering", "beslut/2027")
BEFORE_THE_SESSIONS = (*AFTER_THE_SESSIONS, "tillfallen", "aterkoppling")


def texts_without(*beginnings: str) -> Texts:
    """Sandviken's dialogue without the files that begin so."""
    texts = dossier_texts("sandviken")
    return {name: text for name, text in texts.items() if not name.startswith(beginnings)}


def stopped(texts: Texts, stop: str = STOP) -> Report:
    return check(build_dossier(load_rulebook("sandviken"), {**texts, "stopp.yaml": stop}), TODAY)


def told(report: Report) -> list[str]:
    return [f"{one.severity.word} {one.rule} {one.path}" for one in report.findings]


NO_ANSWERS = [
    "Fel S-50 återkoppling.förtroendevalda",
    "Fel S-54b återkoppling.medborgare",
    "Upplysning avslutad stopp.slut",
]


def test_only_those_who_were_heard_are_owed_anything() -> None:
    """Also those whose time had not come: nothing else will ever come before."""
    report = stopped(texts_without(*AFTER_THE_SESSIONS, "aterkoppling"))
    assert told(report) == NO_ANSWERS
    assert report.findings[1].message == (
        "Återkoppling saknas till: medborgarna. Dialogen är stoppad, och 205 invånare har varit med."
    )
    assert tally(owed(report), TODAY) == (0, 2, 6, True)


def test_what_was_given_before_the_stop_counts() -> None:
    report = stopped(texts_without(*AFTER_THE_SESSIONS, "aterkoppling/medborgare"))
    assert told(report) == NO_ANSWERS[1:]
    assert [bool(one.held) for one in owed(report)] == [True, False]


def test_feedback_after_the_stop_is_allowed_and_ends_it() -> None:
    texts = texts_without(*AFTER_THE_SESSIONS)
    texts["aterkoppling/medborgare.yaml"] = "till: medborgare\ndatum: 2027-05-08\n"
    report = stopped(texts)
    assert told(report) == NO_ANSWERS[2:]
    assert report.findings[0].message == (
        "Dialogen är avbruten 4 maj 2027, kommunstyrelsen § 102. Skäl: Bidraget drogs in."
    )


def test_what_is_only_planned_is_not_given() -> None:
    texts = texts_without(*AFTER_THE_SESSIONS)
    texts["aterkoppling/medborgare.yaml"] = "till: medborgare\nplanerad: 2027-06-03\n"
    [finding, _] = stopped(texts).findings
    assert finding.message.endswith("har varit med. Den är planerad till 3 juni 2027.")


def test_before_anybody_was_heard_nothing_is_owed() -> None:
    report = stopped(texts_without(*BEFORE_THE_SESSIONS))
    assert told(report) == NO_ANSWERS[2:]
    assert owed(report) == ()


def test_work_that_goes_on_is_a_fault() -> None:
    texts = texts_without(*AFTER_THE_SESSIONS)
    texts["aterkoppling/medborgare.yaml"] = "till: medborgare\ndatum: 2027-05-08\n"
    texts["tillfallen/2027-05-06.yaml"] = "datum: 2027-05-06\nstatus: genomfört\n"
    first = stopped(texts).findings[0]
    assert (first.rule, first.severity) == ("efter-stoppet", Severity.FEL)
    assert first.message == (
        "Dialogen är avbruten 4 maj 2027, kommunstyrelsen § 102. "
        "Ändå finns det som kommer efter: ett dialogtillfälle (6 maj 2027)."
    )
    assert first.path == "tillfällen.2027-05-06.datum"


def test_work_on_the_day_of_the_stop_is_none() -> None:
    texts = texts_without(*AFTER_THE_SESSIONS)
    texts["aterkoppling/medborgare.yaml"] = "till: medborgare\ndatum: 2027-05-08\n"
    texts["tillfallen/2027-05-04.yaml"] = "datum: 2027-05-04\nstatus: genomfört\n"
    assert told(stopped(texts)) == NO_ANSWERS[2:]


def test_what_was_wrong_before_the_stop_is_not_made_right_by_it() -> None:
    """Sessions were held before anybody had decided on them."""
    texts = texts_without(*AFTER_THE_SESSIONS, "beslut/2026-12-08", "aterkoppling")
    assert told(stopped(texts))[0] == "Fel S-45 beslut.igångsättning"


@pytest.mark.parametrize(
    ("stop", "lacking"),
    [
        ("slut: avbruten\n", ["stopp.datum", "stopp.organ", "stopp.skäl"]),
        (STOP.replace("skäl: Bidraget drogs in.", "skäl: kompletteras"), ["stopp.skäl"]),
        (STOP.replace("datum: 2027-05-04\n", ""), ["stopp.datum"]),
    ],
)
def test_an_end_without_its_reason_is_lacking(stop: str, lacking: list[str]) -> None:
    found = stopped(texts_without(*BEFORE_THE_SESSIONS), stop).findings
    assert sorted(one.path for one in found if one.rule == "stoppets-form") == lacking


@pytest.mark.parametrize(
    "stop",
    [
        "uppehåll:\n  - slut: avbruten\n    skäl: Bidraget drogs in.\n    fortsatte: 2027-05-09\n",
        "slut:\n",
    ],
)
def test_what_is_taken_back_is_no_end_and_lacks_nothing(stop: str) -> None:
    texts = texts_without(*BEFORE_THE_SESSIONS)
    report = stopped(texts, stop)
    assert report.standing.stopped is None
    assert told(report) == told(check(build_dossier(load_rulebook("sandviken"), texts), TODAY))


def test_all_but_how_is_no_end() -> None:
    report = stopped(texts_without(*BEFORE_THE_SESSIONS), STOP.replace("slut: avbruten\n", ""))
    assert report.standing.stopped is None
    [fault] = [one for one in report.findings if one.rule == "stoppets-form"]
    assert fault.message == "Stoppet: Slut saknas. Dialogen räknas inte som stoppad."


@pytest.mark.parametrize(
    ("stop", "said"),
    [
        ("slut: utgår\ndatum: 2027-05-04\n", "utgår 4 maj 2027"),
        ("slut: sammanslagen\nandra_dialoger: [badplatsen]\n", "är sammanslagen med badplatsen"),
        ("slut: delad\nandra_dialoger: [ett, två]\n", "är delad i ett och två"),
    ],
)
def test_how_it_is_said(stop: str, said: str) -> None:
    end = stopped(texts_without(*BEFORE_THE_SESSIONS), stop).standing.stopped
    assert end is not None
    assert end.said == said
