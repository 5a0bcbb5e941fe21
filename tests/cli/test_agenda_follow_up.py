"""The follow-up of an action plan comes to a meeting once its day has, and does not come again when
it is reported.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from helpers.documents import texts
from helpers.dossiers import changed
from helpers.terminal import Ran, run
from helpers.walks import DOSSIERS

from dialogcli.dossier.meeting import Meeting, read_meeting
from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.select import select

BEFORE = datetime(2027, 12, 1, 9, 0)
AFTER = datetime(2028, 1, 10, 9, 0)
DAY = "2027-12-14"
MEETING = f"moten/{DAY}-kommunstyrelsen"
PLAN = "atgardsplan.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The dialogue is over; its action plan is to be followed up in kommunstyrelsen on the day of
    the meeting.
    """
    shutil.copytree(DOSSIERS / "sandviken", tmp_path / "torget")
    return tmp_path


def agenda(repository: Path, organ: str = "kommunstyrelsen", day: str = DAY) -> Ran:
    return run(["agenda", organ, day, "--repo", "."], repository, BEFORE)


def decide(repository: Path, outcome: str = "noteras") -> Ran:
    (repository / "svar.yaml").write_text(f'paragraf: "301"\npunkter: {{4: {outcome}}}\n', "utf-8")
    return run(["decide", "--agenda", MEETING, "--answers", "svar.yaml"], repository, AFTER)


def record(repository: Path, meeting: str = MEETING) -> Meeting:
    return read_meeting((repository / meeting / "agenda.yaml").read_text("utf-8"))


def reported(repository: Path, column: str = "anmäld") -> list[str]:
    found = select(read_dossier(repository / "torget"), f"åtgärdsplan.uppföljningar.*.{column}")
    return [answer.text for answer in found]


def test_it_is_reported_with_the_plan(repository: Path) -> None:
    assert agenda(repository).exit_code == 0
    point = record(repository).points[3]
    assert (point.kind, point.title) == (
        "anmälan",
        "Anmälan: uppföljning av åtgärdsplanen, torget i Lärkhyttan",
    )
    assert (point.dossier, point.gate, point.follow_up) == (
        "torget",
        "",
        "åtgärdsplan.uppföljningar",
    )
    assert point.attachments == ("Åtgärdsplan efter medborgardialog",)
    assert "uppföljning av åtgärdsplanen" in texts((repository / f"{MEETING}.docx").read_bytes())


@pytest.mark.parametrize(
    ("organ", "day", "code"),
    [
        ("kommunstyrelsen", DAY, 0),
        ("kommunstyrelsen", "2028-01-11", 0),
        ("kommunstyrelsen", "2027-12-13", 1),
        ("kommunfullmäktige", DAY, 1),
    ],
    ids=["on its day", "later, as it has not been reported", "before", "another organ"],
)
def test_it_comes_to_its_organ_from_its_day_on(
    repository: Path, organ: str, day: str, code: int
) -> None:
    assert agenda(repository, organ, day).exit_code == code


def test_without_an_organ_it_goes_to_the_one_that_adopted_the_plan(repository: Path) -> None:
    changed(repository / "torget", PLAN, "    anmäls_i: kommunstyrelsen\n", "")
    assert (agenda(repository).exit_code, agenda(repository, "kommunfullmäktige").exit_code) == (
        1,
        0,
    )


def test_a_plan_that_is_not_adopted_is_not_followed_up(repository: Path) -> None:
    decision = next((repository / "torget" / "beslut").glob("2027-06-14-*"))
    changed(
        repository / "torget", f"beslut/{decision.name}", "utfall: bifall", "utfall: bordläggning"
    )
    assert agenda(repository).exit_code == 1


def test_what_was_reported_is_written_down_and_does_not_come_again(repository: Path) -> None:
    agenda(repository)
    before = (repository / "torget" / PLAN).read_text("utf-8")
    ran = decide(repository)
    assert ran.exit_code == 0, ran.screen
    assert (reported(repository), reported(repository, "paragraf")) == ([DAY, ""], ["304", ""])
    after = (repository / "torget" / PLAN).read_text("utf-8")
    assert after.replace(f"    anmäld: {DAY}\n    paragraf: 304\n", "") == before
    assert record(repository).points[3].outcome == "noteras"
    assert agenda(repository, day="2028-01-11").exit_code == 1


def test_one_that_was_not_taken_up_comes_again(repository: Path) -> None:
    agenda(repository)
    assert decide(repository, "togs inte upp").exit_code == 0
    assert reported(repository) == ["", ""]
    assert agenda(repository, day="2028-01-11").exit_code == 0


def test_a_run_that_was_cut_short_does_not_report_the_next_one(repository: Path) -> None:
    agenda(repository)
    decide(repository)
    changed(repository, f"{MEETING}/agenda.yaml", "    utfall: noteras\n", "")
    assert decide(repository).exit_code == 0
    assert reported(repository) == [DAY, ""]


def test_a_follow_up_that_is_gone_meanwhile_is_told(repository: Path) -> None:
    agenda(repository)
    text = (repository / "torget" / PLAN).read_text("utf-8")
    (repository / "torget" / PLAN).write_text(text.partition("uppföljningar:")[0], "utf-8")
    ran = decide(repository)
    assert ran.exit_code == 2
    assert "ingen uppföljning som inte är anmäld" in " ".join(ran.err.split())
    assert record(repository).points[3].outcome == ""


def test_a_changed_record_says_when_it_lacks_a_follow_up(repository: Path) -> None:
    agenda(repository)
    file = repository / MEETING / "agenda.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.partition('  - ärende: "Anmälan')[0], "utf-8")
    assert "Finns inte i den: Anmälan: uppföljning av åtgärdsplanen" in " ".join(
        agenda(repository).out.split()
    )
    file.write_text(text.replace("Val av justerare", "Val av justerare och tid"), "utf-8")
    assert "Finns inte" not in agenda(repository).out


def test_the_action_plan_shows_when_it_is_followed_up(repository: Path) -> None:
    ran = run(["render", "åtgärdsplan", "--markdown"], repository / "torget")
    assert "| 2027-12-14 | kommunstyrelsen |" in ran.out
