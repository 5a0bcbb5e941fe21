"""Finding rulebooks: built-in ones, and an organisation's own beside its dossiers."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogcli.base.findings import UnreadableError, UsageError
from dialogcli.rulebook.loader import (
    available_rulebooks,
    find_rulebook,
    load_rulebook,
    parse_rulebook,
    read_rulebook,
)

BUILT_IN = [id_ for id_, _ in available_rulebooks()]


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """An organisation's folder with a rulebook of its own, a broken one."""
    own = tmp_path / "regelverk" / "storby"
    own.mkdir(parents=True)
    (own / "rulebook.yaml").write_text(
        "rulebook: storby\norganisation: Storby kommun\n", encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_built_in_rulebook_is_without_faults(name: str) -> None:
    rulebook, faults = read_rulebook(find_rulebook(name))

    assert faults == ()
    assert rulebook is not None
    assert rulebook.id == name


def test_there_are_built_in_rulebooks() -> None:
    assert "varmland" in BUILT_IN


def test_an_own_rulebook_is_found_from_a_dossier_below(region: Path) -> None:
    dossier = region / "dialoger" / "2027-torget"

    assert find_rulebook("storby", dossier) == region / "regelverk" / "storby" / "rulebook.yaml"


def test_an_own_rulebook_goes_before_the_built_in_one(region: Path) -> None:
    own = region / "regelverk" / "varmland" / "rulebook.yaml"
    own.parent.mkdir()
    own.write_text("rulebook: varmland\n", encoding="utf-8")

    assert find_rulebook("varmland", region) == own
    assert find_rulebook("varmland") != own


def test_all_that_can_be_chosen(region: Path) -> None:
    found = available_rulebooks(region)

    assert ("storby", "Storby kommun") in found
    assert ("varmland", "Region Värmland") in found
    assert found == sorted(found, key=lambda pair: pair[1])


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"Regelverket värmland finns inte\. Menade du varmland"):
        find_rulebook("värmland")


@pytest.mark.parametrize("name", ["../varmland", "varmland/../varmland", "", ".", "/"])
def test_a_name_is_not_a_path(name: str) -> None:
    with pytest.raises(UsageError):
        find_rulebook(name)


def test_a_broken_rulebook_tells_all_its_faults(region: Path) -> None:
    with pytest.raises(UnreadableError) as stop:
        load_rulebook("storby", region)

    assert (
        stop.value.message == f"Regelverket storby går inte att läsa: {len(stop.value.faults)} fel."
    )
    assert "rows saknas i regelverket." in [fault.message for fault in stop.value.faults]
    assert {fault.place.file for fault in stop.value.faults} == {"storby/rulebook.yaml"}


def test_a_rulebook_has_the_name_of_its_folder(tmp_path: Path) -> None:
    copy = tmp_path / "regelverk" / "annan" / "rulebook.yaml"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(find_rulebook("varmland").read_bytes())

    _, (fault,) = read_rulebook(copy)

    assert (
        fault.message
        == "Regelverket heter varmland, men ligger i mappen annan. De ska heta likadant."
    )


def test_a_rulebook_that_is_no_text_still_stands_in_the_list(region: Path) -> None:
    (region / "regelverk" / "storby" / "rulebook.yaml").write_bytes(b"\xff\xfe\x00")

    assert ("storby", "storby") in available_rulebooks(region)


def test_empty_texts_are_faults_and_no_crash() -> None:
    rulebook, faults = parse_rulebook("", "a.yaml", ("", "b.yaml"), ("", "c.yaml"))

    assert rulebook is None
    assert "rulebook saknas i regelverket." in [fault.message for fault in faults]
