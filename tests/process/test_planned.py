"""Rows of the plan that are no session yet."""

from __future__ import annotations

from datetime import date

from helpers.walks import dossier_texts

from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Dossier
from dialogcli.process.planned import planned_sessions, sessions_in_plan
from dialogcli.rulebook.loader import load_rulebook

SANDVIKEN = load_rulebook("sandviken")
TODAY = date(2027, 2, 4)


def with_sessions(*names: str) -> Dossier:
    texts = dossier_texts("sandviken")
    left = {
        name: text
        for name, text in texts.items()
        if not name.startswith("tillfallen") or name.endswith(names)
    }
    return build_dossier(SANDVIKEN, left)


def test_rows_that_name_a_chosen_method_come_first_and_the_nearest_day() -> None:
    rows = planned_sessions(with_sessions("oppet-hus.yaml"), TODAY)
    assert [(str(one.day), one.method) for one in rows[:3]] == [
        ("2027-02-17", "gatur"),
        ("2027-02-03", ""),
        ("2027-02-11", ""),
    ]


def test_a_day_that_is_entered_is_not_proposed() -> None:
    days = [str(one.day) for one in planned_sessions(with_sessions("skolan.yaml"), TODAY)]
    assert "2027-02-03" not in days
    assert "2027-01-23" in days


def test_a_row_that_names_a_chosen_method_is_a_session() -> None:
    found = sessions_in_plan(with_sessions("oppet-hus.yaml"), TODAY)
    assert [str(one.day) for one in found] == ["2027-02-17"]
