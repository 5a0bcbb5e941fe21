"""The command that mends a fault at a path."""

from __future__ import annotations

from dialogcli.base.commands import fill, set_
from dialogcli.base.fieldtypes import FieldType
from dialogcli.base.findings import Remedy
from dialogcli.base.screen import Command
from dialogcli.base.words import same_word
from dialogcli.rulebook.model import Rulebook, Section


def remedy(rulebook: Rulebook, path: str) -> Remedy:
    """`dialog fill --section risker`; in a folder of files, where there is nothing to fill yet,
    `dialog set`.
    """
    form = rulebook.forms.get(path.split(".")[0])
    if form is None:
        return ""
    if form.items:
        return _set(rulebook, path)
    section = rulebook.section_of(path)
    if section is None:
        return fill(form.id)
    if len(section.paths) == 1 and _sections_called(rulebook, section.id) == [section]:
        return fill(section.id)
    return fill(_field(rulebook, path))


def section_command(rulebook: Rulebook, paths: list[str]) -> Command:
    """The one command for several faults: their common section, else their common form, else all of
    it.
    """
    sections = {section.id for path in paths if (section := rulebook.section_of(path))}
    forms = {path.split(".")[0] for path in paths}
    if len(sections) == 1 and len(_sections_called(rulebook, min(sections))) == 1:
        return fill(sections.pop())
    return fill(forms.pop() if len(forms) == 1 else "")


def _field(rulebook: Rulebook, path: str) -> str:
    """The field by its own name; with its form where the name means more than one thing."""
    form_id, field, *_ = path.split(".")
    owners = [form for form in rulebook.forms.values() if not form.items and field in form.fields]
    called = _sections_called(rulebook, field)
    clear = (
        called == [rulebook.section_of(path)]
        if called
        else len(owners) == 1 and field not in rulebook.forms
    )
    return field if clear else f"{form_id}.{field}"


def _sections_called(rulebook: Rulebook, name: str) -> list[Section | None]:
    return [
        section
        for form in rulebook.forms.values()
        if not form.items
        for section in form.sections
        if same_word(name, section.id) or same_word(name, section.title)
    ]


def _set(rulebook: Rulebook, path: str) -> Command:
    """A fault of the whole file is mended by writing its date, which makes the file; so is one of
    all of them, in a file that is to be named.
    """
    form_id, *words = path.split(".")
    form = rulebook.forms[form_id]
    if len(words) < 2:
        field_id = "datum" if "datum" in form.fields else next(iter(form.fields))
        key = words[0] if words else form.fields[form.items].type.placeholder
        path = f"{form_id}.{key}.{field_id}"
    field = rulebook.field_at(path)
    placeholder = field.type.placeholder if field else FieldType.placeholder
    return set_(path, placeholder)
