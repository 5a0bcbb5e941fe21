from pathlib import Path

import pytest
from helpers.small_rulebook import rulebook

from dialogcli.base.findings import UnreadableError
from dialogcli.dossier.reading import parse_organs, with_own_organs
from dialogcli.process.deciders import name_at_the_time, organ_name, organ_type, same_organ

TYPES = ("nämnd", "styrelse")


def test_an_organ_whose_name_does_not_tell_its_type(tmp_path: Path) -> None:
    (tmp_path / "organ.yaml").write_text("organs:\n  - {name: Torgrådet, type: nämnd}\n", "utf-8")
    assert organ_type(rulebook(), "Torgrådet") == ""
    assert organ_type(with_own_organs(rulebook(), tmp_path / "2027-torget"), "torgrådet") == "nämnd"


def test_without_the_file_the_rulebook_is_as_it_was(tmp_path: Path) -> None:
    book = rulebook()
    assert with_own_organs(book, tmp_path) is book


def test_everything_that_is_wrong_is_told_at_once() -> None:
    _, faults = parse_organs(
        "organs:\n  - {name: Torgrådet, type: nämd}\n  - {type: styrelse}\n", TYPES
    )
    assert [(str(fault.place), fault.message) for fault in faults] == [
        ("organ.yaml:2:29", "Det finns inget slags organ som heter nämd. Menade du nämnd?"),
        ("organ.yaml:3:5", "name saknas i ett organ."),
    ]


def test_a_file_with_faults_stops_the_reading(tmp_path: Path) -> None:
    (tmp_path / "organ.yaml").write_text("organ: []\n", "utf-8")
    with pytest.raises(UnreadableError, match=r"organ.yaml går inte att använda."):
        with_own_organs(rulebook(), tmp_path)


def test_an_organ_with_other_names_and_earlier_ones(tmp_path: Path) -> None:
    (tmp_path / "organ.yaml").write_text(
        "organs:\n"
        "  - name: trafik- och miljönämnden\n"
        "    type: nämnd\n"
        "    alias: [TMN]\n"
        "    tidigare: [{namn: kollektivtrafiknämnden, till: 2027-02-28}]\n",
        "utf-8",
    )
    book = with_own_organs(rulebook(), tmp_path)
    assert same_organ(book, "Kollektivtrafiknämnden", "TMN")
    assert organ_name(book, "kollektivtrafiknämnden") == "trafik- och miljönämnden"
    assert name_at_the_time(book, "kollektivtrafiknämnden") == "kollektivtrafiknämnden"
    assert name_at_the_time(book, "TMN") == "trafik- och miljönämnden"
    assert not same_organ(book, "TMN", "kulturnämnden")


def test_an_earlier_name_has_a_last_day() -> None:
    _, faults = parse_organs(
        "organs:\n"
        "  - name: miljönämnden\n"
        "    type: nämnd\n"
        "    tidigare:\n"
        "      - {namn: hälsonämnden, till: i våras}\n"
        "      - {namn: naturnämnden}\n",
        TYPES,
    )
    assert [(str(fault.place), fault.message) for fault in faults] == [
        (
            "organ.yaml:5:30",
            "Ett datum skrivs 2027-03-04, eller 2027-03 när bara månaden är känd.",
        ),
        ("organ.yaml:6:9", "till saknas i tidigare namn på miljönämnden."),
    ]
