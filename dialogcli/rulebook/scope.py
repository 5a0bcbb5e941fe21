"""Everything that a rulebook names, gathered before the parts that refer to it are read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dialogcli.rulebook.faults import Faults
from dialogcli.rulebook.model import DECISIONS, Field, Form, Organ, SourceDocument
from dialogcli.storage.nodes import Scalar


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that rules, gates and documents can refer to. `registers` holds the fields of each
    own register.
    """

    faults: Faults
    forms: Mapping[str, Form]
    registers: Mapping[str, Mapping[str, Field]]
    entries: Collection[str]
    gates: Collection[str]
    organs: Mapping[str, Organ]
    organ_types: Collection[str]
    audiences: Mapping[str, str]
    sources: Mapping[str, SourceDocument]
    outcomes: Collection[str]
    documents: Collection[str]

    def item_keys(self, form: Form) -> Collection[str]:
        """The words that can name a file of a form with items: gates for decisions, else what its
        key field allows.
        """
        return self.gates if form.id == DECISIONS else form.fields[form.items].choices

    def entry(self, word: Scalar | None) -> str:
        """The step or gate that a word names; `''` when it is not given."""
        return self.faults.known("okänd-punkt", word, "ingen punkt", self.entries) if word else ""

    def gate(self, word: Scalar | None) -> str:
        """The gate that a word names; `''` when it is not given."""
        return (
            self.faults.known("okänd-beslutspunkt", word, "ingen beslutspunkt", self.gates)
            if word
            else ""
        )

    def organ(self, word: Scalar) -> str:
        return self.faults.known("okänt-organ", word, "inget organ", self.organs)

    def organ_type(self, word: Scalar) -> str:
        return self.faults.known(
            "okänt-organslag", word, "inget slags organ som heter", self.organ_types
        )

    def audience(self, word: Scalar) -> str:
        return self.faults.known("okänd-mottagare", word, "ingen mottagare", self.audiences)

    def outcome(self, word: Scalar) -> str:
        """The outcome that a word names; an organisation's own stand under `outcomes`."""
        if word.text in self.outcomes:
            return word.text
        sentence = f"Utfallet {word.text} finns varken i ordlistan eller under outcomes."
        return self.faults.unknown("okänt-utfall", word, sentence, self.outcomes)

    def document(self, word: Scalar) -> str:
        return self.faults.known("okänd-handling", word, "ingen handling", self.documents)

    def form(self, word: Scalar) -> str:
        return self.faults.known("okänt-underlag", word, "inget underlag", self.forms)
