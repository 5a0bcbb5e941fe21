"""Which decision is meant when nobody names one."""

from __future__ import annotations

from pathlib import Path

from dialogcli.base.commands import decide, decide_correct, status
from dialogcli.base.findings import UsageError
from dialogcli.base.screen import Line, heading, line, screen
from dialogcli.dossier.reading import read_dossier
from dialogcli.process.course import decider
from dialogcli.process.standing import Standing, standing, waiting_for
from dialogcli.rulebook.model import Gate
from dialogcli.usecases.context import Context


def decision_meant(context: Context, folder: Path, *, correct: bool) -> str:
    """The word of the next decision, or with `correct` of the one that was entered last; it is told
    where somebody is asked about it.

    Raises UsageError with those that there are, where it is not clear which is meant.
    """
    where = standing(read_dossier(folder))
    found = _entered(where) if correct else where.next_gate
    if found is not None and (correct or not waiting_for(where, found)):
        if context.console.interactive:
            told = ", ".join(filter(None, [found.name, decider(where, found)]))
            context.console.show(screen(heading(told)))
        return found.word
    raise UsageError(f"{_why(where, found, correct)} Inget är ändrat.", *_which(where, correct))


def _entered(where: Standing) -> Gate | None:
    """The gate whose decision has the latest day."""
    days = [
        (state.decision.day.last, number, state.entry)
        for number, state in enumerate(where.states.values())
        if isinstance(state.entry, Gate) and state.decision and state.decision.day
    ]
    return max(days, key=lambda one: one[:2])[2] if days else None


def _why(where: Standing, found: Gate | None, correct: bool) -> str:
    if correct:
        return "Inget beslut är infört, så det finns inget att rätta."
    if found is None:
        return "Inget beslut väntar."
    current = where.current
    return f"Nästa beslut är {found.name}, men det är inte dags än: {current.name if current else ''} pågår."


def _which(where: Standing, correct: bool) -> list[Line]:
    """The command for each decision that there is."""
    if correct:
        return [line("Se läget: ", status())]
    gates = [gate for gate in where.dossier.rulebook.gates() if not where.is_done(gate.id)]
    told = [line("Gäller det ett annat beslut? Skriv vilket:")] if gates else []
    told += [line(decide(gate.word), indent=2) for gate in gates]
    if last := _entered(where):
        told.append(line("Rätta det senaste: ", decide_correct(last.word)))
    return told
