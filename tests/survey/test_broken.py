"""Dialogues that are half done, and dossiers that are broken: no command stops on a bug, and what a
check calls a fel is neither decided on nor made final.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pytest
from helpers.screens import drawn
from helpers.survey import FIXTURES
from helpers.terminal import Ran, run
from helpers.walks import Stage, Texts, dossier_texts, sample_texts, texts_at
from walks import test_allman, test_hagfors, test_norrbotten, test_sandviken, test_varmland

from dialogcli.checking.mutations import Change, Mutation, Readings, mutations
from dialogcli.checking.named_fields import touches
from dialogcli.checking.survey import outlook
from dialogcli.dossier.build import assemble_dossier
from dialogcli.dossier.model import FormFile
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.rulebook.model import DECISIONS, Rulebook
from dialogcli.screens.check import check_screen
from dialogcli.screens.status import status_screen
from dialogcli.usecases.next_step import next_step
from dialogcli.yamltext.nodes import node_as_plain
from dialogcli.yamltext.reader import read_yaml

pytestmark = pytest.mark.nightly

EVERY = 12
"""So many changes lie between two that are tried; each stage begins at another one."""
AT_EACH_DECISION = 10
BUG = 70


class Moment(NamedTuple):
    """A dialogue half done. `gate`: whose turn has come with a complete basis, '' for none."""

    rulebook: str
    name: str
    texts: Texts
    today: date
    gate: str = ""

    def __str__(self) -> str:
        return f"{self.rulebook}: {self.name}"


def _whole(rulebook: str) -> Texts:
    return sample_texts() if rulebook == "varmland" else dossier_texts(rulebook)


def _moments() -> Iterator[Moment]:
    """Every stage of every walk."""
    stages: dict[str, Sequence[Stage]] = {
        "varmland": test_varmland.STAGES,
        "norrbotten": test_norrbotten.STAGES,
        "hagfors": test_hagfors.STAGES,
        "allman": test_allman.STAGES,
    }
    for rulebook, walk in stages.items():
        whole = _whole(rulebook)
        for stage in walk:
            gate = stage.gate if stage.ready else ""
            yield Moment(rulebook, stage.name, texts_at(whole, walk, stage.name), stage.today, gate)
    for stop in test_sandviken.WALK:
        there = {
            name: text for name, text in test_sandviken.ALL.items() if name.startswith(stop.files)
        }
        yield Moment("sandviken", stop.name, there, stop.today)


MOMENTS = list(_moments())
READY = [one for one in MOMENTS if one.gate]


def _read(texts: Texts) -> Readings:
    return {name: read_yaml(text, name) for name, text in texts.items()}


def _some(
    rulebook: Rulebook, texts: Texts, first: int, step: int, today: date
) -> Iterator[Mutation]:
    readings = _read(texts)
    changes = mutations(assemble_dossier(rulebook, readings), readings, today)
    return islice(changes, first, None, step)


@pytest.mark.parametrize("number", range(len(MOMENTS)), ids=lambda number: str(MOMENTS[number]))
def test_a_broken_dialogue_that_is_half_done_is_still_told(number: int) -> None:
    one = MOMENTS[number]
    book = load_rulebook(one.rulebook)
    for change in _some(book, one.texts, number % EVERY, EVERY, one.today):
        look = outlook(assemble_dossier(book, change.readings), one.today)
        then = next_step(look)
        assert drawn(status_screen(look, then)), change.path
        assert drawn(check_screen(look.report, then, upcoming=True)), change.path


def _write(folder: Path, readings: Readings) -> None:
    """The files of a dossier, each answer as JSON, which is YAML."""
    for name, reading in readings.items():
        assert reading.root is not None
        whole = node_as_plain(reading.root)
        assert isinstance(whole, dict)
        lines = (
            f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in whole.items()
        )
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("".join(lines), "utf-8")


def _run(words: list[str], folder: Path, today: date) -> Ran:
    ran = run(words, folder, now=datetime.combine(today, time(10)))
    assert ran.exit_code != BUG, ran.screen
    return ran


def _has_fel(folder: Path, gate: str, today: date) -> bool:
    """Whether a check of what a decision rests on finds a fel."""
    ran = _run(["check", "--for", gate, "--format", "json"], folder, today)
    return json.loads(ran.out)["summary"]["fel"] > 0


def _decision(one: Moment) -> tuple[list[str], date]:
    """`dialog decide` as the whole dialogue has it in the end, and the day. What is refused or sent
    back may lack something.
    """
    book = load_rulebook(one.rulebook)
    dossier = assemble_dossier(book, _read(_whole(one.rulebook)))
    file = next(
        file
        for file in dossier.files[DECISIONS]
        if file.key == one.gate and file.file not in one.texts and _goes_on(book, file)
    )
    said = {name: answer.text for name, answer in file.answers.items() if answer.text}
    options = {"outcome": "utfall", "date": "datum", "organ": "organ", "paragraph": "paragraf"}
    options |= {"role": "roll", "motivation": "motivering", "proposal": "förslag_till_beslut"}
    words = ["decide", book.gate(one.gate).word]
    for option, field in options.items():
        words += [f"--{option}", said[field].strip()] if field in said else []
    for field in book.gate(one.gate).records:
        rows = file.answers[field].rows or (file.answers[field],)
        texts = (row.text or ": ".join(part.text for part in row.parts.values()) for row in rows)
        words.append(f"{field}={', '.join(texts)}")
    return words, date.fromisoformat(said["datum"])


def _goes_on(book: Rulebook, file: FormFile) -> bool:
    return book.gate(file.key).outcomes[file.answers["utfall"].text] == "go_on"


@pytest.mark.parametrize("one", READY, ids=str)
def test_no_decision_is_entered_on_a_basis_with_a_fel(one: Moment, tmp_path: Path) -> None:
    words, day = _decision(one)
    whole = tmp_path / "whole"
    _write(whole, _read(one.texts))
    assert not _has_fel(whole, one.gate, day)
    sound = _run(words, whole, day)
    assert (sound.exit_code, len(_decisions(whole))) == (0, len(_decided(one)) + 1), sound.screen

    refused = 0
    for at, change in enumerate(_of_basis(one.rulebook, one.texts, one.gate, day)):
        folder = tmp_path / str(at)
        _write(folder, change.readings)
        before, fel = _decisions(folder), _has_fel(folder, one.gate, day)
        ran = _run(words, folder, day)
        _run(["status"], folder, day)
        if fel:
            assert (ran.exit_code, _decisions(folder)) == (1, before), change.path
            refused += 1
    assert refused


def _of_basis(rulebook: str, texts: Texts, gate: str, today: date) -> list[Mutation]:
    """Some changes of what the rules before a decision judge, and some others."""
    book = load_rulebook(rulebook)
    rules = [rule for rule in book.rules.values() if rule.before == gate]
    changes = list(_some(book, texts, 0, 1, today))
    judged = [one for one in changes if any(touches(one.field, rule, book) for rule in rules)]
    away = [one for one in judged if one.change in (Change.AWAY, Change.EMPTY, Change.FILE_AWAY)]
    few = len(away) // AT_EACH_DECISION + 1
    return [*away[::few], *changes[7 :: len(changes) // 4]]


def _decisions(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "beslut").glob("*"))


def _decided(one: Moment) -> list[str]:
    return [name for name in one.texts if name.startswith("beslut/")]


@pytest.mark.parametrize("rulebook", FIXTURES)
def test_nothing_is_final_on_a_basis_with_a_fel(rulebook: str, tmp_path: Path) -> None:
    book, today = load_rulebook(rulebook), date(2029, 1, 1)
    spec = next(
        spec for spec in book.documents if spec.before in {gate.id for gate in book.gates()}
    )
    words = ["render", spec.id, "--final"]
    texts = _whole(rulebook)
    whole = tmp_path / "whole"
    _write(whole, _read(texts))
    assert _run(words, whole, today).exit_code == 0

    refused = 0
    for at, change in enumerate(_of_basis(rulebook, texts, spec.before, today)):
        folder = tmp_path / str(at)
        _write(folder, change.readings)
        fel = _has_fel(folder, spec.before, today)
        ran = _run(words, folder, today)
        made = list((folder / "handlingar").glob("*.docx"))
        assert not fel or (ran.exit_code != 0 and not made), change.path
        refused += fel
    assert refused
