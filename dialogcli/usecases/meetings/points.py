"""The points of a meeting, gathered from all dossiers of a repository."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dialogcli.base.characters import shown
from dialogcli.base.dates import Day
from dialogcli.base.findings import UsageError
from dialogcli.base.words import capital, did_you_mean, listed, same_word
from dialogcli.checking.meeting_items import LeftOut, Matter, Notice, business
from dialogcli.checking.survey import Dialogue, Survey
from dialogcli.documents.choose import Document, documents_of
from dialogcli.dossier.meeting import Meeting, Point, PointKind
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organisation import Meetings
from dialogcli.dossier.select import leaves, named_organs, select
from dialogcli.process.deciders import organ_name
from dialogcli.process.running_text import lowered
from dialogcli.rulebook.model import MATTER, RESULT, Gate
from dialogcli.usecases.decisions.draft import proposed


class Brought(NamedTuple):
    """What the dossiers bring: points to decide and to report, in order, and what is left out."""

    decisions: tuple[Point, ...]
    reports: tuple[Point, ...]
    left_out: tuple[LeftOut, ...]

    def meeting(self, organ: str, day: Day, fixed: Meetings) -> Meeting:
        """The meeting with its opening and closing points."""
        opening, closing = (tuple(map(Point, titles)) for titles in fixed)
        return Meeting(organ, day, points=(*opening, *self.decisions, *self.reports, *closing))


def organ_meant(typed: str, survey: Survey) -> str:
    """The name of the organ that somebody means. Raises UsageError when no dossier has to do with
    it.
    """
    known: dict[str, None] = {}
    for item in survey.items:
        rulebook = item.look.dossier.rulebook
        if found := rulebook.organ_called(typed):
            return found.name
        known |= dict.fromkeys(
            organ_name(rulebook, answer.text) for answer in named_organs(item.look.dossier)
        )
    match = next((name for name in known if same_word(name, typed)), "")
    if not match:
        meant = did_you_mean(typed, known) or (f" Det här finns: {listed(known)}." if known else "")
        raise UsageError(
            f"Ingen dossier nämner organet {shown(typed)}.{meant} Ingen lista är skapad."
        )
    return match


def brought(survey: Survey, organ: str, day: Day) -> Brought:
    """All that an organ has to deal with on a day, by diary number, each dialogue in the order of
    its process.
    """
    items = sorted(survey.items, key=_by_number)
    found = [one for item in items for one in business(item, organ, day)]
    return Brought(
        tuple(_to_decide(one) for one in found if isinstance(one, Matter)),
        tuple(_to_report(one) for one in found if isinstance(one, Notice)),
        tuple(one for one in found if isinstance(one, LeftOut)),
    )


def gate_title(gate: Gate) -> str:
    """`Handlingsplan`: what is decided on, as a list of points says it."""
    return capital(gate.word).replace("-", " ").replace("_", " ")


def numbers(dossier: Dossier, path: str = "dossier.dnr") -> tuple[str, ...]:
    """The diary numbers of a dialogue, or those at another path."""
    return tuple(answer.text for answer in leaves(select(dossier, path)))


def _to_decide(one: Matter) -> Point:
    dossier, gate = one.item.look.dossier, one.gate
    what, dnr = gate_title(gate), numbers(dossier)
    if gate.id == MATTER and (matter := dossier.text("dossier.kommande_beslut.ärende")):
        what, dnr = (
            matter,
            tuple(dict.fromkeys([*numbers(dossier, "dossier.kommande_beslut.dnr"), *dnr])),
        )
    attached = [doc for doc in documents_of(dossier) if doc.spec.before == gate.id]
    return _point(one.item, what, PointKind.DECISION, attached)._replace(
        dnr=dnr, proposal=tuple(proposed(dossier, gate)), gate=gate.word
    )


def _to_report(one: Notice) -> Point:
    dossier = one.item.look.dossier
    if one.follow_up:
        return _to_follow_up(one.item, one.follow_up)
    if one.gate:
        about = (None, one.item.look.standing.states[one.gate.id].decision)
        attached = [
            doc
            for doc in documents_of(dossier)
            if doc.spec.after == one.gate.id and doc.item in about
        ]
        return _point(one.item, f"Anmälan: {one.gate.name}", PointKind.REPORT, attached)._replace(
            gate=one.gate.word
        )
    attached = [
        doc
        for doc in documents_of(dossier)
        if not doc.spec.before and not doc.item and _tells_of_result(doc)
    ]
    return _point(one.item, f"Anmälan: {RESULT}", PointKind.REPORT, attached)._replace(
        audience=one.audience
    )


def _to_follow_up(item: Dialogue, table: str) -> Point:
    """With the document of the form that the days stand in: it shows how far everything has come."""
    dossier = item.look.dossier
    field = dossier.rulebook.field_at(table)
    attached = [doc for doc in documents_of(dossier) if table.split(".")[0] in doc.spec.shows]
    return _point(
        item, f"Anmälan: {lowered(field.label if field else table)}", PointKind.REPORT, attached
    )._replace(follow_up=table)


def _point(item: Dialogue, what: str, kind: PointKind, attached: Sequence[Document]) -> Point:
    """The dialogue's title stands after what it brings, unless that tells it already."""
    dossier = item.look.dossier
    named = what if item.title.casefold() in what.casefold() else f"{what}, {item.title}"
    return Point(
        named,
        kind,
        numbers(dossier),
        dossier.text("dossier.handläggare"),
        attachments=tuple(dict.fromkeys(doc.spec.title for doc in attached)),
        dossier=item.folder,
    )


def _tells_of_result(document: Document) -> bool:
    return any(
        path.split(".")[0] == RESULT for path in (*document.spec.leads_with, *document.spec.shows)
    )


def _by_number(item: Dialogue) -> tuple[list[tuple[int, str]], str]:
    """`RV 2027/96` before `RV 2027/118`."""
    return list(_pieces(" ".join(numbers(item.look.dossier)[:1]))), item.folder


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    for figures, letters in re.findall(r"(\d+)|(\D+)", text):
        yield (int(figures[:18]), "") if figures else (-1, letters.casefold())
