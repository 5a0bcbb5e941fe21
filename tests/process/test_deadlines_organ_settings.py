"""In organisation.yaml an organ may have its name or its id; one that nobody knows is told with its
place.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dialogcli.base.findings import UnreadableError
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organisation import DaySpan, Organisation, parse_organisation
from dialogcli.process.deadlines import by_name
from dialogcli.rulebook.loader import load_rulebook

TEN = DaySpan(10, working=True)


def settings(*organs: str) -> Organisation:
    """Each of these organs wants its papers ten working days before."""
    rows = "".join(f"  {organ}: {{manusstopp: 10 arbetsdagar}}\n" for organ in organs)
    return parse_organisation(f"organ:\n{rows}" if rows else "")[0]


def dossier(rulebook: str, text: str = "") -> Dossier:
    return build_dossier(load_rulebook(rulebook), {"dossier.yaml": text})


def refused(organisation: Organisation, *dossiers: Dossier | None) -> list[str]:
    with pytest.raises(UnreadableError, match=r"organisation\.yaml går inte att använda") as stop:
        by_name(organisation, dossiers)
    return [f"{fault.place} {fault.message}" for fault in stop.value.faults]


@pytest.mark.parametrize("written", ["KF", "kommunfullmäktige", "Kommunfullmäktige"])
def test_an_id_and_a_name_mean_the_same_organ(written: str) -> None:
    found = by_name(settings(written), [dossier("hagfors")])
    assert found.times_for("kommunfullmäktige").manusstopp == TEN
    assert found.times_for("kommunstyrelsen").manusstopp != TEN


def test_the_points_of_its_meetings_are_found_by_id_too() -> None:
    own = parse_organisation("organ: {RFP: {inledning: [Mötets öppnande]}}\n")[0]
    found = by_name(own, [dossier("varmland")])
    assert found.meetings_for("regionfullmäktiges presidium").opening == ("Mötets öppnande",)


def test_an_organ_of_another_dossier_is_known_too() -> None:
    found = by_name(settings("RFP"), [dossier("hagfors"), dossier("varmland")])
    assert found.times_for("regionfullmäktiges presidium").manusstopp == TEN


def test_an_organ_that_only_a_dossier_names_is_known() -> None:
    named = "kommande_beslut: {organ: Torgrådet}\n"
    assert (
        by_name(settings("torgrådet"), [dossier("allman", named)]).times_for("Torgrådet").manusstopp
        == TEN
    )


@pytest.mark.parametrize(
    "organ", ["kulturnämnden", "barn- och ungdomsnämnden", "personalutskottet"]
)
def test_a_board_that_no_policy_mentions_is_what_its_name_says(organ: str) -> None:
    assert by_name(settings(organ), [dossier("hagfors")]).times_for(organ).manusstopp == TEN


@pytest.mark.parametrize(
    ("rulebook", "organ", "meant"),
    [
        ("hagfors", "kommunfulmäktige", " Menade du kommunfullmäktige?"),
        ("varmland", "kolektivtrafiknämnden", " Menade du kollektivtrafiknämnden?"),
        ("hagfors", "RFP", ""),
    ],
)
def test_one_that_nobody_knows_is_told_with_the_nearest(
    rulebook: str, organ: str, meant: str
) -> None:
    named = "kommande_beslut: {organ: kollektivtrafiknämnden}\n" if rulebook == "varmland" else ""
    [told] = refused(settings("kulturnämnden", organ), dossier(rulebook, named))
    assert told.startswith(
        f"organisation.yaml:3:3 Varken regelverk eller dossierer har ett organ som heter {organ}."
    )
    assert meant in told


def test_an_organ_under_two_names_is_told() -> None:
    assert refused(settings("KF", "kommunfullmäktige"), dossier("hagfors")) == [
        "organisation.yaml:3:3 kommunfullmäktige är samma organ som KF."
    ]


def test_where_no_dossier_is_known_or_one_cannot_be_read_nothing_is_judged() -> None:
    own = settings("KFF")
    assert by_name(own, []).times_for("KFF").manusstopp == TEN
    assert by_name(own, [dossier("hagfors"), None]).times_for("KFF").manusstopp == TEN


def test_no_more_dossiers_are_looked_at_than_it_takes() -> None:
    def dossiers() -> Iterator[Dossier]:
        yield dossier("hagfors")
        pytest.fail("the first one knows it")

    assert by_name(settings("KF"), dossiers()).times_for("kommunfullmäktige").manusstopp == TEN
    assert by_name(settings(), dossiers()) == settings()
