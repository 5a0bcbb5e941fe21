"""The stop of everything that makes documents."""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.model.discretion import discreet
from dialogcli.model.errors import UnreadableError
from dialogcli.model.finding import FileFault


class NoDocumentError(UnreadableError):
    """A document cannot be made. `reason` says why, in whole sentences; the message adds in which
    state things are.
    """

    def __init__(self, reason: str, *hints: str, faults: Sequence[FileFault] = ()) -> None:
        super().__init__(f"{reason} Ingen handling är skapad.", *hints, faults=faults)
        self.reason = discreet(reason)
