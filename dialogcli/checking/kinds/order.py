"""`order`: each date is not after the next, with some days between them. Dates in the same row, or
in the same of several files, are compared with each other; else the latest of a group with the
earliest of the next.

Of a date that is only a month, the day that suits best counts: only what is wrong on every day of
it is a fault.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.words import count
from dialogcli.checking.view import Fault, RuleView, in_same_row, row_label
from dialogcli.dossier.model import Answer
from dialogcli.rulebook.paths import row_depth


class _Group(NamedTuple):
    """The dates at one of the paths."""

    path: str
    dates: list[Answer]


class _Pair(NamedTuple):
    """A date and the one that it is to come before, each with the path that leads there."""

    path: str
    answer: Answer
    day: Day
    next_path: str
    next_answer: Answer
    next_day: Day

    @property
    def most(self) -> int:
        """How many days there can be between them; negative when they are in the wrong order."""
        return (self.next_day.last - self.day.first).days

    @property
    def least(self) -> int:
        """How many days there are at least between them."""
        return (self.next_day.first - self.day.last).days

    @property
    def is_exact(self) -> bool:
        """Whether both are known to the day."""
        return self.most == self.least


def judge(scene: RuleView) -> list[Fault] | None:
    """Where a date is missing, the one before it is compared with the next that is there; with
    fewer than two there is nothing to compare.
    """
    groups = [_Group(path, _dates(scene, path)) for path in scene.rule.fields]
    pairs = [
        pair
        for at, group in enumerate(groups)
        for answer in group.dates
        if (pair := _pair(group, answer, groups[at + 1 :]))
    ]
    if not pairs:
        return None
    told = [(pair, _told(scene, pair, groups)) for pair in pairs]
    return [
        Fault(message, pair.answer.path, pair.answer.place) for pair, message in told if message
    ]


def _dates(scene: RuleView, path: str) -> list[Answer]:
    """The dates at a path; the first of them alone where that one is enough."""
    dated = [answer for answer in scene.values(path) if answer.day]
    if dated and path in scene.rule.texts("earliest"):
        return [min(dated, key=_first_day)]
    return dated


def _first_day(answer: Answer) -> date:
    return answer.day.first if answer.day else date.max


def _pair(group: _Group, answer: Answer, following: Sequence[_Group]) -> _Pair | None:
    """A date with the earliest of those that it has to come before."""
    for later in following:
        beside = in_same_row(answer, group.path, later.dates, later.path)
        days = [(other, other.day) for other in beside if other.day]
        if answer.day and days:
            first, day = min(days, key=lambda one: one[1].last)
            return _Pair(group.path, answer, answer.day, later.path, first, day)
    return None


def _told(scene: RuleView, pair: _Pair, groups: Sequence[_Group]) -> str:
    """What is wrong with two dates; '' when nothing is."""
    least, most = scene.rule.number("days"), scene.rule.number("max_days")
    what, than = _names(scene, pair)
    then = f"{than}, {pair.next_day.in_words}"
    if pair.most < 0:
        apart = f" Minst {count(least, 'dag', 'dagar')} emellan behövs." if least else ""
        return f"{what}: {pair.day.in_words}. Det är efter {then}.{apart}"
    if pair.most < least:
        return f"{what}: {_apart(pair, then, pair.most, 'högst')}. Minst {least} behövs."
    if most and pair.least > most and _is_last(pair, groups):
        return f"{what}: {_apart(pair, then, pair.least, 'minst')}. Högst {most} får det vara."
    return ""


def _apart(pair: _Pair, then: str, days: int, of_a_month: str) -> str:
    """`5 september 2026 är 26 dagar före Samrådet stänger, 1 oktober 2026`."""
    if pair.is_exact and not days:
        return f"{pair.day.in_words} är samma dag som {then}"
    about = "" if pair.is_exact else f"{of_a_month} "
    return f"{pair.day.in_words} är {about}{count(days, 'dag', 'dagar')} före {then}"


def _is_last(pair: _Pair, groups: Sequence[_Group]) -> bool:
    """Whether no date beside this one is later: from that the time is counted."""
    group = next(group for group in groups if group.path == pair.path)
    beside = in_same_row(pair.answer, pair.path, group.dates, pair.next_path)
    return not any(other.day and other.day.first > pair.day.first for other in beside)


def _names(scene: RuleView, pair: _Pair) -> tuple[str, str]:
    """What a sentence calls the two: in one row or file their columns, and which row or file it is."""
    row, answer = row_label(pair.answer), pair.answer
    if not row_depth(pair.path, pair.next_path):
        return f"{row}{scene.name(pair.path)}", scene.name(pair.next_path)
    if row:
        return scene.name_of(answer), f'"{pair.next_answer.field.label}"'
    return f"{scene.file_name(answer)}: {answer.field.name}", pair.next_answer.field.name
