"""A mapping of a rulebook as its reader wants it: the expected keys, each as text, list, number or
block. Everything that is wrong is gathered, so that one run tells it all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias

from dialogcli.base.findings import FileFault, Place
from dialogcli.base.words import capital, is_number, meant_or_known, nearest
from dialogcli.yamltext.nodes import Entry, Mapping, Node, Scalar, Sequence, Span

RulebookFault: TypeAlias = FileFault
"""A fault of a rulebook: the same shape as that of any file that cannot be read."""


class Faults:
    """The faults found so far. After each the reader goes on as though the nearest known word stood
    there, so that one slip of the keyboard is one fault and not a row of them.
    """

    def __init__(self) -> None:
        self._found: list[RulebookFault] = []

    def add(self, code: str, place: Place, message: str) -> None:
        self._found.append(FileFault(code, place, message))

    def extend(self, faults: Iterable[RulebookFault]) -> None:
        self._found.extend(faults)

    def unknown(self, code: str, word: Scalar, sentence: str, known: Collection[str]) -> str:
        """Report a word that is none of `known`; returns the nearest of them, or `''`."""
        self.add(code, word.place, f"{sentence}{meant_or_known(word.text, known)}")
        return nearest(word.text, known) or ""

    def known(self, code: str, word: Scalar, what: str, known: Collection[str]) -> str:
        """The word if it is one of `known`; else it is reported (`what`: `ingen källa`) and the
        nearest is returned.
        """
        if word.text in known:
            return word.text
        return self.unknown(code, word, f"Det finns {what} {word.text or '(tom)'}.", known)

    def in_order(self) -> tuple[RulebookFault, ...]:
        """All faults by file and line; of several with one cause at one place the first."""
        unique = {(fault.place, fault.message): fault for fault in self._found}
        return tuple(sorted(unique.values(), key=lambda fault: fault.place))


def is_empty(node: Node) -> bool:
    """Whether nothing is given: an empty text, list or mapping."""
    match node:
        case Scalar():
            return node.empty
        case Sequence(items):
            return not items
        case Mapping(entries):
            return not entries


def as_text(node: Node, faults: Faults, key: str) -> Scalar | None:
    """The node as one text; None, and reported, when it is a list or a mapping."""
    if isinstance(node, Scalar):
        return node
    found = "en lista" if isinstance(node, Sequence) else "nycklar med värden"
    faults.add("fel-form", node.place, f"{key} ska vara en text, inte {found}.")
    return None


def as_words(node: Node | None, faults: Faults, key: str) -> tuple[Scalar, ...]:
    """The node as a list of texts; a single one may stand without brackets, and an empty one is no
    text.
    """
    match node:
        case None:
            return ()
        case Scalar():
            return () if node.empty else (node,)
        case Sequence(items):
            words = (as_text(item, faults, key) for item in items)
            return tuple(word for word in words if word is not None)
        case Mapping():
            faults.add("fel-form", node.place, f"{key} ska vara en lista, inte nycklar med värden.")
            return ()


_NOTHING = Span(0, 0)


class Block:
    """One mapping of the file.

    `what` names it in messages (`regeln H-20`, `ordlistan`). `known` are the keywords that it may
    hold, None when its keys are ids of the author's own. Everything that is not as expected goes to
    `faults`, once.
    """

    def __init__(
        self,
        node: Node,
        faults: Faults,
        what: str,
        known: Collection[str] | None = None,
        place: Place | None = None,
    ) -> None:
        self.faults = faults
        self.what = what
        self.place = place or node.place
        self._entries: dict[str, Entry] = {}
        self._is_other = False
        if isinstance(node, Mapping):
            self._take(node, known)
        elif not (isinstance(node, Scalar) and node.empty):
            self._is_other = True
            faults.add("fel-form", node.place, f"I {what} ska det stå nycklar med värden.")

    def _take(self, node: Mapping, known: Collection[str] | None) -> None:
        strangers: list[Entry] = []
        for entry in node:
            if known is None or entry.key.text in known:
                self._entries[entry.key.text] = entry
            else:
                strangers.append(entry)
        for entry in strangers:
            self._take_stranger(entry, known or ())

    def _take_stranger(self, entry: Entry, known: Collection[str]) -> None:
        sentence = f"Det finns inget nyckelord {entry.key.text} i {self.what}."
        meant = self.faults.unknown("okänt-nyckelord", entry.key, sentence, known)
        if meant and meant not in self._entries:
            self._entries[meant] = entry

    @property
    def title(self) -> str:
        """What the block is, as a sentence begins with it: `Regeln H-20`."""
        return capital(self.what)

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def get(self, key: str) -> Node | None:
        """The value, also when it is empty."""
        entry = self._entries.get(key)
        return entry.value if entry else None

    def key_place(self, key: str) -> Place:
        """Where the keyword stands, or the block when it is not there."""
        entry = self._entries.get(key)
        return entry.key.place if entry else self.place

    def need(self, key: str) -> bool:
        """Whether the key is there with something in it; reported when it is not (of a text instead
        of keys: once).
        """
        node = self.get(key)
        if node is not None and not is_empty(node):
            return True
        if not self._is_other:
            self.faults.add("saknas", self.key_place(key), f"{key} saknas i {self.what}.")
        return False

    def word(self, key: str) -> Scalar | None:
        """A text with its place; None when it is not given."""
        node = self.get(key)
        if node is None or is_empty(node):
            return None
        return as_text(node, self.faults, key)

    def text(self, key: str) -> str:
        """A text; `''` when it is not given."""
        word = self.word(key)
        return word.text.strip() if word else ""

    def needed_text(self, key: str) -> str:
        """A text that must be there."""
        return self.text(key) if self.need(key) else ""

    def words(self, key: str) -> tuple[Scalar, ...]:
        """A list of texts; a single one may stand without brackets."""
        return as_words(self.get(key), self.faults, key)

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(word.text for word in self.words(key))

    def number(self, key: str) -> int | None:
        """A whole number; None when it is not given."""
        word = self.word(key)
        if word is None:
            return None
        if is_number(word.text):
            return int(word.text)
        self.faults.add("inget-tal", word.place, f"{key} ska vara ett heltal, inte {word.text}.")
        return None

    def flag(self, key: str) -> bool:
        """`true` or `false`; false when it is not given."""
        word = self.word(key)
        if word is not None and word.text not in ("true", "false"):
            self.faults.add(
                "fel-värde", word.place, f"{key} ska vara true eller false, inte {word.text}."
            )
        return word is not None and word.text == "true"

    def one_of(self, key: str, allowed: Collection[str], what: str) -> str:
        """A word out of a closed set (`what`: `ingen sort`); `''` when it is not given."""
        word = self.word(key)
        return self.faults.known("okänt-värde", word, what, allowed) if word else ""

    def block(self, key: str, what: str, known: Collection[str] | None = None) -> Block:
        """The mapping below a key; empty when it is not given."""
        node = self.get(key)
        if node is None:
            return Block(Mapping((), self.place, _NOTHING), self.faults, what, known)
        return Block(node, self.faults, what, known, self.key_place(key))

    def blocks(self, key: str, what: str, known: Collection[str] | None = None) -> list[Block]:
        """The mappings of a list below a key; a single one may stand without brackets."""
        node = self.get(key)
        if node is None or is_empty(node):
            return []
        nodes = node.items if isinstance(node, Sequence) else (node,)
        return [Block(item, self.faults, what, known) for item in nodes]

    def pairs(self, key: str) -> list[tuple[Scalar, tuple[Scalar, ...]]]:
        """A mapping from words of the author's own to one or several texts."""
        return [
            (entry.key, as_words(entry.value, self.faults, entry.key.text))
            for entry in self.block(key, key)
        ]

    def texts_by_key(self, key: str) -> dict[str, str]:
        """A mapping from words of the author's own to one text each."""
        found = {}
        for entry in self.block(key, key):
            word = as_text(entry.value, self.faults, entry.key.text)
            found[entry.key.text] = word.text if word else ""
        return found


def named_blocks(book: Block, key: str, what: str, known: Collection[str]) -> dict[str, Block]:
    """The mappings below a key by their ids, each called `what` and its id in messages."""
    return {
        entry.key.text: Block(
            entry.value, book.faults, f"{what} {entry.key.text}", known, entry.key.place
        )
        for entry in book.block(key, key)
    }
