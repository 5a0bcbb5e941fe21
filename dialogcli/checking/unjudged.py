"""Requirements that should have been judged and could not be, because an answer that they look at is
missing: they are told, with that answer, and are never part of what is in order.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from dialogcli.base.commands import decide
from dialogcli.base.findings import Finding, Place, Remedy
from dialogcli.base.words import capital, count
from dialogcli.checking.lost_marks import BRING_BACK, has_marks
from dialogcli.checking.remedies import remedy, remedy_in
from dialogcli.checking.view import Fault, RuleView, holds
from dialogcli.dossier.model import ADOPTED, Answer, FormFile
from dialogcli.dossier.select import select
from dialogcli.process.days import is_overtaken
from dialogcli.process.spine import bound
from dialogcli.process.standing import Standing
from dialogcli.process.traces import Effect, effect_of, forms_of, is_to_come
from dialogcli.rulebook.model import DECISIONS, FEEDBACK, SESSIONS, Gate, Role, Rule, Rulebook, Step


class Unjudged(NamedTuple):
    """The requirements (ids) that one missing answer keeps from being judged.

    `said` is a sentence about the answer: `Beslutsväg saknas.` `remedy` is what mends it.
    """

    rules: tuple[str, ...]
    path: str
    place: Place
    said: str
    remedy: Remedy

    @property
    def message(self) -> str:
        """`3 krav kunde inte prövas (N-19a, N-19c, N-20a): Beslutsväg saknas.`"""
        number = count(len(self.rules), "krav", "krav")
        return f"{number} kunde inte prövas ({', '.join(self.rules)}): {self.said}"


class Missing(NamedTuple):
    """An answer that a rule needs and that is not there."""

    path: str
    place: Place
    said: str
    remedy: Remedy


def number_of(unjudged: Iterable[Unjudged]) -> int:
    """How many requirements they are, each once."""
    return len({rule for one in unjudged for rule in one.rules})


def of_rules(unjudged: Iterable[Unjudged], is_meant: Callable[[str], bool]) -> tuple[Unjudged, ...]:
    """The same cut down to some requirements."""
    cut = (one._replace(rules=tuple(filter(is_meant, one.rules))) for one in unjudged)
    return tuple(one for one in cut if one.rules)


def not_told_yet(unjudged: Iterable[Unjudged], findings: Iterable[Finding]) -> list[Unjudged]:
    """Those whose missing answer no finding tells of."""
    paths = [one.path for one in findings if one.path]
    return [one for one in unjudged if not any(_meet(one.path, path) for path in paths)]


def _meet(path: str, other: str) -> bool:
    """Whether one of two paths leads to the other, or to something in it."""
    return f"{path}.".startswith(f"{other}.") or f"{other}.".startswith(f"{path}.")


def grouped(found: Iterable[tuple[Rule, Missing]]) -> tuple[Unjudged, ...]:
    """By the missing answer, in the order of the rules."""
    rules: dict[str, list[str]] = {}
    answers: dict[str, Missing] = {}
    for rule, missing in found:
        answers.setdefault(missing.path, missing)
        if rule.id not in rules.setdefault(missing.path, []):
            rules[missing.path].append(rule.id)
    return tuple(
        Unjudged(tuple(rules[path]), path, one.place, one.said, one.remedy)
        for path, one in answers.items()
    )


# --- whether the time of a rule has come, so that it should have been judged


def happened(where: Standing) -> frozenset[str]:
    """The steps and gates (ids) that have left a trace or have a decision, and all that what has
    left a trace needs.
    """
    found = {id_ for id_, state in where.states.items() if state.decision}
    for id_, traces in where.traces.items():
        found |= {id_, *bound(where, traces[0].entry)}
    return frozenset(found)


def is_due(rule: Rule, rulebook: Rulebook, happened: Collection[str]) -> bool:
    """Whether what the rule is about has happened: its moment, else everything that owns an answer
    that it looks at. What nothing owns is due once anything has happened.
    """
    if moment := rule.before or rule.from_:
        return moment in happened
    owners = {owner for path in _paths(rule) if (owner := _owner(rulebook, path))}
    return bool(happened) and owners.issubset(happened)


def _owner(rulebook: Rulebook, path: str) -> str:
    """The step or gate in which the answer at a path belongs: what it is a part of, else that for
    which a rule asks for it; '' for none.
    """
    form, _, rest = path.partition(".")
    if form == DECISIONS:
        gate = rest.partition(".")[0]
        return gate if gate in rulebook.entries else ""
    for entry in rulebook.entries.values():
        if isinstance(entry, Step) and form in forms_of(entry):
            return entry.id
    adopting = (gate.id for gate in rulebook.gates() if form in gate.adopts)
    return next(adopting, "") or _asked_for(rulebook, path)


def _asked_for(rulebook: Rulebook, path: str) -> str:
    asking = rulebook.asked_by(path)
    return asking.before or asking.from_ if asking else ""


def _paths(rule: Rule) -> Iterator[str]:
    """Every path that a rule looks at, and the decisions that it is about."""
    yield from rule.paths
    yield from rule.when
    for option in ("gate", "since"):
        if gate := rule.text(option):
            yield f"{DECISIONS}.{gate}"
    if rule.kind.role is Role.FEEDBACK:
        yield f"{FEEDBACK}.{rule.text('to')}"


# --- what a rule lacks


def lacking(scene: RuleView, faults: list[Fault] | None) -> Iterator[Missing]:
    """The answers that a rule whose time has come should have looked at and that are missing.
    `faults` is what its judge said: None when it had nothing to judge.
    """
    if not scene.applies():
        yield from _conditions(scene)
        return
    yield from _rows_undecided(scene)
    role = scene.rule.kind.role
    if role is Role.FINGERPRINT:
        yield from _marks(scene)
    elif role is Role.FEEDBACK:
        yield from _start_of_feedback(scene)
    elif scene.rule.kind.compares:
        yield from _not_compared(scene)
    elif faults is None:
        yield from _nothing_there(scene)


def _conditions(scene: RuleView) -> Iterator[Missing]:
    """Conditions without an answer. One with another answer than is wanted settles it: the rule does
    not apply.
    """
    unanswered: list[tuple[str, list[Answer]]] = []
    for path, values in scene.rule.when.items():
        answers = select(scene.dossier, path) if "*" not in path else []
        if "*" in path or any(holds(answer, values) for answer in answers):
            continue
        if any(_is_given(answer) for answer in answers):
            return
        unanswered.append((path, answers))
    for path, answers in unanswered:
        yield _missing(scene, answers[0]) if answers else _no_file(scene, path)


def _rows_undecided(scene: RuleView) -> Iterator[Missing]:
    """Rows of which it is not said whether the rule is about them."""
    for path in scene.rule.when:
        if "*" in path:
            for cell in select(scene.dossier, path):
                if not _is_given(cell) and not _is_of_a_session_to_come(scene, cell):
                    yield _missing(scene, cell)


def _not_compared(scene: RuleView) -> Iterator[Missing]:
    """What a comparison passed over. Rows that nobody has written lack nothing, and neither does a
    plan once what was planned has happened.
    """
    for path in scene.rule.fields:
        for answer in scene.select(path):
            if not _is_given(answer) and not is_overtaken(scene.dossier, answer):
                yield _missing(scene, answer)


def _marks(scene: RuleView) -> Iterator[Missing]:
    gate = scene.dossier.rulebook.gate(scene.rule.text("since"))
    decision = scene.standing.states[gate.id].decision
    if decision is None or effect_of(gate, decision) is not Effect.GO_ON:
        return
    if not has_marks(decision):
        marks = decision.answers.get(ADOPTED)
        path = marks.path if marks else f"{DECISIONS}.{gate.id}.{ADOPTED}"
        place = marks.place if marks else Place(decision.file)
        yield Missing(path, place, f"{gate.name}: avtrycken av det antagna saknas.", BRING_BACK)


def _start_of_feedback(scene: RuleView) -> Iterator[Missing]:
    """The day that feedback has to come after, once it is given."""
    if not any(file.day for file in _given_to(scene)):
        return
    for answer in scene.select(scene.rule.text("after")):
        if not _is_given(answer):
            yield _missing(scene, answer)


def _given_to(scene: RuleView) -> list[FormFile]:
    to = scene.rule.text("to")
    return [file for file in scene.dossier.files.get(FEEDBACK, ()) if file.key == to]


def _nothing_there(scene: RuleView) -> Iterator[Missing]:
    """What a rule that had nothing to judge looks at: a rule without a moment judges the rows and
    files that there are, and lacks none.
    """
    if scene.rule.kind.role is Role.DECISION:
        gate = scene.dossier.rulebook.gate(scene.rule.text("gate"))
        missing = _no_file(scene, f"{DECISIONS}.{gate.id}")
        yield missing._replace(remedy=decide(gate.word))
    if not scene.has_moment:
        return
    for path in scene.rule.fields:
        answers = select(scene.dossier, path)
        if not answers:
            yield _no_file(scene, path)
        for answer in answers:
            if not _is_given(answer):
                yield _missing(scene, answer)


def _is_given(answer: Answer) -> bool:
    return answer.filled and not answer.excused


def _is_of_a_session_to_come(scene: RuleView, answer: Answer) -> bool:
    sessions = scene.dossier.files.get(SESSIONS, ())
    return any(is_to_come(one, scene.today) for one in sessions if one.file == answer.place.file)


def _missing(scene: RuleView, answer: Answer) -> Missing:
    name = _named(scene, answer)
    said = f"{name} är ej tillämpligt." if answer.excused else f"{name} saknas."
    mend = remedy(scene.dossier.rulebook, answer.path)
    return Missing(answer.path, answer.place, said, mend)


def _named(scene: RuleView, answer: Answer) -> str:
    """`Beslutsväg`; of what stands in several forms or files with that: `Beslut i sakfrågan: Utfall`."""
    head, _, rest = answer.path.partition(".")
    if head == DECISIONS:
        gate = scene.dossier.rulebook.entries.get(rest.partition(".")[0])
        if isinstance(gate, Gate):
            return f"{gate.name}: {answer.field.label}"
    form = scene.dossier.rulebook.forms[head]
    if form.items:
        return f"{form.title} {rest.partition('.')[0]}: {answer.field.label}"
    if answer.path == f"{head}.datum":
        return f"{form.title}: {answer.field.label}"
    return scene.name_of(answer)


def _no_file(scene: RuleView, path: str) -> Missing:
    """That there is no file, or no row, for what a path leads to."""
    rulebook = scene.dossier.rulebook
    place = Place(rulebook.forms[path.split(".")[0]].file)
    name = capital(scene.name(path))
    mend = remedy_in(scene.dossier, path.partition(".*")[0], place.file)
    return Missing(path, place, f"{name} saknas.", mend)
