"""`dialog agenda`: what it writes, and what it leaves alone."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from helpers.documents import lines, opened, texts
from helpers.dossiers import changed
from helpers.meetings import BEFORE, DAY, MEETING, ORGAN, region
from helpers.terminal import Ran, run
from helpers.walks import DOSSIERS

from dialogcli.dossier.meeting import Meeting, read_meeting


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return region(tmp_path)


def agenda(repository: Path, *words: str, now: datetime = BEFORE) -> Ran:
    return run(["agenda", ORGAN, DAY, *words], repository, now)


def record(repository: Path, meeting: str = MEETING) -> Meeting:
    return read_meeting((repository / meeting / "agenda.yaml").read_text("utf-8"))


def written(repository: Path) -> dict[str, bytes]:
    return {
        path.relative_to(repository).as_posix(): path.read_bytes()
        for path in (repository / "moten").rglob("*")
        if path.is_file()
    }


def test_the_record_holds_what_the_dossiers_bring(repository: Path) -> None:
    assert agenda(repository, "--time", "kl. 13:00 - 15.30").exit_code == 0
    meeting = record(repository)
    assert (meeting.organ, str(meeting.day), meeting.time) == (ORGAN, DAY, "13.00-15.30")
    plan, result = meeting.points[3], meeting.points[5]
    assert (plan.kind, plan.dnr, plan.dossier, plan.gate) == (
        "beslut",
        ("RV 2025/118",),
        "kollektivtrafik",
        "handlingsplan",
    )
    assert plan.proposal[0] == (
        "Handlingsplanen för medborgardialog om Kollektivtrafik i glesbygd, daterad "
        "21 februari 2025, fastställs."
    )
    assert (result.kind, result.dossier, result.audience, result.proposal) == (
        "anmälan",
        "nattbussar",
        "förtroendevalda",
        (),
    )


def test_the_word_file_holds_every_point_with_proposal_and_documents(repository: Path) -> None:
    agenda(repository, "--place", "Sessionssalen")
    data = (repository / f"{MEETING}.docx").read_bytes()
    shown = lines(data)
    assert [text for style, text in shown if style == "heading 1" or style == "Heading 1"] == [
        "Kallelse och föredragningslista"
    ]
    assert ("4. Handlingsplan, Kollektivtrafik i glesbygd (RV 2025/118)") in [
        text for _, text in shown
    ]
    for point in record(repository).points:
        assert all(
            word.replace("\N{NO-BREAK SPACE}", " ")
            in texts(data).replace("\N{NO-BREAK SPACE}", " ")
            for word in (point.title, *point.proposal, *point.attachments)
        )
    assert "Sessionssalen" in texts(data)
    assert opened(data).core_properties.title == (
        "Kallelse och föredragningslista: Kollektivtrafiknämnden 5 mars 2025"
    )


def test_the_same_dossiers_give_the_same_bytes(repository: Path, tmp_path: Path) -> None:
    agenda(repository)
    once = written(repository)
    agenda(repository)
    assert written(repository) == once
    copy = tmp_path / "kopia"
    shutil.copytree(repository, copy)
    shutil.rmtree(copy / "moten")
    run(["agenda", ORGAN, DAY, "--repo", "kopia"], tmp_path, BEFORE.replace(day=23))
    assert written(copy) == once


def test_it_says_from_where_the_user_stands(repository: Path) -> None:
    ran = run(["agenda", ORGAN, DAY, "--repo", ".."], repository / "kollektivtrafik", BEFORE)
    assert (
        f"Klart: ../{MEETING}.docx\nNästa: dialog decide --agenda ../{MEETING}\n(efter mötet)\n"
        in ran.out
    )


def test_place_and_time_are_kept_when_the_list_is_made_again(repository: Path) -> None:
    agenda(repository, "--place", "Sessionssalen", "--time", "13")
    agenda(repository, "--time", "14")
    assert (record(repository).place, record(repository).time) == ("Sessionssalen", "14")


def test_an_untouched_list_follows_the_dossiers(repository: Path) -> None:
    agenda(repository)
    changed(
        repository,
        "kollektivtrafik/dossier.yaml",
        "titel: Kollektivtrafik i glesbygd",
        "titel: Bussar",
    )
    assert agenda(repository).exit_code == 0
    assert record(repository).points[3].title == "Handlingsplan, Bussar"


def test_a_record_changed_by_hand_is_followed_and_not_touched(repository: Path) -> None:
    agenda(repository)
    file = repository / MEETING / "agenda.yaml"
    text = file.read_text("utf-8").replace(
        "ärende: Val av justerare", "ärende: Val av justerare och tid"
    )
    file.write_text(text, "utf-8")
    ran = agenda(repository)
    assert (ran.exit_code, file.read_text("utf-8")) == (0, text)
    assert "Val av justerare och tid" in texts((repository / f"{MEETING}.docx").read_bytes())


def test_what_is_wrong_in_a_changed_record_stops_before_anything_is_written(
    repository: Path,
) -> None:
    agenda(repository)
    before = (repository / f"{MEETING}.docx").read_bytes()
    changed(repository, f"{MEETING}/agenda.yaml", "punkter:", "punkt:")
    ran = agenda(repository)
    assert ran.exit_code == 3
    assert "Fältet punkt finns inte här. Menade du punkter?" in " ".join(ran.err.split())
    assert (repository / f"{MEETING}.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "    dossier: kollektivtrafk\n",
            "Punkt 7: dossiern kollektivtrafk finns inte. Menade du kollektivtrafik?",
        ),
        (
            "    dossier: kollektivtrafik\n    beslutspunkt: handlingsplann\n",
            "Punkt 7: beslutet handlingsplann finns inte i regelverket. Menade du handlingsplan?",
        ),
        (
            "    dossier: motesplatser\n",
            "Ärendena är från flera organisationer: Region Värmland och Hagfors kommun. Listan har den förstas namn.",
        ),
    ],
    ids=["no such dossier", "no such gate", "another organisation"],
)
def test_what_a_point_added_by_hand_leads_to_is_told(repository: Path, row: str, said: str) -> None:
    shutil.copytree(DOSSIERS / "hagfors", repository / "motesplatser")
    agenda(repository)
    file = repository / MEETING / "agenda.yaml"
    file.write_text(
        f"{file.read_text('utf-8')}  - ärende: Torget\n    slag: beslut\n{row}", "utf-8"
    )
    ran = agenda(repository)
    assert ran.exit_code == 0
    assert said in " ".join(ran.out.split())


def test_a_word_file_changed_by_hand_stays(repository: Path) -> None:
    agenda(repository)
    document = repository / f"{MEETING}.docx"
    document.write_bytes(document.read_bytes() + b"saved again")
    edited = document.read_bytes()
    ran = agenda(repository)
    assert (ran.exit_code, document.read_bytes()) == (4, edited)
    assert (repository / f"{MEETING} (2).docx").is_file()
    assert agenda(repository).exit_code == 4
    assert not (repository / f"{MEETING} (3).docx").exists()


def test_an_organisation_has_opening_and_closing_points_of_its_own(repository: Path) -> None:
    (repository / "organisation.yaml").write_text(
        "möten:\n  inledning: [Mötet öppnas, Upprop]\n  avslutning: [Mötet avslutas]\n", "utf-8"
    )
    agenda(repository)
    titles = [point.title for point in record(repository).points]
    assert (titles[:2], titles[-1], len(titles)) == (
        ["Mötet öppnas", "Upprop"],
        "Mötet avslutas",
        6,
    )


def test_the_settings_may_call_an_organ_by_its_short_name(tmp_path: Path) -> None:
    shutil.copytree(DOSSIERS / "sandviken", tmp_path / "torget")
    (tmp_path / "organisation.yaml").write_text("organ: {KS: {inledning: [Upprop]}}\n", "utf-8")
    ran = run(["agenda", "kommunstyrelsen", "2027-12-14"], tmp_path, datetime(2027, 12, 1, 9, 0))
    assert ran.exit_code == 0, ran.screen
    titles = [point.title for point in record(tmp_path, "moten/2027-12-14-kommunstyrelsen").points]
    assert titles == ["Upprop", "Anmälan: uppföljning av åtgärdsplanen, torget i Lärkhyttan"]


def test_an_organ_of_the_settings_that_nobody_knows_is_told_and_no_list_is_made(
    repository: Path,
) -> None:
    (repository / "organisation.yaml").write_text(
        "organ: {kolektivtrafiknämnden: {inledning: [Upprop]}}\n", "utf-8"
    )
    ran = agenda(repository)
    assert ran.exit_code == 3
    assert "organisation.yaml:1:9" in ran.screen
    assert not (repository / "moten").exists()


def test_an_organ_has_an_opening_of_its_own(repository: Path) -> None:
    (repository / "organisation.yaml").write_text(
        f"möten:\n  avslutning: [Mötet avslutas]\norgan:\n  {ORGAN.capitalize()}: {{inledning: [Upprop]}}\n"
        "  kulturnämnden: {inledning: [Sång], avslutning: []}\n",
        "utf-8",
    )
    agenda(repository)
    titles = [point.title for point in record(repository).points]
    assert (titles[0], titles[1][:5], titles[-1], len(titles)) == (
        "Upprop",
        "Handl",
        "Mötet avslutas",
        5,
    )


def test_points_stand_by_diary_number_as_people_count(repository: Path) -> None:
    changed(repository, "nattbussar/dossier.yaml", "  - RV 2024/402\n", "  - RV 2025/9\n")
    (repository / "nattbussar").rename(repository / "a")
    shutil.copytree(repository / "kollektivtrafik", repository / "z")
    changed(repository, "z/dossier.yaml", "  - RV 2025/118\n", "  - RV 2025/20\n")
    agenda(repository)
    assert [point.dnr[0] for point in record(repository).points if point.kind == "beslut"] == [
        "RV 2025/20",
        "RV 2025/20",
        "RV 2025/118",
        "RV 2025/118",
    ]


def test_the_matter_itself_has_its_own_name_and_number(tmp_path: Path) -> None:
    """Norrbotten's fixture before regionfullmäktige decided: the plan that the dialogue was for."""
    shutil.copytree(DOSSIERS / "norrbotten", tmp_path / "halsorum")
    for path in (tmp_path / "halsorum" / "beslut").glob("2027-11-24-*"):
        path.unlink()
    ran = run(["agenda", "RF", "2027-11-24"], tmp_path, datetime(2027, 11, 1, 9, 0))
    assert ran.exit_code == 0, ran.screen
    point = next(
        one for one in record(tmp_path, "moten/2027-11-24-regionfullmaktige").points if one.kind
    )
    assert (point.title, point.dnr) == (
        "Plan för hälsorum i glesbygden 2028-2031",
        ("198-2027", "412-2027"),
    )


def test_a_matter_whose_name_does_not_tell_the_dialogue_has_both(tmp_path: Path) -> None:
    shutil.copytree(DOSSIERS / "norrbotten", tmp_path / "halsorum")
    next((tmp_path / "halsorum" / "beslut").glob("2027-11-24-*")).unlink()
    changed(
        tmp_path / "halsorum", "dossier.yaml", "titel: Hälsorum i glesbygden", "titel: Närmare vård"
    )
    run(["agenda", "RF", "2027-11-24"], tmp_path, datetime(2027, 11, 1, 9, 0))
    point = next(
        one for one in record(tmp_path, "moten/2027-11-24-regionfullmaktige").points if one.kind
    )
    assert point.title == "Plan för hälsorum i glesbygden 2028-2031, Närmare vård"


def test_a_link_is_not_written_through(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "annat").mkdir()
    (repository / "moten").symlink_to(tmp_path / "annat", target_is_directory=True)
    ran = agenda(repository)
    assert ran.exit_code == 2
    assert list((tmp_path / "annat").iterdir()) == []


def test_an_organ_that_nobody_names_is_told_with_those_that_there_are(repository: Path) -> None:
    ran = run(["agenda", "KTN", DAY], repository, BEFORE)
    assert ran.exit_code == 2
    assert "Det här finns: kollektivtrafiknämnden" in " ".join(ran.err.split())


def test_without_dossiers_nobody_is_known(tmp_path: Path) -> None:
    assert run(["agenda", ORGAN, DAY], tmp_path).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_dossiers_with_one_case_number_are_told(repository: Path) -> None:
    """The matters of a copied folder would stand twice on the list."""
    shutil.copytree(repository / "kollektivtrafik", repository / "kollektivtrafik - Kopia")

    assert (
        "Samma diarienummer, RV 2025/118: kollektivtrafik och kollektivtrafik - Kopia. "
        "Är den ena en kopia?"
    ) in " ".join(agenda(repository).out.split())
