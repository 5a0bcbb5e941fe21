"""Bytes as text: UTF-8, or a fault that says what else they seem to be."""

from __future__ import annotations

from dialogcli.model.finding import FileFault, NoteKind
from dialogcli.model.place import Place
from dialogcli.storage.characters import quoted_line

_SAVE_AS = ((NoteKind.ADVICE, "Öppna filen i en textredigerare och spara den som UTF-8."),)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def decoded(data: bytes, name: str) -> str | FileFault:
    """The text of a file's bytes (byte order mark of UTF-8 already taken off), line ends untouched."""
    if data.startswith(_UTF_16) or _looks_like_utf_16(data):
        return FileFault(
            "teckenkodning", Place(name), "Filen är sparad som UTF-16, inte UTF-8.", _SAVE_AS
        )
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return _not_utf_8(data, error.start, name)


def _not_utf_8(data: bytes, start: int, name: str) -> FileFault:
    """The place of the first wrong byte, with its line as it reads in the encoding of older Windows
    programs.
    """
    begin = data.rfind(b"\n", 0, start) + 1
    end = data.find(b"\n", start)
    line = data[begin : end if end >= 0 else len(data)].decode("cp1252", "replace")
    place = Place(
        name, data.count(b"\n", 0, start) + 1, len(data[begin:start].decode("utf-8", "replace")) + 1
    )
    return FileFault(
        "teckenkodning",
        place,
        "Filen är inte sparad som UTF-8. Å, ä och ö går inte att läsa.",
        (*quoted_line(NoteKind.LINE, line), *_SAVE_AS),
    )


def _looks_like_utf_16(data: bytes) -> bool:
    """Whether every other one of the first bytes is zero, as when western text is saved as UTF-16
    without a mark.
    """
    sample = data[:200]
    return len(sample) >= 4 and (not any(sample[::2]) or not any(sample[1::2]))
