"""The model of a rulebook: what the engine knows of an organisation's policy. Everything here is
immutable data.

Tuples rather than dataclasses: they are made seven times faster at import, and start-up is what
people feel.
"""

from __future__ import annotations

from dialogcli.rulebook.model.fields import PAPER_DAY, Field, Form, Section
from dialogcli.rulebook.model.policy import (
    DocumentSpec,
    Organ,
    Overlay,
    Register,
    Rulebook,
    SourceDocument,
    Unbound,
)
from dialogcli.rulebook.model.process import (
    DECISIONS,
    EVALUATION,
    EVENTS,
    FEEDBACK,
    FOLLOWED_UP,
    IDENTITY,
    MATTER,
    REFERRAL,
    RESERVED_GATES,
    RESERVED_STEPS,
    RESULT,
    SESSIONS,
    TO_HOLD_IT,
    WAIVERS,
    Decider,
    Done,
    Entry,
    Gate,
    Step,
)
from dialogcli.rulebook.model.rules import (
    UNKNOWN,
    Kind,
    Modality,
    Moment,
    Names,
    Option,
    OptionType,
    OptionValue,
    Role,
    Rule,
    Unchecked,
)

__all__ = [
    "DECISIONS",
    "EVALUATION",
    "EVENTS",
    "FEEDBACK",
    "FOLLOWED_UP",
    "IDENTITY",
    "MATTER",
    "PAPER_DAY",
    "REFERRAL",
    "RESERVED_GATES",
    "RESERVED_STEPS",
    "RESULT",
    "SESSIONS",
    "TO_HOLD_IT",
    "UNKNOWN",
    "WAIVERS",
    "Decider",
    "DocumentSpec",
    "Done",
    "Entry",
    "Field",
    "Form",
    "Gate",
    "Kind",
    "Modality",
    "Moment",
    "Names",
    "Option",
    "OptionType",
    "OptionValue",
    "Organ",
    "Overlay",
    "Register",
    "Role",
    "Rule",
    "Rulebook",
    "Section",
    "SourceDocument",
    "Step",
    "Unbound",
    "Unchecked",
]
