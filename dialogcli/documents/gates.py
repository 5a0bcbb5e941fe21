"""Decisions as data for templates: the one that a document is for, what it proposes, and those already taken."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from dialogcli.documents.escaping import escape
from dialogcli.documents.fields import Data, Fields
from dialogcli.documents.marks import capital_mark, gap_mark
from dialogcli.documents.wording import paragraphs, worded
from dialogcli.dossier.build import DECISIONS
from dialogcli.dossier.model import FormFile
from dialogcli.dossier.select import latest_decision, select
from dialogcli.model.day import Day
from dialogcli.model.words import listed
from dialogcli.process.deciders import organ_name
from dialogcli.process.standing import Effect, Standing, effect_of
from dialogcli.rulebook.model import Gate

_BRACED = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Gates:
    """Looks at gates for one document, whose `fields` keep the marks."""

    fields: Fields
    standing: Standing

    def deciding(self, gate: Gate | None, taken: FormFile | None = None) -> dict[str, Data]:
        """The gate that a document is for: who is to decide and when, the decision, the proposed sentences.

        The decision is the one that is `taken`, else the latest.
        """
        if gate is None:
            return {"id": "", "name": "", "organ": "", "date": "", "decision": {}, "proposes": []}
        organ, day = self.standing.planned(gate)
        decision = taken or self.standing.states[gate.id].decision
        return {"id": gate.id, "name": gate.name, "organ": self._planned(organ),
                "date": self._planned(day.in_words if day else ""),
                "decision": self._decision(gate, decision) if decision else {},
                "proposes": [self._sentence(sentence) for sentence in gate.proposes]}

    def _planned(self, text: str) -> Data:
        return {"mark": self.fields.mark("dossier.planerade_beslut", text)} if text else ""

    def taken(self, until: Gate | None) -> list[Data]:
        """The latest decision at every gate that has one, in the order of the process, up to a gate and without it."""
        gates = list(self.fields.dossier.rulebook.gates())
        earlier = gates[:gates.index(until)] if until else gates
        return [self._decision(gate, file) for gate in earlier
                if (file := latest_decision(self.fields.dossier, gate.id))]

    def _decision(self, gate: Gate, file: FormFile) -> dict[str, Data]:
        """Organ, date and paragraph on one line; the outcome; and whether the process went on from it."""
        answers = {name: answer.text for name, answer in file.answers.items()}
        day = file.answers["datum"].value if "datum" in file.answers else None
        line = [organ_name(self.fields.dossier.rulebook, answers.get("organ", "")),
                day.in_words if isinstance(day, Day) else "", paragraphs(answers.get("paragraf", ""))]
        mark = self.fields.mark(f"{DECISIONS}.{gate.id}", ", ".join(word for word in line if word))
        return {"gate": gate.name, "line": {"mark": mark, "type": "text"}, "outcome": answers.get("utfall", ""),
                "adopted": effect_of(gate, file) is Effect.GO_ON, "recipients": self._recipients(file)}

    def _recipients(self, file: FormFile) -> list[Data]:
        """Who a decision is sent to: the names in the table, or the values of the list."""
        answer = file.answers.get("mottagare")
        named = [row.part("namn") or row for row in answer.rows if row.filled] if answer else []
        return [self.fields.field(one) for one in named]

    def _sentence(self, sentence: str) -> Markup:
        """A sentence of a proposed decision as Markdown, with marks in the places of its paths."""
        parts: list[str] = []
        end = 0
        for found in _BRACED.finditer(sentence):
            cited = self._cite(found[1].strip(), ends=sentence[found.end():found.end() + 1] == ".")
            parts += [_literal(sentence[end:found.start()]), cited if found.start() else capital_mark(cited)]
            end = found.end()
        return Markup("".join([*parts, _literal(sentence[end:])]))  # noqa: S704 - escaped text and marks

    def _cite(self, path: str, ends: bool) -> str:
        """A mark for the answers at a path, on one line; without a full stop of their own where the sentence ends."""
        rulebook = self.fields.dossier.rulebook
        answers = [answer for answer in select(self.fields.dossier, path) if answer.filled]
        if not answers:
            field = rulebook.field_at(path)
            return gap_mark(escape(field.label if field else path))
        text = " ".join(listed(worded(one, rulebook) for one in answers).split())
        return self.fields.mark(answers[0].path, text.rstrip(".") if ends else text)


def _literal(text: str) -> str:
    """Escaped, with the blanks kept that join it to its neighbours."""
    if not text.strip():
        return text
    before, after = text[:len(text) - len(text.lstrip())], text[len(text.rstrip()):]
    return f"{before}{escape(text)}{after}"
