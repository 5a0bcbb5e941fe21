"""From the texts of a folder to a dossier: which file is which form, and what does not belong. The
entries that registers have of their own become one in the same way, with the registers as its
forms.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dialogcli.base import words
from dialogcli.base.findings import FileFault, Finding, NoteKind, Place, Severity
from dialogcli.base.words import plain
from dialogcli.disk.files import TextFile
from dialogcli.dossier.copies import (
    copy_findings,
    copy_found,
    original_of,
    says_the_same,
    without_copies,
)
from dialogcli.dossier.model import WITHDRAWN, Dossier, FormFile
from dialogcli.dossier.values import Typing
from dialogcli.rulebook.model import DECISIONS, Form, Rule, Rulebook
from dialogcli.yamltext import nodes
from dialogcli.yamltext.reader import Reading, read_yaml

NOT_FORMS = ("organ.yaml", "organisation.yaml")
"""Files that may lie in a dossier without being one of its forms."""


def build_dossier(rulebook: Rulebook, texts: Mapping[str, str]) -> Dossier:
    """The dossier that files with these names (`beslut/x.yaml`) and texts make up."""
    readings = {name: read_yaml(text, name) for name, text in texts.items()}
    return assemble_dossier(rulebook, readings)._replace(texts=texts)


def assemble_dossier(rulebook: Rulebook, readings: Mapping[str, Reading]) -> Dossier:
    """The dossier of files that are read already; those with faults are in `faults` and nowhere
    else.
    """
    faults: list[FileFault] = []
    hints: list[FileFault] = []
    for reading in readings.values():
        faults += reading.faults
        hints += reading.hints
    typing = Typing(list(map(_hint, hints)))
    present = _present(rulebook, readings, typing)
    withdrawn = _taken_out(present)
    files = _counted_once(present, rulebook, typing)
    unreadable = {fault.place.file for fault in faults}
    for form in rulebook.forms.values():
        if not form.items and not files[form.id] and form.file not in unreadable:
            files[form.id].append(_absent(form, typing))
    return Dossier(
        rulebook,
        {form_id: tuple(found) for form_id, found in files.items()},
        tuple(remark.discreet() for remark in typing.remarks),
        tuple(fault.discreet() for fault in faults),
        withdrawn=withdrawn,
    )


def _taken_out(files: dict[str, list[FormFile]]) -> tuple[FormFile, ...]:
    """The decisions that were taken back, which are in `files` no longer."""
    decisions = files.get(DECISIONS, [])
    withdrawn = tuple(filter(_is_withdrawn, decisions))
    for file in withdrawn:
        decisions.remove(file)
    return withdrawn


def _is_withdrawn(decision: FormFile) -> bool:
    """Whether a decision was taken back; without a reason it was not."""
    mark = decision.answers.get(WITHDRAWN)
    reason = mark.part("skäl") if mark else None
    return reason is not None and reason.filled and not reason.excused


def readings_of(files: Mapping[str, TextFile | FileFault]) -> dict[str, Reading]:
    """What files hold, by name, as a folder of them has been read."""
    return {
        name: Reading(None, (file,)) if isinstance(file, FileFault) else read_yaml(file.text, name)
        for name, file in files.items()
    }


def _present(
    rulebook: Rulebook, readings: Mapping[str, Reading], typing: Typing
) -> dict[str, list[FormFile]]:
    """The files that can be read, by the form that each of them is of."""
    files: dict[str, list[FormFile]] = {form_id: [] for form_id in rulebook.forms}
    strangers: dict[str, Reading] = {}
    for name, reading in sorted(readings.items()):
        form = _form_of(rulebook, name)
        if form is None:
            strangers[name] = reading
        elif reading.root is not None:
            files[form.id].append(_form_file(rulebook, form, name, reading.root, typing))
    for name, reading in strangers.items():
        original = _original_of_stranger(rulebook, name, reading, files)
        if original:
            form, file = original
            typing.remarks += copy_found(form, name, file, form.id)
        else:
            _remark_on_stranger(rulebook, name, readings, typing)
    return files


def _original_of_stranger(
    rulebook: Rulebook, name: str, reading: Reading, files: Mapping[str, list[FormFile]]
) -> tuple[Form, str] | None:
    """The form that a file at the top repeats by its name or by all that it says, and its file."""
    if "/" in name or name in NOT_FORMS:
        return None
    for form in rulebook.forms.values():
        for file in () if form.items else files[form.id]:
            if original_of(name, (file.file,)):
                return form, file.file
            if reading.root is not None:
                tried = _form_file(rulebook, form, name, reading.root, Typing())
                if says_the_same(tried, file):
                    return form, file.file
    return None


def _counted_once(
    files: Mapping[str, list[FormFile]], rulebook: Rulebook, typing: Typing
) -> dict[str, list[FormFile]]:
    """The files without those that repeat another, which are remarked on."""
    counted = {}
    for form_id, found in files.items():
        kept = without_copies(rulebook.forms[form_id], found)
        counted[form_id] = list(kept.files)
        for copy, original in kept.copies:
            typing.remarks += copy_findings(copy, original)
    return counted


def _hint(hint: FileFault) -> Finding:
    remedy = next((text for kind, text in hint.notes if kind is NoteKind.WRITE_SO), "")
    return Finding(
        hint.code,
        Severity.VARNING,
        hint.message,
        hint.place,
        remedy=f"Skriv så: {remedy}" if remedy else "",
    )


def _form_of(rulebook: Rulebook, name: str) -> Form | None:
    folder, _, _ = name.rpartition("/")
    wanted = words.plain(folder or name)
    for form in rulebook.forms.values():
        if form.file == wanted and bool(form.items) == bool(folder):
            return form
    return None


def _form_file(
    rulebook: Rulebook, form: Form, name: str, root: nodes.Mapping, typing: Typing
) -> FormFile:
    key = _key(rulebook, form, root, name, typing) if form.items else ""
    path = f"{form.id}.{key}" if form.items else form.id
    return FormFile(form, name, True, typing.answers(form.fields, root, path), key)


def _absent(form: Form, typing: Typing) -> FormFile:
    """An ordinary form whose file is not there: every field is missing at its first line."""
    place = Place(form.file)
    nothing = nodes.Mapping((), place, nodes.Span(0, 0))
    return FormFile(form, form.file, False, typing.answers(form.fields, nothing, form.id))


def _key(rulebook: Rulebook, form: Form, root: nodes.Mapping, name: str, typing: Typing) -> str:
    entry = root.get(form.items)
    text = entry.value.text.strip() if entry and isinstance(entry.value, nodes.Scalar) else ""
    if text and form.id == DECISIONS:
        return _gate_id(rulebook, text, entry.value.place if entry else Place(name), typing)
    if not text:
        label = form.fields[form.items].label
        typing.remarks.append(
            Finding(
                "nyckel-saknas",
                Severity.FEL,
                f"{label} saknas, så filen hör inte till något.",
                Place(name),
                f"{form.id}..{form.items}",
                remedy=f"Skriv {form.items}: i filen {name}",
            )
        )
    return text


def _gate_id(rulebook: Rulebook, text: str, place: Place, typing: Typing) -> str:
    gate = rulebook.gate_called(text)
    if gate is None:
        known = words.listed((gate.word for gate in rulebook.gates()), "eller")
        typing.remarks.append(
            Finding(
                "okänd-beslutspunkt",
                Severity.FEL,
                f"Beslutet {text} finns inte i regelverket.",
                place,
                remedy=f"Skriv {known}.",
            )
        )
    return gate.id if gate else text


def _remark_on_stranger(
    rulebook: Rulebook, name: str, there: Collection[str], typing: Typing
) -> None:
    """Never advises a name that another file has: that would be written over."""
    if name in NOT_FORMS:
        return
    known = [form.file for form in rulebook.forms.values()]
    meant = words.nearest(name.split("/")[0], known)
    message = f"Filen {name} hör inte till regelverket."
    remedy = "Byt namn på filen, eller flytta den ur dossiern."
    if meant and meant in there:
        message = f"{message} {meant} finns redan."
        remedy = f"För över det som fattas till {meant}, och flytta filen ur dossiern."
    elif meant:
        message = f"{message} Menade du {meant}?"
    typing.remarks.append(
        Finding("okänd-fil", Severity.VARNING, message, Place(name), remedy=remedy)
    )


REGISTER_FOLDER = "register"
"""Where the entries lie, beside the dossiers: `register/kandidatomraden/badplatsen.yaml`."""


def judges_register(rule: Rule, rulebook: Rulebook) -> bool:
    """Whether a rule judges the entries of a register, over the whole repository, and not a
    dossier.
    """
    own = {register.id for register in rulebook.registers.values() if register.own}
    return any(path.split(".")[0] in own for path in rule.fields)


def register_forms(rulebook: Rulebook) -> dict[str, Form]:
    """Each register with entries of its own as a form with one file for each."""
    return {
        register.id: Form(
            register.id, register.title, register.fields, (), next(iter(register.fields))
        )
        for register in rulebook.registers.values()
        if register.own and register.fields
    }


def shelf_rulebook(rulebook: Rulebook) -> Rulebook:
    """The rulebook cut down to its registers. Its rules are judged at once, for a register has no
    process: one that has a moment demands that there are entries.
    """
    at_once = next(iter(rulebook.entries), "")
    rules = {
        id_: rule._replace(before="", from_=at_once if rule.before or rule.from_ else "")
        for id_, rule in rulebook.rules.items()
        if judges_register(rule, rulebook)
    }
    return rulebook._replace(forms=register_forms(rulebook), rules=rules, registers={})


def build_shelf(rulebook: Rulebook, readings: Mapping[str, Reading]) -> Dossier:
    """The entries in files with these names (`kandidatomraden/badplatsen.yaml`); those of other
    registers are left out.
    """
    cut = shelf_rulebook(rulebook)
    known = {form.file for form in cut.forms.values()}
    return assemble_dossier(
        cut,
        {name: reading for name, reading in readings.items() if plain(name.split("/")[0]) in known},
    )
