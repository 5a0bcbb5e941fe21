"""Pictures as DrawingML: in the line, as large as they are or as there is room, with their text for screen readers."""

from __future__ import annotations

import hashlib

from lxml import etree

from dialogcli.documents.markup.images import Picture
from dialogcli.documents.word.package import Package
from dialogcli.documents.word.xml import OFFICE, Element, sub

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_FIRST = 1001
"""The number of the first picture: above those that letterheads use for their own."""

_POINT = 9525
"""A point of the screen, and below a twentieth of a point of print, in the units of drawings (914 400 to the inch)."""

_TWENTIETH = 635
_HIGHEST = 5_760_000
"""16 cm: a picture and what belongs to it fit on a page."""

_INLINE = (
    '<wp:inline xmlns:wp="{d}/wordprocessingDrawing" xmlns:a="{d}/main" xmlns:pic="{d}/picture" xmlns:r="{r}" '
    'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{x}" cy="{y}"/><wp:docPr id="{n}" name="Bild {n}"/>'
    '<a:graphic><a:graphicData uri="{d}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{n}" name="Bild {n}"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{x}" cy="{y}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>')


def write_picture(package: Package, run: Element, picture: Picture, text: str, number: int, room: int) -> None:
    """Put a picture into a run. `number` counts those of the document from 0; `room` is as `text_width` has it."""
    scale = min(1.0, room * _TWENTIETH / (picture.width * _POINT), _HIGHEST / (picture.height * _POINT))
    across, down = (max(int(side * _POINT * scale), 1) for side in (picture.width, picture.height))
    markup = _INLINE.format(d=_DRAWING, r=OFFICE, x=across, y=down, n=_FIRST + number, id=_embedded(package, picture))
    inline = etree.fromstring(markup)
    inline[1].set("descr", text)
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
