"""What it takes to meet a rule, in plain Swedish, from its kind and options."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dialogcli.dossier.shelf import of_register, shelf_rulebook
from dialogcli.model.fieldtypes import Shape
from dialogcli.model.words import count, listed
from dialogcli.rulebook.model import Rule, Rulebook


def satisfied_by(rule: Rule, rulebook: Rulebook) -> str:
    """A part of a sentence that follows on `Uppfylls:`; names from the rulebook stand in quotation
    marks.
    """
    if of_register(rule, rulebook):
        rulebook = shelf_rulebook(rulebook)
    text = _BY_KIND[rule.kind](rule, rulebook)
    if rule.unless:
        text += f", eller när skälet står i {_name(rule.unless, rulebook)}"
    return text


def applies_when(rule: Rule, rulebook: Rulebook) -> str:
    """`när "Deltagare" är barn eller unga`; '' for a rule that always applies."""
    conditions = [
        f"{_name(path, rulebook)} är {_either(_shown(values, path, rulebook))}"
        for path, values in rule.when.items()
    ]
    return f"när {listed(conditions)}" if conditions else ""


def _required(rule: Rule, rulebook: Rulebook) -> str:
    names = [_name(path, rulebook) for path in rule.fields]
    if len(rule.fields) > 1:
        return f"när {listed(names)} är ifyllda"
    path = rule.fields[0]
    field = rulebook.field_at(path)
    if table := _table(path, rulebook):
        return f"när {table} har minst en rad, och varje rad har {names[0]}"
    return f"när {names[0]} {'har minst en rad' if field and field.type.shape is Shape.ROWS else 'är ifyllt'}"


def _statement(rule: Rule, rulebook: Rulebook) -> str:
    by = f" av {_either(_organs(rule.texts('by'), rulebook))}" if rule.texts("by") else ""
    return (
        f"av ett ställningstagande{by} i {_names(rule.fields, rulebook)}: "
        f"skäl (minst {rule.number('length')} tecken), vem och datum"
    )


def _one_of(rule: Rule, rulebook: Rulebook) -> str:
    return f"när {_names(rule.fields, rulebook)} är {_either(_allowed(rule, rulebook))}"


def _forbidden(rule: Rule, rulebook: Rulebook) -> str:
    return f"när {_names(rule.fields, rulebook)} inte är {_either(_allowed(rule, rulebook))}"


def _count(rule: Rule, rulebook: Rulebook) -> str:
    least, most = rule.number("min"), rule.number("max")
    bounds = [
        f"minst {least}" if least else "",
        f"högst {count(most, 'rad', 'rader')}" if most else "",
    ]
    number = " och ".join(filter(None, bounds)) + (
        "" if most else " rad" if least == 1 else " rader"
    )
    path = rule.text("rows")
    table = _table(path, rulebook) or _name(path, rulebook)
    where = [
        f"{_column(path, column, rulebook)} är {_either(_shown(values, f'{path}.{column}', rulebook))}"
        for column, values in rule.pairs("where").items()
    ]
    distinct = (
        f" med olika {_column(path, rule.text('distinct'), rulebook)}"
        if rule.text("distinct")
        else ""
    )
    return f"när {table} har {number}{distinct}" + (f" där {listed(where)}" if where else "")


def _at_least(rule: Rule, rulebook: Rulebook) -> str:
    return f"när {_names(rule.fields, rulebook)} är minst {rule.number('min')}"


def _covers(rule: Rule, rulebook: Rulebook) -> str:
    path = rule.fields[0]
    if grid := rule.pairs("combinations"):
        axes = (
            f"{_column(path, column, rulebook)} ({', '.join(_shown(values, f'{path}.*.{column}', rulebook))})"
            for column, values in grid.items()
        )
        return f"när {_name(path, rulebook)} har en rad för varje par av {listed(axes)}"
    if source := rule.text("values_from"):
        return f"när {_name(path, rulebook)} har allt som står i {_name(source, rulebook)}"
    wanted = _shown(rule.texts("values"), path, rulebook)
    types = [f"organ av typen {kind}" for kind in rule.texts("organ_types")]
    return f"när {_name(path, rulebook)} har alla de här: {listed([*wanted, *types])}"


def _order(rule: Rule, rulebook: Rulebook) -> str:
    days = rule.number("days")
    apart = f", med minst {count(days, 'dag', 'dagar')} emellan" if days else ""
    dates = ", sedan ".join(_name(path, rulebook) for path in rule.fields)
    return f"när datumen kommer i den här ordningen: {dates}{apart}"


def _decided(rule: Rule, rulebook: Rulebook) -> str:
    return f"av ett infört beslut, av rätt organ: {rulebook.gate(rule.text('gate')).name}"


def _unchanged(rule: Rule, rulebook: Rulebook) -> str:
    forms = [
        f'"{rulebook.forms[form].title}"' for form in rule.texts("forms") if form in rulebook.forms
    ]
    watched = listed([*forms, *(_name(path, rulebook) for path in rule.fields)])
    return f"när {watched} inte är ändrat efter beslutet: {rulebook.gate(rule.text('since')).name}"


def _agrees(rule: Rule, rulebook: Rulebook) -> str:
    summed = any("*" in path for path in rule.fields)
    return (
        f"när {_names(rule.fields, rulebook)} säger detsamma"
        f"{', med beloppen i raderna hopräknade' if summed else ''}"
    )


def _feedback(rule: Rule, rulebook: Rulebook) -> str:
    audience = rulebook.audiences.get(rule.text("to"), rule.text("to"))
    channels = rule.number("channels")
    also = [f"i minst {channels} kanaler"] if channels > 1 else []
    columns = [_column("återkoppling", name, rulebook) for name in rule.fields]
    also += [f"med {listed(columns)}"] if columns else []
    how = f" {' och '.join(also)}" if also else ""
    return f'av återkoppling till "{audience}" efter {_name(rule.text("after"), rulebook)}{how}'


def _free_of(rule: Rule, _rulebook: Rulebook) -> str:
    return f"när ingen text i dossiern ser ut att innehålla {_either([_SOUGHT[what] for what in rule.texts('what')])}"


_SOUGHT = {
    "personnummer": "ett personnummer",
    "samordningsnummer": "ett samordningsnummer",
    "e-postadress": "en e-postadress",
    "telefonnummer": "ett telefonnummer",
}

_BY_KIND: Mapping[str, Callable[[Rule, Rulebook], str]] = {
    "required": _required,
    "statement": _statement,
    "one_of": _one_of,
    "forbidden": _forbidden,
    "count": _count,
    "at_least": _at_least,
    "covers": _covers,
    "order": _order,
    "decided": _decided,
    "unchanged": _unchanged,
    "agrees": _agrees,
    "free_of": _free_of,
    "feedback": _feedback,
}


def _names(paths: Iterable[str], rulebook: Rulebook) -> str:
    return listed(_name(path, rulebook) for path in paths)


def _name(path: str, rulebook: Rulebook) -> str:
    """`"Syfte" i Handlingsplan`, `"Datum" i Presidiets beslut`: the same field may stand in several
    places.
    """
    form_id, *words = path.split(".")
    form, field = rulebook.forms.get(form_id), rulebook.field_at(path)
    if form is None:
        return f'"{path}"'
    if field is None:
        return f'"{form.title}"'
    gate = rulebook.gate_called(words[0]) if form.items and words else None
    return f'"{field.label}" i {gate.name if gate else form.title}'


def _table(path: str, rulebook: Rulebook) -> str:
    """The table that a path with `*` runs through; '' when there is none, or the rows are files."""
    head = path.partition(".*")[0]
    return _name(head, rulebook) if head != path and "." in head else ""


def _column(path: str, column: str, rulebook: Rulebook) -> str:
    field = rulebook.field_at(f"{path.removesuffix('.*')}.*.{column}")
    return f'"{field.label if field else column}"'


def _shown(values: Iterable[str], path: str, rulebook: Rulebook) -> list[str]:
    """Stored words as people see them."""
    field = rulebook.field_at(path)
    return [
        (field.choices.get(value) or field.answers.get(value) or value) if field else value
        for value in values
    ]


def _allowed(rule: Rule, rulebook: Rulebook) -> list[str]:
    return [
        *_shown(rule.texts("values"), rule.fields[0], rulebook),
        *_organs(rule.texts("organs"), rulebook),
        *(f"ett organ av typen {kind}" for kind in rule.texts("organ_types")),
    ]


def _organs(organs: Iterable[str], rulebook: Rulebook) -> list[str]:
    return [found.name if (found := rulebook.organ_called(organ)) else organ for organ in organs]


def _either(words: list[str]) -> str:
    return listed(words, "eller")
