"""A line written rightly: the text on it put within quotation marks."""

from __future__ import annotations

import re

_HEAD = re.compile(
    r"""(?P<indent>[ ]*(?:-[ ]+)*)                        # blanks and dashes of lists
                       (?:(?P<key>(?:"[^"]*"|'[^']*')[ ]*|[^\s"'#\[\]{},:-][^:#]*):(?=[ ]|$))?
                       [ ]*""",
    re.VERBOSE,
)
_TIGHT = re.compile(r"([ ]*(?:-[ ]+)*[^\W\d][\w-]*):([^ \t/].*)")
_COMMENT = re.compile(r"[ \t]#(?:[ \t].*)?$")


def value_start(line: str) -> int:
    """The column where the value of `key: value` or `- value` begins, the length of the line when
    there is none.
    """
    match = _HEAD.match(line)
    return match.end() if match else 0


def has_key(line: str) -> bool:
    """Whether the line reads `key: ...` or `- key: ...`."""
    match = _HEAD.match(line)
    return match is not None and match["key"] is not None


def key_column(line: str) -> int:
    """The column where the key of a line begins, after blanks and dashes."""
    match = _HEAD.match(line)
    return match.end("indent") if match else 0


def quoted(text: str) -> str:
    """One line of text within quotation marks that fit: single ones when it holds double ones or a
    backslash.
    """
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def with_quotes(line: str, start: int) -> str:
    """The line with the text from column `start` within quotation marks; a comment after it stays
    outside.
    """
    text = line[start:].rstrip()
    comment = _COMMENT.search(text)
    value = text[: comment.start()].rstrip() if comment else text
    return line[:start] + quoted(value) + text[len(value) :]


def with_blank(line: str) -> str:
    """`titel:Foo`, which YAML reads as one word, as `titel: Foo`; '' for every other line."""
    match = _TIGHT.fullmatch(line)
    return f"{match[1]}: {match[2]}" if match else ""
