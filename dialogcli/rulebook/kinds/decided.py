"""`decided`: the gate has a decision by its decider, with an outcome of the gate and what that
outcome demands.
"""

from __future__ import annotations

from dialogcli.rulebook.model import Kind, Moment, Names, Option, OptionType, Role, Rule


def _says(rule: Rule, names: Names) -> str:
    return f"av ett infört beslut, av rätt organ: {names.gate(rule.text('gate'))}"


KIND = Kind(
    word="decided",
    says=_says,
    options={"gate": Option(OptionType.GATE, "beslutspunkten")},
    needs=(("gate",),),
    moment=Moment.OF_ITS_GATE,
    waivable=False,
    role=Role.DECISION,
)
