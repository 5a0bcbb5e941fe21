"""The text of a new file: one form, every field with its help above it and nothing filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dialogcli.model.fieldtypes import Shape
from dialogcli.model.words import slug
from dialogcli.rulebook.model import DECISIONS, Field, Form, Rule, Rulebook
from dialogcli.scaffold.comments import as_comments, comments
from dialogcli.storage.nodes import Plain
from dialogcli.storage.yaml_emitter import emit

HELP = (
    "Skriv svaret efter kolon. Rader som börjar med # är hjälp och kan stå kvar.",
    "Lång text: skriv | efter kolon, och texten indragen på raderna under.",
    "Gäller frågan inte: byt svaret mot ej_tillämpligt: och skälet, indraget på raden under.",
)


def form_text(rulebook: Rulebook, form: Form, given: Mapping[str, Plain] | None = None) -> str:
    """The file of an ordinary form; `given` leads from field id to a value to begin with."""
    return _text(rulebook, form, given or {}, "")


def item_text(
    rulebook: Rulebook, form: Form, key: str, given: Mapping[str, Plain] | None = None
) -> str:
    """A new file of a form with items: its key is filled in."""
    return _text(rulebook, form, {form.items: key, **(given or {})}, key)


def item_file(form: Form, key: str) -> str:
    """The name of an item's file: `undantag/V-47.yaml`, `beslut/handlingsplan.yaml`."""
    name = key if re.fullmatch(r"[A-Za-z]+-\d+[a-z]?", key) else slug(key)
    return f"{form.file}/{name}.yaml"


def _text(rulebook: Rulebook, form: Form, given: Mapping[str, Plain], key: str) -> str:
    policy = form.overlay or f"{rulebook.organisation}, regelverk {rulebook.id} {rulebook.version}"
    head = "\n".join(as_comments((form.title, policy, *HELP)))
    fields = (
        field_text(of, _asked_by(rulebook, form, key, of), given.get(of.id))
        for of in form.fields.values()
    )
    return "\n\n".join((head, *fields)) + "\n"


def _asked_by(rulebook: Rulebook, form: Form, key: str, of: Field) -> Rule | None:
    if key:
        gate = rulebook.gate_called(key) if form.id == DECISIONS else None
        item = gate.id if gate else key
        if rule := rulebook.asked_by(f"{form.id}.{item}.{of.id}"):
            return rule
    return rulebook.asked_by(f"{form.id}.{of.id}")


def field_text(of: Field, rule: Rule | None, value: Plain | None = None, indent: int = 0) -> str:
    """A field with its comments, with the value or blank, without a final line break."""
    lines = comments(of, rule, indent)
    lines += [emit(of.id, value, indent).rstrip("\n")] if value else _blank(of, indent)
    return "\n".join(lines)


def _blank(of: Field, indent: int) -> Iterator[str]:
    """The keys of a field without values; a table or a list begins as one empty key."""
    yield f"{' ' * indent}{of.id}:"
    if of.many or of.type.shape is Shape.ROWS:
        return
    for part in of.parts.values():
        if of.type.shape is Shape.PARTS:
            yield from field_text(part, None, None, indent + 2).split("\n")
        else:
            yield f"{' ' * (indent + 2)}{part.id}:"
