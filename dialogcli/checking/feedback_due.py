"""Feedback that a dialogue owes: to whom, whether it is planned, late or given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.words import same_word
from dialogcli.checking.report import Report
from dialogcli.dossier.model import FormFile
from dialogcli.process.days import Ahead, DayKind, counted_from
from dialogcli.process.deciders import audience_name
from dialogcli.rulebook.model import FEEDBACK, Role, Rule


class Owed(NamedTuple):
    """One feedback event, or one that is missing. `due`: its moment in the process has come.
    `file`: '' when missing. `since`: the day of what it is about, once it is due.
    """

    audience: str
    name: str
    due: bool
    planned: Day | None = None
    held: Day | None = None
    file: str = ""
    since: Day | None = None

    def late(self, today: date) -> int:
        """How many days it is overdue, from the planned day or, when nobody has planned it, from
        that of what it is about; 0 when it is not.
        """
        day = self.planned or self.since
        return 0 if self.held or not day else max(-day.days_from(today), 0)

    def ahead(self, today: date) -> Ahead | None:
        """Its day among those that lie ahead; None when it is given, or neither planned nor late."""
        if self.held:
            return None
        if self.planned:
            return Ahead(self.planned, DayKind.FEEDBACK, self.name)
        if self.since and self.late(today):
            return Ahead(self.since, DayKind.FEEDBACK, f"{self.name} (inte planerad)")
        return None


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

    What is waived in writing is not owed. Once the dialogue is over only that is which rules still
    ask for.
    """
    files = report.dossier.files.get(FEEDBACK, ())
    wanted = _wanted(report)
    found: list[Owed] = []
    for audience, moment in wanted.items():
        found += _events(report, files, audience, moment)
    for file in () if report.standing.over else files:
        if file.key and not any(same_word(file.key, audience) for audience in wanted):
            found.append(_event(report, file, _Moment(True)))
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


class _Moment(NamedTuple):
    """Whether the moment of feedback has come, and the day that it is counted from."""

    due: bool
    since: Day | None = None


def _wanted(report: Report) -> dict[str, _Moment]:
    """The audiences that rules ask feedback for, each with its moment."""
    found: dict[str, _Moment] = {}
    for rule in report.active:
        if _asks(report, rule):
            known = found.get(rule.text("to"), _Moment(True))
            since = _since(report, rule)
            found[rule.text("to")] = known._replace(since=_earlier(known.since, since))
    for rule in () if report.standing.over else report.upcoming:
        if _asks(report, rule):
            found.setdefault(rule.text("to"), _Moment(False))
    return found


def _since(report: Report, rule: Rule) -> Day | None:
    """The day of what feedback is about; after a stop that of the stop."""
    stop = report.standing.stopped
    return stop.day if stop else counted_from(report.dossier, rule)


def _asks(report: Report, rule: Rule) -> bool:
    """Whether a rule asks for feedback, and no waiver lets it go."""
    waived = {finding.rule for finding in report.waived}
    return rule.kind.role is Role.FEEDBACK and rule.id not in waived


def _earlier(one: Day | None, other: Day | None) -> Day | None:
    return min(filter(None, (one, other)), key=lambda day: day.first, default=None)


def _events(
    report: Report, files: Iterable[FormFile], audience: str, moment: _Moment
) -> list[Owed]:
    events = [_event(report, file, moment) for file in files if same_word(file.key, audience)]
    name = audience_name(report.dossier.rulebook, audience)
    return events or [Owed(audience, name, moment.due, since=moment.since)]


def _event(report: Report, file: FormFile, moment: _Moment) -> Owed:
    planned = file.answers.get("planerad")
    return Owed(
        file.key,
        audience_name(report.dossier.rulebook, file.key),
        moment.due,
        planned.day if planned else None,
        file.day,
        file.file,
        moment.since,
    )
