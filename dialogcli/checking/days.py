"""Days on which something has happened, which never lie ahead; and sessions that are past and still
planned, or cancelled with people in them. Plans stand in `plans.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dialogcli.base.commands import fill
from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Shape
from dialogcli.base.findings import Finding, Severity
from dialogcli.checking.remedies import remedy_at
from dialogcli.checking.spine import decided
from dialogcli.dossier.model import Answer, Dossier, FormFile
from dialogcli.dossier.select import days_at
from dialogcli.process.deciders import audience_name
from dialogcli.process.traces import (
    STATUS,
    counts_people,
    is_cancelled,
    is_settled,
    says_held,
)
from dialogcli.rulebook.model import DECISIONS, FEEDBACK, SESSIONS, Gate, Rulebook

SESSION, FUTURE = "tillfällets-status", "framtida-dag"
"""The ids of what is told here."""

_NOT_YET = "Den dagen har inte varit än."


def wrong_days(dossier: Dossier, today: date) -> Iterator[Finding]:
    """A fel for each fact that lies ahead; a varning for each session that is past and says nothing
    of what came of it, and for each cancelled one that counts people.
    """
    yield from _ahead(dossier, today)
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


def _ahead(dossier: Dossier, today: date) -> Iterator[Finding]:
    for file in dossier.all_files():
        for day, answer in _facts(file):
            if day.first > today:
                yield _future(dossier, file, day, answer)


def _facts(file: FormFile) -> Iterator[tuple[Day, Answer]]:
    """The days on which something has happened: those that the form calls so, the day of a session
    that tells of people, and the day of each statement.
    """
    for path in file.form.facts:
        for one in days_at(file, path):
            yield one.day, one.answer
    if file.form.id == SESSIONS and file.day and says_held(file):
        yield file.day, file.answers["datum"]
    for answer in file.answers.values():
        given = answer.part("datum") if answer.field.type.shape is Shape.STATEMENT else None
        if given and given.day:
            yield given.day, given


def _future(dossier: Dossier, file: FormFile, day: Day, answer: Answer) -> Finding:
    said = f"{_named(dossier.rulebook, file, answer)}: {day.in_words}. {_NOT_YET}"
    mend = remedy_at(dossier, answer)
    if file.form.id == SESSIONS:
        said = f"Dialogtillfälle {day.in_words} står som hållet. {_NOT_YET}"
    elif file.form.id == FEEDBACK:
        said = f"{said} Skriv den som planerad tills återkopplingen är lämnad."
        mend = fill(f"{FEEDBACK}.{file.stem}")  # two of its days change
    elif file.form.id == DECISIONS and answer.field.id == "datum" and answer.path.count(".") == 2:
        mend = "Kontrollera dagen mot protokollet."
    return Finding(FUTURE, Severity.FEL, said, answer.place, answer.path, remedy=mend)


def _named(rulebook: Rulebook, file: FormFile, answer: Answer) -> str:
    """What a fact is the day of: `Återkoppling till deltagarna`, `Beslut i sakfrågan`, `Resultat`;
    in a group or a statement that, and else the field.
    """
    _, *names = answer.path.split(".")
    own = file.answers.get(next(name for name in names if name in file.answers))
    entry = rulebook.entries.get(file.key)
    label = own.field.name if own and own.field.id != "datum" else ""
    if file.form.id == FEEDBACK:
        return f"Återkoppling till {audience_name(rulebook, file.key)}"
    if isinstance(entry, Gate) and file.form.id == DECISIONS:
        return f"{decided(entry, file)}: {label}" if label else entry.name
    return label or file.form.title


def _doubt(session: FormFile, message: str) -> Finding:
    """What of it holds has to be asked, and after that what it lacks."""
    answer = session.answers[STATUS]
    mend = fill(f"{SESSIONS}.{session.stem}")
    return Finding(SESSION, Severity.VARNING, message, answer.place, answer.path, remedy=mend)
