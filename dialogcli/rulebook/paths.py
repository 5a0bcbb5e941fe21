"""Does a path lead somewhere, to what, and if not: which word of it is wrong, and in what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogcli.model.fieldtypes import Shape
from dialogcli.model.words import meant_or_known
from dialogcli.rulebook.fields import missing_field
from dialogcli.rulebook.model import Field, Form
from dialogcli.rulebook.scope import Scope
from dialogcli.storage.nodes import Scalar


@dataclass(frozen=True, slots=True)
class Target:
    """Where a path leads. `field` is None for a whole form; `beside` are the fields that stand in
    the same row or file, itself among them; `form` is None for a register's own entries.
    """

    form: Form | None
    field: Field | None
    beside: Mapping[str, Field]


class _AstrayError(Exception):
    """The path leads nowhere; the text says why, unless that has been said of its form."""


def find(path: Scalar, scope: Scope) -> Target | None:
    """The field that a path leads to; None, and reported, when it leads nowhere."""
    target = find_any(path, scope)
    if target is not None and target.field is None:
        scope.faults.add(
            "fel-sökväg", path.place, f"{path.text} är ett helt underlag, inte ett fält."
        )
        return None
    return target


def find_any(path: Scalar, scope: Scope) -> Target | None:
    """As `find`, but a whole form (`resultat`, `tillfällen.*`) will also do."""
    try:
        return _walk(path.text.split("."), scope)
    except _AstrayError as astray:
        if str(astray):
            scope.faults.add("fel-sökväg", path.place, str(astray))
        return None


def _walk(words: list[str], scope: Scope) -> Target:
    head, *rest = words
    form = scope.forms.get(head)
    if form is None and head not in scope.registers:
        known = [*scope.forms, *scope.registers]
        raise _AstrayError(f"Det finns inget underlag {head}.{meant_or_known(head, known)}")
    if "" in rest:
        raise _AstrayError(f"I {'.'.join(words)} saknas ett ord vid en punkt.")
    fields = form.fields if form else scope.registers[head]
    if form and not form.items:
        return _descend(Target(form, None, fields), words, 1)
    if rest:
        _check_key(rest[0], head, form, scope)
    return _descend(Target(form, None, fields), words, 2)


def _check_key(key: str, head: str, form: Form | None, scope: Scope) -> None:
    """Whether a word can name one of the files of a form."""
    keys = scope.item_keys(form) if form else ()
    if key == "*" or key in keys:
        return
    if form and key in form.fields:
        raise _AstrayError(f"{head} har flera filer. Skriv {head}.*.{key}.")
    raise _AstrayError(
        f"{head} har ingen fil som heter {key}.{meant_or_known(key, keys) or ' Skriv * för alla.'}"
    )


def _descend(start: Target, words: list[str], depth: int) -> Target:
    """Follow the words from the place `depth` downwards."""
    target, starred = start, False
    for index, word in enumerate(words[depth:], depth):
        if word == "*":
            if starred or target.field is None or not has_rows(target.field):
                raise _AstrayError(
                    f"* står efter {words[index - 1]}, som inte är en tabell eller lista."
                )
            starred = True
        else:
            target, starred = _step(target, word, starred, words[:index]), False
    return target


def _step(target: Target, word: str, starred: bool, above: list[str]) -> Target:
    """One word further down."""
    field = target.field
    if field is None:
        found = _named(word, target.beside, f"underlaget {above[0]}")
        return Target(target.form, found, target.beside)
    if not field.parts:
        raise _AstrayError(f"Fältet {field.id} har inga delar, så {word} leder ingenstans.")
    found = _named(word, field.parts, f"fältet {field.id}")
    if has_rows(field) and not starred:
        raise _AstrayError(f"{field.id} har flera rader. Skriv {'.'.join(above)}.*.{word}.")
    return Target(target.form, found, field.parts if starred else target.beside)


def _named(word: str, fields: Mapping[str, Field], where: str) -> Field:
    if word not in fields:
        raise _AstrayError(missing_field(word, where, fields))
    return fields[word]


def has_rows(field: Field) -> bool:
    """Whether `*` can follow the field."""
    return field.many or field.type.shape is Shape.ROWS
