"""Answers as running text: dates in words, organs by name, choices as they are shown, pictures
below the sentence; and what a gate proposes to decide, sentences with such answers in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dialogcli.base.fieldtypes import Scalar, Shape, Trait
from dialogcli.base.words import capital, listed
from dialogcli.dossier.model import Answer, Dossier, NotApplicable, Wrong
from dialogcli.dossier.select import select
from dialogcli.rulebook.model import Gate, Rulebook

WRITTEN = re.compile(
    r'!\[((?:\\.|[^\[\]\\])*)\]\((?:<([^<>\n]*)>|([^()<>"\n]*?))(?:\s+"([^"\n]*)")?\s*\)'
)
"""What it shows, its path with angle brackets or without, and what it is called."""

_PICTURE = re.compile(rf"[ \t]*(?<!\\)({WRITTEN.pattern})")


class Parted(NamedTuple):
    """A text letter for letter without its pictures, and these as they are written."""

    text: str
    pictures: tuple[str, ...] = ()


def pictures_parted(text: str) -> Parted:
    """A text taken apart; one without pictures is not changed."""
    pictures = tuple(found[1] for found in _PICTURE.finditer(text))
    return Parted(_PICTURE.sub("", text).strip() if pictures else text, pictures)


def worded(answer: Answer, rulebook: Rulebook) -> str:
    """An answer as it stands on its own; '' when it is not answered or has parts."""
    if not answer.filled:
        return ""
    if isinstance(answer.value, NotApplicable):
        return f"Ej tillämpligt: {answer.value.reason.strip()}"
    if answers := _single(answer):
        return listed(worded(one, rulebook) for one in answers)
    if isinstance(answer.value, Wrong) or not answer.text:
        return answer.text
    value = answer.value if isinstance(answer.value, Scalar) else answer.text
    return answer.field.type.say(value, answer.field, rulebook.organ_names)


def in_sentence(answer: Answer, rulebook: Rulebook) -> str:
    """The same inside a sentence, on one line: there what the rulebook calls `Dialog` is dialog."""
    if answers := _single(answer):
        return listed(in_sentence(one, rulebook) for one in answers)
    text = " ".join(worded(answer, rulebook).split())
    chosen = answer.text in (answer.field.choices or answer.field.answers)
    return lowered(text) if answer.excused or chosen else text


def _single(answer: Answer) -> list[Answer]:
    """The answers of a field with `many` that are given."""
    rows = () if answer.field.type.shape is Shape.ROWS else answer.rows
    return [row for row in rows if row.filled]


def lowered(text: str) -> str:
    """A text with a small first letter, unless that begins an abbreviation: `E-panel` is e-panel,
    `SMS` is SMS.
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


ENUMERATED = re.compile(r"(?:\d{1,3}[.)]|[-*+])\s+")
"""How an item of a list begins."""

_BRACED = re.compile(r"\{([^{}]+)\}")


class CitedAnswer(NamedTuple):
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

    parts: tuple[str | CitedAnswer, ...]
    pictures: tuple[CitedAnswer, ...] = ()


def proposal_sentences(dossier: Dossier, gate: Gate) -> list[Sentence]:
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
            text, pictures = pictures_parted(" ".join(item.split()))
            yield Sentence(
                (CitedAnswer(answers[0].path, capital(text)),), _below(answers[0].path, pictures)
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
    parts: list[str | CitedAnswer] = []
    pictures: list[CitedAnswer] = []
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


def _cite(dossier: Dossier, path: str) -> tuple[CitedAnswer, list[CitedAnswer]]:
    """The answers at a path on one line, and their pictures."""
    answers = _answers(dossier, path)
    if not answers:
        field = dossier.rulebook.field_at(path)
        return CitedAnswer(path, missing=field.label if field else path), []
    texts: list[str] = []
    below: list[CitedAnswer] = []
    for answer in answers:
        text, pictures = _in_sentence(dossier, answer)
        texts.append(text)
        below += _below(answer.path, pictures)
    return CitedAnswer(answers[0].path, listed(texts)), below


def _in_sentence(dossier: Dossier, answer: Answer) -> Parted:
    """Only long texts can have pictures."""
    text = in_sentence(answer, dossier.rulebook)
    return pictures_parted(text) if Trait.LONG in answer.field.type.traits else Parted(text)


def _answers(dossier: Dossier, path: str) -> list[Answer]:
    return [answer for answer in select(dossier, path) if answer.filled]


def _below(path: str, pictures: tuple[str, ...]) -> tuple[CitedAnswer, ...]:
    return tuple(CitedAnswer(path, one) for one in pictures)
