"""What `dialog render --status` says: whether the Word file of each document is there and still
says what it should.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogcli.model.layout import WIDTH, command, joined, wrapped
from dialogcli.model.words import count, listed
from dialogcli.reports.tables import NARROW, fits, sentences, table

if TYPE_CHECKING:
    from dialogcli.documents.manifest import Upkeep


def upkeep_text(
    found: Sequence[Upkeep], columns: int = WIDTH, folder: str = "", plain: bool = False
) -> str:
    """A table of the documents, and what to do about those that are not current."""
    rows = [(one.name, str(one.state), _why(one)) for one in found]
    width = min(columns, WIDTH)
    whole = [("Handling", "Läge", "Varför"), *rows]
    if plain or columns < NARROW or not fits(whole, columns):
        shown = sentences(
            [f"{name}: {state}{f', {why}' if why != '-' else ''}" for name, state, why in rows],
            width,
        )
    else:
        shown = table(whole, columns)
    return joined([shown, wrapped(_next(rows, folder), width)])


def _why(one: Upkeep) -> str:
    match str(one.state):
        case "saknas":
            return "inte skapad än" if not one.ours else "borttagen"
        case "ändrad":
            return "redigerad i Word" if one.ours else "inte skapad av dialog"
        case "inaktuell":
            return f"{changes_text(len(one.answers), one.others)} sedan dess"
    return "-"


def changes_text(answers: int, others: Sequence[str]) -> str:
    """`3 svar och mallen är ändrade`."""
    what = [*([f"{answers} svar"] if answers else []), *others] or ["uppgifterna i den"]
    if answers > 1 or len(what) > 1 or what == ["uppgifterna i den"]:
        return f"{listed(what)} är ändrade"
    return f"{what[0]} är {'ändrat' if what[0] in ('1 svar', 'regelverket') else 'ändrad'}"


def _next(rows: Sequence[tuple[str, str, str]], folder: str) -> str:
    states = [state for _, state, _ in rows]
    if "inaktuell" in states:
        return f"Skapa om de inaktuella: {command('render --stale', folder)}"
    if "saknas" in states:
        return f"Skapa dem som saknas: {command('render', folder)}"
    return f"{count(len(rows), 'handling', 'handlingar')}, inget att skapa om."
