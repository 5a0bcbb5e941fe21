"""What the name of an organ tells, and which names are the same."""

import pytest

from dialogcli.base.organ_names import (
    OFFICIALS,
    is_elsewhere,
    is_title,
    same_name,
    same_party,
    short_names,
    type_by_ending,
    without_acting,
)

TYPES = (
    "fullmäktige",
    "styrelse",
    "nämnd",
    "utskott",
    "beredning",
    "presidium",
    "bolagsstyrelse",
    OFFICIALS,
)


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("kollektivtrafiknämnden", "nämnd"),
        ("Kommunfullmäktige", "fullmäktige"),
        ("regionfullmäktiges presidium", "presidium"),
        ("presidiet", "presidium"),
        ("kommunstyrelsens arbetsutskott", "utskott"),
        ("nämnden för kultur och bildning", "nämnd"),
        ("bolagsstyrelsen i Lärkhyttans Hus AB", "bolagsstyrelse"),
        ("kultur- och fritidsnämnden", "nämnd"),
        ("förenings- och fritidsnämnden", "nämnd"),
        ("demokratiberedningen", "beredning"),
    ],
)
def test_the_word_that_says_what_it_is_stands_last(name: str, type_: str) -> None:
    assert type_by_ending(name, TYPES) == type_


@pytest.mark.parametrize(
    "name",
    [
        "kommunstyrelseförvaltningen",
        "kommunstyrelsens förvaltning",
        "socialnämndens kansli",
        "nämndkansliet",
        "miljö- och byggnadsnämndsförvaltningen",
        "nämndsekretariatet",
        "bildningsutskottets sekreterare",
        "kansliavdelningen",
        "kommunledningskontoret",
        "regiondirektörens stab",
        "trafikdirektören",
        "fritidschefen",
        "förvaltningen för nämnden",
    ],
)
def test_an_office_is_no_elected_body_whatever_it_works_for(name: str) -> None:
    assert type_by_ending(name, TYPES) == OFFICIALS


@pytest.mark.parametrize(
    "name",
    [
        "Hyresgästföreningens styrelse",
        "bolagsstyrelsens vd",
        "fritidsnämndens ordförande",
        "Torgrådet",
        "x",
        "",
        "nämndens",
    ],
)
def test_other_names_tell_nothing(name: str) -> None:
    assert type_by_ending(name, TYPES) == ""


def test_the_definite_form_is_the_same_name() -> None:
    assert same_name("regiondirektör", "regiondirektören")
    assert same_name("fullmäktiges presidium", "fullmäktiges presidiet")
    assert same_name("Fritidsnämnd", "fritidsnämnden")
    assert not same_name("regiondirektörens", "regiondirektören")
    assert not same_name("regionstyrelsen", "kommunstyrelsen")


def test_the_word_for_where_can_be_left_out() -> None:
    assert short_names("kommunfullmäktige") == ("fullmäktige",)
    assert short_names("regionfullmäktiges presidium") == ("fullmäktiges presidium", "presidium")


@pytest.mark.parametrize(
    "text",
    [
        "regiondirektör",
        "Regiondirektören",
        "tillförordnad regiondirektör",
        "t.f. regiondirektör",
        "Regiondirektören Bo Ek",
        "Bo Ek, regiondirektör",
    ],
)
def test_a_title_in_any_form_acting_or_with_a_name(text: str) -> None:
    assert is_title(text, "regiondirektören")


@pytest.mark.parametrize(
    "text",
    ["regiondirektörens stab", "biträdande regiondirektör", "vice regiondirektör", "direktören"],
)
def test_others_do_not_have_the_title(text: str) -> None:
    assert not is_title(text, "regiondirektören")


def test_acting_is_no_part_of_the_title() -> None:
    assert without_acting("tf. regiondirektör") == "regiondirektör"
    assert without_acting("biträdande regiondirektör") == "biträdande regiondirektör"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("en enskild medborgare", "Enskild medborgare", True),
        ("nämndens ordförande", "kollektivtrafiknämnden", True),
        ("ordföranden i kollektivtrafiknämnden", "kollektivtrafiknämnden", True),
        ("nämnden", "kollektivtrafiknämnden", True),
        ("kulturnämndens ordförande", "kollektivtrafiknämnden", False),
        ("kansliavdelningen", "kollektivtrafiknämnden", False),
    ],
)
def test_who_stands_behind_something_however_it_is_put(one: str, other: str, same: bool) -> None:
    assert same_party(one, other) is same
    assert same_party(other, one) is same


@pytest.mark.parametrize(
    ("name", "home", "elsewhere"),
    [
        ("barnnämnden i Grannköpings kommun", "Exempelby kommun", True),
        ("nämnden för vård i Region Norr", "Region Söder", True),
        ("Nämnden för stöd i arbete i Exempelby kommun", "Exempelby kommun", False),
        ("nämnden för samverkan i länet", "Exempelby kommun", False),
        ("barnnämnden i Grannköpings kommun", "Allmän grund", False),
    ],
)
def test_the_organ_of_another_municipality(name: str, home: str, elsewhere: bool) -> None:
    assert is_elsewhere(name, home) == elsewhere
