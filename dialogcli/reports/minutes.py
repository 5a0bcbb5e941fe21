"""What is said when the decisions of a meeting have been entered."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dialogcli.dossier.meeting import Kind, Point
from dialogcli.model.screen import Command, Line, heading, line
from dialogcli.model.words import count, listed


def entered(points: Collection[Point]) -> str:
    """`2 beslut och 1 anmälan är införda i 2 dossierer.`; or that nothing is."""
    decisions = sum(point.kind == Kind.DECISION for point in points)
    reports = len(points) - decisions
    if not points:
        return "Inget är infört."
    what = [f"{decisions} beslut"] if decisions else []
    if reports:
        what.append(count(reports, "anmälan", "anmälningar"))
    verb = "är infört" if decisions else "är införd"
    if len(points) > 1:
        verb = "är införda"
    dossiers = count(len({point.dossier for point in points}), "dossier", "dossierer")
    return f"{listed(what)} {verb} i {dossiers}."


def left_items(numbers: Sequence[int], again: Command) -> list[Line]:
    """Which points remain, and the command with which to go on; nothing when none does."""
    if not numbers:
        return []
    what = f"punkt {numbers[0]}" if len(numbers) == 1 else f"punkterna {listed(map(str, numbers))}"
    return [heading(f"Kvar: {what}. Fortsätt så här:"), line(again, indent=2)]
