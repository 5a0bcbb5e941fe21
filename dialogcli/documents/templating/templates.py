"""The files that documents are made from: text templates and a letterhead, read once and handed on
as data.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from dialogcli.base.findings import UnreadableError
from dialogcli.base.words import listed
from dialogcli.disk.atomic import stopped
from dialogcli.disk.files import NotPlainError, read_bytes, read_text
from dialogcli.documents.markup.pictures import Pictures
from dialogcli.documents.markup.refusals import NoDocumentError
from dialogcli.documents.templating.filters import ENDING, referred, words_of
from dialogcli.rulebook.model import DocumentSpec

OWN_FOLDER = "mallar"
"""Where an organisation keeps its own templates and its letterhead, beside its dossiers."""

LETTERHEAD = "brevmall.docx"
LETTERHEADS = (LETTERHEAD, "brevmall.dotx")
_LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Templates:
    """`texts` leads from a template's file name to its text; `letterhead` is a Word file.

    `own` leads from the names of those that are the organisation's own to where they lie, as a
    person reads it. `pictures` are those of the dossier's answers.
    """

    texts: Mapping[str, str]
    letterhead: bytes
    own: Mapping[str, str] = field(default_factory=dict)
    pictures: Pictures = field(default_factory=dict)

    def name_for(self, spec: DocumentSpec) -> str:
        """The file name of a document's template. Raises UnreadableError when there is none."""
        name = f"{spec.template}{ENDING}"
        if name not in self.texts:
            there = listed(one.removesuffix(ENDING) for one in self.texts)
            raise NoDocumentError(f"Mallen {name} finns inte.", f"Mallar som finns: {there}")
        return name

    def words(self, name: str) -> frozenset[str]:
        """What a template may ask its data for; a form that is not among it need not be prepared."""
        return words_of(name, tuple(sorted(self.texts.items())))

    def digest(self, name: str) -> str:
        """The SHA-256 of a template and all that it may include."""
        used = sorted(referred(name, tuple(sorted(self.texts.items()))))
        whole = "\0".join([name, *(f"{one}\0{self.texts[one]}" for one in used)])
        return hashlib.sha256(whole.encode()).hexdigest()


def read_templates(folder: Path, start: Path | None = None) -> Templates:
    """The templates in `documents` and the letterhead in `letterhead` of a folder; before them go
    the organisation's own, in the folders `mallar` at `start` and above it, the nearest first.

    Raises UnreadableError or InputOutputError when one cannot be read.
    """
    texts, own = _texts(folder / "documents"), {}
    letterhead = folder / "letterhead" / LETTERHEAD
    for shelf in reversed(own_folders(start)):
        found = _texts(shelf)
        texts.update(found)
        own.update({name: f"{OWN_FOLDER}/{name}" for name in found})
        for name in LETTERHEADS:
            if (shelf / name).exists():
                letterhead, own[LETTERHEAD] = shelf / name, f"{OWN_FOLDER}/{name}"
                break
    return Templates(texts, _letterhead(letterhead), own)


def own_folders(start: Path | None) -> list[Path]:
    """The folders `mallar` that there are at a folder and above it, the nearest first."""
    here = start.absolute() if start else None
    folders = [folder / OWN_FOLDER for folder in (here, *here.parents)] if here else []
    return [folder for folder in folders if folder.is_dir()]


def _texts(folder: Path) -> dict[str, str]:
    return dict(_read(file) for file in sorted(folder.glob(f"*{ENDING}")))


def _read(file: Path) -> tuple[str, str]:
    name = normalize("NFC", file.name)
    return name, normalize("NFC", read_text(file, name).text)


def _letterhead(path: Path) -> bytes:
    try:
        return read_bytes(path, _LARGEST)
    except FileNotFoundError as error:
        raise NoDocumentError(f"Brevmallen {path.name} finns inte.") from error
    except NotPlainError as error:
        raise UnreadableError(f"Brevmallen {path.name} går inte att läsa. {error}") from error
    except OSError as error:
        raise stopped(error, path, "läsas") from error
