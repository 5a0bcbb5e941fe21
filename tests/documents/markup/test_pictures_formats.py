"""What a camera tells of a picture stays behind; the picture itself is not touched."""

from __future__ import annotations

import struct
import zlib

import pytest
from helpers.documents import made, part, parts
from helpers.letterheads import png
from helpers.schemas import invalid

from dialogcli.documents.markup.pictures import PictureError, read_picture

SIZE = struct.pack(">HH", 300, 400)
PLACE = b"59.4022 N 13.5115 E, Kim Ek"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/"


def segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def exif(turned: int, order: str = ">") -> bytes:
    """What a phone writes: how it was held, and where."""
    head = (b"MM" if order == ">" else b"II") + struct.pack(f"{order}HI", 42, 8)
    entries = struct.pack(f"{order}HHHIHH", 1, 0x0112, 3, 1, turned, 0)
    return segment(0xE1, b"Exif\0\0" + head + entries + PLACE)


JFIF, PROFILE, ADOBE = (
    segment(0xE0, b"JFIF\0..."),
    segment(0xE2, b"ICC_PROFILE\0\1\1..."),
    segment(0xEE, b"Adobe..."),
)
TABLES = segment(0xDB, b"tables") + segment(0xC4, b"huffman")
FRAME = segment(0xC2, b"\x08" + SIZE + bytes(10))
SCANS = (
    segment(0xDA, b"one")
    + b"points\xff\x00more\xff\xd0and more"
    + segment(0xC4, b"again")
    + segment(0xDA, b"two")
    + b"rest"
)
END = b"\xff\xd9"
CLEAN = b"\xff\xd8" + JFIF + PROFILE + ADOBE + TABLES + FRAME + SCANS + END


def jpeg(*told: bytes, after: bytes = b"") -> bytes:
    """A JPEG file in which something is told about the picture."""
    return (
        b"\xff\xd8" + JFIF + b"".join(told) + PROFILE + ADOBE + TABLES + FRAME + SCANS + END + after
    )


@pytest.mark.parametrize(
    "data",
    [
        jpeg(),
        jpeg(exif(1)),
        jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + PLACE)),
        jpeg(segment(0xED, b"Photoshop 3.0\0" + PLACE)),
        jpeg(segment(0xFE, PLACE)),
        jpeg(segment(0xE2, b"MPF\0" + PLACE)),
        jpeg(exif(1), segment(0xFE, PLACE), segment(0xEB, PLACE)),
        jpeg(after=b"a film" * 999),
        jpeg(after=END + PLACE),
    ],
)
def test_a_photo_tells_nothing_but_itself(data: bytes) -> None:
    picture = read_picture(data)
    assert picture.data == CLEAN
    assert (picture.kind, picture.width, picture.height, picture.turned) == ("jpeg", 400, 300, 1)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@pytest.mark.parametrize(
    "told",
    [
        chunk(b"tEXt", b"Author\0" + PLACE),
        chunk(b"zTXt", PLACE),
        chunk(b"iTXt", PLACE),
        chunk(b"eXIf", PLACE),
        chunk(b"tIME", b"1234567"),
        chunk(b"prVt", PLACE),
    ],
)
def test_a_drawing_tells_nothing_but_itself(told: bytes) -> None:
    head, rest = png()[:33], png()[33:]
    assert read_picture(head + told + rest + PLACE).data == png()


def test_what_a_drawing_is_drawn_by_is_kept() -> None:
    head, rest = png()[:33], png()[33:]
    whole = head + chunk(b"gAMA", struct.pack(">I", 45455)) + chunk(b"pHYs", bytes(9)) + rest
    assert read_picture(whole).data == whole


@pytest.mark.parametrize(
    "data",
    [jpeg()[:-2], jpeg()[:-30], jpeg().replace(FRAME, b""), jpeg()[:40], CLEAN[1:], b"\xff\xd8"],
)
def test_a_torn_photo_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError, match="ingen hel"):
        read_picture(data)


@pytest.mark.parametrize("order", [">", "<"])
@pytest.mark.parametrize(
    ("turned", "quarters", "mirrored"),
    [
        (1, 0, "0"),
        (2, 0, "1"),
        (3, 2, "0"),
        (4, 2, "1"),
        (5, 3, "1"),
        (6, 1, "0"),
        (7, 1, "1"),
        (8, 3, "0"),
    ],
)
def test_a_photo_is_held_up_as_the_camera_was(
    turned: int, quarters: int, mirrored: str, order: str
) -> None:
    picture = read_picture(jpeg(exif(turned, order)))
    data = made(
        "# T\n\n{{ idé.syfte | md }}",
        {"ide.yaml": "syfte: '![Torget](a.jpg)'"},
        pictures={("idé.syfte", "a.jpg"): picture},
    ).data
    [turn] = part(data).iter(f"{DRAWN}main}}xfrm")
    assert (int(turn.get("rot")) // 5_400_000, turn.get("flipH")) == (quarters, mirrored)
    assert invalid(data) == []
    assert not any(PLACE in content for content in parts(data).values())


def test_a_photo_on_its_side_has_room_to_stand_up() -> None:
    data = made(
        "# T\n\n{{ idé.syfte | md }}",
        {"ide.yaml": "syfte: '![Torget](a.jpg)'"},
        pictures={("idé.syfte", "a.jpg"): read_picture(jpeg(exif(6)))},
    ).data
    [extent], [around] = (
        list(part(data).iter(f"{DRAWN}wordprocessingDrawing}}{name}"))
        for name in ("extent", "effectExtent")
    )
    across, down, above = int(extent.get("cx")), int(extent.get("cy")), int(around.get("t"))
    assert (across, down + 2 * above) == (400 * 9525, across)


@pytest.mark.parametrize("told", [b"", b"MM", b"MM\0*\xff\xff\xff\xff", b"II*\0\x08\0\0\0\xff\xff"])
def test_what_a_camera_has_muddled_is_as_if_it_said_nothing(told: bytes) -> None:
    assert read_picture(jpeg(segment(0xE1, b"Exif\0\0" + told))).turned == 1
