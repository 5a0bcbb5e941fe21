"""Follow-up of what a gate has adopted: when an organ is to be told how it went, and whether it has
been.
"""

from __future__ import annotations

from typing import NamedTuple

from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.select import select
from dialogcli.model.day import Day
from dialogcli.process.deciders import organ_name
from dialogcli.process.standing import Standing
from dialogcli.rulebook.model import FOLLOWED_UP, Gate

PLANNED, REPORTED = FOLLOWED_UP
_TO = "anmäls_i"


class FollowUp(NamedTuple):
    """One row of such a table. `path` is the row's; `organ` is '' where the row names none."""

    path: str
    planned: Day
    organ: str
    reported: Day | None


def follow_ups(dossier: Dossier, table: str) -> list[FollowUp]:
    """The follow-ups that have a day, the earliest first."""
    rows = [row for answer in select(dossier, table) for row in answer.rows]
    planned = [(row, _day(row, PLANNED)) for row in rows]
    found = [
        FollowUp(row.path, day, _text(row, _TO), _day(row, REPORTED)) for row, day in planned if day
    ]
    return sorted(found, key=lambda one: one.planned.first)


def awaited(standing: Standing, gate: Gate) -> list[FollowUp]:
    """The follow-ups of what a gate has adopted that are not reported, the earliest first.

    Each is for the organ that its row names, else for the one that decided; here by name.
    """
    state, dossier = standing.states[gate.id], standing.dossier
    if not gate.follow_up or not state.done or state.decision is None:
        return []
    decided = state.decision.answers["organ"].text
    return [
        one._replace(organ=organ_name(dossier.rulebook, one.organ or decided))
        for one in follow_ups(dossier, gate.follow_up)
        if one.reported is None
    ]


def _day(row: Answer, name: str) -> Day | None:
    part = row.part(name)
    return part.day if part else None


def _text(row: Answer, name: str) -> str:
    part = row.part(name)
    return part.text if part else ""
