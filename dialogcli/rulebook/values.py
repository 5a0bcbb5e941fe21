"""Can a field hold the value that a rule compares it with?"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dialogcli.model.day import Day, DayError
from dialogcli.model.words import is_number
from dialogcli.rulebook.faults import hint
from dialogcli.rulebook.model import Field
from dialogcli.rulebook.scope import Scope
from dialogcli.storage.nodes import Scalar

_YES_NO = ("ja", "nej")


def check_values(words: Iterable[Scalar], field: Field, scope: Scope) -> None:
    """Report each value that the field cannot have. Texts can be anything, and an organ can be one
    of organ.yaml.
    """
    for word in words:
        if message := _objection(word.text, field, scope):
            scope.faults.add("fel-värde", word.place, message)


def _objection(text: str, field: Field, scope: Scope) -> str:
    match field.type.word:
        case "yesno":
            return _not_among(text, field, _YES_NO)
        case "choice":
            return _not_among(text, field, field.choices)
        case "statement":
            return (
                _not_among(text, field, field.answers)
                if field.answers
                else f"Fältet {field.id} har inga svar att välja mellan, så det kan inte vara {text}."
            )
        case "reference":
            return _not_among(text, field, scope.forms)
        case "date":
            return _no_date(text)
        case "number" | "amount":
            return (
                ""
                if is_number(text)
                else f"Fältet {field.id} är ett heltal och kan inte vara {text}."
            )
        case "group" | "table":
            return f"Fältet {field.id} har delar. Skriv vilken av dem som ska vara {text}."
    return ""


def _not_among(text: str, field: Field, allowed: Collection[str]) -> str:
    return (
        ""
        if text in allowed or not allowed
        else f"Fältet {field.id} kan inte vara {text}.{hint(text, allowed)}"
    )


def _no_date(text: str) -> str:
    try:
        Day.parse(text)
    except DayError as error:
        return str(error)
    return ""
