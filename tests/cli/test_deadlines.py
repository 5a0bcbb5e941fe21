"""`dialog deadlines`: a calendar that others read, JSON for programs, and files that are not ours
left alone.
"""

from __future__ import annotations

import json
import warnings
from datetime import date, datetime
from pathlib import Path

import pytest
from helpers.dossiers import changed, planning
from helpers.terminal import MONDAY, run
from jsonschema import Draft202012Validator

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "screens" / "deadlines.schema.json").read_text("utf-8")
)


def events(text: str) -> dict[str, tuple[date, str]]:
    """UID -> day and summary, as another library than the one that wrote them reads them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of that library, about Python's future
        import vobject

        calendar = vobject.readOne(text)
        return {
            event.uid.value: (event.dtstart.value, event.summary.value)
            for event in calendar.vevent_list
        }


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return planning(tmp_path)


def calendar(dossier: Path, *words: str, now: datetime = MONDAY) -> str:
    assert run(["deadlines", "--out", "datum.ics", *words], dossier, now).exit_code == 0
    return (dossier / "datum.ics").read_bytes().decode()


def test_an_independent_reader_accepts_the_calendar(dossier: Path) -> None:
    found = list(events(calendar(dossier)).values())
    assert (
        date(2025, 2, 25),
        "kollektivtrafiknämnden: handlingarna ska vara klara (manusstopp)",
    ) in found
    assert (
        date(2025, 11, 19),
        "regionfullmäktige: sammanträdet kungörs på anslagstavlan senast",
    ) in found
    assert len(found) == 12


def test_every_line_is_as_short_as_the_format_wants_and_ends_as_it_wants(dossier: Path) -> None:
    lines = calendar(dossier).encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)


def test_the_same_day_gives_the_same_bytes(dossier: Path) -> None:
    assert calendar(dossier) == calendar(dossier)


def test_a_meeting_that_is_moved_moves_its_events(dossier: Path) -> None:
    before = events(calendar(dossier))
    changed(
        dossier,
        "dossier.yaml",
        "beslutspunkt: beslut-i-sakfrågan\n    organ: regionfullmäktige\n    datum: 2025-11-26",
        "beslutspunkt: beslut-i-sakfrågan\n    organ: regionfullmäktige\n    datum: 2025-12-03",
    )
    after = events(calendar(dossier))
    assert set(before) == set(after)
    assert before != after


def test_to_the_screen_a_calendar_is_data(dossier: Path) -> None:
    ran = run(["deadlines", "--format", "ics"], dossier)
    assert len(events(ran.out)) == 12


def test_json_keeps_to_its_schema(dossier: Path) -> None:
    told = json.loads(run(["deadlines", "--format", "json"], dossier).out)
    Draft202012Validator(SCHEMA).validate(told)
    assert told["settings"] == "usual"
    assert [one["kind"] for one in told["deadlines"]][:3] == ["manuscript", "summons", "meeting"]


@pytest.mark.parametrize("form", ["text", "ics", "json"])
def test_a_file_holds_what_would_be_shown(dossier: Path, form: str) -> None:
    assert run(["deadlines", "--format", form, "--out", "datum"], dossier).exit_code == 0
    shown = run(["deadlines", "--format", form], dossier).out
    assert (dossier / "datum").read_bytes().decode() == shown


def test_a_file_of_somebody_elses_is_left_alone(dossier: Path) -> None:
    (dossier / "datum.ics").write_text("BEGIN:VCALENDAR\n", "utf-8")
    ran = run(["deadlines", "--out", "datum.ics"], dossier)
    assert (ran.exit_code, ran.err) == (
        4,
        "Stopp: datum.ics finns redan, och är inte skapad av dialog deadlines. "
        "Den är\norörd.\nVälj ett annat namn efter --out.\n",
    )
    assert (dossier / "datum.ics").read_text("utf-8") == "BEGIN:VCALENDAR\n"


def test_own_times_are_begun_with_a_file_that_changes_nothing(dossier: Path) -> None:
    before = run(["deadlines"], dossier).out
    assert run(["deadlines", "--settings"], dossier).exit_code == 0
    settings = dossier.parent / "organisation.yaml"
    after = run(["deadlines"], dossier).out
    assert (
        after.replace("era inställningar", "vanlig tid").splitlines()[:20]
        == before.splitlines()[:20]
    )
    settings.write_text("tider: {manusstopp: 10 arbetsdagar}\n", "utf-8")
    assert "2025-02-19" in run(["deadlines"], dossier).out
    assert run(["deadlines", "--settings"], dossier).exit_code == 4
    assert settings.read_text("utf-8") == "tider: {manusstopp: 10 arbetsdagar}\n"


def test_an_organ_of_the_settings_may_have_its_short_name(dossier: Path) -> None:
    (dossier.parent / "organisation.yaml").write_text(
        "organ: {RF: {manusstopp: 10 arbetsdagar}}\n", "utf-8"
    )
    assert "2025-11-12  onsdag" in run(["deadlines"], dossier).out
    assert "2025-11-19" in run(["deadlines", "--meeting", "3/12", "--organ", "RF"], dossier).out


def test_an_organ_that_nobody_knows_is_told_with_its_place(dossier: Path) -> None:
    (dossier.parent / "organisation.yaml").write_text(
        "organ:\n  kolektivtrafiknämnden: {manusstopp: 10 arbetsdagar}\n", "utf-8"
    )
    for words in (["deadlines"], ["status"], ["deadlines", "--meeting", "3/12", "--organ", "RF"]):
        ran = run(words, dossier)
        assert ran.exit_code == 3
        assert "organisation.yaml:2:3" in ran.screen
        assert "Menade du kollektivtrafiknämnden?" in " ".join(ran.screen.split())


def test_a_meeting_of_an_organ_by_its_short_name_is_of_its_type(dossier: Path) -> None:
    (dossier.parent / ".git").mkdir()
    ran = run(["deadlines", "--meeting", "3/12", "--organ", "RF"], dossier)
    assert "Regionfullmäktige, onsdag 3 december 2025" in ran.out
    assert "sammanträdet kungörs på anslagstavlan" in ran.out


def test_wrong_settings_are_told_with_their_place(dossier: Path) -> None:
    (dossier.parent / "organisation.yaml").write_text("tider: {manusstopp: snart}\n", "utf-8")
    ran = run(["deadlines"], dossier)
    assert ran.exit_code == 3
    assert "organisation.yaml:1:21" in ran.screen
