"""Every finished fixture is broken in every single way. What a check does not notice stands in a
list beside this file, with the reason why the policy wants it so; nothing else passes.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

import pytest
from helpers.survey import (
    FIXTURES,
    in_lists,
    passed,
    read_list,
    surveyed,
    totals,
)

from dialogcli.checking.survivors import Survivors

pytestmark = pytest.mark.survey


@pytest.fixture(scope="module")
def found() -> Mapping[str, Survivors]:
    return surveyed()


@pytest.mark.parametrize("rulebook", FIXTURES)
def test_what_passes_unnoticed_is_in_the_list(
    rulebook: str, found: Mapping[str, Survivors]
) -> None:
    new = passed(found[rulebook]) - in_lists(read_list(rulebook))
    assert sorted(map(str, new)) == []


@pytest.mark.parametrize("rulebook", FIXTURES)
def test_what_is_in_the_list_still_passes_unnoticed(
    rulebook: str, found: Mapping[str, Survivors]
) -> None:
    stale = in_lists(read_list(rulebook)) - passed(found[rulebook])
    assert sorted(map(str, stale)) == []


def test_how_many_there_are(
    found: Mapping[str, Survivors], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{totals(found)}\n")
    assert all(one.made > 1000 for one in found.values())
