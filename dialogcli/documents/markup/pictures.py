"""Pictures that people put into their answers, `![Torget en vinterdag](bilder/torget.png)`, and
what stops their use.

A picture is a PNG or JPEG file in the dossier's folder. A camera writes where and when it was used,
and by whom: of the file only the picture itself goes into a document.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dialogcli.base.fieldtypes import Trait
from dialogcli.base.findings import FileFault, NoteKind, Place
from dialogcli.base.words import count
from dialogcli.documents.markup.blocks import Image
from dialogcli.documents.markup.markdown import parse_answer_text, pictured
from dialogcli.documents.markup.refusals import NoDocumentError, single_answers
from dialogcli.dossier.model import Answer, Dossier

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SHOWN = frozenset(
    (
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"cHRM",
        b"gAMA",
        b"iCCP",
        b"sBIT",
        b"sRGB",
        b"bKGD",
        b"pHYs",
    )
)
"""The chunks of a PNG file by which it is drawn; others hold texts, times, places."""

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The JPEG markers after which the size of the picture stands."""

_START, _END, _SCAN, _COMMENT, _EXIF = 0xD8, 0xD9, 0xDA, 0xFE, 0xE1
_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
"""Markers that nothing follows."""

_COLOURS = {0xE0: b"", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""The application segments that a picture is drawn by, and how they begin."""

_ORIENTATION = 0x0112


class PictureParts(NamedTuple):
    """The bytes of a picture without what is told about it, and its size in points; `turned` is how
    it is to be held up, from 1 (as it is) to 8, as cameras number it.
    """

    data: bytes
    width: int
    height: int
    turned: int = 1


def read_png(data: bytes) -> PictureParts:
    """The parts of a PNG file; every chunk must be there, to the last."""
    width, height = struct.unpack(">II", data[16:24])
    kept, at, name = [SIGNATURE], len(SIGNATURE), b""
    while name != b"IEND":
        size, name = struct.unpack(">I4s", data[at : at + 8])
        end = at + 12 + size
        if end > len(data):
            raise ValueError("cut")
        if name in _SHOWN:
            kept.append(data[at:end])
        at = end
    return PictureParts(b"".join(kept), width, height)


def read_jpeg(data: bytes) -> PictureParts:
    """The parts of a JPEG file, up to its end: some cameras put a film after it."""
    if data[:2] != b"\xff\xd8":
        raise ValueError("no picture")
    kept, size, turned = [data[:2]], (0, 0), 1
    for marker, segment, points in _segments(data):
        if marker in _FRAMES:
            size = struct.unpack(">HH", segment[5:9])
        if marker == _EXIF and segment[4:10] == b"Exif\0\0":
            turned = _turned(segment[10:])
        if _is_drawn_by(marker, segment):
            kept += [segment, points]
    if size == (0, 0):
        raise ValueError("no frame")
    height, width = size
    return PictureParts(b"".join([*kept, b"\xff\xd9"]), width, height, turned)


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """The segments between the beginning and the end of a JPEG file: the marker, the segment with
    it, and the points of the picture that follow on some.
    """
    at = 2
    while (marker := _marker(data, at)) != _END:
        start, at = at, at + 2
        if marker not in _ALONE:
            at += int(struct.unpack(">H", data[at : at + 2])[0])
        after = _after_scan(data, at) if marker == _SCAN else at
        yield marker, data[start:at], data[at:after]
        at = after


def _marker(data: bytes, at: int) -> int:
    if data[at] != 0xFF:
        raise ValueError("no marker")
    return data[at + 1]


def _after_scan(data: bytes, at: int) -> int:
    """Where the next marker stands: in the points themselves 255 is followed by 0."""
    at = data.index(b"\xff", at)
    while data[at + 1] in _ALONE or data[at + 1] in (0x00, 0xFF):
        at = data.index(b"\xff", at + (1 if data[at + 1] == 0xFF else 2))
    return at


def _is_drawn_by(marker: int, segment: bytes) -> bool:
    if marker in _COLOURS:
        return segment[4:].startswith(_COLOURS[marker])
    return marker != _COMMENT and not 0xE0 <= marker <= 0xEF


def _turned(tiff: bytes) -> int:
    """How the camera was held, by the first directory of its data; 1 where it does not say."""
    order = "<" if tiff[:2] == b"II" else ">"
    try:
        at = struct.unpack(f"{order}I", tiff[4:8])[0]
        for number in range(struct.unpack(f"{order}H", tiff[at : at + 2])[0]):
            entry = at + 2 + 12 * number
            tag, kind, _, value = struct.unpack(f"{order}HHIH", tiff[entry : entry + 10])
            if (tag, kind) == (_ORIENTATION, 3) and 1 <= value <= 8:
                return int(value)
    except struct.error:
        return 1
    return 1


def place_of(source: str, number: int, answer: Answer, text: str) -> Place:
    """The place of the picture with that name, the `number`th of them in an answer (from 0), in the
    text of its file.

    That of the answer where it cannot be told, because the file writes the text in another way.
    """
    start = answer.place
    lines = text.replace("\r\n", "\n").split("\n")[start.line - 1 :]
    written = re.compile(rf"(?<!\\)!\[(?:\\.|[^\[\]\\])*\]\(\s*<?{re.escape(source)}")
    before = number
    for line, content in enumerate(lines, start.line):
        for match in written.finditer(content):
            column = match.start() + 1
            if (line, column) < (start.line, start.column):
                continue
            if before == 0:
                return start._replace(line=line, column=column)
            before -= 1
    return start


LARGEST = 10_000_000
"""How many bytes a picture may have."""

_MOST_POINTS = 12_000
_SHOWN_BY = "Skriv vad bilden visar: ![Torget en vinterdag](bilder/torget.png)"


class PictureError(Exception):
    """A picture that cannot be used; the message says why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture, its kind (`png`, `jpeg`) and its size in points of the screen;
    `turned` as in `Parts`.
    """

    data: bytes
    kind: str
    width: int
    height: int
    turned: int = 1


Pictures = Mapping[tuple[str, str], Picture | PictureError]
"""From the path of an answer and what that calls a picture to the picture, or to why it cannot be
used.
"""


def read_picture(data: bytes) -> Picture:
    """A picture by its own beginning, whatever its file is called, without what is told about it.
    Raises PictureError.
    """
    is_png = data.startswith(SIGNATURE)
    try:
        parts = read_png(data) if is_png else read_jpeg(data)
    except (struct.error, IndexError, ValueError) as error:
        raise PictureError("är ingen hel PNG- eller JPEG-bild") from error
    if not (0 < parts.width <= _MOST_POINTS and 0 < parts.height <= _MOST_POINTS):
        raise PictureError("är för stor. Minska den i ett bildprogram")
    return Picture(parts.data, "png" if is_png else "jpeg", parts.width, parts.height, parts.turned)


def images_in(text: str) -> list[Image]:
    """The pictures that an answer in Markdown shows."""
    tokens = parse_answer_text(text) if "![" in text else []
    inside = [child for token in tokens for child in token.children or ()]
    return [pictured(child) for child in inside if child.type == "picture"]


def images_of(dossier: Dossier) -> Iterator[tuple[Answer, Image]]:
    """Every picture in the running texts of a dossier, with the answer that it stands in."""
    for answer in single_answers(dossier):
        if Trait.LONG in answer.field.type.traits and isinstance(answer.value, str):
            yield from ((answer, image) for image in images_in(answer.value))


def digests(pictures: Pictures, shown: Collection[str]) -> dict[str, str]:
    """The SHA-256 of every picture in the answers at the paths that a document shows."""
    return {
        f"{path} {source}": hashlib.sha256(one.data).hexdigest()
        for (path, source), one in sorted(pictures.items(), key=lambda pair: pair[0])
        if isinstance(one, Picture) and path in shown
    }


def refuse_pictures(dossier: Dossier, pictures: Pictures) -> None:
    """Raises UnreadableError with a fault for every picture that cannot be used or has no text of
    its own.
    """
    if faults := picture_faults(dossier, pictures):
        raise pictures_unusable(faults)


def picture_faults(
    dossier: Dossier, pictures: Pictures, sources: Collection[str] = ()
) -> list[FileFault]:
    """What is wrong with each picture, or with those that answers call one of the `sources`."""
    seen: Counter[tuple[str, str]] = Counter()
    faults = []
    for answer, image in images_of(dossier):
        if not sources or image.source in sources:
            place = place_of(
                image.source,
                seen[answer.path, image.source],
                answer,
                dossier.texts.get(answer.place.file, ""),
            )
            faults.append(_fault(answer, image, pictures, place))
            seen[answer.path, image.source] += 1
    return [fault for fault in faults if fault]


def pictures_unusable(faults: Sequence[FileFault]) -> NoDocumentError:
    """The error for pictures with these faults."""
    number = count(len(faults), "bild", "bilder")
    return NoDocumentError(f"{number} går inte att använda.", faults=faults)


def _fault(answer: Answer, image: Image, pictures: Pictures, place: Place) -> FileFault | None:
    picture = pictures.get((answer.path, image.source), PictureError("finns inte i dossierns mapp"))
    name = f"Bilden {image.source} i {answer.path}"
    if isinstance(picture, PictureError):
        return FileFault("bild", place, f"{name} {picture}.")
    if not image.text.strip():
        return FileFault(
            "bild", place, f"{name} saknar alternativtext.", ((NoteKind.ADVICE, _SHOWN_BY),)
        )
    return None
