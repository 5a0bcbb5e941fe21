"""All that is to be said of where one dialogue stands: its course, whose turn, what is missing, the
days ahead.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dialogcli.checking.ending import tells_the_end
from dialogcli.checking.engine import check
from dialogcli.checking.owed import Owed, owed
from dialogcli.checking.report import Report, for_gate
from dialogcli.dossier.model import Dossier
from dialogcli.model.day import Day
from dialogcli.model.finding import Finding, Severity
from dialogcli.process.course import Waypoint, course
from dialogcli.process.dates import Ahead, ahead
from dialogcli.process.standing import Standing
from dialogcli.process.turn import Turn, turns
from dialogcli.rulebook.model import Gate


class Outlook(NamedTuple):
    """`basis` is the report cut down to the next decision; the whole report while no work towards
    one has begun.
    """

    today: date
    report: Report
    basis: Report
    course: tuple[Waypoint, ...]
    turns: tuple[Turn, ...]
    ahead: tuple[Ahead, ...]
    owed: tuple[Owed, ...]

    @property
    def dossier(self) -> Dossier:
        return self.report.dossier

    @property
    def standing(self) -> Standing:
        return self.report.standing

    @property
    def gate(self) -> Gate | None:
        """The next decision."""
        return self.standing.next_gate

    @property
    def gate_day(self) -> Day | None:
        """The day that is planned for it."""
        return next(
            (one.day for one in self.course if self.gate and one.entry.id == self.gate.id), None
        )

    @property
    def far_off(self) -> bool:
        """Whether the work towards the next decision has not begun, so that what it asks for is
        still to come.
        """
        return self.gate is not None and not self.standing.is_worked_towards(self.gate.id)

    @property
    def left(self) -> tuple[Finding, ...]:
        """The findings that concern the next decision, or all; that it has ended is none of them."""
        where = self.standing
        return tuple(one for one in self.basis.findings if not tells_the_end(where, one))

    @property
    def others(self) -> tuple[Finding, ...]:
        """The findings that do not concern the next decision."""
        return tuple(
            finding for finding in self.report.findings if finding not in self.basis.findings
        )


def outlook(dossier: Dossier, today: date) -> Outlook:
    """Check a dossier and look ahead from there."""
    report = check(dossier, today)
    where = report.standing
    unready = [
        gate.id
        for gate in dossier.rulebook.gates()
        if where.is_open(gate.id) and for_gate(report, gate).number_of(Severity.FEL)
    ]
    gate = where.next_gate
    basis = for_gate(report, gate) if gate and where.is_worked_towards(gate.id) else report
    return Outlook(
        today, report, basis, course(where), turns(where, unready), ahead(where), owed(report)
    )
