"""What a list of points leads to that is not there, and whose points stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.checking.survey import Survey
from dialogcli.dossier.meeting import Meeting, Point
from dialogcli.model.text import shown
from dialogcli.model.words import did_you_mean, listed
from dialogcli.rulebook.model import Rulebook


def doubts(meeting: Meeting, survey: Survey) -> Iterator[str]:
    """Of points that have no outcome yet: unknown dossiers and gates. Of the whole list: more than
    one organisation.
    """
    books = {item.folder: item.look.dossier.rulebook for item in survey.items}
    unread = {one.folder for one in survey.unread}
    for number, point in enumerate(meeting.points, 1):
        if point.dossier and not point.outcome and point.dossier not in unread:
            yield from _of_point(number, point, books)
    organisations = dict.fromkeys(
        books[point.dossier].organisation for point in meeting.points if point.dossier in books
    )
    if len(organisations) > 1:
        yield f"Ärendena är från flera organisationer: {listed(organisations)}. Listan har den förstas namn."


def _of_point(number: int, point: Point, books: dict[str, Rulebook]) -> Iterator[str]:
    book = books.get(point.dossier)
    if book is None:
        yield f"Punkt {number}: dossiern {shown(point.dossier)} finns inte.{did_you_mean(point.dossier, books)}"
    elif point.gate and not book.gate_called(point.gate):
        known = [gate.word for gate in book.gates()]
        yield (
            f"Punkt {number}: beslutet {shown(point.gate)} finns inte i regelverket."
            f"{did_you_mean(point.gate, known)}"
        )
