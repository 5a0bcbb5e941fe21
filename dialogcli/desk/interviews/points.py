"""Answering the points of a decision that sent the matter back, one at a time."""

from __future__ import annotations

from collections.abc import Callable

from dialogcli.desk.interviews.asking import Interviewer
from dialogcli.desk.interviews.recording import Recorder, Settle
from dialogcli.interview.question import Question
from dialogcli.interview.signs import Sign
from dialogcli.model.screen import Part
from dialogcli.process.referrals import open_points, reference
from dialogcli.storage.nodes import Plain

Saved = Callable[[], Part]
"""What is to be said when an answer has been saved."""


def answer_points(
    interviewer: Interviewer, recorder: Recorder, question: Question, settle: Settle, saved: Saved
) -> Sign | None:
    """Ask for an answer to each open point; a point that is left stays open. `question` is about
    the whole table.
    """
    points = open_points(recorder.dossier)
    if not points:
        interviewer.gap()
        interviewer.tell("Ingen punkt väntar på svar.")
    for number, point in enumerate(points, 1):
        column = question.field.parts["svar"]
        asked = Question(
            question.path,
            column,
            point.text,
            column.guidance,
            column.example,
            f"{point.gate.name}{reference(point.decision)}",
            position=f"Punkt {number} av {len(points)}",
        )
        given = interviewer.ask(asked)
        if given is Sign.BACK:
            return Sign.BACK
        if isinstance(given, Sign):
            interviewer.tell("Svara senare. Punkten är obesvarad tills dess.")
            continue
        table = recorder.dossier.answer(question.path)
        row: Plain = {"punkt": point.text, "svar": given}
        if recorder.save(f"{question.path}.{len(table.rows) + 1 if table else 1}", row, settle):
            interviewer.tell(saved())
    return None
