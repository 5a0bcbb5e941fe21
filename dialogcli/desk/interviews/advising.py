"""What an interview knows beyond its questions: the rules, and the catalogue of methods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogcli.checking.engine import check
from dialogcli.checking.report import Report
from dialogcli.desk.interviews.recording import Recorder
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.change import changed_text, locate
from dialogcli.dossier.model import Dossier
from dialogcli.interview.chapters import is_missing
from dialogcli.interview.copying import is_copied
from dialogcli.interview.doubts import orders, planned_doubts
from dialogcli.interview.question import Question
from dialogcli.interview.scope import refusal_lines, refused, scope_paths
from dialogcli.model.day import Day
from dialogcli.model.errors import DialogError
from dialogcli.model.fieldtypes import Trait
from dialogcli.model.screen import Line
from dialogcli.storage.nodes import Plain


@dataclass(slots=True)
class Adviser:
    """Judges the dossier as it stands after each answer, once."""

    recorder: Recorder
    today: date
    _known: Report | None = None

    @property
    def report(self) -> Report:
        if self._known is None or self._known.dossier is not self.recorder.dossier:
            self._known = check(self.recorder.dossier, self.today)
        return self._known

    def is_gap(self, path: str) -> bool:
        """Whether something is left to do at a question: nothing is given, a rule finds it wanting,
        or it is copied.
        """
        if is_missing(self.recorder.dossier, path) or is_copied(self.recorder.dossier, path):
            return True
        return any(path == wanting or wanting.startswith(f"{path}.") for wanting in self._wanting())

    def doubts(self, path: str, value: Plain) -> list[str]:
        """What speaks against an answer that is a date. It may be kept all the same."""
        field = self.recorder.dossier.rulebook.field_at(path)
        if field is None or Trait.DAY not in field.type.traits or not isinstance(value, str):
            return []
        return [
            *planned_doubts(self.report.standing, path, Day.parse(value)),
            *self._disorder(path, value),
        ]

    def objections(self, path: str) -> list[Line]:
        """What a rule has to say at once of an answer that it does not allow, and what can be done
        instead.
        """
        if path in scope_paths(self.recorder.dossier.rulebook):
            return []  # the outcome of the scope test says it
        found = refused(self.recorder.dossier, self.report.findings, (path,))
        return list(refusal_lines(self.recorder.dossier.rulebook, found))

    def advised(self, question: Question) -> Question:
        """A question about a method with those first that fit, and with what there is to read about
        each.
        """
        if not question.searchable:
            return question
        from dialogcli.desk.interviews.method_choices import (
            method_choices,  # the catalogue is only read when it is asked from
        )

        return method_choices(question, self.recorder.dossier, self.today)

    def _wanting(self) -> list[str]:
        rules = self.recorder.dossier.rulebook.rules
        return [
            finding.path
            for finding in self.report.findings
            if finding.rule not in rules or not rules[finding.rule].kind.compares
        ]

    def _disorder(self, path: str, value: str) -> list[str]:
        """What rules about the order of dates would say, and do not say already."""
        wanted = [rule.id for rule in orders(self.recorder.dossier.rulebook, path)]
        then = _with(self.recorder.dossier, path, value) if wanted else None
        if then is None:
            return []
        known = {finding.message for finding in self.report.findings}
        return [
            f"{finding.message} ({finding.rule})"
            for finding in check(then, self.today, wanted).findings
            if finding.message not in known
        ]


def _with(dossier: Dossier, path: str, value: Plain) -> Dossier | None:
    """The dossier as it would be; None when that cannot be told without writing."""
    target = locate(dossier, path)
    name = target.known.place.file if target.known else ""
    if name not in dossier.texts:
        return None
    try:
        text = changed_text(dossier, target, name, dossier.texts[name], value)
    except DialogError:  # saving will say it
        return None
    return build_dossier(dossier.rulebook, {**dossier.texts, name: text})
