"""`dialog render`: what lies in the folder afterwards, and what is never written over."""

import io
import json
import shutil
import sys
from datetime import datetime
from pathlib import Path

import jsonschema
import pytest
from helpers.dossiers import SAMPLE, changed, planning, without
from helpers.terminal import MONDAY, run

from dialogcli.__main__ import main
from dialogcli.terminal.console import Console
from dialogcli.usecases.context import Context


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


PLAN = "handlingar/handlingsplan.docx"
SCHEMA = json.loads(
    (Path(__file__).parents[1] / "screens" / "render-status.schema.json").read_text("utf-8")
)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return planning(tmp_path)


def names(dossier: Path) -> list[str]:
    return sorted(file.name for file in (dossier / "handlingar").iterdir())


def test_a_document_is_put_into_the_folder_and_remembered(dossier: Path) -> None:
    ran = run(["render", "handlingsplan"], dossier)
    assert (ran.exit_code, ran.err) == (0, "")
    assert names(dossier) == ["handlingsplan.docx", "manifest.json"]
    remembered = json.loads((dossier / "handlingar" / "manifest.json").read_text("utf-8"))
    assert list(remembered["files"]) == ["handlingsplan.docx"]


def test_the_sources_are_untouched(dossier: Path) -> None:
    before = {file: file.read_bytes() for file in dossier.rglob("*.yaml")}
    run(["render"], dossier)
    assert {file: file.read_bytes() for file in dossier.rglob("*.yaml")} == before


def test_a_file_of_ours_is_replaced_by_the_new_version(dossier: Path) -> None:
    run(["render", "handlingsplan"], dossier)
    first = (dossier / PLAN).read_bytes()
    run(["render", "handlingsplan"], dossier)
    assert (dossier / PLAN).read_bytes() == first
    without(dossier, "handlingsplan.yaml", "risker")
    assert run(["render", "handlingsplan"], dossier).exit_code == 0
    assert (dossier / PLAN).read_bytes() != first
    assert names(dossier) == ["handlingsplan.docx", "manifest.json"]


def test_a_file_that_we_did_not_make_is_left_alone(dossier: Path) -> None:
    (dossier / "handlingar").mkdir()
    (dossier / PLAN).write_bytes(b"somebody's own")
    assert run(["render", "handlingsplan"], dossier).exit_code == 4
    assert (dossier / PLAN).read_bytes() == b"somebody's own"
    assert names(dossier) == ["handlingsplan (2).docx", "handlingsplan.docx", "manifest.json"]


def test_an_edited_copy_beside_is_left_alone_too(dossier: Path) -> None:
    for name in ("handlingsplan.docx", "handlingsplan (2).docx"):
        run(["render", "handlingsplan"], dossier)
        (dossier / "handlingar" / name).write_bytes(b"edited")
    ran = run(["render", "handlingsplan"], dossier)
    assert "bredvid: handlingar/handlingsplan (3).docx" in ran.err


def test_the_other_documents_are_made_when_one_was_edited(dossier: Path) -> None:
    run(["render", "handlingsplan"], dossier)
    (dossier / PLAN).write_bytes(b"edited")
    ran = run(["render"], dossier)
    assert (ran.exit_code, ran.out.splitlines()[0]) == (
        4,
        "Klart: 6 handlingar är skapade som UTKAST i mappen handlingar:",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_a_folder_that_leads_out_of_the_dossier_gets_nothing(dossier: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (dossier / "handlingar").symlink_to(outside)
    assert run(["render", "handlingsplan"], dossier).exit_code == 2
    assert list(outside.iterdir()) == []


def test_a_broken_record_stops_before_anything_is_written(dossier: Path) -> None:
    (dossier / "handlingar").mkdir()
    (dossier / "handlingar" / "manifest.json").write_text("{", "utf-8")
    ran = run(["render", "handlingsplan"], dossier)
    assert (ran.exit_code, names(dossier)) == (3, ["manifest.json"])
    assert "Ta bort filen manifest.json." in ran.err


def test_a_file_that_cannot_be_read_makes_no_document_with_holes(dossier: Path) -> None:
    changed(dossier, "budget.yaml", "poster:\n", "poster: [\n")
    ran = run(["render"], dossier)
    assert (ran.exit_code, (dossier / "handlingar").exists()) == (3, False)
    assert "Rätta filerna först. Ingen handling är skapad." in ran.err


def test_final_is_refused_for_what_it_rests_on_only(dossier: Path) -> None:
    without(dossier, "kommunikationsplan.yaml", "budskap")
    assert run(["render", "handlingsplan", "--final"], dossier).exit_code == 0
    assert run(["render", "kommunikationsplan", "--final"], dossier).exit_code == 1
    assert names(dossier) == ["handlingsplan.docx", "manifest.json"]


def test_what_has_happened_without_what_it_needs_stops_a_final_document(tmp_path: Path) -> None:
    """Result and decision are there, and nobody was met; then the same after a no."""
    dossier = tmp_path / "dossier"
    shutil.copytree(SAMPLE, dossier)
    final = ["render", "resultatsammanställning", "--final"]
    late = datetime(2029, 1, 1, 10, 0)
    assert run(final, dossier, late).exit_code == 0

    (dossier / "tillfallen").rename(tmp_path / "sessions")
    ran = run(final, dossier, late)
    assert (ran.exit_code, "Fel V-04e" in ran.err) == (1, True)

    (tmp_path / "sessions").rename(dossier / "tillfallen")
    [decision] = (dossier / "beslut").glob("*presidiets-beslut.yaml")
    changed(dossier, f"beslut/{decision.name}", "utfall: bifall", "utfall: avslag")
    ran = run(final, dossier, late)
    assert (ran.exit_code, "Fel V-19" in ran.err) == (1, True)


def test_a_copy_of_a_file_stops_every_final_document(dossier: Path) -> None:
    plan = dossier / "kommunikationsplan.yaml"
    copy = plan.with_name("kommunikationsplan - Kopia.yaml")
    copy.write_bytes(plan.read_bytes())

    ran = run(["render", "handlingsplan", "--final"], dossier)

    assert (ran.exit_code, "Fel kopia. Läs mer: dialog check\n" in ran.err) == (1, True)
    copy.unlink()
    assert run(["render", "handlingsplan", "--final"], dossier).exit_code == 0


def test_a_personal_identity_number_stops_every_final_document_until_it_is_said_to_be_none(
    dossier: Path,
) -> None:
    changed(dossier, "kommunikationsplan.yaml", "budskap:", "# 811218-9876\nbudskap:")
    final = ["render", "handlingsplan", "--final"]
    assert run(final, dossier).exit_code == 1

    why = ["--reason", "Det är ett ordernummer", "--by", "arkivarien"]
    assert run(["set", "undantag.personnummer", *why], dossier).exit_code == 0

    assert run(final, dossier).exit_code == 0


def test_a_waived_requirement_does_not_stop_a_final_document(dossier: Path) -> None:
    without(dossier, "handlingsplan.yaml", "risker")
    run(
        [
            "set",
            "undantag.V-47",
            "--reason",
            "Riskerna står i projektplanen.",
            "--by",
            "kanslichefen",
        ],
        dossier,
    )
    assert run(["render", "handlingsplan", "--final"], dossier).exit_code == 0


def test_stale_documents_are_made_anew_as_they_were(dossier: Path) -> None:
    run(["render", "handlingsplan", "--final"], dossier)
    run(["render", "kommunikationsplan"], dossier)
    for file in ("handlingsplan.yaml", "kommunikationsplan.yaml"):
        changed(dossier, file, "\ndatum: 2025-02-21", "\ndatum: 2025-02-22")
    ran = run(["render", "--stale"], dossier)
    assert ran.out == (
        "Klart: handlingar/handlingsplan.docx är skapad.\n"
        "Klart: handlingar/kommunikationsplan.docx är skapad som UTKAST.\n"
        "Nästa: dialog render (handlingarna till 5 mars)\n"
    )
    again = run(["render", "--stale"], dossier).out
    assert again.splitlines()[0] == "Ingen handling är inaktuell."


def test_a_final_document_does_not_become_a_draft_when_it_cannot_be_made_anew(
    dossier: Path,
) -> None:
    run(["render", "handlingsplan", "--final"], dossier)
    before = (dossier / PLAN).read_bytes()
    without(dossier, "handlingsplan.yaml", "risker")
    ran = run(["render", "--stale"], dossier)
    assert (ran.exit_code, (dossier / PLAN).read_bytes()) == (1, before)
    assert "Ingen slutlig handling är skapad." in ran.err


def test_the_state_of_files_is_told_without_touching_any(dossier: Path) -> None:
    run(["render", "handlingsplan"], dossier)
    before = {file: file.read_bytes() for file in dossier.rglob("*") if file.is_file()}
    assert run(["render", "--status"], dossier).exit_code == 0
    assert {file: file.read_bytes() for file in dossier.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        (
            "handlingsplan.yaml",
            "\ndatum: 2025-02-21",
            "\ndatum: 2025-02-22",
            "1 svar är ändrat sedan dess",
        ),
        (
            "dossier.yaml",
            "    datum: 2025-03-05\n  - beslutspunkt: k",
            "    datum: 2025-03-06\n  - beslutspunkt: k",
            "1 svar är ändrat sedan dess",
        ),
        (
            "dossier.yaml",
            "titel: Kollektivtrafik i",
            "titel: Bussar i",
            "1 svar är ändrat sedan dess",
        ),
    ],
)
def test_why_a_document_is_stale(dossier: Path, file: str, old: str, new: str, why: str) -> None:
    run(["render", "handlingsplan"], dossier)
    changed(dossier, file, old, new)
    assert why in run(["render", "handlingsplan", "--status"], dossier).out


def upkeep(dossier: Path, *words: str) -> dict[str, dict[str, object]]:
    """What `--status --format json` says of each document, by its word; it always has the form of
    the schema.
    """
    ran = run(["render", *words, "--status", "--format", "json"], dossier)
    assert (ran.exit_code, ran.err) == (0, "")
    report = json.loads(ran.out)
    jsonschema.validate(report, SCHEMA)
    states = [one["state"] for one in report["documents"]]
    assert report["summary"] == {state: states.count(state) for state in report["summary"]}
    return {one["document"]: one for one in report["documents"]}


def test_other_programs_get_the_state_of_every_document(dossier: Path) -> None:
    run(["render", "handlingsplan", "--final"], dossier)
    run(["render", "kommunikationsplan", "budget"], dossier)
    (dossier / "handlingar" / "budget.docx").write_bytes(b"edited")
    changed(dossier, "handlingsplan.yaml", "\ndatum: 2025-02-21", "\ndatum: 2025-02-22")
    found = upkeep(dossier)
    assert {
        word: found[word]["state"] for word in ("budget", "handlingsplan", "kommunikationsplan")
    } == {"budget": "ändrad", "handlingsplan": "inaktuell", "kommunikationsplan": "aktuell"}
    plan, plan_of_words = found["handlingsplan"], found["kommunikationsplan"]
    assert (plan["file"], plan["draft"], plan["changed_answers"]) == (
        PLAN,
        False,
        ["handlingsplan.datum"],
    )
    assert (plan_of_words["draft"], plan_of_words["changed_answers"], plan_of_words["ours"]) == (
        True,
        [],
        True,
    )


def test_a_file_that_is_gone_or_somebody_elses_is_neither_draft_nor_final(dossier: Path) -> None:
    (dossier / "handlingar").mkdir()
    (dossier / PLAN).write_bytes(b"somebody's own")
    own = upkeep(dossier, "handlingsplan")["handlingsplan"]
    assert (own["state"], own["ours"], own["draft"]) == ("ändrad", False, None)
    (dossier / PLAN).unlink()
    assert upkeep(dossier, "handlingsplan")["handlingsplan"]["state"] == "saknas"


def test_json_tells_which_other_source_has_changed(dossier: Path) -> None:
    run(["render", "handlingsplan"], dossier)
    run(["templates", "copy", "handlingsplan"], dossier)
    (dossier / "mallar" / "handlingsplan.md.j2").write_text("# Ny\n", "utf-8")
    assert "mallen" in upkeep(dossier, "handlingsplan")["handlingsplan"]["changed_sources"]


@pytest.mark.parametrize("words", [[], ["--markdown"], ["--final"]])
def test_json_is_the_form_of_the_status_alone(dossier: Path, words: list[str]) -> None:
    ran = run(["render", *words, "--format", "json"], dossier)
    assert ran.exit_code == 2
    assert "Lägg till --status." in ran.err
    assert not (dossier / "handlingar").exists()


def test_markdown_is_shown_and_nothing_is_written(dossier: Path) -> None:
    ran = run(["render", "handlingsplan", "--markdown"], dossier)
    assert ran.exit_code == 0
    assert ran.out.startswith("# Handlingsplan")
    assert not (dossier / "handlingar").exists()


def with_template(dossier: Path, text: str) -> None:
    """A dossier whose handlingsplan is made from a template of its own."""
    (dossier / "mallar").mkdir()
    (dossier / "mallar" / "handlingsplan.md.j2").write_text(text, "utf-8")


def test_markdown_keeps_every_no_break_space_of_the_document(dossier: Path) -> None:
    with_template(dossier, "# Plan\n\nHögst 12\u00a0500 kronor.\n")
    ran = run(["render", "handlingsplan", "--markdown"], dossier)
    assert ran.out.startswith("# Plan\n\nHögst 12\u00a0500 kronor.\n")


def test_markdown_on_a_terminal_is_not_painted_where_a_list_item_goes_on(dossier: Path) -> None:
    with_template(dossier, "# Plan\n\n- En punkt\n  som fortsätter\n")
    terminal = Terminal()
    console = Console(io.StringIO(), terminal, io.StringIO(), colour=True)
    main(["render", "handlingsplan", "--markdown"], Context(dossier, MONDAY, console))
    assert terminal.getvalue().startswith("# Plan\n\n- En punkt\n  som fortsätter\n")


def test_a_document_is_typed_without_dots_and_named_with_the_folder_given(dossier: Path) -> None:
    ran = run(["render", "Tjansteskrivelse-handlingsplan", "--folder", "dossier"], dossier.parent)
    assert ran.out.split()[:3] == [
        "Klart:",
        "dossier/handlingar/tjansteskrivelse-handlingsplan.docx",
        "är",
    ]
