"""`dialog stop`: a dialogue ends before its time, or goes on after such an end. Everything is asked
before anything is written, and it is one file: `stopp.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from dialogcli.base.answered import must_be_reason
from dialogcli.base.commands import stop_resume
from dialogcli.base.dates import Day
from dialogcli.base.findings import Severity, UnreadableError, UsageError
from dialogcli.base.screen import broken_off, line, remark, screen
from dialogcli.base.words import listed
from dialogcli.checking.engine import check
from dialogcli.checking.feedback_due import owed
from dialogcli.checking.report import Report
from dialogcli.checking.stopped import AFTER
from dialogcli.disk.folders import relative
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.change import create_file, rewrite_file, with_values
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.reading import find_repository, read_dossier, read_dossiers
from dialogcli.dossier.select import as_plain
from dialogcli.interview.parsing import Refusal, parse_answer
from dialogcli.interview.question import Question, question_at
from dialogcli.interview.question_screens import prompt
from dialogcli.interview.signs import Sign
from dialogcli.process.standing import standing
from dialogcli.process.stops import (
    DAY,
    DIVIDED,
    HOW,
    MERGED,
    ORGAN,
    OTHERS,
    PARAGRAPH,
    PAUSE,
    PAUSES,
    REASON,
    stop_file,
)
from dialogcli.rulebook.model import STOP, Form
from dialogcli.screens.stop import resumed_screen, stopped_screen
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import Where
from dialogcli.usecases.interview.questions import NO_TERMINAL, interrupted, interviewer
from dialogcli.yamltext.emitter import emit
from dialogcli.yamltext.nodes import Plain

UNTOUCHED = "Inget är ändrat."

OPTION_OF = {
    HOW: "--how",
    OTHERS: "--with",
    REASON: "--reason",
    ORGAN: "--organ",
    DAY: "--date",
    PARAGRAPH: "--paragraph",
}
"""The option that gives a field, in the order in which the fields are asked."""


def stop_dialogue(context: Context, where: Where, typed: Mapping[str, str]) -> int:
    """End it. `typed`: field -> what its option says. The exit code is 130 when somebody stops."""
    try:
        return _Stopping(context, where, _readable(where)).run(typed)
    except (KeyboardInterrupt, EOFError):
        return interrupted(context, broken_off(UNTOUCHED))


def resume_dialogue(context: Context, where: Where, reason: str) -> int:
    """Go on with one that is stopped; the stop stays in the file as a pause."""
    must_be_reason(reason)
    with context.lock(where.folder, "dialog stop"):
        dossier = _readable(where)
        file, now = stop_file(dossier), standing(dossier).stopped
        if file is None or now is None:
            raise UsageError(f"Dialogen är inte stoppad. {UNTOUCHED}")
        said = {name: as_plain(file.answers[name]) for name in PAUSE if name in file.answers}
        row: Plain = {**said, "fortsatte": str(context.today), "skäl_att_fortsätta": reason}
        before = as_plain(file.answers[PAUSES])
        pauses = [*before, row] if isinstance(before, list) else [row]
        values: dict[str, Plain] = dict.fromkeys(OPTION_OF, "")
        text = with_values(file.form, dossier.texts[file.file], {**values, PAUSES: pauses})
        rewrite_file(where.folder, dossier, file.file, text)
        after = check(_with(dossier, file.file, text), context.today)
    context.console.show(resumed_screen(after, file.file))
    return 0


def _readable(where: Where) -> Dossier:
    dossier = read_dossier(where.folder)
    if dossier.faults:
        raise UnreadableError(f"Rätta filen först. {UNTOUCHED}", faults=dossier.faults)
    return dossier


def _with(dossier: Dossier, name: str, text: str) -> Dossier:
    return build_dossier(dossier.rulebook, {**dossier.texts, name: text})


class _Alone(NamedTuple):
    """What Enter alone means: as it is said, and as it is written."""

    said: str
    value: str


@dataclass(slots=True)
class _Stopping:
    context: Context
    where: Where
    dossier: Dossier

    def run(self, typed: Mapping[str, str]) -> int:
        self._must_go_on()
        given = {name: self._read(name, text) for name, text in typed.items() if text}
        values = self._ask(given) if self.context.console.interactive else self._enough(given)
        name, text = self._file(values)
        report = check(_with(self.dossier, name, text), self.context.today)
        if not self._agreed(report):
            self.context.console.show(screen(line(UNTOUCHED)))
            return 0
        with self.context.lock(self.where.folder, "dialog stop"):
            if name in self.dossier.texts:
                rewrite_file(self.where.folder, self.dossier, name, text)
            else:
                create_file(self.where.folder, name, text)
        self.context.console.show(stopped_screen(report, owed(report)))
        return 0

    def _must_go_on(self) -> None:
        if STOP not in self.dossier.rulebook.forms:
            raise UsageError(f"Regelverkets ordlista har inget underlag {STOP}. {UNTOUCHED}")
        if now := standing(self.dossier).stopped:
            raise UsageError(
                f"Dialogen {now.said}. {UNTOUCHED}", line("Fortsätt den: ", stop_resume())
            )

    def _read(self, name: str, text: str) -> Plain:
        """What an option says. Raises UsageError for what cannot be read."""
        value = parse_answer(replace(self._question(name), on_screen=False), text, self._today)
        if isinstance(value, Refusal):
            raise UsageError(f"{OPTION_OF[name]}: {value.text}", UNTOUCHED)
        return self._known(name, value)

    def _known(self, name: str, value: Plain) -> Plain:
        """A paragraph without its sign; and other dialogues only where their folders are there."""
        if name == PARAGRAPH and isinstance(value, str):
            return value.strip().lstrip("§ ")
        if name == REASON:
            must_be_reason(str(value))
        if name == OTHERS:
            here = self._others()
            unknown = [str(one) for one in value if one not in here]
            if unknown:
                known = f" Det här finns: {listed(here)}." if here else ""
                raise UsageError(
                    f"Mappen {listed(unknown)} är ingen annan dialog här.{known}", UNTOUCHED
                )
        return value

    def _enough(self, given: dict[str, Plain]) -> dict[str, Plain]:
        """What is given, where nobody can be asked. Raises UsageError that lists what is missing."""
        missing = [name for name in self._fields(given) if name not in (*given, PARAGRAPH)]
        if missing:
            wanted = ", ".join(
                f"{OPTION_OF[name]} ({self._form.fields[name].label.lower()})" for name in missing
            )
            raise UsageError(NO_TERMINAL, f"{UNTOUCHED} Det här saknas: {wanted}")
        return given

    def _ask(self, given: dict[str, Plain]) -> dict[str, Plain]:
        values = dict(given)
        for name in OPTION_OF:
            if name not in values and name in self._fields(values):
                values[name] = self._one(name)
        return {name: value for name, value in values.items() if value}

    def _fields(self, values: Mapping[str, Plain]) -> Sequence[str]:
        """What there is to say; other dialogues only of an end that has any."""
        joined = values.get(HOW) in (MERGED, DIVIDED)
        return [name for name in OPTION_OF if name != OTHERS or joined]

    def _one(self, name: str) -> Plain:
        """Ask until there is an answer. Enter alone is what the question says it is."""
        asking, question, alone = interviewer(self.context), self._question(name), self._alone(name)
        if alone:
            question = replace(question, text=f"{question.text} Enter = {alone.said}")
        asking.show(question)
        while True:
            given = asking.wait(question, prompt(question))
            if given is Sign.LATER and alone:
                return alone.value
            if isinstance(given, Sign):
                asking.tell("Det här behövs för att dialogen ska kunna stoppas.")
                continue
            try:
                return self._known(name, given)
            except UsageError as refused:
                asking.tell(refused.message)

    def _alone(self, name: str) -> _Alone | None:
        """What Enter is at a question; None where it is no answer."""
        organ = self.dossier.text("dossier.ansvarigt_organ")
        if name == ORGAN and organ:
            return _Alone(organ, organ)
        if name == DAY:
            return _Alone("i dag", str(Day.of(self._today)))
        return _Alone("ingen", "") if name == PARAGRAPH else None

    def _question(self, name: str) -> Question:
        question = question_at(self.dossier, f"{STOP}.{name}")
        question = replace(question, answer="", written="", guidance="", example="")
        return replace(question, choices=self._others()) if name == OTHERS else question

    def _others(self) -> dict[str, str]:
        """The other dialogues that lie here: folder -> title."""
        root = find_repository(self.where.folder)
        found: dict[str, str] = {}
        for one in read_dossiers(root):
            if one.dossier and one.folder != self.where.folder.resolve():
                name = relative(one.folder, root)
                found[name] = one.dossier.text("dossier.titel") or name
        return found

    def _file(self, values: Mapping[str, Plain]) -> tuple[str, str]:
        """The name and the text of the file as it will be."""
        name = self._form.file
        if name in self.dossier.texts:  # it has been stopped before
            return name, with_values(self._form, self.dossier.texts[name], values)
        lines = (emit(name, values[name], 0) for name in self._form.fields if name in values)
        return name, f"# {self._form.title}\n{''.join(lines)}"

    def _agreed(self, report: Report) -> bool:
        """Say what the stop does not agree with; whether to stop is asked where somebody can be."""
        now = [one for one in report.findings if one.path.split(".")[0] == STOP]
        later = [one for one in report.findings if one.rule == AFTER]
        for one in (*now, *later):
            if one.severity is not Severity.UPPLYSNING:
                self.context.console.note(screen(remark(one.message)))
        if not self.context.console.interactive:
            return True
        asking = interviewer(self.context)
        asking.gap()
        return asking.yes("Stoppa dialogen?")

    @property
    def _form(self) -> Form:
        return self.dossier.rulebook.forms[STOP]

    @property
    def _today(self) -> date:
        return self.context.today
