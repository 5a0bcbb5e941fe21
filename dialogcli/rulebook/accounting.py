"""How each numbered requirement of a policy is taken care of: by rules, by a field, a document, a
register, guidance.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from dialogcli.model.finding import Severity
from dialogcli.rulebook.model import Modality, Role, Rule, Unchecked
from dialogcli.rulebook.numbering import expand, row_of

_PLACES = ("field", "document", "register")
"""Places of unchecked rows that a person can open. All else (metadata, outcome, umbrella) is there
to be read.
"""


class Policy(Protocol):
    """A rulebook or an overlay: whatever promises to deal with numbered requirements."""

    @property
    def rows(self) -> tuple[str, ...]: ...
    @property
    def rules(self) -> Mapping[str, Rule]: ...
    @property
    def unchecked(self) -> Mapping[str, Unchecked]: ...


class Account(NamedTuple):
    """One way in which a requirement is taken care of.

    `as_` is rule, gate, field, document, register or guidance; `ref` the rule's id, the gate's id,
    a path, a document or a register, and of guidance that stands nowhere else the row itself;
    `severity` is that of a rule.
    """

    as_: str
    ref: str
    severity: Severity | None = None


class Requirement(NamedTuple):
    """A numbered requirement. `modality` is None, and `accounts` empty, when nobody has dealt with
    it yet.
    """

    id: str
    modality: Modality | None
    accounts: tuple[Account, ...]
    rules: tuple[str, ...]


def requirements(policy: Policy) -> list[Requirement]:
    """Every row in its order. A row is answered by the rules of its number, and by those that
    answer it as well.
    """
    return [_requirement(row, policy) for row in policy.rows]


def _requirement(row: str, policy: Policy) -> Requirement:
    own = [rule for rule in policy.rules.values() if rule.row == row]
    lent = [rule for rule in policy.rules.values() if row in _also(rule)]
    rules = [*own, *lent]
    words = [rule.modality for rule in own or lent]
    accounts: list[Account] = []
    for rule in rules:
        accounts += _by_rule(rule)
    if elsewhere := policy.unchecked.get(row):
        accounts.append(_unchecked(row, elsewhere))
        words.append(elsewhere.modality)
    strictest = min(words, key=list(Modality).index, default=None)
    ids = tuple(rule.id for rule in rules)
    return Requirement(row, strictest, tuple(dict.fromkeys(accounts)), ids)


def _unchecked(row: str, elsewhere: Unchecked) -> Account:
    kind = elsewhere.as_ if elsewhere.as_ in _PLACES else "guidance"
    return Account(kind, elsewhere.where or row)


def _also(rule: Rule) -> set[str]:
    return {row_of(row) for word in rule.also for row in expand(word)}


def _by_rule(rule: Rule) -> Iterator[Account]:
    yield Account("rule", rule.id, rule.severity)
    if rule.kind.role is Role.DECISION:
        yield Account("gate", rule.text("gate"))
