"""What still stands between a dialogue and a decision."""

from __future__ import annotations

from dialogcli.process.standing import Effect, Standing, effect_of
from dialogcli.rulebook.model import Entry, Gate, Step


def waiting_for(where: Standing, gate: Gate) -> list[Entry]:
    """What comes before a gate and is not done.

    A step that this gate sent back is written anew, and has been done once: it is not waited for.
    """
    return [
        state.entry
        for before in gate.after
        if not (state := where.states[before]).done
        and not (
            isinstance(state.entry, Step) and state.happened and _sent_back(where, gate, before)
        )
    ]


def _sent_back(where: Standing, gate: Gate, entry_id: str) -> bool:
    return (
        gate.back_to == entry_id
        and effect_of(gate, where.states[gate.id].decision) is Effect.GO_BACK
    )
