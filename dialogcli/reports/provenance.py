"""What `dialog verify` says: which state of a dossier a Word file shows, and what has changed
since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogcli.model.day import Day
from dialogcli.model.layout import WIDTH, block, command, glued, joined, wrapped

if TYPE_CHECKING:
    from dialogcli.documents.tracing import Trace


def provenance_text(name: str, found: Trace, folder: str = "", width: int = WIDTH) -> str:
    """The whole screen; `folder` is what a command to make the document anew must carry."""
    facts = found.facts
    draft = "ett UTKAST, skapat" if facts.get("Utkast") == "ja" else "skapad"
    of = ", ".join(filter(None, [facts.get("Dossier", ""), glued(facts.get("Diarienummer", ""))]))
    rows = [
        (
            "Regler:",
            f"{facts.get('Regelverk', '')}, mall {facts.get('Mall', '').removesuffix('.md.j2')}",
        ),
        *_made(found),
        ("Word-filen:", _edited(found)),
        *_dossier(found),
    ]
    return joined(
        [
            wrapped(f"{name} är {draft} ur {of}.", width),
            block(rows, width),
            wrapped(_next(found, folder), width),
        ]
    )


def _made(found: Trace) -> list[tuple[str, str]]:
    commit = found.facts.get("Version i git", "")
    day = (
        Day.parse(found.record.origin.day).in_words
        if found.record and found.record.origin.day
        else ""
    )
    if commit:
        return [("Git:", f"version {commit[:7]}{f' från {day}' if day else ''}")]
    return [("Skapad:", day)] if day else []


def _edited(found: Trace) -> str:
    if found.edited is None:
        return "går inte att jämföra, för det är inte den senaste versionen"
    return "ändrad efter att den skapades" if found.edited else "så som den skapades"


def _dossier(found: Trace) -> list[tuple[str, str]]:
    """One row for every answer that has changed, and one for templates and rules; none for a file
    of many dossiers, which has its record where it lies.
    """
    if found.same is None and found.record:
        return []
    if found.same is None:
        return [("Dossiern:", "finns inte här. Skriv dess mapp efter --folder.")]
    rows = [
        f'"{answer.field.label}" har {"ändrats" if answer.filled else "tagits bort"} {glued(f"({answer.place})")}'
        for answer in found.answers
    ]
    rows += [f"{one} har ändrats" for one in found.others]
    if not rows:
        rows = ["säger samma sak" if found.same else "säger något annat nu"]
    return [("Dossiern:" if index == 0 else "", text) for index, text in enumerate(rows)]


def _next(found: Trace, folder: str) -> str:
    if found.same is None or (found.same and not found.edited and not found.others):
        return (
            "Filen visar det som gällde när den skapades."
            if found.same is None
            else "Inget har ändrats."
        )
    render = f"render {found.facts.get('Handling', '')}"
    return f"Skapa en ny version: {command(render, folder)}"
