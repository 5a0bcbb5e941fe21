"""What was copied from another dialogue stands on a list until somebody has looked at it."""

from __future__ import annotations

from datetime import date

from dialogcli.checking.cases import case_line
from dialogcli.checking.engine import check
from dialogcli.dossier.build import build_dossier
from dialogcli.rulebook.loader import load_rulebook

ALLMAN = load_rulebook("allman")
IDENTITY = 'titel: Badplatsen\nregelverk: allman\nregelverksversion: "1.0"\n'


def remarked(marks: str, plan: str = "") -> list[str]:
    dossier = build_dossier(
        ALLMAN, {"dossier.yaml": f"{IDENTITY}granska: [{marks}]\n", "handlingsplan.yaml": plan}
    )
    return [
        case_line(one)
        for one in check(dossier, date(2027, 2, 22)).findings
        if one.rule == "granska"
    ]


def test_a_copied_answer_is_asked_for_until_it_is_looked_at() -> None:
    plan = "risker:\n  - risk: Det regnar\n"
    assert remarked("handlingsplan.risker", plan) == [
        "Varning granska: Risker: Svaret är kopierat från en annan dossier och inte granskat. "
        "(handlingsplan.yaml:2:3)"
    ]
    assert remarked("", plan) == []


def test_a_mark_that_leads_nowhere_is_told_where_it_stands() -> None:
    assert remarked("handlingsplan.riskerna") == [
        "Varning granska: Fältet handlingsplan.riskerna finns inte. (dossier.yaml:4:11)"
    ]
