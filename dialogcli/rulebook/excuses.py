"""Where an answer can be excused (`ej tillämpligt`), as a rulebook says it: which rules demand an
answer, and which answers are needed so much that no excuse can stand in their place.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from dialogcli.base.fieldtypes import Shape, Trait
from dialogcli.base.findings import Severity
from dialogcli.base.words import is_number
from dialogcli.rulebook.kinds.statement import KIND as STATEMENT
from dialogcli.rulebook.model import (
    DECISIONS,
    FEEDBACK,
    REFERRAL,
    SESSIONS,
    STOP,
    WAIVERS,
    Field,
    Form,
    OptionType,
    Role,
    Rule,
    Rulebook,
)

READ = {
    DECISIONS: ("utfall", "roll", "antaget"),
    SESSIONS: ("status",),
    STOP: ("slut", "skäl"),
    FEEDBACK: ("kanal",),
    WAIVERS: ("skäl", "av"),
}
"""Forms that say what has happened, where what did not apply is not written; and the words in them
that the engine reads, besides days, numbers and organs.
"""


_READ_TYPES = {Trait.DAY, Trait.NUMBER, Trait.ORGAN}


class Need(StrEnum):
    """Why an answer is needed, as a sentence goes on after `, för`."""

    ALWAYS = "kravet gäller alltid"
    RECORDED = "här skrivs det som har hänt"
    CONDITION = "svaret avgör om andra krav gäller"
    COMPARED = "svaret jämförs med andra svar"
    DECIDER = "svaret avgör vem som beslutar"
    ORGAN = "det prövas vilket organ det är"
    END = "svaret avgör om dialogen går vidare"
    ASKED = "organet har begärt svaret"
    PART = "ett ställningstagande har skäl, någon som svarar för det och en dag"


class Bar(NamedTuple):
    """That no excuse can stand at a path of the rulebook, and why. `rule`: the one that needs the
    answer, where it is one.
    """

    path: str
    need: Need
    rule: Rule | None = None


def demanded(rule: Rule) -> tuple[str, ...]:
    """The paths where a rule asks for an answer; () for one that compares what is there, or tells of
    events. One that counts the files of a form asks for none of the answers in them.
    """
    if rule.kind.compares or rule.kind.role in (Role.FEEDBACK, Role.FINGERPRINT):
        return ()
    return tuple(path for path in rule.fields if "." in path)


def demands(rule: Rule, path: str) -> bool:
    """Whether a rule asks for the answer at a concrete path, for a part of it, or for what it is a
    part of.
    """
    return any(_meet(wanted, path) for wanted in demanded(rule))


def demanding(rulebook: Rulebook, path: str) -> Rule | None:
    """The heaviest rule that asks for the answer at a path; None when none does."""
    found = [rule for rule in rulebook.rules.values() if demands(rule, path)]
    return min(found, key=weight, default=None)


def weight(rule: Rule) -> tuple[int, bool, int]:
    """Rules in the order in which one of them speaks of an answer: the heaviest first, and of those
    one that asks for it.
    """
    return rule.severity.rank, not rule.kind.asks, rule.kind.asks


def barring(rulebook: Rulebook, path: str) -> list[Bar]:
    """What bars an excuse at a concrete path; [] when nothing does."""
    return [bar for bar in bars(rulebook) if _covers(bar, path)]


def who_needs(rulebook: Rulebook, bar: Bar, path: str) -> Rule | None:
    """Who speaks for the answer at a path: the rule that always holds, else the heaviest of the one
    that needs it, one that asks for it and the one about its decision. None where the engine itself
    has to read it.
    """
    if bar.need is Need.ALWAYS:
        return bar.rule
    form_id, *words = path.split(".")
    decided = decided_at(rulebook, words[0]) if form_id == DECISIONS and words else None
    found = [bar.rule, demanding(rulebook, path), decided]
    return min((rule for rule in found if rule), key=weight, default=None)


def refusal(bar: Bar, rule: Rule | None) -> str:
    """Why an excuse is refused, and what asks for the answer."""
    says = f" {rule.says}" if rule else ""
    return f"Här kan inte ej tillämpligt stå, för {bar.need}.{says}"


def reason_length(rule: Rule) -> int:
    """How many characters the reason of an excuse has at least: as that of a statement."""
    return rule.number("length", STATEMENT.defaults["length"])


def form_invites(rulebook: Rulebook, form: Form) -> bool:
    """Whether some answer of a form may be excused."""
    if form.id in READ:
        return False
    return any(not barring(rulebook, path_of(form, name)) for name in form.fields)


def path_of(form: Form, field: str) -> str:
    """The path of a field as rules write it: in a folder, that of any file."""
    return f"{form.id}.*.{field}" if form.items else f"{form.id}.{field}"


def decided_at(rulebook: Rulebook, gate_id: str) -> Rule | None:
    """The rule that wants a decision at a gate."""
    for rule in rulebook.rules.values():
        if rule.kind.role is Role.DECISION and rule.text("gate") == gate_id:
            return rule
    return None


def bars(rulebook: Rulebook) -> tuple[Bar, ...]:
    """All that a rulebook needs, derived once from each."""
    return _bars(_Identity(rulebook))


class _Identity:
    """A rulebook as a key: the same object, whatever stands in it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    def __hash__(self) -> int:
        return id(self.rulebook)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.rulebook is self.rulebook


@lru_cache(maxsize=8)
def _bars(book: _Identity) -> tuple[Bar, ...]:
    rulebook = book.rulebook
    return (
        *_always(rulebook),
        *_deciders(rulebook),
        *_conditions(rulebook),
        *_compared(rulebook),
        *_counted(rulebook),
        *_ends(rulebook),
        *_statement_parts(rulebook),
        *_records(rulebook),
        *_asked_by_organ(rulebook),
        *_organs(rulebook),
    )


def _always(rulebook: Rulebook) -> Iterator[Bar]:
    """What a rule asks for that cannot be waived."""
    for rule in rulebook.rules.values():
        if not rule.waivable and rule.severity is Severity.FEL:
            yield from (Bar(path, Need.ALWAYS, rule) for path in demanded(rule))


def _conditions(rulebook: Rulebook) -> Iterator[Bar]:
    for rule in rulebook.rules.values():
        yield from (Bar(path, Need.CONDITION, rule) for path in rule.when)


def _compared(rulebook: Rulebook) -> Iterator[Bar]:
    """What rules hold against something else: days, amounts, what has to be covered."""
    for rule in rulebook.rules.values():
        if rule.kind.compares and rule.kind.role is not Role.FINGERPRINT:
            yield from (Bar(path, Need.COMPARED, rule) for path in rule.fields)
        for name, option in rule.kind.options.items():
            if option.type is OptionType.PATH and name != "fields":
                yield from (Bar(path, Need.COMPARED, rule) for path in _with_columns(rule, name))


def _counted(rulebook: Rulebook) -> Iterator[Bar]:
    """What says which files of a form a rule counts."""
    for rule in rulebook.rules.values():
        forms = () if rule.kind.compares else [path for path in rule.fields if "." not in path]
        columns = [one for one in (*rule.pairs("where"), rule.text("distinct")) if one]
        for form in forms:
            yield from (Bar(f"{form}.*.{one}", Need.COMPARED, rule) for one in columns)


def _with_columns(rule: Rule, option: str) -> Iterator[str]:
    """The path of an option, and the columns beside it that say which rows count."""
    for path in rule.texts(option):
        yield path
        if "*" in path:
            row = path.rpartition(".")[0]
            yield from (f"{row}.{column}" for column in rule.pairs("where"))


def _deciders(rulebook: Rulebook) -> Iterator[Bar]:
    for gate in rulebook.gates():
        decided = decided_at(rulebook, gate.id)
        for decider in gate.deciders:
            for path in (*decider.named_in, *decider.when):
                yield Bar(path, Need.DECIDER, decided)


def _ends(rulebook: Rulebook) -> Iterator[Bar]:
    for step in rulebook.steps():
        yield from (Bar(path, Need.END, demanding(rulebook, path)) for path in step.ends)


def _statement_parts(rulebook: Rulebook) -> Iterator[Bar]:
    """A statement may be excused as a whole; with a part of it excused it would be none."""
    for rule in rulebook.rules.values():
        for path in demanded(rule):
            field = rulebook.field_at(path)
            if field and field.type.shape is Shape.STATEMENT:
                yield from (Bar(f"{path}.{part}", Need.PART, rule) for part in field.parts)


def _records(rulebook: Rulebook) -> Iterator[Bar]:
    """In what tells of events all that the engine reads, and what a rule or an outcome asks for."""
    for id_ in READ:
        form = rulebook.forms.get(id_)
        for field in form.fields.values() if form else ():
            path = f"{id_}.*.{field.id}"
            if (form and _is_read(rulebook, form, field)) or _is_wanted(rulebook, path):
                yield Bar(path, Need.RECORDED)


def _asked_by_organ(rulebook: Rulebook) -> Iterator[Bar]:
    """The columns of the answers to a decision that sent the matter back."""
    form = rulebook.forms.get(REFERRAL)
    for field in form.fields.values() if form else ():
        yield from (Bar(f"{REFERRAL}.{field.id}.*.{one}", Need.ASKED) for one in field.parts)


def _is_read(rulebook: Rulebook, form: Form, field: Field) -> bool:
    """Whether the engine reads a field of such a form, or some outcome demands it."""
    demanded_by_outcome = any(field.id in names for names in rulebook.outcomes.values())
    known = field.id in (*READ[form.id], form.items)
    return known or demanded_by_outcome or bool(_READ_TYPES & field.type.traits)


def _is_wanted(rulebook: Rulebook, path: str) -> bool:
    return demanding(rulebook, path) is not None or _told_of(rulebook, path)


def _told_of(rulebook: Rulebook, path: str) -> bool:
    """Whether a rule about feedback wants what stands at a path of it."""
    form_id, _, name = path.split(".")
    return form_id == FEEDBACK and any(
        name in rule.fields for rule in rulebook.rules.values() if rule.kind.role is Role.FEEDBACK
    )


def _organs(rulebook: Rulebook) -> Iterator[Bar]:
    """Organs that a rule asks for, or that have to be elected."""
    for form in rulebook.forms.values():
        above = f"{form.id}.*" if form.items else form.id
        for field in form.fields.values():
            yield from _organs_in(rulebook, field, f"{above}.{field.id}", field.political)


def _organs_in(rulebook: Rulebook, field: Field, path: str, political: bool) -> Iterator[Bar]:
    inside = f"{path}.*" if field.type.shape is Shape.ROWS else path
    for part in field.parts.values():
        yield from _organs_in(rulebook, part, f"{inside}.{part.id}", political or part.political)
    if Trait.ORGAN in field.type.traits:
        rule = demanding(rulebook, path)
        if rule or political:
            yield Bar(path, Need.ORGAN, rule)


def _covers(bar: Bar, path: str) -> bool:
    """Whether an excuse at a path takes the place of what is needed: it stands there, in the whole
    that it is a part of, or as one of several answers. A table whose columns are compared may be
    empty, but not one that is always demanded.
    """
    needed, given = bar.path.split("."), path.split(".")
    if not _alike(needed, given):
        return False
    rest = needed[len(given) :]
    beyond = given[len(needed) :]
    if beyond:
        return len(beyond) == 1 and is_number(beyond[0])
    if bar.need is Need.PART:
        return not rest
    return bar.need is Need.ALWAYS or "*" not in rest


def _meet(wanted: str, path: str) -> bool:
    """Whether one path leads to the other, or on from it."""
    if wanted.partition(".")[0] != path.partition(".")[0]:
        return False  # most are of other forms
    return _alike(wanted.split("."), path.split("."))


def _alike(wanted: list[str], given: list[str]) -> bool:
    """Whether two ways are the same as far as both go; `*` is any row or file."""
    return all(
        one == other or "*" in (one, other) for one, other in zip(wanted, given, strict=False)
    )
