"""The rules of a rulebook: what every rule holds, whatever its kind, and ranges as one rule for
each row.
"""

from __future__ import annotations

from collections.abc import Iterable

from dialogcli.rulebook.fields import Scope
from dialogcli.rulebook.kinds import KINDS, RENAMED
from dialogcli.rulebook.mapping_reader import Block
from dialogcli.rulebook.model import UNKNOWN, Kind, Moment, OptionValue, Rule
from dialogcli.rulebook.paths import PathTarget, read_conditions, read_path
from dialogcli.rulebook.rule_options import ALL_OPTIONS, RuleOptions, Subjects
from dialogcli.rulebook.sources import PolicyRows, read_citations, read_modality, read_severity
from dialogcli.yamltext.nodes import Entry, Mapping, Node, Scalar

_KEYS = (
    "says",
    "kind",
    "before",
    "from",
    "when",
    "unless",
    "source",
    "severity",
    "modality",
    "also",
    "prints",
    "waivable",
    "refuses",
    "instead",
)


def read_rules(book: Block, rows: PolicyRows, scope: Scope) -> dict[str, Rule]:
    """All rules by id, in the order of the file."""
    found: dict[str, Rule] = {}
    for entry in book.block("rules", "rules"):
        ids = rows.of_rule(entry.key)
        for rule in _read(entry, ids or (entry.key.text,), rows, scope):
            if rule.id in found:
                scope.faults.add("dubbelt", entry.key.place, f"Regeln {rule.id} står två gånger.")
            found[rule.id] = rule
    return found


def _read(entry: Entry, ids: tuple[str, ...], rows: PolicyRows, scope: Scope) -> Iterable[Rule]:
    block = Block(
        entry.value,
        scope.faults,
        f"regeln {entry.key.text}",
        _keywords(entry.value),
        entry.key.place,
    )
    kind = _kind(block)
    subjects = Subjects(block, kind, ids, scope)
    before, from_ = scope.entry(block.word("before")), scope.entry(block.word("from"))
    options: dict[str, dict[str, OptionValue]] = {id_: {} for id_ in ids}
    if kind is not UNKNOWN:
        options = RuleOptions(block, kind, subjects, scope).read()
    elif "gate" in block:
        options = {id_: {"gate": scope.gate(block.word("gate"))} for id_ in ids}
    _check_moment(block, kind, subjects.targets())
    citations, of_source = read_citations(block, scope)
    modality = read_modality(block)
    first = Rule(
        ids[0],
        block.needed_text("says"),
        kind,
        options[ids[0]],
        citations,
        read_severity(block, of_source, modality),
        modality,
        before,
        from_,
        read_conditions(block, "when", scope),
        read_path(block, "unless", scope),
        rows.also(block),
        read_prints(block, scope),
        _waivable(block, kind),
        block.texts("instead"),
        block.text("refuses"),
    )
    return [_for_row(first, id_, options[id_]) for id_ in ids]


def _kind(block: Block) -> Kind:
    if not block.need("kind"):
        return UNKNOWN
    written = block.word("kind")
    if written and (today := RENAMED.get(written.text)):
        told = f"Sorten {written.text} heter {today} nu. Skriv kind: {today}."
        block.faults.add("okänt-värde", written.place, told)
        return UNKNOWN
    return KINDS.get(block.one_of("kind", KINDS, "ingen sort"), UNKNOWN)


def _keywords(node: Node) -> tuple[str, ...]:
    """The keywords of a rule of its kind, and those of other kinds that stand there: they are not
    misspelt.
    """
    if not isinstance(node, Mapping):
        return _KEYS
    entry = node.get("kind")
    kind = entry.value.text if entry and isinstance(entry.value, Scalar) else ""
    if kind not in KINDS:
        return (*_KEYS, *ALL_OPTIONS)
    return (*_KEYS, *KINDS[kind].options, *(name for name in ALL_OPTIONS if node.get(name)))


def _for_row(rule: Rule, id_: str, options: dict[str, OptionValue]) -> Rule:
    return rule._replace(id=id_, options=options)


def _check_moment(block: Block, kind: Kind, targets: Iterable[PathTarget]) -> None:
    given = [key for key in ("before", "from") if key in block]
    if len(given) == 2:
        block.faults.add(
            "två-tidpunkter",
            block.key_place("from"),
            f"{block.title} har både before och from. Den ska ha en av dem.",
        )
    elif kind.moment is Moment.OF_ITS_GATE and given:
        block.faults.add(
            "två-tidpunkter",
            block.key_place(given[0]),
            f"{block.title} gäller vid sin beslutspunkt. Ta bort {given[0]}.",
        )
    elif kind.moment is Moment.MUST and not given and any(map(_is_ordinary, targets)):
        block.faults.add(
            "saknas",
            block.place,
            f"before eller from saknas i {block.what}. Det avgör när kravet gäller.",
        )


def _is_ordinary(target: PathTarget) -> bool:
    return target.form is not None and not target.form.items


def _waivable(block: Block, kind: Kind) -> bool:
    """Whether a dossier may be excepted from the rule; some kinds never allow it."""
    if "waivable" not in block:
        return kind.waivable
    wanted = block.flag("waivable")
    if wanted and not kind.waivable:
        block.faults.add(
            "fel-värde",
            block.key_place("waivable"),
            f"Från en regel av sorten {kind.word} ges inga undantag.",
        )
    return wanted


def read_prints(block: Block, scope: Scope) -> dict[str, str]:
    """Sentences that the policy wants people to read, by the document in which they stand."""
    found = {}
    for word, texts in block.pairs("prints"):
        found[scope.document(word)] = texts[0].text if texts else ""
    return found
