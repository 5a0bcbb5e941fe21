"""What still stands between a dialogue and a decision."""

from __future__ import annotations

from dialogcli.process.standing import Effect, EntryState, Standing, effect_of
from dialogcli.rulebook.model import Entry, Gate, Step


def waiting_for(where: Standing, gate: Gate) -> list[Entry]:
    """What comes before a gate and is not done.

    A step that this gate sent back is written anew, and has been done once: it is not waited for.
    """
    waiting = [where.states[before] for before in gate.after if not where.is_done(before)]
    return [state.entry for state in waiting if not _is_written_anew(where, gate, state)]


def _is_written_anew(where: Standing, gate: Gate, state: EntryState) -> bool:
    if not isinstance(state.entry, Step) or not state.happened or gate.back_to != state.entry.id:
        return False
    return effect_of(gate, where.states[gate.id].decision) is Effect.GO_BACK
