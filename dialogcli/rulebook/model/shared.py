"""What every rulebook has or can have under the same id: forms of the vocabulary, gates and steps."""

from __future__ import annotations

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
