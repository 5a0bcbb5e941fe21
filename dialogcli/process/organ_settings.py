"""Which organ each of an organisation's own settings is for: they may call it by its name or by its
rulebook's id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from dialogcli.dossier.mentions import named_organs
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organisation import FILE, Meetings, Organisation, Times
from dialogcli.model.errors import UnreadableError
from dialogcli.model.words import nearest, same_word
from dialogcli.process.deciders import organ_name, organ_type
from dialogcli.rulebook.faults import Faults
from dialogcli.storage.nodes import Scalar

_Settings = TypeVar("_Settings", Times, Meetings)

_ALMOST = 0.9
"""How alike two names are of which one is a slip of the keyboard: there may be a barnnämnd beside a
bynämnd.
"""


def by_name(organisation: Organisation, dossiers: Iterable[Dossier | None]) -> Organisation:
    """The settings with all organs by name, as `dossiers` know them. No more of these are looked at
    than it takes.

    Raises UnreadableError, with the places, for organs that none of them and none of their
    rulebooks knows, unless one cannot be read (None) or there is none; and for one that stands
    there twice.
    """
    waiting = list(organisation.organs)
    names: dict[str, str] = {}
    known: dict[str, None] = {}
    all_read = True
    for dossier in dossiers if waiting else ():
        if dossier is None:
            all_read = False
            continue
        known |= dict.fromkeys(_known(dossier))
        names |= _names(waiting, dossier, known)
        waiting = [word for word in waiting if word.text not in names]
        if not waiting:
            break
    unknown = waiting if all_read and known else []
    _refuse(unknown, organisation.organs, names, list(known))
    return organisation._replace(
        times_of=_renamed(organisation.times_of, names),
        meetings_of=_renamed(organisation.meetings_of, names),
    )


def _names(words: Iterable[Scalar], dossier: Dossier, known: Iterable[str]) -> dict[str, str]:
    """The names of organs, by what is written, as far as one dossier tells of them."""
    found = {word.text: _name(word.text, dossier, known) for word in words}
    return {typed: name for typed, name in found.items() if name}


def _renamed(by_organ: Mapping[str, _Settings], names: Mapping[str, str]) -> dict[str, _Settings]:
    return {names.get(organ, organ): settings for organ, settings in by_organ.items()}


def _known(dossier: Dossier) -> list[str]:
    rulebook = dossier.rulebook
    return [
        *(organ.name for organ in rulebook.organs),
        *(organ_name(rulebook, answer.text) for answer in named_organs(dossier)),
    ]


def _name(typed: str, dossier: Dossier, known: Iterable[str]) -> str:
    """The name of an organ; that of one which only its own name tells of as it is written, unless
    it is a slip.
    """
    name = organ_name(dossier.rulebook, typed)
    if found := next((one for one in known if same_word(one, name)), ""):
        return found
    return name if organ_type(dossier.rulebook, name) and not nearest(name, known, _ALMOST) else ""


def _refuse(
    unknown: Iterable[Scalar], organs: Iterable[Scalar], names: dict[str, str], known: list[str]
) -> None:
    faults, seen = Faults(), dict[str, str]()
    for word in unknown:
        faults.unknown(
            "okänt-organ",
            word,
            f"Varken regelverk eller dossierer har ett organ som heter {word.text}.",
            known,
        )
    for word in organs:
        name = names.get(word.text, "")
        if name and seen.setdefault(name, word.text) != word.text:
            faults.add("dubbelt-organ", word.place, f"{word.text} är samma organ som {seen[name]}.")
    if found := faults.in_order():
        raise UnreadableError(
            f"{FILE} går inte att använda.",
            "Ett organ som är nytt skrivs i organ.yaml.",
            faults=found,
        )
