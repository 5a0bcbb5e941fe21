"""What a file is that somebody took for a Word document, and how it becomes one."""

from __future__ import annotations

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_NO_WORD_FILE = "den är ingen Word-fil"
_KINDS = (
    (b"%PDF", "den är en PDF. Öppna den i Word och spara den som Word-dokument (.docx)"),
    (b"{\\rtf", "den är sparad som RTF. Öppna den i Word och spara den som Word-dokument (.docx)"),
)


def what_it_is(data: bytes) -> str:
    """Why a file that could not be opened is no Word file, as the end of a sentence."""
    if not data:
        return "den är tom"
    if data.startswith(_OLD):
        if _LOCKED in data:
            return "den är låst med lösenord. Ta bort lösenordet i Word, under Arkiv, Info, Skydda dokument"
        return "den är sparad i ett äldre format (.doc). Öppna den i Word och spara den som Word-dokument (.docx)"
    if data.startswith(b"PK"):
        return _zipped(data)
    return next((told for start, told in _KINDS if data.startswith(start)), _NO_WORD_FILE)


def _zipped(data: bytes) -> str:
    if b"application/vnd.oasis.opendocument" in data[:200]:
        return "den är sparad som OpenDocument (.odt). Öppna den i Word och spara den som Word-dokument (.docx)"
    whole = b"PK\x05\x06" in data[-70_000:]
    return (
        _NO_WORD_FILE
        if whole
        else "den är inte hel. Hämta den igen, eller öppna den i Word och spara den på nytt"
    )
