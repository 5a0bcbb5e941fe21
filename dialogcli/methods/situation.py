"""What a choice of methods rests on: what is promised to whom, with how much time and money, as a
dossier tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.words import plain
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.select import leaves
from dialogcli.rulebook.methods import LEVELS, Catalogue, Method


class TargetGroup(NamedTuple):
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


_LEVEL_FIELDS = ("delaktighetsform", "delaktighetsnivå")
"""The fields of the vocabulary that say how much those who take part decide."""


class Situation(NamedTuple):
    """`level` and each of the others is '' (0, None, empty) when nothing is known of it: then it
    decides nothing.

    `weeks` are those left until the results are needed, `cost` the highest class of cost that there
    is money for.
    """

    level: str = ""
    purposes: tuple[str, ...] = ()
    targets: tuple[TargetGroup, ...] = ()
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


def target_group(name: str, catalogue: Catalogue, unheard: bool = False) -> TargetGroup:
    """A target group by its name. One of a kind that seldom is heard counts as unheard, whatever
    the plan says.
    """
    kinds = tuple(id_ for id_ in catalogue.groups if tells_of(name, id_, catalogue))
    return TargetGroup(
        name, kinds, unheard or any(catalogue.groups[kind].unheard for kind in kinds)
    )


def tells_of(text: str, group_id: str, catalogue: Catalogue) -> bool:
    """Whether a text names people of a group."""
    group, words = catalogue.groups[group_id], plain(text)
    return any(plain(word) in words for word in group.words) and not any(
        plain(word) in words for word in group.exceptions
    )


def reaches(method: Method, one: TargetGroup) -> bool:
    """Whether a method usually reaches a target group. One that tells of no group is reached by
    what reaches anybody, or when it seldom is heard, by what reaches those who do not come.
    """
    if one.kinds:
        return any(kind in method.groups for kind in one.kinds)
    return method.absent if one.unheard else "alla" in method.groups


def made_for_young(method: Method, catalogue: Catalogue) -> bool:
    """Whether a method is for children and young people and nobody else."""
    return all(catalogue.groups[group].young for group in method.groups)


_CHILDREN = ("barn_och_unga", "barn_berörs")
"""The considerations whose answer says that children are concerned."""


def situation_of(dossier: Dossier, catalogue: Catalogue, today: date) -> Situation:
    """What the dossier says of a choice of methods; size and money for it are not in a dossier as
    such.
    """
    targets = tuple(_targets(dossier, catalogue))
    words = (word for field in _LEVEL_FIELDS for word in _words(dossier, field))
    level = next((word for word in words if word in LEVELS), "")
    purposes = tuple(word for word in _words(dossier, "syftestyp") if word in catalogue.purposes)
    return Situation(
        level,
        purposes,
        targets,
        weeks=_weeks(dossier, today),
        children=_children(dossier)
        or any(catalogue.groups[kind].young for one in targets for kind in one.kinds),
        planned=tuple(_planned(dossier, catalogue)),
    )


def _named(dossier: Dossier, field: str) -> Iterator[Answer]:
    """The answers in every field of that id, whichever form it stands in."""
    for file in dossier.all_files():
        answer = file.answers.get(field)
        if answer and answer.filled and not answer.excused:
            yield answer


def _words(dossier: Dossier, field: str) -> tuple[str, ...]:
    return tuple(one.text for one in leaves(list(_named(dossier, field))))


def _targets(dossier: Dossier, catalogue: Catalogue) -> Iterator[TargetGroup]:
    """The target groups, once each: a policy may ask for them in more than one form."""
    seen = set()
    for table in _named(dossier, "målgrupper"):
        for row in table.rows:
            name = _part(row, "namn")
            if name and name.lower() not in seen:
                seen.add(name.lower())
                yield target_group(name, catalogue, unheard=_part(row, "hörs_sällan") == "ja")


def _planned(dossier: Dossier, catalogue: Catalogue) -> Iterator[Planned]:
    for table in _named(dossier, "metoder"):
        for row in table.rows:
            method = catalogue.methods.get(_part(row, "metod"))
            if method:
                yield Planned(
                    method,
                    _part(row, "skäl"),
                    _said(row, "växelvis", method.two_way),
                    _said(row, "för_barn", method.children),
                )


def _said(row: Answer, column: str, otherwise: bool) -> bool:
    """What the plan says of its method, else what the catalogue does."""
    return {"ja": True, "nej": False}.get(_part(row, column), otherwise)


def _part(row: Answer, name: str) -> str:
    part = row.part(name)
    return part.text.strip() if part else ""


def _children(dossier: Dossier) -> bool:
    return any(answer.text == "ja" for field in _CHILDREN for answer in _named(dossier, field))


def _weeks(dossier: Dossier, today: date) -> int | None:
    """Whole weeks until the decision that the dialogue is for; None when its day is not known or
    has been.
    """
    answer = dossier.answer("dossier.kommande_beslut.datum")
    day = answer.value if answer else None
    return (day.first - today).days // 7 if isinstance(day, Day) and day.first > today else None
