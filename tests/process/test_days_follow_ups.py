"""When an action plan is followed up, and what is still to be reported to which organ."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from helpers.dossiers import changed
from helpers.walks import DOSSIERS

from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.reading import read_dossier
from dialogcli.process.days import awaited, follow_ups
from dialogcli.process.standing import standing
from dialogcli.rulebook.loader import load_rulebook

TABLE = "åtgärdsplan.uppföljningar"
PLAN = "atgardsplan.yaml"


def planned(*rows: str) -> list[str]:
    text = "uppföljningar:\n" + "".join(f"  - {{{row}}}\n" for row in rows)
    dossier = build_dossier(load_rulebook("sandviken"), {PLAN: text if rows else ""})
    return [
        f"{one.path.rpartition('.')[2]} {one.planned} {one.organ} {one.reported or '-'}"
        for one in follow_ups(dossier, TABLE)
    ]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([], []),
        (["uppföljs: 2027-12-14, anmäls_i: kommunstyrelsen"], ["1 2027-12-14 kommunstyrelsen -"]),
        (
            [
                "uppföljs: 2028-06",
                "uppföljs: 2027-12-14, anmäld: 2027-12-15",
                "uppföljs: 2028-01-11",
            ],
            ["2 2027-12-14  2027-12-15", "3 2028-01-11  -", "1 2028-06  -"],
        ),
        (["anmäls_i: kommunstyrelsen"], []),
        (["uppföljs: snart"], []),
    ],
    ids=["none", "one", "in any order", "without a day", "a wrong day"],
)
def test_follow_ups_stand_by_day(rows: list[str], found: list[str]) -> None:
    assert planned(*rows) == found


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The action plan is adopted by kommunfullmäktige; two follow-ups of it are planned, the first
    one for KS.
    """
    return shutil.copytree(DOSSIERS / "sandviken", tmp_path / "torget")


def waiting(dossier: Path) -> list[str]:
    where = standing(read_dossier(dossier))
    return [
        f"{one.planned} {one.organ}"
        for gate in where.dossier.rulebook.gates()
        for one in awaited(where, gate)
    ]


def test_each_waits_for_the_organ_that_it_names_else_for_the_one_that_adopted_the_plan(
    dossier: Path,
) -> None:
    assert waiting(dossier) == ["2027-12-14 kommunstyrelsen", "2028-06 kommunfullmäktige"]


def test_what_has_been_reported_waits_no_more(dossier: Path) -> None:
    changed(
        dossier, PLAN, "uppföljs: 2027-12-14\n", "uppföljs: 2027-12-14\n    anmäld: 2027-12-14\n"
    )
    assert waiting(dossier) == ["2028-06 kommunfullmäktige"]


def test_nothing_waits_before_the_plan_is_adopted(dossier: Path) -> None:
    decision = next((dossier / "beslut").glob("2027-06-14-*"))
    changed(dossier, f"beslut/{decision.name}", "utfall: bifall", "utfall: bordläggning")
    assert waiting(dossier) == []
