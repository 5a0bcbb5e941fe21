"""A new dossier, whole: every file of the folder, from the rulebook, the few things known at the
start, and what another dialogue hands on: words and plans, never days, decisions or what somebody
judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

from dialogcli.base.fieldtypes import Shape
from dialogcli.base.words import slug
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.select import as_plain
from dialogcli.rulebook.excuses import barring, form_invites, path_of
from dialogcli.rulebook.model import (
    DECISIONS,
    IDENTITY,
    MADE_WHEN_NEEDED,
    Field,
    Form,
    Rule,
    Rulebook,
    Step,
)
from dialogcli.scaffold.comments import as_comments, comments
from dialogcli.yamltext.emitter import emit
from dialogcli.yamltext.nodes import Plain

HELP = (
    "Skriv svaret efter kolon. Rader som börjar med # är hjälp och kan stå kvar.",
    "Lång text: skriv | efter kolon, och texten indragen på raderna under.",
)
EXCUSE = (
    "Gäller frågan inte: byt svaret mot ej_tillämpligt: och under det skäl, av och datum, indragna."
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
    invites = form_invites(rulebook, form)
    help_ = (*HELP, EXCUSE) if invites else HELP
    head = "\n".join(as_comments((form.title, policy, *help_)))
    fields = (
        field_text(
            of,
            _asked_by(rulebook, form, key, of),
            given.get(of.id),
            needed=invites and bool(barring(rulebook, path_of(form, of.id))),
        )
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


def field_text(
    of: Field,
    rule: Rule | None,
    value: Plain | None = None,
    indent: int = 0,
    *,
    needed: bool = False,
) -> str:
    """A field with its comments, with the value or blank, without a final line break. `needed` as
    in `comments`.
    """
    lines = comments(of, rule, indent, needed=needed)
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


MARKED = "granska"
"""The field of it that lists what was copied from another dossier; where nothing was, it does not
stand there.
"""

FORMAT = "1"

_ATTRIBUTES = "*.yaml text eol=lf\n*.docx binary\n"
_IGNORED = ".dialog.lock*\n.~*\n"


def folder_name(title: str, today: date) -> str:
    """`2027-kollektivtrafik-i-glesbygd`."""
    return f"{today.year}-{slug(title)}"


def new_dossier(
    rulebook: Rulebook,
    given: Mapping[str, Plain],
    reused: Mapping[str, Mapping[str, Plain]] | None = None,
) -> dict[str, str | bytes]:
    """Name and text of every file of a new folder. `given`: values of the form `dossier`, at least
    `titel`; `reused`: form id -> values of other forms to begin with.

    Forms with items get no file until there is an item, nor do those that are made when needed. The
    rulebook's id and version are pinned.
    """
    pinned: dict[str, Plain] = {
        **given,
        "regelverk": rulebook.id,
        "regelverksversion": rulebook.version,
    }
    files: dict[str, str | bytes] = {}
    for form in rulebook.forms.values():
        if not form.items and form.id not in MADE_WHEN_NEEDED:
            files[form.file] = (
                _identity(rulebook, pinned)
                if form.id == IDENTITY
                else form_text(rulebook, form, (reused or {}).get(form.id))
            )
    return files | {".gitattributes": _ATTRIBUTES, ".gitignore": _IGNORED}


def _identity(rulebook: Rulebook, pinned: Mapping[str, Plain]) -> str:
    form = rulebook.forms[IDENTITY]
    form = form._replace(
        fields={id_: of for id_, of in form.fields.items() if id_ != MARKED or id_ in pinned}
    )
    if "format" in form.fields:
        return form_text(rulebook, form, {"format": FORMAT, **pinned})
    return f"format: {FORMAT}\n\n{form_text(rulebook, form, pinned)}"


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


def paths_to_review(reused: Reused) -> list[Plain]:
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
