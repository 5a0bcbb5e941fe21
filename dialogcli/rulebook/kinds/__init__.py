"""The kinds of rules, a page each, and their registry.

A page holds what the language, the handbook and the rest of the engine have to know of a kind. How
it judges a dossier is another page of the same name, in checking/kinds.
"""

from __future__ import annotations

from collections.abc import Mapping

from dialogcli.rulebook.kinds import (
    agrees,
    count,
    covers,
    decided,
    feedback,
    forbidden,
    free_of,
    number,
    one_of,
    order,
    required,
    statement,
    unchanged,
)
from dialogcli.rulebook.model import Kind

KINDS: Mapping[str, Kind] = {
    kind.word: kind
    for kind in (
        required.KIND,
        statement.KIND,
        one_of.KIND,
        forbidden.KIND,
        count.KIND,
        number.KIND,
        covers.KIND,
        order.KIND,
        decided.KIND,
        unchanged.KIND,
        agrees.KIND,
        free_of.KIND,
        feedback.KIND,
    )
}
"""In the order of the handbook, which advises to choose the first that will do."""

RENAMED: Mapping[str, str] = {"at_least": "number"}
"""What kinds were called in earlier rulebooks, and what to write now."""
