"""`dialog decide --agenda`: what lands in the dossiers and in the record of the meeting."""

from __future__ import annotations

import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from helpers.dossiers import changed, weeks_earlier, without
from helpers.meetings import AFTER, BEFORE, DAY, MEETING, ORGAN, region
from helpers.terminal import Ran, run
from helpers.walks import DOSSIERS

from dialogcli.disk import lock
from dialogcli.disk.lock import locked
from dialogcli.dossier.meeting import Meeting, read_meeting
from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.select import select


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    repository = region(tmp_path)
    run(["agenda", ORGAN, DAY], repository, BEFORE)
    return repository


def decide(repository: Path, answers: str, meeting: str = MEETING, now: datetime = AFTER) -> Ran:
    (repository / "svar.yaml").write_text(answers, "utf-8")
    return run(["decide", "--agenda", meeting, "--answers", "svar.yaml"], repository, now)


def record(repository: Path, meeting: str = MEETING) -> Meeting:
    return read_meeting((repository / meeting / "agenda.yaml").read_text("utf-8"))


def paragraphs(repository: Path) -> list[str]:
    return [point.paragraph for point in record(repository).points]


def outcomes(repository: Path) -> list[str]:
    return [point.outcome for point in record(repository).points]


def answer(dossier: Path, path: str) -> str:
    [found] = select(read_dossier(dossier), path)
    return found.text


def test_a_decision_is_entered_byte_by_byte_as_decide_enters_it(
    repository: Path, tmp_path: Path
) -> None:
    alone = tmp_path / "alone"
    shutil.copytree(repository / "kollektivtrafik", alone)
    run(
        [
            "decide",
            "handlingsplan",
            "--outcome",
            "bifall",
            "--date",
            DAY,
            "--paragraph",
            "17",
            "--organ",
            ORGAN,
        ],
        alone,
        AFTER,
    )
    assert decide(repository, 'paragraf: "14"\npunkter: {4: bifall}\n').exit_code == 0
    name = f"beslut/{DAY}-handlingsplan.yaml"
    assert (repository / "kollektivtrafik" / name).read_bytes() == (alone / name).read_bytes()
    assert "avtryck:" in (alone / name).read_text("utf-8")


def test_every_point_gets_its_paragraph_and_each_outcome_its_place(repository: Path) -> None:
    decide(
        repository,
        'paragraf: "14"\npunkter:\n  4: bifall\n  5: {utfall: bordläggning, nytt_datum: 9/4, '
        "paragraf: 20}\n  6: togs inte upp\n",
    )
    assert paragraphs(repository) == ["14", "15", "16", "17", "20", "21"]
    assert outcomes(repository) == ["", "", "", "bifall", "bordläggning", "togs inte upp"]
    assert (
        answer(repository / "kollektivtrafik", "beslut.kommunikationsplan.nytt_datum")
        == "2025-04-09"
    )
    assert answer(repository / "nattbussar", "återkoppling.förtroendevalda.datum") == ""


def test_a_report_that_is_noted_is_feedback_given(repository: Path) -> None:
    assert decide(repository, 'paragraf: "14"\npunkter: {6: noteras}\n').exit_code == 0
    dossier = repository / "nattbussar"
    assert answer(dossier, "återkoppling.förtroendevalda.datum") == DAY
    assert answer(dossier, "återkoppling.förtroendevalda.paragraf") == "19"
    run(["agenda", ORGAN, "2025-04-09"], repository, AFTER)
    assert not (repository / "moten/2025-04-09-kollektivtrafiknamnden").exists()


def test_feedback_that_nobody_had_planned_gets_its_file(tmp_path: Path) -> None:
    repository = region(tmp_path)
    (repository / "nattbussar" / "aterkoppling" / "fortroendevalda.yaml").unlink()
    run(["agenda", ORGAN, DAY], repository, BEFORE)
    assert decide(repository, 'paragraf: "14"\npunkter: {6: noteras}\n').exit_code == 0
    dossier = read_dossier(repository / "nattbussar")
    [channel] = select(dossier, "återkoppling.förtroendevalda.kanal")
    assert [row.text for row in channel.rows] == ["sammanträde, kollektivtrafiknämnden"]
    assert answer(repository / "nattbussar", "återkoppling.förtroendevalda.datum") == DAY


def test_what_one_person_decided_is_reported_once(tmp_path: Path) -> None:
    """Norrbotten: the chair decided on 11 February, and the board meets on 5 March."""
    dossier = tmp_path / "halsorum"
    dossier.mkdir()
    for name in ("dossier.yaml", "overvagande.yaml", "provning.yaml"):
        shutil.copy(DOSSIERS / "norrbotten" / name, dossier / name)
    shutil.copytree(
        DOSSIERS / "norrbotten" / "beslut",
        dossier / "beslut",
        ignore=lambda _, names: [name for name in names if not name.startswith("2027-02")],
    )
    weeks_earlier(dossier, 104)
    meeting = "moten/2025-03-05-regionala-utvecklingsnamnden"
    assert run(["agenda", "regionala utvecklingsnämnden", DAY], tmp_path, BEFORE).exit_code == 0
    assert (
        record(tmp_path, meeting).points[3].title
        == "Anmälan: Ordförandens beslut, Hälsorum i glesbygden"
    )
    assert decide(tmp_path, 'paragraf: "31"\npunkter: {4: noteras}\n', meeting).out == (
        "Klart: 1 anmälan är införd i 1 dossier.\nNästa: dialog list\n"
    )
    assert answer(dossier, "beslut.dialogbeslut.anmält.datum") == DAY
    assert answer(dossier, "beslut.dialogbeslut.anmält.paragraf") == "34"
    assert (
        run(["agenda", "regionala utvecklingsnämnden", "2025-04-09"], tmp_path, AFTER).exit_code
        == 1
    )


def test_the_points_of_a_matter_sent_back_wait_for_answers(repository: Path) -> None:
    decide(
        repository,
        'paragraf: "14"\npunkter:\n  4: {utfall: aterremiss, punkter: [Visa kostnaden, Fråga fler]}\n',
    )
    assert outcomes(repository)[3] == "återremiss"
    ran = run(["check", "kollektivtrafik"], repository, AFTER)
    assert "punkt 2 har inget svar: Fråga fler" in " ".join(ran.out.split())


def test_an_incomplete_basis_stops_its_own_point_alone(repository: Path) -> None:
    without(repository / "kollektivtrafik", "handlingsplan.yaml", "risker")
    ran = decide(repository, 'paragraf: "14"\npunkter: {4: bifall, 5: bifall}\n')
    assert (ran.exit_code, outcomes(repository)[3:5]) == (1, ["", "bifall"])
    assert "Fel V-47" in ran.err
    with_reason = "punkter: {4: {utfall: bifall, ofullständigt_underlag: Nämnden beslutade ändå}}\n"
    assert decide(repository, with_reason).exit_code == 0
    assert outcomes(repository)[3] == "bifall"


def test_a_run_that_was_cut_short_between_dossier_and_record_is_mended(repository: Path) -> None:
    run(
        [
            "decide",
            "handlingsplan",
            "--outcome",
            "avslag",
            "--motivation",
            "Nej.",
            "--date",
            DAY,
            "--paragraph",
            "17",
            "--folder",
            "kollektivtrafik",
        ],
        repository,
        AFTER,
    )
    ran = decide(repository, 'paragraf: "14"\npunkter: {4: bifall}\n')
    assert (ran.exit_code, outcomes(repository)[3]) == (0, "avslag")
    assert len(list((repository / "kollektivtrafik" / "beslut").glob("*handlingsplan*"))) == 1


def test_only_the_answers_are_written_into_a_record_that_people_have_changed(
    repository: Path,
) -> None:
    file = repository / MEETING / "agenda.yaml"
    file.write_text(
        file.read_text("utf-8").replace(
            "punkter:\n", "# Ordföranden är jävig i punkt 5.\npunkter:\n"
        ),
        "utf-8",
    )
    decide(repository, 'paragraf: "14"\npunkter: {4: bifall}\n')
    after = file.read_text("utf-8")
    assert "# Ordföranden är jävig i punkt 5.\n" in after
    added = re.sub(r"    (?:paragraf|utfall): .*\n", "", after)
    decide(repository, "punkter: {5: bifall}\n")
    assert re.sub(r"    (?:paragraf|utfall): .*\n", "", file.read_text("utf-8")) == added


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("punkter: {4: bifall}\n", "Svarsfilen säger inte vilken paragraf punkt 1 fick."),
        ("paragraf: fjorton\n", "Paragrafen fjorton är inget nummer."),
        ("paragraf: 14\npunkter: {9: bifall}\n", "Punkt 9 finns inte på listan."),
        (
            "paragraf: 14\npunkter: {1: bifall}\n",
            "Punkt 1 är inget ärende ur en dossier: Öppnande och upprop.",
        ),
        (
            "paragraf: 14\npunkter: {6: bifall}\n",
            "Punkt 6 är en anmälan. Utfallet är noteras eller togs inte upp.",
        ),
        ("paragrafen: 14\n", "Nyckeln paragrafen finns inte."),
        ("paragraf: 14\npunkter: [bifall]\n", "går inte att använda"),
    ],
    ids=[
        "no paragraph",
        "no number",
        "no such point",
        "a point of the meeting's own",
        "a report",
        "a misspelt key",
        "a list",
    ],
)
def test_a_faulty_answers_file_changes_nothing(repository: Path, answers: str, said: str) -> None:
    before = (repository / MEETING / "agenda.yaml").read_bytes()
    ran = decide(repository, answers)
    assert (ran.exit_code, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())
    assert (repository / MEETING / "agenda.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("bifal", "Stopp, punkt 4: Utfallet bifal finns inte vid Beslut om handlingsplan."),
        ("avslag", "Det här saknas: --motivation (motivering)"),
    ],
)
def test_what_cannot_be_entered_leaves_its_point_open(
    repository: Path, answer: str, said: str
) -> None:
    ran = decide(repository, f"paragraf: 14\npunkter: {{4: {answer}, 5: bifall}}\n")
    assert (ran.exit_code, outcomes(repository)[3:5]) == (2, ["", "bifall"])
    assert said in " ".join(ran.err.split())


def test_a_dossier_that_is_in_use_or_gone_waits(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "TOLD_AFTER", 0.02)
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with locked(repository / "kollektivtrafik", "dialog fill", AFTER):
        assert decide(repository, "paragraf: 14\npunkter: {4: bifall, 6: noteras}\n").exit_code == 4
    assert outcomes(repository)[3:] == ["", "", "noteras"]
    (repository / "kollektivtrafik").rename(repository / "flyttad")
    assert decide(repository, "punkter: {4: bifall}\n").exit_code in (2, 3, 5)


def test_a_record_cannot_lead_out_of_the_repository(repository: Path, tmp_path: Path) -> None:
    shutil.copytree(repository / "kollektivtrafik", tmp_path / "utanför")
    text = (repository / MEETING / "agenda.yaml").read_text("utf-8")
    (repository / MEETING / "agenda.yaml").write_text(
        text.replace("dossier: kollektivtrafik", "dossier: ../utanför"), "utf-8"
    )
    assert decide(repository, "paragraf: 14\npunkter: {4: bifall}\n").exit_code == 2
    assert not list((tmp_path / "utanför" / "beslut").glob(f"{DAY}*"))


def test_a_meeting_that_has_not_been_has_decided_nothing(repository: Path) -> None:
    ran = decide(repository, "paragraf: 14\n", now=BEFORE)
    assert (ran.exit_code, ran.err) == (
        2,
        "Stopp: Mötet är 5 mars 2025. Det har inte varit än. Inget är infört.\n",
    )


def test_a_broken_dossier_is_named_and_the_others_go_on(repository: Path) -> None:
    changed(repository, "kollektivtrafik/budget.yaml", "poster:\n", "poster: [\n")
    ran = decide(repository, "paragraf: 14\npunkter: {4: bifall, 6: noteras}\n")
    assert (ran.exit_code, outcomes(repository)[3:]) == (3, ["", "", "noteras"])
