"""Files that cannot be read, as text: why, where, and how to mend each."""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.model.finding import FileFault
from dialogcli.model.layout import WIDTH, block, glued, joined, wrapped
from dialogcli.model.words import count

_LABELS = len("Raden är:")


def faults_text(faults: Sequence[FileFault], width: int = WIDTH) -> str:
    """Under one heading, each file with the line as it is and as it should be."""
    return joined(
        [
            f"Filer som inte går att läsa: {number_of_files(faults)}",
            *(_fault(fault, width) for fault in faults),
        ]
    )


def unchecked(faults: Sequence[FileFault]) -> str:
    """`2 filer är inte kontrollerade.` and what to do about it."""
    files = number_of_files(faults)
    state, them = ("kontrollerad", "den") if files == 1 else ("kontrollerade", "dem")
    return (
        f"{count(files, 'fil', 'filer')} är inte {state}. Rätta {them} och kör dialog check igen."
    )


def number_of_files(faults: Sequence[FileFault]) -> int:
    return len({fault.place.file for fault in faults})


def _fault(fault: FileFault, width: int) -> str:
    head = wrapped(f"{fault.place.file}: {fault.message} {glued(f'({fault.place})')}", width, 2, 4)
    return joined([head, *(_note(label, text, width) for label, text in fault.notes)])


def _note(label: str, text: str, width: int) -> str:
    if not label:
        return wrapped(text, width, 4)
    return block([(f"{label}:".ljust(_LABELS), text)], width, 4)
