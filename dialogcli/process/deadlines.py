"""What must be done by when, counted backwards and forwards from one meeting by the settings of its
organ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeVar

from dialogcli.base.findings import UnreadableError
from dialogcli.base.words import listed, nearest, same_word
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organisation import ORGANISATION_FILE, DaySpan, Meetings, Organisation, Times
from dialogcli.dossier.select import named_organs
from dialogcli.process.deciders import organ_name, organ_type
from dialogcli.process.workdays import Workdays
from dialogcli.rulebook.mapping_reader import Faults
from dialogcli.yamltext.nodes import Scalar

_Settings = TypeVar("_Settings", Times, Meetings)

_ALMOST = 0.9
"""How alike two names are of which one is a slip of the keyboard: there may be a barnnämnd beside a
bynämnd.
"""


def by_name(organisation: Organisation, dossiers: Iterable[Dossier | None]) -> Organisation:
    """The settings with all organs by name, as `dossiers` know them. No more of these are looked at
    than it takes.

    Raises UnreadableError, with the places, for organs that none of them and none of their
    rulebooks knows, unless one cannot be read (None) or there is none; and for one that stands
    there twice.
    """
    waiting = list(organisation.organs)
    names: dict[str, str] = {}
    known: dict[str, None] = {}
    all_read = True
    for dossier in dossiers if waiting else ():
        if dossier is None:
            all_read = False
            continue
        known |= dict.fromkeys(_known(dossier))
        names |= _names(waiting, dossier, known)
        waiting = [word for word in waiting if word.text not in names]
        if not waiting:
            break
    unknown = waiting if all_read and known else []
    _refuse(unknown, organisation.organs, names, list(known))
    return organisation._replace(
        times_of=_renamed(organisation.times_of, names),
        meetings_of=_renamed(organisation.meetings_of, names),
    )


def _names(words: Iterable[Scalar], dossier: Dossier, known: Iterable[str]) -> dict[str, str]:
    """The names of organs, by what is written, as far as one dossier tells of them."""
    found = {word.text: _name(word.text, dossier, known) for word in words}
    return {typed: name for typed, name in found.items() if name}


def _renamed(by_organ: Mapping[str, _Settings], names: Mapping[str, str]) -> dict[str, _Settings]:
    return {names.get(organ, organ): settings for organ, settings in by_organ.items()}


def _known(dossier: Dossier) -> list[str]:
    rulebook = dossier.rulebook
    return [
        *(organ.name for organ in rulebook.organs),
        *(organ_name(rulebook, answer.text) for answer in named_organs(dossier)),
    ]


def _name(typed: str, dossier: Dossier, known: Iterable[str]) -> str:
    """The name of an organ; that of one which only its own name tells of as it is written, unless
    it is a slip.
    """
    name = organ_name(dossier.rulebook, typed)
    if found := next((one for one in known if same_word(one, name)), ""):
        return found
    return name if organ_type(dossier.rulebook, name) and not nearest(name, known, _ALMOST) else ""


def _refuse(
    unknown: Iterable[Scalar], organs: Iterable[Scalar], names: dict[str, str], known: list[str]
) -> None:
    faults, seen = Faults(), dict[str, str]()
    for word in unknown:
        faults.unknown(
            "okänt-organ",
            word,
            f"Varken regelverk eller dossierer har ett organ som heter {word.text}.",
            known,
        )
    for word in organs:
        name = names.get(word.text, "")
        if name and seen.setdefault(name, word.text) != word.text:
            faults.add("dubbelt-organ", word.place, f"{word.text} är samma organ som {seen[name]}.")
    if found := faults.in_order():
        raise UnreadableError(
            f"{ORGANISATION_FILE} går inte att använda.",
            "Ett organ som är nytt skrivs i organ.yaml.",
            faults=found,
        )


_COUNCIL = "fullmäktige"
_BOARDS = ("nämnd", "styrelse", "utskott", "beredning")
"""The types of organ whose members are called, and whose minutes are adjusted, by the rules for a
nämnd.
"""

_SETTINGS = "era inställningar"
_USUAL = "vanlig tid"

_WEEK = DaySpan(7)
_ADJUSTED = DaySpan(14)
_POSTED = DaySpan(2)
"""What the law asks of a council's summons, and of all minutes; settings can be stricter and never
laxer.
"""


class Due(StrEnum):
    """What a deadline is for."""

    MANUSCRIPT = "manusstopp"
    SUMMONS = "kallelse"
    NOTICE = "kungörelse"
    MEETING = "sammanträde"
    DECISION = "beslut"
    ADJUSTMENT = "justering"
    POSTING = "anslag"
    SESSION = "dialogtillfälle"
    FEEDBACK = "återkoppling"
    FOLLOW_UP = "uppföljning"


class DecidingMeeting(NamedTuple):
    """A meeting that is to decide. `type` is that of the organ; `matters` are the names of the
    decisions, if known. `alone`: a single person decides, who is called to no meeting.
    """

    day: date
    organ: str
    type: str
    matters: tuple[str, ...] = ()
    alone: bool = False


class Deadline(NamedTuple):
    """`basis` says whose rule it is: a law, the organisation's settings, the usual time, or '' for
    a planned day.

    `told` is the organ that hears of a follow-up, at a meeting that is not known.
    """

    day: date
    due: Due
    what: str
    basis: str = ""
    meeting: DecidingMeeting | None = None
    told: str = ""

    @property
    def organ(self) -> str:
        return self.meeting.organ if self.meeting else self.told


def of_meeting(meeting: DecidingMeeting, organisation: Organisation) -> list[Deadline]:
    """The deadlines around one meeting. What the law says of a council or a board is not said of
    other organs.
    """
    ours = _SETTINGS if organisation.own else _USUAL
    matters = f": {listed(meeting.matters)}" if meeting.matters else ""
    if meeting.alone:
        return [Deadline(meeting.day, Due.DECISION, f"beslut{matters}", "", meeting)]
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


def manuscript_day(meeting: DecidingMeeting, organisation: Organisation) -> date:
    """The last day for papers to a meeting, or to somebody who decides alone."""
    if meeting.alone:
        return meeting.day
    return Workdays(organisation).before(
        meeting.day, organisation.times_for(meeting.organ).manusstopp
    )


def _summons(meeting: DecidingMeeting, organisation: Organisation, ours: str) -> list[Deadline]:
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


def _minutes(meeting: DecidingMeeting, organisation: Organisation) -> list[Deadline]:
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
