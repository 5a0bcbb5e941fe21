"""The model of a rulebook: what the engine knows of an organisation's policy. Everything here is immutable data.

Tuples rather than dataclasses: they are made seven times faster at import, and start-up is what people feel.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from dialogcli.model.finding import Citation, Severity
from dialogcli.model.words import same_word, slug

NOTHING: Mapping[str, Any] = MappingProxyType({})
"""No entries: what a mapping is that is not given."""


class FieldType(StrEnum):
    """What a value may be; the words of the rulebook language."""

    TEXT = "text"
    PROSE = "prose"
    YESNO = "yesno"
    CHOICE = "choice"
    NUMBER = "number"
    AMOUNT = "amount"
    DATE = "date"
    ORGAN = "organ"
    REFERENCE = "reference"
    STATEMENT = "statement"
    GROUP = "group"
    TABLE = "table"


class Modality(StrEnum):
    """How a source puts a requirement; with the source's standing it decides the severity."""

    SKA = "ska"
    FÅR_INTE = "får inte"
    BÖR = "bör"
    KAN = "kan"
    PRINCIP = "princip"
    DEFINITION = "definition"
    UPPGIFT = "uppgift"


class Field(NamedTuple):
    """One value that a form can hold, described once in the vocabulary.

    `parts` are the fields of a group, the columns of a table, or the four parts of a statement. `choices` and
    `answers` lead from the stored word to the one that is shown. `own_label` says that the label is the policy's
    own heading, which messages put in quotation marks. `explained`: what a choice means, for those who choose.
    """

    id: str
    type: FieldType
    label: str
    question: str = ""
    guidance: str = ""
    example: str = ""
    choices: Mapping[str, str] = NOTHING
    answers: Mapping[str, str] = NOTHING
    parts: Mapping[str, Field] = NOTHING
    many: bool = False
    own_label: bool = False
    explained: Mapping[str, str] = NOTHING

    @property
    def offered(self) -> Mapping[str, str]:
        """The choices with what they mean, as somebody chooses among them: `Dialog (deltagarna resonerar)`."""
        return {word: f"{label} ({self.explained[word]})" if word in self.explained else label
                for word, label in self.choices.items()}

    @property
    def name(self) -> str:
        """The label as a sentence names it: `"Utmaningar och risker"`, `Barnrättsperspektiv`."""
        return f'"{self.label}"' if self.own_label else self.label


class Section(NamedTuple):
    """A chapter of a form: the paths (`form.field`) that are asked and shown together, of this form or another."""

    id: str
    title: str
    paths: tuple[str, ...]


class Form(NamedTuple):
    """One structured file of a dossier, or with `items` (the key field's id) a folder with one file per item."""

    id: str
    title: str
    fields: Mapping[str, Field]
    sections: tuple[Section, ...]
    items: str = ""

    @property
    def file(self) -> str:
        """`handlingsplan.yaml`, or the folder `aterkoppling`."""
        return slug(self.id) if self.items else f"{slug(self.id)}.yaml"


class SourceDocument(NamedTuple):
    """A document that rules cite. `severity` is the most that a rule resting on it can weigh.

    `adopted` holds what is known of by, date, from, paragraph, dnr (text), in that order; `reviewed` date, paragraph.
    """

    id: str
    title: str
    standing: str
    severity: Severity
    short: str = ""
    adopted: Mapping[str, str] = NOTHING
    note: str = ""
    reviewed: Mapping[str, str] = NOTHING


class Organ(NamedTuple):
    """A body or an office that the policy names."""

    id: str
    name: str
    type: str


class Decider(NamedTuple):
    """Who may decide at a gate; each given criterion narrows. `named_in`: the first filled-in path names the organ."""

    organs: tuple[str, ...] = ()
    organ_types: tuple[str, ...] = ()
    role: str = ""
    named_in: tuple[str, ...] = ()
    when: Mapping[str, tuple[str, ...]] = NOTHING


class Done(NamedTuple):
    """When a step is done: `filled` paths hold something, and `values` paths hold one of the words given."""

    filled: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] = NOTHING


class Step(NamedTuple):
    """A stage of the process. `after` names the entries that come before; `ends` the answers that end the process.

    `who` is whose turn it is, in the policy's words; '' when it does not say.
    """

    id: str
    name: str
    after: tuple[str, ...]
    done: Done = Done()
    ends: Mapping[str, tuple[str, ...]] = NOTHING
    who: str = ""


class Gate(NamedTuple):
    """A step where somebody decides. `outcomes` leads from the outcome to go_on, go_back, stop or stay."""

    id: str
    name: str
    after: tuple[str, ...]
    deciders: tuple[Decider, ...]
    outcomes: Mapping[str, str]
    back_to: str = ""
    adopts: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    proposes: tuple[str, ...] = ()
    unregulated: str = ""

    @property
    def word(self) -> str:
        """What the user types for it: its own id, or for the reserved ids the name (`presidiets-beslut`)."""
        return "-".join(self.name.lower().split()) if self.id in RESERVED_GATES else self.id

    def is_called(self, typed: str) -> bool:
        return any(same_word(typed, word) for word in (self.id, self.name, self.word))


Entry: TypeAlias = Step | Gate

RESERVED_GATES = ("dialogbeslut", "sakbeslut")
"""Gates that overlays, shared documents and lists across organisations know by these ids."""

RESERVED_STEPS = ("övervägande", "planering", "genomförande", "sammanställning", "återkoppling", "utvärdering")
"""Steps that mean the same in every rulebook that has them; no rulebook must have them."""

Option: TypeAlias = str | int | tuple[str, ...] | Mapping[str, tuple[str, ...]]


class Rule(NamedTuple):
    """One requirement made checkable. A rule over a range of rows is loaded as one rule for each row.

    `options` are those of its kind (rulebook/kinds.py), paths and values always as tuples. At most one of `before`
    and `from_` (entry ids) is given. `when`: path -> values, any of which makes the rule apply. `citations`: the
    first decides. `also` lists further rows that the same check answers. `refuses` says, as a sentence, what a refused
    answer means, and `instead` what can be done instead.
    """

    id: str
    says: str
    kind: str
    options: Mapping[str, Option]
    citations: tuple[Citation, ...]
    severity: Severity
    modality: Modality = Modality.SKA
    before: str = ""
    from_: str = ""
    when: Mapping[str, tuple[str, ...]] = NOTHING
    unless: str = ""
    also: tuple[str, ...] = ()
    prints: Mapping[str, str] = NOTHING
    waivable: bool = True
    instead: tuple[str, ...] = ()
    refuses: str = ""

    @property
    def source(self) -> Citation:
        return self.citations[0]

    @property
    def row(self) -> str:
        """The requirement that it answers, alone or with others: `V-34` for `V-34a`."""
        return self.id.rstrip("abcdefghij")

    @property
    def fields(self) -> tuple[str, ...]:
        """The paths of the option `fields` (or `dates`, `rows`), in order."""
        return next((paths for name in ("fields", "dates", "rows") if (paths := self.texts(name))), ())

    def texts(self, option: str) -> tuple[str, ...]:
        """An option that holds paths, values or ids; () when it is not given."""
        value = self.options.get(option, ())
        return (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()

    def text(self, option: str) -> str:
        """An option that holds one path or id; '' when it is not given."""
        return next(iter(self.texts(option)), "")

    def number(self, option: str, default: int = 0) -> int:
        """An option that holds a whole number."""
        value = self.options.get(option, default)
        return value if isinstance(value, int) else default

    def pairs(self, option: str) -> Mapping[str, tuple[str, ...]]:
        """An option that leads from columns to values; empty when it is not given."""
        value = self.options.get(option, {})
        return value if isinstance(value, Mapping) else {}


class Unchecked(NamedTuple):
    """A row that no rule checks, and where it went instead (`as_`: field, document, register, guidance ...)."""

    id: str
    as_: str
    says: str
    citations: tuple[Citation, ...]
    modality: Modality
    where: str = ""
    prints: Mapping[str, str] = NOTHING


class DocumentSpec(NamedTuple):
    """A document that the rulebook's process wants: `template` is a file name without ending in templates/documents.

    `layout` is one of those that the template has, '' where it has but one. `each`: a form with items, for every file
    of which there is one such document; of decisions, for those at the gate that it comes after. `only`: the keys of
    the files (audiences) that it is made for, empty for all.
    """

    id: str
    title: str
    template: str
    before: str = ""
    after: str = ""
    leads_with: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    layout: str = ""
    each: str = ""
    only: tuple[str, ...] = ()


class Register(NamedTuple):
    """A list over all dossiers (`from_`: a form), with `own` one with entries of its own, or both at once.

    `fields` are those of its own entries, the first of which names the entry.
    """

    id: str
    title: str
    columns: tuple[str, ...]
    from_: str = ""
    own: bool = False
    fields: Mapping[str, Field] = NOTHING


class Rulebook(NamedTuple):
    """One organisation's policy, whole and consistent: a loader that returns one has found no fault in it.

    Mappings are in the order of the file; `entries` are steps and gates in reading order. `outcomes` leads from an
    outcome to the fields of the decision that it demands. `missing_rows`: of an incomplete rulebook, the rows that
    neither a rule nor `unchecked` deals with. `overlays`: the titles, with version, of those that are combined in.
    `newer`: of an earlier version, the one that holds for new dialogues. `layouts`: how the templates that are shipped
    can arrange a document, by its id, the common way first.
    """

    id: str
    version: str
    organisation: str
    rows: tuple[str, ...]
    sources: Mapping[str, SourceDocument]
    organs: tuple[Organ, ...]
    organ_types: tuple[str, ...]
    audiences: Mapping[str, str]
    outcomes: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, Form]
    entries: Mapping[str, Entry]
    rules: Mapping[str, Rule]
    unchecked: Mapping[str, Unchecked]
    documents: tuple[DocumentSpec, ...]
    registers: Mapping[str, Register]
    incomplete: bool = False
    missing_rows: tuple[str, ...] = ()
    overlays: tuple[str, ...] = ()
    newer: str = ""
    layouts: Mapping[str, tuple[str, ...]] = NOTHING

    @property
    def main_source(self) -> SourceDocument:
        """The document that stands first: it heads reports and names the rulebook."""
        return next(iter(self.sources.values()))

    def gates(self) -> Iterator[Gate]:
        return (entry for entry in self.entries.values() if isinstance(entry, Gate))

    def gate(self, gate_id: str) -> Gate:
        """The gate with that id. Raises KeyError: a loaded rulebook names no gate that it has not."""
        entry = self.entries[gate_id]
        if not isinstance(entry, Gate):
            raise KeyError(gate_id)
        return entry

    def gate_called(self, typed: str) -> Gate | None:
        """The gate that a user means."""
        return next((gate for gate in self.gates() if gate.is_called(typed)), None)

    def organ_called(self, typed: str) -> Organ | None:
        """The named organ with that id or name."""
        return next((organ for organ in self.organs if typed == organ.id or same_word(typed, organ.name)), None)

    def field_at(self, path: str) -> Field | None:
        """The field at a path such as `handlingsplan.risker.*.åtgärd`; numbers, item keys and `*` are passed over."""
        form_id, *words = path.split(".")
        form = self.forms.get(form_id)
        if form is None:
            return None
        if form.items and words:
            words = words[1:]
        fields, found = form.fields, None
        for word in words:
            if word == "*" or word.isdigit():
                continue
            found = fields.get(word)
            if found is None:
                return None
            fields = found.parts
        return found

    def section_of(self, path: str) -> Section | None:
        """The section in which the field at a path is asked."""
        head = ".".join(path.split(".")[:2])
        owner = self.forms.get(path.split(".")[0])
        candidates = [section for form in self.forms.values() for section in form.sections]
        return next((section for section in candidates if head in section.paths), None) or (
            owner.sections[0] if owner and owner.sections else None)

    def asked_by(self, path: str) -> Rule | None:
        """The rule that first asks for the field at a path, or for a part of it."""
        head = path.replace(".*", "")
        asking = ("required", "statement", "one_of", "forbidden", "covers", "count")
        found = [rule for rule in self.rules.values()
                 if rule.kind in asking
                 and any(asked == head or asked.startswith(head + ".")
                         for asked in (field.replace(".*", "") for field in rule.fields))]
        return min(found, key=lambda rule: asking.index(rule.kind), default=None)


class Overlay(NamedTuple):
    """Rules that can lie on top of any rulebook, such as those of law: a policy without a process of its own.

    It knows only the shared forms, the reserved steps and gates, and the forms of its own that are in `forms`.
    `tried_on` is the rulebook that its cases are tried on.
    """

    id: str
    version: str
    title: str
    tried_on: str
    rows: tuple[str, ...]
    sources: Mapping[str, SourceDocument]
    forms: Mapping[str, Form]
    rules: Mapping[str, Rule]
    unchecked: Mapping[str, Unchecked]
