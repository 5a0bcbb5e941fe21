"""What a gate proposes to decide, as text."""

from __future__ import annotations

from dialogcli.dossier.model import Dossier
from dialogcli.model.words import NBSP, numbered
from dialogcli.process.proposals import Cited, Sentence, sentences
from dialogcli.rulebook.model import Gate


def proposal(dossier: Dossier, gate: Gate) -> str:
    """The sentences, numbered when there are several; '' when the gate proposes nothing."""
    return numbered(proposed(dossier, gate))


def proposed(dossier: Dossier, gate: Gate) -> list[str]:
    """The sentences one by one, each with its pictures last."""
    return [_text(one) for one in sentences(dossier, gate)]


def _text(sentence: Sentence) -> str:
    words = "".join(_part(part) for part in sentence.parts)
    return " ".join([words, *(one.text for one in sentence.pictures)])


def _part(part: str | Cited) -> str:
    """What is not answered stands as `[SAKNAS: Syfte]`, as in a draft of the document."""
    if isinstance(part, str):
        return part
    return f"[SAKNAS: {part.missing}]" if part.missing else part.text.replace(NBSP, " ")
