"""A dialogue that somebody has stopped before its end (`dialog stop`): how, when and by whom, and
whether anybody had been heard by then, who is still owed to be told what came of it.
"""

from __future__ import annotations

from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.words import listed
from dialogcli.dossier.model import Dossier, FormFile
from dialogcli.process.traces import Trace, Traces, by_day, has_met
from dialogcli.rulebook.model import DECISIONS, EVALUATION, FEEDBACK, RESULT, SESSIONS, STOP

HOW, REASON, ORGAN, DAY, PARAGRAPH = "slut", "skäl", "organ", "datum", "paragraf"
OTHERS = "andra_dialoger"
"""The dialogues that this one is merged with, or divided into: their folders."""
PAUSES = "uppehåll"
"""The stops that somebody has taken back: rows of PAUSE."""
PAUSE = (HOW, REASON, DAY, "fortsatte", "skäl_att_fortsätta")

OFF, MERGED, DIVIDED = "utgår", "sammanslagen", "delad"
_JOINED = {MERGED: "med", DIVIDED: "i"}
"""The ends that name other dialogues, and how a sentence does."""

PEOPLE = "antal_medborgare"
"""The field of a session that counts those who came."""

_NO_MEETING = (DECISIONS, RESULT, FEEDBACK, EVALUATION)


class Stop(NamedTuple):
    """What the file says of an end that holds."""

    file: FormFile
    how: str
    day: Day | None

    @property
    def reason(self) -> str:
        """Without its full stop."""
        return " ".join(self.text(REASON).split()).rstrip(".")

    @property
    def said(self) -> str:
        """`är avbruten 4 maj 2027, kommunstyrelsen § 102`, as far as known: to stand after the
        dialogue's name.
        """
        how = self.how if self.how == OFF else f"är {self.how}"
        others = self.file.answers[OTHERS]
        named = listed(row.text for row in others.rows if row.filled)
        joined = f" {_JOINED[self.how]} {named}" if self.how in _JOINED and named else ""
        when = f" {self.day.in_words}" if self.day else ""
        paragraph = f"§ {self.text(PARAGRAPH)}" if self.text(PARAGRAPH) else ""
        by = " ".join(filter(None, (self.text(ORGAN), paragraph)))
        return f"{how}{joined}{when}{', ' if by else ''}{by}"

    def text(self, name: str) -> str:
        answer = self.file.answers[name]
        return answer.text if answer.filled else ""

    def is_before(self, trace: Trace) -> bool:
        """Whether something has happened after the day of the stop."""
        return self.day is not None and trace.day is not None and trace.day.first > self.day.last


def stop_file(dossier: Dossier) -> FormFile | None:
    """The file of a dossier that has one; also when the dialogue has gone on since."""
    found = next(iter(dossier.files.get(STOP, ())), None)
    return found if found and found.present else None


def stop_of(dossier: Dossier) -> Stop | None:
    """The end that holds, if one does: what is no end, or is taken back, is none."""
    file = stop_file(dossier)
    how = file.answers[HOW] if file else None
    if file is None or how is None or not isinstance(how.value, str) or not how.filled:
        return None
    return Stop(file, how.text, file.day)


def is_feedback(trace: Trace) -> bool:
    """Whether somebody was told: that is owed after a stop, and allowed."""
    return trace.form == FEEDBACK


def later_work(stop: Stop, traces: Traces) -> list[Trace]:
    """What has met the world after the stop, but for feedback, the earliest first."""
    return [one for one in _all(traces) if stop.is_before(one) and not is_feedback(one)]


def has_heard(traces: Traces) -> bool:
    """Whether anybody has been met, in a session or by another event of the rulebook's own."""
    return any(one.form not in _NO_MEETING for one in _all(traces))


def people_heard(dossier: Dossier) -> int:
    """How many have come to the sessions, as far as they are counted."""
    counts = (
        file.answers[PEOPLE].value
        for file in dossier.files.get(SESSIONS, ())
        if has_met(file) and PEOPLE in file.answers
    )
    return sum(number for number in counts if type(number) is int)


def _all(traces: Traces) -> list[Trace]:
    return by_day(one for own in traces.values() for one in own)
