"""The sources ask for 205 things. Every one is taken care of, and what is binding and can be
checked is a rule.

requirements.tsv says of each what the source does (MUST, MUSTNOT ...), and in the column `demand`
what a finding about it must weigh when a program can check it: `fel`, or `varning` for what only
minutes say.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from helpers.terminal import run

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


def test_122_are_binding_and_can_be_checked() -> None:
    """The same number as `dialog rules coverage` gives for the four organisations."""
    assert len(EXECUTABLE) == 122


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
