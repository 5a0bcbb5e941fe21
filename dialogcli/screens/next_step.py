"""What is said of the way ahead: the one command that comes next, as the last line of a command, and
how far the whole dialogue has come.
"""

from __future__ import annotations

from typing import NamedTuple

from dialogcli.base.screen import Command, Kept, Line, Part, command_text, line
from dialogcli.base.words import count
from dialogcli.process.standing import Standing
from dialogcli.screens.facts import Facts

_KEPT = 40
"""So long words beside a command stay together, also where they have to go below it."""


class NextStep(NamedTuple):
    """The command that comes next in a dialogue; None when there is nothing to do.

    `why`: what it is about, in a few words; without a command how long there is nothing to do
    (`före 13 mars`). `waits`: what the dialogue waits for, in a list of several; '' for `why`.
    """

    command: Command | None
    why: str = ""
    waits: str = ""

    @property
    def waiting_for(self) -> str:
        """The words of a list."""
        return self.waits or self.why or "inget att göra nu"


def next_line(step: NextStep) -> Line:
    """`Nästa: dialog fill (11 frågor kvar till Beslut om uppdrag)`, `Nästa: inget före 13 mars`."""
    if step.command is None:
        return line("Nästa: ", " ".join(filter(None, ["inget", step.why])))
    about = f"({step.why})" if step.why else ""
    kept: Part = Kept(about) if len(about) <= _KEPT else about
    return line("Nästa: ", step.command, *([" ", kept] if about else []))


def next_facts(step: NextStep) -> Facts:
    """`command` is null when there is nothing to do."""
    return {"command": command_text(step.command) if step.command else None, "why": step.why}


def progress(standing: Standing) -> str:
    """`Steg 5 av 11, Genomförande. 4 steg är klara, 6 kommer.`; '' for one that has ended."""
    states = list(standing.states.values())
    if standing.over:
        return ""
    current = standing.current
    if current is None:
        return f"Alla {len(states)} steg är klara."
    number = list(standing.states).index(current.id) + 1
    done = sum(state.done for state in states)
    coming = len(states) - done - 1
    told = [f"{count(done, 'steg är klart', 'steg är klara')}" if done else ""]
    told.append((f"{coming} kommer" if done else f"{coming} steg kommer") if coming else "")
    return f"Steg {number} av {len(states)}, {current.name}. {', '.join(filter(None, told))}."


def place(standing: Standing) -> str:
    """`Steg 4 av 12, Beslut om handlingsplan.`; where it is not under way, that it is done or over."""
    if standing.over:
        return "Dialogen är avslutad."
    return progress(standing).partition(". ")[0].rstrip(".") + "."
