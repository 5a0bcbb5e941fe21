"""The sample is clean, and each of the directive's thirteen sections is missed, alone and exactly,
when it is gone.
"""

import re
from datetime import date

import pytest
from helpers.dossiers import SAMPLE
from helpers.walks import sample_texts

from dialogcli.base.commands import fill
from dialogcli.base.findings import Finding
from dialogcli.checking.engine import check
from dialogcli.checking.report import Report
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.select import select
from dialogcli.rulebook.loader import load_rulebook

TODAY = date(2026, 1, 12)
PLAN = "handlingsplan.yaml"

THIRTEEN = [
    ("V-36", "syfte", "Syfte", "syfte"),
    ("V-37", "målgrupper", "Val av målgrupp och deltagare", "målgrupper"),
    (
        "V-38",
        "funktioner",
        "Funktioner i förvaltningen som förväntas bidra innan eller under genomförandet",
        "funktioner",
    ),
    ("V-39", "metoder", "Val av metod", "metoder"),
    ("V-40", "tidsplan", "Tidsplanering", "tidsplan"),
    ("V-41", "aktiviteter", "Aktivitetslista", "aktivitetslista"),
    ("V-42", "ansvar_och_roller", "Ansvar och roller", "ansvar"),
    ("V-43", "utbildning", "Utbildningsinsatser inför dialogerna", "utbildning"),
    ("V-44", "uppföljning", "Återkoppling och utvärdering", "uppföljning"),
    ("V-45", "dokumentation", "Hur dialogen ska dokumenteras", "dokumentation"),
    (
        "V-46",
        "användning_och_spridning",
        "Hur resultaten ska tas tillvara och spridas",
        "spridning",
    ),
    ("V-47", "risker", "Utmaningar och risker", "risker"),
    ("V-48", "kostnad", "Kostnader för genomförandet", "kostnader"),
]


def checked(texts: dict[str, str]) -> Report:
    return check(build_dossier(load_rulebook("varmland"), texts), TODAY)


def without(text: str, field: str, replacement: str) -> tuple[str, int]:
    """The plan with one field's lines replaced, and the line on which it stood."""
    found = re.search(rf"^{field}:.*\n(?:(?:[ -].*)?\n)*?(?=^\S|\Z)", text, re.MULTILINE)
    assert found is not None
    return text[: found.start()] + replacement + text[found.end() :], text[: found.start()].count(
        "\n"
    ) + 1


def test_the_sample_is_clean_and_carried_through_to_its_end() -> None:
    report = checked(sample_texts())
    assert (report.findings, report.waived, report.upcoming) == ((), (), ())
    assert report.standing.current is None
    assert all(state.done for state in report.standing.states.values())


def test_the_sample_is_of_real_size() -> None:
    dossier = build_dossier(load_rulebook("varmland"), sample_texts())
    rows = {
        path: len(answer.rows)
        for path in (
            "handlingsplan.aktiviteter",
            "handlingsplan.risker",
            "budget.poster",
            "resultat.teman",
        )
        if (answer := dossier.answer(path))
    }
    assert rows["handlingsplan.aktiviteter"] >= 8
    assert rows["handlingsplan.risker"] >= 6
    assert rows["budget.poster"] >= 10
    assert rows["resultat.teman"] >= 8
    assert len(dossier.files["tillfällen"]) >= 10


def test_what_the_sample_counts_adds_up() -> None:
    """A reader who adds the figures of the sessions, the themes and the budget gets those of the
    texts.
    """
    dossier = build_dossier(load_rulebook("varmland"), sample_texts())
    sessions = [
        file.answers
        for file in dossier.files["tillfällen"]
        if file.answers["status"].text == "genomfört"
    ]
    caveat, evaluation = (
        dossier.answer(path) for path in ("resultat.förbehåll", "utvärdering.mot_uppdraget.skäl")
    )
    assert caveat is not None
    assert evaluation is not None
    met = sum(int(answers["antal_medborgare"].text) for answers in sessions)
    for text in (caveat.text, evaluation.text):
        assert "tolv tillfäll" in text
        assert f"{met} invånare" in text.replace("\n", " ")
    assert len(sessions) == 12
    views = sum(int(answer.text) for answer in select(dossier, "resultat.teman.*.antal"))
    assert f"{views // 1000} {views % 1000:03} synpunkter" in caveat.text.replace("\n", " ")


@pytest.mark.parametrize("blank", [True, False], ids=["blank", "removed"])
@pytest.mark.parametrize(
    ("rule", "field", "heading", "section"), THIRTEEN, ids=[row[0] for row in THIRTEEN]
)
def test_each_section_is_missed_alone(
    rule: str, field: str, heading: str, section: str, blank: bool
) -> None:
    texts = sample_texts()
    texts[PLAN], line = without(texts[PLAN], field, f"{field}:\n" if blank else "")
    [finding] = checked(texts).findings
    assert (finding.rule, finding.message) == (rule, f'"{heading}" saknas.')
    assert finding.severity.value == "fel"
    assert_cites_the_list(finding)
    assert finding.remedy == fill(section)
    assert finding.place.file == PLAN
    if blank:
        assert (finding.place.line, finding.place.column) == (line, 1)


def assert_cites_the_list(finding: Finding) -> None:
    assert finding.source is not None
    assert str(finding.source) == "Direktiv för medborgardialog, Tjänstemannastöd"
    assert finding.source.listed_under == "Handlingsplanen ska innehålla"


def test_every_file_of_the_sample_is_plain_utf_8_with_unix_line_ends() -> None:
    for path in SAMPLE.rglob("*.yaml"):
        data = path.read_bytes()
        assert b"\r" not in data
        assert data.decode("utf-8").endswith("\n")
