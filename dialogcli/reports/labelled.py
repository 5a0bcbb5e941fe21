"""Rows that share a label."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from dialogcli.model.screen import Part, Parts

Row: TypeAlias = tuple[Part | Parts, Part | Parts]
"""A label with its value, as `rows` takes them."""


def labelled(label: str, values: Iterable[Part | Parts]) -> list[Row]:
    """The first value beside the label, the others below it."""
    return [("" if number else label, value) for number, value in enumerate(values)]
