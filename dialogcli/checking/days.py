"""Days that have been and days that are meant: sessions that are past and still planned, and
cancelled ones with people in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dialogcli.base.commands import fill
from dialogcli.base.findings import Finding, Severity
from dialogcli.dossier.model import Dossier, FormFile
from dialogcli.process.traces import STATUS, counts_people, is_cancelled, is_settled
from dialogcli.rulebook.model import SESSIONS

SESSION = "tillfällets-status"
"""The id of what is told here."""


def wrong_days(dossier: Dossier, today: date) -> Iterator[Finding]:
    """A varning for each session that is past and says nothing of what came of it, and for each
    cancelled one that counts people.
    """
    for session in dossier.files.get(SESSIONS, ()):
        yield from _of_session(session, today)


def _of_session(session: FormFile, today: date) -> Iterator[Finding]:
    day = session.day
    when = f" {day.in_words}" if day else ""
    if is_cancelled(session) and counts_people(session):
        said = f"Dialogtillfälle{when} är inställt men räknar dem som var där. Vilket stämmer?"
        yield _doubt(session, said)
    elif day and day.last < today and not is_settled(session):
        said = f"Dialogtillfälle{when} har passerat. Skriv om det hölls."
        yield _doubt(session, said)


def _doubt(session: FormFile, message: str) -> Finding:
    """What of it holds has to be asked, and after that what it lacks."""
    answer = session.answers[STATUS]
    mend = fill(f"{SESSIONS}.{session.stem}")
    return Finding(SESSION, Severity.VARNING, message, answer.place, answer.path, remedy=mend)
