"""Feedback that a dialogue owes: to whom, whether it is planned, late or given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.words import same_word
from dialogcli.checking.report import Report
from dialogcli.dossier.model import FormFile
from dialogcli.process.deciders import audience_name
from dialogcli.rulebook.model import FEEDBACK, Role


class Owed(NamedTuple):
    """One feedback event, or one that is missing. `due`: its moment in the process has come.
    `file`: '' when missing.
    """

    audience: str
    name: str
    due: bool
    planned: Day | None = None
    held: Day | None = None
    file: str = ""

    def late(self, today: date) -> int:
        """How many days it is overdue; 0 when it is not."""
        return 0 if self.held or not self.planned else max(-self.planned.days_from(today), 0)


class Tally(NamedTuple):
    """Feedback of one dialogue in figures: audiences that have got theirs, of how many, and the
    longest delay (days).

    `come`: the moment has come for some of it.
    """

    done: int
    of: int
    late: int
    come: bool


def owed(report: Report) -> tuple[Owed, ...]:
    """All feedback that the rulebook asks for in this dossier, also later, and what is planned
    beyond that.

    What is waived in writing is not owed, and nothing more is once the dialogue has ended.
    """
    files = report.dossier.files.get(FEEDBACK, ())
    wanted = _wanted(report)
    found: list[Owed] = []
    for audience, due in wanted.items():
        found += _events(report, files, audience, due)
    for file in files:
        if file.key and not any(same_word(file.key, audience) for audience in wanted):
            found.append(_event(report, file, True))
    return tuple(found)


def tally(events: Iterable[Owed], today: date) -> Tally:
    """The sum of what is owed: an audience has got its feedback when all its events are held."""
    audiences: dict[str, list[Owed]] = {}
    for event in events:
        audiences.setdefault(event.name, []).append(event)
    done = late = 0
    come = False
    for own in audiences.values():
        done += all(event.held for event in own)
        late = max(late, *(event.late(today) for event in own))
        come = come or any(event.due or event.held for event in own)
    return Tally(done, len(audiences), late, come)


def _wanted(report: Report) -> dict[str, bool]:
    """The audiences that rules ask feedback for -> whether the moment has come."""
    waived = {finding.rule for finding in report.waived}
    rules = [(rule, True) for rule in report.active]
    if not report.standing.ended:
        rules += [(rule, False) for rule in report.upcoming]
    found: dict[str, bool] = {}
    for rule, due in rules:
        if rule.kind.role is Role.FEEDBACK and rule.id not in waived:
            found[rule.text("to")] = found.get(rule.text("to"), False) or due
    return found


def _events(report: Report, files: Iterable[FormFile], audience: str, due: bool) -> list[Owed]:
    events = [_event(report, file, due) for file in files if same_word(file.key, audience)]
    return events or [Owed(audience, audience_name(report.dossier.rulebook, audience), due)]


def _event(report: Report, file: FormFile, due: bool) -> Owed:
    planned = file.answers.get("planerad")
    return Owed(
        file.key,
        audience_name(report.dossier.rulebook, file.key),
        due,
        planned.day if planned else None,
        file.day,
        file.file,
    )
