"""What `dialog methods suggest` says: on what it rests, what suits and what less so, and what to
think of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dialogcli.methods.judging import Judgement, Weight
from dialogcli.methods.situation import Situation
from dialogcli.methods.suggesting import Suggestions
from dialogcli.model.commands import methods_show
from dialogcli.model.screen import Line, Rows, Screen, heading, line, rows, screen
from dialogcli.model.words import count, listed
from dialogcli.rulebook.methods import Catalogue

_NONE = (
    "Ingen av de vanliga metoderna klarar allt detta. Det som hindrar var och en står nedan. Ändra nivån, tiden "
    "eller budgeten, eller dela upp dialogen i flera."
)
_MONEY = ("", "liten budget", "måttlig budget", "stor budget", "mycket stor budget")


def suggestions_screen(
    found: Suggestions,
    remarks: Sequence[str],
    situation: Situation,
    catalogue: Catalogue,
    from_dossier: bool = True,
) -> Screen:
    """What it rests on, what suits, what suits less well, and what to think of."""
    planned = {one.method.id for one in situation.planned}
    worse = [f"{one.method.name}: {'; '.join(one.texts(Weight.STOPS))}." for one in found.worse]
    first = next((one.method.id for one in (*found.fitting, *found.worse)), "fokusgrupp")
    return screen(
        line(_basis(situation, catalogue, from_dossier)),
        _fitting(found, planned),
        _listed("Passar sämre", worse),
        _listed("Tänk på", remarks),
        line("Läs mer: ", methods_show(first)),
    )


def _fitting(found: Suggestions, planned: Collection[str]) -> Iterator[Line | Rows]:
    yield heading("Passar")
    for one in found.fitting:
        yield line(_name(one, planned), indent=2, hang=4)
        yield _reasons(one)
    if not found.fitting:
        yield line(_NONE, indent=2)
    if found.others:
        others = "; ".join(_name(one, planned) for one in found.others)
        yield line(f"Passar också: {others}.", indent=2, hang=4)


def _listed(title: str, sentences: Sequence[str]) -> Iterator[Line]:
    """Sentences under a title; nothing when there are none."""
    if sentences:
        yield heading(title)
    for sentence in sentences:
        yield line(sentence, indent=2, hang=4)


def _name(judgement: Judgement, planned: Collection[str]) -> str:
    return (
        f"{judgement.method.name} (finns i planen)"
        if judgement.method.id in planned
        else judgement.method.name
    )


def _reasons(judgement: Judgement) -> Rows:
    """What speaks for a method, and what against it."""
    pros = [*judgement.texts(Weight.FOR), *judgement.method.plus]
    cons = [*judgement.texts(Weight.AGAINST), *judgement.method.minus]
    reasons = [(label, "; ".join(texts)) for label, texts in (("För:", pros), ("Emot:", cons))]
    return rows(*((label, text) for label, text in reasons if text), indent=4)


def _basis(situation: Situation, catalogue: Catalogue, from_dossier: bool) -> str:
    """`Bygger på dossiern: nivån dialog, 2 målgrupper. Säg mer med --size och --cost.`"""
    known = list(_known(situation, catalogue))
    if not known:
        return (
            "Inget är känt om dialogen. Lägg till exempel till --level dialog, "
            "eller --target och en målgrupp."
        )
    said = f"Bygger på {'dossiern: ' if from_dossier else ''}{', '.join(known)}."
    missing = _missing(situation)
    return f"{said} Säg mer med {listed(missing)}." if missing else said


def _known(situation: Situation, catalogue: Catalogue) -> Iterator[str]:
    if situation.level:
        yield f"nivån {situation.level}"
    if situation.purposes:
        purposes = listed(catalogue.purposes[word].lower() for word in situation.purposes)
        yield f"syftet att {purposes}"
    if situation.targets:
        yield count(len(situation.targets), "målgrupp", "målgrupper")
    if situation.participants:
        yield count(situation.participants, "deltagare", "deltagare")
    if situation.weeks is not None:
        yield f"{count(situation.weeks, 'vecka', 'veckor')} kvar"
    if situation.cost:
        yield _MONEY[situation.cost]


def _missing(situation: Situation) -> list[str]:
    """The options for what is not known."""
    given = {
        "--level": situation.level,
        "--purpose": situation.purposes,
        "--target": situation.targets,
        "--size": situation.participants,
        "--weeks": situation.weeks is not None,
        "--cost": situation.cost,
    }
    return [option for option, value in given.items() if not value]
