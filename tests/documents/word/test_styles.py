"""What a letterhead does not say of its styles, and what is done about it."""

from __future__ import annotations

import re

import pytest
from helpers.documents import LETTERHEAD, VAL, W, made, packed, part, parts
from helpers.letterheads import style
from lxml import etree

from dialogcli.documents.word.styles import Styles

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def styles(*each: str, defaults: str = "") -> Styles:
    return Styles(
        etree.fromstring(f'<w:styles xmlns:w="{MAIN}">{defaults}{"".join(each)}</w:styles>')
    )


def size(half_points: int, font: str = "") -> str:
    fonts = f'<w:rFonts w:ascii="{font}"/>' if font else ""
    return f'{fonts}<w:sz w:val="{half_points}"/>'


NORMAL = style("Normal", "Normal", look=size(24))
DEFAULTS = f"<w:docDefaults><w:rPrDefault><w:rPr>{size(18)}</w:rPr></w:rPrDefault></w:docDefaults>"


@pytest.mark.parametrize(
    ("known", "twentieths"),
    [
        (styles(NORMAL, style("T", "Tabelltext", look=size(19))), 190),
        (styles(NORMAL, style("T", "Tabelltext")), 240),
        (styles(defaults=DEFAULTS), 180),
        (styles(), 200),
        (styles(style("T", "Tabelltext", look=size(20, "Verdana"))), 232),
    ],
)
def test_how_large_letters_look(known: Styles, twentieths: int) -> None:
    assert known.size("Tabelltext") == twentieths


def test_a_style_of_ours_has_the_letterheads_own_type() -> None:
    known = styles(NORMAL)
    known.paragraph("Uppgifter")
    [added] = [one for one in known.root if one.get(f"{W}styleId") == "Uppgifter"]
    assert added.find(f"{W}basedOn").get(VAL) == "Normal"


def properties(of: str, letterhead: bytes = LETTERHEAD) -> list[str]:
    """What the paragraph with a text says besides its style."""
    data = made("# Titel\n\n## Rubrik\n\nText.\n", letterhead=letterhead).data
    [found] = [one for one in part(data).iter(f"{W}p") if "".join(one.itertext()) == of]
    return [etree.QName(one).localname for one in found.find(f"{W}pPr")][1:]


def test_a_heading_is_never_alone_at_the_foot_of_a_page() -> None:
    """Its own style may not say so."""
    assert properties("Rubrik") == ["keepNext"]


def test_a_heading_whose_style_says_nothing_of_air_gets_some() -> None:
    contents = parts(LETTERHEAD)
    contents["word/styles.xml"] = re.sub(rb"<w:spacing [^>]*/>", b"", contents["word/styles.xml"])
    assert properties("Rubrik", packed(contents)) == ["keepNext", "spacing"]
