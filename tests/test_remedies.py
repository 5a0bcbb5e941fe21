"""What a finding says to do mends it: the command that it prints is typed, and the finding is gone, or
the command asks the question that does it. What no command mends is said in a sentence of this list.

The findings are those of the failing cases of each rulebook, and of its finished dialogue with one
thing after the other away or wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from checking.test_cases import RULEBOOKS, cases_of, tried_on
from helpers.remedies import Change, Following, Told, changes, findings_of, written
from helpers.walks import DOSSIERS, Texts, dossier_texts, sample_texts

from dialogcli.base.findings import Finding, Severity
from dialogcli.base.screen import Command
from dialogcli.checking.engine import check
from dialogcli.dossier.build import build_dossier, judges_register
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.rulebook.overlay import available_overlays, load_overlay

LATER = date(2029, 1, 1)
"""A day long after everything that the dialogues tell of."""

SENTENCES = (
    r"Ta bort raden\.",
    r"Ta bort den som inte gäller\.",
    r"Rätta namnet, eller ta bort fältet\. Det kommer inte med i handlingarna\.",
    r"Rätta namnet, eller skriv organet med sitt slag i organ\.yaml, bredvid dossiererna: "
    r"organs: \[\{name: .+, type: nämnd\}\]",
    r"Skriv (beslutspunkt|datum|till|regel): i filen \S+\.yaml",
    r"Skriv [\wåäö, -]+\.",
    r"Skriv så: .+",
    r"Kontrollera dagarna mot protokollen\.",
    r"Hämta tillbaka raderna under antaget ur en tidigare version av filen\. Finns ingen: ta bort filen "
    r"och för in beslutet på nytt\.",
    r"Ta bort numret\. Är filen redan sparad i git finns numret kvar i historiken\. "
    r"Fråga då ert dataskyddsombud\.",
    r"Ta bort uppgiften om den leder till en enskild invånare\.",
    r"Byt namn på filen, eller flytta den ur dossiern\.",
    r"För över det som fattas till \S+, och flytta filen ur dossiern\.",
)
"""What is told to a person where no command can do it; read before one is added. None of them says
to alter the day of a decision.
"""

NEVER = re.compile(r"beslut\.[^.]+\.(datum|organ|utfall|roll|paragraf|antaget)")
"""What of a decision only `decide` writes."""

FIXTURES = ("varmland", *sorted(path.name for path in DOSSIERS.iterdir() if path.is_dir()))
QUICK = ("allman", "hagfors")
"""The dialogues that are gone through every time; the others take long."""


def whole(name: str) -> Texts:
    return sample_texts() if name == "varmland" else dossier_texts(name)


def of_changes(name: str) -> list[Told]:
    """One finding of each sort among all changes of a finished dialogue."""
    rulebook = load_rulebook(name)
    found = (
        Told(change, finding, LATER)
        for change in changes(whole(name), rulebook)
        for finding in findings_of(change, rulebook, LATER)
    )
    return one_of_each(found)


def of_cases(name: str) -> list[Told]:
    """The same of the failing cases of a rulebook, on the days that they give."""
    return one_of_each(_told_of_cases(name))


def _told_of_cases(name: str) -> Iterator[Told]:
    rulebook = tried_on(name)
    own = load_overlay(name).tried_on if name in available_overlays() else name
    pin = f'regelverk: {own}\nregelverksversion: "{rulebook.version}"\n'
    pin += f"tillägg: [{name}]\n" if own != name else ""
    for case in cases_of(name):
        if case.passing or judges_register(rulebook.rules[case.rule], rulebook):
            continue
        texts = {**case.files, "dossier.yaml": pin + case.files.get("dossier.yaml", "")}
        dossier = build_dossier(rulebook, texts)
        for finding in check(dossier, case.today, {case.rule}).findings:
            yield Told(Change(texts, texts), finding, case.today)


def one_of_each(found: Iterable[Told]) -> list[Told]:
    sorts: dict[tuple[str, ...], Told] = {}
    for told in found:
        sorts.setdefault(told.sort, told)
    return list(sorts.values())


def trouble(told: Told, name: str, folder: Path) -> str:
    """What is wrong with the remedy of a finding; '' when nothing is."""
    finding = told.finding
    if not isinstance(finding.remedy, Command):
        return sentence_trouble(finding)
    if finding.remedy.verb == "set" and NEVER.match(str(finding.remedy.args[0])):
        return "writes what only decide may"
    rulebook = tried_on(name)
    return Following(told, written(folder / "dossier", told.change.texts), rulebook).trouble()


def sentence_trouble(finding: Finding) -> str:
    """That a dialogue has ended is mended by nothing; every other sentence is in the list."""
    if not finding.remedy and finding.severity is Severity.UPPLYSNING:
        return ""
    known = any(re.fullmatch(one, str(finding.remedy)) for one in SENTENCES)
    return "" if known else f"not in the list of sentences: {finding.remedy!r}"


def troubles(found: Iterable[Told], name: str, folder: Path) -> list[str]:
    told = []
    for number, one in enumerate(found):
        said = trouble(one, name, folder / str(number))
        if said:
            change = f"{one.change.file} {one.change.field}".strip()
            told.append(f"{one.finding.rule} ({change}): {one.finding.message}\n  {said}")
    return told


@pytest.mark.parametrize("name", RULEBOOKS)
@pytest.mark.nightly
def test_of_every_failing_case(name: str, tmp_path: Path) -> None:
    assert troubles(of_cases(name), name, tmp_path) == []


@pytest.mark.parametrize("name", QUICK)
def test_of_everything_away_or_wrong_in_a_short_dialogue(name: str, tmp_path: Path) -> None:
    assert troubles(of_changes(name), name, tmp_path) == []


@pytest.mark.parametrize("name", [name for name in FIXTURES if name not in QUICK])
@pytest.mark.nightly
def test_of_everything_away_or_wrong_in_a_long_dialogue(name: str, tmp_path: Path) -> None:
    assert troubles(of_changes(name), name, tmp_path) == []


def test_a_command_that_mends_nothing_is_noticed(tmp_path: Path) -> None:
    """The test can fail: a remedy about another field leaves the finding, or does not ask."""
    texts = whole("hagfors")
    change = Change({**texts, "plan.yaml": "datum:\n"}, texts, "plan.yaml", "datum")
    finding = findings_of(change, load_rulebook("hagfors"), LATER)[0]
    other = finding._replace(remedy=Command("fill", ("--section", "övervägande")))
    assert "not in" not in trouble(Told(change, finding, LATER), "hagfors", tmp_path / "right")
    assert "asks about" in trouble(Told(change, other, LATER), "hagfors", tmp_path / "wrong")
