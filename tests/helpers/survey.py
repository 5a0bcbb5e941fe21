"""Every finished fixture broken in every single way, and the reviewed lists of what may pass
unnoticed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from typing import NamedTuple

from helpers.walks import dossier_texts, sample_texts

from dialogcli.base.findings import Severity
from dialogcli.checking.mutations import Change
from dialogcli.checking.named_fields import Named
from dialogcli.checking.survivors import Silent, Survivors, Tried, survivors, tried
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.yamltext.reader import Reading, read_yaml

LISTS = Path(__file__).parents[1] / "survey"
FIXTURES = ("varmland", "sandviken", "norrbotten", "hagfors", "allman")
"""By the name of their rulebook, that which takes longest first."""

TODAY = date(2029, 1, 1)
"""Long after everything in them."""

UNREVIEWED = "OGRANSKAD"
HEAD = ("field", "always", "sometimes", "reason")


def readings(rulebook: str) -> dict[str, Reading]:
    """The files of a finished fixture."""
    texts = sample_texts() if rulebook == "varmland" else dossier_texts(rulebook)
    return {name: read_yaml(text, name) for name, text in texts.items()}


SHARES = 4
"""So many parts of the changes of a fixture go to the cores one by one."""


class Share(NamedTuple):
    """A part of the changes of one fixture."""

    rulebook: str
    first: int


def _tried(share: Share) -> list[Tried]:
    book = load_rulebook(share.rulebook)
    return list(tried(book, readings(share.rulebook), TODAY, share.first, SHARES))


def surveyed(rulebooks: Sequence[str] = FIXTURES) -> dict[str, Survivors]:
    """Fixtures by their rulebooks, on all cores."""
    shares = [Share(rulebook, first) for rulebook in rulebooks for first in range(SHARES)]
    found: dict[str, list[Tried]] = {rulebook: [] for rulebook in rulebooks}
    with ProcessPoolExecutor() as pool:
        for share, changes in zip(shares, pool.map(_tried, shares), strict=True):
            found[share.rulebook] += changes
    return {name: survivors(load_rulebook(name), changes) for name, changes in found.items()}


class Reviewed(NamedTuple):
    """A line of a list: changes of a field that draw nothing (`always`), or only in some rows or
    files (`sometimes`), and why the policy wants it so. A field has a line for each reason.
    """

    field: str
    always: tuple[str, ...]
    sometimes: tuple[str, ...]
    reason: str

    @property
    def changes(self) -> set[Passed]:
        return {Passed(self.field, one, True) for one in self.always} | {
            Passed(self.field, one, False) for one in self.sometimes
        }


class Passed(NamedTuple):
    """A change of a field that draws nothing, everywhere or only somewhere."""

    field: str
    change: str
    everywhere: bool

    def __str__(self) -> str:
        return f"{self.field}: {self.change}{'' if self.everywhere else ' (ibland)'}"


def listed(found: Survivors) -> list[Silent]:
    """The fields that a list has to have: what no rule names is optional by the rulebook itself."""
    return [one for one in found.fields if one.named is not Named.NOBODY]


def passed(found: Survivors) -> set[Passed]:
    """What drew nothing, of the fields that a list has to have."""
    lines = (Reviewed(one.field, one.always, one.sometimes, "") for one in listed(found))
    return {change for line in lines for change in line.changes}


def read_list(rulebook: str) -> list[Reviewed]:
    path = LISTS / f"{rulebook}.tsv"
    lines = path.read_text("utf-8").splitlines()[1:] if path.is_file() else []
    return [_line(line) for line in lines]


def _line(text: str) -> Reviewed:
    field, always, sometimes, reason = text.split("\t")
    return Reviewed(field, _words(always), _words(sometimes), reason)


def _words(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(", ")))


def in_lists(lines: Iterable[Reviewed]) -> set[Passed]:
    return {change for line in lines for change in line.changes}


def renewed(lines: Iterable[Reviewed], found: Survivors) -> list[Reviewed]:
    """The list as it has to be: each reason for what still draws nothing, and what is new without
    one.
    """
    left = {one.field: one for one in listed(found)}
    kept: list[Reviewed] = []
    for line in lines:
        now = left.get(line.field)
        always = tuple(one for one in line.always if now and one in now.always)
        sometimes = tuple(one for one in line.sometimes if now and one in now.sometimes)
        if always or sometimes:
            kept.append(line._replace(always=always, sometimes=sometimes))
    known = in_lists(kept)
    for one in listed(found):
        new = Reviewed(one.field, one.always, one.sometimes, UNREVIEWED)
        always = tuple(each for each in one.always if Passed(one.field, each, True) not in known)
        sometimes = tuple(
            each for each in one.sometimes if Passed(one.field, each, False) not in known
        )
        if always or sometimes:
            kept.append(new._replace(always=always, sometimes=sometimes))
    return sorted(_together(kept), key=lambda line: line.field)


def _together(lines: Iterable[Reviewed]) -> list[Reviewed]:
    """One line for each field and reason, its changes in the order in which they are made."""
    found: dict[tuple[str, str], Reviewed] = {}
    for line in lines:
        key = (line.field, line.reason)
        other = found.get(key, line._replace(always=(), sometimes=()))
        always = _in_order((*other.always, *line.always))
        found[key] = line._replace(
            always=always, sometimes=_in_order((*other.sometimes, *line.sometimes))
        )
    return list(found.values())


def _in_order(changes: Iterable[str]) -> tuple[str, ...]:
    names = [str(change) for change in Change]

    def rank(change: str) -> tuple[int, str]:
        name = change.partition(":")[0]
        return (names.index(name) if name in names else len(names)), change

    return tuple(sorted(changes, key=rank))


def write_list(rulebook: str, lines: Iterable[Reviewed]) -> None:
    rows = [
        HEAD,
        *(
            (one.field, ", ".join(one.always), ", ".join(one.sometimes), one.reason)
            for one in lines
        ),
    ]
    text = "".join("\t".join(row) + "\n" for row in rows)
    (LISTS / f"{rulebook}.tsv").write_text(text, "utf-8")


def totals(found: Mapping[str, Survivors]) -> str:
    """A line for each fixture: changes made, told by weight, and not told by who names the field."""
    rows = [("", "made", *(one.value for one in Severity), *(one.value for one in Named))]
    for name, one in found.items():
        told = [one.told.get(severity, 0) for severity in Severity]
        silent = [one.silent.get(named, 0) for named in Named]
        rows.append((name, *map(str, (one.made, *told, *silent))))
    return "\n".join("".join(f"{cell:>13}" for cell in row) for row in rows)
