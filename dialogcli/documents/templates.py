"""The files that documents are made from: text templates and a letterhead, read once and handed on as data."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dialogcli.documents.environment import ENDING
from dialogcli.model.errors import UnreadableError
from dialogcli.model.words import listed
from dialogcli.rulebook.model import DocumentSpec
from dialogcli.storage.files import read_text
from dialogcli.storage.plain_file import NotPlainError, read_bytes
from dialogcli.storage.refusals import stopped

LETTERHEAD = "brevmall.docx"
_LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Templates:
    """`texts` leads from a template's file name to its text; `letterhead` is a Word file."""

    texts: Mapping[str, str]
    letterhead: bytes

    def name_for(self, spec: DocumentSpec) -> str:
        """The file name of a document's template. Raises UnreadableError when there is none."""
        name = f"{spec.template}{ENDING}"
        if name not in self.texts:
            there = listed(one.removesuffix(ENDING) for one in self.texts)
            raise UnreadableError(f"Mallen {name} finns inte. Ingen handling är skapad.", f"Mallar som finns: {there}")
        return name

    def digest(self, name: str) -> str:
        """The SHA-256 of a template and all that it may include."""
        whole = "\0".join([name, *(f"{one}\0{text}" for one, text in sorted(self.texts.items()))])
        return hashlib.sha256(whole.encode()).hexdigest()


def read_templates(folder: Path) -> Templates:
    """The templates in `documents` and the letterhead in `letterhead` of a folder.

    Raises UnreadableError or InputOutputError when one cannot be read.
    """
    files = sorted((folder / "documents").glob(f"*{ENDING}"))
    texts = {file.name: read_text(file, file.name).text for file in files}
    return Templates(texts, _letterhead(folder / "letterhead" / LETTERHEAD))


def _letterhead(path: Path) -> bytes:
    try:
        return read_bytes(path, _LARGEST)
    except FileNotFoundError as error:
        raise UnreadableError(f"Brevmallen {path.name} finns inte. Ingen handling är skapad.") from error
    except NotPlainError as error:
        raise UnreadableError(f"Brevmallen {path.name} går inte att läsa. {error}") from error
    except OSError as error:
        raise stopped(error, path, "läsas") from error
