"""Does a path lead somewhere, to what, and if not: which word of it is wrong, and in what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogcli.model.words import did_you_mean, listed
from dialogcli.rulebook.model import Field, FieldType, Form
from dialogcli.rulebook.scope import Scope
from dialogcli.storage.nodes import Scalar


@dataclass(frozen=True, slots=True)
class Target:
    """Where a path leads. `field` is None for the files of a form (`tillfällen.*`); `beside` are the fields that
    stand in the same row or file, itself among them; `form` is None for a register's own entries."""

    form: Form | None
    field: Field | None
    beside: Mapping[str, Field]

    @property
    def columns(self) -> Mapping[str, Field]:
        """The fields of each row: of a table, or of a form's files."""
        return self.field.parts if self.field else self.beside


class _AstrayError(Exception):
    """The path leads nowhere; the text says why."""


def find(path: Scalar, scope: Scope) -> Target | None:
    """The field that a path leads to; None, and reported, when it leads nowhere."""
    target = find_any(path, scope)
    if target is not None and target.field is None:
        scope.faults.add("fel-sökväg", path.place, f"{path.text} är ett helt underlag, inte ett fält.")
        return None
    return target


def find_any(path: Scalar, scope: Scope) -> Target | None:
    """As `find`, but a whole form (`resultat`, `tillfällen.*`) will also do."""
    try:
        return _walk(path.text.split("."), scope)
    except _AstrayError as astray:
        scope.faults.add("fel-sökväg", path.place, str(astray))
        return None


def _walk(words: list[str], scope: Scope) -> Target:
    head, *rest = words
    form = scope.forms.get(head)
    if form is None and head not in scope.registers:
        known = [*scope.forms, *scope.registers]
        raise _AstrayError(f"Det finns inget underlag {head or '(tomt)'}.{did_you_mean(head, known)}")
    if rest and (form is None or form.items):
        _check_key(rest.pop(0), head, form, scope)
    fields = form.fields if form else scope.registers[head]
    target = Target(form, None, fields)
    starred = False
    for word in rest:
        if word == "*":
            _check_star(target.field, starred, head)
            starred = True
        else:
            target, starred = _step(target, word, starred, head), False
    return target


def _check_key(key: str, head: str, form: Form | None, scope: Scope) -> None:
    """Whether a word can name one of the files of a form."""
    keys = scope.item_keys(form) if form else ()
    if key == "*" or key in keys:
        return
    if form and key in form.fields and key not in keys:
        raise _AstrayError(f"{head} har flera filer. Skriv {head}.*.{key}.")
    allowed = f" Skriv {listed(['*', *keys], 'eller')}." if keys else f" Skriv {head}.* för alla."
    raise _AstrayError(f"{head} har ingen fil som heter {key}.{did_you_mean(key, keys) or allowed}")


def _check_star(field: Field | None, starred: bool, head: str) -> None:
    if field is None or starred or not has_rows(field):
        name = field.id if field else head
        raise _AstrayError(f"* står efter {name}, som inte är en tabell eller lista.")


def _step(target: Target, word: str, starred: bool, head: str) -> Target:
    """One word further down."""
    field = target.field
    if field is None:
        fields, where = target.beside, f"underlaget {head}"
    else:
        fields, where = field.parts, f"fältet {field.id}"
        if not fields:
            raise _AstrayError(f"Fältet {field.id} har inga delar, så {word} leder ingenstans.")
        if has_rows(field) and not starred and word in fields:
            raise _AstrayError(f"{field.id} har flera rader. Skriv {field.id}.*.{word}.")
    found = fields.get(word)
    if found is None:
        raise _AstrayError(f"Det finns inget {word or '(tomt)'} i {where}.{did_you_mean(word, fields)}")
    return Target(target.form, found, fields if starred or field is None else target.beside)


def has_rows(field: Field) -> bool:
    """Whether `*` can follow the field."""
    return field.many or field.type is FieldType.TABLE
