"""Overlays: rules that lie on top of any rulebook. Finding and reading one, and combining it with
the rulebook of a dossier.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from unicodedata import normalize

from dialogcli.base.findings import UnreadableError
from dialogcli.base.words import count, did_you_mean, listed
from dialogcli.rulebook.fields import FIELD_KEYS, Fields, Scope
from dialogcli.rulebook.forms import read_forms
from dialogcli.rulebook.listings import read_unchecked
from dialogcli.rulebook.loader import (
    Source,
    fault_of_folder,
    known_files,
    read_heading,
    read_root,
    read_source,
    shared_sources,
)
from dialogcli.rulebook.mapping_reader import Block, Faults, RulebookFault, named_blocks
from dialogcli.rulebook.model import (
    DECISIONS,
    RESERVED_GATES,
    RESERVED_STEPS,
    Form,
    Overlay,
    Rule,
    Rulebook,
)
from dialogcli.rulebook.rules import read_rules
from dialogcli.rulebook.soundness import check_soundness
from dialogcli.rulebook.sources import PolicyRows, read_sources
from dialogcli.rulebook.vocabulary import (
    Vocabulary,
    check_extends,
    check_format,
    read_methods,
    read_vocabulary,
)
from dialogcli.yamltext.nodes import Mapping as MappingNode

_KEYS = (
    "overlay",
    "version",
    "format",
    "extends",
    "title",
    "tried_on",
    "rows",
    "sources",
    "fields",
    "forms",
    "rules",
    "unchecked",
)


def assemble_overlay(
    root: MappingNode, vocabulary: Vocabulary, methods: Mapping[str, str], faults: Faults
) -> Overlay:
    """The overlay of a file. It can be used only if `faults` is empty afterwards."""
    book = Block(root, faults, "tillägget", _KEYS)
    check_format(book)
    check_extends(book)
    scope = _scope(book, vocabulary, methods)
    rows = PolicyRows(book)
    rules = read_rules(book, rows, scope)
    check_soundness(book, rules, {})
    unchecked = read_unchecked(book, scope, ())
    rows.account(
        rules.values(),
        [entry.key for entry in book.block("unchecked", "unchecked")],
        incomplete=False,
    )
    own = {id_: form for id_, form in scope.forms.items() if id_ not in vocabulary.forms}
    return Overlay(
        book.needed_text("overlay"),
        book.needed_text("version"),
        book.needed_text("title"),
        book.needed_text("tried_on"),
        rows.all,
        scope.sources,
        own,
        rules,
        unchecked,
    )


def _scope(book: Block, vocabulary: Vocabulary, methods: Mapping[str, str]) -> Scope:
    """What an overlay can refer to: what every rulebook has, and its own forms. It knows no organs
    or audiences.
    """
    fields = Fields(
        vocabulary.fields | named_blocks(book, "fields", "fältet", FIELD_KEYS),
        {"metoder": methods, "audiences": {}},
        book.faults,
    )
    fields.check_all()
    for entry in book.block("forms", "forms"):
        if entry.key.text in vocabulary.forms:
            book.faults.add(
                "gemensamt-underlag",
                entry.key.place,
                f"Underlaget {entry.key.text} finns i alla regelverk. Ett tillägg kan inte ändra det.",
            )
    demanded = [word for block in vocabulary.outcomes.values() for word in block.words("demands")]
    return Scope(
        faults=book.faults,
        forms=read_forms(book, vocabulary.forms, fields, demanded),
        registers={},
        entries=(*RESERVED_GATES, *RESERVED_STEPS),
        gates=RESERVED_GATES,
        organs={},
        organ_types=vocabulary.organ_types,
        audiences={},
        sources=read_sources(book),
        outcomes=vocabulary.outcomes,
        documents=vocabulary.documents,
    )


def combine(rulebook: Rulebook, overlay: Overlay) -> Rulebook:
    """The rulebook with the overlay's forms, sources, rules and rows added.

    A rule about a reserved step or gate is left out where the rulebook has no such step: its moment
    never comes. Raises UnreadableError when both use one id, for nobody could tell then which of
    the two a finding means.
    """
    _refuse_doubles(rulebook, overlay)
    return rulebook._replace(
        rows=(*rulebook.rows, *overlay.rows),
        sources={
            **rulebook.sources,
            **{f"{overlay.id}.{id_}": source for id_, source in overlay.sources.items()},
        },
        forms=_before_decisions(rulebook.forms, _named_after(overlay)),
        rules={
            **rulebook.rules,
            **{id_: rule for id_, rule in overlay.rules.items() if _can_come(rule, rulebook)},
        },
        unchecked={**rulebook.unchecked, **overlay.unchecked},
        overlays=(*rulebook.overlays, f"{overlay.title} {overlay.version}"),
    )


def _refuse_doubles(rulebook: Rulebook, overlay: Overlay) -> None:
    rows = [row for row in overlay.rows if row in rulebook.rows]
    doubles = [*rows, *(id_ for id_ in overlay.forms if id_ in rulebook.forms)]
    if doubles:
        raise UnreadableError(
            f"Tillägget {overlay.id} går inte att använda med regelverket {rulebook.id}. "
            f"Båda har {listed(doubles)}.",
            f"Ta bort {overlay.id} ur tillägg: i dossier.yaml.",
        )


def _named_after(overlay: Overlay) -> dict[str, Form]:
    name = f"{overlay.title}, tillägg {overlay.id} {overlay.version}"
    return {id_: form._replace(overlay=name) for id_, form in overlay.forms.items()}


def _before_decisions(forms: Mapping[str, Form], added: Mapping[str, Form]) -> dict[str, Form]:
    """An overlay's forms stand after the rulebook's own, before what every rulebook has."""
    found: dict[str, Form] = {}
    for id_, form in forms.items():
        if id_ == DECISIONS:
            found |= added
        found[id_] = form
    return found


def _can_come(rule: Rule, rulebook: Rulebook) -> bool:
    named = (rule.before, rule.from_, rule.text("gate"), rule.text("since"))
    return all(id_ in rulebook.entries for id_ in named if id_)


def parse_overlay(
    text: str,
    file: str,
    vocabulary: Source,
    methods: Source,
) -> tuple[Overlay | None, tuple[RulebookFault, ...]]:
    """The overlay of a text, or None and everything that is wrong with it and the two files it
    leans on.
    """
    faults = Faults()
    book, words, catalogue = (
        read_root(*source, faults) for source in ((text, file), vocabulary, methods)
    )
    if book is None or words is None or catalogue is None:
        return None, faults.in_order()
    if entry := book.get("rulebook"):
        faults.add(
            "regelverk",
            entry.key.place,
            "Det här är ett eget regelverk, och inget tillägg till regelverk.",
        )
        return None, faults.in_order()
    overlay = assemble_overlay(
        book, read_vocabulary(words, faults), read_methods(catalogue, faults), faults
    )
    found = faults.in_order()
    return (None if found else overlay), found


def load_overlay(name: str, start: Path | None = None) -> Overlay:
    """The overlay of that name, an own one in `regelverk/` at `start` or above it, else a built-in
    one.

    Raises UnreadableError when there is none, and with all its faults when it cannot be used.
    """
    path = known_files(start).get(normalize("NFC", name))
    if path is None:
        raise UnreadableError(
            f"Tillägget {name} finns inte.{_hint(name, available_overlays(start))}",
            "Tilläggen står under tillägg: i dossier.yaml.",
        )
    overlay, faults = read_overlay(path)
    if overlay is None:
        raise UnreadableError(
            f"Tillägget {name} går inte att läsa: {count(len(faults), 'fel', 'fel')}.",
            faults=faults,
        )
    return overlay


def with_overlays(rulebook: Rulebook, names: Iterable[str], start: Path | None = None) -> Rulebook:
    """A rulebook with the overlays of these names on top. Raises as `load_overlay` and `combine`."""
    for name in names:
        rulebook = combine(rulebook, load_overlay(name, start))
    return rulebook


def read_overlay(path: Path) -> tuple[Overlay | None, tuple[RulebookFault, ...]]:
    """The overlay of a file, or everything that is wrong with it. Raises UnreadableError for what
    is no text.
    """
    text, name = read_source(path)
    overlay, faults = parse_overlay(text, name, *shared_sources())
    if overlay and (fault := fault_of_folder(path, name, "Tillägget", overlay.id)):
        return None, (fault,)
    return overlay, faults


def is_overlay(path: Path) -> bool:
    """Whether a file is an overlay and not a rulebook."""
    return bool(read_heading(path, "overlay")[0])


def available_overlays(start: Path | None = None) -> list[str]:
    """The ids of all overlays."""
    return [id_ for id_, path in known_files(start).items() if is_overlay(path)]


def _hint(name: str, known: list[str]) -> str:
    return did_you_mean(name, known) or (f" Det här finns: {listed(known)}." if known else "")
