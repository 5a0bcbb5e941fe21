"""The record of the files that were made (`handlingar/manifest.json`): what each was made from, and
what has changed since, in the file or in what it builds on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from pathlib import PurePath

from dialogcli.base.findings import DialogError, FileFault, NoteKind, Place, UnreadableError
from dialogcli.documents.word.package import PackageError, open_package, read_custom
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.select import select

CONTENT = "Innehållets kontrollsumma"


@dataclass(frozen=True, slots=True)
class Origin:
    """`template`, `letterhead` and `content` are SHA-256 digests; the content is the filled
    template with its data.

    `answers` leads from the path of every answer that the document shows (`form.field`) to its
    fingerprint. `commit` is that of the dossier's repository, '' without one. `day` is when it was
    made, ISO; it stands in the record of made files alone, so that a file made again on another day
    is the same.
    """

    document: str
    title: str
    dossier: str
    dnr: str
    rulebook: str
    rulebook_version: str
    template: str
    template_digest: str
    letterhead: str
    content: str
    draft: bool
    day: str
    commit: str
    answers: Mapping[str, str] = field(default_factory=dict)

    def properties(self) -> dict[str, str]:
        """The same facts as texts for the file's own properties (without the answers)."""
        facts = {
            "Handling": self.document,
            "Dossier": self.dossier,
            "Diarienummer": self.dnr,
            "Regelverk": f"{self.rulebook} {self.rulebook_version}",
            "Mall": self.template,
            "Mallens kontrollsumma": self.template_digest,
            "Brevmallens kontrollsumma": self.letterhead,
            CONTENT: self.content,
            "Utkast": "ja" if self.draft else "nej",
            "Version i git": self.commit,
        }
        return {name: text for name, text in facts.items() if text}

    def data(self) -> dict[str, object]:
        """As JSON holds it."""
        return asdict(self)


def content_digest(markdown: str, values: Mapping[str, str]) -> str:
    """The SHA-256 of what a document says: its text, and the values in its header and footer."""
    whole = json.dumps([markdown, dict(values)], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


MANIFEST = "manifest.json"
_VERSION = 1


class State(StrEnum):
    """What a file is, in the words of `dialog render --status`."""

    NEW = "saknas"
    CURRENT = "aktuell"
    STALE = "inaktuell"
    EDITED = "ändrad"


@dataclass(frozen=True, slots=True)
class Record:
    """One written file: what it was made from, and the SHA-256 of its bytes."""

    origin: Origin
    sha256: str


Manifest = Mapping[str, Record]
"""File name -> record."""


def record(origin: Origin, data: bytes) -> Record:
    """The record of a file with these bytes."""
    return Record(origin, file_digest(data))


def file_digest(data: bytes) -> str:
    """The SHA-256 of a file's bytes, as records hold it."""
    return hashlib.sha256(data).hexdigest()


def file_state(written: Record | None, on_disk: str, now: Origin) -> State:
    """What a file is. `on_disk` is the digest of its bytes, '' when it is not there; `now` what it
    would be made from.

    A file that we have no record of counts as edited: it is somebody else's.
    """
    if not on_disk:
        return State.NEW
    if written is None or written.sha256 != on_disk:
        return State.EDITED
    return State.CURRENT if _same(written.origin, now) else State.STALE


def changed_answers(written: Origin, now: Origin) -> list[str]:
    """The paths of the answers that a document shows and that are not what they were."""
    paths = {**now.answers, **written.answers}
    return [path for path in paths if written.answers.get(path) != now.answers.get(path)]


def why_stale(written: Origin, now: Origin) -> list[str]:
    """What else has changed, in the words of the screen: `mallen`, `brevmallen`, `regelverket`."""
    parts = [
        (
            "regelverket",
            (written.rulebook, written.rulebook_version),
            (now.rulebook, now.rulebook_version),
        ),
        ("mallen", written.template_digest, now.template_digest),
        ("brevmallen", written.letterhead, now.letterhead),
    ]
    return [word for word, before, after in parts if before != after]


@dataclass(frozen=True, slots=True)
class Upkeep:
    """How a document's file stands: what it is, and of a stale one the answers and other things
    that have changed.

    `ours`: we have a record of it. `draft`: it was made as one.
    """

    name: str
    state: State
    ours: bool = False
    draft: bool = True
    answers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def upkeep(name: str, written: Record | None, on_disk: str, now: Origin) -> Upkeep:
    """How the file of that name stands; arguments as for `state`."""
    found = file_state(written, on_disk, now)
    if written is None:
        return Upkeep(name, found)
    stale = found is State.STALE
    return Upkeep(
        name,
        found,
        True,
        written.origin.draft,
        tuple(changed_answers(written.origin, now)) if stale else (),
        tuple(why_stale(written.origin, now)) if stale else (),
    )


def destination(name: str, manifest: Manifest, on_disk: Callable[[str], str]) -> str:
    """The name to write to: `name` itself unless it was edited by hand, else the first of `name
    (2)`, `name (3)` ...

    that is free or still as we wrote it. `on_disk` gives the digest of a file by that name, '' when
    there is none.
    """
    path = PurePath(name)
    number = 1
    candidate = name
    while (found := on_disk(candidate)) and (
        candidate not in manifest or manifest[candidate].sha256 != found
    ):
        number += 1
        candidate = f"{path.stem} ({number}){path.suffix}"
    return candidate


def write_manifest(manifest: Manifest) -> str:
    """The text of the file, in a fixed order."""
    files = {
        name: {**one.origin.data(), "sha256": one.sha256} for name, one in sorted(manifest.items())
    }
    return (
        json.dumps(
            {"version": _VERSION, "files": files}, ensure_ascii=False, indent=2, sort_keys=True
        )
        + "\n"
    )


def read_manifest(text: str, file: str = f"handlingar/{MANIFEST}") -> dict[str, Record]:
    """The records of the file of that name. Raises UnreadableError: a manifest that cannot be read
    protects no file.
    """
    try:
        data = json.loads(text)
        if data["version"] != _VERSION:
            raise ValueError(f"version {data['version']}")
        return {name: _record(one) for name, one in data["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = "Förteckningen över handlingar går inte att läsa."
        fault = FileFault(
            "manifest",
            Place(file),
            message,
            (
                (
                    NoteKind.ADVICE,
                    f"Ta bort filen {MANIFEST}. Handlingar som redan finns räknas då som ändrade.",
                ),
            ),
        )
        raise UnreadableError(message, "Ingen handling är skapad.", faults=(fault,)) from error


def _record(data: Mapping[str, object]) -> Record:
    wanted = {one.name for one in fields(Origin)}
    if set(data) != wanted | {"sha256"}:
        raise ValueError("keys")
    return Record(Origin(**{name: data[name] for name in wanted}), str(data["sha256"]))  # type: ignore[arg-type]


def _same(written: Origin, now: Origin) -> bool:
    """Whether a document would say the same; when it was made and from which commit does not count."""
    return (written.content, written.template_digest, written.letterhead, written.draft) == (
        now.content,
        now.template_digest,
        now.letterhead,
        now.draft,
    )


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
    return Trace(facts, record, record.sha256 != file_digest(data) if record else None)


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
