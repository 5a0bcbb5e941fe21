"""Which kind of rule can judge which type of field. `rules check` refuses every other pair, so that
no rule stands there and never says anything.
"""

from __future__ import annotations

import re

import pytest
from helpers.policies import POLICY, changed, faults_of

from dialogcli.base.fieldtypes import TYPES
from dialogcli.base.words import listed
from dialogcli.rulebook.kinds import KINDS

CAN_JUDGE = """
           text prose yesno choice number amount date organ reference statement group table
required   x    x     x     x      x      x      x    x     x         x         x     x
statement  x    x                                                     x
one_of     x    x     x     x      x      x      x    x     x         x
forbidden  x    x     x     x      x      x      x    x     x         x
count                                                                                 x
number                             x      x
covers     x    x     x     x      x      x      x    x     x
order                                            x
unchanged  x    x     x     x      x      x      x    x     x         x         x     x
agrees     x    x     x     x      x      x      x    x     x
feedback                                         x
"""
"""An x under each type that the kind can judge."""

LOOKS_AT_NO_FIELD = {"decided": "gate", "free_of": "what"}
"""The kinds that take no path, and the one option that they take."""

TAKES = {
    "required": "fields: {path}, before: dialogbeslut",
    "statement": "fields: {path}, before: dialogbeslut",
    "one_of": "fields: {path}, values: {value}",
    "forbidden": "fields: {path}, values: {value}",
    "count": "rows: {path}, min: 1",
    "number": "fields: {path}, min: 1",
    "covers": "fields: {path}, values: {value}",
    "order": "dates: [{path}, resultat.datum]",
    "decided": "gate: dialogbeslut, fields: {path}",
    "unchanged": "fields: {path}, since: dialogbeslut",
    "agrees": "fields: [{path}, plan.syfte]",
    "free_of": "what: personnummer, fields: {path}",
    "feedback": "to: deltagare, after: {path}",
}
"""A rule of each kind over one field, with all else as it should be."""

A_VALUE = {"number": "1", "amount": "1", "date": "2027-02-22", "reference": "plan"}
"""A value that a field of the type can have, where it is not `ja`."""

FORM = f"  prov: {{title: Prov, fields: [{', '.join(TYPES)}]}}\n"
OWN = {
    "choice": ", choices: [ja, nej]",
    "statement": ", answers: [ja, nej]",
    "group": ", fields: [text]",
    "table": ", columns: [text]",
}
"""What a field of the type needs besides."""

FIELDS = "fields:\n" + "".join(
    f"  {type_}: {{type: {type_}{OWN.get(type_, '')}, label: Fält}}\n" for type_ in TYPES
)
"""A field of each type, with the name of its type."""


def messages(kind: str, type_: str) -> list[str]:
    """What `rules check` says of a rule of the kind over a field of the type."""
    options = TAKES[kind].format(path=f"prov.{type_}", value=A_VALUE.get(type_, "ja"))
    source = "source: {document: policy, heading: Ordning}"
    rule = f"  L-08: {{says: Provet gäller., kind: {kind}, {options}, {source}}}\n"
    text = re.sub(r"  L-08:\n(?:    .*\n)+", rule, POLICY) + FIELDS
    return [fault.message for fault in faults_of(changed("steps:\n", f"{FORM}steps:\n", text))]


def table() -> dict[str, set[str]]:
    """The types that each kind can judge, as the table above has them."""
    head, *rows = CAN_JUDGE.strip("\n").splitlines()
    columns = {head.index(word): word for word in head.split()}
    return {
        row.split()[0]: {word for at, word in columns.items() if row[at : at + 1] == "x"}
        for row in rows
    }


def test_the_table_has_every_kind_and_every_type() -> None:
    assert [kind for kind in KINDS if kind not in LOOKS_AT_NO_FIELD] == list(table())
    assert CAN_JUDGE.split("\n")[1].split() == list(TYPES)


@pytest.mark.parametrize("type_", TYPES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_on_a_type_that_its_kind_cannot_judge_is_refused(kind: str, type_: str) -> None:
    able = table().get(kind, set())
    if kind in LOOKS_AT_NO_FIELD:
        said = [f"{kind} har inget tillval fields. Det tar {LOOKS_AT_NO_FIELD[kind]}."]
    elif type_ in able:
        said = []
    elif kind == "count":
        said = [f"prov.{type_} är ingen tabell eller lista, så den har inga rader."]
    else:
        wanted = listed([word for word in TYPES if word in able], "eller")
        said = [f"prov.{type_} är av typen {type_}. {kind} behöver {wanted}."]
    assert messages(kind, type_) == said
