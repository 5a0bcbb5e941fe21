"""Everything that is to be said of the templates and the letterhead that a dossier's documents are
made with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dialogcli.documents.choosing import documents_of
from dialogcli.documents.looking.letterhead_check import remarks, unknown_styles
from dialogcli.documents.markup.outline import ANNEX, NUMBERED
from dialogcli.documents.meetings import LIST
from dialogcli.documents.render import tag_values
from dialogcli.documents.templating.proving import faults_in
from dialogcli.documents.templating.telling import ENDLESS
from dialogcli.documents.templating.templates import LETTERHEAD, Templates
from dialogcli.documents.trying import Trial, Trials, faults_of, template_of
from dialogcli.dossier.model import Dossier
from dialogcli.model.finding import FileFault, NoteKind, Severity
from dialogcli.model.place import Place

_STYLED = re.compile(r"^::: +([^\s{][^{]*?) *$", re.MULTILINE)


class Noted(NamedTuple):
    """One thing: how much it weighs, and as for a file what, where and how to mend it. `where`: a
    place is known.
    """

    severity: Severity
    fault: FileFault
    where: bool = True


class Reviewed(NamedTuple):
    """A template or the letterhead, by its file name, and what is to be said of it."""

    name: str
    letterhead: bool
    noted: tuple[Noted, ...]


def review(dossier: Dossier, templates: Templates) -> list[Reviewed]:
    """Every template that the rulebook's documents use or that is the organisation's own, and the
    letterhead.

    Nothing for a rulebook without documents: there is nothing to try a template on.
    """
    specs = dossier.rulebook.documents
    if not specs:
        return []
    letterhead = Reviewed(LETTERHEAD, True, tuple(_letterhead(dossier, templates)))
    usable = not any(one.severity is Severity.FEL for one in letterhead.noted)
    names = dict.fromkeys(
        [*map(template_of, specs), *(name for name in templates.own if name in templates.texts)]
    )
    trials = Trials(dossier)
    return [*(_template(name, trials, dossier, templates, usable) for name in names), letterhead]


def _template(
    name: str, trials: Trials, dossier: Dossier, templates: Templates, usable: bool
) -> Reviewed:
    """The text as it stands; if nothing is wrong with it, the documents that it makes as well."""
    if name not in templates.texts:
        missing = FileFault("mall", Place(name), f"Mallen {name} finns inte.")
        return Reviewed(name, False, (Noted(Severity.FEL, missing, where=False),))
    items = {form.id for form in dossier.rulebook.forms.values() if form.items}
    faults = faults_in(name, templates.texts, trials.data(name), items)
    if usable:
        faults += _styles(name, templates)
    found = [Noted(Severity.FEL, fault) for fault in faults]
    if not found:
        found = list(_tried(trials.of(name), templates, usable))
    found += _layouts(name, dossier, templates)
    unique = {(noted.fault.place, noted.fault.message): noted for noted in reversed(found)}
    return Reviewed(
        name, False, tuple(_placed(one, templates) for one in reversed(unique.values()))
    )


def _tried(trials: Iterable[Trial], templates: Templates, usable: bool) -> Iterator[Noted]:
    """What goes wrong in each trial; one that never ends is enough."""
    for trial in trials:
        for fault, where in faults_of(trial, templates, usable=usable):
            yield Noted(Severity.FEL, fault, where)
            if fault.code == ENDLESS:
                return


def _styles(name: str, templates: Templates) -> Iterator[FileFault]:
    """The formats of divisions that the letterhead does not have."""
    text = templates.texts[name]
    found = {
        match.start(1): match[1]
        for match in _STYLED.finditer(text)
        if match[1] not in (NUMBERED, ANNEX)
    }
    unknown = unknown_styles(templates.letterhead, found.values())
    for start, style in found.items():
        if style in unknown:
            line = text.count("\n", 0, start)
            notes = [
                (NoteKind.LINE, text.split("\n")[line]),
                (NoteKind.ADVICE, f"Byt till {unknown[style]}."),
            ]
            yield FileFault(
                "format",
                Place(name, line + 1, start - text.rfind("\n", 0, start)),
                f"Formatet {style} finns inte i brevmallen.",
                tuple(notes if unknown[style] else notes[:1]),
            )


def _layouts(name: str, dossier: Dossier, templates: Templates) -> Iterator[Noted]:
    """The layouts that are chosen for documents whose template does not ask for them."""
    for spec in dossier.rulebook.documents:
        usual = dossier.rulebook.layouts.get(spec.id, (spec.layout,))[0]
        if template_of(spec) == name and spec.layout not in (usual, *templates.words(name)):
            message = f"Mallen har inte uppställningen {spec.layout}, som är vald för den."
            yield Noted(Severity.VARNING, FileFault("mall", Place(name), message), where=False)


def _letterhead(dossier: Dossier, templates: Templates) -> Iterator[Noted]:
    values = tag_values(next(iter(documents_of(dossier)), LIST), dossier)
    for one in remarks(templates.letterhead, values):
        yield Noted(
            one.severity, FileFault("brevmall", Place(LETTERHEAD), one.message), where=False
        )


def _placed(noted: Noted, templates: Templates) -> Noted:
    place = noted.fault.place
    at = place._replace(file=templates.own.get(place.file, place.file))
    return noted._replace(fault=noted.fault._replace(place=at))
