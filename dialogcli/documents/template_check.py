"""Everything that is to be said of the templates and the letterhead that a dossier's documents are
made with: what stops them from being used, and what people will stumble on in every document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dialogcli.base.findings import FileFault, NoteKind, Place, Severity
from dialogcli.base.words import nearest
from dialogcli.documents.choose import documents_of
from dialogcli.documents.many import LIST
from dialogcli.documents.markup.refusals import NoDocumentError
from dialogcli.documents.markup.structure import ANNEX, NUMBERED
from dialogcli.documents.render import tag_values
from dialogcli.documents.template_trials import (
    TemplateTrial,
    TemplateTrials,
    faults_of,
    template_of,
)
from dialogcli.documents.templating.faults import ENDLESS
from dialogcli.documents.templating.lint import faults_in
from dialogcli.documents.templating.templates import LETTERHEAD, Templates
from dialogcli.documents.word.letterhead import BODY, fill_letterhead, place_for_text
from dialogcli.documents.word.package import Package, PackageError, open_package
from dialogcli.documents.word.styles import STYLES_TYPE, Styles
from dialogcli.documents.word.xml import VAL, Element, w
from dialogcli.dossier.model import Dossier

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_WHERE = {"header": "i sidhuvudet", "footer": "i sidfoten", "": "i texten"}
_TRACKED = ("ins", "del", "moveFrom", "moveTo")


class Remark(NamedTuple):
    """Something about a letterhead: a fel stops documents from being made with it."""

    severity: Severity
    message: str


def letterhead_remarks(letterhead: bytes, values: Mapping[str, str]) -> list[Remark]:
    """All that is to be said of a letterhead; `values` are those its tags can be filled with."""
    try:
        package = open_package(letterhead)
    except PackageError as error:
        return [Remark(Severity.FEL, f"Brevmallen går inte att använda: {error}.")]
    found = [*_parts(package), *_whole(package)]
    try:
        fill_letterhead(package, values)
    except NoDocumentError as error:
        found.insert(0, Remark(Severity.FEL, error.reason))
    return list(dict.fromkeys(found))


def unknown_styles(letterhead: bytes, names: Iterable[str]) -> dict[str, str]:
    """Those of the names that no paragraph style of a letterhead has, nor any of ours, with the
    nearest that there is.

    Raises PackageError for what is no Word file.
    """
    package = open_package(letterhead)
    root = package.root("styles", STYLES_TYPE)
    of_paragraphs = [one for one in root.iter(w("style")) if one.get(w("type")) == "paragraph"]
    there = [name.get(VAL, "") for style in of_paragraphs for name in style.iter(w("name"))]
    styles = Styles(root)
    return {name: nearest(name, there) or "" for name in names if not styles.paragraph(name)}


def _parts(package: Package) -> Iterator[Remark]:
    roots = [("", package.main.element)]
    for kind in ("header", "footer"):
        roots += [(kind, part.element) for part in package.related(kind)]
    for kind, root in roots:
        where = _WHERE[kind]
        if any(True for _ in root.iter(*map(w, _TRACKED))):
            yield Remark(
                Severity.VARNING,
                f"Det finns spårade ändringar {where}. Godkänn eller avvisa dem i Word.",
            )
        if any(_unnamed(one) for one in root.iter(f"{{{_DRAWING}}}docPr")):
            what = "Logotypen" if kind == "header" else "En bild"
            yield Remark(Severity.VARNING, f"{what} {where} saknar alternativtext.")


def _whole(package: Package) -> Iterator[Remark]:
    if any(True for _ in package.body.iter(w("commentReference"))):
        yield Remark(
            Severity.VARNING, "Det finns kommentarer i brevmallen. De följer med i varje handling."
        )
    _, _, place = place_for_text(package.body)
    if place is None:
        yield Remark(
            Severity.UPPLYSNING, f"{{{{ {BODY} }}}} saknas. Texten läggs sist i brevmallen."
        )
    elif next(place.iterancestors(w("tc")), None) is not None:
        yield Remark(
            Severity.VARNING,
            f"{{{{ {BODY} }}}} står i en tabell. Då läses hela texten upp som en cell.",
        )
    links = [one for part in package.related("settings") for one in part.rels.values()]
    if any(one.is_external and one.reltype.endswith("/attachedTemplate") for one in links):
        yield Remark(
            Severity.VARNING,
            "Brevmallen är kopplad till en mallfil på en dator. Ta bort kopplingen i Word.",
        )


def _unnamed(drawing: Element) -> bool:
    decorative = any(
        one.get("val") in ("1", "true") for one in drawing.iter(f"{{{_DECORATIVE}}}decorative")
    )
    return not drawing.get("descr", "").strip() and not decorative


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
    trials = TemplateTrials(dossier)
    return [*(_template(name, trials, dossier, templates, usable) for name in names), letterhead]


def _template(
    name: str, trials: TemplateTrials, dossier: Dossier, templates: Templates, usable: bool
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


def _tried(trials: Iterable[TemplateTrial], templates: Templates, usable: bool) -> Iterator[Noted]:
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
    for one in letterhead_remarks(templates.letterhead, values):
        yield Noted(
            one.severity, FileFault("brevmall", Place(LETTERHEAD), one.message), where=False
        )


def _placed(noted: Noted, templates: Templates) -> Noted:
    place = noted.fault.place
    at = place._replace(file=templates.own.get(place.file, place.file))
    return noted._replace(fault=noted.fault._replace(place=at))
