"""Which empty fields are gaps: those that a rule asks for by the time the document is decided on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate

from dialogcli.dossier.model import Dossier
from dialogcli.dossier.select import select
from dialogcli.model.words import is_number
from dialogcli.rulebook.model import Rule, Rulebook


class Asking:
    """The rules of a dossier's rulebook as they stand at one gate (`until`, an entry's id; '' for
    all of them).

    Answers as `Rulebook.asked_by`, for every field of a dossier at once.
    """

    def __init__(self, dossier: Dossier, until: str = "") -> None:
        self.dossier = dossier
        self._order = list(dossier.rulebook.entries)
        self._until = until
        self._asked = {
            path
            for path, rules in _by_path(dossier.rulebook).items()
            if any(map(self._asks_now, rules))
        }

    def wants(self, path: str) -> bool:
        """Whether a rule asks for the field at this path or for a part of it, and has come into
        force.
        """
        return _general(path) in self._asked

    def _asks_now(self, rule: Rule) -> bool:
        return self._in_force(rule) and self._applies(rule)

    def _in_force(self, rule: Rule) -> bool:
        moment = rule.before or rule.from_
        if not moment:
            return rule.kind.demands
        return not self._until or self._order.index(moment) <= self._order.index(self._until)

    def _applies(self, rule: Rule) -> bool:
        if rule.unless and any(answer.filled for answer in select(self.dossier, rule.unless)):
            return False
        for path, values in rule.when.items():
            if not any(answer.is_one_of(values) for answer in select(self.dossier, path)):
                return False
        return True


def _by_path(rulebook: Rulebook) -> Mapping[str, list[Rule]]:
    """The rules that ask for each field, and for the fields that it is a part of."""
    found: dict[str, list[Rule]] = {}
    for rule in rulebook.rules.values():
        for path in rule.fields if rule.kind.asks else ():
            for head in accumulate(_general(path).split("."), "{}.{}".format):
                found.setdefault(head, []).append(rule)
    return found


@lru_cache(maxsize=4096)
def _general(path: str) -> str:
    """The rulebook's path for a concrete one: without the numbers of rows and without `*`."""
    return ".".join(word for word in path.split(".") if not is_number(word) and word != "*")
