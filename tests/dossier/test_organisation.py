"""The organisation's own settings: what they say, what holds without them, and every fault told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dialogcli.base.findings import UnreadableError
from dialogcli.disk.folders import templates_folder
from dialogcli.dossier.organisation import (
    DaySpan,
    Organisation,
    load_organisation,
    parse_organisation,
)
from dialogcli.dossier.reading import with_own_settings
from dialogcli.rulebook.loader import load_rulebook

OWN = """\
format: 1
dagar: {aftnar: [skärtorsdag], klämdagar: lediga, stängt: [2027-12-27]}
tider: {manusstopp: 8 arbetsdagar}
organ:
  Kulturnämnden: {kallelse: 10 dagar, inledning: [Upprop]}
möten: {avslutning: [Övrigt]}
arvoden: {sammanträdesarvode: 950, reseersättning: 25}
"""


def test_all_that_can_be_settled() -> None:
    found, faults = parse_organisation(OWN)
    assert faults.in_order() == ()
    assert (found.own, found.eves, found.bridges_off, found.closed) == (
        True,
        ("skärtorsdag",),
        True,
        {date(2027, 12, 27)},
    )
    assert (str(found.times.manusstopp), str(found.times.kallelse)) == ("8 arbetsdagar", "7 dagar")
    assert found.rates == {"sammanträdesarvode": 950, "reseersättning": 25}


def test_an_organ_has_the_times_of_the_others_but_for_its_own() -> None:
    times = parse_organisation(OWN)[0].times_for("kulturnämnden")
    assert (times.manusstopp, times.kallelse) == (DaySpan(8, working=True), DaySpan(10))


def test_an_organ_has_the_fixed_points_of_the_others_but_for_its_own() -> None:
    found = parse_organisation(OWN)[0]
    assert found.meetings_for("kulturnämnden") == (("Upprop",), ("Övrigt",))
    assert found.meetings_for("fritidsnämnden") == (Organisation().meetings.opening, ("Övrigt",))


def test_an_organ_can_do_without_fixed_points() -> None:
    found, faults = parse_organisation("organ: {presidiet: {inledning: []}}\n")
    assert (faults.in_order(), found.meetings_for("presidiet")) == ((), ((), ()))


def test_the_file_that_is_shipped_says_what_holds_without_it() -> None:
    found, faults = parse_organisation(
        (templates_folder() / "organisation.yaml").read_text("utf-8")
    )
    assert faults.in_order() == ()
    assert found == Organisation()._replace(own=True)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "8 arbetsdagar",
            "åtta dagar",
            "manusstopp skrivs till exempel 6 arbetsdagar eller 7 dagar.",
        ),
        (
            "[skärtorsdag]",
            "[skartorsdag]",
            "Det finns ingen afton som heter skartorsdag. Menade du skärtorsdag?",
        ),
        (
            "klämdagar: lediga",
            "klämdagar: ja",
            "Det finns inget val som heter ja. Det kan vara arbetsdagar eller lediga.",
        ),
        (
            "[2027-12-27]",
            "[2027-02-30]",
            "Datumet 2027-02-30 finns inte. Februari 2027 har 28 dagar.",
        ),
        ("[2027-12-27]", "[2027-12]", "Skriv hela datumet, inte bara månaden: 2027-12."),
        (
            "sammanträdesarvode: 950",
            "sammanträdesarvode: 950,50",
            "sammanträdesarvode ska vara ett heltal, inte 950,50.",
        ),
        (
            "inledning: [Upprop]",
            "inledningar: [Upprop]",
            "Det finns inget nyckelord inledningar i Kulturnämnden. Menade du inledning?",
        ),
        (
            "avslutning: [Övrigt]",
            "avslutning: {Övrigt: ja}",
            "avslutning ska vara en lista, inte nycklar med värden.",
        ),
        (
            "arvoden:",
            "arvode:",
            "Det finns inget nyckelord arvode i organisation.yaml. Menade du arvoden?",
        ),
    ],
)
def test_a_slip_is_told(old: str, new: str, said: str) -> None:
    text = (
        OWN.replace(old, new)
        if "950,50" not in new
        else OWN.replace(old, 'sammanträdesarvode: "950,50"')
    )
    assert [fault.message for fault in parse_organisation(text)[1].in_order()] == [said]


def test_it_lies_beside_the_dossiers(tmp_path: Path) -> None:
    dossier = tmp_path / "2027-badplats"
    dossier.mkdir()
    (dossier / "dossier.yaml").write_text("regelverk: allman\n", "utf-8")
    assert load_organisation(dossier) == Organisation()
    (tmp_path / "organisation.yaml").write_text(OWN, "utf-8")
    assert load_organisation(dossier).rates["reseersättning"] == 25
    (tmp_path / "organisation.yaml").write_text("tider: {manusstopp: snart}\n", "utf-8")
    with pytest.raises(UnreadableError) as stop:
        load_organisation(dossier)
    assert [str(fault.place) for fault in stop.value.faults] == ["organisation.yaml:1:21"]


def test_the_organisations_own_addresses_are_those_that_a_check_leaves_alone(
    tmp_path: Path,
) -> None:
    (tmp_path / "organisation.yaml").write_text(
        'kontakt: ["@exempelby.se", 010-123 45 67]\n', "utf-8"
    )

    assert with_own_settings(load_rulebook("allman"), tmp_path).contacts == (
        "@exempelby.se",
        "010-123 45 67",
    )


def test_the_organisations_own_support_has_names_and_places(tmp_path: Path) -> None:
    (tmp_path / "organisation.yaml").write_text(
        "stöd:\n  handbok: https://exempel.se/handbok\n  resursbank:\n", "utf-8"
    )
    support = with_own_settings(load_rulebook("allman"), tmp_path).support
    assert support == {"handbok": "https://exempel.se/handbok"}


def test_support_that_is_no_list_of_names_is_told(tmp_path: Path) -> None:
    (tmp_path / "organisation.yaml").write_text("stöd: handboken\n", "utf-8")
    assert with_own_settings(load_rulebook("allman"), tmp_path).support == {}
    with pytest.raises(UnreadableError) as stop:
        load_organisation(tmp_path)
    assert [str(fault.place) for fault in stop.value.faults] == ["organisation.yaml:1:7"]


def test_a_file_of_settings_that_cannot_be_read_stops_no_check(tmp_path: Path) -> None:
    (tmp_path / "organisation.yaml").write_text("kontakt: [\n", "utf-8")

    assert with_own_settings(load_rulebook("allman"), tmp_path).contacts == ()
