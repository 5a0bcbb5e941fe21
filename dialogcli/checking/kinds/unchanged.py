"""`unchanged`: what a gate adopted is as it was adopted, told by the fingerprints in the decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dialogcli.base.findings import Place
from dialogcli.checking.view import Fault, RuleView, row_label
from dialogcli.dossier.model import ADOPTED, INCOMPLETE, Answer, FormFile
from dialogcli.dossier.select import fingerprint, select
from dialogcli.process.course import reference
from dialogcli.process.traces import Effect, effect_of


def judge(scene: RuleView) -> list[Fault] | None:
    """Without a decision that went through, or without fingerprints in it, there is nothing to
    compare with.
    """
    gate = scene.dossier.rulebook.gate(scene.rule.text("since"))
    decision = scene.standing.states[gate.id].decision
    if decision is None or effect_of(gate, decision) is not Effect.GO_ON:
        return None
    adopted = dict(_fingerprints(decision))
    if not adopted:
        return None
    then = _Then(scene, adopted, f"efter {gate.name}{reference(decision)}")
    added = () if _was_incomplete(decision) else then.added()
    return [*then.changed(), *added, *then.removed(), *then.removed_files()]


class _Then(NamedTuple):
    """What was adopted, path for path, held against what stands there now; `since` says after what."""

    scene: RuleView
    adopted: Mapping[str, str]
    since: str

    def changed(self) -> Iterator[Fault]:
        for answer in self._now():
            if self.adopted.get(
                answer.path, mark := fingerprint(answer)
            ) != mark and not self._is_missed(answer):
                yield self._fault(answer, "texten är ändrad")

    def added(self) -> Iterator[Fault]:
        """What was empty in a form that was adopted; a new row, and a new file of several, is told
        once, at the first thing in it.
        """
        forms, told = {_form(path) for path in self.adopted}, set()
        for answer in self._now():
            new = answer.given and answer.path not in self.adopted and _form(answer.path) in forms
            place = self._added_at(answer)
            if new and place not in told:
                told.add(place)
                yield self._fault(answer, "texten är tillagd")

    def _added_at(self, answer: Answer) -> str:
        """The path of what is new: a whole file, a whole row, or the answer alone."""
        form = self.scene.dossier.rulebook.forms[_form(answer.path)]
        file = ".".join(answer.path.split(".")[:2])
        if form.items and not any(path.startswith(f"{file}.") for path in self.adopted):
            return file
        return answer.path.rpartition(".")[0] if row_label(answer) else answer.path

    def removed_files(self) -> Iterator[Fault]:
        """Those of several that are gone."""
        watched = [*self.scene.rule.texts("forms"), *map(_form, self.scene.rule.fields)]
        for form_id in dict.fromkeys(watched):
            form = self.scene.dossier.rulebook.forms[form_id]
            there = {file.key for file in self.scene.dossier.files.get(form_id, ())}
            adopted = [path.split(".")[1] for path in self.adopted if _form(path) == form_id]
            for key in dict.fromkeys(adopted) if form.items else ():
                if key not in there:
                    told = f"{form.title} ({key}): filen är borttagen {self.since}."
                    yield Fault(told, f"{form_id}.{key}", Place(form.file))

    def removed(self) -> Iterator[Fault]:
        """Rows that are gone. Of a field that is gone the answer is still there, empty: that is a
        change.
        """
        tables = dict.fromkeys(
            path.partition(".*")[0] for path in self.scene.rule.fields if "*" in path
        )
        for table in (one for head in tables for one in select(self.scene.dossier, head)):
            for row in () if self._is_missed(table) else self._adopted_rows(table.path):
                if not select(self.scene.dossier, f"{table.path}.{row}"):
                    yield self._fault(table, f"rad {row} är borttagen")

    def _now(self) -> Iterator[Answer]:
        for form in self.scene.rule.texts("forms"):
            for file in self.scene.dossier.files.get(form, ()):
                yield from file.answers.values()
        for path in self.scene.rule.fields:
            yield from select(self.scene.dossier, path)

    def _adopted_rows(self, table: str) -> list[str]:
        """The numbers of the rows that it had then, as far as they were adopted cell by cell."""
        head = f"{table}."
        inside = (
            path.removeprefix(head).partition(".") for path in self.adopted if path.startswith(head)
        )
        return sorted({row for row, _, column in inside if row.isdecimal() and column}, key=int)

    def _is_missed(self, answer: Answer) -> bool:
        """Whether it is gone and another rule says so already: one empty field, one finding. A rule
        without a moment does not count: it may pass over what is not there.
        """
        asking = self.scene.dossier.rulebook.asked_by(answer.path)
        if answer.filled or asking is None:
            return False
        return asking.kind.demands and bool(asking.before or asking.from_)

    def _fault(self, answer: Answer, what: str) -> Fault:
        return Fault(
            f"{self.scene.name_of(answer)}: {what} {self.since}.", answer.path, answer.place
        )


def _was_incomplete(decision: FormFile) -> bool:
    """Whether it was taken on a basis that was known to be incomplete: what is added since then was
    asked for.
    """
    reason = decision.answers.get(INCOMPLETE)
    return reason is not None and reason.filled


def _fingerprints(decision: FormFile) -> Iterator[tuple[str, str]]:
    for row in decision.answers[ADOPTED].rows if ADOPTED in decision.answers else ():
        path, mark = row.part("fält"), row.part("avtryck")
        if path and mark:
            yield path.text, mark.text


def _form(path: str) -> str:
    return path.split(".")[0]
