"""PNG and JPEG files taken to pieces: how large the picture is, and what of the file is the picture
itself.

A camera writes where and when it was used, and by whom, into its files. A document is published, so
all of that stays behind; the picture is not encoded anew. Raises ValueError, IndexError or
struct.error for a file that is not whole.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

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


class Parts(NamedTuple):
    """The bytes of a picture without what is told about it, and its size in points; `turned` is how
    it is to be held up, from 1 (as it is) to 8, as cameras number it.
    """

    data: bytes
    width: int
    height: int
    turned: int = 1


def read_png(data: bytes) -> Parts:
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
    return Parts(b"".join(kept), width, height)


def read_jpeg(data: bytes) -> Parts:
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
    return Parts(b"".join([*kept, b"\xff\xd9"]), width, height, turned)


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
