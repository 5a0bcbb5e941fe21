"""Pictures that people put into their answers, `![Torget en vinterdag](bilder/torget.png)`, and
what stops their use.

A picture is a PNG or JPEG file in the dossier's own folder, with a text for those who do not see
it. None is fetched.
"""

from __future__ import annotations

import hashlib
import struct
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogcli.documents.errors import NoDocumentError
from dialogcli.documents.markup.blocks import Image
from dialogcli.documents.markup.characters import leaves
from dialogcli.documents.markup.markdown import parse_answer, pictured
from dialogcli.documents.markup.picture_formats import SIGNATURE, read_jpeg, read_png
from dialogcli.documents.markup.picture_places import place_of
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.model.fieldtypes import Trait
from dialogcli.model.finding import FileFault, NoteKind
from dialogcli.model.place import Place
from dialogcli.model.words import count

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
    tokens = parse_answer(text) if "![" in text else []
    inside = [child for token in tokens for child in token.children or ()]
    return [pictured(child) for child in inside if child.type == "picture"]


def images_of(dossier: Dossier) -> Iterator[tuple[Answer, Image]]:
    """Every picture in the running texts of a dossier, with the answer that it stands in."""
    for answer in leaves(dossier):
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
        raise unusable(faults)


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


def unusable(faults: Sequence[FileFault]) -> NoDocumentError:
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
