"""The file behind `--export-questions`: the questions of a new dialogue, to be answered in a text editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogcli.rulebook.model import Field, FieldType, Form, Rulebook
from dialogcli.scaffold.comments import as_comments, comments
from dialogcli.scaffold.new_dossier import IDENTITY

_SETTLED = ("format", "titel", "regelverk", "regelverksversion")


def questions_file(rulebook: Rulebook, forms: Iterable[Form], file_name: str, title: str = "") -> str:
    """YAML with a blank place for every answer in some forms; `file_name` is what the file will be called."""
    head = as_comments((f"Frågor inför en ny dialog, {rulebook.organisation}.",
                        "Skriv svaret efter kolon. Lämna tomt för att svara senare.",
                        "Gäller frågan inte: skriv ej tillämpligt och sedan skälet.",
                        f"När du är klar: dialog new --answers {file_name}"))
    top = "\n".join([*head, "", f"regelverk: {rulebook.id}"])
    of = rulebook.forms[IDENTITY].fields["titel"]
    title_lines = "\n".join([*comments(of, None), f"titel: {title}".rstrip()])
    return "\n\n".join([top, title_lines, *(_form(rulebook, form) for form in forms)]) + "\n"


def _form(rulebook: Rulebook, form: Form) -> str:
    fields = [of for of in form.fields.values() if not (form.id == IDENTITY and of.id in _SETTLED)]
    blocks = ("\n".join([*comments(of, rulebook.asked_by(f"{form.id}.{of.id}"), 2), *_blank(of, 2)]) for of in fields)
    return f"{form.id}:\n" + "\n\n".join(blocks)


def _blank(of: Field, indent: int) -> Iterator[str]:
    """One empty key; a group has one for each of its parts."""
    yield f"{' ' * indent}{of.id}:"
    if of.type is FieldType.GROUP and not of.many:
        for part in of.parts.values():
            yield from comments(part, None, indent + 2)
            yield from _blank(part, indent + 2)
