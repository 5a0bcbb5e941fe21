"""The process of a policy: its steps and gates, what makes them done, who decides, and what every
rulebook has or can have under the same id.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from dialogcli.base.findings import Citation
from dialogcli.base.words import NOTHING, same_word

IDENTITY = "dossier"
"""What the dialogue is: title, numbers, rulebook, the decision that it is for."""
DECISIONS = "beslut"
"""One file for each decision; its key is a gate, and of several at one gate the latest counts."""
REFERRAL = "återremiss"
"""The answers to what a decision wants prepared further; a dossier has its file once there is one.
"""
SESSIONS = "tillfällen"
"""One file for each session; its key is the day."""
RESULT = "resultat"
"""What came out of the sessions."""
FEEDBACK = "återkoppling"
"""One file for each time that somebody is told; its key is the audience."""
EVALUATION = "utvärdering"
"""How it went."""
WAIVERS = "undantag"
"""One file for each waived rule; its key is the rule's id."""
STOP = "stopp"
"""How a dialogue was stopped before its end; a dossier has its file once it has been."""
MADE_WHEN_NEEDED = (REFERRAL, STOP)
"""Forms of one file that a new dossier does not have."""

EVENTS = (SESSIONS, RESULT, FEEDBACK, EVALUATION)
"""Forms that tell of what has met the world; all others are papers."""

TO_HOLD_IT, MATTER = "dialogbeslut", "sakbeslut"
RESERVED_GATES = (TO_HOLD_IT, MATTER)
"""Gates that overlays, shared documents and lists across organisations know by these ids."""

RESERVED_STEPS = (
    "övervägande",
    "planering",
    "genomförande",
    "sammanställning",
    "återkoppling",
    "utvärdering",
)
"""Steps that mean the same in every rulebook that has them; no rulebook must have them."""


class Decider(NamedTuple):
    """Who may decide at a gate; each given criterion narrows. `named_in`: the first filled-in path
    names the organ.
    """

    organs: tuple[str, ...] = ()
    organ_types: tuple[str, ...] = ()
    role: str = ""
    named_in: tuple[str, ...] = ()
    when: Mapping[str, tuple[str, ...]] = NOTHING


class Done(NamedTuple):
    """When a step is done: `filled` paths hold something, and `values` paths hold one of the words
    given.
    """

    filled: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] = NOTHING


class Step(NamedTuple):
    """A stage of the process. `after` names the entries that come before; `ends` the answers that
    end the process.

    `who` is whose turn it is, in the policy's words; '' when it does not say. `event`: what makes it
    done has met the world, and is no paper. `unbound`: entries that come before it but that it does
    not need -> why. `source`: the sentence that asks for it, where no rule does. `says_event`: the
    rulebook itself says whether it is an event.
    """

    id: str
    name: str
    after: tuple[str, ...]
    done: Done = Done()
    ends: Mapping[str, tuple[str, ...]] = NOTHING
    who: str = ""
    event: bool = False
    unbound: Mapping[str, str] = NOTHING
    source: Citation | None = None
    says_event: bool = False


class Gate(NamedTuple):
    """A step where somebody decides. `outcomes` leads from the outcome to go_on, go_back, stop or
    stay.

    `follow_up`: the path of a table that says when what was adopted is reported on to an organ, ''
    for none. `unbound` and `source` as of a step.
    """

    id: str
    name: str
    after: tuple[str, ...]
    deciders: tuple[Decider, ...]
    outcomes: Mapping[str, str]
    back_to: str = ""
    adopts: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    proposes: tuple[str, ...] = ()
    unregulated: str = ""
    follow_up: str = ""
    unbound: Mapping[str, str] = NOTHING
    source: Citation | None = None

    @property
    def word(self) -> str:
        """What the user types for it: its own id, or for the reserved ids the name
        (`presidiets-beslut`).
        """
        return "-".join(self.name.lower().split()) if self.id in RESERVED_GATES else self.id

    def is_called(self, typed: str) -> bool:
        return any(same_word(typed, word) for word in (self.id, self.name, self.word))


Entry: TypeAlias = Step | Gate

FOLLOWED_UP = ("uppföljs", "anmäld")
"""The columns that the table of a follow-up must have: the day that is planned for it, and the day
it was reported.
"""
