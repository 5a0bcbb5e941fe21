"""`dialog` alone. Reads no dossier, so it is instant and cannot fail."""

from __future__ import annotations

from dialogcli.model.layout import joined, paragraphs

COMMANDS = {
    "new": "Påbörja en dialog",
    "fill": "Svara på frågorna som återstår",
    "check": "Se vad som saknas och vem som kräver det",
    "status": "Se läget och nästa beslut",
    "render": "Skapa Word-handlingar",
}
"""The commands to begin with; the others stand in the help."""


def start_text() -> str:
    """What the program is for, and how one begins."""
    rows = [f"  {f'dialog {name}':<17}{does}" for name, does in COMMANDS.items()]
    return paragraphs(
        joined(["dialog - planera, kontrollera och dokumentera medborgardialoger", *rows]),
        "Alla kommandon: dialog --help",
    )
