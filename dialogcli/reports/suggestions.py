"""What `dialog methods suggest` says: on what it rests, what suits and what less so, and what to
think of.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dialogcli.methods.judging import Judgement, Weight
from dialogcli.methods.situation import Situation
from dialogcli.methods.suggesting import Suggestions
from dialogcli.model.layout import WIDTH, block, command, joined, paragraphs, wrapped
from dialogcli.model.words import count, listed
from dialogcli.rulebook.methods import Catalogue

_NONE = (
    "Ingen av de vanliga metoderna klarar allt detta. Det som hindrar var och en står nedan. Ändra nivån, tiden "
    "eller budgeten, eller dela upp dialogen i flera."
)
_MONEY = ("", "liten budget", "måttlig budget", "stor budget", "mycket stor budget")


def suggestions_text(
    found: Suggestions,
    remarks: Sequence[str],
    situation: Situation,
    catalogue: Catalogue,
    width: int = WIDTH,
    from_dossier: bool = True,
) -> str:
    """The whole screen."""
    planned = {one.method.id for one in situation.planned}
    fitting = [_suggested(one, _name(one, planned), width) for one in found.fitting]
    worse = [
        wrapped(f"{one.method.name}: {'; '.join(one.texts(Weight.STOPS))}.", width, 2, 4)
        for one in found.worse
    ]
    advice = [wrapped(remark, width, 2, 4) for remark in remarks]
    others = (
        f"Passar också: {'; '.join(_name(one, planned) for one in found.others)}."
        if found.others
        else ""
    )
    first = next((one.method.id for one in (*found.fitting, *found.worse)), "fokusgrupp")
    return paragraphs(
        wrapped(_basis(situation, catalogue, from_dossier), width),
        joined(
            [
                "Passar",
                *(fitting or [wrapped(_NONE, width, 2)]),
                *([wrapped(others, width, 2, 4)] if others else []),
            ]
        ),
        joined(["Passar sämre", *worse]) if worse else "",
        joined(["Tänk på", *advice]) if advice else "",
        f"Läs mer: {command(f'methods show {first}')}",
    )


def _name(judgement: Judgement, planned: Collection[str]) -> str:
    return (
        f"{judgement.method.name} (finns i planen)"
        if judgement.method.id in planned
        else judgement.method.name
    )


def _suggested(judgement: Judgement, name: str, width: int) -> str:
    method = judgement.method
    pros = [*judgement.texts(Weight.FOR), *method.plus]
    cons = [*judgement.texts(Weight.AGAINST), *method.minus]
    rows = [
        (label, "; ".join(texts)) for label, texts in (("För:", pros), ("Emot:", cons)) if texts
    ]
    return joined([wrapped(name, width, 2, 4), block(rows, width, indent=4)])


def _basis(situation: Situation, catalogue: Catalogue, from_dossier: bool) -> str:
    known = [
        f"nivån {situation.level}" if situation.level else "",
        f"syftet att {listed(catalogue.purposes[word].lower() for word in situation.purposes)}"
        if situation.purposes
        else "",
        count(len(situation.targets), "målgrupp", "målgrupper") if situation.targets else "",
        count(situation.participants, "deltagare", "deltagare") if situation.participants else "",
        f"{count(situation.weeks, 'vecka', 'veckor')} kvar" if situation.weeks is not None else "",
        _MONEY[situation.cost],
    ]
    told = [one for one in known if one]
    source = "dossiern: " if from_dossier else ""
    if not told:
        return "Inget är känt om dialogen. Lägg till exempel till --level dialog, eller --target och en målgrupp."
    missing = _missing(situation)
    return f"Bygger på {source}{', '.join(told)}." + (
        f" Säg mer med {listed(missing)}." if missing else ""
    )


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
