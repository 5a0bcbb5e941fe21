"""The registry of types: one object for each word, wherever it has been."""

from __future__ import annotations

import copy
import json
import pickle
import pkgutil
import re
from pathlib import Path

import pytest

import dialogcli
from dialogcli.base import fieldtypes
from dialogcli.base.fieldtypes import TYPES, FieldType, Shape, Trait

ROOT = Path(dialogcli.__file__).parent


def test_the_order_is_that_in_which_the_language_lists_them() -> None:
    assert list(TYPES) == [
        "text",
        "prose",
        "yesno",
        "choice",
        "number",
        "amount",
        "date",
        "organ",
        "reference",
        "statement",
        "group",
        "table",
    ]


def test_every_page_of_the_folder_is_registered_under_its_word() -> None:
    pages = {page.name for page in pkgutil.iter_modules(fieldtypes.__path__)}
    assert pages - {"field_type"} == set(TYPES)


@pytest.mark.parametrize("type_", TYPES.values(), ids=str)
def test_a_type_goes_by_its_word_in_texts(type_: FieldType) -> None:
    assert TYPES[str(type_)] is type_
    assert json.dumps({"type": f"{type_}"}) == f'{{"type": "{type_.word}"}}'


@pytest.mark.parametrize("type_", TYPES.values(), ids=str)
def test_a_copy_is_the_same_object(type_: FieldType) -> None:
    assert copy.copy(type_) is type_
    assert copy.deepcopy([type_])[0] is type_
    assert pickle.loads(pickle.dumps(type_)) is type_


def test_qualities_are_traits_and_shape() -> None:
    assert TYPES["amount"].qualities == {Trait.NUMBER, Trait.SUMMED, Shape.SCALAR}


def test_no_two_types_share_a_name_or_a_keyword() -> None:
    names = [type_.name for type_ in TYPES.values()]
    keywords = [key for type_ in TYPES.values() for key in type_.keywords]
    assert len(set(names)) == len(names)
    assert len(set(keywords)) == len(keywords)


def test_the_own_parts_of_a_type_are_of_types_that_there_are() -> None:
    for type_ in TYPES.values():
        assert {word for _, word, _ in type_.own_parts} <= set(TYPES)


@pytest.mark.parametrize("trait", Trait)
def test_every_trait_belongs_to_a_type(trait: Trait) -> None:
    assert any(trait in type_.traits for type_ in TYPES.values())


def test_nobody_else_knows_a_type_by_name() -> None:
    pages = "|".join(TYPES)
    named = re.compile(rf'TYPES(?:\[|\.get\()"|fieldtypes\.(?:{pages})\b')
    found = [
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*.py")
        if "fieldtypes" not in path.parts and named.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []
