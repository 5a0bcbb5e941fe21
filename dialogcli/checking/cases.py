"""A rulebook's own cases: small dossiers and the exact findings that one rule makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dialogcli.checking.engine import check
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.shelf import build_shelf, of_register
from dialogcli.model.errors import UnreadableError
from dialogcli.model.finding import Finding
from dialogcli.model.place import Place
from dialogcli.rulebook.model import Rulebook
from dialogcli.storage.yaml_reader import read_yaml

ANY_DAY = date(2027, 2, 22)
"""What today is in a case that does not say."""


@dataclass(frozen=True, slots=True)
class Case:
    """One small dossier (file name -> text) and the lines that the rule is to say about it, none if
    it passes.
    """

    rule: str
    name: str
    files: Mapping[str, str]
    today: date
    findings: tuple[str, ...]
    passing: bool
    place: Place


def found(rulebook: Rulebook, case: Case) -> tuple[str, ...]:
    """What the rule says about the case's dossier, as the case writes it."""
    dossier = (
        _shelf(rulebook, case)
        if of_register(rulebook.rules[case.rule], rulebook)
        else _dossier(rulebook, case)
    )
    if dossier.faults:
        raise UnreadableError(f"Fallet {case.name} går inte att läsa.", faults=dossier.faults)
    return tuple(line(finding) for finding in check(dossier, case.today, only={case.rule}).findings)


def _dossier(rulebook: Rulebook, case: Case) -> Dossier:
    return build_dossier(rulebook, {"dossier.yaml": "", **case.files})


def _shelf(rulebook: Rulebook, case: Case) -> Dossier:
    """The entries of registers, which a case gives as `kandidatomraden/badplatsen.yaml`."""
    return build_shelf(rulebook, {name: read_yaml(text, name) for name, text in case.files.items()})


def line(finding: Finding) -> str:
    """`Fel V-47: "Utmaningar och risker" saknas. (handlingsplan.yaml:3:1)`."""
    return f"{finding.severity.word} {finding.rule}: {finding.message} ({finding.place})"
