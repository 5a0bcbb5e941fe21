"""From Markdown to blocks, and its inline tokens to runs with the marks still to be resolved. An
answer in Markdown is parsed on its own, so nothing in it reaches beyond its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TypeAlias

from markdown_it.token import Token

from dialogcli.base.dates import MONTHS
from dialogcli.base.words import NBSP, capital
from dialogcli.documents.markup.blocks import Block, Heading, ListItem, Paragraph, Run, Runs
from dialogcli.documents.markup.markdown import (
    above_pictures,
    parse_answer_text,
    parse_template,
    pictured,
)
from dialogcli.documents.markup.marks import LINE_BREAK, CitedText, Mark, missing, split
from dialogcli.documents.markup.structure import (
    DEEPEST,
    Cell,
    Divisions,
    Lists,
    Outline,
    read_table,
)

_UNITS = "|".join([*MONTHS, "kr", "kronor", "procent", "%"])
_TOGETHER = re.compile(rf"(?<=§) (?=\d)|(?<=\d) (?=\d{{3}}(?!\d)|(?:{_UNITS})(?!\w))")

_SEVERAL = re.compile(r"[-–,]| och ")


def unbroken(text: str) -> str:
    """A text in which § and its number, the groups of a number, a day and its month stay on one
    line.
    """
    return _TOGETHER.sub(NBSP, text)


def paragraphs(numbers: str) -> str:
    """The number or numbers of a decision, with their sign: `§ 17`, `§§ 17-18`."""
    text = numbers.strip().lstrip("§ ")
    if not text:
        return ""
    sign = "§§" if _SEVERAL.search(text) else "§"
    return f"{sign}{NBSP}{text}"


@dataclass(frozen=True, slots=True)
class Prose:
    """An answer in Markdown that is to stand here."""

    cited: CitedText


Piece: TypeAlias = Run | Prose


def pieces(children: Sequence[Token], cited: Sequence[CitedText], answer: str = "") -> list[Piece]:
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


def _texts(text: str, look: Run, cited: Sequence[CitedText]) -> list[Piece]:
    found: list[Piece] = []
    for piece in split(text):
        if isinstance(piece, str):
            found.append(_like(look, piece.replace(LINE_BREAK, "\n")))
        elif piece.pictured:
            found += _with_pictures(cited[piece.number], look)
        else:
            found.append(_resolved(piece, look, cited))
    return found


def _with_pictures(one: CitedText, look: Run) -> list[Piece]:
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


def _resolved(mark: Mark, look: Run, cited: Sequence[CitedText]) -> Piece:
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


def joined_runs(runs: Sequence[Run]) -> tuple[Run, ...]:
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


def read_markdown(text: str, cited: Sequence[CitedText] = ()) -> list[Block]:
    """The blocks of a filled template."""
    reader = _Reader(cited)
    reader.read(parse_template(text))
    return reader.blocks


@dataclass(slots=True)
class _Reader:
    """Walks the tokens once. `answer` is the path of what is read, '' for a template."""

    cited: Sequence[CitedText]
    blocks: list[Block] = field(default_factory=list)
    lists: Lists = field(default_factory=Lists)
    outline: Outline = field(default_factory=Outline)
    divisions: Divisions = field(default_factory=Divisions)
    quotes: int = 0
    caption: Runs = ()
    in_cell: bool = False
    answer: str = ""

    def read(self, tokens: Sequence[Token]) -> None:
        """Read a run of block tokens."""
        rest = iter(tokens)
        for token in rest:
            match token.type:
                case "table_open":
                    self._table([token, *takewhile(_is_in_table, rest)])
                case "heading_open":
                    self._heading(token, _inside(next(rest)))
                case "caption":
                    self._caption(_inside(next(rest)))
                case "inline":
                    self._paragraph(_inside(token))
                case kind if kind in _ACTS:
                    _ACTS[kind](self, token)

    def quote(self, token: Token) -> None:
        """The beginning or the end of a quote."""
        self.quotes += token.nesting

    def _heading(self, token: Token, inside: Sequence[Token]) -> None:
        level = self.outline.level_of(int(token.tag[1]))
        runs = joined_runs([run for piece in self._pieces(inside) for run in self._inline(piece)])
        if not runs:
            return
        if self.lists.depth or self.quotes or self.in_cell or level > DEEPEST:
            self._emit([run._replace(bold=True) for run in runs])
            return
        self._without_table()
        self.outline.level = level
        self.blocks.append(
            Heading(level, runs, self.divisions.numbers(level), self.divisions.breaks(level))
        )

    def _pieces(self, inside: Sequence[Token]) -> list[Piece]:
        return pieces(inside, self.cited, self.answer)

    def _inline(self, piece: Piece) -> Runs:
        """A piece where blocks cannot stand: of prose, its text alone."""
        return (piece,) if isinstance(piece, Run) else (Run(piece.cited.text.strip()),)

    def _caption(self, inside: Sequence[Token]) -> None:
        self.caption = joined_runs(
            [run for piece in self._pieces(inside) for run in self._inline(piece)]
        )

    def _without_table(self) -> None:
        """A caption that no table follows is a paragraph."""
        if self.caption:
            self.blocks.append(Paragraph(self.caption))
            self.caption = ()

    def _paragraph(self, inside: Sequence[Token]) -> None:
        """A paragraph; prose in it brings its own, of which the first goes on where the paragraph
        was.
        """
        runs: list[Run] = []
        for piece in self._pieces(inside):
            if isinstance(piece, Run):
                runs.append(piece)
                continue
            blocks = self._answer(piece.cited, begun=bool(runs))
            if runs and blocks and isinstance(blocks[0], Paragraph | ListItem):
                runs += blocks[0].runs
                blocks = blocks[1:]
            self._emit(runs)
            runs = []
            self.blocks += blocks
        self._emit(runs)

    def _answer(self, cited: CitedText, *, begun: bool) -> list[Block]:
        """The blocks of an answer in Markdown, below the heading and in the list or quote where it
        stands.
        """
        reader = _Reader(
            self.cited,
            lists=self.lists.around_answer(),
            outline=self.outline.in_answer(),
            divisions=self.divisions.in_answer(),
            quotes=self.quotes,
            in_cell=self.in_cell,
            answer=cited.path,
        )
        reader.read(parse_answer_text(cited.text))
        self.lists.after_answer(reader.lists, begun=begun)
        return reader.blocks

    def _emit(self, runs: Sequence[Run]) -> None:
        whole = joined_runs(runs)
        if not whole:
            return
        self._without_table()
        self.blocks.append(
            self.lists.item(whole)
            or Paragraph(whole, self.divisions.style, self.lists.depth, self.quotes > 0)
        )

    def _table(self, tokens: Sequence[Token]) -> None:
        if self.in_cell:
            self._flattened(tokens)
            return
        self.blocks.append(read_table(tokens, self.caption, self._cell))
        self.caption = ()
        self.lists.fresh = False

    def _cell(self, inline: Token) -> Cell:
        """The inside of a cell; only prose can hold more than one paragraph."""
        found = self._pieces(_inside(inline))
        if all(isinstance(piece, Run) for piece in found):
            runs = joined_runs([piece for piece in found if isinstance(piece, Run)])
            return (Paragraph(runs),) if runs else ()
        reader = _Reader(
            self.cited, lists=Lists(counter=self.lists.counter), in_cell=True, answer=self.answer
        )
        reader.read([inline])
        self.lists.counter = reader.lists.counter
        return tuple(reader.blocks)

    def _flattened(self, tokens: Sequence[Token]) -> None:
        """A table within a table's cell: its cells as paragraphs, for a cell cannot hold a table."""
        for token in tokens:
            if token.type == "inline":
                self._paragraph(_inside(token))


def _inside(token: Token) -> list[Token]:
    return token.children or []


def _is_in_table(token: Token) -> bool:
    return token.type != "table_close"


_ACTS: Mapping[str, Callable[[_Reader, Token], None]] = {
    "bullet_list_open": lambda reader, _: reader.lists.open(False, 1),
    "ordered_list_open": lambda reader, token: reader.lists.open(
        True, int(token.attrs.get("start", 1))
    ),
    "bullet_list_close": lambda reader, _: reader.lists.close(),
    "ordered_list_close": lambda reader, _: reader.lists.close(),
    "list_item_open": lambda reader, token: reader.lists.begin_item(token.info),
    "blockquote_open": _Reader.quote,
    "blockquote_close": _Reader.quote,
    "division_open": lambda reader, token: reader.divisions.open(token.info),
    "division_close": lambda reader, _: reader.divisions.close(),
}
