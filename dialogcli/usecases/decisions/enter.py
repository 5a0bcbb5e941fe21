"""Entering a decision: gather what is given, ask for what is missing, refuse what cannot be, say
what is odd, write.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from dialogcli.base.commands import decide_correct
from dialogcli.base.dates import Day
from dialogcli.base.findings import ConflictError, Finding, Severity, UnreadableError, UsageError
from dialogcli.base.screen import Item, broken_off, line, remark, screen
from dialogcli.base.words import listed
from dialogcli.checking.engine import basis_faults, check, new_breaches, own_faults
from dialogcli.checking.report import Report, for_gate
from dialogcli.dossier.change import create_file
from dialogcli.dossier.model import DAY, INCOMPLETE, ORGAN, OUTCOME, ROLE, Dossier
from dialogcli.dossier.reading import read_dossier
from dialogcli.process.traces import Effect
from dialogcli.rulebook.model import DECISIONS, Gate
from dialogcli.scaffold.new_dossier import item_text
from dialogcli.screens.decisions import (
    entered_items,
    excused_items,
    incomplete_screen,
    summary_items,
)
from dialogcli.usecases.context import Context
from dialogcli.usecases.decisions.draft import (
    already_there,
    completed,
    file_name,
    known,
    odd,
    only_a_month,
    with_decision,
)
from dialogcli.usecases.decisions.fields import demanded, effect_at, form_at, required
from dialogcli.usecases.decisions.input import (
    DecisionQuestions,
    TypedDecision,
    given,
    missing_basics,
    too_little,
)
from dialogcli.usecases.decisions.options import gate_called
from dialogcli.usecases.decisions.parse import UNTOUCHED, Values
from dialogcli.usecases.folder import Where
from dialogcli.usecases.interview.questions import interrupted, interviewer
from dialogcli.usecases.last_line import next_lines
from dialogcli.yamltext.nodes import Plain


def enter(context: Context, where: Where, typed: TypedDecision) -> int:
    """Carry out `dialog decide`; the exit code is 1 when the basis is incomplete, 130 when somebody
    stops.
    """
    try:
        return enter_one(context, where, typed)
    except (KeyboardInterrupt, EOFError):
        return interrupted(context, broken_off(UNTOUCHED))


def enter_one(context: Context, where: Where, typed: TypedDecision, *, told: bool = True) -> int:
    """The same for one of several decisions: an end goes through, and unless it is `told` success
    is silent.
    """
    dossier = _readable(where)
    gate = gate_called(dossier.rulebook, typed.gate)
    values = Values(dossier, gate, context.today)
    return _Entry(context, where, dossier, gate, values, told).run(typed)


def _readable(where: Where) -> Dossier:
    dossier = read_dossier(where.folder)
    if dossier.faults:
        raise UnreadableError(f"Rätta filen först. {UNTOUCHED}", faults=dossier.faults)
    return dossier


@dataclass(slots=True)
class _Entry:
    """One decision on its way in. `asked`: whether anything was asked for, so that it is on the
    screen already.
    """

    context: Context
    where: Where
    dossier: Dossier
    gate: Gate
    values: Values
    told: bool = True
    given: dict[str, Plain] = field(default_factory=dict)
    asked: bool = False

    def run(self, typed: TypedDecision) -> int:
        self.given = {
            **known(self.dossier, self.gate),
            **given(self.values, typed, self.context.cwd),
        }
        self._ask_basics()
        while True:
            day = self._day()
            if faults := self._incomplete():
                self.context.console.note(incomplete_screen(faults))
                return 1
            self._ask_the_rest()
            if not self._agreed(day):
                self.context.console.show(screen(line(UNTOUCHED)))
                return 0
            if self._written():
                self._tell()
                return 0

    def _written(self) -> bool:
        """Write the decision, unless the dossier has been changed by somebody else while it was made
        up: then that is told, and all is judged again by what stands there now.
        """
        with self.context.lock(self.where.folder, "dialog decide"):
            now = _readable(self.where)
            others = _changed(self.dossier.texts, now.texts)
            if not others:
                create_file(self.where.folder, *self._file())
                return True
        self._note(f"Någon annan har just ändrat {listed(others)}. Beslutet prövas på nytt.")
        self.dossier, self.values = now, Values(now, self.gate, self.context.today)
        return False

    def _ask_basics(self) -> None:
        console = self.context.console
        missing = missing_basics(self.dossier, self.values, self.given, console.interactive)
        if missing and not console.interactive:
            raise too_little(self.values, missing, self.given)
        if missing:
            self.given |= self._asker().basics(missing)
            self.asked = True

    def _day(self) -> Day:
        """The day of the decision. Raises UsageError for one that cannot be, ConflictError when it
        is entered.
        """
        day = Day.parse(str(self.given[DAY]))
        if why := only_a_month(day):
            raise UsageError(why, UNTOUCHED)
        if there := already_there(self.dossier, self.gate, str(day)):
            raise ConflictError(
                f"Beslutet är redan infört i {there.file}. Inget är ändrat.",
                line("Rätta det: ", decide_correct(self.gate.word)),
            )
        return day

    def _incomplete(self) -> list[Finding]:
        """What stands in the way of a decision that goes on. A reason lets it through, and is kept
        only if needed.
        """
        if effect_at(self.gate, str(self.given[OUTCOME])) is not Effect.GO_ON:
            self._drop_reason()
            return []
        report, name = self._foreseen()
        faults = basis_faults(report, self.gate, name)
        if not faults:
            self._drop_reason()
        return [] if INCOMPLETE in self.given else faults

    def _drop_reason(self) -> None:
        if self.given.pop(INCOMPLETE, ""):
            self._note("Skälet efter --incomplete behövs inte och är inte infört.")

    def _ask_the_rest(self) -> None:
        """What the outcome demands, and what rules want a decision to say."""
        if not self.context.console.interactive:
            self._refuse_too_little()
            return
        if names := demanded(self.dossier.rulebook, self.given):
            self.given |= self._asker().demanded(names, str(self.given[OUTCOME]))
            self.asked = True
        if wanted := required(self.dossier, self.gate, self.given):
            self.given |= self._asker().wanted(name for name, _ in wanted)
            self.asked = True

    def _refuse_too_little(self) -> None:
        """Raises UsageError where something is needed and there is nobody to ask."""
        if names := demanded(self.dossier.rulebook, self.given):
            raise too_little(self.values, names, self.given)
        wanted = required(self.dossier, self.gate, self.given)
        binding = [name for name, rule in wanted if rule.severity is Severity.FEL]
        if binding and INCOMPLETE not in self.given:
            raise too_little(self.values, binding, self.given)

    def _agreed(self, day: Day) -> bool:
        """Say what is odd; whether to go on is asked where there is somebody to ask."""
        report, name = self._foreseen()
        strange = [
            *odd(
                self.dossier, self.gate, day, str(self.given[ORGAN]), str(self.given.get(ROLE, ""))
            ),
            *(f"{one.message} ({one.rule})" for one in own_faults(report, name)),
            *(f"{one.message} ({one.rule})" for one in self._breaches(report, name)),
            *(one.message for one in for_gate(report, self.gate).left_unjudged),
        ]
        for sentence in strange:
            self._note(sentence)
        if not strange or not self.context.console.interactive:
            return True
        return self._asker().agrees()

    def _breaches(self, report: Report, name: str) -> list[Finding]:
        return new_breaches(check(self.dossier, self.context.today), report, name)

    def _tell(self) -> None:
        if not self.told:
            return
        name, text = self._file()
        console, after = self.context.console, with_decision(self.dossier, name, text)
        decision = next(file for file in after.files[DECISIONS] if file.file == name)
        summary: list[Item] = []
        if self.asked:
            console.show(())
        else:
            summary = summary_items(after, self.gate, decision)
        path = PurePath(self.where.typed, name).as_posix()
        excused = for_gate(check(after, self.context.today), self.gate).excused
        entered = entered_items(after, self.gate, decision, path)
        then = next_lines(self.context, self.where.folder)
        console.show(screen(summary, [*excused_items(excused), *entered, *then]))

    def _foreseen(self) -> tuple[Report, str]:
        """What a check would say once the decision is there, and the name of its file."""
        name, text = self._file()
        return check(with_decision(self.dossier, name, text), self.context.today), name

    def _file(self) -> tuple[str, str]:
        whole = completed(self.dossier, self.gate, self.given)
        form = form_at(self.dossier, self.gate, whole)
        return (
            file_name(self.dossier, self.gate, str(whole[DAY])),
            item_text(self.dossier.rulebook, form, self.gate.word, whole),
        )

    def _asker(self) -> DecisionQuestions:
        return DecisionQuestions(interviewer(self.context), self.values)

    def _note(self, sentence: str) -> None:
        self.context.console.note(screen(remark(sentence)))


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """The names of the files that are not as they were."""
    return [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]
