"""The catalogue of methods and groups, and the methods that suit a dialogue: on what that rests,
and what to think of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dialogcli.base.commands import methods_show, methods_suggest
from dialogcli.base.screen import Line, Rows, Screen, Table, heading, line, rows, screen, table
from dialogcli.base.words import count, listed
from dialogcli.methods.judging import Judgement, Weight
from dialogcli.methods.situation import Situation
from dialogcli.methods.suggest import Suggestions
from dialogcli.rulebook.methods import Catalogue, Group, Method

_COSTS = ("", "liten", "måttlig", "stor", "mycket stor")
_HEADS = ("Ord i filerna", "Metod", "Nivå", "Kostnad", "Veckor")


def methods_screen(catalogue: Catalogue) -> Screen:
    """All methods, the usual ones first."""
    usual = [method for method in catalogue.methods.values() if method.usual]
    others = [method for method in catalogue.methods.values() if not method.usual]
    return screen(
        line("De vanliga metoderna, som planen väljer bland"),
        _table(usual),
        line("Mindre vanliga"),
        _table(others),
        line(
            "Kostnad: 1 är billig, 4 mycket dyr. Nivå: den högsta som metoden ger. Veckor: ungefär, "
            "från start till sammanställning."
        ),
        [
            line("Läs om en metod: ", methods_show("NAMN")),
            line("Få förslag: ", methods_suggest()),
        ],
    )


def method_screen(method: Method, catalogue: Catalogue) -> Screen:
    """One method: what it is good for, how much it takes, what speaks for and against it."""
    facts = [
        ("Även:", method.also),
        ("Passar för:", method.fits),
        ("Deltagare:", method.suits),
        ("Antal:", method.gathering),
        ("Tid:", f"{method.time}. Omkring {method.weeks} veckor från start till sammanställning."),
        ("Kostnad:", _cost(method)),
        ("Nivå:", _level(method)),
        ("Syften:", listed(catalogue.purposes[word].lower() for word in method.purposes)),
        ("Når ofta:", "; ".join(catalogue.groups[group].name.lower() for group in method.groups)),
        ("Fördelar:", "; ".join(method.plus)),
        ("Nackdelar:", "; ".join(method.minus)),
        ("Samtal åt båda håll:", _yes(method.two_way)),
        ("Digital:", _yes(method.digital)),
        ("För barn och unga:", _yes(method.children)),
        ("Når dem som sällan deltar:", _yes(method.absent)),
    ]
    usual = f"I planen skrivs den: {method.id}"
    if method.recorded_as:
        usual = (
            f"En mindre vanlig metod. Välj {method.recorded_as} i planen "
            f"({catalogue.methods[method.recorded_as].name}), och skriv namnet i skälet."
        )
    known = [(label, value) for label, value in facts if value]
    return screen([heading(method.name), rows(*known)], line(usual))


def groups_screen(catalogue: Catalogue) -> Screen:
    """The groups that always are to be considered, then those that seldom are heard, each with how
    it is reached.
    """
    groups = list(catalogue.groups.values())
    always = [group for group in groups if group.always]
    unheard = [group for group in groups if group.unheard and not group.always]
    others = [group for group in groups if not group.unheard and not group.always]
    return screen(
        _groups("Överväg alltid", always),
        _groups("Hörs sällan", unheard),
        _groups("Andra grupper", others),
        line("Är en grupp inte en målgrupp, skriv varför i målgruppsanalysen."),
    )


def _cost(method: Method) -> str:
    """`liten`, `liten till måttlig`."""
    lowest, highest = (_COSTS[number] for number in method.cost)
    return lowest if lowest == highest else f"{lowest} till {highest}"


def _table(methods: Sequence[Method]) -> Table:
    cells = [
        (method.id, method.name, method.highest, _class(method), str(method.weeks))
        for method in methods
    ]
    sentences = [
        f"{id_}: {name}. Nivå {level}, kostnad {cost}, {weeks} veckor."
        for id_, name, level, cost, weeks in cells
    ]
    return table([_HEADS, *cells], sentences, shrink=((1, 20),), right=(4,))


def _class(method: Method) -> str:
    """`1`, `1-2`."""
    lowest, highest = method.cost
    return str(lowest) if lowest == highest else f"{lowest}-{highest}"


def _level(method: Method) -> str:
    at_best = (
        f", och {method.at_best} om förtroendevalda är med i samtalet" if method.at_best else ""
    )
    return f"{listed(method.levels)}{at_best}"


def _groups(title: str, groups: Sequence[Group]) -> Iterator[Line]:
    yield heading(title)
    for group in groups:
        yield line(group.name, indent=2, hang=4)
        for way in group.reached:
            yield line(f"- {way}", indent=4, hang=6)


def _yes(flag: bool) -> str:
    return "ja" if flag else "nej"


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
    then: Sequence[Line] = (),
) -> Screen:
    """What it rests on, what suits, what suits less well, what to think of, and what comes next."""
    planned = {one.method.id for one in situation.planned}
    worse = [f"{one.method.name}: {'; '.join(one.texts(Weight.STOPS))}." for one in found.worse]
    first = next((one.method.id for one in (*found.fitting, *found.worse)), "fokusgrupp")
    return screen(
        line(_basis(situation, catalogue, from_dossier)),
        _fitting(found, planned),
        _listed("Passar sämre", worse),
        _listed("Tänk på", remarks),
        [line("Läs mer: ", methods_show(first)), *then],
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
