"""The documents that a rulebook cites: how much a rule that rests on them can weigh, their numbered
rows, and how each of those is taken care of: by rules, by a field, a document, a register,
guidance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from dialogcli.base.findings import Citation, Severity
from dialogcli.rulebook.fields import Scope
from dialogcli.rulebook.mapping_reader import Block, Faults, named_blocks
from dialogcli.rulebook.model import Modality, Role, Rule, SourceDocument, Unchecked
from dialogcli.rulebook.model.rules import compressed, expand, row_of
from dialogcli.yamltext.nodes import Scalar

_KEYS = ("title", "short", "standing", "severity", "adopted", "reviewed", "note")
_ADOPTED = ("by", "date", "from", "paragraph", "dnr")
_REVIEWED = ("date", "paragraph")
_STANDINGS = {
    "adopted": Severity.FEL,
    "summary": Severity.VARNING,
    "minutes": Severity.VARNING,
    "law": Severity.VARNING,
    "proposal": Severity.VARNING,
}
_WEIGHT = {
    Modality.SKA: Severity.FEL,
    Modality.FÅR_INTE: Severity.FEL,
    Modality.BÖR: Severity.VARNING,
}

SEVERITIES = tuple(Severity)
MODALITIES = tuple(Modality)


def read_sources(book: Block) -> dict[str, SourceDocument]:
    """The cited documents by id, the main one first."""
    book.need("sources")
    return {
        id_: _source(id_, block)
        for id_, block in named_blocks(book, "sources", "källan", _KEYS).items()
    }


def _source(id_: str, block: Block) -> SourceDocument:
    standing = (
        block.one_of("standing", _STANDINGS, "ingen ställning") if block.need("standing") else ""
    )
    severity = block.one_of("severity", SEVERITIES, "ingen svårighetsgrad")
    weight = Severity(severity) if severity else _STANDINGS.get(standing, Severity.FEL)
    return SourceDocument(
        id_,
        block.needed_text("title"),
        standing,
        weight,
        block.text("short"),
        _dated(block, "adopted", _ADOPTED),
        block.text("note"),
        _dated(block, "reviewed", _REVIEWED),
    )


def _dated(block: Block, key: str, keys: tuple[str, ...]) -> dict[str, str]:
    """What is known of a decision; several numbers become one text."""
    part = block.block(key, f"{key} i {block.what}", keys)
    return {name: ", ".join(part.texts(name)) for name in keys if name in part}


def read_citations(block: Block, scope: Scope) -> tuple[tuple[Citation, ...], Severity]:
    """The citations of a rule, and the severity of the first source. There is at least one, or a
    fault.
    """
    if not block.need("source"):
        return (), Severity.FEL
    found = []
    for part in block.blocks("source", f"source i {block.what}", ("document", "heading", "list")):
        word = part.word("document") if part.need("document") else None
        id_ = scope.faults.known("okänd-källa", word, "ingen källa", scope.sources) if word else ""
        title = scope.sources[id_].title if id_ else ""
        found.append((Citation(title, part.text("heading"), part.text("list")), id_))
    first = scope.sources.get(found[0][1])
    return tuple(citation for citation, _ in found), first.severity if first else Severity.FEL


def read_modality(block: Block) -> Modality:
    """How the source puts it; `ska` unless something else is given."""
    return Modality(block.one_of("modality", MODALITIES, "ingen modalitet") or Modality.SKA)


def read_severity(block: Block, of_source: Severity, modality: Modality) -> Severity:
    """The severity that the rule gives, else the weaker of the source's and the modality's."""
    given = block.one_of("severity", SEVERITIES, "ingen svårighetsgrad")
    if given:
        return Severity(given)
    return max(
        of_source, _WEIGHT.get(modality, Severity.UPPLYSNING), key=lambda severity: severity.rank
    )


class PolicyRows:
    """The rows that a rulebook has promised to deal with, and those it has dealt with."""

    def __init__(self, book: Block) -> None:
        self.book = book
        self.faults: Faults = book.faults
        self.all: tuple[str, ...] = ()
        self._also: list[str] = []
        if book.need("rows"):
            self.all = tuple(row for word in book.words("rows") for row in self._range(word))
        self._known = frozenset(self.all)

    def _range(self, word: Scalar) -> tuple[str, ...]:
        rows = expand(word.text)
        if not rows:
            self.faults.add(
                "fel-rader",
                word.place,
                f"{word.text} är inget kravnummer. Skriv till exempel A-01 eller A-01..A-12.",
            )
        return rows

    def of_rule(self, key: Scalar) -> tuple[str, ...]:
        """The ids that a key among the rules stands for: its own, or one for each row of a range."""
        ids = self._range(key)
        self._check_inside(key, ids)
        return ids

    def also(self, block: Block) -> tuple[str, ...]:
        """Further rows that a rule answers."""
        words = block.words("also")
        for word in words:
            self._check_inside(word, self._range(word))
        found = tuple(row for word in words for row in expand(word.text))
        self._also.extend(row_of(row) for row in found)
        return found

    def _check_inside(self, word: Scalar, ids: Iterable[str]) -> None:
        outside = [id_ for id_ in ids if row_of(id_) not in self._known]
        if outside and self._known:
            self.faults.add(
                "utanför-raderna",
                word.place,
                f"{outside[0]} ligger utanför raderna {', '.join(self.book.texts('rows'))}.",
            )

    def account(
        self, rules: Iterable[Rule], unchecked: Iterable[Scalar], *, incomplete: bool
    ) -> None:
        """Report the rows that nobody dealt with, unless the rulebook says that it is incomplete."""
        checked = {rule.row for rule in rules} | set(self._also)
        excused = set()
        for key in unchecked:
            self._check_inside(key, self._range(key))
            excused.add(key.text)
            if key.text in checked:
                self.faults.add(
                    "dubbelt", key.place, f"{key.text} står både som regel och under unchecked."
                )
        missing = tuple(row for row in self.all if row not in checked and row not in excused)
        if missing and not incomplete:
            self.faults.add(
                "rader-saknas",
                self.book.key_place("rows"),
                f"{len(missing)} krav har varken en regel eller en plats under unchecked: "
                f"{compressed(missing, self.all)}.",
            )


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
