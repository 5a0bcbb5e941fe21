"""What a gate proposes to decide: its sentences, with the answers of the dossier in the places of
their paths.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.select import select
from dialogcli.model.fieldtypes import Trait
from dialogcli.model.words import capital, listed
from dialogcli.process.pictures import Parted, parted
from dialogcli.process.wording import in_sentence
from dialogcli.rulebook.model import Gate

ENUMERATED = re.compile(r"(?:\d{1,3}[.)]|[-*+])\s+")
"""How an item of a list begins."""

_BRACED = re.compile(r"\{([^{}]+)\}")


class Cited(NamedTuple):
    """Answers in a sentence: the path of the first of them, and what they say. `missing` is what is
    not answered.
    """

    path: str
    text: str = ""
    missing: str = ""


class Sentence(NamedTuple):
    """Its parts in order, the rulebook's own words among them; and the pictures of its answers, as
    they are written.
    """

    parts: tuple[str | Cited, ...]
    pictures: tuple[Cited, ...] = ()


def sentences(dossier: Dossier, gate: Gate) -> list[Sentence]:
    """The sentences one by one. One that is nothing but an answer is as many as the points which
    that is written in.
    """
    found: list[Sentence] = []
    for sentence in gate.proposes:
        found += list(_points(dossier, sentence)) or [_sentence(dossier, sentence)]
    return found


def _points(dossier: Dossier, sentence: str) -> Iterator[Sentence]:
    """A sentence for each item of the answer that is all of it; none when that is no list."""
    alone = _BRACED.fullmatch(sentence.strip())
    answers = _answers(dossier, alone[1].strip()) if alone else []
    if len(answers) == 1 and Trait.LONG in answers[0].field.type.traits:
        for item in _items(answers[0].text):
            text, pictures = parted(" ".join(item.split()))
            yield Sentence(
                (Cited(answers[0].path, capital(text)),), _below(answers[0].path, pictures)
            )


def _items(text: str) -> list[str]:
    """The items of a text that is a list and nothing else, those of a list inside it as they are
    written.
    """
    found: list[str] = []
    after_blank = False
    for line in text.strip("\n").splitlines():
        begins = ENUMERATED.match(line)
        is_paragraph = after_blank and line.strip() and not line.startswith(" ")
        if begins:
            found.append(line[begins.end() :])
        elif not found or is_paragraph:
            return []
        else:
            found[-1] += f"\n{line}"
        after_blank = not line.strip()
    return found


def _sentence(dossier: Dossier, sentence: str) -> Sentence:
    """An answer that ends a sentence brings no full stop of its own, and one that begins it begins
    it so.
    """
    parts: list[str | Cited] = []
    pictures: list[Cited] = []
    end = 0
    for found in _BRACED.finditer(sentence):
        cited, below = _cite(dossier, found[1].strip())
        text = cited.text
        if sentence.startswith(".", found.end()):
            text = text.rstrip(".")
        if found.start() == 0:
            text = capital(text)
        parts += [sentence[end : found.start()], cited._replace(text=text)]
        pictures += below
        end = found.end()
    return Sentence(tuple(part for part in (*parts, sentence[end:]) if part), tuple(pictures))


def _cite(dossier: Dossier, path: str) -> tuple[Cited, list[Cited]]:
    """The answers at a path on one line, and their pictures."""
    answers = _answers(dossier, path)
    if not answers:
        field = dossier.rulebook.field_at(path)
        return Cited(path, missing=field.label if field else path), []
    texts: list[str] = []
    below: list[Cited] = []
    for answer in answers:
        text, pictures = _in_sentence(dossier, answer)
        texts.append(text)
        below += _below(answer.path, pictures)
    return Cited(answers[0].path, listed(texts)), below


def _in_sentence(dossier: Dossier, answer: Answer) -> Parted:
    """Only long texts can have pictures."""
    text = in_sentence(answer, dossier.rulebook)
    return parted(text) if Trait.LONG in answer.field.type.traits else Parted(text)


def _answers(dossier: Dossier, path: str) -> list[Answer]:
    return [answer for answer in select(dossier, path) if answer.filled]


def _below(path: str, pictures: tuple[str, ...]) -> tuple[Cited, ...]:
    return tuple(Cited(path, one) for one in pictures)
