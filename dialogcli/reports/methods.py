"""The catalogue of methods and groups on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogcli.model.commands import methods_show, methods_suggest
from dialogcli.model.screen import Line, Screen, Table, heading, line, rows, screen, table
from dialogcli.model.words import listed
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
