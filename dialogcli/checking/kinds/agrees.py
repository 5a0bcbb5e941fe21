"""`agrees`: two places say the same; amounts with `*` count as their sum, and of a line of text
who it is counts, not how that is put.
"""

from __future__ import annotations

from dialogcli.base.fieldtypes import Trait
from dialogcli.base.organ_names import same_party
from dialogcli.base.words import grouped, kronor
from dialogcli.checking.view import Fault, RuleView
from dialogcli.dossier.model import Answer, Wrong


def judge(scene: RuleView) -> list[Fault] | None:
    """Places that are not filled in are passed over; with fewer than two there is nothing to
    compare.
    """
    there = [(path, _readable(scene.values(path))) for path in scene.rule.fields]
    said = [(path, answers) for path, answers in there if answers]
    if len(said) < 2:
        return None
    (path, answers), *others = said
    return [
        Fault(_message(scene, path, answers, other, theirs), answers[0].path, answers[0].place)
        for other, theirs in others
        if not _say_the_same(answers, theirs)
    ]


def _say_the_same(answers: list[Answer], theirs: list[Answer]) -> bool:
    mine, its = _value(answers), _value(theirs)
    if mine == its:
        return True
    is_line = not any(Trait.LONG in one.field.type.traits for one in (*answers, *theirs))
    return is_line and isinstance(mine, str) and isinstance(its, str) and same_party(mine, its)


def _value(answers: list[Answer]) -> int | str:
    """The sum of numbers, or the texts with blanks and case evened out."""
    numbers = [answer.value for answer in answers if isinstance(answer.value, int)]
    if numbers:
        return sum(numbers)
    return "\n".join(" ".join(answer.text.split()).casefold() for answer in answers)


def _message(
    scene: RuleView, path: str, answers: list[Answer], other: str, theirs: list[Answer]
) -> str:
    mine = _name(scene, path)
    its = _name(scene, other)
    if isinstance(_value(answers), int) and isinstance(_value(theirs), int):
        return f"{mine}: {_number(answers)}. Det stämmer inte med {its}, {_number(theirs)}."
    return f"{mine} och {its} säger inte samma sak."


def _name(scene: RuleView, path: str) -> str:
    """The thing and the form it stands in, since the same field may stand in two forms."""
    return f"{scene.name(path)} i {scene.dossier.rulebook.forms[path.split('.')[0]].title}"


def _number(answers: list[Answer]) -> str:
    number = int(_value(answers))
    return kronor(number) if Trait.SUMMED in answers[0].field.type.traits else grouped(number)


def _readable(answers: list[Answer]) -> list[Answer]:
    """Those that could be read as what they are to be: the reader has told of the others."""
    return [answer for answer in answers if not isinstance(answer.value, Wrong)]
