"""Answers that come from a file: the same for `new` and `fill`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dialogcli.desk.context import Context
from dialogcli.desk.interviews.recording import Recorder
from dialogcli.dossier.model import Dossier
from dialogcli.interview.answers_file import AnswersFile, answers_in, read_answers
from dialogcli.storage.nodes import Plain
from dialogcli.storage.text_file import read_text


def load_answers(path: Path, name: str) -> AnswersFile:
    """Read the file. Raises UnreadableError, or InputOutputError when it is not there."""
    return read_answers(read_text(path, name).text, name)


def answers_for(
    file: AnswersFile, dossier: Dossier, context: Context
) -> Mapping[str, Plain | None]:
    """The answers of a file for one dossier. Raises UsageError with everything that is wrong;
    nothing is written.
    """
    return answers_in(file, dossier, context.today)


def save_all(recorder: Recorder, answers: Mapping[str, Plain | None]) -> None:
    """Save answers in the order of the file; each is whole before the next."""
    for path, value in answers.items():
        if value is None:
            recorder.remove_row(path)
        elif value == "":
            recorder.leave_blank(path)
        else:
            recorder.write(path, value)
