"""An answer that stands on the command line instead of being asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.select import select
from dialogcli.interview.addressing import UNTOUCHED
from dialogcli.interview.parsing import parse_answer
from dialogcli.interview.question import Question, question_about
from dialogcli.interview.refusal import Refusal
from dialogcli.interview.wording import echo
from dialogcli.model.commands import set_
from dialogcli.model.errors import UsageError
from dialogcli.model.place import Place
from dialogcli.model.screen import Slot, line
from dialogcli.storage.nodes import Plain


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed: the answer, the reason for it and who answers for that; each '' when it was
    not.
    """

    value: str
    reason: str
    by: str


def typed_answer(dossier: Dossier, path: str, given: Given, today: date) -> tuple[Plain, str]:
    """The value to write, and how it was understood. Raises UsageError with what an answer looks
    like.
    """
    question = _question(dossier, path, given.by)
    answer = _parsed(question, given, today)
    return answer, echo(question, answer)


def _question(dossier: Dossier, path: str, by: str) -> Question:
    """The question that the field would have been; also for a row or a file that is not there yet."""
    found = next(iter(select(dossier, path)), None)
    of = found.field if found else dossier.rulebook.field_at(path)
    if of is None:
        raise UsageError(f"{path} är ett helt underlag. Skriv också fältet. {UNTOUCHED}")
    return replace(
        question_about(dossier, found or Answer(path, of, Place("")), by), on_screen=False
    )


def _parsed(question: Question, given: Given, today: date) -> Plain:
    if not given.value:
        raise UsageError(
            f"Svaret saknas. {UNTOUCHED}", line("Skriv så: ", set_(question.path, Slot("SVAR")))
        )
    typed = f"{given.value}, {given.reason}" if given.reason and question.choices else given.value
    answer = parse_answer(question, typed, today)
    if isinstance(answer, Refusal):
        raise UsageError(answer.text, UNTOUCHED)
    return answer
