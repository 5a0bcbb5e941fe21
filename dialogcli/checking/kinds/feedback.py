"""`feedback`: an event to the audience is planned, is not overdue, is held after the date, in
enough channels. What nobody has planned is overdue from the day of what it is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.base.dates import Day
from dialogcli.base.words import count, same_word
from dialogcli.checking.view import Fault, RuleView
from dialogcli.dossier.model import Answer, FormFile
from dialogcli.process.days import counted_from
from dialogcli.process.deciders import audience_name
from dialogcli.rulebook.model import FEEDBACK


def judge(scene: RuleView) -> list[Fault] | None:
    """Feedback is events with an audience, never a flag."""
    to = scene.rule.text("to")
    events = [file for file in scene.dossier.files.get(FEEDBACK, ()) if same_word(file.key, to)]
    if not events:
        if not scene.has_moment:
            return None
        message = f"Återkoppling saknas till: {_name(scene, to)}.{_overdue(scene)}"
        return [Fault(message, f"{FEEDBACK}.{to}", scene.missing_item(FEEDBACK, to))]
    faults: list[Fault] = []
    for event in events:
        faults += _held(scene, event) if event.day else _to_come(scene, event)
    return [*faults, *_too_few_channels(scene, events, to)]


def _to_come(scene: RuleView, event: FormFile) -> Iterator[Fault]:
    """What is wrong with feedback that has not been given: it has no day, or that has passed."""
    name, planned = _called(scene, event), event.answers["planerad"]
    due = planned.day
    if due is None:
        lacking = Fault.missing("planerat datum", planned, of=name)
        yield lacking._replace(message=lacking.message + _overdue(scene))
    elif due.last < scene.today:
        told = f"{name} är försenad. Den var planerad till {due.in_words}."
        yield Fault(told, planned.path, planned.place)


def _held(scene: RuleView, event: FormFile) -> Iterator[Fault]:
    """What is wrong with feedback that has been given: it came too early, or says too little."""
    name, held = _called(scene, event), event.answers["datum"]
    day, after = held.day, _after(scene)
    if day and after and day.last < after.first:
        what = scene.name(scene.rule.text("after"))
        told = f"{name}: {day.in_words}. Det är före {what}, {after.in_words}."
        yield Fault(told, held.path, held.place)
    for answer in _wanted(scene, event):
        if not answer.filled:
            yield Fault.missing(answer.field.label, answer, of=name)


def _overdue(scene: RuleView) -> str:
    """That feedback which nobody has planned is late, from the day that it is counted from."""
    since = counted_from(scene.dossier, scene.rule) if scene.has_moment else None
    if since is None or since.last >= scene.today:
        return ""
    return f" Den är försenad, räknat från {since.in_words}."


def _called(scene: RuleView, event: FormFile) -> str:
    return f"Återkoppling till {_name(scene, event.key)}"


def _after(scene: RuleView) -> Day | None:
    days = [day for answer in scene.values(scene.rule.text("after")) if (day := answer.day)]
    return max(days, key=lambda day: day.first, default=None)


def _wanted(scene: RuleView, event: FormFile) -> list[Answer]:
    return [event.answers[name] for name in scene.rule.fields if name in event.answers]


def _too_few_channels(scene: RuleView, events: list[FormFile], to: str) -> Iterator[Fault]:
    least = scene.rule.number("channels")
    answers = [event.answers["kanal"] for event in events]
    channels = {
        one.text.casefold() for answer in answers for one in answer.rows or (answer,) if one.filled
    }
    if len(channels) < least:
        number = count(len(channels), "kanal", "kanaler")
        yield Fault(
            f"Återkoppling till {_name(scene, to)}: {number}. Minst {least} behövs.",
            answers[0].path,
            answers[0].place,
        )


def _name(scene: RuleView, key: str) -> str:
    return audience_name(scene.dossier.rulebook, key)
