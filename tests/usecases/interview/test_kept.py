"""Whatever somebody does at the prompts of an interview who answers the same as before, answers
wrongly, goes back, waits or stops: no stored answer is lost or changed.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

import pytest
from helpers.dossiers import planning
from helpers.walks import DOSSIERS

from dialogcli.base.fieldtypes import Shape, Trait
from dialogcli.base.screen import Item
from dialogcli.interview.chapters import chapters
from dialogcli.interview.question import Question
from dialogcli.interview.question_screens import MORE
from dialogcli.interview.signs import Sign, Typed
from dialogcli.terminal.askers import Choices, LineAsker
from dialogcli.terminal.console import Console
from dialogcli.usecases.interview.conversation import Adviser, Conversation
from dialogcli.usecases.interview.fill import Filling, Route
from dialogcli.usecases.interview.questions import Interviewer
from dialogcli.usecases.interview.recorder import Recorder
from dialogcli.yamltext.nodes import Plain

TODAY = date(2027, 9, 1)
PROMPTS = 150
"""So many are answered, then somebody stops."""

LEAVES = ("", "<", ">", "?", "Ctrl-C")
WRONG = {Trait.DAY: "i övermorron", Trait.NUMBER: "många", Trait.YES_OR_NO: "kanske"}


class Asking(Interviewer):
    """Tells whoever types which question it is, and that it is none but a menu."""

    def wait(
        self,
        question: Question,
        before: str,
        beside: Sequence[Item] | None = None,
        begun: str = "",
    ) -> Plain | Sign:
        assert isinstance(self.asker, Restless)
        self.asker.at(question)
        return super().wait(question, before, beside, begun)

    def read(self, *letters: Sign) -> Typed:
        assert isinstance(self.asker, Restless)
        self.asker.at(None)
        return super().read(*letters)


@dataclass(slots=True)
class Restless(LineAsker):
    """Somebody who never answers anything new."""

    rng: Random = field(default_factory=Random)
    question: Question | None = None
    more: list[str] = field(default_factory=list)
    begun_otherwise: bool = False
    typed: list[str] = field(default_factory=list)

    def at(self, question: Question | None) -> None:
        self.question = question

    def write(self, prompt: str, long: bool = False, begun: str = "") -> str:
        if begun or self.begun_otherwise:
            self.begun_otherwise = False
            return self.press("<", ">", "Ctrl-C")
        if prompt == MORE:
            return self.press(*([self.more.pop(0)] if self.more else ["", "<"]), "<")
        if self.question is None:
            return self.press("", "<", ">", "x", "99", "1", "g")
        half = self.halves(self.question)
        key = self.press(*LEAVES[: 4 + (self.rng.random() < 0.1)], *3 * self.answers(), *3 * half)
        self.begun_otherwise = key in half
        return key

    def choose(self, prompt: str, choices: Choices) -> str:
        if "vi vet inte än" in choices.labels:
            return self.press("2", "3", "<", "Ctrl-C")
        if self.question is None or not self.question.listed:
            return self.press("", "9", "x", "<", "1")
        return self.write(prompt)

    def confirm(self, prompt: str) -> bool:
        self.press("n")
        return False

    def press(self, *keys: str) -> str:
        key = self.rng.choice(keys)
        self.typed.append(key)
        if key == "Ctrl-C" or len(self.typed) > PROMPTS:
            raise KeyboardInterrupt
        return key

    def answers(self) -> list[str]:
        """The stored answer as it would be typed, and a wrong one."""
        assert self.question is not None
        return [*self.same(self.question), *wrong(self.question)] if self.question.answer else []

    def halves(self, question: Question) -> list[str]:
        """The beginning of another answer than the stored one: its reason is to be asked for."""
        considered = question.type.shape is Shape.STATEMENT and question.choices
        return [other(question)] if considered and question.reason else []

    def same(self, question: Question) -> list[str]:
        words = list(question.choices)
        if question.answer.startswith("ej tillämpligt"):
            return []  # one that nobody answers for is signed when it is given again
        if question.field.many:
            if words:
                return [" ".join(str(words.index(one) + 1) for one in question.chosen)]
            first, *self.more = question.chosen
            return [first]
        if question.type.shape is Shape.STATEMENT:
            return [question.written, question.written.partition(", ")[0]][: 1 + bool(words)]
        if question.listed and question.written in words:
            return [str(words.index(question.written) + 1)]
        return [question.written]


def wrong(question: Question) -> list[str]:
    """An answer that is none; [] where every text is one."""
    if question.yes_or_no:
        return ["kanske"]
    if question.listed:
        return ["99", "!"]
    if question.type.shape is Shape.STATEMENT:
        return ["ja", "-!"]
    return [text for trait, text in WRONG.items() if trait in question.type.traits]


def other(question: Question) -> str:
    """Another answer than the stored one, of which the reason is to be asked for."""
    words = list(question.choices)
    stored = question.written.partition(", ")[0]
    at = next(number for number, word in enumerate(words, 1) if word != stored)
    return {"ja": "j", "nej": "n"}[words[at - 1]] if question.yes_or_no else str(at)


def contents(folder: Path) -> dict[str, list[str]]:
    """The lines of every file, apart from keys without a value: they say that a column of a row was
    passed by.
    """
    texts = {path.name: path.read_text("utf-8").splitlines() for path in folder.rglob("*.yaml")}
    return {name: [one for one in lines if not one.endswith(":")] for name, lines in texts.items()}


def somebody(folder: Path, seed: int) -> Restless:
    """Goes through all that can be asked about a dossier; what was typed."""
    console = Console(io.StringIO(), io.StringIO(), io.StringIO())
    asker = Restless(console, line_by_line=False, rng=Random(seed))
    recorder = Recorder.open(folder)
    every = chapters(recorder.dossier.rulebook)
    talk = Conversation(
        Asking(console, asker, TODAY, lambda _text, _about: None),
        recorder,
        Adviser(recorder, TODAY),
    )
    try:
        start = asker.rng.randrange(len(every))
        Filling(talk, Route(every, every[start:], named=True)).run()
    except KeyboardInterrupt:
        pass
    return asker


@pytest.fixture
def dossier(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "varmland":
        return planning(tmp_path)
    return Path(shutil.copytree(DOSSIERS / request.param, tmp_path / "dossier"))


@pytest.mark.parametrize(
    "dossier", ["allman", "hagfors", "norrbotten", "sandviken", "varmland"], indirect=True
)
@pytest.mark.parametrize(
    "seeds", [range(4), pytest.param(range(4, 80), marks=pytest.mark.nightly)], ids=["few", "many"]
)
def test_nothing_that_is_stored_is_lost_or_changed(dossier: Path, seeds: range) -> None:
    before = contents(dossier)
    for seed in seeds:
        somebody(dossier, seed)
        assert contents(dossier) == before
