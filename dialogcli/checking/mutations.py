"""A finished dossier broken in every single way, in memory: a file away or copied, an answer away,
emptied, excused or marked, another choice, outcome, organ, day or number, one row or column less.

What a check then says shows what the rules really notice (checking/survivors.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Shape, Trait
from dialogcli.base.findings import Place
from dialogcli.dossier.model import ADOPTED, OUTCOME, Answer, Dossier, FormFile
from dialogcli.dossier.values import NOT_APPLICABLE
from dialogcli.rulebook.model import DECISIONS, IDENTITY, SESSIONS, Field, Rulebook
from dialogcli.yamltext.nodes import Entry, Node, Path, Scalar, Sequence, Span, grafted
from dialogcli.yamltext.nodes import Mapping as MappingNode
from dialogcli.yamltext.reader import Reading

Readings = Mapping[str, Reading]
"""The files of a dossier, read but not yet typed, by name."""


class Change(StrEnum):
    """What is done, as people and the reviewed lists call it. Another choice or outcome is called
    by its value (`=avslag`).
    """

    FILE_AWAY = "fil-borta"
    ALL_AWAY = "alla-borta"
    COPIED = "kopia"
    MARKS_AWAY = "märken-borta"
    ALL_CANCELLED = "alla-inställda"
    ALL_PLANNED = "alla-planerade"
    AWAY = "borta"
    EMPTY = "tom"
    ROW_AWAY = "rad-borta"
    COLUMN_EMPTY = "kolumn-tom"
    EXCUSED_X = "undantag-x"
    EXCUSED = "undantag-skäl"
    X = "x"
    DASH = "streck"
    LATER = "senare"
    QUESTION = "frågan"
    OFFICE = "organ-kontor"
    PERSON = "organ-person"
    ELSEWHERE = "organ-annan"
    EARLY = "dag-tidig"
    LATE = "dag-sen"
    FUTURE = "dag-framtid"
    ZERO = "tal-0"
    NEGATIVE = "tal-negativt"
    HUGE = "tal-stort"


VALUE = "="
"""Begins the name of a change to another choice."""


class Mutation(NamedTuple):
    """One change and the files after it. `change` is a Change or `=` and a value. `path` leads to
    what is changed; `field` is the same without the numbers of rows and the days of sessions, so
    that what is alike is counted together: `plan.metoder.metod`, `tillfällen.status`.
    """

    change: str
    field: str
    path: str
    file: str
    readings: Readings


_FIXED = (f"{IDENTITY}.format", f"{IDENTITY}.regelverk", f"{IDENTITY}.tillägg")
"""Without these no dossier is read at all."""

_NOWHERE = Span(0, 0)
"""What is put in stands in no text."""

_REASON = "Det behövs inte här, eftersom frågan redan är besvarad i ett tidigare ärende."
_MARKS = {Change.X: "x", Change.DASH: "-", Change.LATER: "fylls i senare"}
_ORGANS = {
    Change.OFFICE: "kommunledningskontoret",
    Change.PERSON: "Anna Ek",
    Change.ELSEWHERE: "barnnämnden i Grannköpings kommun",
}
_NUMBERS = {Change.ZERO: "0", Change.NEGATIVE: "-1", Change.HUGE: "999999999999"}


def without_marks(readings: Readings) -> dict[str, Reading]:
    """The files without what decisions remember of what they adopted. With it nearly every change
    is told as one after the decision, and hides whether its content is judged.
    """
    return {name: _with(reading, (ADOPTED,), None) for name, reading in readings.items()}


def lost_marks(dossier: Dossier, readings: Readings) -> Iterator[Mutation]:
    """Each decision without what it remembers of what it adopted."""
    for file in dossier.files.get(DECISIONS, ()):
        if file.answers[ADOPTED].filled:
            changed = {**readings, file.file: _with(readings[file.file], (ADOPTED,), None)}
            where = f"{DECISIONS}.{file.key}.{ADOPTED}"
            yield Mutation(Change.MARKS_AWAY, where, where, file.file, changed)


def mutations(dossier: Dossier, readings: Readings, today: date) -> Iterator[Mutation]:
    """Every single change of a dossier and its files, one at a time, in the order of the rulebook."""
    yield from _of_all_sessions(dossier, readings)
    for form_id, files in dossier.files.items():
        present = [file for file in files if file.present]
        if len(present) > 1:
            kept = _without(readings, *(file.file for file in present))
            yield Mutation(Change.ALL_AWAY, form_id, form_id, present[0].file, kept)
        for file in present:
            yield from _of_file(file, readings)
            yield from _of_answers(file, readings[file.file], readings, dossier.rulebook, today)


def _of_all_sessions(dossier: Dossier, readings: Readings) -> Iterator[Mutation]:
    files = dossier.files.get(SESSIONS, ())
    changes = {Change.ALL_CANCELLED: "inställt", Change.ALL_PLANNED: "planerat"}
    for change, status in changes.items() if files else ():
        changed = dict(readings)
        for file in files:
            new = _scalar(status, file.answers["status"].place)
            changed[file.file] = _with(readings[file.file], ("status",), new)
        yield Mutation(change, SESSIONS, SESSIONS, files[0].file, changed)


def _of_file(file: FormFile, readings: Readings) -> Iterator[Mutation]:
    where = _name_of(file)
    copied = {**readings, file.file.replace(".yaml", " - Kopia.yaml"): readings[file.file]}
    yield Mutation(Change.COPIED, where, where, file.file, copied)
    if file.form.id != IDENTITY:
        kept = _without(readings, file.file)
        yield Mutation(Change.FILE_AWAY, where, where, file.file, kept)


def _name_of(file: FormFile) -> str:
    """The form, with the key of a file where it says what the file is of: a gate, an audience."""
    of_a_day = file.form.items and Trait.DAY in file.form.fields[file.form.items].type.traits
    return f"{file.form.id}.{file.key}" if file.key and not of_a_day else file.form.id


class _Spot(NamedTuple):
    """An answer that is given, its node and the way to it. `of_rows`: how many there are beside it
    in its list, itself among them; 0 for what stands in none.
    """

    answer: Answer
    node: Node
    steps: Path
    field: str
    of_rows: int = 0


def _of_answers(
    file: FormFile, reading: Reading, readings: Readings, rulebook: Rulebook, today: date
) -> Iterator[Mutation]:
    for spot in _spots_of(file, reading):
        outcome = file.form.id == DECISIONS and spot.steps == (OUTCOME,)
        values = _outcomes(rulebook, file) if outcome else ()
        key = file.form.id == DECISIONS and spot.steps == (file.form.items,)
        values = _other_gates(rulebook, file) if key else values
        for change, node in _changes(spot, values, today):
            changed = {**readings, file.file: _with(reading, spot.steps, node)}
            yield Mutation(change, spot.field, spot.answer.path, file.file, changed)


def _outcomes(rulebook: Rulebook, file: FormFile) -> tuple[str, ...]:
    """Those of the gate, and those that only others have."""
    own = rulebook.gate(file.key).outcomes if file.key in rulebook.entries else ()
    return tuple(dict.fromkeys((*own, *rulebook.outcomes)))


def _other_gates(rulebook: Rulebook, file: FormFile) -> tuple[str, ...]:
    return tuple(gate.word for gate in rulebook.gates() if gate.id != file.key)


def _spots_of(file: FormFile, reading: Reading) -> Iterator[_Spot]:
    for entry in reading.root or ():
        answer = file.answers.get(entry.key.text)
        name = entry.key.text
        if answer and answer.filled and answer.path not in _FIXED:
            spot = _Spot(answer, entry.value, (name,), f"{_name_of(file)}.{name}")
            yield from _spots(spot)


def _spots(spot: _Spot) -> Iterator[_Spot]:
    """An answer, and the answers in it."""
    yield spot
    node = spot.node
    if isinstance(node, MappingNode):
        for entry in node:
            part = spot.answer.part(entry.key.text)
            if part and part.filled:
                name = entry.key.text
                inner = _Spot(part, entry.value, (*spot.steps, name), f"{spot.field}.{name}")
                yield from _spots(inner)
    elif isinstance(node, Sequence):
        rows = spot.answer.rows
        for row in rows:
            number = int(row.path.rpartition(".")[2]) - 1
            item = node.items[number]
            yield from _spots(_Spot(row, item, (*spot.steps, number), spot.field, len(rows)))


def _changes(
    spot: _Spot, values: tuple[str, ...], today: date
) -> Iterator[tuple[str, Node | None]]:
    """What can be put in the place of an answer. `values`: words that its field does not list."""
    if spot.of_rows > 1:
        yield Change.ROW_AWAY, None
    if not spot.of_rows:
        yield Change.AWAY, None
        yield Change.EMPTY, _scalar("", spot.node.place)
        yield Change.EXCUSED_X, _excuse("x", spot.node.place)
        yield Change.EXCUSED, _excuse(_REASON, spot.node.place)
        yield from _columns(spot)
    if isinstance(spot.node, Scalar) and not spot.answer.excused:
        for change, text in _texts(spot.answer, values, today):
            if text and text != spot.node.text.strip():
                yield change, _scalar(text, spot.node.place)


def _columns(spot: _Spot) -> Iterator[tuple[str, Node | None]]:
    """The table without what stands in one of its columns, for each of them."""
    node, rows = spot.node, spot.answer.rows
    if not isinstance(node, Sequence) or len(rows) < 2:
        return
    for column in spot.answer.field.parts if spot.answer.field.type.shape is Shape.ROWS else ():
        emptied: Node = node
        for number in range(len(node.items)):
            emptied = grafted(emptied, (number, column), _scalar("", spot.node.place))
        if any(row.parts[column].filled for row in rows if column in row.parts):
            yield f"{Change.COLUMN_EMPTY}:{column}", emptied


def _texts(answer: Answer, values: tuple[str, ...], today: date) -> Iterator[tuple[str, str]]:
    """Other texts for an answer, by its type."""
    of, traits = answer.field, answer.field.type.traits
    yield from ((f"{VALUE}{value}", value) for value in (*values, *_choices(of)))
    yield Change.X, "x"
    if not traits & {Trait.CHOSEN, Trait.YES_OR_NO, Trait.NUMBER, Trait.DAY}:
        yield from ((change, text) for change, text in _MARKS.items() if change is not Change.X)
        yield Change.QUESTION, of.question
    if Trait.ORGAN in traits:
        yield from _ORGANS.items()
    if Trait.NUMBER in traits:
        yield from _NUMBERS.items()
    if answer.day:
        yield from _days(answer.day, today)


def _choices(of: Field) -> tuple[str, ...]:
    if Trait.YES_OR_NO in of.type.traits:
        return ("ja", "nej")
    return tuple(of.choices) or tuple(of.answers)


def _days(day: Day, today: date) -> Iterator[tuple[str, str]]:
    """A year earlier, a year later, and in the year after today's, each as the day is written."""
    years = {Change.EARLY: day.year - 1, Change.LATE: day.year + 1}
    if today.year > day.year:
        years[Change.FUTURE] = today.year + 1
    for change, year in years.items():
        yield change, f"{year:04}{str(day)[4:]}".replace("-02-29", "-02-28")


def _scalar(text: str, place: Place) -> Scalar:
    return Scalar(text, place, _NOWHERE)


def _excuse(reason: str, place: Place) -> MappingNode:
    entry = Entry(_scalar(NOT_APPLICABLE, place), _scalar(reason, place))
    return MappingNode((entry,), place, _NOWHERE)


def _with(reading: Reading, steps: Path, node: Node | None) -> Reading:
    if reading.root is None:
        return reading
    root = grafted(reading.root, steps, node)
    return Reading(root) if isinstance(root, MappingNode) else reading


def _without(readings: Readings, *names: str) -> dict[str, Reading]:
    return {name: reading for name, reading in readings.items() if name not in names}
