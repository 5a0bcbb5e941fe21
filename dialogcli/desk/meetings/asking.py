"""Asking what a meeting decided: the paragraph of the first point once, then the outcomes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dialogcli.desk.interviews.asking import Interviewer
from dialogcli.dossier.meeting import OUTCOME, Point
from dialogcli.interview.question import Question
from dialogcli.interview.signs import Sign
from dialogcli.model.screen import Kept, Part, line
from dialogcli.rulebook.own_forms import own_form

LATER = "Svara senare. Punkten är inte införd."


@dataclass(frozen=True, slots=True)
class MeetingQuestions:
    """Asks on a terminal. An end (Ctrl-C) goes through."""

    interviewer: Interviewer

    def paragraphs(self, points: Sequence[Point]) -> dict[int, str]:
        """The paragraph of every point, by its number: counted on from the first, and from each
        that is changed.
        """
        first = self._paragraph(1)
        found = [first + index for index in range(len(points))]
        while number := self._changed(found):
            begin = self._paragraph(number)
            found[number - 1 :] = [begin + index for index in range(len(found) - number + 1)]
        return {number: str(paragraph) for number, paragraph in enumerate(found, 1)}

    def outcome(self, number: int, point: Point, outcomes: Sequence[str]) -> str:
        """What became of a point; '' when that is to be said later."""
        choices = {one: one.replace("_", " ") for one in outcomes}
        field = own_form("frågor").fields[OUTCOME]._replace(choices=choices)
        text = f"Punkt {number}, § {point.paragraph}, {point.title}"
        while True:
            given = self.interviewer.ask(
                Question(
                    f"agenda.{number}",
                    field,
                    text,
                    choices=choices,
                    guidance="Enter = svara senare. Det som är infört står kvar.",
                )
            )
            if given is Sign.LATER:
                self.interviewer.tell(LATER)
                return ""
            if isinstance(given, str):
                return given

    def _paragraph(self, number: int) -> int:
        self.interviewer.gap()
        self.interviewer.tell(f"Vilken paragraf fick punkt {number}?")
        while True:
            typed = self.interviewer.read()
            if paragraph := re.fullmatch(r"(?:§\s*)?(\d{1,5})", typed.text):
                return int(paragraph[1])
            self.interviewer.tell("Skriv bara numret, till exempel 14.")

    def _changed(self, paragraphs: Sequence[int]) -> int:
        """The number of a point whose paragraph is another; 0 when all is right."""
        answers = (Kept("Enter = stämmer"), ", ", Kept("nummer = ändra en punkt"))
        self.interviewer.gap()
        self.interviewer.tell(line("Då får ", *_runs(paragraphs), ". ", *answers))
        while True:
            typed = self.interviewer.read()
            if typed.sign is Sign.LATER:
                return 0
            if typed.sign is None and 1 <= typed.number <= len(paragraphs):
                return typed.number
            self.interviewer.tell(
                f"Skriv en punkts nummer, 1-{len(paragraphs)}, eller tryck Enter."
            )


def _runs(paragraphs: Sequence[int]) -> Iterator[Part]:
    """`punkterna 1-4 §§ 14-17 och punkt 5 § 20`: points whose paragraphs follow each other."""
    groups = groupby(enumerate(paragraphs, 1), key=lambda pair: pair[1] - pair[0])
    runs = [list(group) for _, group in groups]
    for number, run in enumerate(runs, 1):
        if number > 1:
            yield " och " if number == len(runs) else ", "
        (first, begin), (last, end) = run[0], run[-1]
        if first == last:
            yield Kept(f"punkt {first} § {begin}")
        else:
            yield Kept(f"punkterna {first}-{last}")
            yield f" §§ {begin}-{end}"
