"""What `group` and `table` have in common: it is their parts that are answered and compared."""

from __future__ import annotations

from dialogcli.model.fieldtypes.field_type import Asked, Described, WrongTextError
from dialogcli.model.words import listed


def one_at_a_time(what: str, path: str, asked: Asked) -> WrongTextError:
    """The answer to a text that is given to all the parts at once; `path` is that of the parts."""
    parts = asked.field.parts
    labels = listed(part.label for part in parts.values())
    first = next(iter(parts), "")
    return WrongTextError(f"Det här är {what}: {labels}. Svara på ett i taget: {path}.{first}")


def has_parts(word: str, of: Described) -> str:
    """The objection to a word that one of the parts should be compared with."""
    return f"Fältet {of.id} har delar. Skriv vilken av dem som ska vara {word}."
