"""Pictures in answers: out of the dossier's own folder and nowhere else, with a text, or refused
with their place.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from helpers.documents import SHIPPED, W, made, of_sample, part, parts, texts
from helpers.dossiers import changed, planning
from helpers.letterheads import png
from helpers.schemas import invalid
from helpers.terminal import run

from dialogcli.base.findings import UnreadableError
from dialogcli.documents import picture_files
from dialogcli.documents.accessibility import flaws
from dialogcli.documents.markup.pictures import PictureError, read_picture
from dialogcli.documents.picture_files import with_pictures
from dialogcli.documents.rendered import Rendered
from dialogcli.dossier.reading import read_dossier

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08"
    + struct.pack(">HH", 30, 400)
    + bytes(10)
    + b"\xff\xda\x00\x02bild\xff\xd9"
)
AIM = "Dialogen ska ge de förtroendevalda"


def sized(width: int, height: int) -> bytes:
    """A PNG file that says it is as large as that."""
    return png()[:16] + struct.pack(">II", width, height) + png()[24:]


WIDE = sized(4000, 1000)


def shown(folder: Path, prose: str) -> Rendered:
    """The plan of a dossier whose aim begins with some Markdown."""
    changed(folder, "handlingsplan.yaml", f"syfte: |\n  {AIM}", f"syfte: |\n  {prose}\n\n  {AIM}")
    return of_sample(
        "handlingsplan", folder, templates=with_pictures(SHIPPED, folder, read_dossier(folder))
    )


def refused(folder: Path, prose: str) -> str:
    """What is said of the one picture that cannot be used, with its place."""
    with pytest.raises(UnreadableError, match="1 bild går inte att använda") as stopped:
        shown(folder, prose)
    [fault] = stopped.value.faults
    return f"{fault.place} {fault.message}"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = planning(tmp_path)
    (folder / "bilder").mkdir()
    (folder / "bilder" / "torget.png").write_bytes(png())
    return folder


def extent(data: bytes) -> list[tuple[int, int]]:
    """Width and height of every picture in the text, in millimetres."""
    return [
        (round(int(one.get("cx")) / 36000), round(int(one.get("cy")) / 36000))
        for one in part(data).iter(f"{DRAWING}extent")
    ]


def test_a_picture_is_in_the_file_with_its_text(dossier: Path) -> None:
    data = shown(dossier, "![Torget en vinterdag](bilder/torget.png)").data
    [named] = part(data).iter(f"{DRAWING}docPr")
    assert (named.get("id"), named.get("descr")) == ("1001", "Torget en vinterdag")
    assert [content for name, content in parts(data).items() if name.startswith("word/media/")] == [
        png()
    ]
    assert invalid(data) == []
    assert flaws(data) == []


@pytest.mark.parametrize(("on_disk", "written"), [("NFD", "NFC"), ("NFC", "NFD"), ("NFD", "NFD")])
def test_a_picture_is_found_however_its_letters_are_written(
    dossier: Path, on_disk: Literal["NFC", "NFD"], written: Literal["NFC", "NFD"]
) -> None:
    (dossier / "bilder" / normalize(on_disk, "Båthus.png")).write_bytes(png())
    prose = normalize(written, "![Båthuset](bilder/Båthus.png)")
    assert len(extent(shown(dossier, prose).data)) == 1


def test_the_same_picture_twice_is_kept_once_and_numbered_twice(dossier: Path) -> None:
    data = shown(dossier, "![Torget](bilder/torget.png) och ![Torget igen](bilder/torget.png)").data
    assert [one.get("id") for one in part(data).iter(f"{DRAWING}docPr")] == ["1001", "1002"]
    assert sum(name.startswith("word/media/") for name in parts(data)) == 1


def test_a_picture_is_as_large_as_it_is_but_no_wider_than_the_text(dossier: Path) -> None:
    (dossier / "bred.png").write_bytes(WIDE)
    (dossier / "foto.jpg").write_bytes(JPEG)
    data = shown(dossier, "![Torget](bilder/torget.png) ![Bred](bred.png) ![Foto](foto.jpg)").data
    assert extent(data) == [(2, 2), (160, 40), (106, 8)]


def test_a_picture_in_a_table_is_no_wider_than_its_cell() -> None:
    files = {
        "ide.yaml": "syfte: " + json.dumps("| a | b |\n|---|---|\n| ![Bred](bred.png) | text |")
    }
    data = made(
        "# T\n\n{{ idé.syfte | md }}",
        files,
        pictures={("idé.syfte", "bred.png"): read_picture(WIDE)},
    ).data
    cell = next(part(data).iter(f"{W}tcW"))
    assert extent(data)[0][0] == pytest.approx((int(cell.get(f"{W}w")) - 216) / 56.7, abs=1)


def test_what_a_picture_is_called_stands_below_it(dossier: Path) -> None:
    rendered = shown(dossier, '![Torget](bilder/torget.png "Torget i februari")')
    assert "\nTorget i februari" in texts(rendered.data)
    assert '![Torget](bilder/torget.png "Torget i februari")' in rendered.markdown


def test_another_picture_of_the_same_name_makes_another_document(dossier: Path) -> None:
    first = shown(dossier, "![Torget](bilder/torget.png)").origin
    (dossier / "bilder" / "torget.png").write_bytes(png(b"\0\0\0"))
    templates = with_pictures(SHIPPED, dossier, read_dossier(dossier))
    assert of_sample("handlingsplan", dossier, templates=templates).origin.content != first.content


def test_a_picture_concerns_no_document_that_does_not_show_it(dossier: Path) -> None:
    shown(dossier, "![Torget](bilder/torget.png)")
    before = with_pictures(SHIPPED, dossier, read_dossier(dossier))
    (dossier / "bilder" / "torget.png").write_bytes(png(b"\0\0\0"))
    after = with_pictures(SHIPPED, dossier, read_dossier(dossier))
    one, other = (
        of_sample("kommunikationsplan", dossier, templates=templates).origin
        for templates in (before, after)
    )
    assert one == other


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("bilder/borta.png", "finns inte i dossierns mapp."),
        ("borta/torget.png", "finns inte i dossierns mapp."),
        ("bilder", "går inte att läsa. Det är en mapp, inte en fil."),
        ("dossier.yaml", "är ingen hel PNG- eller JPEG-bild."),
        ("http://127.0.0.1:9/a.png", "ligger inte i dossierns mapp."),
        ("file:///etc/passwd", "ligger inte i dossierns mapp."),
        ("C:/bild.png", "ligger inte i dossierns mapp."),
        ("/etc/passwd", "ligger inte i dossierns mapp."),
        ("~/bild.png", "ligger inte i dossierns mapp."),
        ("../torget.png", "ligger inte i dossierns mapp."),
        ("bilder/../../torget.png", "ligger inte i dossierns mapp."),
        ("bilder\\torget.png", "ligger inte i dossierns mapp."),
        ("data:image/png;base64,AAAA", "ligger inte i dossierns mapp."),
    ],
)
def test_a_picture_from_elsewhere_is_refused_with_its_place(
    dossier: Path, source: str, said: str
) -> None:
    found = refused(dossier, f"![Torget]({source})")
    assert found.startswith(f"handlingsplan.yaml:20:3 Bilden {source} i handlingsplan.syfte {said}")


@pytest.mark.parametrize(
    "link", [("bilder/pil.png", "Länkar läses inte"), ("genväg/hemlig.png", "finns inte i")]
)
def test_no_link_is_followed(dossier: Path, tmp_path: Path, link: tuple[str, str]) -> None:
    secret = tmp_path / "utanför"
    secret.mkdir()
    (secret / "hemlig.png").write_bytes(png())
    try:
        (dossier / "bilder" / "pil.png").symlink_to(secret / "hemlig.png")
        (dossier / "genväg").symlink_to(secret, target_is_directory=True)
    except OSError:
        pytest.skip("Här går det inte att skapa länkar")
    source, said = link
    assert said in refused(dossier, f"![Hemlig]({source})")


@pytest.mark.parametrize("text", ["", " "])
def test_a_picture_without_a_text_is_refused(dossier: Path, text: str) -> None:
    assert refused(dossier, f"![{text}](bilder/torget.png)") == (
        "handlingsplan.yaml:20:3 Bilden bilder/torget.png i handlingsplan.syfte saknar alternativtext."
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<svg/>",
        png()[:-20],
        png()[:20],
        JPEG[:-2],
        JPEG[:9],
        b"\xff\xd8\xff\xd9",
        sized(0, 8),
        sized(60000, 60000),
    ],
)
def test_what_is_no_whole_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError):
        read_picture(data)


def test_a_picture_that_is_far_too_big_is_not_read(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_files, "LARGEST", 50)
    assert "går inte att läsa. Filen är större än" in refused(
        dossier, "![Torget](bilder/torget.png)"
    )


def test_the_command_refuses_it_and_shows_where(dossier: Path) -> None:
    changed(dossier, "handlingsplan.yaml", AIM, f"![](bilder/torget.png) {AIM}")
    ran = run(["render", "handlingsplan"], dossier)
    assert ran.exit_code == 3
    assert "handlingsplan.yaml:20:3" in ran.err
    assert not (dossier / "handlingar" / "handlingsplan.docx").exists()


def test_a_template_shows_no_pictures_of_its_own() -> None:
    with pytest.raises(UnreadableError, match=r"Mallen visar bilden logga\.png"):
        made("# T\n\n![Logga](logga.png)\n")
