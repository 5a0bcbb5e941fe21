"""What speaks for a method in a situation, what against, and what rules it out. Every reason is a
text to be shown.

Reasons are counted, not weighed: there is no ground for saying how many target groups a level is
worth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from dialogcli.base.words import listed
from dialogcli.methods.situation import Situation, made_for_young, reaches
from dialogcli.rulebook.methods import LEVELS, Catalogue, Method

_MOST_ROUNDS = 10
"""More rounds than this is another method: at two a week it is over a month of nothing else."""

_DEAR = 3
"""From this class of cost a method is a project of its own, which nobody chooses without money set
aside.
"""


class Weight(StrEnum):
    """What a reason does."""

    FOR = "for"
    AGAINST = "against"
    STOPS = "stops"


class Reason(NamedTuple):
    """`counts`: how many things it says at once, such as the target groups that are reached."""

    weight: Weight
    text: str
    counts: int = 1


class Judgement(NamedTuple):
    """A method in a situation. The method's own pros and cons are not among the reasons: they hold
    everywhere.
    """

    method: Method
    reasons: tuple[Reason, ...]

    def texts(self, weight: Weight) -> tuple[str, ...]:
        return tuple(reason.text for reason in self.reasons if reason.weight is weight)

    @property
    def fits(self) -> bool:
        return not self.texts(Weight.STOPS)

    @property
    def balance(self) -> int:
        """How much more speaks for it than against it."""
        signs = {Weight.FOR: 1, Weight.AGAINST: -1, Weight.STOPS: -1}
        return sum(signs[reason.weight] * reason.counts for reason in self.reasons)


def judge(method: Method, situation: Situation, catalogue: Catalogue) -> Judgement:
    """Hold a method against a situation. What is not known of the situation says nothing."""
    return Judgement(
        method,
        tuple(
            reason for criterion in _CRITERIA for reason in criterion(method, situation, catalogue)
        ),
    )


def _level(method: Method, situation: Situation, _: Catalogue) -> Iterator[Reason]:
    level = situation.level
    if not level:
        return
    if level in method.levels:
        yield Reason(Weight.FOR, f"ger nivån {level}")
    elif LEVELS.index(level) < LEVELS.index(method.levels[0]):
        yield Reason(Weight.AGAINST, f"ger mer än nivån {level}, och väcker förväntningar på det")
    elif LEVELS.index(level) < LEVELS.index(method.highest):
        yield Reason(Weight.FOR, f"räcker till nivån {level}")
    elif level == method.at_best:
        yield Reason(Weight.AGAINST, f"når nivån {level} bara om förtroendevalda är med i samtalet")
    else:
        way = "når inte" if method.two_way else "frågar åt ett håll och når inte"
        yield Reason(Weight.STOPS, f"{way} nivån {level}. Kan komplettera")


def _purposes(method: Method, situation: Situation, catalogue: Catalogue) -> Iterator[Reason]:
    shared = [
        catalogue.purposes[word].lower() for word in situation.purposes if word in method.purposes
    ]
    if method.only_for and method.only_for not in situation.purposes:
        yield Reason(
            Weight.STOPS, f"är bara till för att {catalogue.purposes[method.only_for].lower()}"
        )
    elif shared:
        yield Reason(Weight.FOR, f"passar syftet att {listed(shared)}", len(shared))
    elif situation.purposes:
        yield Reason(Weight.AGAINST, "är mest till för andra syften")


def _targets(method: Method, situation: Situation, _: Catalogue) -> Iterator[Reason]:
    reached = [one.name for one in situation.targets if reaches(method, one)]
    if reached:
        every = len(reached) == len(situation.targets) > 1
        yield Reason(
            Weight.FOR,
            f"brukar nå {'alla målgrupperna' if every else listed(reached)}",
            len(reached),
        )
    elif situation.targets:
        whom = "någon av målgrupperna" if len(situation.targets) > 1 else "målgruppen"
        yield Reason(Weight.AGAINST, f"brukar inte nå {whom} särskilt")
    if method.absent and any(one.unheard for one in situation.targets):
        yield Reason(Weight.FOR, "når dem som annars inte brukar delta")


def _children(method: Method, situation: Situation, catalogue: Catalogue) -> Iterator[Reason]:
    if not situation.children:
        return
    if made_for_young(method, catalogue):
        yield Reason(
            Weight.FOR, "är gjord för barn och unga", 2
        )  # it works for them, and it is their own
    elif method.children:
        yield Reason(Weight.FOR, "fungerar med barn och unga")
    elif situation.only_young:
        yield Reason(Weight.STOPS, "är inte gjord för barn och unga")


def _size(method: Method, situation: Situation, _: Catalogue) -> Iterator[Reason]:
    number = situation.participants
    if not number:
        return
    if number < method.smallest:
        yield Reason(Weight.STOPS, f"behöver minst {method.smallest} deltagare")
    elif method.largest and number > method.largest:
        rounds = -(-number // method.largest)
        weight = Weight.STOPS if rounds > _MOST_ROUNDS else Weight.AGAINST
        yield Reason(weight, f"tar högst {method.largest} åt gången, så det blir {rounds} omgångar")


def _time(method: Method, situation: Situation, _: Catalogue) -> Iterator[Reason]:
    if situation.weeks is not None and method.weeks > situation.weeks:
        left = "1 vecka" if situation.weeks == 1 else f"{situation.weeks} veckor"
        yield Reason(Weight.STOPS, f"tar omkring {method.weeks} veckor, och det är {left} kvar")


def _cost(method: Method, situation: Situation, _: Catalogue) -> Iterator[Reason]:
    cheapest, dearest = method.cost
    if situation.cost and cheapest > situation.cost:
        yield Reason(Weight.STOPS, "är dyrare än budgeten")
    elif situation.cost and dearest > situation.cost:
        yield Reason(Weight.AGAINST, "kan bli dyrare än budgeten")
    elif not situation.cost and cheapest >= _DEAR:
        yield Reason(Weight.AGAINST, "är dyr")


_CRITERIA: tuple[Callable[[Method, Situation, Catalogue], Iterator[Reason]], ...] = (
    _level,
    _purposes,
    _targets,
    _children,
    _size,
    _time,
    _cost,
)
