"""Forms of which there are several files: which one is meant, and what is proposed of a new one."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.walks import dossier_texts

from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Dossier
from dialogcli.interview.items import (
    form_called,
    likely_status,
    proposals,
)
from dialogcli.process.planned import planned_sessions
from dialogcli.rulebook.loader import load_rulebook

SANDVIKEN = load_rulebook("sandviken")
SESSIONS, FEEDBACK = SANDVIKEN.forms["tillfällen"], SANDVIKEN.forms["återkoppling"]
TODAY = date(2027, 2, 4)


def with_sessions(*names: str) -> Dossier:
    texts = dossier_texts("sandviken")
    left = {
        name: text
        for name, text in texts.items()
        if not name.startswith("tillfallen") or name.endswith(names)
    }
    return build_dossier(SANDVIKEN, left)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("tillfälle", "tillfällen"),
        ("Tillfällen", "tillfällen"),
        ("tillfällena", "tillfällen"),
        ("TILLFALLE", "tillfällen"),
        ("dialogtillfälle", "tillfällen"),
        ("återkopplingar", "återkoppling"),
        ("aterkoppling", "återkoppling"),
        ("till", ""),
        ("beslut", ""),
        ("undantag", ""),
        ("plan", ""),
    ],
)
def test_a_form_is_called_in_singular_or_plural(typed: str, form: str) -> None:
    found = form_called(SANDVIKEN, typed)
    assert (found.id if found else "") == form


def test_what_the_last_session_says_is_proposed_but_the_method_of_the_row() -> None:
    dossier = with_sessions("skolan.yaml")
    [row] = [one for one in planned_sessions(dossier, TODAY) if str(one.day) == "2027-02-17"]
    same = {"plats": "Lärkhyttans skola", "ledare": "utvecklingsstrategen"}
    assert proposals(dossier, SESSIONS, row) == {**same, "metod": "gatur"}
    assert proposals(dossier, SESSIONS, None) == {**same, "metod": "barnunga"}


def test_nothing_is_proposed_where_nothing_is_known() -> None:
    assert proposals(with_sessions("no such file"), SESSIONS, None) == {}
    assert proposals(with_sessions("skolan.yaml"), FEEDBACK, None) == {}


def test_a_session_is_likely_held_from_its_day_on() -> None:
    [row, *_] = planned_sessions(with_sessions("oppet-hus.yaml"), TODAY)
    assert str(row.day) == "2027-02-17"
    assert likely_status(row.day, date(2027, 2, 17)) == "genomfört"
    assert likely_status(row.day, date(2027, 2, 16)) == "planerat"
