"""The pages of the kinds: the language's and the judge's stand side by side, under the same word."""

from __future__ import annotations

import pkgutil
import re
from pathlib import Path
from types import ModuleType

import pytest

import dialogcli
from dialogcli.base.fieldtypes import TYPES
from dialogcli.base.words import SHOWN_AT_MOST
from dialogcli.checking import kinds as judges
from dialogcli.checking.kinds import JUDGES
from dialogcli.rulebook import kinds
from dialogcli.rulebook.kinds import KINDS
from dialogcli.rulebook.model import Kind

TESTS = Path(__file__).parents[1] / "checking" / "kinds"


def pages(folder: ModuleType) -> set[str]:
    return {page.name for page in pkgutil.iter_modules(folder.__path__)}


def test_both_registries_hold_every_page_of_their_folder_under_its_word() -> None:
    assert set(KINDS) == set(JUDGES) == pages(kinds) == pages(judges)


def test_the_registries_list_the_kinds_in_the_same_order() -> None:
    assert list(KINDS) == list(JUDGES)


def test_every_judge_has_a_test_of_its_own() -> None:
    assert {path.stem.removeprefix("test_") for path in TESTS.glob("test_*.py")} == set(KINDS)


def test_all_kinds_and_types_are_listed_for_somebody_who_wrote_another_word() -> None:
    assert max(len(KINDS), len(TYPES)) <= SHOWN_AT_MOST


@pytest.mark.parametrize("word", KINDS)
def test_each_page_is_found_by_its_own_word(word: str) -> None:
    assert KINDS[word] is getattr(kinds, word).KIND
    assert KINDS[word].word == word
    assert JUDGES[word] is getattr(judges, word).judge


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_a_kind_says_of_its_options_is_about_options_that_it_has(kind: Kind) -> None:
    grouped = {name for group in (*kind.needs, *kind.together) for name in group}
    assert grouped <= set(kind.options)
    assert set(kind.defaults) <= set(kind.options)


def test_every_kind_that_asks_has_a_turn_of_its_own() -> None:
    turns = {kind.word: kind.asks for kind in KINDS.values() if kind.asks}
    assert sorted(turns.values()) == list(range(1, len(turns) + 1))
    assert {kind.word for kind in KINDS.values() if kind.demands} <= set(turns)


def test_nobody_compares_a_kind_with_a_word() -> None:
    """mypy says so of `rule.kind == "order"`, and of `rule.kind.word == "order"` only this."""
    root = Path(dialogcli.__file__).parent
    compared = re.compile(r"kind\.word (?:==|!=|in|not in) ")
    assert [path for path in root.rglob("*.py") if compared.search(path.read_text("utf-8"))] == []
