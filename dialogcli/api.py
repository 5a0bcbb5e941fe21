"""The front door for other programs: open a dossier, check it, answer a field, make documents, count
deadlines, list dialogues. What stands in `__all__` is all that one needs, and all that is promised.

Every function takes first a folder (or the dossier opened from it), then the day: nothing depends on
where the program stands or what its clock says. Nothing is printed, nothing asked. What is expected
to go wrong is a DialogError, with its message in Swedish.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeAlias, TypeVar

from dialogcli.base.dates import Day
from dialogcli.base.findings import (
    ConflictError,
    DialogError,
    FileFault,
    Finding,
    Hint,
    InputOutputError,
    Place,
    Remedy,
    Severity,
    UnreadableError,
    UsageError,
    remedy_text,
)
from dialogcli.base.screen import Line, plain_text
from dialogcli.checking import engine
from dialogcli.checking.report import Report, for_gate
from dialogcli.checking.survey import Dialogue, Survey, Unread
from dialogcli.checking.unjudged import Unjudged
from dialogcli.disk.atomic import unforeseen
from dialogcli.disk.folders import existing
from dialogcli.documents.rendered import Gap, MadeDocument, Rendered
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.reading import read_dossier
from dialogcli.process.deadlines import Deadline, Due
from dialogcli.process.schedule import Schedule
from dialogcli.usecases import deadlines as usecase_deadlines
from dialogcli.usecases import single_answer
from dialogcli.usecases import survey as usecase_survey
from dialogcli.usecases.decisions.options import gate_called
from dialogcli.usecases.single_answer import Given, Saved

__all__ = [
    "Answer",
    "ConflictError",
    "Day",
    "Deadline",
    "DialogError",
    "Dialogue",
    "Dossier",
    "Due",
    "FileFault",
    "Finding",
    "Gap",
    "InputOutputError",
    "MadeDocument",
    "Place",
    "Rendered",
    "Report",
    "Saved",
    "Schedule",
    "Severity",
    "Survey",
    "Unjudged",
    "Unread",
    "UnreadableError",
    "UsageError",
    "check",
    "deadlines",
    "list_dialogues",
    "open_dossier",
    "render",
    "set_answer",
    "text_of",
]

Folder: TypeAlias = str | os.PathLike[str]

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


def _stops_in_swedish(function: Callable[_Arguments, _Result]) -> Callable[_Arguments, _Result]:
    """The same function, where what the operating system refuses is an InputOutputError."""

    @wraps(function)
    def stopping(*args: _Arguments.args, **options: _Arguments.kwargs) -> _Result:
        try:
            return function(*args, **options)
        except OSError as error:
            raise unforeseen(error) from error

    return stopping


@_stops_in_swedish
def open_dossier(folder: Folder) -> Dossier:
    """The dossier in a folder, with the rulebook that it follows.

    Files that cannot be read are in `Dossier.faults`; their answers are then missing. Raises
    UsageError when the folder is not there or is no dossier, UnreadableError when its dossier.yaml
    or its rulebook cannot be read.
    """
    return read_dossier(_folder(folder))


@_stops_in_swedish
def check(dossier: Dossier, today: date, before: str = "") -> Report:
    """What is wrong and what is missing on a day: everything, or what concerns one decision (`before`,
    by the word that one types for it: `handlingsplan`).

    Raises UsageError for a decision that the rulebook does not have.
    """
    report = engine.check(dossier, today)
    return for_gate(report, gate_called(dossier.rulebook, before)) if before else report


@_stops_in_swedish
def set_answer(
    folder: Folder, now: datetime, field: str, value: str, *, reason: str = "", by: str = ""
) -> Saved:
    """Write one answer, as a person would type it (`49 500 kr`, `14 april`, `ja`), and say where it
    stands and how it was understood. No other byte of the file changes.

    `field` is a path (`handlingsplan.risker.2.åtgärd`), or the name of a field that only one form
    has. A new row of a table has the number after the last. An exception is `undantag.V-54`, with
    its reason and by whom; of a register's field (`register.kandidatområden.NAMN.FÄLT`) the folder
    is that of the repository. The day of `now` is written where a day is, its hour told to others
    who want to write meanwhile.

    Raises UsageError for a field that there is not and for what is no answer to it, UnreadableError
    while a file of the dossier cannot be read, ConflictError when somebody else is writing or has
    changed the same answer, InputOutputError. Nothing is changed then.
    """
    given = Given(value, reason, by)
    return single_answer.save_answer(_folder(folder), field, given, now, "ett annat program")


@_stops_in_swedish
def render(
    folder: Folder, today: date, *documents: str, final: bool = False
) -> tuple[MadeDocument, ...]:
    """Make Word files in the dossier's folder `handlingar`: those named, else all whose time has come.
    A file that somebody has edited stays, and the new one lies beside it (`MadeDocument.beside`).

    Raises UsageError for a document that there is not (yet), UnreadableError when a file of the
    dossier, a template or the letterhead cannot be read, InputOutputError; DialogError itself when
    documents are to be `final` and a requirement of severity fel is not met: none is made then.
    """
    from dialogcli.usecases.documents import (
        Production,  # Word, XML and templates: nothing else here waits for them
    )

    production = Production.begin(_folder(folder), draft=not final)
    return tuple(production.make(production.documents_called(documents), today))


@_stops_in_swedish
def deadlines(folder: Folder, today: date) -> Schedule:
    """The days ahead of a dialogue: from `today` on, by when papers, summons and minutes are due
    around its meetings; what is planned and has not happened (sessions, feedback, follow-up), also
    when its day is past; and what cannot be met. Files that cannot be read are left out.

    Raises as `open_dossier`, and UnreadableError when organisation.yaml cannot be read.
    """
    return usecase_deadlines.deadlines_of_dossier(_folder(folder), today).found


@_stops_in_swedish
def list_dialogues(
    repository: Folder, today: date, *, step: str = "", organ: str = "", overdue: bool = False
) -> Survey:
    """All dossiers of a folder, those with overdue feedback first; or those of them at a step, that
    concern an organ, whose feedback is overdue. Folders are told as seen from the repository.

    A dossier that cannot be read is in `Survey.unread` and hides no other. Raises UsageError when
    there is no such folder, or no such step; InputOutputError.
    """
    root = _folder(repository)
    survey = usecase_survey.read_survey(root, today, seen_from=root)
    return usecase_survey.dialogues_meant(survey, usecase_survey.SurveyWish(overdue, step, organ))


def text_of(said: Remedy | Hint, folder: str = "") -> str:
    """What mends a finding (`Finding.remedy`), or a hint of an error, as text. A command in it is
    told with the dossier's folder, if given.
    """
    return plain_text(said.parts, folder) if isinstance(said, Line) else remedy_text(said, folder)


def _folder(given: Folder) -> Path:
    """Whole, so that what lies above it is found too."""
    return existing(Path(given).absolute(), os.fspath(given))
