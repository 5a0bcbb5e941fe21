"""Rendering one document: from a dossier, a template and a letterhead to the bytes of a Word file.
Touches no disk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from dialogcli.base.dates import Day
from dialogcli.base.words import capital
from dialogcli.documents.choose import Document
from dialogcli.documents.manifest import Origin, content_digest
from dialogcli.documents.markup.blocks import Block, Heading, Run, plain_runs, runs_of
from dialogcli.documents.markup.conversion import read_markdown
from dialogcli.documents.markup.marks import missing, used
from dialogcli.documents.markup.pictures import Pictures, digests, refuse_pictures
from dialogcli.documents.markup.refusals import refuse_unreadable, refuse_unwanted
from dialogcli.documents.rendered import Gap, Rendered
from dialogcli.documents.templating.data import TemplateData, template_data
from dialogcli.documents.templating.filling import fill, show_filled
from dialogcli.documents.templating.templates import Templates
from dialogcli.documents.word.body import write_blocks
from dialogcli.documents.word.letterhead import (
    fill_letterhead,
    place_for_text,
    put_text,
    text_width,
)
from dialogcli.documents.word.numbering import Numbering
from dialogcli.documents.word.package import (
    LANGUAGE,
    Package,
    PackageError,
    broken,
    open_package,
    write_core,
    write_custom,
)
from dialogcli.documents.word.paragraphs import Writer
from dialogcli.documents.word.styles import STYLES_TYPE, Styles
from dialogcli.documents.word.xml import fragment
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.select import fingerprint
from dialogcli.process.running_text import worded


@dataclass(frozen=True, slots=True)
class RenderedText:
    """A document before it becomes a Word file: enough to say whether anything has changed.

    `filled` is the template with marks, `markdown` the same with the text of the dossier in their
    places.
    """

    document: Document
    filled: str
    markdown: str
    context: TemplateData
    values: Mapping[str, str]
    origin: Origin


def render(
    document: Document,
    dossier: Dossier,
    templates: Templates,
    *,
    draft: bool,
    day: Day | None = None,
    commit: str = "",
) -> Rendered:
    """Make a document. The same arguments give the same bytes, on every machine with the same zlib.

    `day`, when it is made, is kept for the record of made files and stands nowhere in the document.
    Raises UnreadableError for characters that Word cannot hold (all of them, with their places),
    for faults in the template and for a letterhead that cannot be used.
    """
    text = compose(document, dossier, templates, draft=draft, day=day, commit=commit)
    blocks = read_markdown(text.filled, text.context.cited)
    package = _letterhead(templates)
    fill_letterhead(package, text.values)
    _write_body(package, blocks, templates.pictures)
    _write_properties(package, text)
    return Rendered(package.save(), text.markdown, tuple(_gaps(blocks)), text.origin)


def compose(
    document: Document,
    dossier: Dossier,
    templates: Templates,
    *,
    draft: bool,
    day: Day | None = None,
    commit: str = "",
) -> RenderedText:
    """The text of a document, and what it is made from. Raises as `render` does, but for the
    letterhead.
    """
    refuse_unreadable(dossier)
    refuse_unwanted(dossier)
    refuse_pictures(dossier, templates.pictures)
    spec = document.spec
    template = templates.name_for(spec)
    gathered = template_data(document, dossier, draft=draft, words=templates.words(template))
    filled = fill(template, templates.texts, gathered.data, templates.own)
    values = tag_values(document, dossier, gathered.day, draft=draft)
    shown, paths = show_filled(filled, gathered.cited), used(filled, gathered.cited)
    origin = Origin(
        document=document.word,
        title=f"{spec.title}: {values['titel']}",
        dossier=values["titel"],
        dnr=values["dnr"],
        rulebook=dossier.rulebook.id,
        rulebook_version=dossier.rulebook.version,
        template=template,
        template_digest=templates.digest(template),
        letterhead=hashlib.sha256(templates.letterhead).hexdigest(),
        content=content_digest(shown, values | digests(templates.pictures, paths)),
        draft=draft,
        day=str(day or ""),
        commit=commit,
        answers=_answers(dossier, paths),
    )
    return RenderedText(document, filled, shown, gathered, values, origin)


def tag_values(
    document: Document, dossier: Dossier, day: Day | None = None, *, draft: bool = True
) -> dict[str, str]:
    """What the tags of a letterhead can hold."""
    answer = dossier.answer("dossier.dnr")
    dnr = worded(answer, dossier.rulebook) if answer else ""
    return {
        "organisation": dossier.rulebook.organisation,
        "handling": document.spec.title,
        "titel": capital(dossier.text("dossier.titel")) or missing("titel"),
        "dnr": dnr or missing("diarienummer"),
        "datum": str(day or missing("datum")),
        "handlaggare": dossier.text("dossier.handläggare"),
        "utkast": "UTKAST" if draft else "",
    }


def _answers(dossier: Dossier, paths: set[str]) -> dict[str, str]:
    """The fingerprints of the answers, one for each field of a form, that some concrete paths lie
    in or hold.
    """
    heads = {head for path in paths for head in accumulate(path.split("."), "{}.{}".format)}
    found = {}
    for file in dossier.all_files():
        for answer in file.answers.values():
            meant = answer.path in heads or answer.path.rpartition(".")[0] in paths
            if meant and answer.given:
                found[answer.path] = fingerprint(answer)
    return found


def _letterhead(templates: Templates) -> Package:
    try:
        return open_package(templates.letterhead)
    except PackageError as error:
        raise broken(str(error)) from error


def _write_body(package: Package, blocks: Sequence[Block], pictures: Pictures) -> None:
    """Put the blocks where the letterhead wants its text, in its styles."""
    body = package.body
    styles = Styles(package.root("styles", STYLES_TYPE))
    styles.use_language(LANGUAGE)
    parent, index, placeholder = place_for_text(body)
    written = fragment("<w:body/>")
    write_blocks(
        Writer(package, styles, Numbering(package, styles), pictures),
        written,
        blocks,
        text_width(body, parent, index),
    )
    put_text(parent, index, placeholder, list(written))


def _write_properties(package: Package, text: RenderedText) -> None:
    origin = text.origin
    write_core(
        package,
        text.context.day,
        {
            "title": origin.title,
            "subject": text.document.spec.title,
            "author": text.values["organisation"],
            "identifier": origin.dnr,
            "category": "Medborgardialog",
        },
    )
    write_custom(package, origin.properties())


def _gaps(blocks: Sequence[Block]) -> list[Gap]:
    """What is missing, with the numbers that the reader sees: of numbered headings when there are
    any.
    """
    numbered = any(isinstance(block, Heading) and block.numbered for block in blocks)
    count, number, section = 0, "", ""
    found: list[Gap] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            number, section = "", plain_runs(block.runs)
            if block.numbered == numbered:
                count += 1
                number = str(count)
        found += [Gap(number, _label(run), section) for run in runs_of([block]) if run.gap]
    return list(dict.fromkeys(found))


def _label(run: Run) -> str:
    return run.text.removeprefix("[SAKNAS: ").removesuffix("]")
