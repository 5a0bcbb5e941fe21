"""Makes brevmall.docx, the letterhead for those who have none: A4, Swedish, the styles that
documents are written in.

Style ids are Swedish, as Word in Swedish makes them; names are Word's own. Arial and Times New
Roman are on every machine, and LibreOffice has fonts of exactly their widths, so a document looks
the same everywhere.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SANS = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
SERIF = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" '
    'w:cs="Times New Roman"/>'
)
INK = "1F3A4D"
"""The colour of headings and rules: 11:1 against white."""
GREY = "595959"
"""The colour of small print: 7:1 against white."""

TEXT_WIDTH = 9070
"""A4 less margins of 2.5 cm, in twentieths of a point."""


def paragraph_style(
    id_: str,
    name: str,
    properties: str = "",
    look: str = "",
    based: str = "Normal",
    following: str = "",
    own: bool = False,
) -> str:
    """A paragraph style; `own` for a name that is not one of Word's."""
    custom = ' w:customStyle="1"' if own else ""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    then = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{id_}"><w:name w:val="{name}"/>{base}{then}<w:qFormat/>'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def heading(level: int, size: int, before: int, after: int, look: str = "") -> str:
    return paragraph_style(
        f"Rubrik{level}",
        f"heading {level}",
        f'<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="{before}" w:after="{after}" '
        f'w:line="{240 if level > 1 else 228}" w:lineRule="auto"/><w:outlineLvl w:val="{level - 1}"/>',
        f'{SANS}{look or "<w:b/><w:bCs/>"}<w:color w:val="{INK}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
        following="Brdtext",
    )


def list_style(id_: str, name: str, number: int, level: int) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph_style(id_, name, f'{numbering}<w:spacing w:after="70"/>', based="Brdtext")


def continued(id_: str, name: str, level: int) -> str:
    return paragraph_style(
        id_, name, f'<w:spacing w:after="70"/><w:ind w:left="{397 * level}"/>', based="Brdtext"
    )


def styles() -> str:
    small = f'{SANS}<w:sz w:val="18"/><w:szCs w:val="18"/>'
    return "".join(
        [
            f'{HEAD}<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>{SERIF}<w:sz w:val="23"/>'
            '<w:szCs w:val="23"/><w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
            "</w:docDefaults>",
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
            '<w:name w:val="Normal"/><w:qFormat/></w:style>',
            '<w:style w:type="character" w:default="1" w:styleId="Standardstycketeckensnitt">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
            '<w:style w:type="table" w:default="1" w:styleId="Normaltabell"><w:name w:val="Normal Table"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
            '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
            '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
            '<w:style w:type="numbering" w:default="1" w:styleId="Ingenlista"><w:name w:val="No List"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
            paragraph_style("Brdtext", "Body Text", '<w:widowControl/><w:spacing w:after="140"/>'),
            heading(1, 40, 0, 60),
            heading(2, 27, 380, 110),
            heading(3, 22, 260, 70),
            heading(4, 21, 200, 60),
            heading(5, 21, 180, 60, "<w:i/><w:iCs/>"),
            heading(6, 20, 180, 60, "<w:i/><w:iCs/>"),
            paragraph_style(
                "Underrubrik",
                "Subtitle",
                '<w:keepNext/><w:spacing w:after="280" w:line="252" w:lineRule="auto"/>',
                f'{SANS}<w:color w:val="{GREY}"/><w:sz w:val="28"/><w:szCs w:val="28"/>',
                following="Brdtext",
            ),
            list_style("Punktlista", "List Bullet", 1, 0),
            list_style("Punktlista2", "List Bullet 2", 1, 1),
            list_style("Punktlista3", "List Bullet 3", 1, 2),
            list_style("Numreradlista", "List Number", 2, 0),
            list_style("Numreradlista2", "List Number 2", 2, 1),
            list_style("Numreradlista3", "List Number 3", 2, 2),
            continued("Listafortstt", "List Continue", 1),
            continued("Listafortstt2", "List Continue 2", 2),
            continued("Listafortstt3", "List Continue 3", 3),
            paragraph_style(
                "Liststycke", "List Paragraph", '<w:spacing w:after="70"/>', based="Brdtext"
            ),
            paragraph_style(
                "Citat",
                "Quote",
                '<w:spacing w:before="60" w:after="140"/><w:ind w:left="397" w:right="397"/>',
                "<w:i/><w:iCs/>",
                based="Brdtext",
            ),
            paragraph_style(
                "Beskrivning",
                "caption",
                '<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before="240" w:after="90" w:line="240" '
                'w:lineRule="auto"/>',
                f'{small}<w:b/><w:bCs/><w:color w:val="{INK}"/>',
            ),
            paragraph_style(
                "Sidhuvud",
                "header",
                f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
                '<w:spacing w:line="240" w:lineRule="auto"/>',
                small,
            ),
            paragraph_style(
                "Sidfot",
                "footer",
                f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
                '<w:spacing w:line="240" w:lineRule="auto"/>',
                f'{SANS}<w:color w:val="{GREY}"/><w:sz w:val="16"/><w:szCs w:val="16"/>',
            ),
            paragraph_style(
                "Uppgifter",
                "Uppgifter",
                '<w:tabs><w:tab w:val="left" w:pos="2608"/></w:tabs><w:spacing w:after="50" w:line="252" '
                'w:lineRule="auto"/><w:ind w:left="2608" w:hanging="2608"/>',
                f'{SANS}<w:sz w:val="19"/><w:szCs w:val="19"/>',
                own=True,
            ),
            paragraph_style(
                "Upphov",
                "Upphov",
                '<w:spacing w:after="160" w:line="240" w:lineRule="auto"/>',
                f'{SANS}<w:color w:val="{GREY}"/><w:sz w:val="17"/><w:szCs w:val="17"/>',
                own=True,
            ),
            paragraph_style(
                "Tabelltext",
                "Tabelltext",
                '<w:suppressAutoHyphens/><w:spacing w:before="50" w:after="50" '
                'w:line="245" w:lineRule="auto"/>',
                small,
                own=True,
            ),
            paragraph_style(
                "Tabellrubrik",
                "Tabellrubrik",
                "<w:keepNext/>",
                f'<w:color w:val="{INK}"/>',
                based="Tabelltext",
                own=True,
            ),
            '<w:style w:type="character" w:styleId="Hyperlnk"><w:name w:val="Hyperlink"/>'
            '<w:rPr><w:color w:val="0B4F8A"/>'
            '<w:u w:val="single"/></w:rPr></w:style>',
            '<w:style w:type="character" w:customStyle="1" w:styleId="Saknas">'
            '<w:name w:val="Saknas"/><w:rPr><w:b/><w:bCs/>'
            '<w:shd w:val="clear" w:color="auto" w:fill="FFF0A6"/></w:rPr></w:style>',
            '<w:style w:type="character" w:customStyle="1" w:styleId="Utkast">'
            '<w:name w:val="Utkast"/><w:rPr><w:b/><w:bCs/>'
            '<w:color w:val="A11212"/><w:spacing w:val="20"/></w:rPr></w:style>',
            table_style(),
            "</w:styles>",
        ]
    )


def table_style() -> str:
    """Horizontal rules only; a shaded header row and a rule above a last row of sums."""
    line = f'w:val="single" w:space="0" w:color="{INK}"'
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Tabellstandard"><w:name w:val="Tabell standard"/>'
        '<w:basedOn w:val="Normaltabell"/><w:tblPr><w:tblBorders>'
        f'<w:top {line} w:sz="8"/><w:bottom {line} w:sz="8"/>'
        '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="B9C4CC"/></w:tblBorders></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f'<w:bottom {line} w:sz="6"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="E6ECF0"/>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="lastRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f'<w:top {line} w:sz="6"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>'
    )


def numbering() -> str:
    bullets = "".join(
        level(number, "bullet", text, style)
        for number, text, style in (
            (0, "\N{BULLET}", "Punktlista"),
            (1, "\N{EN DASH}", "Punktlista2"),
            (2, "\N{BULLET}", "Punktlista3"),
        )
    )
    figures = "".join(
        level(number, "decimal", f"%{number + 1}.", style)
        for number, style in enumerate(("Numreradlista", "Numreradlista2", "Numreradlista3"))
    )
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="1D1A000{number}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for number, levels in enumerate((bullets, figures), 1)
    )
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (1, 2)
    )
    return f'{HEAD}<w:numbering xmlns:w="{MAIN}">{abstract}{numbers}</w:numbering>'


def level(number: int, shape: str, text: str, style: str) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{397 * (number + 1)}" w:hanging="397"/></w:pPr></w:lvl>'
    )


def run(text: str, look: str = "") -> str:
    """A run; `\\t` in its text is a tab."""
    inside = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{part}</w:t>' if part else "" for part in text.split("\t")
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inside}</w:r>"


def field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def paragraph(style: str, content: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def first_header() -> str:
    """The first page: who the document comes from, what it is, and its number, each on a line of
    its own.
    """
    big = f'<w:b/><w:bCs/><w:color w:val="{INK}"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
    return "".join(
        [
            paragraph("Sidhuvud", run("{{ organisation }}", big) + run("\t{{ datum }}")),
            paragraph("Sidhuvud", run("{{ handling }}\tDnr {{ dnr }}")),
            paragraph(
                "Sidhuvud",
                run("{{ utkast }}", '<w:rStyle w:val="Utkast"/>')
                + run("\tSida ")
                + field("PAGE")
                + run(" (")
                + field("NUMPAGES")
                + run(")"),
                f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="6" w:color="{INK}"/></w:pBdr>'
                '<w:spacing w:after="360"/>',
            ),
        ]
    )


def later_header() -> str:
    return paragraph(
        "Sidhuvud",
        run("{{ organisation }} \N{MIDDLE DOT} dnr {{ dnr }}  ")
        + run("{{ utkast }}", '<w:rStyle w:val="Utkast"/>')
        + run("\tSida ")
        + field("PAGE")
        + run(" (")
        + field("NUMPAGES")
        + run(")"),
        '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="B9C4CC"/></w:pBdr><w:spacing w:after="240"/>',
    )


def footer() -> str:
    return paragraph("Sidfot", run("{{ handling }} \N{MIDDLE DOT} {{ titel }}"))


def document() -> str:
    references = "".join(
        f'<w:{kind}Reference w:type="{page}" r:id="{id_}"/>'
        for kind, page, id_ in (
            ("header", "first", "rId4"),
            ("header", "default", "rId5"),
            ("footer", "first", "rId6"),
            ("footer", "default", "rId7"),
        )
    )
    return (
        f'{HEAD}<w:document xmlns:w="{MAIN}" xmlns:r="{OFFICE}"><w:body>'
        f"{paragraph('Brdtext', run('{{ innehall }}'))}"
        f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" '
        'w:bottom="1304" w:left="1418" w:header="680" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
        "</w:body></w:document>"
    )


def around(root: str, content: str) -> str:
    return f'{HEAD}<w:{root} xmlns:w="{MAIN}" xmlns:r="{OFFICE}">{content}</w:{root}>'


def settings() -> str:
    return (
        f'{HEAD}<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="sv-SE"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def relationships(kinds: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(kinds, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def content_types(parts: list[tuple[str, str]]) -> str:
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def core() -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Brevmall</dc:title><dc:language>sv-SE</dc:language>'
        "</cp:coreProperties>"
    )


def parts() -> dict[str, str]:
    """Every file of the package, in the order in which it is written."""
    kinds = [
        ("document.xml", "document.main"),
        ("styles.xml", "styles"),
        ("numbering.xml", "numbering"),
        ("settings.xml", "settings"),
        ("header1.xml", "header"),
        ("header2.xml", "header"),
        ("footer1.xml", "footer"),
        ("footer2.xml", "footer"),
    ]
    types = [(f"word/{name}", f"{WORD}.{kind}+xml") for name, kind in kinds]
    types.append(
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    )
    related = [
        ("styles", "styles.xml"),
        ("numbering", "numbering.xml"),
        ("settings", "settings.xml"),
        ("header", "header1.xml"),
        ("header", "header2.xml"),
        ("footer", "footer1.xml"),
        ("footer", "footer2.xml"),
    ]
    return {
        "[Content_Types].xml": content_types(types),
        "_rels/.rels": relationships(
            [
                (f"{OFFICE}/officeDocument", "word/document.xml"),
                (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "docProps/core.xml": core(),
        "word/_rels/document.xml.rels": relationships(
            [(f"{OFFICE}/{kind}", target) for kind, target in related]
        ),
        "word/document.xml": document(),
        "word/footer1.xml": around("ftr", footer()),
        "word/footer2.xml": around("ftr", footer()),
        "word/header1.xml": around("hdr", first_header()),
        "word/header2.xml": around("hdr", later_header()),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/styles.xml": styles(),
    }


def make(target: Path) -> None:
    """Write the letterhead: the same bytes each time, for nothing in the file tells when or where
    it was made.
    """
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in parts().items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 0, 0
            archive.writestr(info, text.encode(), zipfile.ZIP_DEFLATED, 6)


if __name__ == "__main__":
    make(Path(__file__).with_name("brevmall.docx"))
