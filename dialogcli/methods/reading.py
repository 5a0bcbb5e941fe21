"""The situation that a dossier describes. Its fields are looked for by name: each rulebook has them
in its own form.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.select import leaves
from dialogcli.methods.situation import Planned, Situation, Target, target
from dialogcli.model.day import Day
from dialogcli.rulebook.methods import LEVELS, Catalogue

_CHILDREN = ("barn_och_unga", "barn_berörs")
"""The considerations whose answer says that children are concerned."""


def situation_of(dossier: Dossier, catalogue: Catalogue, today: date) -> Situation:
    """What the dossier says of a choice of methods; size and money for it are not in a dossier as
    such.
    """
    targets = tuple(_targets(dossier, catalogue))
    level = next((word for word in _words(dossier, "delaktighetsform") if word in LEVELS), "")
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


def _targets(dossier: Dossier, catalogue: Catalogue) -> Iterator[Target]:
    """The target groups, once each: a policy may ask for them in more than one form."""
    seen = set()
    for table in _named(dossier, "målgrupper"):
        for row in table.rows:
            name = _part(row, "namn")
            if name and name.lower() not in seen:
                seen.add(name.lower())
                yield target(name, catalogue, unheard=_part(row, "hörs_sällan") == "ja")


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
