"""Which sessions have been held, which are cancelled and which are still to come."""

from __future__ import annotations

from datetime import date

from dialogcli.dossier.model import FormFile
from dialogcli.model.fieldtypes import Trait

STATUS = "status"
CANCELLED, HELD = "inställt", "genomfört"
_MET = (HELD, "pågår")
_SUMMARY = "sammanfattning"


def is_cancelled(session: FormFile) -> bool:
    return _status_is(session, (CANCELLED,))


def has_met(session: FormFile) -> bool:
    """Whether people have met: it says so, or it counts or sums up those who came."""
    if is_cancelled(session):
        return False
    summary = session.answers.get(_SUMMARY)
    told = summary is not None and summary.filled and not summary.excused
    return _status_is(session, _MET) or told or counts_people(session)


def is_settled(session: FormFile) -> bool:
    """Whether it says what came of it: that it was held, or cancelled."""
    return _status_is(session, (HELD, CANCELLED))


def counts_people(session: FormFile) -> bool:
    """Whether it counts anybody who came."""
    for answer in session.answers.values():
        for one in answer.rows or (answer,):
            is_number = Trait.NUMBER in one.field.type.traits and isinstance(one.value, int)
            if is_number and int(one.text) > 0:
                return True
    return False


def is_to_come(session: FormFile, today: date) -> bool:
    """Whether it is neither held nor past; one without a day is not."""
    return session.day is not None and session.day.last > today and not has_met(session)


def _status_is(session: FormFile, words: tuple[str, ...]) -> bool:
    status = session.answers.get(STATUS)
    return status is not None and status.is_one_of(words)
