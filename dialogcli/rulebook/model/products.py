"""What comes of a process: its documents, and the lists over all dialogues."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dialogcli.model.nothing import NOTHING
from dialogcli.rulebook.model.fields import Field


class DocumentSpec(NamedTuple):
    """A document that the rulebook's process wants: `template` is a file name without ending in
    templates/documents.

    `layout` is one of those that the template has, '' where it has but one. `each`: a form with
    items, for every file of which there is one such document; of decisions, for those at the gate
    that it comes after. `only`: the keys of the files (audiences) that it is made for, empty for
    all.
    """

    id: str
    title: str
    template: str
    before: str = ""
    after: str = ""
    leads_with: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    layout: str = ""
    each: str = ""
    only: tuple[str, ...] = ()


class Register(NamedTuple):
    """A list over all dossiers (`from_`: a form), with `own` one with entries of its own, or both
    at once.

    `fields` are those of its own entries, the first of which names the entry.
    """

    id: str
    title: str
    columns: tuple[str, ...]
    from_: str = ""
    own: bool = False
    fields: Mapping[str, Field] = NOTHING
