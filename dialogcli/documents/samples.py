"""Dossiers that nobody has written, to try templates on: one with almost nothing in it, one with
everything.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Dossier
from dialogcli.model.fieldtypes import Shape
from dialogcli.rulebook.model import DECISIONS, Field, Form, Gate, Rulebook

Written: TypeAlias = "str | int | list[Written] | dict[str, Written]"

_DAY = "2027-03-0{}"
_ROWS = 3
"""So many rows that pictures are drawn of a table."""


def bare(rulebook: Rulebook) -> Dossier:
    """A dossier of that rulebook with a title, and in every folder one file that says no more than
    what it is about.
    """
    return _built(rulebook, {"titel"})


def full(rulebook: Rulebook) -> Dossier:
    """A dossier of that rulebook in which every field is filled in, and every gate has decided both
    ways.
    """
    return _built(rulebook, None)


def _built(rulebook: Rulebook, only: Collection[str] | None) -> Dossier:
    texts = {
        name: json.dumps(answers, ensure_ascii=False)
        for form in rulebook.forms.values()
        for name, answers in _files(form, rulebook, only)
    }
    return build_dossier(rulebook, texts)


def _files(
    form: Form, rulebook: Rulebook, only: Collection[str] | None
) -> Iterator[tuple[str, dict[str, Written]]]:
    answers = {
        name: _value(field, rulebook, 0)
        for name, field in form.fields.items()
        if only is None or name in only
    }
    if not form.items:
        yield form.file, answers
    elif form.id == DECISIONS:
        for gate in rulebook.gates():
            yield from (
                (f"{form.file}/{gate.id}-{number}.yaml", _decided(gate, outcome, number, answers))
                for number, outcome in enumerate(_outcomes(gate, only), 1)
            )
    else:
        for number, key in enumerate(
            form.fields[form.items].choices or [_DAY.format(1), _DAY.format(2)], 1
        ):
            yield f"{form.file}/{number}.yaml", {**answers, form.items: key}


def _outcomes(gate: Gate, only: Collection[str] | None) -> list[str]:
    """Those that the gate knows, that by which the process goes on last; of an almost empty dossier
    none is known.
    """
    return (
        sorted(gate.outcomes, key=lambda outcome: gate.outcomes[outcome] == "go_on")
        if only is None
        else [""]
    )


def _decided(
    gate: Gate, outcome: str, number: int, answers: Mapping[str, Written]
) -> dict[str, Written]:
    told = {"utfall": outcome, "datum": _DAY.format(number)} if outcome else {}
    return {**answers, "beslutspunkt": gate.word, **told}


def _value(field: Field, rulebook: Rulebook, row: int) -> Written:
    if field.type.shape is Shape.ROWS:
        return [
            {name: _value(part, rulebook, number) for name, part in field.parts.items()}
            for number in range(_ROWS)
        ]
    if field.parts:
        return {name: _value(part, rulebook, row) for name, part in field.parts.items()}
    return (
        [_one(field, rulebook, number) for number in range(2)]
        if field.many
        else _one(field, rulebook, row)
    )


def _one(field: Field, rulebook: Rulebook, row: int) -> Written:
    return field.type.trial(row, field, rulebook.organ_names)
