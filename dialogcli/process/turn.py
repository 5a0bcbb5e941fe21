"""Whose turn it is: who works on what is open, and who decides where all is ready for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from dialogcli.process.deciders import authority
from dialogcli.process.standing import EntryState, Standing
from dialogcli.rulebook.model import Entry, Gate, Step


class Turn(NamedTuple):
    """Somebody, in the words of the rulebook ('' when it does not say), and the step or gate that
    waits for them.
    """

    who: str
    entry: Entry


def turns(standing: Standing, unready: Collection[str] = ()) -> tuple[Turn, ...]:
    """Everything that is open and not done, in reading order; nothing once the dialogue has ended.

    `unready` are the gates (ids) whose basis is not complete: those wait for whoever works on the
    basis.
    """
    if standing.ended:
        return ()
    found: list[Turn] = []
    for state in standing.states.values():
        if state.open and not state.done:
            found += _of(standing, state, unready)
    return tuple(found)


def decider(standing: Standing, gate: Gate) -> str:
    """Who is to decide: the organ that is planned, else whoever the rulebook says; '' when nothing
    is known.
    """
    allowed = authority(gate, standing.dossier)
    organ, _ = standing.planned(gate)
    if organ and allowed.role:
        return f"{allowed.role} i {organ}"
    return organ or str(allowed)


def _of(standing: Standing, state: EntryState, unready: Collection[str]) -> Iterator[Turn]:
    entry = state.entry
    if isinstance(entry, Step):
        yield Turn(entry.who, entry)
    elif entry.id in unready:
        entries = [standing.states[before].entry for before in entry.after]
        steps = [one for one in entries if isinstance(one, Step)]
        yield from (Turn(step.who, entry) for step in steps)
        if not steps:
            yield Turn("", entry)
    else:
        yield Turn(decider(standing, entry), entry)
