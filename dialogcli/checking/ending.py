"""A dialogue that has come to its end before its time, rightly: nothing has happened after it. Then
that is what there is to say, and nothing more is demanded.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dialogcli.base.findings import Citation, Finding, Severity
from dialogcli.base.words import same_word
from dialogcli.checking.spine import decided, of_gate, refusing
from dialogcli.checking.view import word_shown, word_spoken
from dialogcli.dossier.model import Answer
from dialogcli.process.running_text import lowered
from dialogcli.process.spine import Breach, Lack
from dialogcli.process.standing import Standing, ending
from dialogcli.process.stops import HOW
from dialogcli.rulebook.model import DECISIONS, Gate, OptionType, Role, Rule

ENDED = "avslutad"
"""The id of what is said of an end where no rule says it."""


class Ending(NamedTuple):
    """Where it ended: `path` is that of the answer, or of the decision. `before`: the gates that
    were passed on the way.
    """

    where: Standing
    path: str
    before: frozenset[str]

    def concerns(self, rule: Rule) -> bool:
        """Whether a rule is still judged: it is about the end itself, or on the way to it, or about
        personal data, which nobody may write at any time.
        """
        if is_about_people(rule):
            return True
        own = rule.kind.role is Role.DECISION and f"{DECISIONS}.{rule.text('gate')}" == self.path
        return own or self._is_on_the_way(rule) or any(map(self._touches, rule.fields))

    def is_about(self, finding: Finding) -> bool:
        """Whether what such a rule finds is about the end, and not about another of its fields."""
        rule = self.where.dossier.rulebook.rules[finding.rule]
        return self._is_on_the_way(rule) or not rule.fields or _within(finding.path, self.path)

    def _is_on_the_way(self, rule: Rule) -> bool:
        """Whether it holds at a gate that was passed, or from the end on: what follows on a no."""
        ended = self.where.ended
        from_the_end = ended is not None and rule.from_ == ended.id
        return from_the_end or rule.before in self.before or rule.text("gate") in self.before

    def _touches(self, path: str) -> bool:
        return _within(path, self.path) or _within(self.path, path)


def is_about_people(rule: Rule) -> bool:
    """Whether a rule looks for personal data."""
    return any(option.type is OptionType.PERSONAL_DATA for option in rule.kind.options.values())


def ending_of(where: Standing, breaches: Iterable[Breach]) -> Ending | None:
    """The end of a dialogue that has ended rightly; None for one that has not."""
    entry = where.ended
    if entry is None or any(_goes_on_after(breach, entry.id) for breach in breaches):
        return None
    passed = (one for one in where.all_before(entry) if isinstance(where.states[one].entry, Gate))
    before = frozenset(one for one in passed if where.is_done(one))
    if isinstance(entry, Gate):
        return Ending(where, f"{DECISIONS}.{entry.id}", before)
    answer = ending(where.dossier, entry)
    return Ending(where, answer.path, before) if answer else None


def _goes_on_after(breach: Breach, entry: str) -> bool:
    return breach.before.id == entry and breach.lack in (Lack.REFUSED, Lack.ENDED)


def gives_way(where: Standing, finding: Finding) -> bool:
    """Whether it is the answer's own rule, on the answer that ends the dialogue: the end is told
    instead, as right or as a breach.
    """
    entry = where.ended
    if entry is None or isinstance(entry, Gate):
        return False
    answer = ending(where.dossier, entry)
    rule = refusing(where, answer) if answer else None
    return rule is not None and finding.rule == rule.id and finding.path == rule.fields[0]


def end_told(end: Ending) -> Finding | None:
    """The one upplysning: what the answer means, in the rulebook's words, with the reason."""
    where, entry = end.where, end.where.ended
    if isinstance(entry, Gate):
        return _end_at_gate(where, entry)
    answer = ending(where.dossier, entry) if entry else None
    if answer is None or entry is None:
        return None
    rule = refusing(where, answer)
    words = answer.field.parts.get("svar", answer.field)
    said = f"{answer.field.label}: {lowered(word_shown(words, answer.text))}. Dialogen är avslutad."
    message = (rule.refuses if rule and rule.refuses else said) + _reason(answer)
    id_, source = (rule.id, rule.source) if rule else (ENDED, entry.source)
    return _told(id_, message, answer, source)


def tells_the_end(where: Standing, finding: Finding) -> bool:
    """Whether a finding is that upplysning, or the one that it is stopped."""
    entry = where.ended
    if finding.severity is not Severity.UPPLYSNING:
        return False
    if where.stopped:
        return finding.path == where.stopped.file.answers[HOW].path
    if entry is None:
        return False
    if isinstance(entry, Gate):
        return finding.path == f"{DECISIONS}.{entry.id}.utfall"
    answer = ending(where.dossier, entry)
    return answer is not None and finding.path == answer.path


def _end_at_gate(where: Standing, gate: Gate) -> Finding | None:
    decision = where.states[gate.id].decision
    if decision is None:
        return None
    outcome = decision.answers["utfall"]
    message = f"{decided(gate, decision)}: {word_spoken(outcome.text)}. Dialogen är avslutad."
    return _told(ENDED, message, outcome, of_gate(where, gate, ENDED).source)


def _told(id_: str, message: str, answer: Answer, source: Citation | None) -> Finding:
    return Finding(id_, Severity.UPPLYSNING, message, answer.place, answer.path, source)


def _reason(answer: Answer) -> str:
    reason = answer.part("skäl")
    text = " ".join(reason.text.split()).rstrip(".") if reason else ""
    return f" Skäl: {text}." if text else ""


def _within(path: str, other: str) -> bool:
    """Whether a path leads to another, or to something in it."""
    return same_word(path, other) or path.startswith(f"{other}.")
