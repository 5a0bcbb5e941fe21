"""What stays together where a page ends."""

from __future__ import annotations

import pytest

from dialogcli.documents.markup.blocks import Block, Heading, ListItem, Paragraph, Run
from dialogcli.documents.word.body import kept_with_next

LONG = "En punkt som är så lång att den säkert tar mer än en rad, vilket inte får hålla ihop en hel lista. "


def text(words: str, style: str = "") -> Paragraph:
    return Paragraph((Run(words),), style)


def items(*texts: str) -> list[Block]:
    return [ListItem((Run(one),), 1, ordered=False, series=0) for one in texts]


@pytest.mark.parametrize(
    ("blocks", "kept"),
    [
        ([text("Ett stycke."), text("Ett till.")], []),
        ([text("Det här gäller:"), *items("ett", "två", "tre"), text("Slut.")], [0, 1, 2]),
        (items(*"abcdefghij"), [0, 8]),
        (items(LONG, LONG, LONG, LONG), [0, 2]),
        (items("ensam"), []),
        ([*items("ett", "två"), text("Bedömning av nämnden", "Upphov")], [0, 1]),
        ([Heading(2, (Run("Rubrik"),)), text("av någon", "Upphov")], []),
        (
            [
                *items("en", "två"),
                Heading(2, (Run("Underskrifter"),)),
                text("Chefen", "Underskrift"),
            ],
            [0, 1],
        ),
        ([text("Chefen", "Underskrift")], []),
        ([text("Dnr: 1", "Uppgifter"), text("Datum: 2", "Uppgifter"), text("Slut.")], [0]),
        ([text("Dnr: 1", "Uppgifter")] * 9, []),
    ],
)
def test_what_stays_with_the_next(blocks: list[Block], kept: list[int]) -> None:
    assert sorted(kept_with_next(blocks)) == kept
