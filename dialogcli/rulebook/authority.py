"""A gate describes who decides; only a rule with a citation, or an open word that there is none,
gives it authority.
"""

from __future__ import annotations

from collections.abc import Iterable

from dialogcli.rulebook.model import Rule
from dialogcli.rulebook.outline import EntryDraft


def check_authority(drafts: Iterable[EntryDraft], rules: Iterable[Rule]) -> None:
    """Report each gate that has neither a `decided` rule nor `unregulated`, or both."""
    supported = {rule.text("gate") for rule in rules}
    for draft in drafts:
        if not draft.is_gate:
            continue
        block = draft.block
        if draft.id in supported and "unregulated" in block:
            block.faults.add(
                "dubbelt",
                block.key_place("unregulated"),
                f"{block.title} har både en regel av sorten decided och unregulated.",
            )
        if draft.id not in supported and "unregulated" not in block:
            block.faults.add(
                "saknas",
                block.place,
                f"{block.title} har ingen regel av sorten decided. Skriv en, "
                "eller under unregulated varför ingen finns.",
            )
