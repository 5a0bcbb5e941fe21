"""What `dialog templates` says: the fields that a template may use, and what is wrong with
templates and letterhead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dialogcli.base.commands import templates_copy, templates_fields
from dialogcli.base.fieldtypes import Shape
from dialogcli.base.screen import Item, Kept, Line, Screen, heading, line, rows, screen
from dialogcli.base.words import count, listed
from dialogcli.rulebook.model import Field, Form, Rulebook
from dialogcli.screens.findings import counted

if TYPE_CHECKING:
    from dialogcli.documents.template_check import Reviewed

_OTHERS = (
    ("document", "handlingen: title, date_in_words"),
    ("gate", "beslutspunkten: name, organ, date, proposes, decision"),
    ("decisions", "de beslut som redan är fattade: gate, line, outcome"),
    (
        "item",
        "det som handlingen gäller, om det finns en för varje tillfälle, beslut eller återkoppling",
    ),
    ("shows, sections, annexes", "det som regelverket vill visa, med rubriker"),
    ("organisation, draft", "organisationens namn, och om det är ett utkast"),
)


def fields_screen(rulebook: Rulebook, forms: Iterable[Form]) -> Screen:
    """Every field of some forms: what one types, of what kind it is, and what it is called."""
    return screen(
        [
            line(f"Fält i mallar, {rulebook.organisation}"),
            line("Löpande text: ", Kept("{{ handlingsplan.syfte | md }}")),
            line("Allt annat:   ", Kept("{{ dossier.titel }}")),
        ],
        *map(_form, forms),
        [heading("Andra namn"), rows(*_OTHERS, gap=2)],
        line("Mer om mallar: ", templates_copy("README")),
    )


def _form(form: Form) -> list[Item]:
    title, name = form.title, form.id
    if form.items:
        name = "ett"
        title += (
            f", en fil för varje: {{% for ett in {form.id}.every %}} {{{{ ett.{form.items} }}}}"
        )
    fields = ((f"{name}.{field.id}", _described(field)) for field in form.fields.values())
    return [heading(title), rows(*fields, gap=2)]


def _described(field: Field) -> str:
    """`val, Deltagare (flera)`."""
    text = f"{field.type.name}, {field.label}"
    if field.many:
        text += " (flera)"
    if field.parts and field.type.shape is not Shape.STATEMENT:
        text += f": {listed(field.parts)}"
    return text


def review_screen(found: Sequence[Reviewed]) -> Screen:
    """What is to be said of each template and the letterhead, and the sum."""
    told = [[_heading(one), *_noted(one)] for one in found if one.noted]
    return screen(*told, _sum(found))


def flaws_screen(name: str, messages: Sequence[str]) -> Screen:
    """What stands in the way of somebody who reads a Word file, and the sum."""
    if not messages:
        said = "inga hinder för den som läser med skärmläsare, och ingen mallkod kvar"
        return screen(line(f"{name}: {said}."))
    return screen(
        [
            heading(f"Word-filen {name}"),
            *(line(f"Fel: {message}", indent=2, hang=4) for message in messages),
        ],
        line(f"{len(messages)} fel."),
    )


def _heading(one: Reviewed) -> Line:
    return heading(f"{'Brevmallen' if one.letterhead else 'Mallen'} {one.name}")


def _noted(one: Reviewed) -> Iterator[Item]:
    for noted in one.noted:
        fault = noted.fault
        place = (" ", Kept(f"({fault.place})")) if noted.where else ()
        yield line(f"{noted.severity.word}: {fault.message}", *place, indent=2, hang=4)
        if fault.notes:
            yield rows(*((f"{kind}:", text) for kind, text in fault.notes), indent=4)


def _sum(found: Sequence[Reviewed]) -> Line:
    noted = [remark for one in found for remark in one.noted]
    if not noted:
        templates = count(sum(not one.letterhead for one in found), "mall", "mallar")
        return line(f"{templates} och brevmallen, inga fel.")
    said = f"{counted(noted, zeros=False)}."
    if any(one.noted and not one.letterhead for one in found):
        return line(f"{said} Alla fält som finns: ", templates_fields())
    return line(said)
