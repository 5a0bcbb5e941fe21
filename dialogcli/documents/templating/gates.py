"""Decisions as data for templates: the one that a document is for, what it proposes, and those
already taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dialogcli.base.dates import Day
from dialogcli.documents.markup.conversion import paragraphs
from dialogcli.documents.markup.markdown import escape, escape_within
from dialogcli.documents.markup.marks import LINE_BREAK, gap_mark, pictured_mark
from dialogcli.documents.templating.answer_data import AnswerData, Data
from dialogcli.dossier.model import FormFile
from dialogcli.dossier.select import latest_decision
from dialogcli.process.deciders import name_at_the_time
from dialogcli.process.running_text import (
    ENUMERATED,
    CitedAnswer,
    Sentence,
    pictures_parted,
    proposal_sentences,
)
from dialogcli.process.standing import Standing
from dialogcli.process.traces import Effect, effect_of
from dialogcli.rulebook.model import DECISIONS, Gate


@dataclass(frozen=True, slots=True)
class Gates:
    """Looks at gates for one document, whose `fields` keep the marks."""

    fields: AnswerData
    standing: Standing

    def deciding(self, gate: Gate | None, taken: FormFile | None = None) -> dict[str, Data]:
        """The gate that a document is for: who is to decide and when, the decision, the proposed
        sentences.

        The decision is the one that is `taken`, else the latest.
        """
        if gate is None:
            return {"id": "", "name": "", "organ": "", "date": "", "decision": {}, "proposes": []}
        organ, day = self.standing.planned(gate)
        decision = taken or self.standing.states[gate.id].decision
        return {
            "id": gate.id,
            "name": gate.name,
            "organ": self._planned(organ),
            "date": self._planned(day.in_words if day else ""),
            "decision": self._decision(gate, decision) if decision else {},
            "proposes": self._proposes(gate),
        }

    def _planned(self, text: str) -> Data:
        return {"mark": self.fields.mark("dossier.planerade_beslut", text)} if text else ""

    def taken(
        self, until: Gate | None, decision: FormFile | None = None, not_after: Day | None = None
    ) -> list[Data]:
        """The latest decision at every gate that has one, in the order of the process, up to a gate
        and without it.

        At that gate itself those before the one that the document is about, or that sent the matter
        back. `not_after` leaves out what was decided later.
        """
        dossier = self.fields.dossier
        gates = list(dossier.rulebook.gates())
        earlier = gates[: gates.index(until)] if until else gates
        latest = [(gate, latest_decision(dossier, gate.id)) for gate in earlier]
        found = [(gate, file) for gate, file in latest if file]
        if until:
            found += [(until, file) for file in self._before(until, decision)]
        return [
            self._decision(gate, file) for gate, file in found if not _is_later(file, not_after)
        ]

    def _before(self, gate: Gate, decision: FormFile | None) -> list[FormFile]:
        """What was decided at a gate before one decision; without one, all that did not carry the
        matter on.
        """
        files = [
            file for file in self.fields.dossier.files.get(DECISIONS, ()) if file.key == gate.id
        ]
        if decision is None:
            return [file for file in files if effect_of(gate, file) is not Effect.GO_ON]
        if decision.day is None:
            return []
        return [file for file in files if file.day and file.day.last < decision.day.first]

    def _decision(self, gate: Gate, file: FormFile) -> dict[str, Data]:
        """Organ, date and paragraph on one line; the outcome; and whether the process went on from
        it.
        """
        answers = {name: answer.text for name, answer in file.answers.items()}
        paragraph = paragraphs(answers.get("paragraf", ""))
        line = [
            name_at_the_time(self.fields.dossier.rulebook, answers.get("organ", "")),
            file.day.in_words if file.day else "",
            paragraph,
        ]
        path = f"{DECISIONS}.{gate.id}"
        reason = file.answers.get("motivering")
        return {
            "id": gate.id,
            "gate": gate.name,
            "outcome": answers.get("utfall", ""),
            "line": {
                "mark": self.fields.mark(path, ", ".join(word for word in line if word)),
                "type": "text",
            },
            "paragraph": {"mark": self.fields.mark(path, paragraph), "type": "text"},
            "adopted": effect_of(gate, file) is Effect.GO_ON,
            "recipients": self._recipients(file),
            "sentences": self._decided(gate, file),
            "reason": self.fields.field(reason) if reason else {},
        }

    def _decided(self, gate: Gate, file: FormFile) -> list[Data]:
        """The sentences of a decision: as it records them, else as they are proposed for its gate."""
        recorded = file.answers.get("förslag_till_beslut")
        if recorded is None or not recorded.text:
            return self._proposes(gate)
        return [
            {"mark": pictured_mark(self.fields.mark(recorded.path, line))}
            for line in _lines(recorded.text)
        ]

    def _recipients(self, file: FormFile) -> list[Data]:
        """Who a decision is sent to: the names in the table, or the values of the list."""
        answer = file.answers.get("mottagare")
        named = [row.part("namn") or row for row in answer.rows if row.filled] if answer else []
        return [self.fields.field(one) for one in named]

    def _proposes(self, gate: Gate) -> list[Data]:
        return [self._sentence(one) for one in proposal_sentences(self.fields.dossier, gate)]

    def _sentence(self, sentence: Sentence) -> Markup:
        """A sentence of a proposed decision as Markdown, with marks for its answers, and below it
        for its pictures.
        """
        parts = ""
        for part in sentence.parts:
            parts += escape_within(part) if isinstance(part, str) else self._cited(part)
        below = [pictured_mark(self.fields.mark(one.path, one.text)) for one in sentence.pictures]
        return Markup(LINE_BREAK.join([parts, *below]))  # noqa: S704 - escaped text and marks

    def _cited(self, one: CitedAnswer) -> str:
        return (
            gap_mark(escape(one.missing)) if one.missing else self.fields.mark(one.path, one.text)
        )


def _lines(recorded: str) -> Iterator[str]:
    """The sentences of a proposal, a line for each, without their numbers. A line of pictures is of
    the sentence above it, or of the first.
    """
    waiting = ""
    for line in (_without_number(line.strip()) for line in recorded.splitlines()):
        if pictures_parted(waiting).text and pictures_parted(line).text:
            yield waiting
            waiting = ""
        waiting = f"{waiting} {line}".strip()
    if waiting:
        yield waiting


def _without_number(line: str) -> str:
    begins = ENUMERATED.match(line)
    return line[begins.end() :] if begins else line


def _is_later(file: FormFile, day: Day | None) -> bool:
    """Whether something was decided after a day, as far as both are known."""
    return bool(day and file.day and file.day.first > day.last)
