"""Who may decide at a gate, as the rulebook says it and this dossier fills it in, and who feedback
goes to.
"""

from __future__ import annotations

from typing import NamedTuple

from dialogcli.base.words import listed, same_word
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.select import leaves, select
from dialogcli.rulebook.model import Decider, Gate, Rulebook


class Authority(NamedTuple):
    """The organs (by name) and the types of organ that may decide, and in which role; empty means
    any.
    """

    organs: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    role: str = ""

    @property
    def known(self) -> bool:
        """Whether anything narrows who decides."""
        return bool(self.organs or self.types or self.role)

    def __str__(self) -> str:
        who = listed(self.organs or self.types, "eller")
        return f"{self.role} i {who}" if self.role and who else self.role or who

    def allows(self, rulebook: Rulebook, organ: str, role: str) -> bool:
        """Whether this organ, in this role, is one of those."""
        if self.role and not same_word(self.role, role):
            return False
        if self.organs and not any(same_organ(rulebook, organ, allowed) for allowed in self.organs):
            return False
        return not self.types or organ_type(rulebook, organ) in self.types


def authority(gate: Gate, dossier: Dossier) -> Authority:
    """Who may decide at this gate in this dossier: of variants the first whose condition holds."""
    decider = next((one for one in gate.deciders if _holds(one, dossier)), None)
    if decider is None:
        return Authority()
    organs = tuple(organ_name(dossier.rulebook, organ) for organ in decider.organs)
    return Authority(organs or _named(decider, dossier), decider.organ_types, decider.role)


def organ_name(rulebook: Rulebook, organ: str) -> str:
    """The name of an organ given by id or name; of one that the rulebook does not list, the text
    itself.
    """
    found = rulebook.organ_called(organ)
    return found.name if found else organ


def same_organ(rulebook: Rulebook, one: str, other: str) -> bool:
    """Whether two texts, ids or names, mean the same organ."""
    return same_word(organ_name(rulebook, one), organ_name(rulebook, other))


def organ_type(rulebook: Rulebook, organ: str) -> str:
    """The type of an organ: the rulebook's, else the type that its name ends with
    (`kollektivtrafiknämnden`: nämnd).
    """
    found = rulebook.organ_called(organ)
    if found:
        return found.type
    name = organ.lower()
    positions = {kind: name.rfind(kind) for kind in rulebook.organ_types}
    last = max(positions, key=lambda kind: positions[kind], default="")
    return last if positions.get(last, -1) >= 0 else ""


def _holds(decider: Decider, dossier: Dossier) -> bool:
    for path, values in decider.when.items():
        if not any(answer.is_one_of(values) for answer in select(dossier, path)):
            return False
    return True


def _named(decider: Decider, dossier: Dossier) -> tuple[str, ...]:
    """The organ of the first path that is filled in."""
    for path in decider.named_in:
        answers = leaves(select(dossier, path))
        names = tuple(organ_name(dossier.rulebook, answer.text) for answer in answers)
        if names:
            return names
    return ()


def audience_name(rulebook: Rulebook, key: str) -> str:
    """`de invånare som deltog` for `deltagare`; of an audience that the rulebook does not list, the
    text itself.
    """
    return next((name for known, name in rulebook.audiences.items() if same_word(known, key)), key)
