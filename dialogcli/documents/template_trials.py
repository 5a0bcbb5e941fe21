"""Trying a template on every way through it: every document and every layout, from a dossier with
almost nothing in it and from one with everything.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from dialogcli.base.fieldtypes import Shape
from dialogcli.base.findings import FileFault, NoteKind, Place
from dialogcli.documents.choose import Document, documents_of
from dialogcli.documents.many import EXTRACTED, LIST, some_extract, some_meeting
from dialogcli.documents.markup.refusals import NoDocumentError
from dialogcli.documents.render import compose, render
from dialogcli.documents.templating.answer_data import Data
from dialogcli.documents.templating.data import template_data
from dialogcli.documents.templating.filters import ENDING
from dialogcli.documents.templating.templates import Templates
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import WITHDRAWN, Dossier
from dialogcli.rulebook.model import DECISIONS, STOP, DocumentSpec, Field, Form, Gate, Rulebook

Written: TypeAlias = "str | int | list[Written] | dict[str, Written]"

_DAY = "2027-03-0{}"
_ROWS = 3
"""So many rows that pictures are drawn of a table."""


def bare(rulebook: Rulebook) -> Dossier:
    """A dossier of that rulebook with a title, and in every folder one file that says no more than
    what it is about.
    """
    return _built(rulebook, {"titel"})


def full(rulebook: Rulebook) -> Dossier:
    """A dossier of that rulebook in which every field is filled in, and every gate has decided both
    ways; but nothing is taken back, nor the dialogue stopped.
    """
    return _built(rulebook, None)


def _built(rulebook: Rulebook, only: Collection[str] | None) -> Dossier:
    texts = {
        name: json.dumps(answers, ensure_ascii=False)
        for form in rulebook.forms.values()
        if form.id != STOP
        for name, answers in _files(form, rulebook, only)
    }
    return build_dossier(rulebook, texts)


def _files(
    form: Form, rulebook: Rulebook, only: Collection[str] | None
) -> Iterator[tuple[str, dict[str, Written]]]:
    answers = _answers(form, rulebook, only)
    if not form.items:
        yield form.file, answers
    elif form.id == DECISIONS:
        for gate in rulebook.gates():
            yield from (
                (f"{form.file}/{gate.id}-{number}.yaml", _decided(gate, outcome, number, answers))
                for number, outcome in enumerate(_outcomes(gate, only), 1)
            )
    else:
        for number, key in enumerate(
            form.fields[form.items].choices or [_DAY.format(1), _DAY.format(2)], 1
        ):
            yield f"{form.file}/{number}.yaml", {**answers, form.items: key}


def _answers(form: Form, rulebook: Rulebook, only: Collection[str] | None) -> dict[str, Written]:
    return {
        name: _value(field, rulebook, 0)
        for name, field in form.fields.items()
        if (only is None or name in only) and name != WITHDRAWN
    }


def _outcomes(gate: Gate, only: Collection[str] | None) -> list[str]:
    """Those that the gate knows, that by which the process goes on last; of an almost empty dossier
    none is known.
    """
    return (
        sorted(gate.outcomes, key=lambda outcome: gate.outcomes[outcome] == "go_on")
        if only is None
        else [""]
    )


def _decided(
    gate: Gate, outcome: str, number: int, answers: Mapping[str, Written]
) -> dict[str, Written]:
    told = {"utfall": outcome, "datum": _DAY.format(number)} if outcome else {}
    return {**answers, "beslutspunkt": gate.word, **told}


def _value(field: Field, rulebook: Rulebook, row: int) -> Written:
    if field.type.shape is Shape.ROWS:
        return [
            {name: _value(part, rulebook, number) for name, part in field.parts.items()}
            for number in range(_ROWS)
        ]
    if field.parts:
        return {name: _value(part, rulebook, row) for name, part in field.parts.items()}
    return (
        [_one(field, rulebook, number) for number in range(2)]
        if field.many
        else _one(field, rulebook, row)
    )


def _one(field: Field, rulebook: Rulebook, row: int) -> Written:
    return field.type.trial(row, field, rulebook.organ_names)


_OF_MANY = {
    f"{LIST.spec.template}{ENDING}": (LIST, some_meeting),
    f"{EXTRACTED.spec.template}{ENDING}": (EXTRACTED, some_extract),
}
"""Templates of documents over many dossiers, with that document and what to try it on."""


class TemplateTrial(NamedTuple):
    """A document to be made of a dossier. `when` tells of the dossier, '' for the user's own, made
    to the last byte.
    """

    document: Document
    dossier: Dossier
    when: str = ""


class TemplateTrials:
    """What the templates of a dossier's rulebook are tried on, after the dossier itself."""

    def __init__(self, dossier: Dossier) -> None:
        self._own = dossier
        self._whole = full(dossier.rulebook)
        self._made_up = (
            (bare(dossier.rulebook), "när nästan inget är ifyllt"),
            (self._whole, "när allt är ifyllt"),
        )

    def of(self, name: str) -> list[TemplateTrial]:
        """The trials of the template with that file name; none for one that others only borrow
        from.
        """
        if name in _OF_MANY:
            document, some = _OF_MANY[name]
            return [TemplateTrial(document, some(self._own.rulebook))]
        found = [TemplateTrial(document, self._own) for document in _one_of_each(self._own, name)]
        for dossier, when in self._made_up:
            for document in _one_of_each(dossier, name):
                found += self._laid_out(TemplateTrial(document, dossier, when))
        return found

    def data(self, name: str) -> dict[str, Data]:
        """All that the template with that file name may use."""
        of_many = self.of(name) if name in _OF_MANY else []
        made = [
            *of_many,
            *(TemplateTrial(document, self._whole) for document in _one_of_each(self._whole, name)),
            TemplateTrial(documents_of(self._whole)[0], self._whole),
        ]
        return template_data(made[0].document, made[0].dossier, draft=True).data

    def _laid_out(self, trial: TemplateTrial) -> Iterator[TemplateTrial]:
        """A trial in every layout of its document, the one that is chosen first."""
        spec = trial.document.spec
        known = self._own.rulebook.layouts.get(spec.id, ())
        others = [layout for layout in known if spec.layout in known and layout != spec.layout]
        yield trial
        for layout in others:
            document = replace(trial.document, spec=spec._replace(layout=layout))
            yield TemplateTrial(
                document, trial.dossier, f"{trial.when}, med uppställningen {layout}"
            )


def faults_of(
    trial: TemplateTrial, templates: Templates, *, usable: bool
) -> Iterator[tuple[FileFault, bool]]:
    """What goes wrong when the document is made, and whether its place is known. `usable`: the
    letterhead can be used.
    """
    try:
        if usable and not trial.when:
            render(trial.document, trial.dossier, templates, draft=True)
        else:
            compose(trial.document, trial.dossier, templates, draft=True)
    except NoDocumentError as error:
        when = ((NoteKind.SEEN, trial.when),) if trial.when else ()
        yield from ((fault._replace(notes=(*fault.notes, *when)), True) for fault in error.faults)
        if not error.faults:
            yield FileFault("mall", Place(trial.document.spec.template), error.reason, when), False


def template_of(spec: DocumentSpec) -> str:
    """The file name of a document's template."""
    return f"{spec.template}{ENDING}"


def _one_of_each(dossier: Dossier, name: str) -> list[Document]:
    """Of the documents that a template makes the first of each kind."""
    found: dict[DocumentSpec, Document] = {}
    for document in documents_of(dossier):
        if template_of(document.spec) == name:
            found.setdefault(document.spec, document)
    return list(found.values())
