"""Who may decide at a gate, as the rulebook says it and this dossier fills it in, and who feedback
goes to.
"""

from __future__ import annotations

from typing import NamedTuple

from dialogcli.base.organ_names import OFFICIALS, is_elsewhere, same_name, type_by_ending
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
    """The name of today of an organ given by id or name; of one that nobody lists, the text
    itself.
    """
    found = rulebook.organ_called(organ)
    return found.name if found else organ


def name_at_the_time(rulebook: Rulebook, organ: str) -> str:
    """The same, for what has happened: an earlier name that is written stays."""
    found = rulebook.organ_called(organ)
    return (found.former_name(organ) or found.name) if found else organ


def same_organ(rulebook: Rulebook, one: str, other: str) -> bool:
    """Whether two texts, ids or names of today or earlier, mean the same organ."""
    if same_name(one, other):
        return True
    found = rulebook.organ_called(one)
    return found is not None and found == rulebook.organ_called(other)


def organ_type(rulebook: Rulebook, organ: str) -> str:
    """The type of an organ: as it is listed, else the one that its name ends with
    (`kollektivtrafiknämnden`: nämnd); '' for an organ that nobody knows, and for one that says of
    itself that it is another organisation's.
    """
    found = rulebook.organ_called(organ)
    if found:
        return found.type
    if is_elsewhere(organ, rulebook.organisation):
        return ""
    return type_by_ending(organ, rulebook.organ_types)


def elected_types(rulebook: Rulebook) -> tuple[str, ...]:
    """The types of organs whose members are elected."""
    return tuple(kind for kind in rulebook.organ_types if kind != OFFICIALS)


def _holds(decider: Decider, dossier: Dossier) -> bool:
    for path, values in decider.when.items():
        if not any(answer.is_one_of(values) for answer in select(dossier, path)):
            return False
    return True


def _named(decider: Decider, dossier: Dossier) -> tuple[str, ...]:
    """The organ of the first path that is filled in; none where that is an office and has to be an
    elected body, which is a fault of its own.
    """
    rulebook = dossier.rulebook
    for path in decider.named_in:
        if organs := [answer.text for answer in leaves(select(dossier, path))]:
            if names_elected(rulebook, path):
                organs = [one for one in organs if organ_type(rulebook, one) != OFFICIALS]
            return tuple(organ_name(rulebook, one) for one in organs)
    return ()


def names_elected(rulebook: Rulebook, path: str) -> bool:
    """Whether the organ at a path has to be elected: its field, or the group that it is in, is
    political.
    """
    fields = (rulebook.field_at(path), rulebook.field_at(path.rpartition(".")[0]))
    return any(field.political for field in fields if field)


def audience_name(rulebook: Rulebook, key: str) -> str:
    """`de invånare som deltog` for `deltagare`; of an audience that the rulebook does not list, the
    text itself.
    """
    return next((name for known, name in rulebook.audiences.items() if same_word(known, key)), key)
