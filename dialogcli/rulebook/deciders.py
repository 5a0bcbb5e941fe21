"""Who may decide at a gate, as a rulebook writes it."""

from __future__ import annotations

from dialogcli.model.fieldtypes import Trait
from dialogcli.rulebook.conditions import read_conditions
from dialogcli.rulebook.model import Decider
from dialogcli.rulebook.paths import find
from dialogcli.rulebook.reading import Block
from dialogcli.rulebook.scope import Scope

_KEYS = ("organ", "organ_type", "role", "named_in", "when")


def read_deciders(gate: Block, scope: Scope) -> tuple[Decider, ...]:
    """The deciders of a gate: one, or variants each with its condition."""
    if not gate.need("decider"):
        return ()
    blocks = gate.blocks("decider", f"decider i {gate.what}", _KEYS)
    for block in blocks[:-1]:
        block.need("when")
    return tuple(_decider(block, scope) for block in blocks)


def _decider(block: Block, scope: Scope) -> Decider:
    if not any(key in block for key in ("organ", "organ_type", "named_in")):
        block.faults.add(
            "saknas", block.place, f"organ, organ_type eller named_in saknas i {block.what}."
        )
    return Decider(
        tuple(scope.organ(word) for word in block.words("organ")),
        tuple(scope.organ_type(word) for word in block.words("organ_type")),
        block.text("role"),
        _named_in(block, scope),
        read_conditions(block, "when", scope),
    )


def _named_in(block: Block, scope: Scope) -> tuple[str, ...]:
    words = block.words("named_in")
    for word in words:
        target = find(word, scope)
        if target and target.field and Trait.ORGAN not in target.field.type.traits:
            block.faults.add(
                "fel-fälttyp",
                word.place,
                f"{word.text} är av typen {target.field.type}. Här behövs ett fält av typen organ.",
            )
    return tuple(word.text for word in words)
