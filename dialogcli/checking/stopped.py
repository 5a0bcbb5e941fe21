"""A dialogue that somebody has stopped: nothing more is demanded of it but feedback to those who
have been heard. What is lacking in the stop itself is told, and so is work that goes on after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from dialogcli.base.commands import add, stop_resume
from dialogcli.base.findings import Finding, Severity
from dialogcli.base.words import count, same_word
from dialogcli.checking.ending import ENDED, is_about_people
from dialogcli.checking.remedies import remedy
from dialogcli.checking.spine import and_yet
from dialogcli.checking.view import Fault, RuleView
from dialogcli.dossier.model import Answer
from dialogcli.process.deciders import audience_name
from dialogcli.process.spine import Breach
from dialogcli.process.standing import Standing
from dialogcli.process.stops import (
    DAY,
    HOW,
    ORGAN,
    PAUSES,
    REASON,
    Stop,
    has_heard,
    is_feedback,
    later_work,
    people_heard,
    stop_file,
)
from dialogcli.rulebook.model import FEEDBACK, Role, Rule

FORM, AFTER = "stoppets-form", "efter-stoppet"
"""The ids of what is lacking in a stop, and of what goes on after it."""


class Stopped(NamedTuple):
    """The end of a dialogue that is stopped. `asks`: the ids of the rules that still demand
    something, one for each audience.
    """

    where: Standing
    stop: Stop
    asks: frozenset[str]

    def concerns(self, rule: Rule) -> bool:
        """Whether a rule is still judged: it asks for feedback that is owed, or is about personal
        data, which nobody may write at any time.
        """
        return rule.id in self.asks or is_about_people(rule)

    def is_about(self, _finding: Finding) -> bool:
        """Whether what such a rule finds is told: all of it is."""
        return True


def stopped_of(where: Standing) -> Stopped | None:
    """The stop that holds, with what is owed after it; None where the dialogue goes on."""
    if where.stopped is None:
        return None
    asks = _rules_of_audiences(where).values() if has_heard(where.traces) else ()
    return Stopped(where, where.stopped, frozenset(asks))


def _rules_of_audiences(where: Standing) -> dict[str, str]:
    """The audiences that the rulebook wants told, each with the first rule that asks for it,
    whenever it does.
    """
    found: dict[str, str] = {}
    for rule in where.dossier.rulebook.rules.values():
        applies = RuleView(where.dossier, where, rule, date.min).applies()
        if rule.kind.role is Role.FEEDBACK and applies:
            found.setdefault(rule.text("to"), rule.id)
    return found


def judge_feedback(scene: RuleView) -> list[Fault]:
    """That an audience has not been told. Planned is not yet told: after a stop nothing else is
    left to wait for.
    """
    to, dossier = scene.rule.text("to"), scene.dossier
    events = [file for file in dossier.files.get(FEEDBACK, ()) if same_word(file.key, to)]
    if any(file.answers["datum"].filled for file in events):
        return []
    name = audience_name(dossier.rulebook, to)
    planned = next((day for one in events if (day := one.answers["planerad"].day)), None)
    when = f" Den är planerad till {planned.in_words}." if planned else ""
    message = f"Återkoppling saknas till: {name}. {heard_sentence(scene.standing)}{when}"
    place = events[0].answers["datum"].place if events else scene.missing_item(FEEDBACK, to)
    subject = f"Återkoppling till {name}"
    return [Fault(message, f"{FEEDBACK}.{to}", place, add(FEEDBACK), subject)]


def heard_sentence(where: Standing) -> str:
    """`Dialogen är stoppad, och 58 invånare har varit med.`"""
    people = people_heard(where.dossier)
    who = count(people, "invånare", "invånare") if people else "invånare"
    return f"Dialogen är stoppad, och {who} har varit med."


def without_feedback(lacks: Iterable[Breach]) -> list[Breach]:
    """The breaches but for the feedback that is owed, and that needs nothing before it now."""
    found = []
    for one in lacks:
        traces = tuple(trace for trace in one.traces if not is_feedback(trace))
        if traces:
            found.append(one._replace(traces=traces))
    return found


def stop_findings(where: Standing) -> Iterator[Finding]:
    """What is wrong in the file of a stop, also of one that does not hold; the end itself; and what
    goes on after it.
    """
    yield from _form_faults(where)
    stop = where.stopped
    if stop is None:
        return
    how, reason = stop.file.answers[HOW], f" Skäl: {stop.reason}." if stop.reason else ""
    message = f"Dialogen {stop.said}.{reason}"
    yield Finding(ENDED, Severity.UPPLYSNING, message, how.place, how.path)
    if later := later_work(stop, where.traces):
        message = f"Dialogen {stop.said}. {and_yet(later)}"
        first = later[0].answer
        mend = stop_resume()
        yield Finding(
            AFTER,
            Severity.FEL,
            message,
            first.place,
            first.path,
            remedy=mend,
            subject="Dialogen är stoppad, men arbetet har gått vidare",
        )


def _form_faults(where: Standing) -> Iterator[Finding]:
    """A fel for each answer that an end needs. One that says how and no more is an end all the same,
    and so is one that says all but how a fault and no end.
    """
    file = stop_file(where.dossier)
    if file is None:
        return
    told = any(one.filled for name, one in file.answers.items() if name != PAUSES)
    for name in (HOW, REASON, ORGAN, DAY) if told else ():
        answer = file.answers[name]
        if not answer.filled or answer.excused:
            yield _lacking(answer, where)


def _lacking(answer: Answer, where: Standing) -> Finding:
    none = "" if where.stopped else " Dialogen räknas inte som stoppad."
    subject = f"Stoppet: {answer.field.label}"
    return Finding(
        FORM,
        Severity.FEL,
        f"{subject} saknas.{none}",
        answer.place,
        answer.path,
        remedy=remedy(where.dossier.rulebook, answer.path),
        subject=subject,
    )
