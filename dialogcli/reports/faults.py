"""Files that cannot be read: why, where, and how to mend each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogcli.model.finding import FileFault, NoteKind
from dialogcli.model.screen import Item, Kept, heading, line, rows
from dialogcli.model.words import count

_LABELS = len("Raden är:")


def faults_items(faults: Sequence[FileFault]) -> Iterator[Item]:
    """Under one heading, each file with the line as it is and as it should be. Nothing when all
    can be read.
    """
    if faults:
        yield heading(f"Filer som inte går att läsa: {number_of_files(faults)}")
    for fault in faults:
        place = Kept(f"({fault.place})")
        yield line(f"{fault.place.file}: {fault.message} ", place, indent=2, hang=4)
        for kind, text in fault.notes:
            if kind is NoteKind.SENTENCE:
                yield line(text, indent=4)
            else:
                yield rows((f"{kind}:", text), indent=4, labels=_LABELS)


def unchecked(faults: Sequence[FileFault]) -> str:
    """`2 filer är inte kontrollerade.` and what to do about it."""
    files = number_of_files(faults)
    state, them = ("kontrollerad", "den") if files == 1 else ("kontrollerade", "dem")
    return (
        f"{count(files, 'fil', 'filer')} är inte {state}. Rätta {them} och kör dialog check igen."
    )


def number_of_files(faults: Sequence[FileFault]) -> int:
    return len({fault.place.file for fault in faults})
