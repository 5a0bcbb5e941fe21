"""One text as a YAML scalar: plain where that reads back as it was, within quotation marks, or under `|`.

The reader is the judge. What it would not give back exactly, or only with a warning, is not written that way.
"""

from __future__ import annotations

from dialogcli.storage.nodes import Node, Scalar, Sequence
from dialogcli.storage.quoting import quoted
from dialogcli.storage.yaml_reader import read_yaml

LONGEST_LINE = 100
"""Characters on a line, above which a text is put under `|`."""

_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def inline(text: str, *, flow: bool = False) -> str:
    """The text on one line, as the value of a key or a dash; with `flow` for use within `[...]` and `{...}`."""
    if not text:
        return '""' if flow else ""
    if "\n" in text:
        return _escaped(text)
    plain = _reads_back(f"k: [{text}]\n", text) and _reads_back(f"k: [{{k: {text}}}]\n", text) if flow else (
        _reads_back(f"k: {text}\n", text))
    return text if plain else quoted(text)


def key_word(key: str) -> str:
    """A key, within quotation marks where it needs them."""
    reading = read_yaml(f"{key}: x\n", "")
    if reading.root is None or reading.hints or "\n" in key:
        return _escaped(key)
    return key if [entry.key.text for entry in reading.root] == [key] else _escaped(key)


def block(text: str) -> tuple[str, list[str]] | None:
    """The text under `|`: what stands after the key, and its lines (to be indented by two more than the key).

    None when it would not come back exactly: blanks and nothing else, or more than one line end last.
    """
    if not text.strip() or text.endswith("\n\n"):
        return None
    header = "|" + ("2" if text[0].isspace() else "") + ("" if text.endswith("\n") else "-")
    lines = text.removesuffix("\n").split("\n")
    written = "\n".join([f"k: {header}", *(f"  {line}" if line else "" for line in lines)])
    return (header, lines) if _reads_back(f"{written}\n\nz:\n", text) else None


def _escaped(text: str) -> str:
    return f'"{text.translate(_ESCAPED)}"'


def _reads_back(written: str, text: str) -> bool:
    reading = read_yaml(written, "")
    if reading.root is None or reading.hints:
        return False
    return _innermost(reading.root.entries[0].value) == text


def _innermost(node: Node) -> str | None:
    """The text of a scalar, or of the only one within brackets."""
    while not isinstance(node, Scalar):
        inner: list[Node] = list(node.items) if isinstance(node, Sequence) else [entry.value for entry in node]
        if len(inner) != 1:
            return None
        node = inner[0]
    return node.text
