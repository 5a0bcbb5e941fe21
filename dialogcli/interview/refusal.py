"""The answer to an answer that cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogcli.model.discretion import discreet


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a typed text is not an answer, and what one looks like: Swedish sentences to show before
    asking again.
    """

    text: str
    why: str = field(default="", compare=False)
    """The same without what one looks like, where that is a sentence of its own."""

    def __post_init__(self) -> None:
        """A personal identity number among what was typed is not said back."""
        object.__setattr__(self, "text", discreet(self.text))
        object.__setattr__(self, "why", discreet(self.why or self.text))
