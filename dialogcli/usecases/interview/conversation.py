"""One answer in an interview: taken, doubted, saved, and settled with what others have written
meanwhile; and what an interview knows beyond its questions, such as the rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Trait
from dialogcli.base.findings import ConflictError, DialogError, UsageError, hint_line
from dialogcli.base.screen import Item, Line, remark, rows, screen
from dialogcli.checking.engine import check
from dialogcli.checking.report import Report
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.change import (
    ChangedMeanwhileError,
    RowsChangedError,
    changed_text,
    locate,
)
from dialogcli.dossier.model import Dossier
from dialogcli.interview.chapters import is_missing
from dialogcli.interview.parsing import orders, planned_doubts
from dialogcli.interview.question import Question, is_copied
from dialogcli.interview.question_screens import MORE
from dialogcli.interview.scope import refusal_lines, refusing_findings, scope_paths
from dialogcli.interview.signs import Sign
from dialogcli.usecases.interview.questions import Interviewer
from dialogcli.usecases.interview.recorder import Recorder
from dialogcli.yamltext.nodes import Plain


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
        found = refusing_findings(self.recorder.dossier, self.report.findings, (path,))
        return list(refusal_lines(self.recorder.dossier.rulebook, found))

    def advised(self, question: Question) -> Question:
        """A question about a method with those first that fit, and with what there is to read about
        each.
        """
        if not question.searchable:
            return question
        from dialogcli.usecases.methods import (
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


@dataclass(frozen=True, slots=True)
class Conversation:
    """Who asks, where the answers go, and who knows the rules."""

    interviewer: Interviewer
    recorder: Recorder
    adviser: Adviser

    def take(
        self, question: Question, before: str, beside: Sequence[Item] | None = None
    ) -> Plain | Sign | None:
        """Wait for an answer and save it; None when somebody else's was left standing. `beside` is as
        in `Interviewer.wait`.

        Where there may be several they are asked for one by one, each saved before the next. An
        answer that cannot be written is said to be so, and asked for again: what was typed is still
        on the screen. Raises RowsChangedError when the row is another one by now.
        """
        question = replace(question, one_by_one=question.field.many and not question.choices)
        while True:
            given = self.interviewer.wait(question, before, beside)
            try:
                if given is Sign.REMOVE:
                    self._remove(question)
                if isinstance(given, Sign):
                    return given
                if self._certain(question, given):
                    saved = self.save(question, given)
                    return (
                        self._with_more(question, saved)
                        if question.one_by_one and saved is not None
                        else saved
                    )
            except RowsChangedError:
                raise
            except (UsageError, ConflictError) as refused:
                self.note(refused.message)
                self.interviewer.tell(*map(hint_line, refused.hints))
                self.recorder.reread()

    def save(self, question: Question, given: Plain) -> Plain | None:
        """Save an answer; None when somebody else's was left standing. Raises UsageError when it
        cannot be written.
        """
        if self.recorder.save(question.path, given, self.settle) is None:
            return None
        self.interviewer.tell(*self.adviser.objections(question.path))
        return given

    def note(self, sentence: str) -> None:
        self.interviewer.console.note(screen(remark(sentence)))

    def settle(self, conflict: ChangedMeanwhileError) -> bool:
        """Somebody else has changed the same answer: which of the two is to stand?"""
        self.note(f"Någon annan har ändrat samma svar i {conflict.file}.")
        there = ("1  I filen nu:", conflict.there or "saknas")
        self.interviewer.tell(rows(there, ("2  Ditt svar:", conflict.ours), gap=2))
        while True:
            typed = self.interviewer.asker.write("Vilket ska gälla? (1-2): ").strip()
            if typed in ("1", "2"):
                return typed == "2"

    def _with_more(self, question: Question, given: Plain) -> Plain:
        """An answer with those that come after it; each is taken as it is, commas and all."""
        while not isinstance(more := self.interviewer.wait(question, MORE), Sign):
            given = (
                [*given, *(one for one in more if one not in given)]
                if isinstance(given, list) and isinstance(more, list)
                else given
            )
            self.recorder.save(question.path, given, self.settle)
        return given

    def _remove(self, question: Question) -> None:
        self.recorder.leave_blank(question.path)
        self.interviewer.tell("Borttaget.")

    def _certain(self, question: Question, given: Plain) -> bool:
        """Whether an answer is to be kept that something speaks against."""
        doubts = self.adviser.doubts(question.path, given)
        for doubt in doubts:
            self.note(doubt)
        return not doubts or self.interviewer.yes("Behåll datumet?")
