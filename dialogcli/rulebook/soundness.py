"""Rules that are rightly written and can still never say anything: what they ask for is given by their
own condition, or their condition cannot hold. A requirement that looks as if it were checked and
never is counts as a fault of the rulebook.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from dialogcli.base.findings import Place
from dialogcli.base.words import listed, same_word
from dialogcli.rulebook.mapping_reader import Block
from dialogcli.rulebook.model import (
    DECISIONS,
    RESERVED_STEPS,
    Entry,
    Gate,
    Rule,
    Rulebook,
    Step,
)
from dialogcli.rulebook.model.rules import expand
from dialogcli.rulebook.process import all_before
from dialogcli.yamltext.nodes import Entry as MappingEntry
from dialogcli.yamltext.nodes import Mapping as MappingNode

_OUTCOME = "utfall"
"""The field of a decision that says what was decided."""

Entries: TypeAlias = Mapping[str, Entry]
_Fault: TypeAlias = tuple[str, str]
"""The keyword at which it is told, and the sentence."""


def check_soundness(book: Block, rules: Mapping[str, Rule], entries: Entries) -> None:
    """Report each rule that can never fire, and each condition that can never hold. What the rows of
    a range share is told once.
    """
    for written in book.block("rules", "rules"):
        for id_ in expand(written.key.text):
            if id_ in rules:
                for key, message in _faults(rules[id_], entries):
                    book.faults.add("kan-inte-prövas", _place(written, key), message)


def _place(written: MappingEntry, key: str) -> Place:
    """Where a keyword of a rule stands."""
    entry = written.value.get(key) if isinstance(written.value, MappingNode) else None
    return entry.key.place if entry else written.key.place


def _faults(rule: Rule, entries: Entries) -> Iterator[_Fault]:
    yield from _named_twice(rule)
    yield from _bounds(rule)
    yield from _settled_by_its_condition(rule)
    yield from _unknown_outcomes(rule, entries)
    yield from _after_the_end(rule, entries)


def _named_twice(rule: Rule) -> Iterator[_Fault]:
    """Things compared with themselves."""
    if rule.kind.compares:
        for path in dict.fromkeys(rule.fields):
            if rule.fields.count(path) > 1:
                key = "dates" if rule.texts("dates") else "fields"
                yield key, f"{path} står två gånger, så det jämförs med sig självt."
    if (source := rule.text("values_from")) and source in rule.fields:
        yield "values_from", f"{source} jämförs med sig självt, så kravet är alltid uppfyllt."


def _bounds(rule: Rule) -> Iterator[_Fault]:
    for low, high in (("min", "max"), ("days", "max_days")):
        least, most = rule.options.get(low), rule.options.get(high)
        if isinstance(least, int) and isinstance(most, int) and least > most:
            yield (
                high,
                f"{high} är {most} och {low} är {least}. Inget antal kan uppfylla kravet.",
            )
    least, most = rule.options.get("min"), rule.options.get("max")
    if least == 0 and most is None and rule.texts("rows"):
        yield "min", "min är 0, så kravet är alltid uppfyllt. Skriv minst 1, eller ett max."


def _settled_by_its_condition(rule: Rule) -> Iterator[_Fault]:
    """What is asked for is already said by `when`: then the rule is met, or moot, every time."""
    kind, wanted = rule.kind, rule.texts("values")
    for path, given in rule.when.items():
        if tuple(rule.fields) != (path,) or not wanted:
            continue
        among = [any(same_word(value, one) for one in wanted) for value in given]
        is_never_refused = kind.refuses and not any(among)
        is_always_allowed = kind.narrows and all(among)
        if is_never_refused or is_always_allowed:
            said = f"{path} är {listed(given, 'eller')} när kravet gäller"
            yield "when", f"{said}, så det är alltid uppfyllt. Ändra when eller values."


def _unknown_outcomes(rule: Rule, entries: Entries) -> Iterator[_Fault]:
    """Outcomes that the gate in question does not have: of a condition, or asked for."""
    told = [("when", path, values) for path, values in rule.when.items()]
    told += [("values", path, rule.texts("values")) for path in rule.fields]
    for key, path, values in told:
        if gate := _gate_of_outcome(path, entries):
            for value in values:
                if not any(same_word(value, outcome) for outcome in gate.outcomes):
                    known = listed(gate.outcomes, "eller")
                    yield key, f"{gate.name} har inget utfall {value}. Det som går är {known}."


def _gate_of_outcome(path: str, entries: Entries) -> Gate | None:
    form, _, rest = path.partition(".")
    id_, _, field = rest.partition(".")
    gate = entries.get(id_)
    is_outcome = form == DECISIONS and field == _OUTCOME
    return gate if is_outcome and isinstance(gate, Gate) else None


def _after_the_end(rule: Rule, entries: Entries) -> Iterator[_Fault]:
    """Conditions that end the dialogue before what else the rule is about, which then never comes. A
    rule about the answer itself is judged all the same.
    """
    for path, given in rule.when.items():
        found = next(_never_together(path, given, rule, entries), None)
        if found and not _is_about(rule, path):
            ending, later = found
            answer = f"När {path} är {listed(given, 'eller')} är dialogen avslutad"
            yield "when", f"{answer} vid {ending.name}. Då kommer {later.name} aldrig."


def _never_together(
    path: str, given: tuple[str, ...], rule: Rule, entries: Entries
) -> Iterator[tuple[Entry, Entry]]:
    """Where some answers end the dialogue, and what of the rule comes after that."""
    for later in _moments(rule, entries):
        earlier = all_before(later, entries)
        for id_, entry in entries.items():
            if id_ in earlier and _all_end(entry, path, given):
                yield entry, later


def _moments(rule: Rule, entries: Entries) -> list[Entry]:
    """The moment of a rule, and the decisions that it or its conditions look at."""
    decisions = [path.split(".")[1:2] for path in (*rule.when, *rule.fields) if _is_decision(path)]
    named = [rule.before or rule.from_, *(id_ for found in decisions for id_ in found)]
    return [entries[id_] for id_ in dict.fromkeys(named) if id_ in entries]


def _is_decision(path: str) -> bool:
    return path.partition(".")[0] == DECISIONS


def _is_about(rule: Rule, path: str) -> bool:
    """Whether a rule looks at the answer at a path, or at something in it."""
    return any(f"{field}.".startswith(f"{path}.") for field in rule.fields)


def _all_end(entry: Entry, path: str, given: tuple[str, ...]) -> bool:
    """Whether each of some answers ends the dialogue at an entry."""
    if isinstance(entry, Step):
        words = entry.ends.get(path, ())
    elif path == f"{DECISIONS}.{entry.id}.{_OUTCOME}":
        words = tuple(word for word, effect in entry.outcomes.items() if effect == "stop")
    else:
        words = ()
    return bool(given) and all(any(same_word(one, word) for word in words) for one in given)


def questions(rulebook: Rulebook) -> Iterator[str]:
    """What a sound rulebook leaves open about the traces that its steps leave."""
    if not any(step.event for step in rulebook.steps()):
        yield (
            "Inget steg lämnar spår. Då prövas bara besluten mot det som kommer före dem. "
            "Skriv event: true i ett steg som möter världen."
        )
    for step in rulebook.steps():
        if not (step.event or step.says_event or step.id in RESERVED_STEPS) and _is_between_gates(
            step, rulebook
        ):
            yield (
                f"Steget {step.name} står mellan två beslut. Lämnar steget spår? "
                "Skriv event: true, eller event: false."
            )


def _is_between_gates(step: Step, rulebook: Rulebook) -> bool:
    """Whether a gate stands right before it, and one right after."""
    before = any(isinstance(rulebook.entries[one], Gate) for one in step.after)
    return before and any(step.id in gate.after for gate in rulebook.gates())
