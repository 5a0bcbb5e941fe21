"""Whatever is filled in stands in the document: no word of any answer is dropped on the way, right
or wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random

import pytest
from helpers.documents import DAY, SHIPPED, parts, texts
from helpers.generated import generated, leaves, told
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dialogcli.base.dates import Day
from dialogcli.documents.choose import Document
from dialogcli.documents.render import render
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.select import select
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.rulebook.model import DocumentSpec, Rulebook

RULEBOOKS = ("varmland", "norrbotten", "sandviken", "hagfors", "allman")


@cache
def rulebook(name: str) -> Rulebook:
    return load_rulebook(name)


def whole(name: str) -> list[DocumentSpec]:
    """The documents of a rulebook that are about forms of one file each."""
    return [spec for spec in rulebook(name).documents if not spec.each and spec.shows]


def shown(spec: DocumentSpec, dossier: Dossier) -> Iterator[Answer]:
    """The single answers that a document is to show."""
    for path in (*spec.leads_with, *spec.shows):
        form = dossier.rulebook.forms.get(path)
        answers = (
            [dossier.answer(f"{path}.{name}") for name in form.fields]
            if form
            else select(dossier, path)
        )
        for answer in answers:
            if answer is not None:
                yield from leaves(answer)


def stands_otherwise(answer: Answer) -> bool:
    """A judgement's `ja` shows in the reason that follows; a date that is none as a gap in the
    date's place.
    """
    if answer.path.endswith(".svar"):
        return answer.text == "ja"
    return (
        answer.path.count(".") == 1
        and answer.path.endswith(".datum")
        and not isinstance(answer.value, Day)
    )


def spoken(data: bytes) -> str:
    """All of the text in small letters, with the addresses that its links lead to."""
    links = parts(data).get("word/_rels/document.xml.rels", b"").decode()
    return " ".join((texts(data) + links).casefold().split())


@pytest.mark.parametrize(
    ("name", "index"),
    [(name, index) for name in RULEBOOKS for index in range(len(whole(name)))],
    ids=lambda value: str(value),
)
@settings(max_examples=4, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(seed=st.integers(0, 2**32))
def test_every_word_of_every_filled_field_stands_in_the_document(
    name: str, index: int, seed: int
) -> None:
    spec, dossier = whole(name)[index], generated(rulebook(name), Random(seed))
    text = spoken(render(Document(spec, spec.id), dossier, SHIPPED, draft=True, day=DAY).data)
    missing = [
        (answer.path, word)
        for answer in shown(spec, dossier)
        for word in told(answer, dossier.rulebook)
        if not any(one.casefold() in text for one in word.split("|"))
        and not stands_otherwise(answer)
    ]
    assert missing == []
