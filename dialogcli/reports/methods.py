"""The catalogue of methods and groups as text."""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.model.layout import WIDTH, block, joined, paragraphs, wrapped
from dialogcli.model.words import listed
from dialogcli.reports.tables import NARROW, sentences, table
from dialogcli.rulebook.methods import Catalogue, Group, Method

_COSTS = ("", "liten", "måttlig", "stor", "mycket stor")
_HEADS = ("Ord i filerna", "Metod", "Nivå", "Kostnad", "Veckor")


def methods_text(catalogue: Catalogue, width: int = WIDTH, plain: bool = False) -> str:
    """All methods, the usual ones first. `width` is that of tables."""
    usual = [method for method in catalogue.methods.values() if method.usual]
    others = [method for method in catalogue.methods.values() if not method.usual]
    return paragraphs(
        "De vanliga metoderna, som planen väljer bland",
        _table(usual, width, plain),
        "Mindre vanliga",
        _table(others, width, plain),
        wrapped(
            "Kostnad: 1 är billig, 4 mycket dyr. Nivå: den högsta som metoden ger. Veckor: ungefär, "
            "från start till sammanställning.",
            min(width, WIDTH),
        ),
        "Läs om en metod: dialog methods show NAMN\nFå förslag: dialog methods suggest",
    )


def method_text(method: Method, catalogue: Catalogue, width: int = WIDTH) -> str:
    """One method: what it is good for, how much it takes, what speaks for and against it."""
    rows = [
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
    return paragraphs(
        joined([method.name, block([row for row in rows if row[1]], width)]), wrapped(usual, width)
    )


def groups_text(catalogue: Catalogue, width: int = WIDTH) -> str:
    """The groups that always are to be considered, then those that seldom are heard, each with how
    it is reached.
    """
    groups = list(catalogue.groups.values())
    always = [group for group in groups if group.always]
    unheard = [group for group in groups if group.unheard and not group.always]
    others = [group for group in groups if not group.unheard and not group.always]
    return paragraphs(
        _groups("Överväg alltid", always, width),
        _groups("Hörs sällan", unheard, width),
        _groups("Andra grupper", others, width),
        wrapped("Är en grupp inte en målgrupp, skriv varför i målgruppsanalysen.", width),
    )


def _cost(method: Method) -> str:
    """`liten`, `liten till måttlig`."""
    lowest, highest = (_COSTS[number] for number in method.cost)
    return lowest if lowest == highest else f"{lowest} till {highest}"


def _table(methods: Sequence[Method], width: int, plain: bool) -> str:
    rows = [
        (method.id, method.name, method.highest, _class(method), str(method.weeks))
        for method in methods
    ]
    if plain or width < NARROW:
        return sentences(
            [
                f"{id_}: {name}. Nivå {level}, kostnad {cost}, {weeks} veckor."
                for id_, name, level, cost, weeks in rows
            ],
            width,
        )
    return table([_HEADS, *rows], width, cuttable=((1, 20),), right=(4,))


def _class(method: Method) -> str:
    """`1`, `1-2`."""
    lowest, highest = method.cost
    return str(lowest) if lowest == highest else f"{lowest}-{highest}"


def _level(method: Method) -> str:
    at_best = (
        f", och {method.at_best} om förtroendevalda är med i samtalet" if method.at_best else ""
    )
    return f"{listed(method.levels)}{at_best}"


def _groups(heading: str, groups: Sequence[Group], width: int) -> str:
    lines = [heading]
    for group in groups:
        lines.append(wrapped(group.name, width, 2, 4))
        lines += [wrapped(f"- {way}", width, 4, 6) for way in group.reached]
    return joined(lines)


def _yes(flag: bool) -> str:
    return "ja" if flag else "nej"
