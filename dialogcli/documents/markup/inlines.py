"""The insides of a paragraph: Markdown's inline tokens as runs, with the marks still to be
resolved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from markdown_it.token import Token

from dialogcli.documents.markup.blocks import Run
from dialogcli.documents.markup.markdown import above_pictures, pictured
from dialogcli.documents.markup.marks import LINE_BREAK, Cited, Mark, missing, split
from dialogcli.documents.markup.wording import unbroken
from dialogcli.model.words import capital


@dataclass(frozen=True, slots=True)
class Prose:
    """An answer in Markdown that is to stand here."""

    cited: Cited


Piece: TypeAlias = Run | Prose


def pieces(children: Sequence[Token], cited: Sequence[Cited], answer: str = "") -> list[Piece]:
    """The runs of inline tokens in order; neighbours that look alike are not yet joined.

    `answer` is the path of the answer that the tokens are of, '' for those of a template.
    """
    found: list[Piece] = []
    look = Run("")
    title = ""
    for token in children:
        match token.type:
            case "strong_open" | "strong_close":
                look = look._replace(bold=token.nesting > 0)
            case "em_open" | "em_close":
                look = look._replace(italic=token.nesting > 0)
            case "link_open":
                look = look._replace(link=str(token.attrs["href"]))
                title = str(token.attrs.get("title", ""))
            case "link_close":
                look = look._replace(link="")
                found += _texts(f" ({title})" if title else "", look, cited)
            case "picture":
                found.append(Run("", image=pictured(token, answer)))
                found += _texts(
                    f"\n{token.attrs['title']}" if token.attrs["title"] else "", look, cited
                )
            case _:
                found += _texts(_text(token), look, cited)
    return found


def _text(token: Token) -> str:
    match token.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return LINE_BREAK
    return token.content


def _texts(text: str, look: Run, cited: Sequence[Cited]) -> list[Piece]:
    found: list[Piece] = []
    for piece in split(text):
        if isinstance(piece, str):
            found.append(_like(look, piece.replace(LINE_BREAK, "\n")))
        elif piece.pictured:
            found += _with_pictures(cited[piece.number], look)
        else:
            found.append(_resolved(piece, look, cited))
    return found


def _with_pictures(one: Cited, look: Run) -> list[Piece]:
    """A text letter for letter, and below it its pictures."""
    found: list[Piece] = []
    for part in above_pictures(one.text.strip("\n"), one.path):
        if isinstance(part, str):
            found.append(_like(look, part))
        else:
            found.append(Run("", image=part))
    return found


def _like(look: Run, text: str, gap: bool = False) -> Run:
    """A run that looks like another, or that one itself (`_replace` takes three times as long)."""
    if text == look.text and (look.gap or not gap):
        return look
    return Run(text, look.bold, look.italic, look.link, gap or look.gap)


def _resolved(mark: Mark, look: Run, cited: Sequence[Cited]) -> Piece:
    """What a mark stands for; a mark that was never given out cannot come from an answer, only from
    a template.
    """
    if mark.bar or mark.tone:
        return Run("", bar=mark.bar)
    if mark.number < 0:
        return _like(look, missing(mark.label), gap=True)
    one = cited[mark.number]
    if one.gap:
        return _like(look, missing(one.text), gap=True)
    if mark.prose:
        return Prose(one)
    text = one.text.strip("\n")
    return _like(look, capital(text) if mark.capital else text)


def joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs with alike neighbours made one, without blanks at either end, and with what belongs
    together unbroken.
    """
    found: list[Run] = []
    for run in runs:
        if found and run.text and _alike(found[-1], run):
            found[-1] = _like(run, found[-1].text + run.text)
        elif run.text or run.drawn:
            found.append(run)
    return _trimmed(found)


def _alike(one: Run, other: Run) -> bool:
    return not one.drawn and (one.bold, one.italic, one.link, one.gap) == (
        other.bold,
        other.italic,
        other.link,
        other.gap,
    )


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    if runs:
        runs[0] = _with_text(runs[0], runs[0].text.lstrip(" \t\n"))
        runs[-1] = _with_text(runs[-1], runs[-1].text.rstrip(" \t\n"))
    shown = [run for run in runs if run.text or run.drawn]
    return tuple([_with_text(run, unbroken(run.text)) for run in shown])


def _with_text(run: Run, text: str) -> Run:
    """The same run with another text; what is drawn has none."""
    return run if run.drawn else _like(run, text)
