"""`statement`: a reason of some length, not template text, by somebody, dated.

It proves that somebody wrote it, not that the duty is met; the messages claim no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogcli.base.organ_names import is_title
from dialogcli.base.words import listed
from dialogcli.checking.reasons import thin
from dialogcli.checking.view import Fault, RuleView
from dialogcli.dossier.model import Answer
from dialogcli.process.deciders import organ_name, same_organ

_PARTS = {"svar": "svar", "skäl": "skäl", "av": "vem som har tagit ställning", "datum": "datum"}


def judge(scene: RuleView) -> list[Fault] | None:
    """Rows are judged as they come; that there are any is another rule's matter."""
    answers = [answer for path in scene.rule.fields for answer in scene.select(path)]
    if not answers:
        return None
    faults: list[Fault] = []
    for answer in answers:
        if not answer.given:
            if scene.has_moment:
                faults.append(Fault.missing(scene.name_of(answer), answer))
        elif not answer.excused:
            faults += _missing_parts(scene, answer)
            faults += _thin_reason(scene, answer)
            faults += _somebody_else(scene, answer)
    return faults


def _missing_parts(scene: RuleView, answer: Answer) -> Iterator[Fault]:
    """Those that are not there. A reason that is none is told of by itself."""
    parts = {label: answer.part(part) for part, label in _PARTS.items()}
    missing = [
        label
        for label, part in parts.items()
        if part and not part.filled and not (label == "skäl" and part.given)
    ]
    if missing:
        subject = f"{scene.name_of(answer)}: {listed(missing)}"
        yield Fault(f"{subject} saknas.", answer.path, answer.place, subject=subject)


def _thin_reason(scene: RuleView, answer: Answer) -> Iterator[Fault]:
    reason = answer.part("skäl") or answer
    if reason.given and (why := thin(reason, reason.text, scene.rule.number("length"))):
        told = f"{scene.name_of(answer)}: {why} Skriv vad ni har vägt in och vad ni kom fram till."
        yield Fault(told, reason.path, reason.place)


def _somebody_else(scene: RuleView, answer: Answer) -> Iterator[Fault]:
    by = answer.part("av")
    if by and by.filled and not _by_whom(scene, by.text):
        wanted = listed(_wanted(scene), "eller")
        told = f"{scene.name_of(answer)}: ställning ska tas av {wanted}. Här står {by.text}."
        yield Fault(told, by.path, by.place)


def _wanted(scene: RuleView) -> list[str]:
    return [organ_name(scene.dossier.rulebook, organ) for organ in scene.rule.texts("by")]


def _by_whom(scene: RuleView, text: str) -> bool:
    wanted = _wanted(scene)
    return not wanted or any(_names(scene, text, name) for name in wanted)


def _names(scene: RuleView, text: str, name: str) -> bool:
    """Whether a text tells of an organ, by itself or among other words, or of who has a title."""
    if same_organ(scene.dossier.rulebook, text, name):
        return True
    among = re.search(rf"\b{re.escape(name.lower())}\b", text.lower())
    return among is not None if " " in name else is_title(text, name)
