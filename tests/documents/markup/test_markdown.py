"""The parser: the shortcut through words alone finds the same as the whole way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dialogcli.documents.markup.markdown import parse_answer_text
from dialogcli.documents.markup.typed_text import as_markdown

PIECES = [
    "ord",
    " ",
    "å",
    "\ue0013\ue004",
    ".",
    "(",
    ")",
    ":",
    "/",
    "_",
    "[",
    "]",
    "!",
    "<",
    "&",
    "&amp;",
    "\\",
    "\n",
    "https://b.se",
    "|",
    "-",
    "1.",
    "\u00a0",
    '"',
    "`",
    "~",
    "#",
    "{",
    "}",
    "=",
    "+",
    "'",
]


def insides(tokens: list[Token]) -> list[tuple[str, str]]:
    return [(child.type, child.content) for token in tokens for child in token.children or ()]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_words_alone_are_read_as_everything_else_is(text: str) -> None:
    whole = (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .disable(
            [
                "code",
                "fence",
                "lheading",
                "hr",
                "reference",
                "html_block",
                "html_inline",
                "backticks",
                "image",
            ]
        )
    )
    theirs, ours = insides(whole.parse(as_markdown(text))), insides(parse_answer_text(text))
    assert ours == theirs or any(kind in ("picture", "link_open") for kind, _ in [*ours, *theirs])


@pytest.mark.parametrize(
    "text", ["5*2400 kronor och 3*100 kronor", "5 * 2400 * 3", "a*b*c", "2*3 *4*", "**5*2**"]
)
def test_an_asterisk_in_a_sum_is_an_asterisk(text: str) -> None:
    assert "".join(content for _, content in insides(parse_answer_text(text))).count("5*2") == (
        text.count("5*2")
    )
    assert sum(content.count("2400") for _, content in insides(parse_answer_text(text))) == (
        text.count("2400")
    )


def test_asterisks_around_words_are_emphasis() -> None:
    kinds = [kind for kind, _ in insides(parse_answer_text("en *viktig* sak, **mycket**"))]
    assert [kind for kind in kinds if kind.endswith("_open")] == ["em_open", "strong_open"]
