"""The record of the files that were made (`handlingar/manifest.json`), and what it says about a
file found there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import PurePath

from dialogcli.documents.origin import Origin
from dialogcli.model.errors import UnreadableError
from dialogcli.model.finding import FileFault, NoteKind
from dialogcli.model.place import Place

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
    return Record(origin, digest(data))


def digest(data: bytes) -> str:
    """The SHA-256 of a file's bytes, as records hold it."""
    return hashlib.sha256(data).hexdigest()


def state(written: Record | None, on_disk: str, now: Origin) -> State:
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
    found = state(written, on_disk, now)
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
