"""The Swedish handbook as its tests see it: fenced examples and tables, by heading.

An example says after its language what it is: ```` ```yaml regelverk ```` is a whole rulebook,
`del` a part of one, `plan.yaml` a file of a dossier. Renderers show none of it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

from dialogcli.rulebook.loader import parse_rulebook, shared_sources
from dialogcli.rulebook.mapping_reader import RulebookFault
from dialogcli.rulebook.model import Rulebook

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
START = ROOT / "templates" / "own-rulebook" / "rulebook.yaml"
"""The rulebook that everybody begins with, which parts of one are put into."""

_FENCE = re.compile(r"^```(\w+) ?(.*)\n((?:.*\n)*?)^```$", re.MULTILINE)
_HEADING = re.compile(r"^(#{2,3}) (.*)$", re.MULTILINE)
_CODE = re.compile(r"`([^`]+)`")


class Example(NamedTuple):
    """A fenced block. `chapter` and `section` are the headings of the second and third level above
    it.
    """

    chapter: str
    section: str
    language: str
    kind: str
    text: str


class Table(NamedTuple):
    """`head` is that of the first column; `rows` are the cells of each row."""

    chapter: str
    section: str
    head: str
    rows: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """What stands as code in the first column."""
        return tuple(word for row in self.rows for word in _CODE.findall(row[0]))


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def examples(text: str) -> list[Example]:
    return [
        Example(*_headings(text, match.start()), match[1], match[2], match[3])
        for match in _FENCE.finditer(text)
    ]


def tables(text: str) -> list[Table]:
    found = re.finditer(r"^\|.*\|\n\|[-|]+\|\n((?:\|.*\|\n)+)", text, re.MULTILINE)
    return [
        Table(
            *_headings(text, match.start()),
            _cells(match[0].splitlines()[0])[0],
            tuple(_cells(line) for line in match[1].splitlines()),
        )
        for match in found
    ]


def without_examples(text: str) -> str:
    return _FENCE.sub("", text)


def code_words(text: str) -> list[str]:
    """Everything that stands as code in the running text."""
    return _CODE.findall(without_examples(text))


@lru_cache  # many tests look at the same
def completed(*parts: str) -> tuple[Rulebook | None, tuple[RulebookFault, ...]]:
    """The starting rulebook with these parts put in: an entry takes the place of one with its id, a
    list of a list.
    """
    book = _plain(START.read_text(encoding="utf-8"))
    book |= {"rows": "K-01..K-99", "incomplete": "true"}
    for part in parts:
        for key, value in _plain(part).items():
            there = book.get(key)
            book[key] = (
                {**there, **value} if isinstance(there, dict) and isinstance(value, dict) else value
            )
    text = yaml.safe_dump(book, allow_unicode=True, sort_keys=False, width=1000)
    return parse_rulebook(text, "lillby/rulebook.yaml", *shared_sources())


def rule_ids(parts: list[str]) -> list[str]:
    return [id_ for part in parts for id_ in _plain(part).get("rules", {})]


def _plain(text: str) -> dict[str, object]:
    """Everything as text, as the rulebook's own reader sees it."""
    found = yaml.load(text, yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


def _headings(text: str, before: int) -> tuple[str, str]:
    chapter = section = ""
    for match in _HEADING.finditer(text, 0, before):
        chapter, section = (match[2], "") if match[1] == "##" else (chapter, match[2])
    return chapter, section


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
