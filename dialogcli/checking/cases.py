"""A rulebook's own cases: small dossiers and the exact findings that one rule makes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dialogcli.checking.engine import check
from dialogcli.dossier.build import build_dossier
from dialogcli.model.errors import UnreadableError
from dialogcli.model.finding import Finding
from dialogcli.rulebook.model import Rulebook
from dialogcli.storage import nodes
from dialogcli.storage.yaml_reader import read_yaml

ANY_DAY = date(2027, 2, 22)
"""What today is in a case that does not say."""


@dataclass(frozen=True, slots=True)
class Case:
    """One small dossier (file name -> text) and the lines that the rule is to say about it, none if it passes."""

    rule: str
    name: str
    files: Mapping[str, str]
    today: date
    findings: tuple[str, ...]
    passing: bool


def read_cases(text: str, file: str) -> Iterator[Case]:
    """The cases of one file. Raises UnreadableError."""
    reading = read_yaml(text, file)
    if reading.root is None:
        raise UnreadableError(f"Fallen i {file} går inte att läsa.", faults=reading.faults)
    given = _texts(reading.root, "given")
    for rule in _mapping(reading.root, "cases"):
        for kind in ("passing", "failing"):
            for item in _items(rule.value, kind):
                yield _case(rule.key.text, item, given, kind == "passing")


def found(rulebook: Rulebook, case: Case) -> tuple[str, ...]:
    """What the rule says about the case's dossier, as the case writes it."""
    dossier = build_dossier(rulebook, {"dossier.yaml": "", **case.files})
    if dossier.faults:
        raise UnreadableError(f"Fallet {case.name} går inte att läsa.", faults=dossier.faults)
    return tuple(line(finding) for finding in check(dossier, case.today, only={case.rule}).findings)


def line(finding: Finding) -> str:
    """`Fel V-47: "Utmaningar och risker" saknas. (handlingsplan.yaml:3:1)`."""
    return f"{finding.severity.word} {finding.rule}: {finding.message} ({finding.place})"


def _case(rule: str, item: nodes.Mapping, given: Mapping[str, str], passing: bool) -> Case:
    today = _text(item, "today")
    return Case(rule, _text(item, "name"), {**given, **_texts(item, "files")},
                date.fromisoformat(today) if today else ANY_DAY,
                tuple(node.text for node in _sequence(item, "findings") if isinstance(node, nodes.Scalar)), passing)


def _text(root: nodes.Mapping, key: str) -> str:
    entry = root.get(key)
    return entry.value.text if entry and isinstance(entry.value, nodes.Scalar) else ""


def _mapping(root: nodes.Mapping, key: str) -> tuple[nodes.Entry, ...]:
    entry = root.get(key)
    return entry.value.entries if entry and isinstance(entry.value, nodes.Mapping) else ()


def _sequence(root: nodes.Mapping, key: str) -> tuple[nodes.Node, ...]:
    entry = root.get(key)
    return entry.value.items if entry and isinstance(entry.value, nodes.Sequence) else ()


def _texts(root: nodes.Mapping, key: str) -> dict[str, str]:
    return {entry.key.text: entry.value.text for entry in _mapping(root, key) if isinstance(entry.value, nodes.Scalar)}


def _items(rule: nodes.Node, kind: str) -> list[nodes.Mapping]:
    items = _sequence(rule, kind) if isinstance(rule, nodes.Mapping) else ()
    return [item for item in items if isinstance(item, nodes.Mapping)]
