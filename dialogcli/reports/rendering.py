"""What `dialog render` says: what was created, what is marked as missing in it, and where a new
version had to go.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogcli.model.layout import WIDTH, block, command, joined, wrapped
from dialogcli.model.words import count

if TYPE_CHECKING:
    from dialogcli.documents.render import Gap


def created_text(path: str, draft: bool, gaps: Sequence[Gap], width: int = WIDTH) -> str:
    """`Klart: handlingar/handlingsplan.docx är skapad som UTKAST.` and the gaps in it."""
    done = wrapped(f"Klart: {path} är skapad{' som UTKAST' if draft else ''}.", width)
    if not gaps:
        return done
    marked = f"{count(len(gaps), 'uppgift är märkt', 'uppgifter är märkta')} i texten:"
    places = [(f"avsnitt {gap.number}" if gap.number else "först", str(gap)) for gap in gaps]
    return joined([done, marked, block(places, width, gap=3)])


def edited_text(path: str, beside: str, width: int = WIDTH) -> str:
    """A file that somebody has edited is never written over."""
    return joined(
        [
            wrapped(f"Obs: {path} är ändrad i Word. Den är orörd.", width),
            wrapped(f"Den nya versionen ligger bredvid: {beside}", width),
            "Jämför dem i Word med Granska, Jämför.",
        ]
    )


def held_text(path: str, beside: str, width: int = WIDTH) -> str:
    """A file that another program holds open cannot be replaced."""
    return joined(
        [
            wrapped(f"Obs: {path} är öppen i Word och går inte att ersätta.", width),
            wrapped(f"Den nya versionen ligger bredvid: {beside}", width),
        ]
    )


def kept_text(path: str, beside: str, width: int = WIDTH) -> str:
    """A PDF that somebody else made, or reads, is never written over."""
    return joined(
        [
            wrapped(f"Obs: {path} är ändrad eller öppen i ett annat program. Den är orörd.", width),
            wrapped(f"Den nya versionen ligger bredvid: {beside}", width),
        ]
    )


def refusal(
    errors: Sequence[str],
    waivable: Sequence[str],
    gate: str,
    document: str,
    folder: str = "",
) -> tuple[str, list[str]]:
    """Why there is no final document, and the ways on. `errors` are the rules not met, `gate` what
    one types for it.
    """
    check = command(f"check --for {gate}" if gate else "check", folder)
    hints = [
        f"  {', '.join(f'Fel {rule}' for rule in errors)}. Läs mer: {check}",
        f"Ett utkast går alltid att skapa: {command(f'render {document}', folder)}",
    ]
    if waivable:
        show = command(f"rules show {waivable[-1]}", folder)
        hints.append(f"Ska ett krav inte gälla här? Undantag skrivs med skäl: {show}")
    return f"Underlaget har {len(errors)} fel. Ingen slutlig handling är skapad.", hints
