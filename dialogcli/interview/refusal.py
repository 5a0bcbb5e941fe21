"""The answer to an answer that cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a typed text is not an answer, and what one looks like: Swedish sentences to show before asking again."""

    text: str
