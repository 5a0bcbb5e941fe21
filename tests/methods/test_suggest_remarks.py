"""What a plan's methods are said to lack, when they are seen together."""

from __future__ import annotations

from functools import cache

import pytest

from dialogcli.methods.situation import Planned, Situation, target_group
from dialogcli.methods.suggest import method_remarks
from dialogcli.rulebook.methods import Catalogue, load_catalogue


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def planned(*ids: str, reason: str = "") -> tuple[Planned, ...]:
    methods = [catalogue().methods[id_] for id_ in ids]
    return tuple(Planned(method, reason, method.two_way, method.children) for method in methods)


@pytest.mark.parametrize(
    ("situation", "said"),
    [
        (
            Situation(planned=planned("enkat", "medborgarpanel")),
            [
                "Alla metoder i planen frågar åt ett håll. En dialog behöver en metod där deltagarna "
                "både talar och lyssnar."
            ],
        ),
        (
            Situation(level="inflytande", planned=planned("oppet-hus", "fokusgrupp")),
            ["Planen lovar nivån inflytande, men metoderna ger som mest dialog."],
        ),
        (
            Situation(children=True, planned=planned("worldcafe")),
            [
                "Barn och unga berörs, men ingen metod i planen är gjord för dem. Se "
                "Barn- och ungdomsdialog."
            ],
        ),
        (
            Situation(planned=planned("chatt")),
            [
                "Alla metoder i planen kräver dator eller telefon. Den som inte är på nätet kommer inte med."
            ],
        ),
        (Situation(level="dialog", children=True, planned=planned("worldcafe", "barnunga")), []),
        (Situation(level="konsultation", planned=planned("oppet-hus")), []),
    ],
)
def test_a_plan_is_told_what_its_methods_lack(situation: Situation, said: list[str]) -> None:
    assert method_remarks(situation, catalogue()) == said


def about_groups(situation: Situation) -> list[str]:
    return [
        remark
        for remark in method_remarks(situation, catalogue())
        if not remark.startswith("Överväg")
    ]


def test_a_named_group_without_a_method() -> None:
    pupils = Situation(
        targets=(target_group("gymnasieelever", catalogue()),), planned=planned("worldcafe")
    )
    assert about_groups(pupils) == [
        "Gymnasieelever har ingen metod än. Se Barn- och ungdomsdialog."
    ]


def test_the_plans_own_reason_says_whom_a_method_is_for() -> None:
    pupils = Situation(
        targets=(target_group("gymnasieelever", catalogue()),),
        planned=planned("worldcafe", reason="Caféet hålls på gymnasiet, under lektionstid."),
    )
    assert about_groups(pupils) == []


def test_of_a_group_that_nobody_knows_nothing_is_said() -> None:
    assert (
        about_groups(
            Situation(
                targets=(target_group("de vid ån", catalogue()),), planned=planned("chatt", "enkat")
            )
        )
        == []
    )


def test_groups_always_to_be_considered_are_told_when_the_plan_does_not_name_them() -> None:
    every = [
        target_group(group.words[0], catalogue())
        for group in catalogue().groups.values()
        if group.always
    ]
    assert method_remarks(Situation(targets=tuple(every)), catalogue()) == []
    (remark,) = method_remarks(Situation(targets=tuple(every[1:])), catalogue())
    assert remark == "Överväg alltid också de här grupperna, som målgrupperna inte nämner: barn."


def test_children_for_whom_nothing_suits_are_told_with_what_comes_nearest() -> None:
    soon = Situation(
        level="inflytande",
        targets=(target_group("barn i förskolan", catalogue()),),
        weeks=2,
        children=True,
    )
    assert method_remarks(soon, catalogue())[0] == (
        "Barn och unga berörs, men ingen metod som fungerar med dem passar här. Närmast är Framtidsverkstad: tar "
        "omkring 6 veckor, och det är 2 veckor kvar."
    )
    assert not any(
        "Barn och unga" in remark for remark in method_remarks(soon._replace(weeks=10), catalogue())
    )
