"""`dialog decide BESLUT --correct`: an entered decision is put right. What it said before stays in
its file, with why, by whom and which day; nothing else of it changes, unless another outcome makes
it adopt something or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from dialogcli.base.commands import decide
from dialogcli.base.dates import Day
from dialogcli.base.findings import ConflictError, Finding, UnreadableError, UsageError
from dialogcli.base.screen import broken_off, done, line, remark, rows, screen
from dialogcli.dossier.change import rewrite_file, with_values
from dialogcli.dossier.model import (
    ADOPTED,
    CORRECTIONS,
    DAY,
    MOTIVATION,
    ORGAN,
    OUTCOME,
    PARAGRAPH,
    POINTS,
    WITHDRAWN,
    Dossier,
    FormFile,
)
from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.select import as_plain, latest_decision
from dialogcli.interview.signs import DONE, Sign, told
from dialogcli.process.traces import Effect
from dialogcli.rulebook.model import DECISIONS, Form, Gate
from dialogcli.usecases.context import Context
from dialogcli.usecases.decisions.consequences import new_faults
from dialogcli.usecases.decisions.draft import completed, marks, only_a_month
from dialogcli.usecases.decisions.fields import effect_at, form_at
from dialogcli.usecases.decisions.input import (
    DecisionQuestions,
    TypedDecision,
    given,
    shown_now,
)
from dialogcli.usecases.decisions.options import gate_called
from dialogcli.usecases.decisions.parse import Values
from dialogcli.usecases.folder import Where
from dialogcli.usecases.interview.questions import NO_TERMINAL, interrupted, interviewer
from dialogcli.yamltext.nodes import Plain

UNTOUCHED = "Inget är ändrat."

_BASIC = (OUTCOME, DAY, ORGAN)
"""What no decision can be without: asked at once where it is missing."""

_FIRST = (DAY, PARAGRAPH, OUTCOME, MOTIVATION, "mottagare", ORGAN, "roll")
"""The fields that are offered first; the others come in the order of the form."""

_DERIVED = (ADOPTED, CORRECTIONS, WITHDRAWN)
"""What nobody writes by hand."""


def correct(context: Context, where: Where, typed: TypedDecision, reason: str) -> int:
    """Carry out the correction; the exit code is 130 when somebody stops."""
    try:
        return _correction(context, where, typed).run(typed, reason)
    except (KeyboardInterrupt, EOFError):
        return interrupted(context, broken_off(UNTOUCHED))


def _correction(context: Context, where: Where, typed: TypedDecision) -> _Correction:
    dossier = read_dossier(where.folder)
    if dossier.faults:
        raise UnreadableError(f"Rätta filen först. {UNTOUCHED}", faults=dossier.faults)
    gate = gate_called(dossier.rulebook, typed.gate)
    decision = latest_decision(dossier, gate.id)
    if decision is None:
        raise UsageError(
            f"{gate.name} är inte infört, så det finns inget att rätta.",
            line("För in det: ", decide(gate.word)),
        )
    if CORRECTIONS not in decision.form.fields:
        raise UsageError(
            f"Regelverkets ordlista har inget fält för det som stod förut. {UNTOUCHED}",
            f"Lägg till {CORRECTIONS} bland fälten i ett beslut.",
        )
    return _Correction(context, where, dossier, gate, decision)


@dataclass(slots=True)
class _Correction:
    context: Context
    where: Where
    dossier: Dossier
    gate: Gate
    decision: FormFile
    changed: dict[str, Plain] = field(default_factory=dict)

    def run(self, typed: TypedDecision, reason: str) -> int:
        wanted = given(self._values, typed, self.context.cwd)
        self._take(wanted)
        if not wanted:
            self._ask()
        if not self.changed:
            self.context.console.show(screen(line(UNTOUCHED)))
            return 0
        self._must_be_possible()
        replaced = [name for name in self.changed if self.decision.answers[name].filled]
        if replaced and not reason:
            reason = self._why()
        text = self._text(replaced, reason)
        new = new_faults(self.dossier, self.decision.file, text, self.context.today)
        with self.context.lock(self.where.folder, "dialog decide"):
            rewrite_file(self.where.folder, self.dossier, self.decision.file, text)
        self._tell(new)
        return 0

    def _take(self, values: Mapping[str, Plain]) -> None:
        """What is another answer than the one that stands there."""
        for name, value in values.items():
            if value and value != as_plain(self.decision.answers[name]):
                self.changed[name] = value

    def _ask(self) -> None:
        """What is missing, then what somebody chooses, one field after the other."""
        if not self.context.console.interactive:
            raise UsageError(
                NO_TERMINAL,
                f"{UNTOUCHED} Skriv det som ska rättas och varför, till exempel --paragraph 18 "
                '--reason "Skrivfel, enligt nämndsekreteraren"',
            )
        asking = DecisionQuestions(interviewer(self.context), self._values)
        for name in _BASIC:
            if not self._stands(name):
                self._take({name: asking.again(name, self.decision.answers[name])})
        self._choose(asking)

    def _choose(self, asking: DecisionQuestions) -> None:
        names = list(self._fields())
        while True:
            labels = [
                (f"{number}  {self.decision.answers[name].field.label}", self._now(name))
                for number, name in enumerate(names, 1)
            ]
            asking.interviewer.head("Vad ska rättas?")
            asking.interviewer.tell(rows(*labels, gap=2), told(("Nummer", "rätta"), DONE, end="."))
            typed = asking.interviewer.read()
            if typed.sign in (Sign.LATER, Sign.BACK):
                return
            if typed.sign is None and 1 <= typed.number <= len(names):
                name = names[typed.number - 1]
                self._take({name: asking.again(name, self.decision.answers[name])})

    def _fields(self) -> Iterator[str]:
        form = form_at(self.dossier, self.gate, self._stored())
        yield from (name for name in _FIRST if name in form.fields)
        yield from (name for name in form.fields if name not in (*_FIRST, *_DERIVED, form.items))

    def _now(self, name: str) -> str:
        """What a field says, or will say."""
        if name in self.changed:
            return f"{_readable(self.changed[name])} (rättat)"
        return shown_now(self.decision.answers[name]) or "saknas"

    def _why(self) -> str:
        if not self.context.console.interactive:
            raise UsageError(
                f"Skälet saknas. {UNTOUCHED}",
                'Lägg till --reason och varför det rättas och av vem, till exempel --reason "Skrivfel, '
                'enligt nämndsekreteraren".',
            )
        asking = interviewer(self.context)
        asking.head("Varför rättas det, och av vem?")
        while not (reason := asking.asker.write("Svar: ").strip()):
            asking.tell("Det här behövs. Det som stod förut står kvar, med skälet.")
        return reason

    def _must_be_possible(self) -> None:
        """Raises UsageError for a day that cannot be, ConflictError for that of another decision."""
        if DAY not in self.changed:
            return
        day = str(self.changed[DAY])
        if why := only_a_month(Day.parse(day)):
            raise UsageError(why, UNTOUCHED)
        for other in self.dossier.files[DECISIONS]:
            same = other.key == self.gate.id and other.answers[DAY].text == day
            if same and other.file != self.decision.file:
                raise ConflictError(f"{other.file} har redan den dagen. {UNTOUCHED}")

    def _text(self, replaced: list[str], reason: str) -> str:
        """The file as it will be: the new answers, what follows from another outcome, and what it
        said before.
        """
        values = {**self.changed, **self._follows()}
        if replaced:
            before = as_plain(self.decision.answers[CORRECTIONS])
            rows_before = list(before) if isinstance(before, list) else []
            values[CORRECTIONS] = [*rows_before, *(self._row(name, reason) for name in replaced)]
        return with_values(self._form, self.dossier.texts[self.decision.file], values)

    def _row(self, name: str, reason: str) -> Plain:
        return {
            "fält": name,
            "tidigare": _readable(as_plain(self.decision.answers[name])),
            "skäl": reason,
            "datum": str(self.context.today),
        }

    def _follows(self) -> dict[str, Plain]:
        """What another outcome means: it adopts the basis, or does not; it has points, or none."""
        if OUTCOME not in self.changed:
            return {}
        was = effect_at(self.gate, self.decision.answers[OUTCOME].text)
        now = effect_at(self.gate, str(self.changed[OUTCOME]))
        found: dict[str, Plain] = {}
        if (was is Effect.GO_ON) != (now is Effect.GO_ON):
            found[ADOPTED] = marks(self.dossier, self.gate) if now is Effect.GO_ON else ""
        if now is Effect.GO_BACK and POINTS not in self.changed:
            whole = completed(self.dossier, self.gate, {**self._stored(), **self.changed})
            found |= {POINTS: whole[POINTS]} if whole.get(POINTS) else {}
        return found

    def _tell(self, new: list[Finding]) -> None:
        console = self.context.console
        console.show(screen([done(said) for said in self._said()]))
        path = PurePath(self.where.typed, self.decision.file).as_posix()
        console.show(screen([line(path, indent=2)]))
        for one in new:
            console.note(screen(remark(f"{one.message} ({one.rule})")))

    def _said(self) -> Iterator[str]:
        """`§ 18 gäller. § 17 står kvar som tidigare lydelse, med skäl och dag.`"""
        for name, value in self.changed.items():
            answer = self.decision.answers[name]
            if not answer.filled:
                yield f"{answer.field.label}: infört."
                continue
            label, sign = ("", "§ ") if name == PARAGRAPH else (f"{answer.field.label}: ", "")
            now = Day.parse(str(value)).in_words if answer.day else _readable(value)
            before = f"{sign}{shown_now(answer)} står kvar som tidigare lydelse, med skäl och dag."
            yield f"{label}{sign}{now} gäller. {before}"

    def _stands(self, name: str) -> bool:
        answer = self.decision.answers[name]
        return answer.filled and not answer.excused

    def _stored(self) -> dict[str, Plain]:
        values = {name: as_plain(answer) for name, answer in self.decision.answers.items()}
        return {name: value for name, value in values.items() if value}

    @property
    def _form(self) -> Form:
        return self.decision.form

    @property
    def _values(self) -> Values:
        return Values(self.dossier, self.gate, self.context.today)


def _readable(value: Plain) -> str:
    match value:
        case list():
            return "; ".join(map(_readable, value))
        case dict():
            return ", ".join(map(_readable, value.values()))
    return value
