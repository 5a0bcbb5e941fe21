"""The command that mends a fault at a path: it asks the question, or writes the one answer.

What is wrong in a decision is put right by a correction, which keeps what it said before; one that
is missing is entered. Its day is never written over.
"""

from __future__ import annotations

from dialogcli.base.commands import add, decide, decide_correct, fill, set_, set_waiver
from dialogcli.base.fieldtypes import FieldType, Shape
from dialogcli.base.findings import Remedy
from dialogcli.base.screen import Command
from dialogcli.base.words import same_word
from dialogcli.dossier.model import AFTERWARDS, Answer, Dossier
from dialogcli.rulebook.model import DECISIONS, STOP, WAIVERS, Form, Rulebook, Section


def remedy(rulebook: Rulebook, path: str) -> Remedy:
    """`dialog fill --section risker`; in a folder of files what enters one, or changes the answer."""
    form = rulebook.forms.get(path.split(".")[0])
    if form is None:
        return ""
    if form.id == DECISIONS:
        return _decision(rulebook, path)
    if form.id == STOP:
        return _set(rulebook, path)  # it is asked by its own command, and only once
    if form.items:
        return _item(rulebook, form, path)
    section = rulebook.section_of(path)
    if section is None:
        return fill(form.id)
    if len(section.paths) == 1 and _sections_called(rulebook, section.id) == [section]:
        return fill(section.id)
    return fill(_field(rulebook, path))


def remedy_in(dossier: Dossier, path: str, file: str) -> Remedy:
    """The same where several files may have the key in the path, or one has none: that which is
    meant goes by its own name then. One that there is not is entered.
    """
    form_id, *words = path.split(".")
    if not _is_added(dossier.rulebook, form_id) or len(words) < 2:
        return remedy(dossier.rulebook, path)
    there = [one for one in dossier.files.get(form_id, ()) if same_word(one.key, words[0])]
    if not there:
        return add(form_id)
    for one in there:
        is_named = bool(words[0]) and dossier.item(form_id, words[0]) == one
        if one.file == file and not is_named:
            path = ".".join([form_id, one.stem, *words[1:]])
    return remedy(dossier.rulebook, path)


def remedy_at(dossier: Dossier, answer: Answer) -> Remedy:
    """The same for an answer, where it stands."""
    return remedy_in(dossier, answer.path, answer.place.file)


def _is_added(rulebook: Rulebook, form_id: str) -> bool:
    """Whether there may be several of a form; decisions and exceptions have commands of their own."""
    form = rulebook.forms.get(form_id)
    return bool(form and form.items) and form_id not in (DECISIONS, WAIVERS)


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


def _decision(rulebook: Rulebook, path: str) -> Remedy:
    """One that is missing is entered; an answer in one that is there is corrected, or added."""
    _, *words = path.split(".")
    gate = next((one for one in rulebook.gates() if words and one.id == words[0]), None)
    if gate is None:
        return ""
    if len(words) == 1:
        return decide(gate.word)
    return _set(rulebook, path) if words[1] in AFTERWARDS else decide_correct(gate.word)


def _item(rulebook: Rulebook, form: Form, path: str) -> Command:
    """An item that is missing is added; of one that is there an answer is written, and what has
    several parts is asked for.
    """
    _, *words = path.split(".")
    if form.id == WAIVERS and words:
        return set_waiver(words[0])
    if len(words) < 2:
        return add(form.id)
    field = rulebook.field_at(path)
    if field is None or field.parts or field.many or field.type.shape is not Shape.SCALAR:
        return fill(".".join(path.split(".")[:2]))
    return _set(rulebook, path)


def _set(rulebook: Rulebook, path: str) -> Command:
    field = rulebook.field_at(path)
    return set_(path, field.type.placeholder if field else FieldType.placeholder)
