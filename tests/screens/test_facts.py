"""The JSON report is a contract: it has the form of the schema, whatever the dossier looks like."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from helpers.dossiers import changed, planning, without
from helpers.terminal import run, run_in

SCHEMA = json.loads((Path(__file__).parent / "check.schema.json").read_text("utf-8"))
CHECK = ["check", "--format", "json"]


def reported(text: str) -> Any:
    """The report in a text that holds nothing else, once it has the form of the schema."""
    report = json.loads(text)
    jsonschema.validate(report, SCHEMA)
    return report


def test_a_clean_dossier(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    ran = run(CHECK, dossier)
    assert (ran.exit_code, ran.err) == (0, "")
    assert reported(ran.out) == {
        "version": 1,
        "dossier": ".",
        "rulebook": "varmland 1.0",
        "step": "handlingsplan",
        "findings": [],
        "summary": {"fel": 0, "varning": 0, "upplysning": 0, "ej_prövade": 0},
    }


def test_a_finding_says_rule_place_source_and_remedy(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    without(dossier, "handlingsplan.yaml", "risker")
    line = (dossier / "handlingsplan.yaml").read_text("utf-8").splitlines().index("risker:") + 1
    report = reported(run([*CHECK, "dossier"], tmp_path).out)
    assert report["dossier"] == "dossier"
    assert report["findings"] == [
        {
            "rule": "V-47",
            "severity": "fel",
            "message": '"Utmaningar och risker" saknas.',
            "file": "handlingsplan.yaml",
            "line": line,
            "column": 1,
            "path": "handlingsplan.risker",
            "source": {
                "document": "Direktiv för medborgardialog",
                "heading": "Tjänstemannastöd",
                "list": "Handlingsplanen ska innehålla",
            },
            "remedy": "dialog fill --section risker",
        }
    ]
    assert report["summary"] == {"fel": 1, "varning": 0, "upplysning": 0, "ej_prövade": 0}


def test_a_waived_finding_is_an_upplysning_with_its_reason(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    without(dossier, "handlingsplan.yaml", "risker")
    (dossier / "undantag").mkdir()
    (dossier / "undantag" / "V-47.yaml").write_text(
        "regel: V-47\nskäl: Riskerna står i projektplanen.\nav: kanslichefen\ndatum: 2025-02-21\n",
        "utf-8",
    )
    ran = run(CHECK, dossier)
    report = reported(ran.out)
    assert (ran.exit_code, report["summary"]) == (
        0,
        {"fel": 0, "varning": 0, "upplysning": 1, "ej_prövade": 0},
    )
    assert [
        (one["rule"], one["severity"], one["waiver"]["reason"]) for one in report["findings"]
    ] == [("V-47", "upplysning", "Riskerna står i projektplanen.")]


def test_a_file_that_cannot_be_read_is_a_finding_among_the_others(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    without(dossier, "handlingsplan.yaml", "risker")
    changed(dossier, "budget.yaml", "poster:\n", "poster: [\n")
    ran = run(CHECK, dossier)
    report = reported(ran.out)
    assert ran.exit_code == 3
    assert [(one["severity"], one["file"], one["source"]) for one in report["findings"][:1]] == [
        ("fel", "budget.yaml", None)
    ]
    assert "V-47" in {one["rule"] for one in report["findings"]}
    assert "Stopp: 1 fil är inte kontrollerad." in ran.err


def test_a_dossier_that_cannot_be_read_at_all_is_json_too(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    (dossier / "dossier.yaml").write_text("titel: [\n", "utf-8")
    ran = run(CHECK, dossier)
    report = reported(ran.out)
    assert ran.exit_code == 3
    assert (report["rulebook"], report["step"], report["summary"]["fel"]) == (None, None, 1)
    assert ran.err.startswith("Stopp: dossier.yaml går inte att läsa.")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp850", "ascii"])
def test_it_is_the_same_report_in_every_code_page(encoding: str, tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    without(dossier, "malgruppsanalys.yaml", "barnrätt")
    text = run_in(encoding, CHECK, dossier).decode("utf-8")
    assert reported(text) == reported(run(CHECK, dossier).out)


def test_the_same_dossier_gives_the_same_bytes(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    without(dossier, "malgruppsanalys.yaml", "barnrätt", "jämställdhet")
    assert run(CHECK, dossier).out == run(CHECK, dossier).out


def test_what_could_act_on_a_terminal_is_an_escape_with_the_same_meaning(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    changed(
        dossier,
        "handlingsplan.yaml",
        "första_tillfälle: 2025-04-16",
        'första_tillfälle: "i vår\u202e"',
    )
    ran = run(CHECK, dossier)
    assert "\u202e" not in ran.out
    reported(ran.out)
