"""Short facts: the values of a group stand in one column, also beside a label that is longer than
most.
"""

from __future__ import annotations

from helpers.documents import VAL, W, made, part
from helpers.schemas import invalid

SHORT = "::: Uppgifter\n**Dnr:** 1\n\n**Datum:** 2\n\n:::\n"
LONG = "::: Uppgifter\n**Kommunfullmäktiges beslut:** 1\n\n**Datum:** 2\n\n:::\n"


def stops(markdown: str) -> list[list[tuple[str, str]]]:
    """Of every fact its own tab stops: what kind, and where."""
    return [
        [
            (stop.get(VAL), stop.get(f"{W}pos"))
            for stop in paragraph.iterfind(f"{W}pPr/{W}tabs/{W}tab")
        ]
        for paragraph in part(made(f"# Titel\n\n{markdown}", {}).data).iter(f"{W}p")
        if paragraph.find(f".//{W}tab") is not None
    ]


def test_the_style_says_where_values_begin() -> None:
    assert stops(SHORT) == [[], []]


def test_a_long_label_moves_the_values_of_its_group_and_of_no_other() -> None:
    moved = [("clear", "2608"), ("left", str(len("Kommunfullmäktiges beslut:") * 118))]
    assert stops(f"{SHORT}\nText.\n\n{LONG}") == [[], [], moved, moved]
    assert invalid(made(f"# Titel\n\n{LONG}", {}).data) == []
