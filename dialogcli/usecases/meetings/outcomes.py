"""What a meeting decided, given in a file or asked for: the paragraph of the first point, and for
each point its outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from dialogcli.base.findings import UsageError
from dialogcli.base.screen import Kept, Part, line
from dialogcli.base.words import listed, same_word
from dialogcli.disk.files import read_text
from dialogcli.dossier.meeting import (
    NOT_TAKEN_UP,
    NOTED,
    OUTCOME,
    POINT_PARAGRAPH,
    POINTS,
    Meeting,
    Point,
    PointKind,
)
from dialogcli.interview.answers_file import read_answers
from dialogcli.interview.question import Question
from dialogcli.interview.signs import Sign
from dialogcli.rulebook.own_forms import own_form
from dialogcli.usecases.interview.questions import Interviewer
from dialogcli.yamltext.nodes import Plain, node_as_plain

UNTOUCHED = "Inget är infört."

EXAMPLE = (
    '  paragraf: "14"',
    "  punkter:",
    "    4: bifall",
    "    5: {utfall: avslag, motivering: MOTIVERING}",
    "    6: togs inte upp",
)
"""What such a file looks like."""


@dataclass(frozen=True, slots=True)
class MeetingAnswers:
    """`first` is the paragraph of point 1; `points` leads from the number of a point to what is
    said of it.
    """

    first: str
    points: Mapping[int, Mapping[str, Plain]]

    def paragraphs(self, points: Sequence[Point]) -> dict[int, str]:
        """The paragraph of every point: counted from the first, and on from each that is given one
        of its own.

        Raises UsageError when there is none to count from.
        """
        found: dict[int, str] = {}
        coming = self.first
        for number, point in enumerate(points, 1):
            coming = str(self.points.get(number, {}).get(POINT_PARAGRAPH, "")) or coming
            if not (coming or point.paragraph):
                raise UsageError(
                    f"Svarsfilen säger inte vilken paragraf punkt {number} fick. {UNTOUCHED}",
                    "Skriv så:",
                    *EXAMPLE,
                )
            found[number] = coming or point.paragraph
            coming = str(int(coming) + 1) if coming else ""
        return found

    def outcome(self, number: int) -> str:
        """What became of a point, with our own words where it is one of them; '' when the file does
        not say.
        """
        said = str(self.points.get(number, {}).get(OUTCOME, ""))
        return (
            next((word for word in (NOTED, NOT_TAKEN_UP) if same_word(word, said)), said)
            if said
            else ""
        )

    def fields(self, number: int) -> dict[str, Plain]:
        """What else is said of a decision, by the fields of a decision."""
        return {
            name: value
            for name, value in self.points.get(number, {}).items()
            if name not in (OUTCOME, POINT_PARAGRAPH)
        }


def read_meeting_answers(path: Path, name: str, meeting: Meeting) -> MeetingAnswers:
    """Read the file. Raises UnreadableError for one that is no YAML, UsageError with all that is
    wrong in it.
    """
    plain = node_as_plain(read_answers(read_text(path, name).text, name).root)
    whole = plain if isinstance(plain, dict) else {}
    points, wrong = _points(whole.get(POINTS) or {}, meeting)
    paragraphs = [
        whole.get(POINT_PARAGRAPH, ""),
        *(said.get(POINT_PARAGRAPH, "") for said in points.values()),
    ]
    wrong = [*_unknown(whole), *wrong, *_no_numbers(paragraphs)]
    if wrong or not isinstance(whole.get(POINTS) or {}, dict):
        raise UsageError(
            f"Svarsfilen {name} går inte att använda. {UNTOUCHED}", *wrong, "Skriv så:", *EXAMPLE
        )
    return MeetingAnswers(str(whole.get(POINT_PARAGRAPH, "")), points)


def _points(rows: Plain, meeting: Meeting) -> tuple[dict[int, Mapping[str, Plain]], list[str]]:
    """What is said of each point, by its number, and what is wrong with that."""
    points: dict[int, Mapping[str, Plain]] = {}
    wrong: list[str] = []
    if not isinstance(rows, dict):
        return points, wrong
    for key, value in rows.items():
        number = int(key) if re.fullmatch(r"\d{1,4}", key) else 0
        points[number] = _said(value)
        known = 1 <= number <= len(meeting.points)
        wrong += _faults(key, points[number], meeting.points[number - 1] if known else None)
    return points, wrong


def _said(value: Plain) -> Mapping[str, Plain]:
    """The fields of one point; a word alone is its outcome."""
    if isinstance(value, str):
        return {OUTCOME: value}
    return value if isinstance(value, dict) else {}


def _unknown(whole: Mapping[str, Plain]) -> list[str]:
    known = listed([POINT_PARAGRAPH, POINTS])
    return [
        f"  Nyckeln {key} finns inte. Här går det att skriva {known}."
        for key in whole
        if key not in (POINT_PARAGRAPH, POINTS)
    ]


def _no_numbers(paragraphs: Sequence[Plain]) -> list[str]:
    return [
        f"  Paragrafen {one} är inget nummer."
        for one in paragraphs
        if one and not (isinstance(one, str) and re.fullmatch(r"\d{1,5}", one))
    ]


def _faults(key: str, said: Mapping[str, Plain], point: Point | None) -> list[str]:
    if point is None:
        return [f"  Punkt {key} finns inte på listan."]
    outcome = str(said.get(OUTCOME, ""))
    if not point.kind and outcome:
        return [f"  Punkt {key} är inget ärende ur en dossier: {point.title}."]
    if (
        point.kind == PointKind.REPORT
        and outcome
        and not any(same_word(outcome, one) for one in (NOTED, NOT_TAKEN_UP))
    ):
        return [
            f"  Punkt {key} är en anmälan. Utfallet är {listed([NOTED, NOT_TAKEN_UP], 'eller')}."
        ]
    return []


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
