"""How each kind of rule judges a dossier, a page each under the word of the kind, and their registry."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dialogcli.checking.kinds import (
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
from dialogcli.checking.view import Fault, RuleView

Judge = Callable[[RuleView], list[Fault] | None]
"""What every kind is: from a scene to its faults; None when there is nothing yet to judge."""

JUDGES: Mapping[str, Judge] = {
    "required": required.judge,
    "statement": statement.judge,
    "one_of": one_of.judge,
    "forbidden": forbidden.judge,
    "count": count.judge,
    "number": number.judge,
    "covers": covers.judge,
    "order": order.judge,
    "decided": decided.judge,
    "unchanged": unchanged.judge,
    "agrees": agrees.judge,
    "free_of": free_of.judge,
    "feedback": feedback.judge,
}
