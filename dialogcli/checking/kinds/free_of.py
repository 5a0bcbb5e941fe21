"""`free_of`: no text of the dossier looks like personal data of these kinds.

The one kind that reads prose. It reads the files as they stand, comments and unknown fields as
well, for what must not be there must be nowhere. It knows what things look like, not what they are,
so its rules should only warn.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from dialogcli.base.findings import Place
from dialogcli.base.personal_data import FoundData, is_one_of, search
from dialogcli.checking.view import Fault, RuleView
from dialogcli.dossier.model import Answer, Dossier

_MESSAGES = {
    "personnummer": "Texten ser ut att innehålla ett personnummer.",
    "samordningsnummer": "Texten ser ut att innehålla ett samordningsnummer.",
    "e-postadress": "Texten ser ut att innehålla en e-postadress.",
    "telefonnummer": "Texten ser ut att innehålla ett telefonnummer.",
}
_TAKE_AWAY = (
    "Ta bort numret. Är filen redan sparad i git finns numret kvar i historiken. "
    "Fråga då ert dataskyddsombud."
)
_TAKE_AWAY_IF_PRIVATE = "Ta bort uppgiften om den leder till en enskild invånare."
_NUMBERS = ("personnummer", "samordningsnummer")
CONTACT_FIELD = "kontakt"
"""The field, in whichever form, that says where the organisation is reached."""
_REMEDIES = {"personnummer": _TAKE_AWAY, "samordningsnummer": _TAKE_AWAY}


def judge(scene: RuleView) -> list[Fault] | None:
    """One fault for each thing found."""
    return list(personal_data(scene.dossier, scene.rule.texts("what"), scene.today))


def personal_data(dossier: Dossier, wanted: Collection[str], today: date) -> Iterator[Fault]:
    """One fault for each thing of the wanted kinds, in the order of the files, but for where the
    organisation itself is reached.
    """
    for file, text in dossier.texts.items():
        for one in search(text, wanted, today):
            fault = _fault(dossier, file, text, one)
            ours = is_one_of(text[one.start : one.end], dossier.rulebook.contacts)
            if one.what in _NUMBERS or not (ours or CONTACT_FIELD in fault.path.split(".")):
                yield fault


def _fault(dossier: Dossier, file: str, text: str, found: FoundData) -> Fault:
    place = Place(
        file, text.count("\n", 0, found.start) + 1, found.start - text.rfind("\n", 0, found.start)
    )
    path = _path_at(dossier, place)
    return Fault(
        _MESSAGES[found.what],
        "" if text[found.start : found.end] in path else path,
        place,
        _REMEDIES.get(found.what, _TAKE_AWAY_IF_PRIVATE),
    )


def _path_at(dossier: Dossier, place: Place) -> str:
    """The path of the answer that a place lies in; '' above the first one."""
    answers = (
        answer
        for files in dossier.files.values()
        for file in files
        if file.file == place.file
        for answer in _given(file.answers.values())
    )
    last = max(
        (answer for answer in answers if answer.place <= place),
        key=lambda answer: answer.place,
        default=None,
    )
    return last.path if last else ""


def _given(answers: Iterable[Answer]) -> Iterator[Answer]:
    """The answers that something is written in, with their rows and parts after them."""
    for answer in answers:
        if answer.given:
            yield answer
            yield from _given(answer.rows or answer.parts.values())
