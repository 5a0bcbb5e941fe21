"""What could not be judged, as it is told by each command: never as if all were in order, and never
as a fel either.
"""

import json
import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from helpers.dossiers import SAMPLE, without
from helpers.own_rulebooks import lillby, rewritten
from helpers.terminal import Ran, run

AFTERWARDS = datetime(2029, 1, 1, 10, 0)
TOLD = "1 krav kunde inte prövas (V-07): Andelar i resultatet saknas."


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A finished dialogue that does not say whether its result has shares in it."""
    target = tmp_path / "dossier"
    shutil.copytree(SAMPLE, target)
    without(target, "resultat.yaml", "innehåller_andelar")
    return target


def ran(dossier: Path, *words: str) -> Ran:
    return run(list(words), dossier, AFTERWARDS)


def test_check_tells_it_with_what_mends_and_does_not_say_that_all_is_well(dossier: Path) -> None:
    checked = ran(dossier, "check")
    assert checked.exit_code == 0
    said = " ".join(checked.out.split()).partition(f"{TOLD} ")[2]
    assert re.match(
        r"\(resultat\.yaml:\d+:1\) Åtgärd: dialog fill --section innehåller_andelar ", said
    )
    assert "Klart" not in checked.out
    assert "uppfyller regelverkets formkrav" not in checked.out
    assert "\n0 fel, 0 varningar, 0 upplysningar. " in checked.out


def test_with_the_answer_all_is_well(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "dossier")
    checked = ran(tmp_path / "dossier", "check")
    assert "\nKlart: 0 fel" in checked.out
    assert "kunde inte prövas" not in checked.out


def test_other_programs_get_the_number(dossier: Path) -> None:
    """The same in all three reports."""
    checked = json.loads(ran(dossier, "check", "--format", "json").out)
    status = json.loads(ran(dossier, "status", "--format", "json").out)
    [listed] = json.loads(ran(dossier.parent, "list", "--format", "json").out)["dialogues"]
    expected = {"fel": 0, "varning": 0, "upplysning": 0, "ej_prövade": 1}
    assert [one["summary"] for one in (checked, status, listed)] == [expected] * 3


def test_status_tells_it_and_does_not_say_that_nothing_is_left(dossier: Path) -> None:
    assert "\n1 krav kunde inte prövas. Se vad som fattas: dialog check\n" in (
        ran(dossier, "status").out
    )
    told = ran(dossier, "status", "--all").out
    assert TOLD in told
    assert "Inget" not in told


def test_list_tells_where_to_look(dossier: Path) -> None:
    lines = ran(dossier.parent, "list").out.splitlines()
    start = lines.index("Krav som inte kunde prövas: 1")
    assert lines[start + 1] == "  Kollektivtrafik i glesbygd: 1. Se: dialog check dossier"


def test_a_final_document_is_made_and_it_is_told(dossier: Path) -> None:
    made = ran(dossier, "render", "utvärdering", "--final")
    assert (made.exit_code, made.err) == (0, f"Obs: {TOLD}\n")
    assert ran(dossier, "render", "utvärdering").err == ""


def test_a_decision_is_entered_and_it_is_told(tmp_path: Path) -> None:
    conditional = "    fields: initiativ.syfte\n    when: {initiativ.initiativtagare: [nämnden]}\n"
    rewritten(lillby(tmp_path), ("    fields: initiativ.syfte\n", conditional))
    folder = tmp_path / "dialog"
    folder.mkdir()
    (folder / "dossier.yaml").write_text("titel: Torget\nregelverk: lillby\n", "utf-8")
    yes = ["--outcome", "bifall", "--date", "2028-12-01", "--incomplete", "Det var bråttom"]

    entered = ran(folder, "decide", "dialogbeslut", *yes)

    assert entered.exit_code == 0
    said = "Obs: 1 krav kunde inte prövas (K-03): Initiativtagare saknas."
    assert said in " ".join(entered.err.split())
