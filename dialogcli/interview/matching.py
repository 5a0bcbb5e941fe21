"""`--section`: what somebody means who names a chapter, a form or a field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dialogcli.interview.chapters import Chapter
from dialogcli.model.commands import fill
from dialogcli.model.errors import UsageError
from dialogcli.model.screen import line
from dialogcli.model.words import did_you_mean, same_word


def chapters_called(
    known: list[Chapter], typed: str, preferred: list[Chapter] | None = None
) -> list[Chapter]:
    """The chapters that `typed` names: by id or title of the section, of the form, or by a field
    (then only that).

    Those among `preferred` come before all others of the same name. Raises UsageError with the
    nearest word.
    """
    found = _called(preferred or [], typed) or _called(known, typed)
    if not found:
        raise UsageError(
            f"Avsnittet {typed} finns inte i regelverket.{did_you_mean(typed, _names(known))}",
            line("Alla frågor inför nästa beslut: ", fill()),
        )
    return found


def _called(known: list[Chapter], typed: str) -> list[Chapter]:
    return (
        [
            chapter
            for chapter in known
            if _is_called(typed, chapter.section.id, chapter.section.title)
        ]
        or [chapter for chapter in known if _is_called(typed, chapter.form.id, chapter.form.title)]
        or list(_fields_called(known, typed))
    )


def _is_called(typed: str, *names: str) -> bool:
    return any(same_word(typed, name) for name in names)


def _fields_called(known: list[Chapter], typed: str) -> Iterator[Chapter]:
    """A chapter with only the questions of the field with that id or path."""
    for chapter in known:
        paths = tuple(
            path
            for path in chapter.paths
            if any(same_word(typed, name) for name in _names_of(path))
        )
        if paths:
            yield replace(chapter, paths=paths)


def _names_of(path: str) -> list[str]:
    """`dossier.kommande_beslut.datum` goes by its whole path, by `kommande_beslut` and by
    `kommande_beslut.datum`.
    """
    _, *words = path.split(".")
    return [path, words[0], ".".join(words), ".".join(path.split(".")[:2])]


def _names(known: list[Chapter]) -> list[str]:
    fields = (path.split(".")[1] for chapter in known for path in chapter.paths)
    return [
        *(chapter.section.id for chapter in known),
        *(chapter.form.id for chapter in known),
        *fields,
    ]
