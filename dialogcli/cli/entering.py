"""Entering a decision: gather what is given, ask for what is missing, refuse what cannot be, say what is odd, write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dialogcli.checking.engine import Report, check
from dialogcli.checking.verdict import basis_faults, own_faults
from dialogcli.cli.check import gate_called
from dialogcli.cli.context import Context
from dialogcli.cli.decision_asking import DecisionAsker, missing_basics
from dialogcli.cli.decision_values import UNTOUCHED, Values
from dialogcli.cli.desk import INTERRUPTED, NO_TERMINAL, interviewer, laid_out
from dialogcli.cli.folder import Where
from dialogcli.deciding.drafting import already_there, completed, file_name, known, with_decision
from dialogcli.deciding.fields import DAY, INCOMPLETE, ORGAN, OUTCOME, ROLE, demanded, effect_at, form_at, required
from dialogcli.deciding.timing import impossible, odd
from dialogcli.dossier.build import DECISIONS
from dialogcli.dossier.change import create_file
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.reading import read_dossier
from dialogcli.interview.answers_file import read_answers
from dialogcli.model.day import Day
from dialogcli.model.errors import ConflictError, UnreadableError, UsageError
from dialogcli.model.finding import Finding, Severity
from dialogcli.model.layout import command, paragraphs
from dialogcli.process.standing import Effect
from dialogcli.reports.decision import entered_text, incomplete_text, summary_text
from dialogcli.rulebook.model import Gate
from dialogcli.scaffold.forms import item_text
from dialogcli.storage.files import read_text
from dialogcli.storage.lock import locked
from dialogcli.storage.nodes import Plain
from dialogcli.storage.plain_values import as_plain

FIELDS = {
    "--outcome": "utfall", "--date": "datum", "--paragraph": "paragraf", "--organ": "organ", "--role": "roll",
    "--motivation": "motivering", "--proposal": "förslag_till_beslut", "--new-date": "nytt_datum",
    "--incomplete": "ofullständigt_underlag", "--point": "punkter", "--recipient": "mottagare",
    "--vote": "omröstning", "--reservation": "reservationer", "--yrkande": "yrkanden",
}
"""The field that each option is about."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The command line: the gate, option -> texts, the words `FÄLT=VÄRDE`, the name of an answers file."""

    gate: str
    options: Mapping[str, Sequence[str]]
    fields: Sequence[str] = ()
    file: str = ""


def enter(context: Context, where: Where, typed: Typed) -> int:
    """Carry out `dialog decide`; the exit code is 1 when the basis is incomplete, 130 when somebody stops."""
    with locked(where.folder, "dialog decide", context.now):
        dossier = read_dossier(where.folder)
        if dossier.faults:
            raise UnreadableError(f"Rätta filen först. {UNTOUCHED}", faults=dossier.faults)
        gate = gate_called(dossier.rulebook, typed.gate)
        try:
            return _Entry(context, where, dossier, gate, Values(dossier, gate, context.today)).run(typed)
        except (KeyboardInterrupt, EOFError):
            context.console.err(laid_out(context.console, "", f"Avbrutet. {UNTOUCHED}"))
            return INTERRUPTED


@dataclass(slots=True)
class _Entry:
    """One decision on its way in. `asked`: whether anything was asked for, so that it is on the screen already."""

    context: Context
    where: Where
    dossier: Dossier
    gate: Gate
    values: Values
    given: dict[str, Plain] = field(default_factory=dict)
    asked: bool = False

    def run(self, typed: Typed) -> int:
        self.given = {**known(self.dossier, self.gate), **self._gathered(typed)}
        self._ask_basics()
        day = self._day()
        if faults := self._incomplete():
            self.context.console.err(incomplete_text(faults, self.context.console.width, self.where.typed))
            return 1
        self._ask_the_rest()
        if not self._agreed(day):
            self.context.console.out(UNTOUCHED)
            return 0
        self._write()
        return 0

    def _gathered(self, typed: Typed) -> dict[str, Plain]:
        """What the answers file, the options and the words say; the command line counts before the file."""
        found: dict[str, Plain] = {}
        if typed.file:
            answers = read_answers(read_text(self.context.cwd / typed.file, typed.file).text, typed.file)
            plain = as_plain(answers.root)
            found |= self.values.from_file(plain if isinstance(plain, dict) else {})
        for option, texts in typed.options.items():
            found[FIELDS[option]] = self.values.read(FIELDS[option], texts, option)
        return found | self._worded(typed.fields)

    def _worded(self, words: Sequence[str]) -> dict[str, Plain]:
        """`FÄLT=VÄRDE`; the same field several times is a list."""
        texts: dict[str, list[str]] = {}
        for word in words:
            name, sign, text = word.partition("=")
            if not sign or not text.strip():
                raise UsageError(f"{word} går inte att läsa. {UNTOUCHED}", "Skriv så: FÄLT=VÄRDE, till exempel "
                                 "expedierat=2027-03-10")
            texts.setdefault(self.values.called(name), []).append(text)
        return {name: self.values.read(name, each) for name, each in texts.items()}

    def _ask_basics(self) -> None:
        console = self.context.console
        missing = missing_basics(self.dossier, self.values, self.given, console.interactive)
        if missing and not console.interactive:
            self._stop(missing)
        if missing:
            self.given |= self._asker().basics(missing)
            self.asked = True

    def _day(self) -> Day:
        """The day of the decision. Raises UsageError for one that cannot be, ConflictError when it is entered."""
        day = Day.parse(str(self.given[DAY]))
        if why := impossible(day, self.context.today):
            raise UsageError(why, UNTOUCHED)
        if there := already_there(self.dossier, self.gate, str(day)):
            example = command(f"set beslut.{self.gate.word}.paragraf 17", self.where.typed)
            raise ConflictError(f"Beslutet är redan infört i {there.file}. Inget är ändrat.",
                                f"Ändra ett svar i det: {example}")
        return day

    def _incomplete(self) -> list[Finding]:
        """What stands in the way of a decision that goes on. A reason lets it through, and is kept only if needed."""
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
        outcome, interactive = str(self.given[OUTCOME]), self.context.console.interactive
        names = demanded(self.dossier.rulebook, self.given)
        if names and not interactive:
            self._stop(names)
        if names:
            self.given |= self._asker().demanded(names, outcome)
            self.asked = True
        wanted = required(self.dossier, self.gate, self.given)
        binding = [name for name, rule in wanted if rule.severity is Severity.FEL]
        if binding and not interactive and INCOMPLETE not in self.given:
            self._stop(binding)
        if wanted and interactive:
            self.given |= self._asker().wanted(name for name, _ in wanted)
            self.asked = True

    def _agreed(self, day: Day) -> bool:
        """Say what is odd; whether to go on is asked where there is somebody to ask."""
        report, name = self._foreseen()
        strange = [*odd(self.dossier, self.gate, day, str(self.given[ORGAN]), str(self.given.get(ROLE, ""))),
                   *(f"{one.message} ({one.rule})" for one in own_faults(report, name))]
        for sentence in strange:
            self._note(sentence)
        if not strange or not self.context.console.interactive:
            return True
        return self._asker().agrees()

    def _write(self) -> None:
        name, text = self._file()
        create_file(self.where.folder, name, text)
        console, after = self.context.console, with_decision(self.dossier, name, text)
        decision = next(file for file in after.files[DECISIONS] if file.file == name)
        summary = "" if self.asked else summary_text(after, self.gate, decision, console.width)
        console.out(("\n" if self.asked else "") + paragraphs(
            summary, entered_text(after, self.gate, decision, console.width, self.where.typed)))

    def _foreseen(self) -> tuple[Report, str]:
        """What a check would say once the decision is there, and the name of its file."""
        name, text = self._file()
        return check(with_decision(self.dossier, name, text), self.context.today), name

    def _file(self) -> tuple[str, str]:
        whole = completed(self.dossier, self.gate, self.given)
        form = form_at(self.dossier, self.gate, whole)
        return (file_name(self.dossier, self.gate, str(whole[DAY])),
                item_text(self.dossier.rulebook, form, self.gate.word, whole))

    def _asker(self) -> DecisionAsker:
        return DecisionAsker(interviewer(self.context), self.values)

    def _note(self, sentence: str) -> None:
        self.context.console.err(laid_out(self.context.console, f"Obs: {sentence}"))

    def _stop(self, names: Sequence[str]) -> None:
        """Raises UsageError that says what to give."""
        options = {name: option for option, name in FIELDS.items()}
        options["motivering"] = "--motivation" if effect_at(self.gate, str(self.given.get(OUTCOME, ""))) \
            is not Effect.GO_BACK else "--point"
        labels = self.dossier.rulebook.forms[DECISIONS].fields
        wanted = [f"{options.get(name) or name + '=VÄRDE'} ({labels[name].label.lower()})" for name in names]
        raise UsageError(NO_TERMINAL, f"{UNTOUCHED} Det här saknas: {', '.join(wanted)}")
