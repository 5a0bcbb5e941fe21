"""What `dialog render --status --format json` says: a contract with other programs, described by a
schema in the tests.
"""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.documents.choosing import Document
from dialogcli.documents.manifest import State, Upkeep
from dialogcli.reports.json import Facts, Json

VERSION = 1


def upkeep_facts(found: Sequence[tuple[Document, Upkeep]], folder: str, files: str) -> Facts:
    """`folder` is where the dossier lies, `files` the folder in it that holds the Word files.

    `draft` is null for a file that is not there or not ours; what has changed is told of stale
    files only.
    """
    states = [upkeep.state for _, upkeep in found]
    order = (State.NEW, State.EDITED, State.STALE, State.CURRENT)
    return {
        "version": VERSION,
        "dossier": folder,
        "documents": [_document(document, upkeep, files) for document, upkeep in found],
        "summary": {state.value: states.count(state) for state in order},
    }


def _document(document: Document, upkeep: Upkeep, files: str) -> Json:
    known = upkeep.ours and upkeep.state is not State.NEW
    return {
        "document": document.word,
        "title": document.spec.title,
        "file": f"{files}/{upkeep.name}",
        "state": upkeep.state.value,
        "ours": upkeep.ours,
        "draft": upkeep.draft if known else None,
        "changed_answers": list(upkeep.answers),
        "changed_sources": list(upkeep.others),
    }
