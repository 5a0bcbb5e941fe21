"""The parser's events made into nodes. Whatever a dossier has no use for (tags, anchors ...)
becomes a fault.

Nodes are built from events instead of by PyYAML's composer, so that the limits hold before anything
large is made.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

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

from dialogcli.model.finding import FileFault
from dialogcli.model.place import Place
from dialogcli.storage import node_faults
from dialogcli.storage.characters import UNWANTED
from dialogcli.storage.nodes import Entry, Mapping, Node, Scalar, Sequence, Span
from dialogcli.storage.source import Source
from dialogcli.storage.yaml_limits import DEEPEST, MOST_NODES

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
            self.faults.append(node_faults.directive(self.source))
        root = self._node(self._next(), 1)
        self._next()  # the end of the document
        if not isinstance(event := self._next(), StreamEndEvent):
            self.faults.append(node_faults.second_document(self.source, self._place(event)))
        if isinstance(root, Mapping):
            return root
        if not (isinstance(root, Scalar) and root.span.start == root.span.end):
            self.faults.append(node_faults.no_mapping(self.source, root.place))
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
            raise LimitError(
                node_faults.too_many(place) if depth <= DEEPEST else node_faults.too_deep(place)
            )
        if isinstance(event, NodeEvent) and (event.anchor or getattr(event, "tag", None)):
            self.faults.append(node_faults.marked(self.source, place))
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
            self.faults.append(node_faults.escaped(self.source, place, found[0]))
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
                node_faults.cut_by_hash(self.source, place, self._text.count("\n", start, end))
            )
        dashed = value.startswith("-") and not value[1:2].isdigit()
        if dashed and self.source.indent(place.line - 1) == place.column - 1:
            self.hints.append(node_faults.tight_dash(self.source, place))
        elif dash := _DASH_LINE.search(self._text, start, end):
            line = place.line + self._text.count("\n", start, dash.end())
            self.hints.append(node_faults.swallowed_dash(self.source, line))

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
                self.faults.append(node_faults.comma(self.source, key.place))
            entries.append(Entry(key, value))
        end = _span(following)[1] if flow or not entries else entries[-1].value.span.end
        return Mapping(tuple(entries), place, Span(start, end), flow)

    def _key(self, node: Node, seen: dict[str, Place]) -> Scalar:
        """The key in NFC. A fault when it is no single word, is missing, or is there already."""
        place, start = node.place, node.span.start
        if not isinstance(node, Scalar) or self._text[max(0, start - 2) : start] == "? ":
            self.faults.append(node_faults.complex_key(self.source, place))
            return Scalar("", place, node.span)
        name = node.text if node.text.isascii() else unicodedata.normalize("NFC", node.text)
        if node.empty:
            self.faults.append(node_faults.no_key(self.source, place))
        elif name == "<<" and not node.style:
            self.faults.append(node_faults.marked(self.source, place))
        elif name in seen:
            self.faults.append(node_faults.twice(self.source, name, place, seen[name]))
        seen.setdefault(name, place)
        return node if name is node.text else Scalar(name, place, node.span, node.style)


def _span(event: Event) -> tuple[int, int]:
    return cast("Mark", event.start_mark).index, cast("Mark", event.end_mark).index
