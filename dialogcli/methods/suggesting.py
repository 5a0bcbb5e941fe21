"""Which methods to suggest: those that fit best, and together reach every target group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dialogcli.methods.judging import Judgement, judge
from dialogcli.methods.situation import Situation, Target, made_for_young, reaches
from dialogcli.rulebook.methods import Catalogue

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


def _covering(judged: Sequence[Judgement], targets: Sequence[Target]) -> list[Judgement]:
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


def _best(judged: Sequence[Judgement], left: Sequence[Target]) -> Judgement:
    return max(judged, key=lambda one: _reached(one, left))


def _left(targets: Sequence[Target], chosen: Sequence[Judgement]) -> list[Target]:
    methods = [judgement.method for judgement in chosen]
    return [one for one in targets if not any(reaches(method, one) for method in methods)]


def _reached(judgement: Judgement, targets: Sequence[Target]) -> int:
    return sum(reaches(judgement.method, one) for one in targets)
