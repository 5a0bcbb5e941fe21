"""Whether those who have to be elected are: every organ in a field that the vocabulary calls
political, and the one that decides at a gate whose decider is not an official. Each is judged once,
by no rulebook.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from dialogcli.base.fieldtypes import Trait
from dialogcli.base.findings import Finding, Severity
from dialogcli.base.organ_names import OFFICIALS
from dialogcli.checking.remedies import remedy_at
from dialogcli.dossier.model import Answer, Dossier, Parts, TableRows
from dialogcli.dossier.select import leaves
from dialogcli.process.deciders import (
    authority,
    elected_types,
    name_at_the_time,
    names_elected,
    organ_type,
)
from dialogcli.rulebook.model import DECISIONS, Gate

UNKNOWN = "okänt-organ"
NOT_ELECTED = "ej-förtroendevalda"
RENAMED = "tidigare-namn"


class _Named(NamedTuple):
    """An organ that has to be elected, and how a sentence names it: `Organ som deltar: taxi`."""

    answer: Answer
    said: str


def unelected(dossier: Dossier, judged: Collection[str]) -> Iterator[Finding]:
    """What is wrong with organs that have to be elected. `judged` are the paths where a rule has
    found it already, in the words of its source; that an organ is unknown is told nevertheless,
    because that mends it.
    """
    for answer, said in _that_have_to_be_elected(dossier):
        kind = organ_type(dossier.rulebook, answer.text)
        if not kind:
            yield _unknown(answer, f"{said}. Det är ett okänt organ.")
        elif kind not in elected_types(dossier.rulebook) and answer.path not in judged:
            yield Finding(
                NOT_ELECTED,
                dossier.rulebook.main_source.severity,
                f"{said}. Det ska vara förtroendevalda.",
                answer.place,
                answer.path,
                remedy=remedy_at(dossier, answer),
            )


def renamed(dossier: Dossier) -> Iterator[Finding]:
    """A varning for each decision by an organ under a name that it no longer had that day."""
    for decision in dossier.files.get(DECISIONS, ()):
        answer, day = decision.answers["organ"], decision.day
        organ = dossier.rulebook.organ_called(answer.text)
        former = organ.former_name(answer.text) if organ else ""
        if organ and former and day and day.first > organ.former[former].last:
            yield Finding(
                RENAMED,
                Severity.VARNING,
                f"{former} hette så till {organ.former[former].in_words}. Beslutet är fattat "
                f"{day.in_words} av {organ.name}.",
                answer.place,
                answer.path,
                remedy=remedy_at(dossier, answer),
            )


def _unknown(answer: Answer, message: str) -> Finding:
    mend = (
        "Rätta namnet, eller skriv organet med sitt slag i organ.yaml, bredvid dossiererna: "
        f"organs: [{{name: {answer.text}, type: nämnd}}]"
    )
    return Finding(UNKNOWN, Severity.VARNING, message, answer.place, answer.path, remedy=mend)


def _that_have_to_be_elected(dossier: Dossier) -> Iterator[_Named]:
    for file in dossier.all_files():
        for answer in file.answers.values():
            yield from _political(dossier, answer, answer.field.political)
    for gate in dossier.rulebook.gates():
        if not _may_be_official(gate, dossier):
            yield from _deciding(gate, dossier)


def _political(
    dossier: Dossier, answer: Answer, political: bool, within: str = ""
) -> Iterator[_Named]:
    """The organs in an answer; those in a group or a table are political with it."""
    of = answer.field
    if isinstance(answer.value, Parts | TableRows) and not of.many:
        for part in answer.parts.values() or answer.rows:
            inside = political or part.field.political
            yield from _political(dossier, part, inside, f"{of.name}: ")
    elif political and Trait.ORGAN in of.type.traits:
        for one in leaves([answer]):
            name = name_at_the_time(dossier.rulebook, one.text)
            yield _Named(one, f"{within}{of.name}: {name}")


def _deciding(gate: Gate, dossier: Dossier) -> Iterator[_Named]:
    for decision in dossier.files.get(DECISIONS, ()):
        if decision.key == gate.id:
            for one in leaves([decision.answers["organ"]]):
                name = name_at_the_time(dossier.rulebook, one.text)
                yield _Named(one, f"{gate.name}: beslutat av {name}")


def _may_be_official(gate: Gate, dossier: Dossier) -> bool:
    """Whether nothing says that the decider of a gate is elected: it is an official, or whom a
    field names that need not be. The organ of another decision is judged with that one's gate.
    """
    allowed, rulebook = authority(gate, dossier), dossier.rulebook
    if allowed.known:
        types = (*allowed.types, *(organ_type(rulebook, organ) for organ in allowed.organs))
        return OFFICIALS in types
    named = [path for decider in gate.deciders for path in decider.named_in]
    return not gate.deciders or not all(
        path.startswith(DECISIONS) or names_elected(rulebook, path) for path in named
    )
