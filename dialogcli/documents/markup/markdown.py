"""The Markdown that templates and answers are written in: CommonMark and tables, without what can
surprise. What a template prints stands in the document letter for letter.

Left out: code (four blanks would hide a paragraph in it), underlined headings, rules and link
definitions (a line of dashes or `[1]: ...` would vanish), HTML. Written anyway, they stand in the
document as they are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from dialogcli.documents.markup.blocks import Image
from dialogcli.documents.markup.marks import LINE_BREAK
from dialogcli.documents.markup.typed_text import as_markdown
from dialogcli.process.running_text import WRITTEN, pictures_parted

_ANYWHERE = re.compile(r"[\\`*_\[\]<>&|~!]")
_AT_START = re.compile(r"^(?=[-+#=:>{])|^(\d{1,9})(?=[.)])")


def escape_within(text: str) -> str:
    """The same for a piece of a line, with the blanks kept that join it to its neighbours."""
    if not text.strip():
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{escape(text)}{after}"


def escape(text: str) -> str:
    """Markdown that shows exactly this text, without its outer blanks; line ends become line
    breaks.
    """
    stripped = text.strip()
    escaped = _ANYWHERE.sub(r"\\\g<0>", stripped)
    escaped = _AT_START.sub(lambda found: f"{found[1] or ''}\\", escaped)
    return re.sub(r"\r\n?|\n", LINE_BREAK, escaped)


_WITHOUT = [
    "code",
    "fence",
    "lheading",
    "hr",
    "reference",
    "html_block",
    "html_inline",
    "backticks",
]
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_DIVISION = re.compile(r":::(?:\s+(\S.*))?$")
_PLAIN = re.compile(r"[^\n\\*_\[\]!<&]+")
"""Text in which no inline rule has anything to find."""
_CAPTION = re.compile(r":\s+(\S.*)$")


def parse_answer_text(text: str) -> list[Token]:
    """The tokens of an answer's prose, as it was typed."""
    return _answers().parse(as_markdown(text))


def parse_template(text: str) -> list[Token]:
    """The tokens of a filled template, which may also have `: caption` and `::: division` lines.

    `::: Name` opens a division, in which paragraphs have that style, and `:::` closes it. `: text`
    before a table is its caption.
    """
    return _templates().parse(text)


@lru_cache(maxsize=1)
def _answers() -> MarkdownIt:
    return _parser()


@lru_cache(maxsize=1)
def _templates() -> MarkdownIt:
    parser = _parser()
    parser.block.ruler.before(
        "list", "division", _division, {"alt": ["paragraph", "table", "list"]}
    )
    parser.block.ruler.before("list", "caption", _caption, {"alt": ["paragraph"]})
    return parser


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(_WITHOUT)
    parser.block.ruler.at("table", _whole_table, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.at("image", _picture)
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.core.ruler.at("inline", _insides)
    parser.validateLink = lambda url: bool(_SAFE_LINK.match(url))  # type: ignore[method-assign]
    return parser


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Asterisks as CommonMark has underscores: within a word or a sum they are what they are, or
    5*2400 and 3*100 kronor would become other figures.
    """
    sign = state.src[state.pos]
    if silent or sign not in "*_":
        return False
    found = state.scanDelims(state.pos, canSplitWord=False)
    for _ in range(found.length):
        state.push("text", "", 0).content = sign
        last = len(state.tokens) - 1
        state.delimiters.append(
            Delimiter(ord(sign), found.length, last, -1, found.can_open, found.can_close)
        )
    state.pos += found.length
    return True


def _insides(state: StateCore) -> None:
    """The insides of paragraphs and cells. Nearly all cells are words alone, and there is nothing
    to look for.
    """
    for token in state.tokens:
        if token.type == "inline":
            token.children = token.children or []
            if _PLAIN.fullmatch(token.content):
                token.children.append(Token("text", "", 0, content=token.content))
            else:
                state.md.inline.parse(token.content, state.md, state.env, token.children)


def pictured(token: Token, answer: str = "") -> Image:
    """The picture of a token of the kind `picture`, in the answer at that path."""
    return Image(str(token.attrs["src"]), token.content, answer)


def above_pictures(text: str, answer: str) -> list[str | Image]:
    """A text letter for letter, but for the pictures in it, which stand below it, each with what it
    is called.
    """
    rest, pictures = pictures_parted(text)
    found: list[str | Image] = [rest] if rest else []
    for one in filter(None, map(WRITTEN.match, pictures)):
        if found:
            found.append("\n")
        found.append(Image(_source(one), _shown_as(one), answer))
        if one[4]:
            found.append(f"\n{one[4]}")
    return found


def _shown_as(found: re.Match[str]) -> str:
    return re.sub(r"\\(.)", r"\1", " ".join(found[1].split()))


def _source(found: re.Match[str]) -> str:
    return (found[2] or found[3] or "").strip()


def _picture(state: StateInline, silent: bool) -> bool:
    """`![text](path)`: a picture, wherever it is said to lie. Those who know the dossier decide
    whether it may.
    """
    found = WRITTEN.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("picture", "", 0)
        token.content = _shown_as(found)
        token.attrs = {"src": _source(found), "title": found[4] or ""}
    state.pos = found.end()
    return True


def _whole_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table of which no cell is lost: those beyond the last column go on in it, instead of
    vanishing.
    """
    first = len(state.tokens)
    found = table(state, start, end, silent)
    if not found or silent:
        return found
    made = state.tokens[first:]
    columns = sum(1 for token in made if token.type == "th_open")
    last: Token | None = None
    for token in made:
        if token.type == "inline":
            last = token
        elif token.type == "tr_close" and last and last.map:
            surplus = _cells(_line(state, last.map[0]))[columns:]
            last.content = " | ".join(filter(None, [last.content, *surplus]))
    return found


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in escapedSplit(line.strip().removeprefix("|").removesuffix("|"))]


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()


def _division(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    found = _DIVISION.match(_line(state, start))
    if found and not silent:
        token = state.push("division_open" if found[1] else "division_close", "", 0)
        token.info = found[1] or ""
        state.line = start + 1
    return bool(found)


def _caption(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    found = _CAPTION.match(_line(state, start))
    if found and not silent:
        state.push("caption", "", 0)
        inline = state.push("inline", "", 0)
        inline.content = found[1]
        inline.children = []
        inline.map = [start, start + 1]
        state.line = start + 1
    return bool(found)
