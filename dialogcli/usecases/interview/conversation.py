"""One answer in an interview: taken, doubted, saved, and settled with what others have written
meanwhile; and what an interview knows beyond its questions, such as the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Trait
from dialogcli.base.findings import (
    ConflictError,
    DialogError,
    Finding,
    Severity,
    UsageError,
    hint_line,
)
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
from dialogcli.dossier.select import as_plain, select
from dialogcli.interview.chapters import is_missing
from dialogcli.interview.parsing import orders, planned_doubts
from dialogcli.interview.question import Question, is_copied
from dialogcli.interview.question_screens import MORE
from dialogcli.interview.scope import refusal_lines, scope_paths
from dialogcli.interview.signs import KEEP_ANYWAY, Sign, told
from dialogcli.rulebook.model import Role, Rule
from dialogcli.usecases.interview.questions import Interviewer
from dialogcli.usecases.interview.recorder import Recorder, new_file_for
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

    def objections(self, path: str, value: Plain) -> list[Line]:
        """What rules would say of an answer that they do not count, and what can be done instead.

        Those are laid whose answers would all be there then. Rules about the order of dates speak as
        `doubts`, and of the scope test its outcome does.
        """
        rulebook = self.recorder.dossier.rulebook
        if path in scope_paths(rulebook):
            return []
        wanted = [rule.id for rule in rulebook.rules.values() if judges_at_once(rule, path)]
        then = self.report_with(path, value, wanted) if wanted else None
        if then is None:
            return []
        found = [one for one in then.findings if one.rule in wanted and refuses_at(then, one, path)]
        return list(refusal_lines(rulebook, found))

    def objections_to_rows(self, path: str) -> list[Line]:
        """The same of a table as it stands: what rules say of the whole of it. What they say of one
        answer in it was told when that was given.
        """
        rulebook, report = self.recorder.dossier.rulebook, self.report
        found = [one for one in report.findings if one.path == path and one.rule in rulebook.rules]
        return list(refusal_lines(rulebook, [one for one in found if lays_rows(report, one)]))

    def uncounted(self, path: str) -> bool:
        """Whether there is an answer that does not make its question done."""
        if path in scope_paths(self.recorder.dossier.rulebook):
            return False  # a no is an answer too
        answer = self.recorder.dossier.answer(path)
        given = answer is not None and answer.filled and not answer.excused
        return given and path in self._wanting()

    def report_with(
        self, path: str, value: Plain, only: Collection[str] | None = None
    ) -> Report | None:
        """What a check would say with that answer; None when that cannot be told without writing."""
        then = _with(self.recorder.dossier, path, value)
        return check(then, self.today, only) if then else None

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
        then = self.report_with(path, value, wanted) if wanted else None
        if then is None:
            return []
        known = {finding.message for finding in self.report.findings}
        return [
            f"{finding.message} ({finding.rule})"
            for finding in then.findings
            if finding.message not in known
        ]


def _with(dossier: Dossier, path: str, value: Plain) -> Dossier | None:
    """The dossier as it would be; None when that cannot be told without writing."""
    try:
        target = locate(dossier, path)
        name = target.known.place.file if target.known else ""
        begun = None if name in dossier.texts else new_file_for(dossier.rulebook, path)
        name, text = (begun.name, begun.text) if begun else (name, dossier.texts[name])
        text = changed_text(dossier, target, name, text, value)
    except DialogError:  # saving will say it
        return None
    return build_dossier(dossier.rulebook, {**dossier.texts, name: text})


def judges_at_once(rule: Rule, path: str) -> bool:
    """Whether a rule has something to say of an answer as soon as it is given."""
    return speaks_at_once(rule) and any(leads_to(field, path) for field in rule.paths)


def refuses_at(then: Report, finding: Finding, path: str) -> bool:
    """Whether a finding is about an answer just given, or about it and others that are all there. In
    a row or a file of which there are several it is about that answer alone.
    """
    rule = then.dossier.rulebook.rules[finding.rule]
    return has_all(then.dossier, rule) if path in rule.paths else finding.path == path


def lays_rows(report: Report, finding: Finding) -> bool:
    """Whether a finding about a whole table needs no answer that is still to come."""
    rule = report.dossier.rulebook.rules[finding.rule]
    return speaks_at_once(rule) and has_all(report.dossier, rule)


def speaks_at_once(rule: Rule) -> bool:
    """Whether it is neither about the course of things nor about the order of days."""
    ordinary = rule.kind.role in (Role.ORDINARY, Role.WHOLE)
    return ordinary and rule.severity is not Severity.UPPLYSNING


def has_all(dossier: Dossier, rule: Rule) -> bool:
    """Whether everything that a rule looks at has an answer."""
    return all(any(one.filled for one in select(dossier, field)) for field in rule.paths)


def leads_to(field: str, path: str) -> bool:
    """Whether a path of a rule, maybe with `*`, leads to an answer."""
    words, wanted = path.split("."), field.split(".")
    pairs = zip(wanted, words, strict=False)
    return len(words) == len(wanted) and all(one in ("*", word) for one, word in pairs)


def is_same(stored: Plain, given: Plain) -> bool:
    """Whether an answer says what is stored already, whoever says it and when. Where nobody answers
    for what is stored, that is still to be written.
    """
    if isinstance(stored, dict) and isinstance(given, dict):
        if "av" in given and not stored.get("av"):
            return False
        said = {*stored, *given} - {"av", "datum"}
        return all(is_same(stored.get(name, ""), given.get(name, "")) for name in said)
    if isinstance(stored, list) and isinstance(given, list):
        pairs = zip(stored, given, strict=False)
        return len(stored) == len(given) and all(is_same(*pair) for pair in pairs)
    return str(stored) == str(given)


def is_unsigned(stored: Plain) -> bool:
    """Whether it is a consideration that nobody answers for yet: that is still to be asked."""
    return isinstance(stored, dict) and bool(stored.get("skäl")) and not stored.get("av")


Whole = Callable[[Plain], "Plain | Sign"]


def as_it_is(given: Plain) -> Plain | Sign:
    """An answer that comes whole."""
    return given


_KEPT_OR_NOT = (Sign.ANYWAY, Sign.LATER, Sign.BACK)


@dataclass(frozen=True, slots=True)
class Conversation:
    """Who asks, where the answers go, and who knows the rules."""

    interviewer: Interviewer
    recorder: Recorder
    adviser: Adviser

    def take(
        self,
        question: Question,
        before: str,
        beside: Sequence[Item] | None = None,
        whole: Whole = as_it_is,
    ) -> Plain | Sign | None:
        """Wait for an answer and save it; None when somebody else's was left standing. `beside` is as
        in `Interviewer.wait`. `whole` asks for what an answer still lacks: it is saved when all of
        it is there, and back from there leads to the question again.

        The same answer again is as Enter, that is, Sign.LATER: what is stored stays as it is, and is
        given back only where somebody still has to answer for it. An
        answer that cannot be written is said to be so, and asked for again: what was typed is still
        on the screen. Raises RowsChangedError when the row is another one by now.
        """
        question = replace(question, one_by_one=question.field.many and not question.choices)
        while True:
            given = self.interviewer.wait(question, before, beside)
            made = given if isinstance(given, Sign) else whole(given)
            if made is Sign.BACK and given is not Sign.BACK:
                continue
            try:
                if isinstance(made, Sign):
                    return self._left(question, made)
                if (again := self._again(question, made)) is not None:
                    return again
                if self._stands(question, made):
                    return self._saved(question, made)
            except (UsageError, ConflictError) as refused:
                self._refused(refused)

    def _refused(self, refused: UsageError | ConflictError) -> None:
        if isinstance(refused, RowsChangedError):
            raise refused
        self.note(refused.message)
        self.interviewer.tell(*map(hint_line, refused.hints))
        self.recorder.reread()

    def save(self, question: Question, given: Plain) -> Plain | None:
        """Save an answer; None when somebody else's was left standing. Raises UsageError when it
        cannot be written.
        """
        return given if self.recorder.save(question.path, given, self.settle) else None

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

    def _stored(self, question: Question) -> Plain:
        return as_plain(next(iter(select(self.recorder.dossier, question.path)), None))

    def _again(self, question: Question, given: Plain) -> Plain | Sign | None:
        """What it means that the stored answer is given again; None when it is another."""
        stored = self._stored(question)
        if not is_same(stored, given):
            return None
        return stored if is_unsigned(stored) else Sign.LATER

    def _saved(self, question: Question, given: Plain) -> Plain | Sign | None:
        """Save an answer. Where there may be several they are asked for one by one: the first ones
        are saved at once, but what takes the place of others only when all are there.
        """
        if not question.one_by_one:
            return self.save(question, given)
        saved = self._replaced(question, given) if question.answer else self._grown(question, given)
        if saved is not None and not isinstance(saved, Sign):
            self.interviewer.tell(*self.adviser.objections(question.path, saved))
        return saved

    def _replaced(self, question: Question, given: Plain) -> Plain | Sign | None:
        every = self._with_more(question, given, at_once=False)
        if isinstance(every, Sign):
            return every
        return Sign.LATER if is_same(self._stored(question), every) else self.save(question, every)

    def _grown(self, question: Question, given: Plain) -> Plain | Sign | None:
        saved = self.save(question, given)
        return None if saved is None else self._with_more(question, saved, at_once=True)

    def _with_more(self, question: Question, given: Plain, at_once: bool) -> Plain | Sign:
        """An answer with those that come after it; each is taken as it is, commas and all. Back from
        there takes nothing, unless each was saved at once.
        """
        while not isinstance(more := self.interviewer.wait(question, MORE), Sign):
            given = (
                [*given, *(one for one in more if one not in given)]
                if isinstance(given, list) and isinstance(more, list)
                else given
            )
            if at_once:
                self.recorder.save(question.path, given, self.settle)
        return more if more is Sign.BACK and not at_once else given

    def _left(self, question: Question, sign: Sign) -> Sign:
        """What a sign means that was given instead of an answer."""
        if sign is Sign.REMOVE:
            self.recorder.leave_blank(question.path)
            self.interviewer.tell("Borttaget.")
        return sign

    def _stands(self, question: Question, given: Plain) -> bool:
        """Whether an answer is to be kept, also where something speaks against it."""
        doubts = self.adviser.doubts(question.path, given)
        for doubt in doubts:
            self.note(doubt)
        if doubts and not self.interviewer.yes("Behåll datumet?"):
            return False
        refused = [] if question.one_by_one else self.adviser.objections(question.path, given)
        if not refused:
            return True
        another = "välj ett annat" if question.choices else "skriv ett annat"
        self.interviewer.tell(*refused)
        self.interviewer.tell(told(("Enter", another), KEEP_ANYWAY))
        while (typed := self.interviewer.read(Sign.ANYWAY)).sign not in _KEPT_OR_NOT:
            self.interviewer.tell("Skriv b, eller tryck bara Enter.")
        return typed.sign is Sign.ANYWAY
