"""The catalogue of methods: whole, its words out of closed sets, and its faults told at once."""

from __future__ import annotations

import pytest

from dialogcli.rulebook.loader import load_rulebook
from dialogcli.rulebook.methods import load_catalogue, parse_catalogue

NAMES = ("methods:\n  gåtur: Gåtur\n", "methods.yaml")
TEXT = """\
purposes: {se_en_plats: Se en plats}
groups:
  barn: {name: Barn, words: [barn], young: true}
methods:
  gåtur:
    levels: [dialog]
    purposes: [se_en_plats]
    groups: [barn]
    fits: Att gå.
    size: [5, 20]
    weeks: 4
    cost: [1, 2]
"""


def test_the_methods_that_a_plan_can_choose_stand_first_and_have_their_names() -> None:
    catalogue = load_catalogue()
    of = load_rulebook("varmland").field_at("handlingsplan.metoder.metod")
    assert of is not None
    usual = {id_: method.name for id_, method in catalogue.methods.items() if method.usual}
    assert usual == dict(of.choices)
    assert len(usual) == 23
    assert list(catalogue.methods)[:23] == list(usual)


def test_every_method_and_group_is_described() -> None:
    catalogue = load_catalogue()
    for method in catalogue.methods.values():
        assert method.plus, method.id
        assert method.minus, method.id
        assert method.fits.endswith("."), method.id
        assert method.gathering, method.id
        assert method.time, method.id
        assert 1 <= method.cost[0] <= method.cost[1] <= 4
    assert all(group.reached for group in catalogue.groups.values())
    assert {group for method in catalogue.methods.values() for group in method.groups} == set(
        catalogue.groups
    )


def test_a_small_catalogue() -> None:
    catalogue, faults = parse_catalogue((TEXT, "catalogue.yaml"), NAMES)
    assert (faults, catalogue is not None) == ((), True)
    assert catalogue is not None
    method = catalogue.methods["gåtur"]
    assert (method.name, method.smallest, method.largest) == ("Gåtur", 5, 20)
    assert (method.cost, method.two_way) == ((1, 2), False)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "levels: [dialog]",
            "levels: [dialg]",
            "Det finns inget i levels som heter dialg. Menade du dialog?",
        ),
        (
            "groups: [barn]",
            "groups: [bran]",
            "Det finns inget i groups som heter bran. Menade du barn?",
        ),
        ("    weeks: 4\n", "", "weeks saknas i metoden gåtur."),
        ("weeks: 4", "weeks: fyra", "weeks ska vara ett heltal, inte fyra."),
        ("size: [5, 20]", "size: [20, 5]", "size ska vara [minst, flest] i metoden gåtur."),
        ("size: [5, 20]", "size: [fem]", "size ska vara ett eller två heltal, inte fem."),
        ("    fits:", "    fit:", "Det finns inget nyckelord fit i metoden gåtur. Menade du fits?"),
        ("words: [barn], ", "", "words saknas i gruppen barn."),
        (
            "  gåtur:\n",
            "  gåturen:\n    recorded_as: gåtur\n    name: Gåturen\n",
            "Metoden gåtur saknas i metodkatalogen.",
        ),
    ],
)
def test_a_slip_is_told(old: str, new: str, said: str) -> None:
    catalogue, faults = parse_catalogue((TEXT.replace(old, new), "catalogue.yaml"), NAMES)
    assert catalogue is None
    assert [fault.message for fault in faults] == [said]


def test_an_unusual_method_says_what_a_plan_names_instead() -> None:
    words = (
        "levels: dialog, purposes: se_en_plats, groups: barn, fits: Gå., size: 5, weeks: 1, cost: 1"
    )
    _, faults = parse_catalogue(
        (f"{TEXT}  tråkk: {{name: Tråkk, {words}}}\n", "catalogue.yaml"), NAMES
    )
    assert [fault.message for fault in faults] == ["recorded_as saknas i metoden tråkk."]
