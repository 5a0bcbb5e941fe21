"""What a decision rests on and what it adopts, with the marks that let a later change show."""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.dossier.decision import BASIS
from dialogcli.dossier.fingerprint import fingerprint
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.select import select
from dialogcli.rulebook.model import DECISIONS, Gate, Role
from dialogcli.storage.nodes import Plain


def marks(dossier: Dossier, gate: Gate) -> list[Plain]:
    """Rows of `fält` and `avtryck`: every filled field of what the gate adopts and of what its
    rules watch.
    """
    found = {
        answer.path: fingerprint(answer) for answer in _adopted(dossier, gate) if answer.filled
    }
    return [{"fält": path, "avtryck": mark} for path, mark in found.items()]


def basis(dossier: Dossier, gate: Gate) -> list[str]:
    """The forms that a decision rests on and that say something: those it adopts and those that
    rules want there.
    """
    wanted = dict.fromkeys([*gate.adopts, *_wanted(dossier, gate)])
    return [
        form
        for form in wanted
        if any(
            answer.filled
            for file in dossier.files.get(form, ())
            for answer in file.answers.values()
        )
    ]


def _wanted(dossier: Dossier, gate: Gate) -> Iterator[str]:
    for rule in dossier.rulebook.rules.values():
        if rule.kind.role is Role.WHOLE and rule.fields == (f"{DECISIONS}.{gate.id}.{BASIS}",):
            yield from rule.texts("values")


def _adopted(dossier: Dossier, gate: Gate) -> Iterator[Answer]:
    watching = [
        rule
        for rule in dossier.rulebook.rules.values()
        if rule.kind.role is Role.FINGERPRINT and rule.text("since") == gate.id
    ]
    for form in dict.fromkeys(
        [*gate.adopts, *(form for rule in watching for form in rule.texts("forms"))]
    ):
        for file in dossier.files.get(form, ()):
            yield from file.answers.values()
    for rule in watching:
        for path in rule.fields:
            yield from select(dossier, path)
