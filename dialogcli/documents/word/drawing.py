"""Pictures as DrawingML: in the line, as large as they are or as there is room, with their text for
screen readers.
"""

from __future__ import annotations

import hashlib

from lxml import etree

from dialogcli.documents.markup.pictures import Picture
from dialogcli.documents.word.package import Package
from dialogcli.documents.word.xml import OFFICE, Element, sub

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_FIRST = 1001
"""The number of the first picture: above those that letterheads use for their own."""

_POINT = 9525
"""A point of the screen, and below a twentieth of a point of print, in the units of drawings (914
400 to the inch).
"""

_TWENTIETH = 635
_HIGHEST = 5_760_000
"""16 cm: a picture and what belongs to it fit on a page."""

_QUARTER = 5_400_000
"""A quarter of a turn to the right."""

_TURNED = {
    1: (0, False),
    2: (0, True),
    3: (2, False),
    4: (2, True),
    5: (3, True),
    6: (1, False),
    7: (1, True),
    8: (3, False),
}
"""How a picture is to be turned, in quarters to the right, and mirrored before, by the number that
cameras give it.
"""

_INLINE = (
    '<wp:inline xmlns:wp="{d}/wordprocessingDrawing" xmlns:a="{d}/main" xmlns:pic="{d}/picture" xmlns:r="{r}" '
    'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{x}" cy="{y}"/>'
    '<wp:effectExtent l="{beside}" t="{above}" r="{beside}" b="{above}"/><wp:docPr id="{n}" name="Bild {n}"/>'
    '<a:graphic><a:graphicData uri="{d}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{n}" name="Bild {n}"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm rot="{rot}" flipH="{flip}"><a:off x="0" y="0"/>'
    '<a:ext cx="{x}" cy="{y}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
)


def write_picture(
    package: Package, run: Element, picture: Picture, text: str, number: int, room: int
) -> None:
    """Put a picture into a run. `number` counts those of the document from 0; `room` is as
    `text_width` has it.
    """
    quarters, mirrored = _TURNED[picture.turned]
    on_its_side = quarters % 2 == 1
    widest = max(picture.width, picture.height) if on_its_side else picture.width
    highest = picture.width if on_its_side else picture.height
    scale = min(1.0, room * _TWENTIETH / (widest * _POINT), _HIGHEST / (highest * _POINT))
    across, down = (max(int(side * _POINT * scale), 1) for side in (picture.width, picture.height))
    above = beside = 0
    if on_its_side:  # what it needs beyond the room that it had as it was taken
        above, beside = max(across - down, 0) // 2, max(down - across, 0) // 2
    markup = _INLINE.format(
        d=_DRAWING,
        r=OFFICE,
        x=across,
        y=down,
        n=_FIRST + number,
        id=_embedded(package, picture),
        above=above,
        beside=beside,
        rot=quarters * _QUARTER,
        flip=int(mirrored),
    )
    inline = etree.fromstring(markup)
    inline[2].set("descr", text)
    sub(run, "drawing").append(inline)


def _embedded(package: Package, picture: Picture) -> str:
    """The id of the relationship to the picture's part; a picture that is shown twice is kept once."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    name = f"/word/media/{hashlib.sha256(picture.data).hexdigest()[:16]}.{picture.kind}"
    for id_, one in package.main.rels.items():
        if not one.is_external and one.target_part.partname == name:
            return str(id_)
    part = Part(PackURI(name), f"image/{picture.kind}", picture.data, package.opc)
    return str(package.main.relate_to(part, RELATIONSHIP_TYPE.IMAGE))
