"""Ten letterheads as organisations have them, from plain to nasty, built part by part.

Every header has the tag of the number, in the way that its letterhead is about.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from helpers.documents import packed

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main" '
    f'xmlns:pic="{DRAWING}/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STORE = "{6F1B8C52-0C5E-4D7C-9C57-2B1D6A7E0001}"

MARGINS = (
    '<w:pgMar w:top="1417" w:right="{0}" w:bottom="1417" w:left="{0}" w:header="708" w:footer="708" '
    'w:gutter="0"/>'
)
UPRIGHT = '<w:pgSz w:w="11906" w:h="16838"/>' + MARGINS.format(1417)
LYING = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' + MARGINS.format(1701)
WIDTH = 9072
"""The width of the text on an upright page."""


class Part(NamedTuple):
    """A part beside the text: its content, its content type, and the kind of the relationship to
    it.
    """

    content: str | bytes
    type: str
    kind: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A letterhead, and how wide its text is (twentieths of a point)."""

    data: bytes
    width: int = WIDTH


def run(words: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


PLACE = paragraph(run("{{ innehall }}"))


def style(id_: str, name: str, properties: str = "", look: str = "", default: bool = False) -> str:
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{id_}"><w:name w:val="{name}"/>'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


NORMAL = style("Normal", "Normal", '<w:spacing w:after="120"/>', default=True)


def styles_part(content: str = NORMAL) -> Part:
    return Part(f"<w:styles {NAMES}>{content}</w:styles>", f"{WORD}.styles+xml", "styles")


def relations(targets: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def word_file(
    body: str,
    parts: Mapping[str, Part],
    kind: str = "document",
    core: bool = True,
    inner: Mapping[str, list[tuple[str, str]]] | None = None,
) -> bytes:
    """A Word file. Parts are related to the text as rId1, rId2 ... in order; `inner`: the
    relationships of a part.
    """
    types = {
        "word/document.xml": f"{WORD}.{kind}.main+xml",
        **{name: part.type for name, part in parts.items()},
    }
    roots = [("word/document.xml", f"{OFFICE}/officeDocument")]
    contents: dict[str, str | bytes] = {name: part.content for name, part in parts.items()}
    if core:
        types["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
        roots.append(("docProps/core.xml", f"{PACKAGE}/relationships/metadata/core-properties"))
        contents["docProps/core.xml"] = (
            f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Brevmall</dc:title></cp:coreProperties>'
        )
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{one}"/>' for name, one in types.items()
    )
    related = {
        "word/document.xml": [
            (f"/{name}", f"{OFFICE}/{part.kind}") for name, part in parts.items()
        ],
        **(inner or {}),
    }
    for name, targets in related.items():
        folder, _, file = name.rpartition("/")
        contents[f"{folder}/_rels/{file}.rels"] = relations(targets)
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    contents |= {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="{rels}"/>{overrides}</Types>',
        "_rels/.rels": relations(roots),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
    }
    return packed(
        {name: one if isinstance(one, bytes) else one.encode() for name, one in contents.items()}
    )


def header(content: str) -> Part:
    return Part(f"<w:hdr {NAMES}>{content}</w:hdr>", f"{WORD}.header+xml", "header")


def footer(content: str) -> Part:
    return Part(f"<w:ftr {NAMES}>{content}</w:ftr>", f"{WORD}.footer+xml", "footer")


def section(page: str = UPRIGHT, more: str = "", **references: int) -> str:
    """The end of a section; `header_first=2` refers to rId2."""
    named = "".join(
        f'<w:{name.split("_")[0]}Reference w:type="{name.split("_")[1]}" r:id="rId{number}"/>'
        for name, number in references.items()
    )
    return f"<w:sectPr>{named}{page}{more}</w:sectPr>"


def png(colour: bytes = b"\x1b\x4f\x72") -> bytes:
    """A picture of eight by eight points."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    lines = (b"\0" + colour * 8) * 8
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )


def picture(relation: str, described: str, number: int = 1) -> str:
    """A run with a picture in the line."""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="720000" cy="720000"/>'
        f'<wp:docPr id="{number}" name="Bild {number}" descr="{described}"/><a:graphic><a:graphicData '
        f'uri="{DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="logga.png"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="720000" cy="720000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def text_box(inside: str) -> str:
    """A text box as Word writes it: once as a shape of today, once for old readers."""
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        'distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>4500000</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>400000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="2400000" cy="500000"/><wp:wrapNone/><wp:docPr id="7" name="Textruta 7"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="500000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        '</mc:Choice><mc:Fallback><w:pict><v:shape id="ruta" style="position:absolute;width:190pt;height:40pt">'
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def control(tag: str, content: str) -> str:
    """A content control, bound to data of the file."""
    number = zlib.crc32(tag.encode()) % 9**9
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/><w:id w:val="{number}"/>'
        f'<w:showingPlcHdr/><w:dataBinding w:xpath="/arende/{tag}" w:storeItemID="{STORE}"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


NUMBER = paragraph(run("{{ organisation }}") + run(", dnr {{ dnr }}"))


def plain() -> Letterhead:
    """One header with tags in one run each."""
    return Letterhead(
        word_file(
            PLACE + section(header_default=2),
            {"word/styles.xml": styles_part(), "word/header1.xml": header(NUMBER)},
        )
    )


def numbered(number: int, shape: str, id_: str, sign: str) -> str:
    """How a list is numbered that belongs to a style."""
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="4A0{number}77C1"/>'
        '<w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{shape}"/><w:pStyle w:val="{id_}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    )


def layout_table(*cells: tuple[int, str]) -> str:
    """A table of one row, with the width and the content of every cell."""
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
        for width, content in cells
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width, _ in cells)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(width for width, _ in cells)}" w:type="dxa"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>"
    )


def swedish() -> Letterhead:
    """Saved by a Swedish Word: translated ids, lists and a table style of its own, gaps for a hole
    punch.
    """
    listed = numbered(0, "bullet", "Punktlista", "\u2013") + numbered(
        1, "decimal", "Numreradlista", "%1)"
    )
    numbers = "".join(
        f'<w:num w:numId="{one + 1}"><w:abstractNumId w:val="{one}"/></w:num>' for one in (0, 1)
    )
    own = "".join(
        [
            "<w:docDefaults><w:rPrDefault><w:rPr>"
            '<w:rFonts w:ascii="Garamond" w:hAnsi="Garamond"/><w:lang w:val="en-US"/>'
            "</w:rPr></w:rPrDefault></w:docDefaults>",
            NORMAL,
            *(
                style(
                    f"Rubrik{level}",
                    f"heading {level}",
                    f'<w:keepNext/><w:outlineLvl w:val="{level - 1}"/>',
                    "<w:b/>",
                )
                for level in (1, 2, 3)
            ),
            style("Brdtext", "Body Text"),
            style("Citat", "Quote", look="<w:i/>"),
            style("Punktlista", "List Bullet", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
            style("Numreradlista", "List Number", '<w:numPr><w:numId w:val="2"/></w:numPr>'),
            '<w:style w:type="table" w:customStyle="1" w:styleId="TabellExempelby"><w:name w:val="Tabell Exempelby"/>'
            '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="12"/></w:tblBorders></w:tblPr></w:style>',
        ]
    )
    bound = UPRIGHT.replace('gutter="0"', 'gutter="283"')
    return Letterhead(
        word_file(
            PLACE + section(bound, header_default=3, footer_default=4),
            {
                "word/styles.xml": styles_part(own),
                "word/numbering.xml": Part(
                    f"<w:numbering {NAMES}>{listed}{numbers}</w:numbering>",
                    f"{WORD}.numbering+xml",
                    "numbering",
                ),
                "word/header1.xml": header(NUMBER),
                "word/footer1.xml": footer(paragraph(run("Postadress: 670 00 Exempelby"))),
            },
        ),
        WIDTH - 283,
    )


def cut_up() -> Letterhead:
    """Tags cut up by spelling marks, bookmarks, tabs and formats, some of them in a table in the
    header.
    """
    wrong = '<w:proofErr w:type="spellStart"/>'
    tag = (
        run("Dnr: {")
        + run("{", "<w:b/>")
        + wrong
        + run(" dn", "<w:b/>")
        + '<w:bookmarkStart w:id="3" w:name="nr"/>'
        + run("r", "<w:i/>")
        + '<w:bookmarkEnd w:id="3"/>'
        + '<w:proofErr w:type="spellEnd"/>'
        + run(" }")
        + run("} Sid 1")
    )
    table = layout_table(
        (4536, paragraph(run("{{ organi") + run("sation }}"))),
        (4536, paragraph(run("{{datum}}") + "<w:r><w:tab/></w:r>" + run("{{ handling }}"))),
    )
    place = paragraph(
        '<w:bookmarkStart w:id="1" w:name="text"/>'
        + run("{{ inne")
        + wrong
        + run("hall }}")
        + '<w:bookmarkEnd w:id="1"/>'
    )
    return Letterhead(
        word_file(
            place + section(header_default=2),
            {"word/styles.xml": styles_part(), "word/header1.xml": header(table + paragraph(tag))},
        )
    )


def boxed() -> Letterhead:
    """The number in a text box in the header, and another box that hangs on the paragraph where the
    text comes.
    """
    inside = paragraph(run("Diarienummer")) + paragraph(run("{{ dn") + run("r }}"))
    place = paragraph(run("{{ innehall }}") + text_box(paragraph(run("Box 77, Exempelby"))))
    return Letterhead(
        word_file(
            place + section(header_default=2),
            {
                "word/styles.xml": styles_part(),
                "word/header1.xml": header(paragraph(text_box(inside))),
            },
        )
    )


def in_sections() -> Letterhead:
    """A cover, the text on lying pages (its section ends with the tag), and two columns of small
    print.
    """
    cover = paragraph(run("Försättsblad")) + paragraph("", section(header_default=2))
    place = paragraph(run("{{ innehall }}"), section(LYING, header_default=3))
    last = paragraph(run("Så behandlar vi personuppgifter")) + section(
        UPRIGHT, '<w:cols w:num="2" w:space="708"/>'
    )
    return Letterhead(
        word_file(
            cover + place + last,
            {
                "word/styles.xml": styles_part(),
                "word/header1.xml": header(NUMBER),
                "word/header2.xml": header(paragraph(run("{{ dnr }} (liggande)"))),
            },
        ),
        16838 - 2 * 1701,
    )


def in_columns() -> Letterhead:
    """No lists, no table style, no headings, no numbering, no place for the text; the page in two
    columns.
    """
    return Letterhead(
        word_file(
            paragraph(run("Meddelande från Exempelby"))
            + section(UPRIGHT, '<w:cols w:num="2" w:space="708"/>', footer_default=2),
            {"word/styles.xml": styles_part(), "word/footer1.xml": footer(NUMBER)},
        ),
        (WIDTH - 708) // 2,
    )


def in_a_table() -> Letterhead:
    """The text in the right cell of a layout table, with addresses to the left of it; no
    properties.
    """
    table = layout_table(
        (2268, paragraph(run("Torget 1")) + paragraph(run("Exempelby"))), (6804, PLACE)
    )
    return Letterhead(
        word_file(
            table + paragraph(run("Hälsningar")) + section(header_default=2),
            {"word/styles.xml": styles_part(), "word/header1.xml": header(NUMBER)},
            core=False,
        ),
        6804 - 216,
    )


def with_controls() -> Letterhead:
    """Content controls bound to data, in the header, in a line of the text, and where the text
    comes.
    """
    hint = run("Klicka här", '<w:rStyle w:val="Platshllartext"/>')
    body = paragraph(run("Ärende ") + control("dnr", hint)) + control("innehall", paragraph(hint))
    own = NORMAL + (
        '<w:style w:type="character" w:styleId="Platshllartext"><w:name w:val="Placeholder Text"/>'
        '<w:rPr><w:color w:val="808080"/></w:rPr></w:style>'
    )
    return Letterhead(
        word_file(
            body + section(header_default=2),
            {
                "word/styles.xml": styles_part(own),
                "word/header1.xml": header(
                    paragraph(control("dnr", hint))
                    + control("handling", paragraph(hint))
                    + paragraph(control("annat", run("Lämnas orört")))
                ),
                "customXml/item1.xml": Part(
                    "<arende><dnr>fel</dnr></arende>", "application/xml", "customXml"
                ),
            },
        )
    )


def template() -> Letterhead:
    """A .dotx with a first page, odd and even pages of their own, and its own custom properties."""
    settings = f"<w:settings {NAMES}><w:evenAndOddHeaders/></w:settings>"
    pages = section(
        UPRIGHT, "<w:titlePg/>", header_first=3, header_default=4, header_even=5, footer_even=6
    )
    return Letterhead(
        word_file(
            PLACE + pages,
            {
                "word/styles.xml": styles_part(),
                "word/settings.xml": Part(settings, f"{WORD}.settings+xml", "settings"),
                "word/header1.xml": header(NUMBER + paragraph(run("{{ utkast }}"))),
                "word/header2.xml": header(paragraph(run("{{ dnr }} udda"))),
                "word/header3.xml": header(paragraph(run("{{ dnr }} jämn"))),
                "word/footer1.xml": footer(paragraph(run("{{ titel }}"))),
            },
            kind="template",
        )
    )


def in_its_own_look() -> Letterhead:
    """A theme, fonts, a logo with an alternative text in the header and a seal in the text, notes,
    building blocks.
    """
    theme = (
        f'<a:theme xmlns:a="{DRAWING}/main" name="Exempelby"><a:themeElements><a:clrScheme name="e"/>'
        "</a:themeElements></a:theme>"
    )
    fonts = f'<w:fonts {NAMES}><w:font w:name="Exempelby Sans"><w:family w:val="swiss"/></w:font></w:fonts>'
    look = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    blocks = f"<w:glossaryDocument {NAMES}><w:docParts/></w:glossaryDocument>"
    body = paragraph(picture("rId6", "Exempelbys sigill", 2)) + PLACE
    drawing = "application/vnd.openxmlformats-officedocument"
    return Letterhead(
        word_file(
            body + section(header_default=2),
            {
                "word/styles.xml": styles_part(NORMAL + style("Rubrik1", "heading 1", look=look)),
                "word/header1.xml": header(
                    paragraph(picture("rId1", "Exempelby kommuns logotyp")) + NUMBER
                ),
                "word/theme/theme1.xml": Part(theme, f"{drawing}.theme+xml", "theme"),
                "word/fontTable.xml": Part(fonts, f"{WORD}.fontTable+xml", "fontTable"),
                "word/glossary/document.xml": Part(
                    blocks, f"{WORD}.document.glossary+xml", "glossaryDocument"
                ),
                "word/media/sigill.png": Part(png(b"\x80\0\0"), "image/png", "image"),
                "word/media/logga.png": Part(png(), "image/png", "image"),
            },
            inner={"word/header1.xml": [("/word/media/logga.png", f"{OFFICE}/image")]},
        )
    )


TEN: Mapping[str, Letterhead] = {
    made.__name__: made()
    for made in (
        plain,
        swedish,
        cut_up,
        boxed,
        in_sections,
        in_columns,
        in_a_table,
        with_controls,
        template,
        in_its_own_look,
    )
}
