"""What `dialog render` says: what was created, what is marked as missing in it, and where a new
version had to go.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogcli.model.commands import check, render, rules_show
from dialogcli.model.errors import DialogError
from dialogcli.model.screen import Kept, Line, Screen, Tone, heading, line, rows, screen
from dialogcli.model.words import count

if TYPE_CHECKING:
    from dialogcli.documents.rendered import Gap


def created_screen(path: str, draft: bool, gaps: Sequence[Gap] = ()) -> Screen:
    """`Klart: handlingar/handlingsplan.docx är skapad som UTKAST.` and the gaps in it."""
    done = line(Kept("Klart", Tone.GOOD), f": {path} är skapad{' som UTKAST' if draft else ''}.")
    if not gaps:
        return screen(done)
    marked = f"{count(len(gaps), 'uppgift är märkt', 'uppgifter är märkta')} i texten:"
    places = ((f"avsnitt {gap.number}" if gap.number else "först", str(gap)) for gap in gaps)
    return screen([done, heading(marked), rows(*places, gap=3)])


def edited_screen(path: str, beside: str) -> Screen:
    """A file that somebody has edited is never written over."""
    compare = line("Jämför dem i Word med Granska, Jämför.")
    return _beside(f"{path} är ändrad i Word. Den är orörd.", beside, compare)


def held_screen(path: str, beside: str) -> Screen:
    """A file that another program holds open cannot be replaced."""
    return _beside(f"{path} är öppen i Word och går inte att ersätta.", beside)


def kept_screen(path: str, beside: str) -> Screen:
    """A PDF that somebody else made, or reads, is never written over."""
    return _beside(f"{path} är ändrad eller öppen i ett annat program. Den är orörd.", beside)


def _beside(why: str, beside: str, *more: Line) -> Screen:
    there = line(f"Den nya versionen ligger bredvid: {beside}")
    return screen([line(Kept("Obs", Tone.WARNING), f": {why}"), there, *more])


def refusal(
    errors: Sequence[str], waivable: Sequence[str], gate: str, document: str
) -> DialogError:
    """Why there is no final document, and the ways on. `errors` are the rules not met, `gate` what
    one types for it.
    """
    faults = ", ".join(f"Fel {rule}" for rule in errors)
    hints = [
        line(f"{faults}. Läs mer: ", check(gate), indent=2),
        line("Ett utkast går alltid att skapa: ", render(document)),
    ]
    if waivable:
        said = "Ska ett krav inte gälla här? Undantag skrivs med skäl: "
        hints.append(line(said, rules_show(waivable[-1])))
    said = f"Underlaget har {len(errors)} fel. Ingen slutlig handling är skapad."
    return DialogError(said, *hints)
