"""From what somebody types for a field to its path in the rulebook's spelling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dialogcli.model.errors import UsageError
from dialogcli.model.words import did_you_mean, is_number, listed, same_word
from dialogcli.rulebook.model import DECISIONS, Field, Form, Rulebook

UNTOUCHED = "Inget är ändrat."


def resolve(rulebook: Rulebook, typed: str) -> str:
    """The path that somebody means: `handlingsplan.risker.2.atgard`, or `risker` where only one
    form has it.

    Words may be typed without dots over the letters. Raises UsageError with the nearest word.
    """
    head, *rest = typed.split(".")
    form = _called(head, rulebook.forms)
    if form and rest:
        return _inside(rulebook, rulebook.forms[form], rest)
    owners = _owners(rulebook, head)
    if len(owners) > 1:
        paths = [".".join([owner.id, field, *rest]) for owner, field in owners]
        raise UsageError(
            f"Fältet {head} finns på flera ställen: {listed(paths)}.",
            f"{UNTOUCHED} Skriv hela namnet.",
        )
    if form and not owners:
        raise UsageError(
            f"{form} är ett helt underlag. {UNTOUCHED}",
            f"Skriv också fältet, till exempel {form}.{next(iter(rulebook.forms[form].fields))}",
        )
    if not owners:
        raise _unknown(head, [*_field_ids(rulebook), *rulebook.forms])
    owner, field = owners[0]
    return _inside(rulebook, owner, [field, *rest])


def _owners(rulebook: Rulebook, typed: str) -> list[tuple[Form, str]]:
    """The forms that have a field of that name, with its spelling there."""
    ordinary = (form for form in rulebook.forms.values() if not form.items)
    found = ((form, _called(typed, form.fields)) for form in ordinary)
    return [(form, field) for form, field in found if field]


def _inside(rulebook: Rulebook, form: Form, words: Sequence[str]) -> str:
    path, rest = [form.id], list(words)
    if form.items:
        path.append(_key(rulebook, form, rest.pop(0)))
    fields: Mapping[str, Field] = form.fields
    for word in rest:
        if is_number(word) and int(word):
            path.append(word)
            continue
        found = _called(word, fields)
        if found is None:
            raise _unknown(word, fields)
        path.append(found)
        fields = fields[found].parts
    return ".".join(path)


def _key(rulebook: Rulebook, form: Form, word: str) -> str:
    """The key of an item; that of a decision is a gate of the rulebook."""
    if form.id != DECISIONS:
        return word
    gate = rulebook.gate_called(word)
    if gate is None:
        raise _unknown(word, [gate.word for gate in rulebook.gates()], "Beslutet")
    return gate.id


def _called(word: str, known: Iterable[str]) -> str | None:
    return next((one for one in known if one == word), None) or next(
        (one for one in known if same_word(word, one)), None
    )


def _unknown(word: str, known: Iterable[str], what: str = "Fältet") -> UsageError:
    return UsageError(
        f"{what} {word} finns inte i regelverket.{did_you_mean(word, known)}", UNTOUCHED
    )


def _field_ids(rulebook: Rulebook) -> list[str]:
    return [field for form in rulebook.forms.values() for field in form.fields]
