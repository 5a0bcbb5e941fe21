"""What `dialog render --status` says: whether the Word file of each document is there and still
says what it should.
"""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.documents.manifest import State, Upkeep
from dialogcli.model.commands import render, render_stale
from dialogcli.model.screen import Line, Parts, Screen, Table, line, parts, screen
from dialogcli.model.words import count, listed


def upkeep_screen(found: Sequence[Upkeep]) -> Screen:
    """A table of the documents, and what to do about those that are not current."""
    rows: list[tuple[Parts, ...]] = [(("Handling",), ("Läge",), ("Varför",))]
    read_out: list[Parts] = []
    for one in found:
        why = _why(one)
        rows.append((parts(one.name), parts(one.state.value), parts(why or "-")))
        read_out.append(parts(f"{one.name}: {one.state}{f', {why}' if why else ''}"))
    return screen([Table(tuple(rows), tuple(read_out)), _next(found)])


def _why(one: Upkeep) -> str:
    match one.state:
        case State.NEW:
            return "borttagen" if one.ours else "inte skapad än"
        case State.EDITED:
            return "redigerad i Word" if one.ours else "inte skapad av dialog"
        case State.STALE:
            return f"{_changes(len(one.answers), one.others)} sedan dess"
        case State.CURRENT:
            return ""


def _changes(answers: int, others: Sequence[str]) -> str:
    """`3 svar och mallen är ändrade`."""
    what = [*([f"{answers} svar"] if answers else []), *others]
    if not what:
        return "uppgifterna i den är ändrade"
    if answers > 1 or len(what) > 1:
        return f"{listed(what)} är ändrade"
    return f"{what[0]} är {'ändrat' if what[0] in ('1 svar', 'regelverket') else 'ändrad'}"


def _next(found: Sequence[Upkeep]) -> Line:
    states = [one.state for one in found]
    if State.STALE in states:
        return line("Skapa om de inaktuella: ", render_stale())
    if State.NEW in states:
        return line("Skapa dem som saknas: ", render())
    return line(f"{count(len(found), 'handling', 'handlingar')}, inget att skapa om.")
