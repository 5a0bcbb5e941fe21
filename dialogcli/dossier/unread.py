"""Files that lie in a dossier and are not read, because of how they are called or where they lie:
each with the name under which it would be read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from dialogcli.base.findings import Finding, Place, Severity
from dialogcli.base.words import plain
from dialogcli.disk.folders import PassedOver
from dialogcli.rulebook.model import Rulebook

UNREAD = "oläst-fil"
_ENDING = re.compile(r"\.ya?ml.*\Z", re.IGNORECASE)


def unread_findings(
    rulebook: Rulebook, found: Iterable[PassedOver], there: Collection[str]
) -> Iterator[Finding]:
    """A varning for each, an upplysning where the file is there that it would become. `there`: the
    names of the files that are read.
    """
    all_ = [one for one in found if _is_meant_as_a_form(rulebook, one)]
    wanted = Counter(_right_name(one.name) for one in all_)
    taken = [name for name, times in wanted.items() if times > 1]
    for one in all_:
        yield _linked(one.name) if one.link else _misnamed(one.name, there, taken)


def _is_meant_as_a_form(rulebook: Rulebook, one: PassedOver) -> bool:
    """Whether it is a folder of a form, lies in one, or has the name of a form but for its ending."""
    top, *below = one.name.split("/")
    in_folder = one.link or bool(below)
    meant = plain(top if in_folder else _right_name(top))
    return any(
        form.file == meant for form in rulebook.forms.values() if bool(form.items) == in_folder
    )


def _linked(folder: str) -> Finding:
    return Finding(
        UNREAD,
        Severity.VARNING,
        f"Mappen {folder} är en länk. Länkar läses inte.",
        Place(folder),
        remedy=f"Ta bort länken och lägg filerna i en mapp som heter {folder}.",
    )


def _misnamed(name: str, there: Collection[str], taken: Collection[str]) -> Finding:
    """`taken`: the names that a file may not be given, or another would be written over."""
    right = _right_name(name)
    message = f"Filen {name} läses inte."
    if right in there:
        remedy = "Jämför de två, och flytta filen ur dossiern om den inte behövs."
        message = f"{message} {right} finns redan."
        return Finding(UNREAD, Severity.UPPLYSNING, message, Place(name), remedy=remedy)
    if right in taken:
        remedy = f"Fler filer har samma namn. Välj en, och byt namn på den till {right}."
    elif name.count("/") > 1:
        remedy = f"Flytta filen till {right}."
    else:
        remedy = f"Byt namn på filen till {right}."
    return Finding(UNREAD, Severity.VARNING, message, Place(name), remedy=remedy)


def _right_name(name: str) -> str:
    """`tillfallen/mars/torget.yml` -> `tillfallen/torget.yaml`."""
    parts = name.split("/")
    return "/".join([*parts[:-1][:1], _ENDING.sub(".yaml", parts[-1])])
