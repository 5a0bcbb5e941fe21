"""What `dialog render --status --format json` says: a contract with other programs, described by a
schema in the tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogcli.reports.json import Json, written

if TYPE_CHECKING:
    from dialogcli.documents.choosing import Document
    from dialogcli.documents.manifest import Upkeep

VERSION = 1


def upkeep_json(
    found: Sequence[tuple[Document, Upkeep]], folder: str, files: str, ascii_only: bool = False
) -> str:
    """`folder` is where the dossier lies, `files` the folder in it that holds the Word files.

    `draft` is null for a file that is not there or not ours; what has changed is told of stale
    files only.
    """
    states = [str(upkeep.state) for _, upkeep in found]
    return written(
        {
            "version": VERSION,
            "dossier": folder,
            "documents": [_document(document, upkeep, files) for document, upkeep in found],
            "summary": {
                state: states.count(state) for state in ("saknas", "ändrad", "inaktuell", "aktuell")
            },
        },
        ascii_only,
    )


def _document(document: Document, upkeep: Upkeep, files: str) -> Json:
    state = str(upkeep.state)
    known = upkeep.ours and state != "saknas"
    return {
        "document": document.word,
        "title": document.spec.title,
        "file": f"{files}/{upkeep.name}",
        "state": state,
        "ours": upkeep.ours,
        "draft": upkeep.draft if known else None,
        "changed_answers": list(upkeep.answers),
        "changed_sources": list(upkeep.others),
    }
