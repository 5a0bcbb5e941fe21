"""What has happened without what it needs, in words, under the id and the source of the rule that
asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dialogcli.base.commands import add, decide
from dialogcli.base.findings import Citation, Finding, Place, Remedy, Severity
from dialogcli.base.words import capital, slug
from dialogcli.checking.remedies import remedy_at, remedy_in
from dialogcli.checking.view import RuleView, holds, word_shown, word_spoken
from dialogcli.dossier.left_out import why_not
from dialogcli.dossier.model import Answer, FormFile
from dialogcli.dossier.select import select
from dialogcli.process.course import reference
from dialogcli.process.running_text import lowered
from dialogcli.process.spine import Breach, Lack
from dialogcli.process.standing import Standing, ending, lacking
from dialogcli.process.traces import Trace, day_in, forms_of
from dialogcli.rulebook.model import (
    DECISIONS,
    EVALUATION,
    FEEDBACK,
    RESULT,
    SESSIONS,
    Entry,
    Gate,
    Role,
    Rule,
    Step,
)


class Lent(NamedTuple):
    """The id and the source that a finding carries."""

    id: str
    source: Citation | None


def of_gate(where: Standing, gate: Entry, otherwise: str) -> Lent:
    """Those of the rule that the gate is to be decided on, else the sentence that the rulebook
    gives for it, under an id of the engine's own.
    """
    rules = [
        rule
        for rule in where.dossier.rulebook.rules.values()
        if rule.kind.role is Role.DECISION and rule.text("gate") == gate.id
    ]
    applying = [rule for rule in rules if _applies(where, rule)]
    if rules:
        rule = (applying or rules)[0]
        return Lent(rule.id, rule.source)
    return Lent(otherwise, gate.source)


def refusing(where: Standing, answer: Answer) -> Rule | None:
    """The rule that says what an answer means which puts the matter outside the policy."""
    for rule in where.dossier.rulebook.rules.values():
        judges_it = rule.kind.refuses and answer.path in rule.fields
        if judges_it and holds(answer, rule.texts("values")) and _applies(where, rule):
            return rule
    return None


def _applies(where: Standing, rule: Rule) -> bool:
    return RuleView(where.dossier, where, rule, date.min).applies()


STEP, GATE, DAYS = "steg-före", "beslut-före", "dagarnas-ordning"
"""The ids of what no rule of the rulebook asks for."""
WAIVABLE = (STEP, DAYS)
"""Those that a written waiver can excuse: what nobody can do again, and what has its reasons."""

_MOST_NAMED = 3
_NAMES = {
    SESSIONS: "dialogtillfälle",
    RESULT: "resultat",
    FEEDBACK: "återkoppling",
    EVALUATION: "utvärdering",
}


class Told(NamedTuple):
    """A breach in words. `before`: the id of the entry that is lacking. `waivable`: whether a waiver
    under its id excuses it. `by_rule`: a rule of the rulebook has found it already.
    """

    finding: Finding
    before: str
    waivable: bool
    by_rule: bool = False


def told(where: Standing, breaches: Iterable[Breach], others: Iterable[Finding]) -> list[Told]:
    """Each breach as a finding. What a step lacks is told by the rulebook's own rules where they
    do: papers by any of the `others` in their form, and that nobody was met by one about the
    sessions as a whole.
    """
    faults = [one.discreet() for one in others if one.severity is Severity.FEL]
    found: list[Told] = []
    for breach in breaches:
        by_rules = _said_by_rules(breach, faults)
        if by_rules and _is_of_sessions(breach.before):
            found += [Told(one, breach.before.id, False, by_rule=True) for one in by_rules]
        elif not by_rules:
            finding = _finding(where, breach).discreet()
            found.append(Told(finding, breach.before.id, _is_waivable(breach)))
    return found


def _said_by_rules(breach: Breach, faults: Iterable[Finding]) -> list[Finding]:
    """The faults that say what an undone step lacks."""
    if breach.lack is not Lack.UNDONE or not isinstance(breach.before, Step):
        return []
    if _is_of_sessions(breach.before):
        return [one for one in faults if one.path == SESSIONS]
    forms = forms_of(breach.before)
    return [one for one in faults if one.path.split(".")[0] in forms]


def _is_waivable(breach: Breach) -> bool:
    if breach.lack is Lack.UNDONE:
        return not _is_of_sessions(breach.before)
    return breach.lack in (Lack.EARLY, Lack.LATE_PAPER)


def _finding(where: Standing, breach: Breach) -> Finding:
    before = breach.before
    if isinstance(before, Gate):
        return _of_gate(where, breach, before)
    match breach.lack:
        case Lack.UNDONE:
            return _undone(where, breach, before)
        case Lack.ENDED:
            return _ended(where, breach, before)
        case Lack.LATE_PAPER:
            return _late_paper(where, breach)
    return _early_for_a_step(where, breach)


def _of_gate(where: Standing, breach: Breach, gate: Gate) -> Finding:
    match breach.lack:
        case Lack.MISSING:
            return _missing(where, breach, gate)
        case Lack.EARLY:
            return _early(where, breach, gate)
        case Lack.LATE_PAPER:
            return _late_paper(where, breach)
    return _not_passed(where, breach, gate)


def _not_passed(where: Standing, breach: Breach, gate: Gate) -> Finding:
    decision = breach.decision or where.dossier.files[DECISIONS][0]
    outcome = decision.answers["utfall"]
    still_open = "" if breach.lack is Lack.REFUSED else " Punkten är inte avgjord."
    message = f"{decided(gate, decision)}: {word_spoken(outcome.text)}.{still_open} {and_yet(breach.traces)}"
    lent = of_gate(where, gate, GATE)
    return _fel(lent, message, outcome.place, outcome.path, decide(gate.word))


def _missing(where: Standing, breach: Breach, gate: Gate) -> Finding:
    folder = where.dossier.rulebook.forms[DECISIONS].file
    place = Place(f"{folder}/{slug(gate.word)}.yaml")
    message = f"{gate.name} saknas. {and_yet(breach.traces)}"
    lent = of_gate(where, gate, GATE)
    return _fel(lent, message, place, f"{DECISIONS}.{gate.id}", decide(gate.word))


def _undone(where: Standing, breach: Breach, step: Step) -> Finding:
    lent = Lent(STEP, step.source)
    if _is_of_sessions(step):
        place = Place(where.dossier.rulebook.forms[SESSIONS].file)
        message = f"Inget dialogtillfälle är genomfört. {and_yet(breach.traces)}"
        return _fel(lent, message, place, SESSIONS, add(SESSIONS))
    rulebook = where.dossier.rulebook
    path = lacking(where.dossier, step.done)
    unanswered = [one for one in select(where.dossier, path) if not one.filled]
    place = unanswered[0].place if unanswered else Place(rulebook.forms[path.split(".")[0]].file)
    field = rulebook.field_at(path)
    what = f"{field.label if field else step.name} saknas."
    why = why_not(unanswered[0]) if unanswered else ""
    said = " ".join(filter(None, (what, why, and_yet(breach.traces))))
    message = f"Steget {step.name} är inte klart: {said}"
    return _fel(lent, message, place, path, remedy_in(where.dossier, path, place.file))


def _ended(where: Standing, breach: Breach, step: Step) -> Finding:
    path = next(iter(step.ends), "")
    answer = ending(where.dossier, step) or select(where.dossier, path)[0]
    rule = refusing(where, answer)
    lent = Lent(rule.id, rule.source) if rule else Lent(STEP, step.source)
    message = (
        f"Dialogen är avslutad: {answer.field.label} är besvarat med {_said(answer)}. "
        f"{and_yet(breach.traces)}"
    )
    mend = remedy_at(where.dossier, answer)
    return _fel(lent, message, answer.place, answer.path, mend)


def _early(where: Standing, breach: Breach, gate: Gate) -> Finding:
    first = breach.traces[0]
    source = of_gate(where, gate, GATE).source
    day = breach.decision.day if breach.decision else None
    passed = f"{gate.name}, {day.in_words if day else ''}"
    if len(breach.traces) == 1:
        message = f"{_one(first)} ligger före {passed}. Beslutet ska vara fattat först."
    else:
        many = f"{len(breach.traces)} {_many(first)} ligger före {passed}."
        message = f"{many} Det första är {_day(first)}. Beslutet ska vara fattat först."
    place, path = first.answer.place, first.answer.path
    return _fel(Lent(DAYS, source), message, place, path, _dates(where, first))


def _early_for_a_step(where: Standing, breach: Breach) -> Finding:
    """Sessions after the result, a result after the decision or after feedback on it."""
    first, step = breach.traces[0], breach.before
    earliest = breach.late[0]
    others = len(breach.late) - 1
    form = earliest.path.split(".")[0]
    what = capital(_NAMES.get(form, step.name))
    more = f" Det gäller {others} till." if others else ""
    question = " Är det med i sammanställningen?" if first.form == RESULT else ""
    than = "resultatet" if first.form == RESULT else _plain(first)
    day = day_in(earliest)
    message = (
        f"{what} {day.in_words if day else ''} ligger efter {than}, {_day(first)}.{question}{more}"
    )
    severity = Severity.FEL if isinstance(first.entry, Gate) else Severity.VARNING
    lent = Lent(DAYS, step.source)
    found = _fel(lent, message, first.answer.place, first.answer.path, _dates(where, first))
    return found._replace(severity=severity)


def _late_paper(where: Standing, breach: Breach) -> Finding:
    answer, trace = breach.late[0], breach.traces[0]
    form = where.dossier.rulebook.forms[answer.path.split(".")[0]]
    day = day_in(answer)
    when = day.in_words if day else ""
    is_of_form = answer.field.id == "datum"
    what = f"{form.title} är daterad {when}" if is_of_form else f"{answer.field.label}: {when}"
    message = f"{what}. Det är efter {_plain(trace)}, {_day(trace)}."
    before = breach.before
    source = of_gate(where, before, GATE).source if isinstance(before, Gate) else before.source
    found = _fel(
        Lent(DAYS, source),
        message,
        answer.place,
        answer.path,
        remedy_at(where.dossier, answer),
    )
    return found._replace(severity=Severity.VARNING)


def _fel(lent: Lent, message: str, place: Place, path: str, mend: Remedy) -> Finding:
    return Finding(lent.id, Severity.FEL, message, place, path, lent.source, mend)


def decided(gate: Gate, decision: FormFile) -> str:
    """`Presidiets beslut, 8 februari 2027 § 4`, as far as known."""
    when = reference(decision)
    return f"{gate.name},{when}" if when else gate.name


def and_yet(traces: Iterable[Trace]) -> str:
    """`Ändå finns det som kommer efter: 11 dialogtillfällen (det första 14 april 2027), resultat.`"""
    groups: dict[str, list[Trace]] = {}
    for trace in traces:
        groups.setdefault(trace.form if trace.form != DECISIONS else trace.entry.id, []).append(
            trace
        )
    named = [_group(own, alone=len(groups) == 1) for own in groups.values()]
    left = len(named) - _MOST_NAMED
    more = f" och {left} till" if left > 0 else ""
    return f"Ändå finns det som kommer efter: {', '.join(named[:_MOST_NAMED])}{more}."


def _group(own: list[Trace], alone: bool) -> str:
    """Traces of one sort: all sessions together, and the day of what stands alone."""
    first = own[0]
    if first.form == SESSIONS:
        when = f" (det första {_day(first)})" if len(own) > 1 else f" ({_day(first)})"
        number = f"{len(own)} {_many(first)}" if len(own) > 1 else f"ett {_plain(first)}"
        return number + (when if first.day else "")
    if alone and len(own) == 1 and first.day:
        result = first.form == RESULT
        return f"resultat, daterat {_day(first)}" if result else f"{_plain(first)} ({_day(first)})"
    return _plain(first)


def _plain(trace: Trace) -> str:
    """What a sentence calls a trace."""
    return _NAMES.get(trace.form, trace.entry.name)


def _one(trace: Trace) -> str:
    """`Dialogtillfälle 14 april 2027`."""
    comma = "," if isinstance(trace.entry, Gate) else ""
    return f"{capital(_plain(trace))}{comma} {_day(trace)}"


def _many(trace: Trace) -> str:
    return {SESSIONS: "dialogtillfällen"}.get(trace.form, f"gånger {_plain(trace)}")


def _day(trace: Trace) -> str:
    return trace.day.in_words if trace.day else "utan datum"


def _said(answer: Answer) -> str:
    words = answer.field.parts.get("svar", answer.field)
    return lowered(word_shown(words, answer.text))


def _dates(where: Standing, trace: Trace) -> Remedy:
    """The day of a decision is never altered to please a check."""
    if isinstance(trace.entry, Gate):
        return "Kontrollera dagarna mot protokollen."
    return remedy_at(where.dossier, trace.answer)


def _is_of_sessions(entry: Entry) -> bool:
    return isinstance(entry, Step) and entry.event and SESSIONS in forms_of(entry)
