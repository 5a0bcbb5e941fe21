"""What somebody means who names a field, a form or a chapter, in the rulebook's spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from dialogcli.base.commands import add, decide, decide_correct, fill, set_waiver
from dialogcli.base.findings import UsageError
from dialogcli.base.screen import line
from dialogcli.base.words import did_you_mean, is_number, listed, same_word
from dialogcli.dossier.model import AFTERWARDS, Dossier, FormFile
from dialogcli.dossier.select import latest_decision
from dialogcli.interview.chapters import Chapter, chapters
from dialogcli.interview.items import form_called
from dialogcli.rulebook.model import DECISIONS, WAIVERS, Field, Form, Rulebook

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


def chapters_called(
    known: list[Chapter], typed: str, preferred: list[Chapter] | None = None
) -> list[Chapter]:
    """The chapters that `typed` names: by id or title of the section, of the form, or by a field
    (then only that).

    Those among `preferred` come before all others of the same name. Raises UsageError with the
    nearest word.
    """
    found = _chapters_called(preferred or [], typed) or _chapters_called(known, typed)
    if not found:
        raise UsageError(
            f"Avsnittet {typed} finns inte i regelverket.{did_you_mean(typed, _names(known))}",
            line("Alla frågor inför nästa beslut: ", fill()),
        )
    return found


class ItemsMeant(NamedTuple):
    """A form with items, and one of them, by the name of its file or its key; None for them all."""

    form: Form
    item: FormFile | None = None


def items_meant(dossier: Dossier, typed: str) -> ItemsMeant | None:
    """The items whose list is asked for (`tillfällen`), or the one to change
    (`tillfällen.2027-04-14-tjarnasa`); None when a section of questions is meant, whose name counts
    first. Raises UsageError with those there are.
    """
    if not typed or _chapters_called(chapters(dossier.rulebook), typed):
        return None
    name, _, word = typed.partition(".")
    form = form_called(dossier.rulebook, name)
    if form is None or not word:
        return ItemsMeant(form) if form else None
    word = word.split(".")[0]
    item = dossier.item(form.id, word)
    if item is None:
        raise _no_such_item(dossier, form, typed)
    return ItemsMeant(form, item)


def existing(dossier: Dossier, path: str) -> str:
    """The path with the file that it leads to, by its name: that of the file counts first, then what
    it is about. Raises UsageError for one that there is not, with those there are, and how one is
    entered.
    """
    form_id, *words = path.split(".")
    form = dossier.rulebook.forms[form_id]
    if not form.items:
        return path
    if form.id == DECISIONS:
        _must_not_be_decided(dossier, *words[:2])
        return path
    there = dossier.files.get(form.id, ())
    item = dossier.item(form.id, words[0])
    if item:
        return ".".join([form.id, item.stem, *words[1:]])
    if not any(same_word(file.key, words[0]) for file in there):
        raise _no_such_item(dossier, form, f"{form.id}.{words[0]}")
    return path  # several, which the writer lists


def _must_not_be_decided(dossier: Dossier, gate_id: str, name: str = "") -> None:
    """What is written in a decision when it has been entered may be set; what it said is put right by
    a correction, which keeps it. Raises UsageError for that, and for a decision that there is not.
    """
    decision = latest_decision(dossier, gate_id)
    gate = next(gate for gate in dossier.rulebook.gates() if gate.id == gate_id)
    if decision is None:
        raise UsageError(
            f"{gate.name} är inte infört. {UNTOUCHED}", line("För in det: ", decide(gate.word))
        )
    answer = decision.answers.get(name)
    if answer and answer.given and name not in AFTERWARDS:
        raise UsageError(
            f"{gate.name} är infört, så det som står där rättas och behåller sin tidigare lydelse. "
            f"{UNTOUCHED}",
            line("Rätta det: ", decide_correct(gate.word)),
        )


def _no_such_item(dossier: Dossier, form: Form, typed: str) -> UsageError:
    """That no item is called what was typed, with those there are and the command for a new one."""
    enter = set_waiver("REGEL") if form.id == WAIVERS else add(form.id)
    return UsageError(
        f"{typed} finns inte. {UNTOUCHED}",
        *_those_there_are(dossier, form),
        line("För in nytt: ", enter),
    )


def _those_there_are(dossier: Dossier, form: Form) -> list[str]:
    names = sorted(f"{form.id}.{file.stem}" for file in dossier.files.get(form.id, ()))
    return [f"Det här finns: {listed(names)}"] if names else []


def _chapters_called(known: list[Chapter], typed: str) -> list[Chapter]:
    return (
        [
            chapter
            for chapter in known
            if _is_called(typed, chapter.section.id, chapter.section.title)
        ]
        or [chapter for chapter in known if _is_called(typed, chapter.form.id, chapter.form.title)]
        or list(_fields_called(known, typed))
    )


def _is_called(typed: str, *names: str) -> bool:
    return any(same_word(typed, name) for name in names)


def _fields_called(known: list[Chapter], typed: str) -> Iterator[Chapter]:
    """A chapter with only the questions of the field with that id or path."""
    for chapter in known:
        paths = tuple(
            path
            for path in chapter.paths
            if any(same_word(typed, name) for name in _names_of(path))
        )
        if paths:
            yield replace(chapter, paths=paths)


def _names_of(path: str) -> list[str]:
    """`dossier.kommande_beslut.datum` goes by its whole path, by `kommande_beslut` and by
    `kommande_beslut.datum`.
    """
    _, *words = path.split(".")
    return [path, words[0], ".".join(words), ".".join(path.split(".")[:2])]


def _names(known: list[Chapter]) -> list[str]:
    fields = (path.split(".")[1] for chapter in known for path in chapter.paths)
    return [
        *(chapter.section.id for chapter in known),
        *(chapter.form.id for chapter in known),
        *fields,
    ]
