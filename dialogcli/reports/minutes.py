"""What is said when the decisions of a meeting have been entered."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dialogcli.dossier.meeting import Kind, Point
from dialogcli.model.words import count, listed


def entered_line(points: Collection[Point], first: str) -> str:
    """`Klart: 2 beslut och 1 anmälan är införda i 2 dossierer.` after a `first` word; or that
    nothing is.
    """
    decisions = sum(point.kind == Kind.DECISION for point in points)
    reports = len(points) - decisions
    if not points:
        return f"{first} Inget är infört."
    what = listed(
        filter(
            None,
            [
                f"{decisions} beslut" if decisions else "",
                count(reports, "anmälan", "anmälningar") if reports else "",
            ],
        )
    )
    verb = "är införda" if len(points) > 1 else "är infört" if decisions else "är införd"
    return f"{first} {what} {verb} i {count(len({point.dossier for point in points}), 'dossier', 'dossierer')}."


def left_lines(numbers: Sequence[int], again: str) -> list[str]:
    """Which points remain, and the command with which to go on; nothing when none does."""
    if not numbers:
        return []
    what = f"punkt {numbers[0]}" if len(numbers) == 1 else f"punkterna {listed(map(str, numbers))}"
    return [f"Kvar: {what}. Fortsätt så här:", f"  {again}"]
