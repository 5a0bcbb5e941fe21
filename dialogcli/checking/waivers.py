"""Written exceptions from single rules: who may be excused, and what a waiver must hold to count."""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.checking.spine import WAIVABLE
from dialogcli.dossier.model import Dossier, FormFile
from dialogcli.model.commands import set_waiver
from dialogcli.model.finding import Finding, Severity, Waiver
from dialogcli.model.place import Place
from dialogcli.model.words import did_you_mean, listed
from dialogcli.rulebook.model import WAIVERS


def written_waivers(dossier: Dossier) -> tuple[dict[str, Waiver], list[Finding]]:
    """The waivers that count, by rule id, and remarks on those that do not."""
    waivers: dict[str, Waiver] = {}
    remarks: list[Finding] = []
    for file in dossier.files.get(WAIVERS, ()):
        problem = next(_problems(dossier, file), None)
        if problem:
            remarks.append(problem)
        else:
            texts = {name: answer.text for name, answer in file.answers.items()}
            waivers[file.key] = Waiver(texts["skäl"], texts["av"], texts["datum"], Place(file.file))
    return waivers, remarks


def _problems(dossier: Dossier, file: FormFile) -> Iterator[Finding]:
    rule = dossier.rulebook.rules.get(file.key)
    missing = [
        answer.field.label
        for name, answer in file.answers.items()
        if name in ("skäl", "av", "datum") and not answer.filled
    ]
    if rule is None and file.key not in WAIVABLE:
        known = did_you_mean(file.key, [*dossier.rulebook.rules, *WAIVABLE])
        yield _remark(file, f"Regeln {file.key} finns inte i regelverket.{known}")
    elif rule and not rule.waivable:
        yield _remark(file, f"Från {file.key} går det inte att göra undantag.")
    if missing:
        subject = f"Undantaget från {file.key} gäller inte. {listed(missing)}"
        yield _remark(file, f"{subject} saknas.", subject)


def _remark(file: FormFile, message: str, subject: str = "") -> Finding:
    return Finding(
        WAIVERS,
        Severity.VARNING,
        message,
        Place(file.file),
        f"{WAIVERS}.{file.key}",
        remedy=set_waiver(file.key),
        subject=subject,
    )
