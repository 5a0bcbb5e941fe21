"""Walks through a process: a fixture dossier as it was on some day, and what a check of it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from helpers.dossiers import SAMPLE

from dialogcli.checking.cases import case_line
from dialogcli.checking.engine import check
from dialogcli.checking.report import Report, for_gate
from dialogcli.disk.files import TextFile
from dialogcli.disk.folders import read_folder
from dialogcli.dossier.build import build_dossier
from dialogcli.rulebook.loader import load_rulebook

DOSSIERS = Path(__file__).parents[1] / "dossiers"

Texts = dict[str, str]
"""The files of a dossier: name relative to its folder -> text."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What holds once the files have come. `step` and `gate` are '' when all is done, and when no
    gate is left.

    `files`: names, or beginnings of names, of the files that are new since the stage above.
    `findings`: exact lines. `ready`: whether the turn of the next gate has come with a complete
    basis. `blank`: answers that are in a file in the end but are not written yet, file -> keys.
    `today`: a day long after everything unless one is given.
    """

    name: str
    files: tuple[str, ...]
    step: str
    gate: str
    findings: tuple[str, ...] = ()
    ready: bool = False
    blank: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    today: date = date(2029, 1, 1)


def dossier_texts(organisation: str) -> Texts:
    """The whole fixture dossier of one organisation."""
    return _texts_in(DOSSIERS / organisation)


def sample_texts() -> Texts:
    """The whole sample dialogue."""
    return _texts_in(SAMPLE)


def _texts_in(folder: Path) -> Texts:
    return {
        name: file.text for name, file in read_folder(folder).items() if isinstance(file, TextFile)
    }


def with_text(texts: Texts, file: str, old: str, new: str) -> Texts:
    """The same with one text in the place of another, which must stand there once."""
    assert texts[file].count(old) == 1, f"{old!r} stands {texts[file].count(old)} times in {file}"
    return texts | {file: texts[file].replace(old, new)}


def texts_at(texts: Texts, stages: Iterable[Stage], name: str) -> Texts:
    """The files that exist by the stage with that name."""
    come: tuple[str, ...] = ()
    for stage in stages:
        come += stage.files
        if stage.name == name:
            there = {file: text for file, text in texts.items() if file.startswith(come)}
            return there | {file: blanked(there[file], *keys) for file, keys in stage.blank.items()}
    raise KeyError(name)


def blanked(text: str, *keys: str) -> str:
    """A file with some answers taken away; their keys stay, in a table those of every row."""
    kept: list[str] = []
    found: set[str] = set()
    inside = -1
    for line_ in text.splitlines():
        key = re.match(r"( *(?:- )?)([\wåäö]+):", line_)
        depth = len(line_) - len(line_.lstrip())
        if inside >= 0 and (
            not line_ or depth > inside or (depth == inside and line_.lstrip().startswith("- "))
        ):
            continue
        inside = len(key[1]) if key and key[2] in keys else -1
        kept.append(f"{key[1]}{key[2]}:" if key and inside >= 0 else line_)
        found |= {key[2]} & set(keys) if key else set()
    assert found == set(keys), f"{set(keys) - found} is not there"
    return "\n".join(kept) + "\n"


def walked(rulebook: str, texts: Mapping[str, str], today: date) -> Report:
    return check(build_dossier(load_rulebook(rulebook), texts), today)


def where(report: Report) -> tuple[str, str]:
    """The current step and the next gate, '' for none."""
    standing = report.standing
    return (
        standing.current.id if standing.current else "",
        standing.next_gate.id if standing.next_gate else "",
    )


def said(report: Report) -> list[str]:
    """The findings as lines: `Fel V-47: "Utmaningar och risker" saknas. (handlingsplan.yaml:3:1)`."""
    return [case_line(finding) for finding in report.findings]


def refused(report: Report, gate: str) -> list[str]:
    """What stands in the way of a decision, as lines."""
    return said(for_gate(report, report.dossier.rulebook.gate(gate)))


def is_ready(report: Report, gate: str) -> bool:
    """Whether a gate's turn has come and its basis is complete."""
    return report.standing.is_open(gate) and not refused(report, gate)


def as_seen(stage: Stage, report: Report) -> Stage:
    """The stage with what a check says in place of what is expected."""
    step, gate = where(report)
    return replace(
        stage,
        step=step,
        gate=gate,
        findings=tuple(said(report)),
        ready=bool(stage.gate) and is_ready(report, stage.gate),
    )
