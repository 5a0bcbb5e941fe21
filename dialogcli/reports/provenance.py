"""What `dialog verify` says: which state of a dossier a Word file shows, and what has changed
since.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dialogcli.model.commands import render
from dialogcli.model.day import Day
from dialogcli.model.screen import Kept, Parts, Screen, heading, line, rows, screen
from dialogcli.reports.labelled import Row, labelled

if TYPE_CHECKING:
    from dialogcli.documents.tracing import Trace


def provenance_screen(name: str, found: Trace) -> Screen:
    """The whole screen."""
    facts = found.facts
    draft = "ett UTKAST, skapat" if facts.get("Utkast") == "ja" else "skapad"
    title, dnr = facts.get("Dossier", ""), facts.get("Diarienummer", "")
    comma = ", " if title and dnr else ""
    template = facts.get("Mall", "").removesuffix(".md.j2")
    return screen(
        [
            heading(f"{name} är {draft} ur {title}{comma}", Kept(dnr), "."),
            rows(
                ("Regler:", f"{facts.get('Regelverk', '')}, mall {template}"),
                *_made(found),
                ("Word-filen:", _edited(found)),
                *labelled("Dossiern:", _dossier(found)),
            ),
            line(*_next(found)),
        ]
    )


def _made(found: Trace) -> Iterator[Row]:
    commit = found.facts.get("Version i git", "")
    record = found.record
    day = Day.parse(record.origin.day).in_words if record and record.origin.day else ""
    if commit:
        yield "Git:", f"version {commit[:7]}{f' från {day}' if day else ''}"
    elif day:
        yield "Skapad:", day


def _edited(found: Trace) -> str:
    if found.edited is None:
        return "går inte att jämföra, för det är inte den senaste versionen"
    return "ändrad efter att den skapades" if found.edited else "så som den skapades"


def _dossier(found: Trace) -> list[Parts]:
    """Every answer that has changed, then templates and rules; nothing for a file of many dossiers,
    which has its record where it lies.
    """
    if found.same is None:
        return [] if found.record else [("finns inte här. Skriv dess mapp efter --folder.",)]
    changed: list[Parts] = []
    for answer in found.answers:
        what = "ändrats" if answer.filled else "tagits bort"
        changed.append((f'"{answer.field.label}" har {what} ', Kept(f"({answer.place})")))
    changed += [(f"{one} har ändrats",) for one in found.others]
    return changed or [("säger samma sak" if found.same else "säger något annat nu",)]


def _next(found: Trace) -> Parts:
    if found.same is None:
        return ("Filen visar det som gällde när den skapades.",)
    if found.same and not found.edited and not found.others:
        return ("Inget har ändrats.",)
    return ("Skapa en ny version: ", render(found.facts.get("Handling", "")))
