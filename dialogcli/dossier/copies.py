"""Files that tell of the same thing twice: copies that people or programs for sharing files have
made. Each thing is counted once, and both files are told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from dialogcli.base.findings import Finding, Place, Severity
from dialogcli.dossier.model import FormFile
from dialogcli.dossier.select import fingerprint
from dialogcli.rulebook.model import DECISIONS, FEEDBACK, SESSIONS, Form

COPY = "kopia"
"""The id of the finding."""

_SAME_THING = {
    SESSIONS: ("datum", "plats", "tid"),
    DECISIONS: ("beslutspunkt", "datum", "organ"),
    FEEDBACK: ("till", "datum", "kanal"),
}
"""The answers that together tell one session, decision or feedback from another."""

_ENDING = re.compile(
    r"[ _-]+(?:kopia|copy)(?: ?\(\d+\)| \d+)?"  # the file manager's: `plan - Kopia (2)`
    r"|[ _]?\(\d{1,3}\)"  # a browser's, or OneDrive's: `plan (2)`
    r"|[ _-]+\([^()]*(?:kopia|copy)[^()]*\)"  # `plan (Annas konflikterade kopia 2027-02-01)`
    r"|-(?-i:[A-ZÅÄÖ][A-ZÅÄÖ0-9-]{3,})",  # the name of a computer: `plan-DATOR7`
    re.IGNORECASE,
)
_BEGINNING = re.compile(r"(?:kopia av|copy of) ", re.IGNORECASE)


def original_of(name: str, others: Collection[str]) -> str:
    """The file among others that a file is a copy of by its name; '' for none.

    A name alone accuses nobody: the other file must be there.
    """
    there = {other.casefold(): other for other in others if other != name}
    path = PurePosixPath(name)
    for stem in _stems_copied(path.stem):
        if original := there.get(str(path.with_name(f"{stem}{path.suffix}")).casefold()):
            return original
    return ""


def _stems_copied(stem: str) -> Iterator[str]:
    """What a file may be called that this is a copy of."""
    if begins := _BEGINNING.match(stem):
        yield stem[begins.end() :]
    for end in range(1, len(stem)):
        if stem[end] in " _-(" and _ENDING.fullmatch(stem, end):
            yield stem[:end]


class Counted(NamedTuple):
    """The files of one form that count, and each that does not with the one that it repeats."""

    files: tuple[FormFile, ...]
    copies: tuple[tuple[FormFile, FormFile], ...]


def without_copies(form: Form, files: Sequence[FormFile]) -> Counted:
    """Each thing once: the file that has its plain name, else the first by name.

    Of an ordinary form there is one file, so every other is a copy of it.
    """
    if len(files) < 2:
        return Counted(tuple(files), ())
    repeated = _repeated(form, files)
    return Counted(
        tuple(file for file in files if file.file not in repeated),
        tuple((file, repeated[file.file]) for file in files if file.file in repeated),
    )


def _repeated(form: Form, files: Sequence[FormFile]) -> dict[str, FormFile]:
    """The names of the copies, each with the file that it repeats."""
    by_name = {file.file: file for file in files}
    originals = {name: by_name.get(original_of(name, by_name)) for name in by_name}
    known: dict[object, FormFile] = {}
    repeated: dict[str, FormFile] = {}
    for file in sorted(
        files, key=lambda file: (file.file != form.file, originals[file.file] is not None)
    ):
        marks = list(_marks(form, file))
        found = originals[file.file] or next((known[one] for one in marks if one in known), None)
        if found is None:
            known |= dict.fromkeys(marks, file)
        else:
            repeated[file.file] = repeated.get(found.file, found)
    return repeated


def _marks(form: Form, file: FormFile) -> Iterator[object]:
    """What no two files of a form have in common, unless one is a copy."""
    if not form.items:
        yield form.id
        return
    if said := _said(file):
        yield tuple(sorted(said.items()))
    thing = [said.get(field) for field in _SAME_THING.get(form.id, ())]
    if thing and all(thing):
        yield tuple(thing)


def says_the_same(first: FormFile, second: FormFile) -> bool:
    """Whether something is answered in both, and all of it alike, whatever its order."""
    ours, theirs = _said(first), _said(second)
    return bool(ours) and ours == theirs


def _said(file: FormFile) -> dict[str, str]:
    """The marks of the answers that are given."""
    return {name: fingerprint(one) for name, one in file.answers.items() if one.given}


def copy_findings(copy: FormFile, original: FormFile) -> Iterator[Finding]:
    """A fel in both files: which of them holds nobody but a person knows."""
    yield from copy_found(copy.form, copy.file, original.file, _path(copy))


def copy_found(form: Form, copy: str, original: str, path: str) -> Iterator[Finding]:
    """The same for files that are known by name only."""
    title = form.title[:1].lower() + form.title[1:]
    for here, there in ((original, copy), (copy, original)):
        yield Finding(
            COPY,
            Severity.FEL,
            f"Filen ser ut som en kopia av {PurePosixPath(there).name}. "
            f"Samma {title} räknas en gång.",
            Place(here),
            path,
            remedy="Ta bort den som inte gäller.",
        )


def _path(file: FormFile) -> str:
    return f"{file.form.id}.{file.key}" if file.form.items else file.form.id
