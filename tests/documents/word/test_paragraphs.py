"""A wide picture is as wide as the paragraph that it stands in, however far in the letterhead puts
that.
"""

from __future__ import annotations

import json
import struct

import pytest
from helpers.documents import LETTERHEAD, letterhead, made, part
from helpers.letterheads import png, swedish

from dialogcli.documents.markup.pictures import read_picture

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WIDE = read_picture(png()[:16] + struct.pack(">II", 4000, 10) + png()[24:])
PICTURE = "![Bred](bred.png)"
DEEP = f"{PICTURE}\n\n- {PICTURE}\n\n  {PICTURE}\n\n  - {PICTURE}\n\n1. {PICTURE}\n\n> {PICTURE}\n"
OF_FACTS = '<w:ind w:left="2608" w:hanging="2608"/>'


def narrower(file: bytes, prose: str = DEEP, template: str = "{{ idé.syfte | md }}") -> list[int]:
    """How many twentieths of a point narrower than the first picture the others are."""
    data = made(
        f"# T\n\n{template}\n",
        {"ide.yaml": "syfte: " + json.dumps(prose)},
        letterhead=file,
        pictures={("idé.syfte", "bred.png"): WIDE},
    ).data
    widths = [round(int(one.get("cx")) / 635) for one in part(data).iter(f"{DRAWING}extent")]
    return [widths[0] - width for width in widths[1:]]


def test_in_our_own_letterhead() -> None:
    assert narrower(LETTERHEAD) == [397, 397, 794, 397, 794]


def test_where_the_letterhead_has_lists_of_one_level_the_others_are_ours() -> None:
    """In it a quotation is not put in at all."""
    assert narrower(swedish().data) == [360, 357, 714, 360, 0]


@pytest.mark.parametrize(
    ("indent", "expected"),
    [
        ('<w:ind w:left="850"/>', 850),
        ('<w:ind w:start="300" w:end="200"/>', 500),
        ('<w:ind w:right="100"/>', 497),
    ],
    ids=["its style, instead of the list", "both sides", "one side, and the list"],
)
def test_what_a_style_says_is_stronger_than_its_list(indent: str, expected: int) -> None:
    """But only where the paragraph is not put into the list by itself."""
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="50" w:line="252"'
    facts = letterhead(
        styles=(
            '<w:spacing w:after="50" w:line="252" w:lineRule="auto"/>' + OF_FACTS,
            listed + f' w:lineRule="auto"/>{indent}',
        )
    )
    template = "{{ idé.syfte | md }}\n\n::: Uppgifter\n{{ idé.syfte | bilder }}\n\n:::"
    assert narrower(facts, PICTURE, template) == [expected]
