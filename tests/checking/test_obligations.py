"""`fill` and `check --for` count the same requirements."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from helpers.dossiers import changed, planning
from helpers.terminal import run

from dialogcli.checking.engine import check
from dialogcli.checking.report import obligations
from dialogcli.dossier.reading import read_dossier
from dialogcli.usecases.interview.questions import current_progress

TODAY = date(2025, 2, 24)


def counted(dossier: Path) -> tuple[int, int]:
    """How many requirements are met and how many there are, as `check --for` says it."""
    numbers = re.search(
        r"(\d+) av (\d+) krav", run(["check", "--for", "handlingsplan"], dossier).out
    )
    assert numbers is not None
    return int(numbers[1]), int(numbers[2])


def test_both_count_the_same(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    now = current_progress(check(read_dossier(dossier), TODAY))
    assert (now.done, now.total) == counted(dossier)


def test_a_comparison_counts_once_it_is_broken(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    met, of = counted(dossier)
    changed(
        dossier,
        "handlingsplan.yaml",
        "första_tillfälle: 2025-04-16",
        "första_tillfälle: 2025-03-16",
    )
    assert counted(dossier) == (met, of + 1)
    now = current_progress(check(read_dossier(dossier), TODAY))
    assert (now.done, now.total) == (met, of + 1)


def test_what_is_good_to_know_is_not_counted(tmp_path: Path) -> None:
    report = check(read_dossier(planning(tmp_path)), TODAY)
    gate = report.dossier.rulebook.gate("handlingsplan")
    assert {"V-47", "V-51"} <= {rule.id for rule in obligations(report, gate)}
    assert "V-50" not in {rule.id for rule in obligations(report, gate)}


def test_while_nothing_is_asked_for_a_decision_yet_the_step_itself_is_counted(
    tmp_path: Path,
) -> None:
    """Hagfors: until it is said that a dialogue is needed, nothing is asked for fullmäktige."""
    assert (
        run(
            ["new", "--rulebook", "hagfors", "--title", "Torget", "--folder", "torget"], tmp_path
        ).exit_code
        == 0
    )
    now = current_progress(check(read_dossier(tmp_path / "torget"), TODAY))
    assert now.in_all == "I det här steget: 1 av 3 krav är klara, 2 återstår (2 ska)."
