"""Suggestions for eight described situations are those that a practitioner would agree with, each
with its reasons.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dialogcli.methods.judging import Weight, judge
from dialogcli.methods.situation import Situation, target_group
from dialogcli.methods.suggest import SHOWN, suggest
from dialogcli.rulebook.methods import Catalogue, load_catalogue

SITUATIONS = yaml.safe_load((Path(__file__).parent / "situations.yaml").read_text("utf-8"))


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def situation(given: dict[str, Any]) -> Situation:
    targets = tuple(target_group(name, catalogue()) for name in given.get("targets", ()))
    young = any(catalogue().groups[kind].young for one in targets for kind in one.kinds)
    return Situation(
        given.get("level", ""),
        tuple(given.get("purposes", ())),
        targets,
        given.get("participants", 0),
        given.get("weeks"),
        given.get("cost", 0),
        young,
    )


def test_there_are_eight() -> None:
    assert len(SITUATIONS) == 8


@pytest.mark.parametrize("given", SITUATIONS, ids=lambda given: given["name"])
def test_a_practitioner_would_agree(given: dict[str, Any]) -> None:
    found = suggest(situation(given), catalogue())
    suggested = {
        one.method.id: " | ".join(reason.text for reason in one.reasons) for one in found.fitting
    }
    for id_, why in given["fits"].items():
        assert id_ in suggested
        assert why in suggested[id_]
    for id_, why in given["worse"].items():
        judged = judge(catalogue().methods[id_], situation(given), catalogue())
        assert id_ not in suggested
        assert not judged.fits
        assert why in " | ".join(judged.texts(Weight.STOPS))


@pytest.mark.parametrize("given", SITUATIONS, ids=lambda given: given["name"])
def test_what_is_suggested_first_is_among_what_was_expected(given: dict[str, Any]) -> None:
    first = suggest(situation(given), catalogue()).fitting[0].method.id
    assert first in given["fits"]


@pytest.mark.parametrize("given", SITUATIONS, ids=lambda given: given["name"])
def test_no_more_than_can_be_compared_and_each_with_a_reason(given: dict[str, Any]) -> None:
    found = suggest(situation(given), catalogue())
    assert len(found.fitting) <= SHOWN
    assert all(one.texts(Weight.FOR) for one in found.fitting)
    assert all(one.texts(Weight.STOPS) for one in found.worse)


def test_together_they_reach_every_group() -> None:
    """No single method is made for all of these."""
    given = situation({"targets": ["barn", "föreningar", "nationella minoriteter", "resenärer"]})
    reached = {kind for one in suggest(given, catalogue()).fitting for kind in one.method.groups}
    assert reached >= {"barn", "organiserade", "minoriteter", "besökare"}


def test_where_nothing_is_known_only_what_must_be_asked_for_is_ruled_out() -> None:
    ruled_out = {
        id_
        for id_, method in catalogue().methods.items()
        if not judge(method, Situation(), catalogue()).fits
    }
    assert ruled_out == {id_ for id_, method in catalogue().methods.items() if method.only_for}


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("äldre utan bil", ("äldre",)),
        ("Gymnasieelever", ("unga",)),
        ("föräldrar med små barn", ("tidspressade",)),
        ("renskötande familjer", ("minoriteter",)),
        ("personer med funktionsnedsättning", ("funktionsnedsättning",)),
        ("de som bor vid ån", ()),
    ],
)
def test_a_target_group_is_known_by_its_name(name: str, kinds: tuple[str, ...]) -> None:
    assert target_group(name, catalogue()).kinds == kinds
