"""A policy as a whole: a rulebook with a process, or an overlay of rules on top of any; what it
rests on, whom it names, and what comes of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.findings import Severity
from dialogcli.base.organ_names import OFFICIALS, same_name, short_names, without_acting
from dialogcli.base.typed_dates import Direction
from dialogcli.base.words import NOTHING, is_number
from dialogcli.rulebook.model.fields import Field, Form, Section
from dialogcli.rulebook.model.process import Entry, Gate, Step
from dialogcli.rulebook.model.rules import Rule, Unchecked


class SourceDocument(NamedTuple):
    """A document that rules cite. `severity` is the most that a rule resting on it can weigh.

    `adopted` holds what is known of by, date, from, paragraph, dnr (text), in that order;
    `reviewed` date, paragraph.
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
    """A body or an office that the policy names, or that the organisation lists itself.

    `aliases` are other names of today; `former` those of earlier days, each with the last day that
    it had it.
    """

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    former: Mapping[str, Day] = NOTHING

    def is_called(self, typed: str) -> bool:
        """Whether that is its id or one of its names, of today or earlier."""
        names = (self.name, *self.aliases, *self.former)
        return typed == self.id or any(same_name(typed, name) for name in names)

    def former_name(self, typed: str) -> str:
        """The earlier name that a text is; '' for one of today."""
        return next((name for name in self.former if same_name(typed, name)), "")


class DocumentSpec(NamedTuple):
    """A document that the rulebook's process wants: `template` is a file name without ending in
    templates/documents.

    `layout` is one of those that the template has, '' where it has but one. `each`: a form with
    items, for every file of which there is one such document; of decisions, for those at the gate
    that it comes after. `only`: the keys of the files (audiences) that it is made for, empty for
    all.
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
    """A list over all dossiers (`from_`: a form), with `own` one with entries of its own, or both
    at once.

    `fields` are those of its own entries, the first of which names the entry.
    """

    id: str
    title: str
    columns: tuple[str, ...]
    from_: str = ""
    own: bool = False
    fields: Mapping[str, Field] = NOTHING


class Unbound(NamedTuple):
    """A step or gate that does not need one which comes before it, and why."""

    entry: Entry
    before: Entry
    why: str

    @property
    def said(self) -> str:
        """`Återkoppling behöver inte Beslut i sakfrågan: Medborgarna får höra det först.`"""
        why = self.why.rstrip(".")
        return f"{self.entry.name} behöver inte {self.before.name}: {why}."


class Rulebook(NamedTuple):
    """One organisation's policy, whole and consistent: a loader that returns one has found no fault
    in it.

    Mappings are in the order of the file; `entries` are steps and gates in reading order.
    `outcomes` leads from an outcome to the fields of the decision that it demands. `overlays`: the
    titles, with version, of those that are combined in. `newer`: of an earlier version, the one
    that holds for new dialogues. `layouts`: how the templates that are shipped can arrange a
    document, by its id, the common way first. `contacts`: addresses and telephone numbers at which
    the organisation itself is reached, and which are nobody's personal data. `support`: what the
    organisation calls its own handbook and the like -> where it is.
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
    overlays: tuple[str, ...] = ()
    newer: str = ""
    layouts: Mapping[str, tuple[str, ...]] = NOTHING
    contacts: tuple[str, ...] = ()
    support: Mapping[str, str] = NOTHING

    @property
    def main_source(self) -> SourceDocument:
        """The document that stands first: it heads reports and names the rulebook."""
        return next(iter(self.sources.values()))

    def gates(self) -> Iterator[Gate]:
        return (entry for entry in self.entries.values() if isinstance(entry, Gate))

    def steps(self) -> Iterator[Step]:
        return (entry for entry in self.entries.values() if isinstance(entry, Step))

    def unbound(self) -> Iterator[Unbound]:
        """The links of the course that are switched off."""
        for entry in self.entries.values():
            for other, why in entry.unbound.items():
                yield Unbound(entry, self.entries[other], why)

    def gate(self, gate_id: str) -> Gate:
        """The gate with that id. Raises KeyError: a loaded rulebook names no gate that it has not."""
        entry = self.entries[gate_id]
        if not isinstance(entry, Gate):
            raise KeyError(gate_id)
        return entry

    def gate_called(self, typed: str) -> Gate | None:
        """The gate that a user means."""
        return next((gate for gate in self.gates() if gate.is_called(typed)), None)

    @property
    def organ_names(self) -> dict[str, str]:
        """The names of the organs by their ids and other names of today."""
        by_id = {organ.id: organ.name for organ in self.organs}
        return by_id | {other: organ.name for organ in self.organs for other in organ.aliases}

    def organ_called(self, typed: str) -> Organ | None:
        """The listed organ with that id or name, else the only one that can be meant by a shorter
        one (`fullmäktige`, `tillförordnad regiondirektör`).
        """
        found = next((organ for organ in self.organs if organ.is_called(typed)), None)
        return found or self._organ_called_for_short(typed)

    def _organ_called_for_short(self, typed: str) -> Organ | None:
        meant = [
            organ
            for organ in self.organs
            if any(same_name(typed, short) for short in short_names(organ.name))
            or (organ.type == OFFICIALS and organ.is_called(without_acting(typed)))
        ]
        return meant[0] if len(meant) == 1 else None

    def field_at(self, path: str) -> Field | None:
        """The field at a path such as `handlingsplan.risker.*.åtgärd`; numbers, item keys and `*`
        are passed over. One of several answers (`dossier.dnr.2`) is a field of one answer.
        """
        found = self._declared_at(path)
        if found and found.many and is_number(path.rpartition(".")[2]):
            return found._replace(many=False)
        return found

    def _declared_at(self, path: str) -> Field | None:
        form_id, *words = path.split(".")
        form = self.forms.get(form_id)
        if form is None:
            return None
        if form.items and words:
            words = words[1:]
        fields, found = form.fields, None
        for word in words:
            if word == "*" or is_number(word):
                continue
            found = fields.get(word)
            if found is None:
                return None
            fields = found.parts
        return found

    def direction_at(self, path: str) -> Direction:
        """Where a day at a path lies whose year is left out."""
        form_id, *words = path.split(".")
        form = self.forms.get(form_id)
        if form is None:
            return Direction.AHEAD
        inside = words[1:] if form.items else words
        return form.direction(".".join(word for word in inside if not is_number(word)))

    def section_of(self, path: str) -> Section | None:
        """The section in which the field at a path is asked."""
        head = ".".join(path.split(".")[:2])
        owner = self.forms.get(path.split(".")[0])
        candidates = [section for form in self.forms.values() for section in form.sections]
        return next((section for section in candidates if head in section.paths), None) or (
            owner.sections[0] if owner and owner.sections else None
        )

    def asked_by(self, path: str) -> Rule | None:
        """The rule that first asks for the field at a path, or for a part of it."""
        head = path.replace(".*", "")
        found = [
            rule
            for rule in self.rules.values()
            if rule.kind.asks
            and any(
                asked == head or asked.startswith(head + ".")
                for asked in (field.replace(".*", "") for field in rule.fields)
            )
        ]
        return min(found, key=lambda rule: rule.kind.asks, default=None)


class Overlay(NamedTuple):
    """Rules that can lie on top of any rulebook, such as those of law: a policy without a process
    of its own.

    It knows only the shared forms, the reserved steps and gates, and the forms of its own that are
    in `forms`. `tried_on` is the rulebook that its cases are tried on.
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
