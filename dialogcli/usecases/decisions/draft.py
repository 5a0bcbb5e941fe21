"""A whole decision from what is given: its missing parts filled in from the dossier, what it rests
on and adopts, its file, the dossier with it. Some days cannot be, and some orders of things are odd
but may have happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from dialogcli.base.dates import Day
from dialogcli.base.words import NBSP, listed, numbered, slug
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import (
    ADOPTED,
    BASIS,
    DAY,
    MOTIVATION,
    ORGAN,
    OUTCOME,
    POINTS,
    PROPOSAL,
    ROLE,
    Answer,
    Dossier,
    FormFile,
)
from dialogcli.dossier.select import fingerprint, latest_decision, select
from dialogcli.process.deciders import authority
from dialogcli.process.running_text import CitedAnswer, Sentence, proposal_sentences
from dialogcli.process.standing import Standing, standing, waiting_for
from dialogcli.process.traces import Effect
from dialogcli.rulebook.model import DECISIONS, Gate, Role
from dialogcli.usecases.decisions.fields import effect_at
from dialogcli.yamltext.nodes import Plain


def only_a_month(day: Day) -> str:
    """Why no decision can have been taken then; '' for a whole day."""
    if day.day is None:
        return f"Beslutet behöver en dag, inte bara en månad: {day.in_words}."
    return ""


def odd(dossier: Dossier, gate: Gate, day: Day, organ: str, role: str) -> Iterator[str]:
    """What to say before a decision is entered that has come out of order, or by another than the
    one whose matter it is where no rule says so. It is entered all the same.
    """
    allowed = authority(gate, dossier)
    if gate.unregulated and allowed.known and not allowed.allows(dossier.rulebook, organ, role):
        yield f"{gate.name}: beslutat av {organ}. Enligt dossiern är det {allowed} som beslutar."
    yield from _out_of_turn(standing(dossier), gate, day)
    later = latest_decision(dossier, gate.id)
    when = later.answers["datum"].value if later else None
    if isinstance(when, Day) and when.first > day.last:
        yield f"{gate.name} har ett senare beslut, {when.in_words}. Det är det som gäller."


def _out_of_turn(where: Standing, gate: Gate, day: Day) -> Iterator[str]:
    waiting = waiting_for(where, gate)
    if where.stopped:
        yield f"Dialogen {where.stopped.said}."
    elif where.ended and where.ended.id != gate.id:
        yield f"Dialogen är avslutad vid {where.ended.name}."
    elif waiting:
        names = listed(entry.name for entry in waiting)
        yield f"{gate.name} har inte tur än. Det här är inte klart: {names}."
    for other, when in _decided_before(where, gate):
        if day.last < when.first:
            yield f"{gate.name} är fattat före {other.name}, {when.in_words}."


def _decided_before(where: Standing, gate: Gate) -> Iterator[tuple[Gate, Day]]:
    """The gates that come before this one, with the day of their decision."""
    for state in where.states.values():
        if (
            isinstance(state.entry, Gate)
            and state.decision
            and where.comes_before(state.entry.id, gate.id)
        ):
            day = state.decision.answers["datum"].value
            if isinstance(day, Day):
                yield state.entry, day


def proposal(dossier: Dossier, gate: Gate) -> str:
    """The sentences, numbered when there are several; '' when the gate proposes nothing."""
    return numbered(proposed(dossier, gate))


def proposed(dossier: Dossier, gate: Gate) -> list[str]:
    """The sentences one by one, each with its pictures last."""
    return [_text(one) for one in proposal_sentences(dossier, gate)]


def _text(sentence: Sentence) -> str:
    words = "".join(_part(part) for part in sentence.parts)
    return " ".join([words, *(one.text for one in sentence.pictures)])


def _part(part: str | CitedAnswer) -> str:
    """What is not answered stands as `[SAKNAS: Syfte]`, as in a draft of the document."""
    if isinstance(part, str):
        return part
    return f"[SAKNAS: {part.missing}]" if part.missing else part.text.replace(NBSP, " ")


def marks(dossier: Dossier, gate: Gate) -> list[Plain]:
    """Rows of `fält` and `avtryck`: every written field of what the gate adopts and of what its
    rules watch.
    """
    found = {answer.path: fingerprint(answer) for answer in _adopted(dossier, gate) if answer.given}
    return [{"fält": path, "avtryck": mark} for path, mark in found.items()]


def basis(dossier: Dossier, gate: Gate) -> list[str]:
    """The forms that a decision rests on and that say something: those it adopts and those that
    rules want there.
    """
    wanted = dict.fromkeys([*gate.adopts, *_wanted(dossier, gate)])
    return [
        form
        for form in wanted
        if any(
            answer.filled
            for file in dossier.files.get(form, ())
            for answer in file.answers.values()
        )
    ]


def _wanted(dossier: Dossier, gate: Gate) -> Iterator[str]:
    for rule in dossier.rulebook.rules.values():
        if rule.kind.role is Role.WHOLE and rule.fields == (f"{DECISIONS}.{gate.id}.{BASIS}",):
            yield from rule.texts("values")


def _adopted(dossier: Dossier, gate: Gate) -> Iterator[Answer]:
    watching = [
        rule
        for rule in dossier.rulebook.rules.values()
        if rule.kind.role is Role.FINGERPRINT and rule.text("since") == gate.id
    ]
    for form in dict.fromkeys(
        [*gate.adopts, *(form for rule in watching for form in rule.texts("forms"))]
    ):
        for file in dossier.files.get(form, ()):
            yield from file.answers.values()
    for rule in watching:
        for path in rule.fields:
            yield from select(dossier, path)


def known(dossier: Dossier, gate: Gate) -> dict[str, Plain]:
    """What the dossier says about who decides, so that nobody has to: the one organ, the role of
    one person.
    """
    organ, _ = standing(dossier).planned(gate)
    found: dict[str, Plain] = {ORGAN: organ, ROLE: authority(gate, dossier).role}
    return {name: value for name, value in found.items() if value}


def completed(dossier: Dossier, gate: Gate, given: Mapping[str, Plain]) -> dict[str, Plain]:
    """What is given, with the proposal, the basis, the marks and the points that follow from it."""
    effect = effect_at(gate, str(given.get(OUTCOME, "")))
    derived: dict[str, Plain] = {
        PROPOSAL: proposal(dossier, gate),
        BASIS: list(basis(dossier, gate)),
    }
    if effect is Effect.GO_ON:
        derived[ADOPTED] = marks(dossier, gate)
    if effect is Effect.GO_BACK:
        derived |= _points(given)
    return {
        name: value for name, value in {**known(dossier, gate), **derived, **given}.items() if value
    }


def file_name(dossier: Dossier, gate: Gate, day: str) -> str:
    """`beslut/2027-03-03-handlingsplan.yaml`; `...-handlingsplan-2.yaml` where one of that day was
    taken back.
    """
    taken = [file.file for file in dossier.withdrawn]
    start = f"{dossier.rulebook.forms[DECISIONS].file}/{day}-{slug(gate.word)}"
    names = (f"{start}{'' if number == 1 else f'-{number}'}.yaml" for number in count(1))
    return next(name for name in names if name not in taken)


def already_there(dossier: Dossier, gate: Gate, day: str) -> FormFile | None:
    """The decision of that day at that gate, whatever its file is called."""
    return next(
        (
            file
            for file in dossier.files.get(DECISIONS, ())
            if file.key == gate.id and file.answers[DAY].text == day
        ),
        None,
    )


def with_decision(dossier: Dossier, name: str, text: str) -> Dossier:
    """The dossier as it would be with one more decision."""
    alone = build_dossier(dossier.rulebook, {name: text})
    files = sorted(
        [*dossier.files.get(DECISIONS, ()), *alone.files[DECISIONS]], key=lambda file: file.file
    )
    remarks = [remark for remark in alone.remarks if remark.place.file == name]
    return dossier._replace(
        files={**dossier.files, DECISIONS: tuple(files)}, remarks=(*dossier.remarks, *remarks)
    )


def _points(given: Mapping[str, Plain]) -> dict[str, Plain]:
    """Points make up the motivation; a motivation that nobody has divided is one point."""
    match given.get(POINTS), given.get(MOTIVATION):
        case list(points), None:
            return {MOTIVATION: numbered([str(point) for point in points])}
        case None, str(motivation):
            return {POINTS: [" ".join(motivation.split())]}
    return {}
