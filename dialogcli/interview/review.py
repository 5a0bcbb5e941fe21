"""A section looked over before one leaves it, and all sections to choose among."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dialogcli.interview.chapters import Chapter
from dialogcli.interview.progress import Progress, must
from dialogcli.interview.question import Question
from dialogcli.interview.signs import told
from dialogcli.interview.wording import sentences
from dialogcli.model.fieldtypes import Shape
from dialogcli.model.finding import Severity
from dialogcli.model.layout import cut, wrapped
from dialogcli.model.words import count
from dialogcli.rulebook.model import Rule


def review_heading(chapter: Chapter, progress: Progress) -> str:
    """`Granska avsnittet: 4 av 5 krav klara`."""
    within = progress.within(chapter)
    return f"Granska avsnittet: {within.in_chapter}" if within.rules else "Granska avsnittet"


def review_lines(
    questions: Sequence[Question], wanting: Mapping[str, Rule], width: int, linear: bool
) -> list[str]:
    """A line for each question: its name and what is answered. `wanting`: path -> the rule that is
    not met there.
    """
    names = [question.field.label for question in questions]
    states = [state(question, wanting.get(question.path)) for question in questions]
    if linear:
        return _sentences(names, states, width)
    longest = min(max(map(len, names)), (width - 6) // 2)
    return [
        cut(f"{number:>3}  {cut(name, longest).ljust(longest)}  {said}", width)
        for number, (name, said) in enumerate(zip(names, states, strict=True), 1)
    ]


def review_menu(last: bool, linear: bool) -> str:
    """What can be typed below the review."""
    if linear:
        then = "klar" if last else "nästa avsnitt"
        return f"Ett nummer ändrar svaret. Skriv g för att gå till ett annat avsnitt. Enter betyder {then}."
    return told(
        ("Nummer", "ändra"),
        ("g", "gå till ett annat avsnitt"),
        ("Enter", "klar" if last else "nästa avsnitt"),
        linear=False,
    )


def sections_lines(
    chapters: Sequence[Chapter], progress: Progress, gaps: Sequence[int], width: int, linear: bool
) -> list[str]:
    """A line for each section: its title and how far it has come. `gaps`: how many questions are
    open in each.
    """
    titles = [chapter.section.title for chapter in chapters]
    states = [
        _section_state(progress.within(chapter), gap)
        for chapter, gap in zip(chapters, gaps, strict=True)
    ]
    if linear:
        return _sentences(titles, states, width)
    room = width - 7 - max(map(len, states))
    longest = min(max(map(len, titles)), room)
    return [
        f"{number:>3}  {cut(title, longest).ljust(longest)}  {said}"
        for number, (title, said) in enumerate(zip(titles, states, strict=True), 1)
    ]


def state(question: Question, unmet: Rule | None) -> str:
    """How a question stands, in a few words: `nej, med skäl`, `3 meningar`, `SAKNAS, bör finnas
    (V-54)`.
    """
    if not question.answer:
        return _missing(unmet) if unmet else "inget svar"
    if question.copied:
        return f"ATT GRANSKA: {question.answer}"
    if unmet and question.type.shape is Shape.ROWS:
        return f"{question.answer}, något saknas ({unmet.id})"
    if question.answer.startswith("ej tillämpligt:"):
        return "ej tillämpligt, med skäl"
    if question.type.shape is Shape.STATEMENT:
        word, comma, _ = question.written.partition(", ")
        if question.choices:
            return (
                f"{question.choices.get(word, word)}, med skäl" if comma else f"{word}, SAKNAR skäl"
            )
        return count(sentences(question.written), "mening", "meningar")
    return question.answer


def _sentences(names: Sequence[str], states: Sequence[str], width: int) -> list[str]:
    return [
        wrapped(f"{number}. {name}: {said}{'' if said.endswith('.') else '.'}", width)
        for number, (name, said) in enumerate(zip(names, states, strict=True), 1)
    ]


def _section_state(within: Progress, gap: int) -> str:
    if within.rules:
        return within.in_chapter
    return "klart" if not gap else count(gap, "fråga utan svar", "frågor utan svar")


def _missing(rule: Rule) -> str:
    if rule.severity is Severity.UPPLYSNING:
        return f"inget svar ({rule.id})"
    return f"SAKNAS, {'ska' if must(rule) else 'bör'} finnas ({rule.id})"
