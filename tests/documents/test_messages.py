"""What `dialog templates check` says of each fault there can be in a template or a letterhead:
messages.txt, to read.

A case is a template and what is said of it, or the name of a letterhead below and what is said of
that.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.documents import LETTERHEAD, SAMPLE, SHIPPED, letterhead, packed, parts
from helpers.letterheads import TEN, png
from helpers.screens import drawn

from dialogcli.documents.template_check import review
from dialogcli.documents.templating.templates import Templates
from dialogcli.dossier.reading import read_dossier
from dialogcli.screens.templates import review_screen

TOLD = Path(__file__).with_name("messages.txt")
NAME = "handlingsplan.md.j2"
PLACE = "{{ innehall }}"
WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main"
TRACKED = '<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>ny</w:t></w:r></w:ins></w:p></w:hdr>'
LOGO = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="1" name="Logo"/></wp:inline></w:drawing></w:r></w:p></w:hdr>'
)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def with_types(old: bytes, new: bytes) -> bytes:
    contents = parts(LETTERHEAD)
    contents["[Content_Types].xml"] = contents["[Content_Types].xml"].replace(old, new)
    return packed(contents)


def attached() -> bytes:
    """The letterhead of somebody who has made it from a template on their own disk."""
    contents = parts(LETTERHEAD)
    contents["word/_rels/settings.xml.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="file:///C:/mallar/brev.dotm" TargetMode="External"/></Relationships>'
    )
    return packed(contents)


LETTERHEADS = {
    "ett fält som inte finns": letterhead(header1=("{{ dnr }}", "{{ dnrr }}")),
    "mallkod": letterhead(header1=("{{ dnr }}", "{% if dnr %}")),
    "platsen för texten står i sidhuvudet": letterhead(header1=("{{ dnr }}", PLACE)),
    "platsen för texten saknas": letterhead(document=(PLACE, "")),
    "texten står i en tabell": TEN["in_a_table"].data,
    "spårade ändringar": letterhead(header1=("</w:hdr>", TRACKED)),
    "kommentarer": letterhead(
        document=(PLACE, f'{PLACE}</w:t><w:commentReference w:id="0"/><w:t>')
    ),
    "en logotyp utan alternativtext": letterhead(header1=("</w:hdr>", LOGO)),
    "kopplad till en mallfil": attached(),
    "makron": with_types(WORD, b"application/vnd.ms-word.document.macroEnabled.main"),
    "en del som är trasig": packed({**parts(LETTERHEAD), "word/styles.xml": b"<w:styles"}),
    "låst med lösenord": OLD + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500),
    "gammal Word-fil (.doc)": OLD + bytes(500) + "WordDocument".encode("utf-16-le") + bytes(500),
    "en PDF som heter .docx": b"%PDF-1.7\n...",
    "OpenDocument": b"PK\3\4"
    + bytes(26)
    + b"mimetypeapplication/vnd.oasis.opendocument.text"
    + packed({"a": b""}),
    "ett kalkylblad": with_types(
        WORD, b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main"
    ),
    "avklippt": LETTERHEAD[:-3000],
    "tom": b"",
    "en bild som heter .docx": png(),
}


def cases() -> dict[str, tuple[str, str]]:
    """By name: the template, empty for a letterhead, and what is said."""
    found = {}
    for case in TOLD.read_text("utf-8").split("=== ")[1:]:
        name, _, rest = case.partition("\n")
        template, _, said = rest.rpartition("---\n")
        found[name] = (template, said)
    return found


def said_of(name: str, template: str) -> str:
    """What the command prints of a rulebook's one document, made with a template or on a
    letterhead.
    """
    kind, _, which = name.partition(": ")
    of_letterhead = kind == "brevmallen"
    dossier = read_dossier(SAMPLE)
    documents = tuple(spec for spec in dossier.rulebook.documents if spec.id == "handlingsplan")
    dossier = dossier._replace(rulebook=dossier.rulebook._replace(documents=documents))
    texts = SHIPPED.texts if of_letterhead else {**SHIPPED.texts, NAME: template}
    found = review(dossier, Templates(texts, LETTERHEADS.get(which, LETTERHEAD)))
    return drawn(review_screen(found)) + "\n"


@pytest.mark.parametrize("name", cases())
def test_what_is_said(name: str) -> None:
    template, said = cases()[name]
    assert said_of(name, template) == said


def test_every_letterhead_is_told_of() -> None:
    told = [
        name.removeprefix("brevmallen: ") for name in cases() if name.startswith("brevmallen: ")
    ]
    assert told == list(LETTERHEADS)
