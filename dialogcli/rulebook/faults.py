"""Collects everything that is wrong with a rulebook, so that one run tells it all."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeAlias

from dialogcli.model.finding import FileFault
from dialogcli.model.place import Place
from dialogcli.model.words import meant_or_known, nearest
from dialogcli.storage.nodes import Scalar

RulebookFault: TypeAlias = FileFault
"""A fault of a rulebook: the same shape as that of any file that cannot be read."""


class Faults:
    """The faults found so far. After each the reader goes on as though the nearest known word stood
    there, so that one slip of the keyboard is one fault and not a row of them.
    """

    def __init__(self) -> None:
        self._found: list[RulebookFault] = []

    def add(self, code: str, place: Place, message: str) -> None:
        self._found.append(FileFault(code, place, message))

    def extend(self, faults: Iterable[RulebookFault]) -> None:
        self._found.extend(faults)

    def unknown(self, code: str, word: Scalar, sentence: str, known: Collection[str]) -> str:
        """Report a word that is none of `known`; returns the nearest of them, or `''`."""
        self.add(code, word.place, f"{sentence}{meant_or_known(word.text, known)}")
        return nearest(word.text, known) or ""

    def known(self, code: str, word: Scalar, what: str, known: Collection[str]) -> str:
        """The word if it is one of `known`; else it is reported (`what`: `ingen källa`) and the
        nearest is returned.
        """
        if word.text in known:
            return word.text
        return self.unknown(code, word, f"Det finns {what} {word.text or '(tom)'}.", known)

    def in_order(self) -> tuple[RulebookFault, ...]:
        """All faults by file and line; of several with one cause at one place the first."""
        unique = {(fault.place, fault.message): fault for fault in self._found}
        return tuple(sorted(unique.values(), key=lambda fault: fault.place))
