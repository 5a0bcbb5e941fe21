"""Can a field hold the value that a rule compares it with?"""

from __future__ import annotations

from collections.abc import Iterable

from dialogcli.rulebook.model import Field
from dialogcli.rulebook.scope import Scope
from dialogcli.storage.nodes import Scalar


def check_values(words: Iterable[Scalar], field: Field, scope: Scope) -> None:
    """Report each value that the field cannot have. Texts can be anything, and an organ can be one
    of organ.yaml.
    """
    for word in words:
        if message := field.type.objection(word.text, field, scope.forms):
            scope.faults.add("fel-värde", word.place, message)
