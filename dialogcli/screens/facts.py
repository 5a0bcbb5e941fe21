"""Facts for other programs: findings as JSON, a contract described by schemas in the tests, and
rows for a spreadsheet, which must show them as they are and calculate nothing.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from dialogcli.base.characters import shown
from dialogcli.base.findings import Citation, FileFault, Finding, Severity, Waiver, remedy_text
from dialogcli.checking.report import Report
from dialogcli.checking.unjudged import Unjudged
from dialogcli.checking.unjudged import number_of as number_unjudged
from dialogcli.screens.findings import per_severity

VERSION = 1

Json: TypeAlias = str | int | Sequence["Json"] | dict[str, "Json"] | None
Facts: TypeAlias = dict[str, Json]
"""What a report has to say to another program; `Console.json` writes it."""


def check_facts(report: Report, folder: str) -> Facts:
    """`folder` is where the dossier lies; the files of the findings are relative to it.

    Files that cannot be read are findings of severity fel, whose rule is the word for the fault.
    What is waived in writing is still told, as an upplysning with the waiver; so is an answer that
    does not apply, with its reason.
    """
    current = report.standing.current
    findings = [
        *(as_finding(fault) for fault in report.dossier.faults),
        *report.findings,
        *(finding._replace(severity=Severity.UPPLYSNING) for finding in report.waived),
        *report.excused,
    ]
    rulebook = report.dossier.rulebook
    head = _head(folder, f"{rulebook.id} {rulebook.version}", current.id if current else None)
    return {**head, **_body(findings, report.unjudged)}


def facts_of_faults(faults: Sequence[FileFault], folder: str) -> Facts:
    """The same for a dossier that cannot be read at all: no rulebook, no step."""
    return {**_head(folder, None, None), **_body([as_finding(fault) for fault in faults])}


def as_finding(fault: FileFault) -> Finding:
    """A file that cannot be read as a finding."""
    remedy = " ".join(f"{kind}: {text}" if kind else text for kind, text in fault.notes)
    return Finding(fault.code, Severity.FEL, fault.message, fault.place, remedy=remedy)


def _head(folder: str, rulebook: Json, step: Json) -> Facts:
    return {"version": VERSION, "dossier": folder, "rulebook": rulebook, "step": step}


def _body(findings: Sequence[Finding], unjudged: Sequence[Unjudged] = ()) -> Facts:
    return {
        "findings": [finding_json(finding) for finding in findings],
        "summary": summary_json(findings, unjudged),
    }


def summary_json(findings: Sequence[Finding], unjudged: Sequence[Unjudged]) -> Json:
    """How many findings there are of each severity, and requirements that could not be judged."""
    numbers = {severity.value: number for severity, number in per_severity(findings).items()}
    return {**numbers, "ej_prövade": number_unjudged(unjudged)}


def finding_json(finding: Finding) -> dict[str, Json]:
    """One finding; the same keys wherever findings are told."""
    waiver = {"waiver": _waiver(finding.waiver)} if finding.waiver else {}
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "path": finding.path,
        "source": _source(finding.source),
        "remedy": remedy_text(finding.remedy),
        **waiver,
    }


def _source(source: Citation | None) -> Json:
    if source is None:
        return None
    return {"document": source.document, "heading": source.heading, "list": source.listed_under}


def _waiver(waiver: Waiver) -> Json:
    return {
        "reason": waiver.reason,
        "by": waiver.by,
        "date": waiver.day,
        "file": waiver.place.file,
        "line": waiver.place.line,
        "column": waiver.place.column,
    }


_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a byte order mark, semicolons and CRLF, as Swedish Excel opens it; every cell on
    one line.
    """
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(
        [_cell(cell) for cell in row] for row in rows
    )
    return text.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    """A text that could be a formula begins with an apostrophe, which says that it is text."""
    return f"'{shown(text)}" if text.startswith(_FORMULA) else shown(text)
