"""The cases beside each built-in rulebook: every rule has at least one that passes and one that
fails, exactly.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from dialogcli.checking.cases import Case, findings_of, read_cases
from dialogcli.disk.folders import templates_folder
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.rulebook.model import Rulebook
from dialogcli.rulebook.overlay import available_overlays, combine, load_overlay

RULEBOOKS = sorted(
    path.parent.name for path in (templates_folder() / "rulebooks").glob("*/rulebook.yaml")
)


@cache
def tried_on(name: str) -> Rulebook:
    """The rulebook itself; of an overlay the one that it is tried on, with the overlay on top."""
    if name not in available_overlays():
        return load_rulebook(name)
    overlay = load_overlay(name)
    return combine(load_rulebook(overlay.tried_on), overlay)


def rules_of(name: str) -> set[str]:
    return set(
        load_overlay(name).rules if name in available_overlays() else load_rulebook(name).rules
    )


def cases_of(rulebook: str) -> list[Case]:
    files = sorted((templates_folder() / "rulebooks" / rulebook / "cases").glob("*.yaml"))
    return [
        case
        for file in files
        for case in read_cases(Path(file).read_text(encoding="utf-8"), file.name)
    ]


ALL = [(rulebook, case) for rulebook in RULEBOOKS for case in cases_of(rulebook)]


@pytest.mark.parametrize(
    ("rulebook", "case"), ALL, ids=[f"{case.rule}: {case.name}" for _, case in ALL]
)
def test_case(rulebook: str, case: Case) -> None:
    assert findings_of(tried_on(rulebook), case) == case.findings
    assert bool(case.findings) is not case.passing


@pytest.mark.parametrize("rulebook", RULEBOOKS)
def test_every_rule_has_a_passing_and_a_failing_case(rulebook: str) -> None:
    counted = Counter((case.rule, case.passing) for case in cases_of(rulebook))
    missing = [
        (rule, passing)
        for rule in rules_of(rulebook)
        for passing in (True, False)
        if not counted[rule, passing]
    ]
    assert missing == []


@pytest.mark.parametrize("rulebook", RULEBOOKS)
def test_every_case_is_about_a_rule_that_exists(rulebook: str) -> None:
    assert {case.rule for case in cases_of(rulebook)} <= rules_of(rulebook)
