"""Decisions that were entered by mistake and taken back: each is told, and none counts as taken."""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.base.findings import Finding, Severity
from dialogcli.checking.decision_form import FORM
from dialogcli.checking.spine import decided
from dialogcli.dossier.model import WITHDRAWN, Answer, Dossier, FormFile
from dialogcli.rulebook.model import DECISIONS

TOLD = "tillbakataget"
"""The id of what is said of one."""

_PARTS = ("skäl", "av", "datum")


def withdrawn_told(dossier: Dossier) -> Iterator[Finding]:
    """An upplysning for each with its reason; a fel for what one lacks, and for one that lacks its
    reason and so holds all the same.
    """
    for file in dossier.withdrawn:
        mark = file.answers[WITHDRAWN]
        yield _told(dossier, file, mark)
        yield from _lacking(dossier, file, mark)
    for file in dossier.files.get(DECISIONS, ()):
        begun = file.answers.get(WITHDRAWN)
        if begun and begun.given:
            yield from _lacking(dossier, file, begun)


def name_of(dossier: Dossier, file: FormFile) -> str:
    """`Beslut om handlingsplan, 3 mars 2027 § 17`."""
    gate = next((one for one in dossier.rulebook.gates() if one.id == file.key), None)
    return decided(gate, file) if gate else file.file


def _told(dossier: Dossier, file: FormFile, mark: Answer) -> Finding:
    day, reason = mark.parts["datum"].day, " ".join(mark.parts["skäl"].text.split()).rstrip(".")
    when = f" {day.in_words}" if day else ""
    message = f"{name_of(dossier, file)}: tillbakataget{when}. Skäl: {reason}."
    return Finding(TOLD, Severity.UPPLYSNING, message, mark.place, mark.path)


def _lacking(dossier: Dossier, file: FormFile, mark: Answer) -> Iterator[Finding]:
    for name in _PARTS:
        part = mark.part(name)
        if part is None or not part.filled or part.excused:
            label = part.field.label if part else name
            subject = f"{name_of(dossier, file)}, {mark.field.label.lower()}: {label}"
            still = " Beslutet gäller fortfarande." if name == "skäl" else ""
            place, path = (part.place, part.path) if part else (mark.place, mark.path)
            yield Finding(
                FORM,
                Severity.FEL,
                f"{subject} saknas.{still}",
                place,
                path,
                remedy=f"Skriv det i {file.file}, under {WITHDRAWN}.",
                subject=subject,
            )
