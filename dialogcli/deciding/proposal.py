"""What a gate proposes to decide, as text: its sentences with the answers of the dossier in their places."""

from __future__ import annotations

import re

from dialogcli.dossier.model import Dossier
from dialogcli.dossier.select import select
from dialogcli.model.words import listed, numbered
from dialogcli.process.pictures import Parted, parted_in_sentence
from dialogcli.process.wording import NBSP
from dialogcli.rulebook.model import Gate

_BRACED = re.compile(r"\{([^{}]+)\}(\.?)")


def proposal(dossier: Dossier, gate: Gate) -> str:
    """The sentences, numbered when there are several; '' when the gate proposes nothing."""
    return numbered(proposed(dossier, gate))


def proposed(dossier: Dossier, gate: Gate) -> list[str]:
    """The sentences one by one. What is not answered stands as `[SAKNAS: Syfte]`, as in a draft of the document."""
    return [_sentence(dossier, sentence) for sentence in gate.proposes]


def _sentence(dossier: Dossier, sentence: str) -> str:
    """An answer that ends the sentence brings no full stop of its own; the pictures of all of them stand last."""
    pictures: list[str] = []

    def put(found: re.Match[str]) -> str:
        cited = _cited(dossier, found[1].strip())
        pictures.extend(cited.pictures)
        return f"{cited.text.rstrip('.')}." if found[2] else cited.text

    text = _BRACED.sub(put, sentence)
    return " ".join([text[:1].upper() + text[1:], *pictures])


def _cited(dossier: Dossier, path: str) -> Parted:
    answers = [answer for answer in select(dossier, path) if answer.filled]
    if not answers:
        field = dossier.rulebook.field_at(path)
        return Parted(f"[SAKNAS: {field.label if field else path}]")
    found = [parted_in_sentence(answer, dossier.rulebook) for answer in answers]
    return Parted(listed(one.text for one in found).replace(NBSP, " "),
                  tuple(picture for one in found for picture in one.pictures))
