"""`dialog status`: the contract with other programs, and what a person is told at unusual points of
a process.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from helpers.dossiers import changed, earlier, planning, without
from helpers.repositories import considered_no, dialogue, late, rejected
from helpers.terminal import run
from helpers.walks import DOSSIERS

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "screens" / "status.schema.json").read_text("utf-8")
)


def told(folder: Path, *words: str) -> list[str]:
    ran = run(["status", *words], folder)
    assert (ran.exit_code, ran.err) == (0, "")
    return ran.out.splitlines()


def reported(folder: Path) -> Any:
    ran = run(["status", "--format", "json"], folder)
    report = json.loads(ran.out)
    jsonschema.validate(report, SCHEMA)
    return report


def test_the_json_report_of_a_dialogue_under_way(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    without(dossier, "handlingsplan.yaml", "risker")
    report = reported(dossier)
    assert (report["version"], report["step"], report["ended"]) == (1, "handlingsplan", None)
    decision = report["next_decision"]
    assert (decision["gate"], decision["date"], decision["complete"]) == (
        "handlingsplan",
        "2025-03-05",
        False,
    )
    assert [finding["rule"] for finding in decision["findings"]] == ["V-47"]
    assert report["ahead"][0] == {
        "date": "2025-02-25",
        "days": 1,
        "kind": "deadline",
        "what": "handlingarna ska vara klara (manusstopp)",
        "organ": "kollektivtrafiknämnden",
    }
    assert report["ahead"][2] == {
        "date": "2025-03-05",
        "days": 9,
        "kind": "decision",
        "what": "Beslut om handlingsplan",
        "organ": "kollektivtrafiknämnden",
    }


def test_the_json_report_at_the_end_and_after_a_no(tmp_path: Path) -> None:
    done, no = dialogue(tmp_path, "klar", "Klar"), dialogue(tmp_path, "nej", "Nej", "dialogbeslut")
    rejected(no)
    assert [
        (one["step"], one["ended"], one["next_decision"], one["turn"])
        for one in map(reported, (done, no))
    ] == [(None, None, None, []), ("dialogbeslut", "dialogbeslut", None, [])]


def test_far_from_a_decision_nothing_is_missing_for_it_but_what_is_missing_now_is_told(
    tmp_path: Path,
) -> None:
    dossier = dialogue(tmp_path, "plan", "Plan", "dialogbeslut")
    report = reported(dossier)
    assert (report["next_decision"]["complete"], report["next_decision"]["findings"]) == (False, [])
    assert "H-22" in {finding["rule"] for finding in report["other_findings"]}
    assert "Det här saknas nu:" in told(dossier, "--all")
    assert told(dossier)[-1] == "Nästa: dialog fill (5 frågor kvar)"


@pytest.mark.parametrize(
    ("spoil", "until", "line"),
    [
        (
            rejected,
            "dialogbeslut",
            "Dialogen är avslutad: avslagen av kommunfullmäktige, 24 februari 2025, § 14.",
        ),
        (
            considered_no,
            "övervägande",
            "Dialogen är avslutad. Det blir ingen medborgardialog, enligt steget Övervägande.",
        ),
    ],
    ids=["rejected", "considered, no"],
)
def test_a_dialogue_that_has_ended_says_so(
    spoil: Callable[[Path], None],
    until: str,
    line: str,
    tmp_path: Path,
) -> None:
    dossier = dialogue(tmp_path, "slut", "Slut", until)
    spoil(dossier)
    lines = told(dossier)
    assert line in lines
    assert lines[-1] == "Nästa: inget"
    assert "Inget återstår att göra." in told(dossier, "--all")
    assert not [one for one in lines if one.startswith(("Vems tur", "Viktiga datum"))]


def test_a_duty_that_a_no_does_not_end_remains(tmp_path: Path) -> None:
    """H-25b: people are told of the changed programme also when there is no dialogue about it."""
    dossier = dialogue(tmp_path, "nej", "Nej", "övervägande")
    considered_no(dossier)
    without(dossier, "overvagande.yaml", "information")
    assert told(dossier)[-1].startswith("Nästa: dialog fill --section ")
    lines = told(dossier, "--all")
    remaining = lines[lines.index("Det här återstår:") + 1 :]
    assert " ".join(" ".join(remaining).split()).startswith(
        "Fel H-25b Information till medborgarna dialog fill "
    )


def test_late_feedback_and_a_decision_that_is_not_entered_are_told_with_their_days(
    tmp_path: Path,
) -> None:
    dossier = dialogue(tmp_path, "sen", "Sen", "återkoppling", years=1)
    late(dossier, "allmanheten", "2025-01-31")
    (dossier / "beslut" / "2025-12-01-beslut-i-sakfragan.yaml").unlink()
    text = " ".join(" ".join(told(dossier, "--all")).split())
    assert "2025-01-31 för 24 dagar sedan FÖRSENAD återkoppling till: allmänheten" in text
    assert "kommunfullmäktige: Beslut i sakfrågan (inget beslut är infört)" in text


def test_follow_ups_of_an_action_plan_are_days_ahead_when_all_else_is_done(tmp_path: Path) -> None:
    dossier = shutil.copytree(DOSSIERS / "sandviken", tmp_path / "torget")
    earlier(dossier, 3)
    report = reported(dossier)
    what = {"kind": "follow_up", "what": "uppföljning av åtgärdsplanen"}
    assert report["ahead"] == [
        {"date": "2024-12-14", "days": -72, "organ": "kommunstyrelsen", **what},
        {"date": "2025-06", "days": 97, "organ": "kommunfullmäktige", **what},
    ]
    assert len(report["warnings"]) == 1
    remaining = [
        line for line in told(dossier, "--all") if line.startswith(("  Fel ", "  Varning "))
    ]
    # the marks that `earlier` takes away, and the follow-up itself
    assert [line.split()[1] for line in remaining] == ["passerad-dag", *["antaget-saknas"] * 3]


def test_sent_back_it_waits_for_the_step_before_and_tells_when_it_was_sent_back(
    tmp_path: Path,
) -> None:
    dossier = dialogue(tmp_path, "ater", "Åter", "dialogbeslut")
    changed(
        dossier,
        "beslut/2025-02-24-kommunfullmaktiges-beslut.yaml",
        "utfall: bifall",
        "utfall: återremiss",
    )
    sent_back = "Kommunfullmäktiges beslut, återremitterad 2025-02-24 § 14"
    assert any(sent_back in line for line in told(dossier))
    rows = [line.split() for line in told(dossier, "--all")]
    assert [
        "Kommunfullmäktiges",
        "beslut",
        "saknas",
        "återremitterad",
        "2025-02-24",
        "§",
        "14",
    ] in rows
    assert ["Förslag", "om", "och", "när", "-", "PÅGÅR"] in rows


def test_a_complete_basis_leads_to_the_decision(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    lines = told(tmp_path, "dossier")
    assert "Inför Beslut om handlingsplan: inget saknas" in lines
    assert lines[-1] == "Nästa: dialog render --folder dossier (handlingarna till 5 mars)"
    assert "Beslutet fattas av kollektivtrafiknämnden 5 mars 2025." in " ".join(
        told(dossier, "--all")
    )


def test_days_are_those_of_the_organisations_settings(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    (tmp_path / "organisation.yaml").write_text("tider: {manusstopp: 8 arbetsdagar}\n", "utf-8")
    assert "Viktiga datum (enligt era inställningar)" in told(dossier, "--all")
    assert "  2025-02-21  för 3 dagar sedan  handlingarna ska vara klara (manusstopp)" in told(
        dossier
    )
    assert reported(dossier)["warnings"] == [
        "Manusstopp till kollektivtrafiknämnden 5 mars 2025 var 21 februari 2025."
    ]


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_shown(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    changed(dossier, "budget.yaml", "poster:\n", "poster: [\n")
    ran = run(["status"], dossier)
    assert ran.exit_code == 3
    assert "Filer som inte går att läsa: 1" in ran.out
    assert ran.err == "Stopp: 1 fil är inte kontrollerad. Rätta den och kör dialog check igen.\n"
    assert (
        json.loads(run(["status", "--format", "json"], dossier).out)["other_findings"][0]["file"]
        == "budget.yaml"
    )


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_window_but_for_commands_and_no_command_is_cut(
    columns: int, tmp_path: Path
) -> None:
    dossier = planning(tmp_path)
    without(dossier, "handlingsplan.yaml", "risker", "användning_och_spridning")
    short = run(["status"], dossier, columns=columns).out.splitlines()
    assert [line for line in short if len(line) > columns and "dialog " not in line] == []
    lines = run(["status", "--all"], dossier, columns=columns).out.splitlines()
    assert [line for line in lines if len(line) > columns and "dialog " not in line] == []
    assert (
        len(
            [
                line
                for line in lines
                if line.rstrip().endswith(("--section risker", "--section spridning"))
            ]
        )
        == 2
    )


def test_a_title_cannot_forge_a_line(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    changed(
        dossier,
        "dossier.yaml",
        "titel: Kollektivtrafik i glesbygd",
        'titel: "Buss\\nInget återstår att göra."',
    )
    assert "Inget återstår att göra." not in told(dossier)


def test_nothing_is_written(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in dossier.rglob("*")}
    told(dossier)
    assert {path: path.stat().st_mtime_ns for path in dossier.rglob("*")} == before


def test_what_has_happened_without_what_it_needs_is_told_and_not_the_requirement(
    tmp_path: Path,
) -> None:
    dossier = tmp_path / "dossier"
    shutil.copytree(DOSSIERS / "hagfors", dossier)
    decision = dossier / "beslut" / "2027-02-22-kommunfullmaktiges-beslut.yaml"
    decision.write_text(decision.read_text("utf-8").replace("utfall: bifall", "utfall: avslag"))
    said = " ".join(" ".join(told(dossier, "--all")).split())
    assert "Fel H-12 Kommunfullmäktiges beslut, 22 februari 2027 § 14: avslag dialog decide" in said
