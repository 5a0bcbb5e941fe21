"""What a choice of methods rests on: what is promised to whom, with how much time and money."""

from __future__ import annotations

from typing import NamedTuple

from dialogcli.model.words import plain
from dialogcli.rulebook.methods import Catalogue, Method


class Target(NamedTuple):
    """A target group as the plan names it, and the groups of the catalogue (ids) that its name
    tells of.
    """

    name: str
    kinds: tuple[str, ...] = ()
    unheard: bool = False


class Planned(NamedTuple):
    """A method that the plan holds. The plan's own answers go before the catalogue's; `reason` is
    the plan's.
    """

    method: Method
    reason: str = ""
    two_way: bool = False
    children: bool = False


class Situation(NamedTuple):
    """`level` and each of the others is '' (0, None, empty) when nothing is known of it: then it
    decides nothing.

    `weeks` are those left until the results are needed, `cost` the highest class of cost that there
    is money for.
    """

    level: str = ""
    purposes: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    participants: int = 0
    weeks: int | None = None
    cost: int = 0
    children: bool = False
    planned: tuple[Planned, ...] = ()

    @property
    def only_young(self) -> bool:
        """Whether nobody but children and young people is to be heard."""
        if not self.children or not self.targets:
            return False
        return all("barn" in one.kinds or "unga" in one.kinds for one in self.targets)


def target(name: str, catalogue: Catalogue, unheard: bool = False) -> Target:
    """A target group by its name. One of a kind that seldom is heard counts as unheard, whatever
    the plan says.
    """
    kinds = tuple(id_ for id_ in catalogue.groups if tells_of(name, id_, catalogue))
    return Target(name, kinds, unheard or any(catalogue.groups[kind].unheard for kind in kinds))


def tells_of(text: str, group_id: str, catalogue: Catalogue) -> bool:
    """Whether a text names people of a group."""
    group, words = catalogue.groups[group_id], plain(text)
    return any(plain(word) in words for word in group.words) and not any(
        plain(word) in words for word in group.exceptions
    )


def reaches(method: Method, one: Target) -> bool:
    """Whether a method usually reaches a target group. One that tells of no group is reached by
    what reaches anybody, or when it seldom is heard, by what reaches those who do not come.
    """
    if one.kinds:
        return any(kind in method.groups for kind in one.kinds)
    return method.absent if one.unheard else "alla" in method.groups


def made_for_young(method: Method, catalogue: Catalogue) -> bool:
    """Whether a method is for children and young people and nobody else."""
    return all(catalogue.groups[group].young for group in method.groups)
