"""What must be done by when, counted backwards and forwards from one meeting."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dialogcli.dossier.organisation import Organisation, Span
from dialogcli.model.words import listed
from dialogcli.process.workdays import Workdays

_COUNCIL = "fullmäktige"
_BOARDS = ("nämnd", "styrelse", "utskott", "beredning")
"""The types of organ whose members are called, and whose minutes are adjusted, by the rules for a
nämnd.
"""

_SETTINGS = "era inställningar"
_USUAL = "vanlig tid"

_WEEK = Span(7)
_ADJUSTED = Span(14)
_POSTED = Span(2)
"""What the law asks of a council's summons, and of all minutes; settings can be stricter and never
laxer.
"""


class Due(StrEnum):
    """What a deadline is for."""

    MANUSCRIPT = "manusstopp"
    SUMMONS = "kallelse"
    NOTICE = "kungörelse"
    MEETING = "sammanträde"
    ADJUSTMENT = "justering"
    POSTING = "anslag"
    SESSION = "dialogtillfälle"
    FEEDBACK = "återkoppling"
    FOLLOW_UP = "uppföljning"


class Meeting(NamedTuple):
    """A meeting that is to decide. `type` is that of the organ; `matters` are the names of the
    decisions, if known.
    """

    day: date
    organ: str
    type: str
    matters: tuple[str, ...] = ()


class Deadline(NamedTuple):
    """`basis` says whose rule it is: a law, the organisation's settings, the usual time, or '' for
    a planned day.

    `told` is the organ that hears of a follow-up, at a meeting that is not known.
    """

    day: date
    due: Due
    what: str
    basis: str = ""
    meeting: Meeting | None = None
    told: str = ""

    @property
    def organ(self) -> str:
        return self.meeting.organ if self.meeting else self.told


def of_meeting(meeting: Meeting, organisation: Organisation) -> list[Deadline]:
    """The deadlines around one meeting. What the law says of a council or a board is not said of
    other organs.
    """
    ours = _SETTINGS if organisation.own else _USUAL
    matters = f": {listed(meeting.matters)}" if meeting.matters else ""
    found = [
        Deadline(
            manuscript_day(meeting, organisation),
            Due.MANUSCRIPT,
            "handlingarna ska vara klara (manusstopp)",
            ours,
            meeting,
        ),
        Deadline(meeting.day, Due.MEETING, f"sammanträde{matters}", "", meeting),
    ]
    if meeting.type == _COUNCIL or meeting.type in _BOARDS:
        found += [*_summons(meeting, organisation, ours), *_minutes(meeting, organisation)]
    return sorted(found, key=lambda one: one.day)


def council_or_board(organ: str) -> str:
    """The type of an organ, of those that matter here, by its name alone; '' when it tells none."""
    return next((type_ for type_ in (_COUNCIL, *_BOARDS) if type_ in organ.lower()), "")


def manuscript_day(meeting: Meeting, organisation: Organisation) -> date:
    """The last day for papers to a meeting."""
    return Workdays(organisation).before(
        meeting.day, organisation.times_for(meeting.organ).manusstopp
    )


def _summons(meeting: Meeting, organisation: Organisation, ours: str) -> list[Deadline]:
    days, span = Workdays(organisation), organisation.times_for(meeting.organ).kallelse
    called = days.before(meeting.day, span)
    if meeting.type != _COUNCIL:
        return [Deadline(called, Due.SUMMONS, "kallelsen skickas senast", ours, meeting)]
    called = min(called, days.before(meeting.day, _WEEK))
    return [
        Deadline(
            called, Due.SUMMONS, "kallelsen skickas senast", "kommunallagen 5 kap. 15 §", meeting
        ),
        Deadline(
            called,
            Due.NOTICE,
            "sammanträdet kungörs på anslagstavlan senast",
            "kommunallagen 5 kap. 13 §",
            meeting,
        ),
    ]


def _minutes(meeting: Meeting, organisation: Organisation) -> list[Deadline]:
    days, times = Workdays(organisation), organisation.times_for(meeting.organ)
    adjusted = min(days.after(meeting.day, span) for span in (times.justering, _ADJUSTED))
    posted = min(days.after(adjusted, span) for span in (times.anslag, _POSTED))
    section = "5 kap. 69 §" if meeting.type == _COUNCIL else "6 kap. 35 §"
    return [
        Deadline(
            adjusted,
            Due.ADJUSTMENT,
            "protokollet justeras senast",
            f"kommunallagen {section}",
            meeting,
        ),
        Deadline(
            posted, Due.POSTING, "justeringen anslås senast", "kommunallagen 8 kap. 12 §", meeting
        ),
    ]
