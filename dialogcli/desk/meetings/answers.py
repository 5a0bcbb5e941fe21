"""What a meeting decided, given in a file: the paragraph of the first point, and for each point its
outcome.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogcli.dossier.meeting import (
    NOT_TAKEN_UP,
    NOTED,
    OUTCOME,
    PARAGRAPH,
    POINTS,
    Kind,
    Meeting,
    Point,
)
from dialogcli.interview.answers_file import read_answers
from dialogcli.model.errors import UsageError
from dialogcli.model.words import listed, same_word
from dialogcli.storage.nodes import Plain
from dialogcli.storage.plain_values import as_plain
from dialogcli.storage.text_file import read_text

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
            coming = str(self.points.get(number, {}).get(PARAGRAPH, "")) or coming
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
            if name not in (OUTCOME, PARAGRAPH)
        }


def read_meeting_answers(path: Path, name: str, meeting: Meeting) -> MeetingAnswers:
    """Read the file. Raises UnreadableError for one that is no YAML, UsageError with all that is
    wrong in it.
    """
    plain = as_plain(read_answers(read_text(path, name).text, name).root)
    whole = plain if isinstance(plain, dict) else {}
    points, wrong = _points(whole.get(POINTS) or {}, meeting)
    paragraphs = [whole.get(PARAGRAPH, ""), *(said.get(PARAGRAPH, "") for said in points.values())]
    wrong = [*_unknown(whole), *wrong, *_no_numbers(paragraphs)]
    if wrong or not isinstance(whole.get(POINTS) or {}, dict):
        raise UsageError(
            f"Svarsfilen {name} går inte att använda. {UNTOUCHED}", *wrong, "Skriv så:", *EXAMPLE
        )
    return MeetingAnswers(str(whole.get(PARAGRAPH, "")), points)


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
    known = listed([PARAGRAPH, POINTS])
    return [
        f"  Nyckeln {key} finns inte. Här går det att skriva {known}."
        for key in whole
        if key not in (PARAGRAPH, POINTS)
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
        point.kind == Kind.REPORT
        and outcome
        and not any(same_word(outcome, one) for one in (NOTED, NOT_TAKEN_UP))
    ):
        return [
            f"  Punkt {key} är en anmälan. Utfallet är {listed([NOTED, NOT_TAKEN_UP], 'eller')}."
        ]
    return []
