"""All that a template may use: the document itself, its gate and decision, and every form of the
dossier.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dialogcli.base.dates import Day
from dialogcli.documents.choose import Dated, Document, dated_by
from dialogcli.documents.markup.markdown import escape
from dialogcli.documents.markup.marks import CitedText
from dialogcli.documents.templating.answer_data import AnswerData, Asking, Data
from dialogcli.documents.templating.gates import Gates
from dialogcli.dossier.model import Dossier, FormFile
from dialogcli.dossier.select import latest_decision, select
from dialogcli.process.standing import standing
from dialogcli.rulebook.model import (
    DECISIONS,
    DocumentSpec,
    Form,
    Gate,
    Rule,
    Rulebook,
    Section,
    Unchecked,
)


@dataclass(frozen=True, slots=True)
class TemplateData:
    """The data of one document. `cited` is what the marks in it stand for; `day` the date that the
    document bears, None when the dossier does not say.
    """

    data: dict[str, Data]
    cited: Sequence[CitedText]
    day: Day | None


def template_data(
    document: Document, dossier: Dossier, *, draft: bool, words: Collection[str] | None = None
) -> TemplateData:
    """Gather what the template of a document may use.

    `words` are those it may ask for; forms that it does not name, and that the document does not
    show, stay empty.
    """
    return _Gathering(document, dossier, words).whole(draft)


class _Gathering:
    def __init__(self, document: Document, dossier: Dossier, words: Collection[str] | None) -> None:
        self.document = document
        self.spec = spec = document.spec
        self.dossier = dossier
        self.rulebook = dossier.rulebook
        entry = self.rulebook.entries.get(spec.before or spec.after)
        self.gate = entry if isinstance(entry, Gate) else None
        self.fields = AnswerData(dossier, Asking(dossier, entry.id if entry else ""))
        self.known: dict[str, Data] = {}
        self.own_form = _own_form(spec, self.rulebook)
        self.own_date = f"{self.own_form}.datum"
        self.alone = self._alone()
        self.wanted = self._wanted(words)

    def _wanted(self, words: Collection[str] | None) -> set[str]:
        """The forms to prepare: those named, also by a field of their own, and those shown, with
        their sections.
        """
        forms = self.rulebook.forms
        if words is None:
            return set(forms)
        named = set(words)
        named |= {_form_of(path) for name, path in self.alone.items() if name in words}
        named |= set(map(_form_of, (self.own_form, *self.spec.shows, *self.spec.leads_with)))
        wanted = named & set(forms)
        for form_id in tuple(wanted):
            for section in forms[form_id].sections:
                wanted |= set(map(_form_of, section.paths))
        return wanted

    def _alone(self) -> dict[str, str]:
        """The paths of the fields that only one form without items has, by their bare id."""
        paths: dict[str, list[str]] = {}
        for form in self.rulebook.forms.values():
            for name in () if form.items else form.fields:
                paths.setdefault(name, []).append(f"{form.id}.{name}")
        return {name: found[0] for name, found in paths.items() if len(found) == 1}

    def whole(self, draft: bool) -> TemplateData:
        forms = self._forms()
        dated = dated_by(self.document, self.dossier, self.own_form)
        day = dated.day if dated else None
        item = self.document.item
        gates = Gates(self.fields, standing(self.dossier))
        data: dict[str, Data] = {
            **{name: self.known.get(path, {}) for name, path in self.alone.items()},
            **forms,
            "document": self._document(dated),
            "item": self._file(item) if item else {},
            "draft": draft,
            "organisation": self.rulebook.organisation,
            "rulebook": {
                "id": self.rulebook.id,
                "version": self.rulebook.version,
                "source": self.rulebook.main_source.title,
            },
            "gate": gates.deciding(self.gate, self._decision()),
            "sections": {
                form.id: self._sections(form)
                for form in self.rulebook.forms.values()
                if form.id in self.wanted
            },
            "leads_with": self._at(self.spec.leads_with),
            "shows": self._at(self.spec.shows),
            "annexes": self._annexes(),
            "attachments": self._attachments(),
            "decisions": self._decisions(gates, day),
            "prints": self._prints(),
        }
        return TemplateData(data, self.fields.cited, day)

    def _document(self, dated: Dated | None) -> dict[str, Data]:
        return {
            "id": self.spec.id,
            "form": self.own_form,
            "title": self.spec.title,
            "layout": self.spec.layout,
            "date": self._date(dated, str(dated.day) if dated else ""),
            "date_in_words": self._date(dated, dated.day.in_words if dated else ""),
        }

    def _decision(self) -> FormFile | None:
        """The decision that the document is about."""
        item = self.document.item
        return item if item and item.form.id == DECISIONS else None

    def _decisions(self, gates: Gates, day: Day | None) -> list[Data]:
        """Those taken before; in a document about something else that happened, those known on its
        day.
        """
        decision = self._decision()
        if self.document.item and decision is None:
            return gates.taken(None, not_after=day)
        return gates.taken(self.gate, decision)

    def _prints(self) -> list[Data]:
        """The sentences that the rulebook wants in this document."""
        rows: list[Rule | Unchecked] = [
            *self.rulebook.rules.values(),
            *self.rulebook.unchecked.values(),
        ]
        return list(
            dict.fromkeys(row.prints[self.spec.id] for row in rows if self.spec.id in row.prints)
        )

    def _date(self, dated: Dated | None, text: str) -> Data:
        """The document's date, or the gap where it should stand."""
        path = dated.path if dated else self.own_date
        return {"mark": self.fields.mark(path, text or "datum", gap=not text)}

    def _forms(self) -> dict[str, Data]:
        """Every form by its id, empty when it is not wanted. Their fields are `known` afterwards."""
        forms: dict[str, Data] = {}
        for form in self.rulebook.forms.values():
            fields = self._form(form) if form.id in self.wanted else {}
            forms[form.id] = fields
            for field in fields.values():
                if isinstance(field, dict) and "path" in field:
                    self.known[str(field["path"])] = field
        return forms

    def _form(self, form: Form) -> dict[str, Data]:
        """A form's fields by id; of a form with items every item under its key (the latest), and
        all under `every`.
        """
        files = self.dossier.files.get(form.id, ())
        if not form.items:
            return self._file(files[0]) if files else {}
        keyed = {file.key: file for file in files}
        if form.id == DECISIONS:
            keyed = {key: latest_decision(self.dossier, key) or file for key, file in keyed.items()}
        every = {file.file: self._file(file) for file in files}
        return {
            **{key: every[file.file] for key, file in keyed.items()},
            "every": list(every.values()),
        }

    def _file(self, file: FormFile) -> dict[str, Data]:
        return {name: self.fields.field(answer) for name, answer in file.answers.items()}

    def _sections(self, form: Form) -> list[Data]:
        """The sections of a form in order, with the fields that are filled in or asked for; empty
        ones are left out.
        """
        sections: list[dict[str, Data]] = [
            {"id": one.id, "title": one.title, "fields": self._fields(one)} for one in form.sections
        ]
        return [section for section in sections if section["fields"]]

    def _fields(self, section: Section) -> list[Data]:
        """The fields of a section that are filled in or asked for, but for the document's own
        date.
        """
        paths = [path for path in section.paths if path != self.own_date]
        fields = [self.known[path] for path in paths if path in self.known]
        return [field for field in fields if _shown(field)]

    def _at(self, paths: Sequence[str]) -> list[Data]:
        """The fields at the paths of a document's `shows`: those of a whole form where only the
        form is named.
        """
        found: list[Data] = []
        for path in paths:
            if path in self.rulebook.forms:
                for section in self.rulebook.forms[path].sections:
                    found += self._fields(section)
            elif path in self.known:
                found.append(self.known[path])
            else:
                found += [self.fields.field(answer) for answer in select(self.dossier, path)]
        return [field for field in found if _shown(field)]

    def _annexes(self) -> list[Data]:
        """The other forms that a document shows whole, as far as no section of its own has shown
        their fields.
        """
        found: list[Data] = []
        for form_id in self.spec.shows:
            if form_id in self.rulebook.forms and form_id != self.own_form:
                form = self.rulebook.forms[form_id]
                if sections := self._sections(form):
                    found.append({"id": form.id, "title": form.title, "sections": sections})
        return found

    def _attachments(self) -> list[Data]:
        """The other documents that the same gate decides on, printed as their titles, with the
        dates that are known.
        """
        return [
            self._attachment(one)
            for one in self.rulebook.documents
            if self.spec.before and one.before == self.spec.before and one.id != self.spec.id
        ]

    def _attachment(self, spec: DocumentSpec) -> Data:
        dated = dated_by(Document(spec, spec.id), self.dossier, _own_form(spec, self.rulebook))
        date: Data = {"mark": self.fields.mark(dated.path, dated.day.in_words)} if dated else ""
        return {"mark": escape(spec.title), "title": spec.title, "date_in_words": date}


def _own_form(spec: DocumentSpec, rulebook: Rulebook) -> str:
    """The form that a document is made of: the one of its name, else the first that it shows whole."""
    return next((one for one in (spec.id, *spec.shows) if one in rulebook.forms), spec.id)


def _form_of(path: str) -> str:
    return path.partition(".")[0]


def _shown(data: Data) -> bool:
    return isinstance(data, dict) and bool(data.get("shown"))
