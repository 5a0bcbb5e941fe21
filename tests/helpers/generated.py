"""Dossiers that nobody wrote: any of a rulebook's fields filled or not, each with words of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from random import Random

from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Shape, Trait
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Answer, Dossier, NotApplicable, Parts, TableRows, Wrong
from dialogcli.process.deciders import organ_name
from dialogcli.rulebook.model import Field, Form, Rulebook

PROSE = (
    "{0} och **{1}**.\n\n- {2}\n  1. {3}\n\n> {4}",
    "{0} {1}\n{2}\n\n# {3}\n\n*{4}*",
    "{0}, {1} & <{2}> {{{{ {3} }}}} {4}",
    "1. {0}\n2. {1}\n\n| {2} | {3} |\n|---|---|\n| {4} | x |",
    '{0}: {1}; "{2}" [{3} {4}](https://b.se/c)',
)
LETTERS = "abcdefghijklmnopqrstuvwxyzåäöÅÄÖé"


def generated(rulebook: Rulebook, random: Random, often: float = 0.8) -> Dossier:
    """A dossier with the forms that are one file each; `often` is how likely a field is to be
    filled.
    """
    texts = {
        form.file: _file(form, rulebook, random, often)
        for form in rulebook.forms.values()
        if not form.items
    }
    dossier = build_dossier(rulebook, texts)
    assert not dossier.faults, dossier.faults
    return dossier


def _file(form: Form, rulebook: Rulebook, random: Random, often: float) -> str:
    lines = [
        f"{name}: {_value(field, rulebook, random, often)}"
        for name, field in form.fields.items()
        if random.random() < often
    ]
    return "".join(f"{line}\n" for line in lines)


def _value(field: Field, rulebook: Rulebook, random: Random, often: float) -> str:
    """A value as YAML writes it in one line."""
    chance = random.random()
    if chance < 0.025:
        return f"{{ej_tillämpligt: {_words(random, 3)}}}"
    if chance < 0.05:
        signed = f"skäl: {_words(random, 3)}, av: {_words(random, 2)}, datum: 2026-05-04"
        return f"{{ej_tillämpligt: {{{signed}}}}}"
    if chance < 0.08:
        return json.dumps(
            _words(random, 2), ensure_ascii=False
        )  # of the wrong kind, as people write
    if field.type.shape is Shape.ROWS:
        return f"[{', '.join(_map(field.parts, rulebook, random, often) for _ in range(random.randint(1, 5)))}]"
    if field.type.shape in (Shape.PARTS, Shape.STATEMENT):
        return _map(field.parts, rulebook, random, often)
    if field.many:
        return f"[{', '.join(_one(field, rulebook, random) for _ in range(random.randint(1, 3)))}]"
    return _one(field, rulebook, random)


def _map(parts: Mapping[str, Field], rulebook: Rulebook, random: Random, often: float) -> str:
    chosen = [name for name in parts if random.random() < often] or list(parts)[:1]
    return f"{{{', '.join(f'{name}: {_value(parts[name], rulebook, random, often)}' for name in chosen)}}}"


def _one(field: Field, rulebook: Rulebook, random: Random) -> str:
    match field.type.word:
        case "prose":
            form = random.choice(PROSE)
            return json.dumps(form.format(*(_word(random) for _ in range(5))), ensure_ascii=False)
        case "yesno":
            return random.choice(["ja", "nej"])
        case "choice" if field.choices:
            return json.dumps(random.choice(list(field.choices)), ensure_ascii=False)
        case "number" | "amount":
            return str(random.randint(0, 3_000_000))
        case "date":
            return random.choice(["2027-0{0}-1{1}", "2027-0{0}"]).format(
                random.randint(1, 9), random.randint(0, 9)
            )
        case "organ" if rulebook.organs:
            return json.dumps(random.choice(rulebook.organs).id, ensure_ascii=False)
    if field.answers:
        return random.choice(list(field.answers))
    return json.dumps(_words(random, random.randint(1, 4)), ensure_ascii=False)


def _words(random: Random, number: int) -> str:
    return " ".join(_word(random) for _ in range(number))


def _word(random: Random) -> str:
    """A word that nothing else has."""
    return "".join(random.choice(LETTERS) for _ in range(random.randint(3, 12))) + str(
        random.randint(10_000, 99_999)
    )


def leaves(answer: Answer) -> Iterator[Answer]:
    """The single answers in an answer."""
    match answer.value:
        case Parts(parts):
            for part in parts.values():
                yield from leaves(part)
        case TableRows(rows):
            for row in rows:
                yield from leaves(row)
        case _:
            if answer.filled or answer.excused:
                yield answer


def told(answer: Answer, rulebook: Rulebook) -> list[str]:
    """What a document must hold of a single answer, word by word; one of the texts between `|` is
    enough. Of an excuse it is the reason: who gave it, and when, is told by `check` and in the basis
    of the decision.
    """
    value = answer.value
    if isinstance(value, NotApplicable):
        return re.findall(r"\w+", value.reason)
    if isinstance(value, Day):
        return [f"{value}|{value.in_words}"]
    if isinstance(value, int) and not isinstance(value, bool):
        return [f"{value:,}".replace(",", " ")]
    if Trait.ORGAN in answer.field.type.traits:
        return [organ_name(rulebook, answer.text)]
    if isinstance(value, Wrong):
        return re.findall(r"\w+", value.text)
    shown = {**answer.field.choices, **answer.field.answers}.get(answer.text, answer.text)
    return re.findall(r"\w+", shown)
