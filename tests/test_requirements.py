"""The sources ask for 205 things. Every one is taken care of, and what is binding and can be
checked is a rule.

requirements.tsv says of each what the source does (MUST, MUSTNOT ...), and in the column `demand`
what a finding about it must weigh when a program can check it: `fel`, or `varning` for what only
minutes say, or what a stand-in alone can show.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from helpers.terminal import run

from dialogcli.base.findings import Severity
from dialogcli.interview.chapters import chapters
from dialogcli.rulebook.loader import load_rulebook

TABLE = Path(__file__).parent / "requirements.tsv"


def table() -> dict[str, dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file, delimiter="\t")}


ROWS = table()
EXECUTABLE = [id_ for id_, row in ROWS.items() if row["demand"] != "-"]


@pytest.fixture(scope="module")
def covered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Each requirement as `dialog rules coverage` reports it."""
    ran = run(["rules", "coverage", "--format", "json"], tmp_path_factory.mktemp("empty"))
    return {row["id"]: row for row in json.loads(ran.out)["requirements"]}


def test_there_are_205_requirements_each_of_them_once(covered: dict[str, Any]) -> None:
    assert len(ROWS) == 205
    assert sorted(covered) == sorted(ROWS)


def test_none_is_forgotten(covered: dict[str, Any]) -> None:
    assert [id_ for id_, row in covered.items() if not row["accounted"]] == []


def test_each_is_put_as_the_source_puts_it(covered: dict[str, Any]) -> None:
    assert {id_: row["modality"] for id_, row in covered.items()} == {
        id_: row["modality"] for id_, row in ROWS.items()
    }


def test_123_are_binding_and_can_be_checked() -> None:
    """The same number as `dialog rules coverage` gives for the four organisations."""
    assert len(EXECUTABLE) == 123


MAY_BE_A_FAULT = ("MUST", "MUSTNOT", "DEF")
"""What a source demands, forbids, or says that the thing is. The rest is at most a warning."""


@pytest.mark.parametrize("book", ["norrbotten", "varmland", "sandviken", "hagfors"])
def test_no_rule_weighs_more_than_its_source_says(book: str) -> None:
    rules = load_rulebook(book).rules.values()
    too_heavy = [
        rule.id
        for rule in rules
        if rule.severity is Severity.FEL and ROWS[rule.row]["modality"] not in MAY_BE_A_FAULT
    ]
    assert too_heavy == []


@pytest.mark.parametrize("book", ["norrbotten", "varmland", "sandviken", "hagfors"])
def test_every_rule_says_where_it_stands(book: str) -> None:
    """Under a heading of a document, or as the rulebook's own reading, which says so itself."""
    without = {
        (rule.id, rule.source.document)
        for rule in load_rulebook(book).rules.values()
        if not rule.source.heading
    }
    own = {("N-19c", "Regelverkets egen läsning av policyn")}
    assert without == (own if book == "norrbotten" else set())


@pytest.mark.parametrize("book", ["norrbotten", "varmland", "sandviken", "hagfors"])
def test_advice_is_shown_where_the_work_is_done(book: str) -> None:
    """At a step, or at a question that is asked."""
    rulebook = load_rulebook(book)
    asked = {path for chapter in chapters(rulebook) for path in chapter.paths}
    advice = [row for row in rulebook.unchecked.values() if row.as_ == "guidance"]
    assert advice
    assert [row.id for row in advice if row.where not in {*rulebook.entries, *asked}] == []


@pytest.mark.parametrize("id_", EXECUTABLE)
def test_what_binds_is_checked_with_its_weight_and_shown_by_cases(
    id_: str, covered: dict[str, Any]
) -> None:
    weights = {
        account["severity"] for account in covered[id_]["accounted"] if account["as"] == "rule"
    }
    assert ROWS[id_]["demand"] in weights
    assert ROWS[id_]["demand"] == "fel" or weights == {"varning"}
    assert min(covered[id_]["cases"].values()) >= 1
    assert covered[id_]["care"] == "noticed"
