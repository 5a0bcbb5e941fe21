"""What `dialog stop` says: how the dialogue ended and what is still owed, or that it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogcli.base.commands import add, status
from dialogcli.base.screen import Item, Kept, Screen, done, heading, line, rows, screen
from dialogcli.checking.feedback_due import Owed
from dialogcli.checking.report import Report
from dialogcli.process.stops import has_heard, people_heard
from dialogcli.rulebook.model import FEEDBACK


def stopped_screen(report: Report, owed: Iterable[Owed]) -> Screen:
    """`Klart: dialogen är avbruten 4 maj 2027, kommunstyrelsen § 102.` And who is still to be told."""
    stop = report.standing.stopped
    said = done(f"dialogen {stop.said}.") if stop else line("")
    return screen([said], list(_owed(report, list(owed))))


def _owed(report: Report, owed: list[Owed]) -> Iterator[Item]:
    if not owed:
        heard = has_heard(report.standing.traces)
        why = "" if heard else "Ingen har hörts. "
        yield line(f"{why}Inget mer behöver göras.")
        return
    people = people_heard(report.dossier)
    yield heading(
        f"Det här ska ändå göras, för {people or ''} invånare har varit med:".replace("  ", " ")
    )
    told = ((one.name, _state(one)) for one in owed)
    yield rows(*((f"Återkoppling till {name}", state) for name, state in told), indent=2, gap=2)
    missing = [one for one in owed if not one.held]
    if missing:
        yield line("Nästa: ", add(FEEDBACK), f" (till {missing[0].name})")


def _state(one: Owed) -> str:
    """`klar 20 april`, `planerad 3 juni`, `saknas`."""
    if one.held:
        return f"klar {one.held.in_words}"
    return f"planerad {one.planned.in_words}" if one.planned else "saknas"


def resumed_screen(report: Report, file: str) -> Screen:
    """`Klart: dialogen fortsätter, Genomförande.`"""
    step = report.standing.current
    at = f", {step.name}" if step else ""
    return screen(
        [
            done(f"dialogen fortsätter{at}."),
            line("Uppehållet står kvar i ", Kept(file), "."),
            line("Nästa: ", status()),
        ]
    )
