"""From Markdown to blocks. An answer in Markdown is parsed on its own, so nothing in it reaches beyond its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from dialogcli.documents.markup.blocks import Block, Heading, Item, Paragraph, Run, Runs
from dialogcli.documents.markup.grid import Cell, read_table
from dialogcli.documents.markup.inlines import Piece, joined, pieces
from dialogcli.documents.markup.markdown import parse_answer, parse_template
from dialogcli.documents.markup.marks import Cited

NUMBERED, ANNEX = "numrerat", "bilaga"
"""The divisions in which headings of level 2 are numbered or begin a new page; every other division is a style."""

DEEPEST = 6
"""The deepest level of heading; what would lie deeper becomes a paragraph in bold."""


def read_markdown(text: str, cited: Sequence[Cited] = ()) -> list[Block]:
    """The blocks of a filled template."""
    reader = _Reader(cited)
    reader.read(parse_template(text))
    return reader.blocks


@dataclass(slots=True)
class _Series:
    """A list that is being read. `following` is the number that its next item would get."""

    ordered: bool
    number: int
    start: int
    following: int


@dataclass(slots=True)
class _Reader:
    """Walks the tokens once. `fresh` says that the next paragraph begins a list item; `outline` holds the levels that
    the headings of an answer stand for; `counter` numbers the lists. `answer` is the path of what is read, '' for a
    template."""

    cited: Sequence[Cited]
    blocks: list[Block] = field(default_factory=list)
    lists: list[_Series] = field(default_factory=list)
    fresh: bool = False
    quotes: int = 0
    divisions: list[str] = field(default_factory=list)
    level: int = 0
    floor: int = 0
    outline: list[int] = field(default_factory=list)
    counter: int = 0
    caption: Runs = ()
    in_cell: bool = False
    answer: str = ""

    def read(self, tokens: Sequence[Token]) -> None:
        """Read a run of block tokens."""
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "table_open":
                end = next(i for i in range(index, len(tokens)) if tokens[i].type == "table_close")
                self._table(tokens[index:end])
                index = end
            elif token.type in ("heading_open", "caption"):
                inside = tokens[index + 1].children or []
                self._caption(inside) if token.type == "caption" else self._heading(token, inside)
                index += 1
            elif token.type == "inline":
                self._paragraph(token.children or [])
            elif act := _ACTS.get(token.type):
                act(self, token)
            index += 1

    def open_list(self, token: Token) -> None:
        start = int(token.attrs.get("start", 1))
        self.counter += 1
        self.lists.append(_Series(token.type == "ordered_list_open", self.counter, start, start))

    def close_list(self, _token: Token) -> None:
        self.lists.pop()
        self.fresh = False

    def open_item(self, token: Token) -> None:
        """An ordered item that skips ahead (1, 2, 5) begins a new series, so that it keeps the number it was given."""
        self.fresh = True
        series = self.lists[-1]
        if series.ordered and token.info.isdigit() and int(token.info) > series.following:
            self.counter += 1
            self.lists[-1] = series = _Series(True, self.counter, int(token.info), int(token.info))
        series.following += 1

    def open_quote(self, _token: Token) -> None:
        self.quotes += 1

    def close_quote(self, _token: Token) -> None:
        self.quotes -= 1

    def open_division(self, token: Token) -> None:
        self.divisions.append(token.info)

    def close_division(self, _token: Token) -> None:
        if self.divisions:
            self.divisions.pop()

    def _heading(self, token: Token, inside: Sequence[Token]) -> None:
        level = self._demoted(int(token.tag[1])) if self.floor else int(token.tag[1])
        runs = joined([run for piece in self._pieces(inside) for run in self._inline(piece)])
        if not runs:
            return
        if self.lists or self.quotes or self.in_cell or level > DEEPEST:
            self._emit([replace(run, bold=True) for run in runs])
            return
        self._without_table()
        self.level = level
        second = level == 2
        self.blocks.append(Heading(level, runs, second and NUMBERED in self.divisions,
                                   second and ANNEX in self.divisions))

    def _demoted(self, level: int) -> int:
        """The level of an answer's heading: below the template's, and never more than one step below the last."""
        while self.outline and self.outline[-1] >= level:
            self.outline.pop()
        self.outline.append(level)
        return self.floor + len(self.outline)

    def _pieces(self, inside: Sequence[Token]) -> list[Piece]:
        return pieces(inside, self.cited, self.answer)

    def _inline(self, piece: Piece) -> Runs:
        """A piece where blocks cannot stand: of prose, its text alone."""
        return (piece,) if isinstance(piece, Run) else (Run(piece.cited.text.strip()),)

    def _caption(self, inside: Sequence[Token]) -> None:
        self.caption = joined([run for piece in self._pieces(inside) for run in self._inline(piece)])

    def _without_table(self) -> None:
        """A caption that no table follows is a paragraph."""
        if self.caption:
            self.blocks.append(Paragraph(self.caption))
            self.caption = ()

    def _paragraph(self, inside: Sequence[Token]) -> None:
        """A paragraph; prose in it brings its own, of which the first goes on where the paragraph was."""
        runs: list[Run] = []
        for piece in self._pieces(inside):
            if isinstance(piece, Run):
                runs.append(piece)
                continue
            fresh = self.fresh
            blocks = self._answer(piece.cited)
            self.fresh = fresh if runs else self.fresh
            if runs and blocks and isinstance(blocks[0], Paragraph | Item):
                runs += blocks[0].runs
                blocks = blocks[1:]
            self._emit(runs)
            runs = []
            self.blocks += blocks
        self._emit(runs)

    def _answer(self, cited: Cited) -> list[Block]:
        """The blocks of an answer in Markdown, below the heading and in the list or quote where it stands."""
        reader = _Reader(self.cited, lists=list(self.lists), fresh=self.fresh, quotes=self.quotes,
                         divisions=[one for one in self.divisions if one not in (NUMBERED, ANNEX)], level=self.level,
                         floor=max(self.level, 1), counter=self.counter, in_cell=self.in_cell, answer=cited.path)
        reader.read(parse_answer(cited.text))
        self.counter, self.fresh = reader.counter, reader.fresh
        return reader.blocks

    def _emit(self, runs: Sequence[Run]) -> None:
        whole = joined(runs)
        if not whole:
            return
        self._without_table()
        if self.fresh and self.lists:
            series = self.lists[-1]
            self.blocks.append(Item(whole, len(self.lists), series.ordered, series.number, series.start))
            self.fresh = False
            return
        style = next((one for one in reversed(self.divisions) if one not in (NUMBERED, ANNEX)), "")
        self.blocks.append(Paragraph(whole, style, len(self.lists), self.quotes > 0))

    def _table(self, tokens: Sequence[Token]) -> None:
        if self.in_cell:
            self._flattened(tokens)
            return
        self.blocks.append(read_table(tokens, self.caption, self._cell))
        self.caption = ()
        self.fresh = False

    def _cell(self, inline: Token) -> Cell:
        """The inside of a cell; only prose can hold more than one paragraph."""
        found = self._pieces(inline.children or [])
        if all(isinstance(piece, Run) for piece in found):
            runs = joined([piece for piece in found if isinstance(piece, Run)])
            return (Paragraph(runs),) if runs else ()
        reader = _Reader(self.cited, counter=self.counter, in_cell=True, answer=self.answer)
        reader.read([inline])
        self.counter = reader.counter
        return tuple(reader.blocks)

    def _flattened(self, tokens: Sequence[Token]) -> None:
        """A table within a table's cell: its cells as paragraphs, for a cell cannot hold a table."""
        for token in tokens:
            if token.type == "inline":
                self._paragraph(token.children or [])


_ACTS: Mapping[str, Callable[[_Reader, Token], None]] = {
    "bullet_list_open": _Reader.open_list, "ordered_list_open": _Reader.open_list,
    "bullet_list_close": _Reader.close_list, "ordered_list_close": _Reader.close_list,
    "list_item_open": _Reader.open_item,
    "blockquote_open": _Reader.open_quote, "blockquote_close": _Reader.close_quote,
    "division_open": _Reader.open_division, "division_close": _Reader.close_division,
}
