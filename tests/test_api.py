"""The front door for other programs, as one of them goes through it: the page about it is true, and
each function stops as it says.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from inspect import signature
from pathlib import Path

import pytest
from helpers.dossiers import planning
from helpers.heavy import HEAVY

from dialogcli import api
from dialogcli.disk import holders, lock
from dialogcli.disk.lock import locked

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
NOW = datetime(2025, 2, 24, 10, 42)
TODAY = NOW.date()


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return planning(tmp_path)


# --- the page


def block(language: str) -> str:
    return PAGE.partition(f"```{language}\n")[2].partition("```")[0]


def test_the_program_of_the_page_prints_what_the_page_says(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "sample-dossier", tmp_path / "kollektivtrafik-i-glesbygd")
    (tmp_path / "program.py").write_text(block("python"), encoding="utf-8")
    runs = re.split(r"^\$ ", block("console"), flags=re.MULTILINE)[1:]
    assert len(runs) == 2
    for run in runs:
        command, _, printed = run.partition("\n")
        python, *words = shlex.split(command)
        assert python == "python"
        done = subprocess.run(
            [sys.executable, "-X", "utf8", *words],
            cwd=tmp_path,
            text=True,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        assert done.stdout == printed


def test_the_program_has_twenty_lines_and_one_import_of_ours() -> None:
    lines = [line for line in block("python").splitlines() if line]
    assert len(lines) <= 20
    assert [line for line in lines if "dialogcli" in line] == ["from dialogcli import api"]


def rows(heading: str) -> dict[str, str]:
    """The names in the first column of a table, with what its row says."""
    table = PAGE.partition(f"\n{heading}")[2]
    return {
        name: row for row, name in re.findall(r"^(\| `(\w+)[`(].*)$", table, flags=re.MULTILINE)
    }


def test_the_page_tells_of_everything_that_there_is_and_of_nothing_else() -> None:
    assert set(rows("## The functions")) <= set(api.__all__)
    assert set(api.__all__) <= set(re.findall(r"`(\w+)[`(.]", PAGE))


@pytest.mark.parametrize("name", [name for name in api.__all__ if name.islower()])
def test_the_page_tells_the_parameters_of_a_function(name: str) -> None:
    told = re.search(rf"`{name}\((.*?)\)`", PAGE)
    assert told
    there = [
        re.sub(r": .*?(?= = |$)", "", str(one)).replace(" = ", "=").replace("'", '"')
        for one in signature(getattr(api, name)).parameters.values()
    ]
    assert told[1] == ", ".join(there)


def test_every_error_of_the_page_is_a_dialog_error() -> None:
    told = rows("## The errors")
    assert set(told) == {name for name in api.__all__ if name.endswith("Error")}
    assert all(issubclass(getattr(api, name), api.DialogError) for name in told)


# --- what it costs


def test_nothing_heavy_is_imported_before_a_document_is_made() -> None:
    code = "import sys; from dialogcli import api; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    modules = done.stdout.split()
    assert "dialogcli.api" in modules
    assert [name for name in (*HEAVY, "typer", "dialogcli.terminal") if name in modules] == []


# --- what it gives


def test_an_answer_is_written_and_said_as_it_was_understood(dossier: Path) -> None:
    saved = api.set_answer(dossier, NOW, "kostnad", "49 500 kr")
    assert saved.understood == "49 500 kronor"
    assert saved.place.file == "handlingsplan.yaml"
    written = api.open_dossier(dossier).answer("handlingsplan.kostnad")
    assert written
    assert (written.value, written.place) == (49500, saved.place)


def test_an_exception_is_written_with_its_reason_and_by_whom(dossier: Path) -> None:
    reason = "Beslutet gäller norra länsdelen."
    saved = api.set_answer(dossier, NOW, "undantag.V-54", "", reason=reason, by="Sekreteraren")
    assert (dossier / saved.place.file).read_text(encoding="utf-8").count(reason) == 1


def test_a_report_can_be_that_of_one_decision(dossier: Path) -> None:
    api.set_answer(dossier, NOW, "kostnad", "290 000")
    opened = api.open_dossier(dossier)
    whole, one = api.check(opened, TODAY), api.check(opened, TODAY, before="kommunikationsplan")
    assert "V-48b" in {finding.rule for finding in whole.findings}
    assert "V-48b" not in {finding.rule for finding in one.findings}


def test_documents_are_made_again_beside_those_that_were_edited(dossier: Path) -> None:
    (made,) = api.render(dossier, TODAY, "handlingsplan")
    assert (made.path, made.beside) == (dossier / "handlingar" / "handlingsplan.docx", False)
    assert made.path.read_bytes() == made.rendered.data
    made.path.write_bytes(b"edited")
    (again,) = api.render(str(dossier), TODAY, "handlingsplan")
    assert again.beside
    assert again.rendered.data == made.rendered.data
    assert made.path.read_bytes() == b"edited"


def test_the_days_ahead_are_those_of_a_day(dossier: Path) -> None:
    first, *_ = api.deadlines(dossier, TODAY).deadlines
    assert (first.day, first.due) == (date(2025, 2, 25), api.Due.MANUSCRIPT)
    assert first.organ == "kollektivtrafiknämnden"
    first, *_ = api.deadlines(dossier, date(2025, 4, 3)).deadlines
    assert (first.day, first.due) == (date(2025, 4, 16), api.Due.SESSION)


def test_the_settings_above_a_relative_folder_count(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = "tider:\n  manusstopp: 20 arbetsdagar\n"
    (dossier.parent / "organisation.yaml").write_text(settings, encoding="utf-8")
    monkeypatch.chdir(dossier)
    papers = [one for one in api.deadlines(".", TODAY).deadlines if one.due is api.Due.MANUSCRIPT]
    assert [(one.day, one.basis) for one in papers] == [
        (date(2025, 2, 5), "era inställningar"),
        (date(2025, 10, 29), "era inställningar"),
    ]


def test_a_row_that_is_not_there_yet_is_begun(dossier: Path) -> None:
    risks = api.open_dossier(dossier).answer("handlingsplan.risker")
    assert risks
    number = len(risks.rows) + 1
    saved = api.set_answer(dossier, NOW, f"risker.{number}.risk", "Få kommer.")
    after = api.open_dossier(dossier).answer("handlingsplan.risker")
    assert after
    assert [row.parts["risk"].place for row in after.rows][-1] == saved.place


def test_dialogues_are_listed_as_seen_from_their_repository(dossier: Path) -> None:
    (dossier.parent / "trasig").mkdir()
    (dossier.parent / "trasig" / "dossier.yaml").write_text("titel: [", encoding="utf-8")
    survey = api.list_dialogues(dossier.parent, TODAY)
    assert [(item.folder, item.title) for item in survey.items] == [
        ("dossier", "Kollektivtrafik i glesbygd")
    ]
    (unread,) = survey.unread
    assert (unread.folder, type(unread.error)) == ("trasig", api.UnreadableError)
    assert api.list_dialogues(dossier.parent, TODAY, overdue=True).items == ()


def test_a_remedy_and_a_hint_are_told_with_the_folder(dossier: Path) -> None:
    api.set_answer(dossier, NOW, "kostnad", "290 000")
    findings = api.check(api.open_dossier(dossier), TODAY).findings
    (remedy,) = {finding.remedy for finding in findings if finding.rule == "V-48b"}
    assert api.text_of(remedy, "en mapp") == 'dialog fill "en mapp" --section kostnader'
    assert api.text_of("Be någon om hjälp.") == "Be någon om hjälp."


# --- where it stops

Stop = Callable[[Path], object]


@pytest.mark.parametrize(
    ("stop", "said"),
    [
        (lambda at: api.open_dossier(at / "borta"), r"Mappen .* finns inte\."),
        (lambda at: api.open_dossier(at.parent), "Här finns ingen dossier: "),
        (
            lambda at: api.check(api.open_dossier(at), TODAY, before="handlingplan"),
            "Beslutet handlingplan finns inte i regelverket. Menade du handlingsplan?",
        ),
        (
            lambda at: api.set_answer(at, NOW, "kostnaden", "1"),
            "Fältet kostnaden finns inte i regelverket. Menade du kostnad?",
        ),
        (
            lambda at: api.set_answer(at, NOW, "första_tillfälle", "i går, kanske"),
            "i går, kanske går inte att läsa som ett datum. Skriv till exempel 14 april eller ",
        ),
        (
            lambda at: api.set_answer(at, NOW, "undantag.V-54", "Ett skäl."),
            "Ett undantag behöver ett skäl och någon som svarar för det. Inget är ändrat.",
        ),
        (
            lambda at: api.render(at, TODAY, "handlingsplanen"),
            "Handlingen handlingsplanen finns inte i regelverket.",
        ),
        (lambda at: api.deadlines(at / "borta", TODAY), "Mappen "),
        (lambda at: api.list_dialogues(at / "borta", TODAY), "Mappen "),
        (
            lambda at: api.list_dialogues(at.parent, TODAY, step="planerng"),
            "Steget planerng finns inte. Menade du Planering?",
        ),
    ],
)
def test_what_there_is_not_is_a_usage_error(stop: Stop, said: str, dossier: Path) -> None:
    with pytest.raises(api.UsageError) as stopped:
        stop(dossier)
    assert re.match(said, stopped.value.message)


@pytest.mark.parametrize(
    ("file", "stop", "said"),
    [
        ("dossier.yaml", api.open_dossier, "dossier.yaml går inte att läsa."),
        (
            "handlingsplan.yaml",
            lambda at: api.set_answer(at, NOW, "kostnad", "1"),
            "Rätta filen först. Inget är ändrat.",
        ),
        (
            "handlingsplan.yaml",
            lambda at: api.render(at, TODAY),
            "Rätta filerna först. Ingen handling är skapad.",
        ),
        (
            "../organisation.yaml",
            lambda at: api.deadlines(at, TODAY),
            "organisation.yaml går inte att använda.",
        ),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(
    file: str, stop: Stop, said: str, dossier: Path
) -> None:
    (dossier / file).write_text("titel: [\n", encoding="utf-8")
    with pytest.raises(api.UnreadableError) as stopped:
        stop(dossier)
    assert stopped.value.message.startswith(said)
    assert [fault.place.file for fault in stopped.value.faults] == [Path(file).name]


def test_a_dossier_is_checked_without_the_files_that_cannot_be_read(dossier: Path) -> None:
    whole = api.check(api.open_dossier(dossier), TODAY)
    (dossier / "handlingsplan.yaml").write_text("syfte: [\n", encoding="utf-8")
    opened = api.open_dossier(dossier)
    assert [fault.place.file for fault in opened.faults] == ["handlingsplan.yaml"]
    assert opened.text("dossier.titel") == "Kollektivtrafik i glesbygd"
    assert 0 < api.check(opened, TODAY).checked < whole.checked


def test_one_writes_at_a_time(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holders, "person", lambda _: "Anna Berg")
    monkeypatch.setattr(lock, "TOLD_AFTER", 0.02)
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    before = (dossier / "handlingsplan.yaml").read_bytes()
    with locked(dossier, "dialog fill", NOW), pytest.raises(api.ConflictError) as stopped:
        api.set_answer(dossier, NOW, "kostnad", "1")
    assert stopped.value.message.startswith("Anna Berg använder mappen sedan kl. 10.42")
    assert (dossier / "handlingsplan.yaml").read_bytes() == before


def test_nothing_final_is_made_while_a_requirement_is_not_met(dossier: Path) -> None:
    api.set_answer(dossier, NOW, "kostnad", "290 000")
    with pytest.raises(api.DialogError) as stopped:
        api.render(dossier, TODAY, "handlingsplan", "kommunikationsplan", final=True)
    assert type(stopped.value) is api.DialogError
    assert stopped.value.message.endswith("Ingen slutlig handling är skapad.")
    assert api.text_of(stopped.value.hints[0], "d").endswith("dialog check d --for handlingsplan")
    assert not (dossier / "handlingar").exists()


def test_what_the_operating_system_refuses_is_told_in_swedish(dossier: Path) -> None:
    (dossier / "handlingar").write_text("a file where a folder is to be", encoding="utf-8")
    with pytest.raises(api.InputOutputError) as stopped:
        api.render(dossier, TODAY, "handlingsplan")
    assert stopped.value.message == "Datorn kunde inte läsa eller skriva handlingar."
