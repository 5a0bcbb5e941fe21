"""`statement`: a reason of some length, not template text, by somebody, dated.

It proves that somebody wrote it, not that the duty is met; the messages claim no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.checking.scene import Fault, Scene
from dialogcli.dossier.model import Answer
from dialogcli.model.words import listed, same_word
from dialogcli.process.deciders import organ_name

_PARTS = {"svar": "svar", "skäl": "skäl", "av": "vem som har tagit ställning", "datum": "datum"}


def judge(scene: Scene) -> list[Fault] | None:
    """Rows are judged as they come; that there are any is another rule's matter."""
    answers = [answer for path in scene.rule.fields for answer in scene.select(path)]
    return [fault for answer in answers for fault in _faults(scene, answer)] if answers else None


def _faults(scene: Scene, answer: Answer) -> Iterator[Fault]:
    name = scene.name_of(answer)
    if not answer.filled:
        if scene.has_moment:
            yield Fault.missing(name, answer.path, answer.place)
        return
    if answer.excused:
        return
    missing = [
        label for part, label in _PARTS.items() if (one := answer.part(part)) and not one.filled
    ]
    if missing:
        yield Fault.missing(listed(missing), answer.path, answer.place, of=name)
    reason = answer.part("skäl") or answer
    if reason.filled and (why := _thin(scene, answer, reason.text)):
        yield Fault(
            f"{name}: {why} Skriv vad ni har vägt in och vad ni kom fram till.",
            reason.path,
            reason.place,
        )
    if (by := answer.part("av")) and by.filled and not _by_whom(scene, by.text):
        wanted = listed(_wanted(scene), "eller")
        yield Fault(
            f"{name}: ställning ska tas av {wanted}. Här står {by.text}.", by.path, by.place
        )


def _thin(scene: Scene, answer: Answer, reason: str) -> str:
    """Why a reason is none: too short, or the form's own help text; '' when neither."""
    text = " ".join(reason.split())
    if len(text) < scene.rule.number("length"):
        return "skälet är för kort."
    templates = (answer.field.guidance, answer.field.example, answer.field.question)
    return (
        "här står frågans hjälptext."
        if any(one and same_word(text, one) for one in templates)
        else ""
    )


def _wanted(scene: Scene) -> list[str]:
    return [organ_name(scene.dossier.rulebook, organ) for organ in scene.rule.texts("by")]


def _by_whom(scene: Scene, text: str) -> bool:
    wanted = _wanted(scene)
    return not wanted or any(name.lower() in text.lower() for name in wanted)
