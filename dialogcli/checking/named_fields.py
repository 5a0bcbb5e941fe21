"""Who names a field: a rule that demands or judges it, a rule that demands what it is a part of,
the process alone (conditions, what makes a step done, the days and organs that the engine itself
judges), or nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from dialogcli.base.words import is_number
from dialogcli.dossier.model import DAY, ORGAN, OUTCOME, ROLE
from dialogcli.rulebook.model import (
    DECISIONS,
    FEEDBACK,
    SESSIONS,
    Field,
    Form,
    Gate,
    OptionType,
    Role,
    Rule,
    Rulebook,
    Step,
)


class Named(StrEnum):
    """By whom, the nearest first, as people read it."""

    RULE = "krav"
    PART = "del av krav"
    PROCESS = "process"
    NOBODY = "frivilligt"


class NamedFields:
    """The fields that a rulebook names, found once for all that ask."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._rules = {_plain(path) for path in _by_rules(rulebook)}
        self._process = {_plain(path) for path in _by_process(rulebook)}

    def named(self, field: str) -> Named:
        """Who names a field, or a whole form or file (`plan`, `beslut.sakbeslut`)."""
        names = _names(field, self._rulebook)
        if any(_is_or_holds(name, self._rules) for name in names):
            return Named.RULE
        if any(_lies_in(name, self._rules) for name in names):
            return Named.PART
        if any(_is_or_holds(name, self._process) for name in names):
            return Named.PROCESS
        return Named.NOBODY


def _names(field: str, rulebook: Rulebook) -> tuple[str, ...]:
    """The field, and without the key of its file, as a rule of all files names it."""
    form_id, *words = field.split(".")
    form = rulebook.forms.get(form_id)
    if form is None or not form.items or not words or words[0] in form.fields:
        return (field,)
    return (field, ".".join((form_id, *words[1:])))


def touches(field: str, rule: Rule, rulebook: Rulebook) -> bool:
    """Whether a rule judges a field, a part of it, or what it is a part of."""
    paths = {_plain(path) for path in judged(rule)}
    names = _names(field, rulebook)
    return any(_is_or_holds(name, paths) or _lies_in(name, paths) for name in names)


def _plain(path: str) -> str:
    return ".".join(word for word in path.split(".") if word != "*" and not is_number(word))


def _is_or_holds(name: str, paths: set[str]) -> bool:
    return any(path == name or path.startswith(f"{name}.") for path in paths)


def _lies_in(name: str, paths: set[str]) -> bool:
    return any(name.startswith(f"{path}.") for path in paths)


def _by_rules(rulebook: Rulebook) -> Iterator[str]:
    """What rules judge. A rule that only compares with what was adopted demands nothing."""
    for rule in rulebook.rules.values():
        if rule.kind.role is not Role.FINGERPRINT:
            yield from judged(rule)


def judged(rule: Rule) -> Iterator[str]:
    """The paths of all that a rule looks at to say whether it is met."""
    yield from rule.fields
    for keyword, option in rule.kind.options.items():
        for word in rule.texts(keyword) or tuple(rule.pairs(keyword)):
            yield from _paths(option.type, word, rule)


def _paths(type_: OptionType, word: str, rule: Rule) -> tuple[str, ...]:
    """The fields that a word of a rule stands for."""
    if type_ in (OptionType.PATHS, OptionType.PATH, OptionType.ROWS):
        return (word,)
    if type_ in (OptionType.COLUMN, OptionType.COLUMNS, OptionType.PAIRS):
        return tuple(f"{path}.{word}" for path in rule.fields)
    if type_ is OptionType.GATE:
        return tuple(f"{DECISIONS}.{word}.{name}" for name in _DECIDED)
    return (f"{FEEDBACK}.{word}.{DAY}",) if type_ is OptionType.AUDIENCE else ()


_DECIDED = (ORGAN, ROLE, DAY, OUTCOME)


def _by_process(rulebook: Rulebook) -> Iterator[str]:
    for rule in rulebook.rules.values():
        yield from (*rule.when, *filter(None, (rule.unless,)))
    for entry in rulebook.entries.values():
        yield from _by_step(entry) if isinstance(entry, Step) else _by_gate(entry)
    for form in rulebook.forms.values():
        yield from _by_engine(form)


def _by_step(step: Step) -> Iterator[str]:
    yield from (*step.done.filled, *step.done.values, *step.ends)


def _by_gate(gate: Gate) -> Iterator[str]:
    for decider in gate.deciders:
        yield from (*decider.named_in, *decider.when)
    yield from filter(None, (gate.follow_up,))
    yield from (f"{DECISIONS}.{gate.id}.{name}" for name in _DECIDED)


def _by_engine(form: Form) -> Iterator[str]:
    """The days that have happened, what a file is of, and the organs that must be elected."""
    yield from (f"{form.id}.{name}" for name in (*form.facts, *filter(None, (form.items,))))
    if form.id == SESSIONS:
        yield f"{SESSIONS}.status"
    for field in form.fields.values():
        yield from _political(f"{form.id}.{field.id}", field)


def _political(path: str, field: Field) -> Iterator[str]:
    if field.political:
        yield path
    for part in field.parts.values():
        yield from _political(f"{path}.{part.id}", part)
