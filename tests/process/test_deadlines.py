"""The days around a meeting, whose rule each is, and what is said when they cannot be met."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from helpers.dossiers import SAMPLE, changed, planning
from helpers.walks import DOSSIERS

from dialogcli.base.dates import Day
from dialogcli.dossier.organisation import DaySpan, Organisation, Times
from dialogcli.dossier.reading import read_dossier
from dialogcli.process.days import Ahead, DayKind, ahead
from dialogcli.process.deadlines import DecidingMeeting, Due, council_or_board, of_meeting
from dialogcli.process.schedule import Schedule, around, next_papers, schedule
from dialogcli.process.standing import standing

USUAL = Organisation()
WEDNESDAY = date(2027, 3, 3)
TODAY = date(2027, 2, 22)
WHEN_PLANNING = date(2025, 2, 24)


def days(meeting: DecidingMeeting, organisation: Organisation = USUAL) -> dict[str, str]:
    return {one.due.value: one.day.isoformat() for one in of_meeting(meeting, organisation)}


def planned(folder: Path, today: date = TODAY) -> Schedule:
    where = standing(read_dossier(folder))
    return schedule(where, ahead(where), USUAL, today)


def test_around_a_board_on_a_wednesday() -> None:
    assert days(DecidingMeeting(WEDNESDAY, "kollektivtrafiknämnden", "nämnd")) == {
        "manusstopp": "2027-02-23",
        "kallelse": "2027-02-24",
        "sammanträde": "2027-03-03",
        "justering": "2027-03-17",
        "anslag": "2027-03-19",
    }


def test_on_the_monday_after_easter_the_papers_are_due_on_the_wednesday_before_easter() -> None:
    """Good Friday and Easter Monday are not counted, and the summons may not be sent on Easter
    Monday itself.
    """
    found = days(DecidingMeeting(date(2027, 4, 5), "kollektivtrafiknämnden", "nämnd"))
    assert (found["manusstopp"], found["kallelse"]) == ("2027-03-24", "2027-03-25")


def test_a_council_is_called_and_announced_a_week_before() -> None:
    found = of_meeting(
        DecidingMeeting(date(2027, 11, 24), "regionfullmäktige", "fullmäktige"), USUAL
    )
    told = {one.due: (one.day.isoformat(), one.basis) for one in found}
    assert told[Due.SUMMONS] == ("2027-11-17", "kommunallagen 5 kap. 15 §")
    assert told[Due.NOTICE] == ("2027-11-17", "kommunallagen 5 kap. 13 §")
    assert told[Due.ADJUSTMENT] == ("2027-12-08", "kommunallagen 5 kap. 69 §")
    assert told[Due.POSTING] == ("2027-12-10", "kommunallagen 8 kap. 12 §")


def test_settings_can_be_stricter_than_the_law_and_not_laxer() -> None:
    lax = Organisation(
        own=True, times=Times(DaySpan(3, working=True), DaySpan(2), DaySpan(30), DaySpan(10))
    )
    found = days(DecidingMeeting(date(2027, 11, 24), "regionfullmäktige", "fullmäktige"), lax)
    assert (found["kallelse"], found["justering"], found["anslag"]) == (
        "2027-11-17",
        "2027-12-08",
        "2027-12-10",
    )
    strict = Organisation(own=True, times=Times(kallelse=DaySpan(14), justering=DaySpan(7)))
    found = days(DecidingMeeting(date(2027, 11, 24), "regionfullmäktige", "fullmäktige"), strict)
    assert (found["kallelse"], found["justering"]) == ("2027-11-10", "2027-12-01")


def test_an_organ_may_have_times_of_its_own() -> None:
    own = Organisation(
        own=True, times_of={"kulturnämnden": Times(manusstopp=DaySpan(10, working=True))}
    )
    assert (
        days(DecidingMeeting(WEDNESDAY, "Kulturnämnden", "nämnd"), own)["manusstopp"]
        == "2027-02-17"
    )
    assert (
        days(DecidingMeeting(WEDNESDAY, "byggnämnden", "nämnd"), own)["manusstopp"] == "2027-02-23"
    )


def test_of_other_organs_the_law_says_nothing() -> None:
    assert list(days(DecidingMeeting(WEDNESDAY, "presidiet", "presidium"))) == [
        "manusstopp",
        "sammanträde",
    ]


@pytest.mark.parametrize(
    ("organ", "type_"),
    [
        ("Kommunfullmäktige", "fullmäktige"),
        ("kulturnämnden", "nämnd"),
        ("kommunstyrelsen", "styrelse"),
        ("presidiet", ""),
    ],
)
def test_the_type_of_an_organ_by_its_name(organ: str, type_: str) -> None:
    assert council_or_board(organ) == type_


def test_a_meeting_on_a_holiday_is_told() -> None:
    found = around(
        DecidingMeeting(date(2027, 3, 29), "regionfullmäktige", "fullmäktige"), USUAL, TODAY
    )
    assert found.warnings == ("Sammanträdet 29 mars 2027 ligger på en ledig dag: annandag påsk.",)


def test_papers_whose_day_has_been_are_told() -> None:
    found = around(DecidingMeeting(WEDNESDAY, "kulturnämnden", "nämnd"), USUAL, date(2027, 2, 25))
    assert found.warnings == (
        "Manusstopp till kulturnämnden 3 mars 2027 var 23 februari 2027.",
        "Kallelse till kulturnämnden 3 mars 2027 var 24 februari 2027.",
    )


def test_a_dialogue_has_the_days_of_its_meetings_and_sessions(tmp_path: Path) -> None:
    found = planned(planning(tmp_path), WHEN_PLANNING)
    assert [(str(one.day), one.due.value) for one in found.deadlines][:4] == [
        ("2025-02-25", "manusstopp"),
        ("2025-02-26", "kallelse"),
        ("2025-03-05", "sammanträde"),
        ("2025-03-19", "justering"),
    ]
    assert found.warnings == ()


def test_papers_that_are_due_before_the_decision_they_rest_on(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    changed(
        dossier,
        "dossier.yaml",
        "beslutspunkt: beslut-i-sakfrågan\n    organ: regionfullmäktige\n    datum: 2025-11-26",
        "beslutspunkt: beslut-i-sakfrågan\n    organ: regionfullmäktige\n    datum: 2025-03-11",
    )
    assert planned(dossier, WHEN_PLANNING).warnings[0] == (
        "Handlingarna till Beslut i sakfrågan ska vara klara 3 mars 2025, men Beslut om handlingsplan fattas "
        "först 5 mars 2025."
    )


def test_a_session_too_late_for_the_matter(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    changed(
        dossier,
        "handlingsplan.yaml",
        "första_tillfälle: 2025-04-16",
        "första_tillfälle: 2025-11-22",
    )
    (warning,) = planned(dossier, WHEN_PLANNING).warnings
    assert warning == (
        "Dialogtillfället 22 november 2025 kommer inte med i underlaget till Beslut i sakfrågan. "
        "Handlingarna ska vara klara 18 november 2025."
    )


def test_a_follow_up_of_an_action_plan_has_its_day_and_is_missed_when_that_has_been() -> None:
    def followed_up(today: date) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
        found = planned(DOSSIERS / "sandviken", today)
        return [
            (str(one.day), one.organ) for one in found.deadlines if one.due is Due.FOLLOW_UP
        ], found.warnings

    assert followed_up(date(2027, 12, 14)) == ([("2027-12-14", "kommunstyrelsen")], ())
    assert followed_up(date(2027, 12, 15)) == (
        [("2027-12-14", "kommunstyrelsen")],
        (
            "Inte anmäld i kommunstyrelsen: uppföljning av åtgärdsplanen. Den var planerad till 14 december 2027.",
        ),
    )


def test_a_follow_up_in_a_month_is_not_missed_before_the_month_is_over() -> None:
    assert len(planned(DOSSIERS / "sandviken", date(2028, 6, 30)).warnings) == 1
    assert len(planned(DOSSIERS / "sandviken", date(2028, 7, 1)).warnings) == 2


def test_after_the_decision_the_minutes_are_still_to_be_adjusted() -> None:
    def minutes(today: date) -> list[tuple[str, str]]:
        return [
            (str(one.day), one.due.value)
            for one in planned(SAMPLE, today).deadlines
            if one.organ == "kollektivtrafiknämnden" and one.day.month == 3
        ]

    assert minutes(date(2025, 3, 6)) == [("2025-03-19", "justering"), ("2025-03-21", "anslag")]
    assert minutes(date(2025, 3, 20)) == [("2025-03-21", "anslag")]
    assert minutes(date(2025, 3, 22)) == []


def test_the_papers_are_those_of_the_next_decision_not_of_one_whose_name_begins_with_its_name(
    tmp_path: Path,
) -> None:
    """`Beslut i sakfrågan` and `Beslut i sakfrågan och budget`: the day of the second says nothing
    of the first.
    """
    where = standing(read_dossier(planning(tmp_path)))
    assert where.next_gate is not None
    longer = f"{where.next_gate.name} och budget"
    assert (
        next_papers(
            where, (Ahead(Day(2027, 3, 3), DayKind.DECISION, longer, "nämnden"),), USUAL, TODAY
        )
        == ()
    )
    own = Ahead(Day(2027, 3, 3), DayKind.DECISION, where.next_gate.name, "nämnden")
    assert {one.kind for one in next_papers(where, (own,), USUAL, TODAY)} == {DayKind.DEADLINE}


def test_who_decides_alone_is_called_to_no_meeting() -> None:
    alone = DecidingMeeting(WEDNESDAY, "kulturnämnden", "nämnd", ("Ordförandens beslut",), True)
    assert days(alone) == {"beslut": "2027-03-03"}
    sunday = alone._replace(day=date(2027, 3, 7))
    assert around(sunday, USUAL, TODAY).warnings == ()


def test_the_decision_of_a_chair_lies_ahead_without_papers_to_a_meeting(tmp_path: Path) -> None:
    folder = tmp_path / "norrbotten"
    folder.mkdir()
    for name in ("dossier", "overvagande", "provning"):
        text = (DOSSIERS / "norrbotten" / f"{name}.yaml").read_text("utf-8")
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    dossier = read_dossier(folder)
    where = standing(dossier)
    gate = where.next_gate
    assert gate is not None
    assert gate.name == "Ordförandens beslut"
    to_come = (Ahead(Day(2027, 3, 3), DayKind.DECISION, gate.name, "regionstyrelsen"),)
    assert next_papers(where, to_come, USUAL, TODAY) == ()
    assert [one.due for one in schedule(where, to_come, USUAL, TODAY).deadlines] == [Due.DECISION]
