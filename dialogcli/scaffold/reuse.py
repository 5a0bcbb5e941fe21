"""What a new dialogue can take over from another one: words and plans, never days, decisions or
what somebody judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.plain_answers import as_plain
from dialogcli.model.fieldtypes import Shape
from dialogcli.rulebook.model import IDENTITY, Field, Form, Rulebook, Step
from dialogcli.storage.nodes import Plain

Reused: TypeAlias = Mapping[str, Mapping[str, Plain]]
"""Form id -> field id -> value."""

_OF_THE_DOSSIER = ("handläggare", "ansvarig_enhet", "ansvarigt_organ")
_OF_ITS_TIME = ("status", "dnr", "medborgares_idé", "ändrat_syfte")
_SESSIONS = "genomförande"
_SIGNATURE = ("av", "datum")


def reusable(source: Dossier, rulebook: Rulebook) -> dict[str, dict[str, Plain]]:
    """The answers of the forms that are written before the sessions, where the rulebook has the
    same field.

    Dates are left out, and from considerations who answered for them: whoever confirms one makes it
    anew.
    """
    found: dict[str, dict[str, Plain]] = {}
    tested = _tested(rulebook)
    for form in _forms(rulebook):
        for field in form.fields.values():
            if f"{form.id}.{field.id}" in tested or not _fits(form, field.id):
                continue
            answer = _answer(source, rulebook, form, field)
            value = _kept(answer, field) if answer and answer.field.type is field.type else ""
            if value:
                found.setdefault(form.id, {})[field.id] = value
    return found


def marked(reused: Reused) -> list[Plain]:
    """The paths of what was taken over, to be reviewed."""
    return [f"{form}.{field}" for form, fields in reused.items() for field in fields]


def _answer(source: Dossier, rulebook: Rulebook, form: Form, field: Field) -> Answer | None:
    """What the source says of a field: in the form of the same name, or, where it has none, in one
    of those that this rulebook has none for. Organisations call their plans differently, and mean
    the same by a field of the vocabulary.
    """
    if form.id in source.rulebook.forms:
        return source.answer(f"{form.id}.{field.id}")
    found = []
    for file in source.all_files():
        answer = file.answers.get(field.id)
        is_other = file.form.id not in rulebook.forms and not file.form.items
        if is_other and answer and answer.filled:
            found.append(answer)
    return found[0] if len(found) == 1 else None


def _forms(rulebook: Rulebook) -> Iterator[Form]:
    """The forms of which something is asked before the sessions are held, and what is said of the
    dossier itself.
    """
    order = list(rulebook.entries)
    early = order[: order.index(_SESSIONS) + 1] if _SESSIONS in order else order
    asked = {IDENTITY}
    for rule in rulebook.rules.values():
        if rule.before in early:
            asked |= {path.split(".")[0] for path in rule.fields}
    return (form for form in rulebook.forms.values() if not form.items and form.id in asked)


def _fits(form: Form, field: str) -> bool:
    return field in _OF_THE_DOSSIER if form.id == IDENTITY else field not in _OF_ITS_TIME


def _tested(rulebook: Rulebook) -> set[str]:
    """What each dialogue answers for itself: whether there is to be one at all, and what somebody
    named has to say.
    """
    tested: set[str] = set()
    for entry in rulebook.entries.values():
        if isinstance(entry, Step):
            tested.update(entry.ends)
    for rule in rulebook.rules.values():
        if rule.texts("by") or rule.kind.refuses:
            tested.update(rule.fields)
    return tested


def _kept(answer: Answer, field: Field) -> Plain:
    """What of an answer is worth keeping and fits the field; '' for nothing."""
    if not answer.filled or answer.excused:
        return ""
    if answer.rows:
        return list(filter(None, (_kept(row, field) for row in answer.rows)))
    if answer.parts:
        return _kept_parts(answer, field)
    if not field.type.kept:
        return ""
    if field.choices and answer.text not in field.choices:
        return ""
    return as_plain(answer)


def _kept_parts(answer: Answer, field: Field) -> dict[str, Plain]:
    """The same of a group, a row or a statement; whoever answers for a statement does it anew."""
    left = set(_OF_ITS_TIME)
    if field.type.shape is Shape.STATEMENT:
        left.update(_SIGNATURE)
    kept = {}
    for name, part in answer.parts.items():
        if name in field.parts and name not in left:
            value = _kept(part, field.parts[name])
            if value:
                kept[name] = value
    return kept
