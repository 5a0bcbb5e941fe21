"""A YAML text read as nodes with places, or the faults that say why it cannot be.

The parser's events are made into nodes here instead of by PyYAML's composer, so that the limits
hold before anything large is made. Whatever a dossier has no use for (tags, anchors ...) becomes a
fault.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import yaml
from yaml.events import (
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from dialogcli.base.characters import MOST_BYTES, UNWANTED
from dialogcli.base.findings import FileFault, Place
from dialogcli.yamltext import faults
from dialogcli.yamltext.faults import Diagnosis
from dialogcli.yamltext.nodes import Entry, Mapping, Node, Scalar, Sequence, Span
from dialogcli.yamltext.source import DEEPEST, MOST_FAULTS, MOST_NODES, Source, limit_faults
from dialogcli.yamltext.syntax_faults import diagnose

if TYPE_CHECKING:
    from yaml.error import Mark

_CUT = re.compile(
    r"[ \t]+#\S"
)  # for the place where a text ends; to search with it would take quadratic time
_MAY_CUT = re.compile(r"[ \t]#\S")
_DASH_LINE = re.compile(r"\n[ ]*- ")


class LimitError(Exception):
    """The text is deeper or holds more than any dossier needs; `fault` says where that was found."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Builder:
    """Builds the nodes of one text. `faults` and `hints` fill up meanwhile; the nodes hold only
    when there is no fault.

    `next_event` hands out the parser's events and raises yaml.YAMLError where the text is no YAML.
    """

    def __init__(self, text: str, file: str, next_event: Callable[[], Event]) -> None:
        self.faults: list[FileFault] = []
        self.hints: list[FileFault] = []
        self._text = text
        self._file = file
        self._next = next_event
        self._nodes = 0
        self._cuts = _MAY_CUT.search(text) is not None
        self._source: Source | None = None

    @property
    def source(self) -> Source:
        """The lines, split when the first fault needs them: a good file never does."""
        if self._source is None:
            self._source = Source.of(self._text, self._file)
        return self._source

    def root(self) -> Mapping:
        """The one mapping of the text; without entries when there is nothing but comments. Raises
        LimitError.
        """
        self._next()
        event = self._next()
        if isinstance(event, StreamEndEvent):
            return self._nothing()
        if isinstance(event, DocumentStartEvent) and (event.version or event.tags):
            self.faults.append(faults.directive(self.source))
        root = self._node(self._next(), 1)
        self._next()  # the end of the document
        if not isinstance(event := self._next(), StreamEndEvent):
            self.faults.append(faults.second_document(self.source, self._place(event)))
        if isinstance(root, Mapping):
            return root
        if not (isinstance(root, Scalar) and root.span.start == root.span.end):
            self.faults.append(faults.no_mapping(self.source, root.place))
        return self._nothing()

    def _nothing(self) -> Mapping:
        return Mapping((), Place(self._file), Span(len(self._text), len(self._text)))

    def _place(self, event: Event) -> Place:
        mark = cast("Mark", event.start_mark)
        return Place(self._file, mark.line + 1, mark.column + 1)

    def _node(self, event: Event, depth: int) -> Node:
        place = self._place(event)
        self._nodes += 1
        if self._nodes > MOST_NODES or depth > DEEPEST:
            raise LimitError(faults.too_many(place) if depth <= DEEPEST else faults.too_deep(place))
        if isinstance(event, NodeEvent) and (event.anchor or getattr(event, "tag", None)):
            self.faults.append(faults.tag_or_anchor(self.source, place))
        start, end = _span(event)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, place, start, end)
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, place, start, depth)
        if isinstance(event, CollectionStartEvent):
            return self._sequence(event, place, start, depth)
        return Scalar("", place, Span(start, end))  # an alias

    def _scalar(self, event: ScalarEvent, place: Place, start: int, end: int) -> Scalar:
        style = event.style or ""
        if style in ("|", ">"):
            end = self._block_end(start, end)
        elif not style and end > start:
            self._suspect(event.value, place, start, end)
        elif style == '"' and (found := UNWANTED.search(event.value)):
            self.faults.append(faults.escaped(self.source, place, found[0]))
        return Scalar(event.value, place, Span(start, end), style)

    def _block_end(self, start: int, end: int) -> int:
        """Where the last line of a `|` text ends. Blank lines after it belong to the text only
        after `|+`.
        """
        block = self._text[start:end]
        if "+" in block.partition("\n")[0].partition("#")[0]:
            return start + len(block.removesuffix("\n").removesuffix("\r"))
        return start + len(block.rstrip("\r\n"))

    def _suspect(self, value: str, place: Place, start: int, end: int) -> None:
        """Hints about a plain text that may not be all that was meant, or more than was meant."""
        if self._cuts and _CUT.match(self._text, end):
            self.hints.append(
                faults.cut_by_hash(self.source, place, self._text.count("\n", start, end))
            )
        dashed = value.startswith("-") and not value[1:2].isdigit()
        if dashed and self.source.indent(place.line - 1) == place.column - 1:
            self.hints.append(faults.tight_dash(self.source, place))
        elif dash := _DASH_LINE.search(self._text, start, end):
            line = place.line + self._text.count("\n", start, dash.end())
            self.hints.append(faults.swallowed_dash(self.source, line))

    def _sequence(
        self, event: CollectionStartEvent, place: Place, start: int, depth: int
    ) -> Sequence:
        items: list[Node] = []
        while not isinstance(following := self._next(), SequenceEndEvent):
            items.append(self._node(following, depth + 1))
        flow = bool(event.flow_style)
        end = _span(following)[1] if flow or not items else items[-1].span.end
        return Sequence(tuple(items), place, Span(start, end), flow)

    def _mapping(
        self, event: CollectionStartEvent, place: Place, start: int, depth: int
    ) -> Mapping:
        entries: list[Entry] = []
        seen: dict[str, Place] = {}
        flow = bool(event.flow_style)
        while not isinstance(following := self._next(), MappingEndEvent):
            key = self._key(self._node(following, depth + 1), seen)
            value = self._node(self._next(), depth + 1)
            if (
                flow
                and value.span.start == value.span.end
                and ":" not in self._text[key.span.end : value.span.end + 1]
            ):
                self.faults.append(faults.comma(self.source, key.place))
            entries.append(Entry(key, value))
        end = _span(following)[1] if flow or not entries else entries[-1].value.span.end
        return Mapping(tuple(entries), place, Span(start, end), flow)

    def _key(self, node: Node, seen: dict[str, Place]) -> Scalar:
        """The key in NFC. A fault when it is no single word, is missing, or is there already."""
        place, start = node.place, node.span.start
        if not isinstance(node, Scalar) or self._text[max(0, start - 2) : start] == "? ":
            self.faults.append(faults.complex_key(self.source, place))
            return Scalar("", place, node.span)
        name = node.text if node.text.isascii() else unicodedata.normalize("NFC", node.text)
        if node.empty:
            self.faults.append(faults.no_key(self.source, place))
        elif name == "<<" and not node.style:
            self.faults.append(faults.tag_or_anchor(self.source, place))
        elif name in seen:
            self.faults.append(faults.twice(self.source, name, place, seen[name]))
        seen.setdefault(name, place)
        return node if name is node.text else Scalar(name, place, node.span, node.style)


def _span(event: Event) -> tuple[int, int]:
    return cast("Mark", event.start_mark).index, cast("Mark", event.end_mark).index


if TYPE_CHECKING:
    _Parser = yaml.SafeLoader
else:
    _Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_MOST_MENDED = 20
_MOST_TRIED = 2  # times for one line: a tab taken away may show that the line stands too far in


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text holds. `root` is None if and only if there are faults; `hints` are readable but
    suspicious places.
    """

    root: Mapping | None
    faults: tuple[FileFault, ...] = ()
    hints: tuple[FileFault, ...] = ()


_REMEMBERED = 64
_LONGEST_REMEMBERED = 100_000  # characters; hostile files are larger


def read_yaml(text: str, file: str) -> Reading:
    """Read a whole file's text (without byte order mark). `file` is the name for places. Never
    raises for bad text.

    Every scalar is text as written: types belong to the rulebook. Text with nothing but comments is
    a mapping without entries. Faults are all that can be found at once, in the order of the file.
    A text that was read just now is not parsed again: saving an answer looks at the same few.
    """
    return _read_again(text, file) if len(text) <= _LONGEST_REMEMBERED else _read(text, file)


@functools.lru_cache(maxsize=_REMEMBERED)
def _read_again(text: str, file: str) -> Reading:
    return _read(text, file)


def _read(text: str, file: str) -> Reading:
    faults = limit_faults(text, file)
    if faults:
        return Reading(None, tuple(faults))
    root, builder, diagnosis = _parsed(text, file)
    if diagnosis is None and not builder.faults:
        return Reading(root, (), tuple(builder.hints))
    by_line: dict[int, FileFault] = {}
    for fault in sorted(_all_faults(builder, diagnosis), key=lambda fault: fault.place):
        by_line.setdefault(fault.place.line, fault)
    return Reading(None, tuple(by_line.values())[:MOST_FAULTS])


def _parsed(text: str, file: str) -> tuple[Mapping | None, Builder, Diagnosis | None]:
    """The root, or the reason why there is none; and the builder with the faults found until then."""
    parser = _Parser(text)
    builder = Builder(text, file, parser.get_event)
    try:
        return builder.root(), builder, None
    except LimitError as limit:
        return None, builder, Diagnosis(limit.fault)
    except yaml.YAMLError as error:
        return None, builder, diagnose(error, builder.source)
    finally:
        parser.dispose()


def _all_faults(builder: Builder, diagnosis: Diagnosis | None) -> list[FileFault]:
    """The faults of the first parse, and those that show when each broken line is mended as its
    fault proposes.
    """
    syntax: list[FileFault] = []
    mended: Counter[int] = Counter()
    source = builder.source
    most = min(_MOST_MENDED, MOST_BYTES // (sum(map(len, source.lines)) + 1))
    while diagnosis is not None:
        if (
            not syntax or diagnosis.fault.place.line > syntax[-1].place.line
        ):  # else the mending was not enough
            syntax.append(diagnosis.fault)
        if (
            diagnosis.mended is None
            or mended[diagnosis.line] == _MOST_TRIED
            or mended.total() >= most
        ):
            break
        mended[diagnosis.line] += 1
        source = source.replaced(diagnosis.line, diagnosis.mended)
        _, builder, diagnosis = _parsed("\n".join(source.lines), source.file)
    return syntax + builder.faults
