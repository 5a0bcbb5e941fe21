"""Which methods to suggest: those that fit best, and together reach every target group. Remarks are
advice, none of them a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from dialogcli.methods.judging import Judgement, Weight, judge
from dialogcli.methods.situation import (
    Planned,
    Situation,
    TargetGroup,
    made_for_young,
    reaches,
    tells_of,
)
from dialogcli.rulebook.methods import LEVELS, Catalogue, Method

SHOWN = 5
"""So many are suggested unless the target groups need more: what people compare at one sight."""


class Suggestions(NamedTuple):
    """`fitting` are suggested, the first first; `worse` are ruled out though much speaks for them;
    `others` fit too.
    """

    fitting: tuple[Judgement, ...]
    worse: tuple[Judgement, ...]
    others: tuple[Judgement, ...] = ()


def suggest(situation: Situation, catalogue: Catalogue) -> Suggestions:
    """Judge all usual methods. Those that give the level that is promised go first, then those for
    which most speaks.

    Of equals the cheaper goes first, then the quicker, then the catalogue decides.
    """
    judged = _judged(situation, catalogue)
    fitting = [one for one in judged if one.fits and one.balance >= 0]
    chosen = _covering(fitting, situation.targets)
    if situation.children:
        chosen += _for_the_young(fitting, chosen, catalogue)
    others = [one for one in fitting if one not in chosen]
    more = max(SHOWN - len(chosen), 0)
    worse = [one for one in judged if not one.fits]
    return Suggestions((*chosen, *others[:more]), tuple(worse[:SHOWN]), tuple(others[more:]))


def _judged(situation: Situation, catalogue: Catalogue) -> list[Judgement]:
    """Every usual method, the best first."""

    def order(one: Judgement) -> tuple[bool, int, tuple[int, int], int]:
        return _falls_short(one, situation), -one.balance, one.method.cost, one.method.weeks

    usual = [method for method in catalogue.methods.values() if method.usual]
    return sorted((judge(method, situation, catalogue) for method in usual), key=order)


def _falls_short(judgement: Judgement, situation: Situation) -> bool:
    """Whether it gives the level that is promised only at best."""
    return bool(situation.level) and situation.level == judgement.method.at_best


def _covering(judged: Sequence[Judgement], targets: Sequence[TargetGroup]) -> list[Judgement]:
    """The best, then again and again the best of those that reach most of the target groups still
    left.
    """
    chosen = list(judged[:1])
    left = _left(targets, chosen)
    while any(_reached(one, left) for one in judged):
        chosen.append(_best(judged, left))
        left = _left(left, chosen)
    return chosen


def _for_the_young(
    judged: Sequence[Judgement], chosen: Sequence[Judgement], catalogue: Catalogue
) -> list[Judgement]:
    """Children that are concerned get a method of their own, not only one that works with them too."""
    own = [one for one in judged if made_for_young(one.method, catalogue)]
    return [] if any(one in chosen for one in own) else own[:1]


def _best(judged: Sequence[Judgement], left: Sequence[TargetGroup]) -> Judgement:
    return max(judged, key=lambda one: _reached(one, left))


def _left(targets: Sequence[TargetGroup], chosen: Sequence[Judgement]) -> list[TargetGroup]:
    methods = [judgement.method for judgement in chosen]
    return [one for one in targets if not any(reaches(method, one) for method in methods)]


def _reached(judgement: Judgement, targets: Sequence[TargetGroup]) -> int:
    return sum(reaches(judgement.method, one) for one in targets)


def method_remarks(situation: Situation, catalogue: Catalogue) -> list[str]:
    """Sentences about the methods that are planned, and about groups that the plan does not name."""
    found = (
        [text for about in _ABOUT_PLANS for text in about(situation, catalogue)]
        if situation.planned
        else []
    )
    return [*found, *_none_for_the_young(situation, catalogue), *_unnamed(situation, catalogue)]


def _one_way(situation: Situation, _: Catalogue) -> Iterator[str]:
    if not any(planned.two_way for planned in situation.planned):
        yield (
            "Alla metoder i planen frågar åt ett håll. En dialog behöver en metod där deltagarna både talar och "
            "lyssnar."
        )


def _level(situation: Situation, _: Catalogue) -> Iterator[str]:
    if not situation.level:
        return
    levels = {planned.method.highest for planned in situation.planned}
    levels |= {planned.method.at_best for planned in situation.planned}
    given = max(filter(None, levels), key=LEVELS.index)
    if LEVELS.index(given) < LEVELS.index(situation.level):
        yield f"Planen lovar nivån {situation.level}, men metoderna ger som mest {given}."


def _without_method(situation: Situation, catalogue: Catalogue) -> Iterator[str]:
    """Target groups that no method reaches. Of one that tells of no group nothing can be said."""
    for one in situation.targets:
        if one.kinds and not any(_is_for(planned, one, catalogue) for planned in situation.planned):
            see = _see(situation, catalogue, partial(reaches, one=one), one.unheard)
            yield f"{one.name[:1].upper()}{one.name[1:]} har ingen metod än.{see}"


def _children(situation: Situation, catalogue: Catalogue) -> Iterator[str]:
    if situation.children and not any(planned.children for planned in situation.planned):
        see = _see(situation, catalogue, lambda method: method.children)
        yield f"Barn och unga berörs, men ingen metod i planen är gjord för dem.{see}"


def _digital(situation: Situation, _: Catalogue) -> Iterator[str]:
    if all(planned.method.digital for planned in situation.planned):
        yield "Alla metoder i planen kräver dator eller telefon. Den som inte är på nätet kommer inte med."


def _none_for_the_young(situation: Situation, catalogue: Catalogue) -> Iterator[str]:
    """Children are concerned, and of all that works with them nothing suits what else is said."""
    found = suggest(situation, catalogue)
    if situation.children and not any(
        one.method.children for one in (*found.fitting, *found.others)
    ):
        own = [
            judge(method, situation, catalogue)
            for method in catalogue.methods.values()
            if method.usual and method.children
        ]
        nearest = max(own, key=lambda one: (-len(one.texts(Weight.STOPS)), one.balance))
        yield (
            f"Barn och unga berörs, men ingen metod som fungerar med dem passar här. Närmast är "
            f"{nearest.method.name}: {'; '.join(nearest.texts(Weight.STOPS))}."
        )


def _unnamed(situation: Situation, catalogue: Catalogue) -> Iterator[str]:
    """The groups that always are to be considered, but for those that the plan names."""
    named = {kind for one in situation.targets for kind in one.kinds}
    missing = [
        group.name.lower()
        for id_, group in catalogue.groups.items()
        if group.always and id_ not in named
    ]
    if missing and situation.targets:
        yield f"Överväg alltid också de här grupperna, som målgrupperna inte nämner: {'; '.join(missing)}."


def _is_for(planned: Planned, one: TargetGroup, catalogue: Catalogue) -> bool:
    """Whether a method in the plan reaches a target group: by itself, or because its reason says
    so.
    """
    return reaches(planned.method, one) or any(
        tells_of(planned.reason, kind, catalogue) for kind in one.kinds
    )


def _see(
    situation: Situation, catalogue: Catalogue, good: Callable[[Method], bool], unheard: bool = True
) -> str:
    """` Se Fokusgrupp.`: of the methods that would do, the one that is made for fewest others."""
    found = suggest(situation, catalogue)
    would_do = sorted(
        (one.method for one in (*found.fitting, *found.others) if good(one.method)),
        key=lambda method: (unheard and not method.absent, len(method.groups)),
    )
    return f" Se {would_do[0].name}." if would_do else ""


_ABOUT_PLANS = (_one_way, _level, _without_method, _children, _digital)
