"""Following what a finding says to do: the command that it prints is typed, with right values in its
places, and the dossier is checked again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

import pytest
from helpers.sessions import Terminal
from helpers.terminal import run

from dialogcli.__main__ import main
from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Shape, Trait
from dialogcli.base.findings import Finding, Severity
from dialogcli.base.screen import Command, Slot
from dialogcli.checking.engine import check
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.reading import read_dossier
from dialogcli.interview.question import Question
from dialogcli.rulebook.model import Field, Rulebook
from dialogcli.terminal.askers import Choices, LineAsker
from dialogcli.terminal.console import Console
from dialogcli.usecases.context import Context
from dialogcli.usecases.decisions import correct
from dialogcli.usecases.interview import fill, items, questions
from dialogcli.usecases.interview.questions import Interviewer
from dialogcli.yamltext.editor import remove, set_value

Texts = Mapping[str, str]

PATIENCE = 150
"""So many prompts are passed by with Enter before somebody gives up."""


@dataclass(frozen=True, slots=True)
class Change:
    """A dossier with one thing changed for the worse: `file` away, or its `field` other than in
    `whole`.
    """

    texts: Texts
    whole: Texts
    file: str = ""
    field: str = ""

    @property
    def lost_file(self) -> bool:
        return bool(self.file) and self.file not in self.texts


@dataclass(frozen=True, slots=True)
class Told:
    """A finding of a dossier as it was on a day."""

    change: Change
    finding: Finding
    today: date

    @property
    def sort(self) -> tuple[str, ...]:
        """Findings of one sort are mended alike: the same rule, field and command but for the names
        of files, days and numbers.
        """
        remedy = self.finding.remedy
        said = " ".join(map(str, remedy.args)) if isinstance(remedy, Command) else remedy
        verb = remedy.verb if isinstance(remedy, Command) else "sentence"
        return self.finding.rule, _plain(self.finding.path), verb, _plain(str(said))


def _plain(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def changes(whole: Texts, rulebook: Rulebook) -> Iterator[Change]:
    """Every file away, every answer away and wrong, one at a time."""
    dossier = build_dossier(rulebook, dict(whole))
    for file in dossier.all_files():
        if not file.present:
            continue
        if file.file != "dossier.yaml":
            yield Change(
                {name: whole[name] for name in whole if name != file.file}, whole, file.file
            )
        for name, answer in file.answers.items():
            if answer.stands and f"{file.form.id}.{name}" not in _PINNED:
                for value in ("", *_wrong(answer.field)):
                    text = set_value(whole[file.file], (name,), value)
                    yield Change({**whole, file.file: text}, whole, file.file, name)
                if answer.field.type.shape is Shape.ROWS and len(answer.rows) > 1:
                    text = remove(whole[file.file], (name, 0))
                    yield Change({**whole, file.file: text}, whole, file.file, name)


_PINNED = ("dossier.regelverk", "dossier.regelverksversion", "dossier.format", "dossier.tillägg")


def _wrong(of: Field) -> Iterator[str]:
    """Answers of the type that are probably wrong."""
    if of.many or of.type.shape is not Shape.SCALAR:
        return
    if Trait.DAY in of.type.traits:
        yield from ("2020-01-15", "2028-12-15")
    elif Trait.ORGAN in of.type.traits:
        yield from ("taxi", "förvaltningen")
    elif Trait.NUMBER in of.type.traits:
        yield "0"
    elif of.choices or of.answers:
        yield from (*(of.choices or of.answers), "något annat")
    else:
        yield "Något annat"


def findings_of(change: Change, rulebook: Rulebook, today: date) -> list[Finding]:
    return list(check(build_dossier(rulebook, dict(change.texts)), today).findings)


@dataclass
class Watched:
    """What an interview shows and asks about; everything is passed by with Enter."""

    paths: list[str] = field(default_factory=list)
    prompts: int = 0


class _Passing(LineAsker):
    """Answers everything with Enter, and stops when nothing comes to an end."""

    def __init__(self, console: Console, watched: Watched) -> None:
        super().__init__(console, line_by_line=False)
        self.watched = watched

    def write(self, prompt: str, long: bool = False, begun: str = "") -> str:
        self.watched.prompts += 1
        if self.watched.prompts > PATIENCE:
            raise KeyboardInterrupt
        return ""

    def choose(self, prompt: str, choices: Choices) -> str:
        return self.write(prompt)

    def confirm(self, prompt: str) -> bool:
        self.write(prompt)
        return False


def asked(words: list[str], folder: Path, now: datetime) -> tuple[Watched, str]:
    """What `dialog WORDS` asks about on a terminal, and what it says."""
    watched, stream = Watched(), Terminal()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(questions, "asker_for", lambda console: _Passing(console, watched))
        _watch(patch, watched)
        main(words, Context(folder, now, Console(Terminal(), stream, stream)))
    return watched, stream.getvalue()


def _watch(patch: pytest.MonkeyPatch, watched: Watched) -> None:
    show, table = Interviewer.show, fill.review_table

    def shown(self: Interviewer, question: Question) -> None:
        watched.paths.append(question.path)
        show(self, question)

    def reviewed(them: list[Question], *more: object) -> object:
        watched.paths.extend(one.path for one in them)
        return table(them, *more)  # type: ignore[arg-type]

    offered = correct._Correction._fields

    def fields(self: correct._Correction) -> Iterator[str]:
        for name in offered(self):
            watched.paths.append(f"beslut.{self.gate.id}.{name}")
            yield name

    patch.setattr(Interviewer, "show", shown)
    patch.setattr(fill, "review_table", reviewed)
    patch.setattr(items, "review_table", reviewed)
    patch.setattr(correct._Correction, "_fields", fields)


@dataclass(frozen=True, slots=True)
class Following:
    """One finding, and the folder with its dossier."""

    told: Told
    folder: Path
    rulebook: Rulebook

    @property
    def now(self) -> datetime:
        return datetime.combine(self.told.today, time(10, 0))

    def trouble(self) -> str:
        """What is wrong with the remedy; '' when it mends, or asks the question that does."""
        remedy = self.told.finding.remedy
        assert isinstance(remedy, Command)
        match remedy.verb:
            case "set":
                return self._set(remedy)
            case "fill":
                return self._fill(remedy)
            case "add":
                return self._add(remedy)
            case "decide":
                return self._decide(remedy)
        return self._run(_words(remedy))

    def _fill(self, remedy: Command) -> str:
        watched, said = asked(_words(remedy), self.folder, self.now)
        wanted = _form_and_field(self.told.finding.path, self.rulebook)
        wanted = _ANSWERED_ELSEWHERE.get(wanted, wanted)
        if any(_form_and_field(path, self.rulebook) == wanted for path in watched.paths):
            return ""
        return f"asks about {sorted(set(watched.paths))[:6]}, not {wanted}: {said[-300:]}"

    def _add(self, remedy: Command) -> str:
        watched, said = asked(_words(remedy), self.folder, self.now)
        if not watched.prompts:
            return f"asks nothing: {said[-300:]}"
        return self._given_back(["add", str(remedy.args[0])])

    def _decide(self, remedy: Command) -> str:
        words = _words(remedy)
        watched, said = asked(words, self.folder, self.now)
        if "--correct" not in words:
            refused = "komplett" in said or "finns redan" in said
            if not watched.prompts and not refused:
                return f"asks nothing: {said[-300:]}"
            return self._given_back(words)
        wanted = self.told.finding.path.split(".")[2:3]
        if wanted and not any(path.split(".")[2:3] == wanted for path in watched.paths):
            return f"does not ask about {wanted}: {said[-300:]}"
        return ""

    def _given_back(self, words: list[str]) -> str:
        """The file that was lost is what answers the questions."""
        change = self.told.change
        if not change.lost_file:
            return ""
        answers = self.folder.parent / "svar.yaml"
        answers.write_text(change.whole[change.file], "utf-8")
        return self._run([*words, "--answers", str(answers)])

    def _set(self, remedy: Command) -> str:
        path, value = (str(word) for word in remedy.args[:2])
        if path.startswith("undantag."):
            return self._run(_words(remedy))
        if path.startswith("beslut.") and path.split(".")[2] in _NEVER:
            return "writes what only decide may"
        if not isinstance(remedy.args[1], Slot) and value not in _PLACEHOLDERS:
            return self._run(["set", path, value])
        kept = read_all(self.folder)
        last = "no value at all"
        for right in self._right_values(path):
            last = self._run(["set", path, right])
            if not last:
                return ""
            restore(self.folder, kept)
        return last

    def _right_values(self, path: str) -> Iterator[str]:
        """Values that may be right: the one before the change, a day that stands elsewhere in the
        dossier, else those of the type.
        """
        of, change = self.rulebook.field_at(path), self.told.change
        if change.field and change.field == path.split(".")[2]:
            whole = build_dossier(self.rulebook, dict(change.whole))
            for file in whole.all_files():
                if file.file == change.file:
                    before = file.answers[change.field]
                    if before.excused:
                        yield "ej tillämpligt, det stämmer inte in på den här dialogen"
                    elif before.text:
                        yield before.text
        assert of is not None, path
        if Trait.DAY in of.type.traits:
            yield from _days_in(change.texts)
        yield from _values_of(of, self.rulebook)

    def _run(self, words: list[str]) -> str:
        before = self._findings()
        ran = run(words, self.folder, self.now)
        if words[0] in ("check", "rules"):
            return ""
        after = self._findings()
        finding = self.told.finding
        if ran.exit_code:
            return f"{words} exits with {ran.exit_code}: {ran.screen}"
        if any(_same(one, finding) for one in after):
            return f"{words} leaves it"
        known = {one.rule for one in before}
        new = [one for one in after if one.severity is Severity.FEL and one.rule not in known]
        return f"{words} brings {[(one.rule, one.message) for one in new]}" if new else ""

    def _findings(self) -> list[Finding]:
        return list(check(read_dossier(self.folder), self.told.today).findings)


_ANSWERED_ELSEWHERE = {("beslut", "punkter"): ("återremiss", "svar_på_återremiss")}
"""What is asked about in another form than the one in which it is wanting."""

_NEVER = ("datum", "organ", "utfall", "roll", "paragraf", "antaget")
_PLACEHOLDERS = ("ÅÅÅÅ-MM-DD", "ORGAN", "SVAR", "ANTAL", "BELOPP", "TEXT")


def _same(one: Finding, other: Finding) -> bool:
    return (one.rule, one.message, one.path) == (other.rule, other.message, other.path)


def _words(remedy: Command) -> list[str]:
    filled = {"SKÄL": "Det gäller inte här, enligt utredningen.", "ROLL": "utredaren"}
    return [remedy.verb, *(filled.get(str(word), str(word)) for word in remedy.args)]


def _form_and_field(path: str, rulebook: Rulebook) -> tuple[str, ...]:
    """`plan`, `risker` of `plan.risker.2.åtgärd`; of an item its form and field."""
    form_id, *words = path.split(".")
    form = rulebook.forms.get(form_id)
    if form and form.items:
        words = words[1:]
    return (form_id, *words[:1])


def _days_in(texts: Texts) -> list[str]:
    """The days written in a dossier: what is to be in order is so on the day of its neighbour."""
    return sorted(set(re.findall(r"\b\d{4}-\d\d-\d\d\b", "\n".join(texts.values()))))


def _values_of(of: Field, rulebook: Rulebook) -> Iterator[str]:
    if of.choices or of.answers:
        yield from of.choices or of.answers
    elif Trait.DAY in of.type.traits:
        for year in (2026, 2027, 2028):
            yield from (str(Day(year, month, 14)) for month in range(1, 13))
    elif Trait.ORGAN in of.type.traits:
        yield from (organ.name for organ in rulebook.organs)
        yield from ("kommunstyrelsen", "kommunfullmäktige", "socialnämnden")
    elif Trait.NUMBER in of.type.traits:
        yield from ("1", "3", "40", "1000")
    elif Trait.YES_OR_NO in of.type.traits:
        yield from ("ja", "nej")
    else:
        yield from ("handläggaren", "utredaren på kansliet", "Saken är utredd, och alla har hörts.")


def read_all(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def restore(folder: Path, kept: Mapping[str, bytes]) -> None:
    for path in list(folder.rglob("*")):
        if path.is_file() and str(path.relative_to(folder)) not in kept:
            path.unlink()
    for name, data in kept.items():
        (folder / name).write_bytes(data)


def written(folder: Path, texts: Texts) -> Path:
    """The dossier on disk."""
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder
