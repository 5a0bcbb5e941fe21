"""Answers that say of themselves that they do not apply. Where a rule asks for the answer it is an
exception from that rule: with a reason, by somebody, dated, and always told; where the answer is
needed it is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dialogcli.base.commands import set_excuse
from dialogcli.base.findings import Finding, Severity, Waiver
from dialogcli.base.words import is_number, listed
from dialogcli.checking.reasons import thin
from dialogcli.checking.remedies import remedy_at
from dialogcli.checking.view import RuleView
from dialogcli.dossier.model import Answer, Dossier, NotApplicable
from dialogcli.dossier.select import excused
from dialogcli.process.standing import Standing
from dialogcli.process.traces import is_cancelled
from dialogcli.rulebook.excuses import (
    Bar,
    Need,
    barring,
    demands,
    reason_length,
    refusal,
    weight,
    who_needs,
)
from dialogcli.rulebook.model import DECISIONS, SESSIONS, Rule

REFUSED = "ej-tillämpligt"
"""The id where no rule speaks for the answer."""


class Excuse(NamedTuple):
    """One of them, judged. `stands`: it is a good one, and the finding tells of it as of a waiver."""

    finding: Finding
    waivable: bool = False
    stands: bool = False


def judged(where: Standing, today: date) -> Iterator[Excuse]:
    """Each answer that is excused and that somebody asks for or needs."""
    for answer in excused(where.dossier):
        yield from _Judge(where, today, answer).excuses()


class _Judge(NamedTuple):
    where: Standing
    today: date
    answer: Answer

    def excuses(self) -> Iterator[Excuse]:
        rules = sorted(self._asking(), key=weight)
        bars = barring(self._dossier.rulebook, self.answer.path)
        if bar := next((one for one in bars if self._holds(one, rules)), None):
            yield Excuse(self._refused(bar))
        elif rules and (wrong := self._wrong(rules[0])):
            yield Excuse(wrong, rules[0].waivable)
        elif rules:
            yield Excuse(self._told(rules[0]), stands=True)

    @property
    def _dossier(self) -> Dossier:
        return self.where.dossier

    def _asking(self) -> list[Rule]:
        """The rules that apply here and ask for the answer."""
        path = _pattern(self._dossier, self.answer.path)
        found = []
        for rule in self._dossier.rulebook.rules.values():
            if demands(rule, self.answer.path):
                scene = self._scene(rule)
                if scene.applies() and self.answer in scene.select(path):
                    found.append(rule)
        return found

    def _holds(self, bar: Bar, asking: list[Rule]) -> bool:
        """Whether the answer is needed now: where the demand applies, and in no cancelled session."""
        if bar.need in (Need.ALWAYS, Need.PART):
            return bar.rule in asking
        form_id = self.answer.path.split(".")[0]
        sessions = self._dossier.files.get(SESSIONS, ()) if form_id == SESSIONS else ()
        here = [one for one in sessions if one.file == self.answer.place.file]
        return bool(asking) or not any(map(is_cancelled, here))

    def _refused(self, bar: Bar) -> Finding:
        """A fel, or as little as the rules that speak for the answer weigh."""
        rule = who_needs(self._dossier.rulebook, bar, self.answer.path)
        message = f"{self._name(rule)}: {refusal(bar, rule)}"
        mend = remedy_at(self._dossier, self.answer)
        severity = rule.severity if rule else Severity.FEL
        return self._finding(rule, message, severity)._replace(remedy=mend)

    def _wrong(self, rule: Rule) -> Finding | None:
        """What a fel wants of an exception: a reason that is one, who, and when. What asks for less
        only wants it told.
        """
        value = self.answer.value
        if rule.severity is not Severity.FEL or not isinstance(value, NotApplicable):
            return None
        name, reason = self._name(rule), " ".join(value.reason.split())
        nobody = not (value.by or self._dossier.text("dossier.handläggare"))
        if why := thin(self.answer, reason, reason_length(rule)):
            told = f"{name}: Ej tillämpligt, men {why} Skriv varför frågan inte gäller er dialog."
            mend = set_excuse(self.answer.path, "", by=nobody)
        elif lacking := self._unsigned(value):
            told = f"{name}: Ej tillämpligt, men {lacking}"
            mend = set_excuse(self.answer.path, reason, by=nobody)
        else:
            return None
        return self._finding(rule, told, Severity.FEL)._replace(remedy=mend)

    def _unsigned(self, value: NotApplicable) -> str:
        missing = ["vem som svarar för det"] * (not value.by) + ["datum"] * (not value.day)
        if missing:
            return f"{listed(missing)} saknas."
        if value.day and value.day.first > self.today:
            return f"{value.day.in_words} har inte varit än."
        return ""

    def _told(self, rule: Rule) -> Finding:
        value = self.answer.value
        excuse = value if isinstance(value, NotApplicable) else NotApplicable("")
        day = str(excuse.day or "")
        waiver = Waiver(" ".join(excuse.reason.split()), excuse.by, day, self.answer.place)
        message = f"{self._name(rule)}: Ej tillämpligt."
        return self._finding(rule, message, Severity.UPPLYSNING)._replace(waiver=waiver)

    def _finding(self, rule: Rule | None, message: str, severity: Severity) -> Finding:
        id_, source = (rule.id, rule.source) if rule else (REFUSED, None)
        return Finding(id_, severity, message, self.answer.place, self.answer.path, source)

    def _name(self, rule: Rule | None) -> str:
        """In a decision or a session as everywhere else: the field's own name, in a table with its
        row.
        """
        return self._scene(rule).name_of(self.answer) if rule else self.answer.field.name

    def _scene(self, rule: Rule) -> RuleView:
        return RuleView(self._dossier, self.where, rule, self.today)


def _pattern(dossier: Dossier, path: str) -> str:
    """The path as rules write it: `*` for rows and files, but a decision by its gate."""
    form_id, *words = path.split(".")
    form = dossier.rulebook.forms[form_id]
    if form.items and form_id != DECISIONS:
        words[0] = "*"
    return ".".join([form_id, *("*" if is_number(word) else word for word in words)])
