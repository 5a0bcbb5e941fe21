"""What a new dialogue can take over from another one: words and plans, never days, decisions or
what somebody judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from dialogcli.dossier.model import Answer, Dossier, NotApplicable
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
            answer = _answer(source, rulebook, form, field)
            untested = f"{form.id}.{field.id}" not in tested
            if answer and answer.field.type is field.type and untested and _fits(form, field.id):
                value = _kept(answer, field)
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
    found = [
        answer
        for id_, files in source.files.items()
        if id_ not in rulebook.forms
        for file in files
        if not file.form.items and (answer := file.answers.get(field.id)) and answer.filled
    ]
    return found[0] if len(found) == 1 else None


def _forms(rulebook: Rulebook) -> Iterator[Form]:
    """The forms of which something is asked before the sessions are held, and what is said of the
    dossier itself.
    """
    order = list(rulebook.entries)
    early = order[: order.index(_SESSIONS) + 1] if _SESSIONS in order else order
    asked = {
        path.split(".")[0]
        for rule in rulebook.rules.values()
        if rule.before in early
        for path in rule.fields
    }
    return (
        form
        for form in rulebook.forms.values()
        if not form.items and (form.id in asked or form.id == IDENTITY)
    )


def _fits(form: Form, field: str) -> bool:
    return field in _OF_THE_DOSSIER if form.id == IDENTITY else field not in _OF_ITS_TIME


def _tested(rulebook: Rulebook) -> set[str]:
    """What each dialogue answers for itself: whether there is to be one at all, and what somebody
    named has to say.
    """
    personal = {
        path for rule in rulebook.rules.values() if rule.texts("by") for path in rule.fields
    }
    ends = {
        path
        for entry in rulebook.entries.values()
        if isinstance(entry, Step)
        for path in entry.ends
    }
    outside = {
        path for rule in rulebook.rules.values() if rule.kind.refuses for path in rule.fields
    }
    return ends | personal | outside


def _kept(answer: Answer, field: Field) -> Plain:
    """What of an answer is worth keeping and fits the field; '' for nothing."""
    if not answer.filled or isinstance(answer.value, NotApplicable):
        return ""
    if answer.rows:
        return [value for row in answer.rows if (value := _kept(row, field))]
    if answer.parts:
        signed = _SIGNATURE if field.type.shape is Shape.STATEMENT else ()
        parts = {
            name: _kept(part, field.parts[name])
            for name, part in answer.parts.items()
            if name in field.parts and name not in (*_OF_ITS_TIME, *signed)
        }
        return {name: value for name, value in parts.items() if value}
    known = not field.choices or answer.text in field.choices
    return as_plain(answer) if known and field.type.kept else ""
