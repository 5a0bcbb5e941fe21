"""What `dialog templates` says: the fields that a template may use, and what is wrong with
templates and letterhead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dialogcli.model.fieldtypes import Shape
from dialogcli.model.finding import FileFault, Severity
from dialogcli.model.layout import WIDTH, block, command, glued, joined, paragraphs, wrapped
from dialogcli.model.words import count, listed
from dialogcli.rulebook.model import Field, Form, Rulebook

if TYPE_CHECKING:
    from dialogcli.documents.review import Noted, Reviewed

_OTHERS = [
    ("document", "handlingen: title, date_in_words"),
    ("gate", "beslutspunkten: name, organ, date, proposes, decision"),
    ("decisions", "de beslut som redan är fattade: gate, line, outcome"),
    (
        "item",
        "det som handlingen gäller, om det finns en för varje tillfälle, beslut eller återkoppling",
    ),
    ("shows, sections, annexes", "det som regelverket vill visa, med rubriker"),
    ("organisation, draft", "organisationens namn, och om det är ett utkast"),
]


def fields_text(
    rulebook: Rulebook, forms: Iterable[Form], width: int = WIDTH, folder: str = ""
) -> str:
    """Every field of some forms: what one types, of what kind it is, and what it is called."""
    head = joined(
        [
            wrapped(f"Fält i mallar, {rulebook.organisation}", width),
            "Löpande text: {{ handlingsplan.syfte | md }}",
            "Allt annat:   {{ dossier.titel }}",
        ]
    )
    others = joined(["Andra namn", block([(name, text) for name, text in _OTHERS], width, gap=2)])
    closing = wrapped(f"Mer om mallar: {command('templates copy README', folder)}", width)
    return paragraphs(head, *(_form(form, width) for form in forms), others, closing)


def _form(form: Form, width: int) -> str:
    of_each = (
        f", en fil för varje: {{% for ett in {form.id}.every %}} {{{{ ett.{form.items} }}}}"
        if form.items
        else ""
    )
    name = "ett" if form.items else form.id
    rows = [
        (f"{name}.{field.id}", f"{field.type.name}, {_described(field)}")
        for field in form.fields.values()
    ]
    return joined([wrapped(f"{form.title}{of_each}", width), block(rows, width, gap=2)])


def _described(field: Field) -> str:
    parts = (
        f": {listed(field.parts)}"
        if field.parts and field.type.shape is not Shape.STATEMENT
        else ""
    )
    return f"{field.label}{' (flera)' if field.many else ''}{parts}"


def review_text(found: Sequence[Reviewed], width: int = WIDTH, folder: str = "") -> str:
    """What is to be said of each template and the letterhead, and the sum."""
    heads = [
        joined([_heading(one), *(_noted(noted, width) for noted in one.noted)])
        for one in found
        if one.noted
    ]
    return paragraphs(*heads, joined(wrapped(line, width) for line in _sum(found, folder)))


def flaws_text(name: str, messages: Sequence[str], width: int = WIDTH) -> str:
    """What stands in the way of somebody who reads a Word file, and the sum."""
    if not messages:
        return wrapped(
            f"{name}: inga hinder för den som läser med skärmläsare, och ingen mallkod kvar.", width
        )
    rows = [wrapped(f"Fel: {message}", width, 2, 4) for message in messages]
    return paragraphs(
        joined([f"Word-filen {name}", *rows]), count(len(messages), "fel", "fel") + "."
    )


def _heading(one: Reviewed) -> str:
    return f"{'Brevmallen' if one.letterhead else 'Mallen'} {one.name}"


def _noted(noted: Noted, width: int) -> str:
    fault = noted.fault
    place = f" {glued(f'({fault.place})')}" if noted.where else ""
    return joined(
        [
            wrapped(f"{noted.severity.word}: {fault.message}{place}", width, 2, 4),
            *_notes(fault, width),
        ]
    )


def _notes(fault: FileFault, width: int) -> Iterator[str]:
    if fault.notes:
        yield block([(f"{label}:", text) for label, text in fault.notes], width, 4)


def _sum(found: Sequence[Reviewed], folder: str) -> Iterator[str]:
    templates = count(sum(not one.letterhead for one in found), "mall", "mallar")
    severities = [noted.severity for one in found for noted in one.noted]
    if not severities:
        yield f"{templates} och brevmallen, inga fel."
        return
    words = {
        Severity.FEL: ("fel", "fel"),
        Severity.VARNING: ("varning", "varningar"),
        Severity.UPPLYSNING: ("upplysning", "upplysningar"),
    }
    sums = [count(severities.count(one), *words[one]) for one in Severity if one in severities]
    of_templates = any(one.noted and not one.letterhead for one in found)
    fields = f" Alla fält som finns: {command('templates fields', folder)}" if of_templates else ""
    yield f"{', '.join(sums)}.{fields}"
