"""The forms that the program makes itself and no rulebook has: of meetings, of extracts, and of a
few questions. What they hold is data, described as the vocabulary describes fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dialogcli.base.findings import UnreadableError
from dialogcli.disk.files import read_text
from dialogcli.disk.folders import templates_folder
from dialogcli.rulebook.fields import FIELD_KEYS, Fields
from dialogcli.rulebook.loader import read_root
from dialogcli.rulebook.mapping_reader import Block, Faults, named_blocks
from dialogcli.rulebook.model import Form

FILE = "own-forms.yaml"

_KEYS = ("title", "fields", "described")

_CATALOGUES: Mapping[str, Mapping[str, str]] = {"asked": {}}
"""Choices that are only known when they are asked for."""


def own_form(id_: str) -> Form:
    """One of them. Raises KeyError when there is none."""
    return _own_forms()[id_]


@cache
def _own_forms() -> Mapping[str, Form]:
    faults = Faults()
    root = read_root(read_text(templates_folder() / "rulebooks" / FILE, FILE).text, FILE, faults)
    found = {}
    if root is not None:
        book = Block(root, faults, FILE, ("forms",))
        for id_, block in named_blocks(book, "forms", "underlaget", _KEYS).items():
            found[id_] = _form(id_, block)
    if wrong := faults.in_order():
        raise UnreadableError(f"Filen {FILE} går inte att läsa.", faults=wrong)
    return found


def _form(id_: str, block: Block) -> Form:
    described = named_blocks(block, "described", "fältet", FIELD_KEYS)
    fields = Fields(described, _CATALOGUES, block.faults)
    named = (fields.named(word, block.what) for word in block.words("fields"))
    return Form(id_, block.needed_text("title"), {field.id: field for field in named if field}, ())
