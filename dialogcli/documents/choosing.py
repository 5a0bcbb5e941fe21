"""Which documents a rulebook has, by the words that people use for them, and what their files are called."""

from __future__ import annotations

from dialogcli.model.errors import UsageError
from dialogcli.model.words import did_you_mean, listed, same_word, slug
from dialogcli.rulebook.model import DocumentSpec, Gate, Rulebook


def word_for(rulebook: Rulebook, spec: DocumentSpec) -> str:
    """What one types for a document: its id, with the gate when several documents share it."""
    alike = [one for one in rulebook.documents if one.id == spec.id]
    entry = rulebook.entries.get(spec.before or spec.after)
    if len(alike) < 2 or not isinstance(entry, Gate):
        return spec.id
    return f"{spec.id}-{entry.word}"


def file_name(rulebook: Rulebook, spec: DocumentSpec) -> str:
    """`handlingsplan.docx`."""
    return f"{slug(word_for(rulebook, spec))}.docx"


def documents_called(rulebook: Rulebook, typed: str) -> list[DocumentSpec]:
    """The documents that somebody means: one by its own word, or all that share an id. Raises UsageError."""
    exact = [spec for spec in rulebook.documents if same_word(typed, word_for(rulebook, spec))]
    found = exact or [spec for spec in rulebook.documents if same_word(typed, spec.id)]
    if not found:
        words = [word_for(rulebook, spec) for spec in rulebook.documents]
        raise UsageError(f"Handlingen {typed} finns inte i regelverket.{did_you_mean(typed, words)}",
                         f"Handlingar: {listed(words)}")
    return found
