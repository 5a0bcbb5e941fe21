"""The file behind `--export-questions`: questions to be answered in a text editor, and to be read
back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dialogcli.base.fieldtypes import Shape
from dialogcli.process.support import at_field, at_form
from dialogcli.rulebook.excuses import barring
from dialogcli.rulebook.model import IDENTITY, Field, Form, Rulebook
from dialogcli.scaffold.comments import as_comments, comments

_HOW = (
    "Skriv svaret efter kolon. Lämna tomt för att svara senare: det som är tomt ändras inte.",
    "Lång text: skriv | efter kolon, och texten indragen på raderna under.",
)
_EXCUSE = "Gäller frågan inte: skriv ej tillämpligt och sedan skälet."


@dataclass(frozen=True, slots=True)
class Part:
    """The questions about some fields of one form. `given`: path -> what the dossier holds, as it
    is shown.
    """

    form: Form
    fields: Sequence[Field]
    given: Mapping[str, str] = field(default_factory=dict)


def new_questions(rulebook: Rulebook, parts: Iterable[Part], command: str, title: str = "") -> str:
    """YAML with a blank place for every answer of a new dialogue; `command` reads the file back."""
    parts = list(parts)
    title_of = f"Frågor inför en ny dialog, {rulebook.organisation}."
    head = as_comments((title_of, *_how_to(rulebook, parts), f"När du är klar: {command}"))
    top = "\n".join([*head, "", f"regelverk: {rulebook.id}"])
    of = rulebook.forms[IDENTITY].fields["titel"]
    title_lines = "\n".join([*comments(of, None), f"titel: {title}".rstrip()])
    return "\n\n".join([top, title_lines, *(_part(rulebook, part) for part in parts)]) + "\n"


def remaining_questions(rulebook: Rulebook, parts: Iterable[Part], command: str, title: str) -> str:
    """The same for a dialogue that there is already; `title` is its title."""
    parts = list(parts)
    head = as_comments(
        (
            f"Frågor som återstår: {title}.",
            *_how_to(rulebook, parts),
            "En tabell som fylls i här blir hela tabellen.",
            f"När du är klar: {command}",
        )
    )
    return "\n\n".join(["\n".join(head), *(_part(rulebook, part) for part in parts)]) + "\n"


def _how_to(rulebook: Rulebook, parts: Iterable[Part]) -> Iterator[str]:
    """How to answer; that a question need not apply only where that is so of any of them."""
    yield from _HOW
    paths = (f"{part.form.id}.{of.id}" for part in parts for of in part.fields)
    if any(not barring(rulebook, path) for path in paths):
        yield _EXCUSE


def _part(rulebook: Rulebook, part: Part) -> str:
    blocks = []
    for of in part.fields:
        path = f"{part.form.id}.{of.id}"
        asked = rulebook.asked_by(path)
        now = [f"Svaret nu: {part.given[path]}"] if part.given.get(path) else []
        blocks.append(
            "\n".join(
                [
                    *comments(of, asked, 2, needed=bool(asked and barring(rulebook, path))),
                    *as_comments(at_field(rulebook, path), 2),
                    *as_comments(_how(of), 2),
                    *as_comments(now, 2),
                    *_blank(of, 2),
                ]
            )
        )
    advice = "".join(f"{one}\n" for one in as_comments(at_form(rulebook, part.form.id)))
    return f"{advice}{part.form.id}:\n" + "\n\n".join(blocks)


def _how(of: Field) -> Iterator[str]:
    if of.answers:
        yield f"Skriv svaret och sedan skälet: {list(of.answers)[-1]}, och varför."


def _blank(of: Field, indent: int) -> Iterator[str]:
    """One empty key; a group has one for each of its parts."""
    yield f"{' ' * indent}{of.id}:"
    if of.type.shape is Shape.PARTS and not of.many:
        for part in of.parts.values():
            yield from comments(part, None, indent + 2)
            yield from _blank(part, indent + 2)
