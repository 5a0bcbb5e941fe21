"""Who feedback goes to, by the policy's own words."""

from __future__ import annotations

from dialogcli.model.words import same_word
from dialogcli.rulebook.model import Rulebook


def audience_name(rulebook: Rulebook, key: str) -> str:
    """`de invånare som deltog` for `deltagare`; of an audience that the rulebook does not list, the
    text itself.
    """
    return next((name for known, name in rulebook.audiences.items() if same_word(known, key)), key)
