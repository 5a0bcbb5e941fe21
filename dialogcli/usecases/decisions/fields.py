"""Which fields a decision has at one gate, and which of them it cannot do without."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dialogcli.base.words import same_word
from dialogcli.dossier.model import (
    ADOPTED,
    CORRECTIONS,
    INCOMPLETE,
    MOTIVATION,
    OUTCOME,
    POINTS,
    PROPOSAL,
    REPORTED,
    ROLE,
    WITHDRAWN,
    Dossier,
)
from dialogcli.dossier.select import select
from dialogcli.process.deciders import authority
from dialogcli.process.traces import Effect
from dialogcli.rulebook.model import DECISIONS, Form, Gate, Rule, Rulebook
from dialogcli.yamltext.nodes import Plain

DEBATE = ("yrkanden", "omröstning", "reservationer")
"""What only a body of several people has. One person decides alone."""


def effect_at(gate: Gate, outcome: str) -> Effect | None:
    """What an outcome does at a gate; None when the gate has no such outcome."""
    effect = next(
        (effect for known, effect in gate.outcomes.items() if same_word(known, outcome)), None
    )
    return Effect(effect) if effect else None


def form_at(dossier: Dossier, gate: Gate, given: Mapping[str, Plain]) -> Form:
    """The form of a decision with only the fields that this one uses; what is given belongs to it
    in any case.
    """
    form = dossier.rulebook.forms[DECISIONS]
    unused = _unused(dossier, gate, str(given.get(OUTCOME, "")))
    return form._replace(
        fields={
            name: field
            for name, field in form.fields.items()
            if name in given or name not in unused
        }
    )


def demanded(rulebook: Rulebook, given: Mapping[str, Plain]) -> tuple[str, ...]:
    """The fields that the outcome demands and that are not given. Points make a motivation, and are
    one of it.
    """
    outcome = str(given.get(OUTCOME, ""))
    wanted = next(
        (fields for known, fields in rulebook.outcomes.items() if same_word(known, outcome)), ()
    )
    return tuple(
        name
        for name in wanted
        if name not in given and not (name == MOTIVATION and POINTS in given)
    )


def required(
    dossier: Dossier, gate: Gate, given: Mapping[str, Plain]
) -> tuple[tuple[str, Rule], ...]:
    """The fields that rules ask of a decision with this outcome and that are not given, each with
    its rule.
    """
    known = dossier.rulebook.forms[DECISIONS].fields
    found: dict[str, Rule] = {}
    for rule in dossier.rulebook.rules.values():
        if rule.kind.demands and not rule.from_ and _applies(rule, dossier, gate, given):
            for path in rule.fields:
                name = _field_at(gate, path)
                if name in known and name not in given:
                    found.setdefault(name, rule)
    return tuple(found.items())


def _field_at(gate: Gate, path: str) -> str:
    """The field of this gate's decision that a path lies in; '' when it lies elsewhere."""
    form, _, rest = path.partition(".")
    key, _, name = rest.partition(".")
    return name.split(".")[0] if form == DECISIONS and key in (gate.id, "*") else ""


def _applies(rule: Rule, dossier: Dossier, gate: Gate, given: Mapping[str, Plain]) -> bool:
    """Whether a rule's conditions hold once this decision is there."""
    for path, values in rule.when.items():
        name = _field_at(gate, path)
        if name:
            texts = [str(given.get(name, ""))]
        else:
            texts = [answer.text for answer in select(dossier, path)]
        if not any(same_word(text, value) for text in texts for value in values):
            return False
    return True


def _unused(dossier: Dossier, gate: Gate, outcome: str) -> set[str]:
    """What other gates record or another outcome demands, and what a decider of this kind has no
    use for.
    """
    rulebook, effect = dossier.rulebook, effect_at(gate, outcome)
    unused = (
        _recorded(rulebook)
        | _asked_elsewhere(rulebook, outcome)
        | {INCOMPLETE, REPORTED, CORRECTIONS, WITHDRAWN}
    )
    unused |= {ROLE} if not authority(gate, dossier).role else set(DEBATE)
    if effect is not Effect.GO_BACK:
        unused.add(POINTS)
    if effect is not Effect.GO_ON:
        unused.add(ADOPTED)
    if not gate.proposes:
        unused.add(PROPOSAL)
    return unused - set(gate.records)


def _recorded(rulebook: Rulebook) -> set[str]:
    return {name for gate in rulebook.gates() for name in gate.records}


def _asked_elsewhere(rulebook: Rulebook, outcome: str) -> set[str]:
    """Fields that only other outcomes demand; a motivation is welcome with every outcome."""
    mine: Collection[str] = next(
        (fields for known, fields in rulebook.outcomes.items() if same_word(known, outcome)), ()
    )
    return (
        {name for fields in rulebook.outcomes.values() for name in fields}
        - set(mine)
        - {MOTIVATION}
    )
