"""The comments of a scaffolded file: what to write in a field, what it may look like, and who asks
for it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from dialogcli.base.fieldtypes import Shape
from dialogcli.base.words import listed, same_word
from dialogcli.rulebook.model import Field, Rule
from dialogcli.rulebook.names import source_line

WIDTH = 96
"""Characters in a comment line, the sign included: wide enough to read, narrow enough for two
versions side by side.
"""


NEEDED = "Svaret behövs: här går det inte att skriva ej tillämpligt."


def comments(of: Field, rule: Rule | None, indent: int = 0, *, needed: bool = False) -> list[str]:
    """The comment lines above a field, each with its `#` and indentation. `rule` asks for it, if
    any does; `needed`: no excuse can stand here, though it can elsewhere in the file.
    """
    typed = bool(of.type.hint)  # then its guidance tells how it may be typed; a file takes less
    texts = [
        of.label,
        of.question if of.question != of.label else "",
        "" if typed else of.guidance,
        *_shape(_as_allowed(of, rule)),
        f"Exempel: {of.example}" if of.example and not typed else "",
        NEEDED if rule and needed else "",
        source_line(rule) if rule else "",
    ]
    return [
        *as_comments(filter(None, texts), indent),
        *(f"{' ' * indent}#   {line}" for line in _sample_row(of)),
    ]


def as_comments(texts: Iterable[str], indent: int = 0) -> Iterator[str]:
    """Texts as comment lines, wrapped; a text with several lines keeps them."""
    sign = f"{' ' * indent}# "
    for text in texts:
        for line in text.splitlines():
            yield from textwrap.wrap(
                line,
                WIDTH,
                initial_indent=sign,
                subsequent_indent=sign,
                break_long_words=False,
                break_on_hyphens=False,
            )


def _as_allowed(of: Field, rule: Rule | None) -> Field:
    """The field with the choices that the rule allows, where it says which."""
    values = rule.texts("values") if rule and rule.kind.narrows else ()
    allowed = {
        word: label
        for word, label in of.choices.items()
        if any(same_word(word, value) for value in values)
    }
    return of._replace(choices=allowed) if allowed else of


def _shape(of: Field) -> Iterator[str]:
    """What the value must look like, where the type does not leave it free."""
    if of.choices:
        yield f"Välj: {_alternatives(_shown(of).items())}"
    elif of.type.wants:
        yield of.type.wants
    if of.answers:
        yield f"svar: {_alternatives(of.answers.items())}"
    if of.many:
        yield "Ett svar på varje rad, med - framför."
    columns = of.parts.values() if of.type.shape is Shape.ROWS else ()
    for column in columns:
        if column.choices:
            yield f"{column.id}: {_alternatives(_shown(column).items())}"


def _shown(of: Field) -> dict[str, str]:
    """What stands in brackets after each choice: what it is called, where that is more than the
    word, and means.
    """
    shown = {}
    for word, label in of.choices.items():
        meaning = of.explained.get(word, "")
        if meaning and label.lower() == word:
            shown[word] = meaning
        else:
            shown[word] = ": ".join(filter(None, (label, meaning)))
    return shown


def _alternatives(choices: Iterable[tuple[str, str]]) -> str:
    return listed(
        [word if word == shown else f"{word} ({shown})" for word, shown in choices], "eller"
    )


def _sample_row(of: Field) -> Iterator[str]:
    """One row of a table as it is written, to be copied without its `#`."""
    if of.type.shape is not Shape.ROWS:
        return
    for number, column in enumerate(of.parts.values()):
        yield f"{'  ' if number else '- '}{column.id}: {_sample(column)}".rstrip()


def _sample(column: Field) -> str:
    text = column.example or next(iter(column.choices), "") or column.type.sample
    quoted = ": " in text or " #" in text or text[:1] in "\"'[]{}&*!|>%@`-?#"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"' if quoted else text
