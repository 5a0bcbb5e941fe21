"""Where a Word file comes from, and what has changed since: in the file, and in the dossier that it
was made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dialogcli.documents.manifest import Manifest, Record, changed_answers, digest, why_stale
from dialogcli.documents.origin import CONTENT, Origin
from dialogcli.documents.word.package import PackageError, open_package
from dialogcli.documents.word.properties import read_custom
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.select import select
from dialogcli.model.errors import DialogError, UnreadableError


@dataclass(frozen=True, slots=True)
class Trace:
    """What a file says of itself (`facts`, see `Origin.properties`), and what follows from it.

    `record`: that of the file's making, where there is one. `edited` is None when nobody can tell.
    `answers` are those that are no longer what the file shows, `others` what else has changed;
    `same`: the dossier would give the same text, None when there is no dossier to ask.
    """

    facts: Mapping[str, str]
    record: Record | None = None
    edited: bool | None = None
    answers: tuple[Answer, ...] = ()
    others: tuple[str, ...] = ()
    same: bool | None = None


def read_facts(name: str, data: bytes) -> Mapping[str, str]:
    """What a Word file says of its making. Raises UnreadableError for no Word file, DialogError for
    one not ours.
    """
    try:
        facts = read_custom(open_package(data))
    except PackageError as error:
        raise UnreadableError(f"{name} går inte att läsa: {error}.") from error
    if CONTENT not in facts:
        raise DialogError(
            f"{name} är inte skapad av dialog.", "Filen har inga uppgifter om vad den är gjord av."
        )
    return facts


def trace(name: str, data: bytes, facts: Mapping[str, str], manifest: Manifest) -> Trace:
    """What the record of made files knows of this one; by its name first, as a copy may have
    another.
    """
    records = [*([manifest[name]] if name in manifest else []), *manifest.values()]
    record = next((one for one in records if one.origin.content == facts[CONTENT]), None)
    return Trace(facts, record, record.sha256 != digest(data) if record else None)


def compared(found: Trace, now: Origin, dossier: Dossier) -> Trace:
    """The same, held against what the document would be made from now."""
    paths = changed_answers(found.record.origin, now) if found.record else []
    others = why_stale(found.record.origin, now) if found.record else []
    answers = sorted(
        (answer for path in paths for answer in _at(dossier, path)), key=lambda answer: answer.place
    )
    return replace(
        found,
        answers=tuple(answers),
        others=tuple(others),
        same=now.content == found.facts[CONTENT],
    )


def _at(dossier: Dossier, path: str) -> list[Answer]:
    form = dossier.rulebook.forms.get(path.partition(".")[0])
    if form is None or not form.items:
        return select(dossier, path)
    files = dossier.files.get(form.id, ())
    return [answer for file in files for answer in file.answers.values() if answer.path == path]
