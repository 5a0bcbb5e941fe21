"""Where a path leads, and if nowhere: which word of it is wrong. Paths with the values that they
are to have: conditions, answers that end the process, what makes a step done.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dialogcli.base.fieldtypes import Shape
from dialogcli.base.words import meant_or_known
from dialogcli.rulebook.fields import Scope, check_values, missing_field
from dialogcli.rulebook.mapping_reader import Block
from dialogcli.rulebook.model import Field, Form
from dialogcli.yamltext.nodes import Scalar


@dataclass(frozen=True, slots=True)
class PathTarget:
    """Where a path leads. `field` is None for a whole form; `beside` are the fields that stand in
    the same row or file, itself among them; `form` is None for a register's own entries.
    """

    form: Form | None
    field: Field | None
    beside: Mapping[str, Field]


class _AstrayError(Exception):
    """The path leads nowhere; the text says why, unless that has been said of its form."""


def find_target(path: Scalar, scope: Scope) -> PathTarget | None:
    """The field that a path leads to; None, and reported, when it leads nowhere."""
    target = find_any(path, scope)
    if target is not None and target.field is None:
        scope.faults.add(
            "fel-sökväg", path.place, f"{path.text} är ett helt underlag, inte ett fält."
        )
        return None
    return target


def find_any(path: Scalar, scope: Scope) -> PathTarget | None:
    """As `find`, but a whole form (`resultat`, `tillfällen.*`) will also do."""
    try:
        return _walk(path.text.split("."), scope)
    except _AstrayError as astray:
        if str(astray):
            scope.faults.add("fel-sökväg", path.place, str(astray))
        return None


def _walk(words: list[str], scope: Scope) -> PathTarget:
    head, *rest = words
    form = scope.forms.get(head)
    if form is None and head not in scope.registers:
        known = [*scope.forms, *scope.registers]
        raise _AstrayError(f"Det finns inget underlag {head}.{meant_or_known(head, known)}")
    if "" in rest:
        raise _AstrayError(f"I {'.'.join(words)} saknas ett ord vid en punkt.")
    fields = form.fields if form else scope.registers[head]
    if form and not form.items:
        return _descend(PathTarget(form, None, fields), words, 1)
    if rest:
        _check_key(rest[0], head, form, scope)
    return _descend(PathTarget(form, None, fields), words, 2)


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


def _descend(start: PathTarget, words: list[str], depth: int) -> PathTarget:
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


def _step(target: PathTarget, word: str, starred: bool, above: list[str]) -> PathTarget:
    """One word further down."""
    field = target.field
    if field is None:
        found = _named(word, target.beside, f"underlaget {above[0]}")
        return PathTarget(target.form, found, target.beside)
    if not field.parts:
        raise _AstrayError(f"Fältet {field.id} har inga delar, så {word} leder ingenstans.")
    found = _named(word, field.parts, f"fältet {field.id}")
    if has_rows(field) and not starred:
        raise _AstrayError(f"{field.id} har flera rader. Skriv {'.'.join(above)}.*.{word}.")
    return PathTarget(target.form, found, field.parts if starred else target.beside)


def _named(word: str, fields: Mapping[str, Field], where: str) -> Field:
    if word not in fields:
        raise _AstrayError(missing_field(word, where, fields))
    return fields[word]


def row_depth(path: str, other: str) -> int:
    """How many words of two paths name the row, or the file of several, that both run through; 0
    where they share none: 3 of `plan.risker.*.risk` and `plan.risker.*.åtgärd`.
    """
    depth = 0
    for at, (word, theirs) in enumerate(zip(path.split("."), other.split("."), strict=False), 1):
        if word != theirs:
            break
        if word == "*":
            depth = at
    return depth


def has_rows(field: Field) -> bool:
    """Whether `*` can follow the field."""
    return field.many or field.type.shape is Shape.ROWS


_IN_BRACES = re.compile(r"\{([^{}]*)\}")


def read_conditions(block: Block, key: str, scope: Scope) -> dict[str, tuple[str, ...]]:
    """`{path: value or [values]}`, checked: each path leads somewhere and what is there can have
    the values.
    """
    found = {}
    for path, values in block.pairs(key):
        target = find_target(path, scope)
        if target and target.field:
            check_values(values, target.field, scope)
        if not values:
            scope.faults.add(
                "saknas", path.place, f"Värdet för {path.text} saknas under {key} i {block.what}."
            )
        found[path.text] = tuple(value.text for value in values)
    return found


def read_paths(block: Block, key: str, scope: Scope) -> tuple[str, ...]:
    """A list of paths, each of which leads to a field."""
    words = block.words(key)
    for word in words:
        find_target(word, scope)
    return tuple(word.text for word in words)


def read_path(block: Block, key: str, scope: Scope) -> str:
    """One path; `''` when it is not given."""
    word = block.word(key)
    if word:
        find_target(word, scope)
    return word.text if word else ""


def read_sentences(block: Block, key: str, scope: Scope) -> tuple[str, ...]:
    """Sentences with paths in braces."""
    words = block.words(key)
    for word in words:
        _check_braces(word, block, scope)
    return tuple(word.text for word in words)


def _check_braces(word: Scalar, block: Block, scope: Scope) -> None:
    for match in _IN_BRACES.finditer(word.text):
        find_target(Scalar(match[1], word.place, word.span), scope)
    if re.search("[{}]", _IN_BRACES.sub("", word.text)):
        block.faults.add(
            "klammer", word.place, f"I {block.what} saknar en sökväg sin ena klammer: {word.text}"
        )
