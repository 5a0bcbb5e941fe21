"""From Markdown to blocks. An answer in Markdown is parsed on its own, so nothing in it reaches
beyond its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from markdown_it.token import Token

from dialogcli.documents.markup.blocks import Block, Heading, Item, Paragraph, Run, Runs
from dialogcli.documents.markup.grid import Cell, read_table
from dialogcli.documents.markup.inlines import Piece, joined, pieces
from dialogcli.documents.markup.lists import Lists
from dialogcli.documents.markup.markdown import parse_answer, parse_template
from dialogcli.documents.markup.marks import Cited
from dialogcli.documents.markup.outline import DEEPEST, Divisions, Outline


def read_markdown(text: str, cited: Sequence[Cited] = ()) -> list[Block]:
    """The blocks of a filled template."""
    reader = _Reader(cited)
    reader.read(parse_template(text))
    return reader.blocks


@dataclass(slots=True)
class _Reader:
    """Walks the tokens once. `answer` is the path of what is read, '' for a template."""

    cited: Sequence[Cited]
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
        runs = joined([run for piece in self._pieces(inside) for run in self._inline(piece)])
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
        self.caption = joined(
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
            if runs and blocks and isinstance(blocks[0], Paragraph | Item):
                runs += blocks[0].runs
                blocks = blocks[1:]
            self._emit(runs)
            runs = []
            self.blocks += blocks
        self._emit(runs)

    def _answer(self, cited: Cited, *, begun: bool) -> list[Block]:
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
        reader.read(parse_answer(cited.text))
        self.lists.after_answer(reader.lists, begun=begun)
        return reader.blocks

    def _emit(self, runs: Sequence[Run]) -> None:
        whole = joined(runs)
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
            runs = joined([piece for piece in found if isinstance(piece, Run)])
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
