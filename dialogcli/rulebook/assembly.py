"""Puts a rulebook together from its file, the vocabulary and the methods; pure, and tells every
fault at once.
"""

from __future__ import annotations

from collections.abc import Mapping

from dialogcli.rulebook.fields import FIELD_KEYS, Fields, Scope
from dialogcli.rulebook.forms import own_registers, read_forms
from dialogcli.rulebook.listings import read_documents, read_registers, read_unchecked
from dialogcli.rulebook.mapping_reader import Block, Faults, named_blocks
from dialogcli.rulebook.model import Organ, Rulebook
from dialogcli.rulebook.organs import ORGAN_KEYS, read_organ
from dialogcli.rulebook.process import (
    EntryDraft,
    check_authority,
    outline,
    read_entries,
    recorded_fields,
)
from dialogcli.rulebook.rules import read_rules
from dialogcli.rulebook.soundness import check_soundness
from dialogcli.rulebook.sources import PolicyRows, read_sources
from dialogcli.rulebook.vocabulary import OUTCOME_KEYS, Vocabulary, check_extends, check_format
from dialogcli.yamltext.nodes import Mapping as MappingNode

_KEYS = (
    "rulebook",
    "version",
    "format",
    "extends",
    "organisation",
    "rows",
    "incomplete",
    "sources",
    "organs",
    "audiences",
    "outcomes",
    "fields",
    "forms",
    "steps",
    "rules",
    "unchecked",
    "documents",
    "registers",
)


def assemble_rulebook(
    root: MappingNode, vocabulary: Vocabulary, methods: Mapping[str, str], faults: Faults
) -> Rulebook:
    """The rulebook of a file. It can be used only if `faults` is empty afterwards."""
    book = Block(root, faults, "regelverket", _KEYS)
    check_format(book)
    check_extends(book)
    audiences = book.texts_by_key("audiences")
    fields = Fields(
        vocabulary.fields | named_blocks(book, "fields", "fältet", FIELD_KEYS),
        {"metoder": methods, "audiences": audiences},
        faults,
    )
    fields.check_all()
    outcomes = vocabulary.outcomes | named_blocks(book, "outcomes", "utfallet", OUTCOME_KEYS)
    drafts = outline(book, vocabulary.steps)
    scope = _scope(book, vocabulary, fields, drafts, outcomes, audiences)
    return _whole(
        book,
        vocabulary,
        scope,
        drafts,
        {id_: block.texts("demands") for id_, block in outcomes.items()},
    )


def _scope(
    book: Block,
    vocabulary: Vocabulary,
    fields: Fields,
    drafts: list[EntryDraft],
    outcomes: Mapping[str, Block],
    audiences: Mapping[str, str],
) -> Scope:
    """Everything that the rest of the file can refer to."""
    demanded = [word for block in outcomes.values() for word in block.words("demands")]
    return Scope(
        faults=book.faults,
        forms=read_forms(book, vocabulary.forms, fields, [*recorded_fields(drafts), *demanded]),
        registers=own_registers(book, fields),
        entries=[draft.id for draft in drafts],
        gates=[draft.id for draft in drafts if draft.is_gate],
        organs=_organs(book, vocabulary.organ_types),
        organ_types=vocabulary.organ_types,
        audiences=audiences,
        sources=read_sources(book),
        outcomes=outcomes,
        documents=vocabulary.documents,
    )


def _organs(book: Block, types: tuple[str, ...]) -> dict[str, Organ]:
    found: dict[str, Organ] = {}
    for block in book.blocks("organs", "ett organ", ORGAN_KEYS):
        id_ = block.needed_text("id")
        if id_ in found:
            block.faults.add("dubbelt", block.key_place("id"), f"Organet {id_} står två gånger.")
        found[id_] = read_organ(block, types)
    return found


def _whole(
    book: Block,
    vocabulary: Vocabulary,
    scope: Scope,
    drafts: list[EntryDraft],
    outcomes: Mapping[str, tuple[str, ...]],
) -> Rulebook:
    rows = PolicyRows(book)
    rules = read_rules(book, rows, scope)
    rows.account(
        rules.values(),
        [entry.key for entry in book.block("unchecked", "unchecked")],
        incomplete=book.flag("incomplete"),
    )
    check_authority(drafts, rules.values())
    registers = read_registers(book, scope)
    entries = read_entries(drafts, vocabulary.steps, scope)
    check_soundness(book, rules, entries)
    return Rulebook(
        id=book.needed_text("rulebook"),
        version=book.needed_text("version"),
        organisation=book.needed_text("organisation"),
        rows=rows.all,
        sources=scope.sources,
        organs=tuple(scope.organs.values()),
        organ_types=vocabulary.organ_types,
        audiences=scope.audiences,
        outcomes=outcomes,
        forms=scope.forms,
        entries=entries,
        rules=rules,
        unchecked=read_unchecked(book, scope, registers),
        documents=read_documents(book, vocabulary.documents, scope),
        registers=registers,
        layouts={
            id_: block.texts("layouts")
            for id_, block in vocabulary.documents.items()
            if "layouts" in block
        },
    )
