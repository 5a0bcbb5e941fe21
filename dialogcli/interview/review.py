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
from dialogcli.model.screen import Kept, Part, Parts, Spoken, Table, Tone, parts, plain_text, table
from dialogcli.model.words import count
from dialogcli.rulebook.model import Rule


def review_heading(chapter: Chapter, progress: Progress) -> str:
    """`Granska avsnittet: 4 av 5 krav klara`."""
    within = progress.within(chapter)
    return f"Granska avsnittet: {within.in_chapter}" if within.rules else "Granska avsnittet"


def review_table(questions: Sequence[Question], wanting: Mapping[str, Rule]) -> Table:
    """A row for each question: its name and what is answered. `wanting`: path -> the rule that is
    not met there.
    """
    names = [question.field.label for question in questions]
    states = [state(question, wanting.get(question.path)) for question in questions]
    return _numbered(names, states, ((1, 37), (2, 12)))


def review_menu(last: bool) -> Spoken:
    """What can be typed below the review."""
    then = "klar" if last else "nästa avsnitt"
    elsewhere = "gå till ett annat avsnitt"
    return Spoken(
        told(("Nummer", "ändra"), ("g", elsewhere), ("Enter", then)).seen,
        (f"Ett nummer ändrar svaret. Skriv g för att {elsewhere}. Enter betyder {then}.",),
    )


def sections_table(chapters: Sequence[Chapter], progress: Progress, gaps: Sequence[int]) -> Table:
    """A row for each section: its title and how far it has come. `gaps`: how many questions are
    open in each.
    """
    titles = [chapter.section.title for chapter in chapters]
    states = [
        _section_state(progress.within(chapter), gap)
        for chapter, gap in zip(chapters, gaps, strict=True)
    ]
    return _numbered(titles, states, ((1, 12),))


def state(question: Question, unmet: Rule | None) -> Part | Parts:
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


def _numbered(
    names: Sequence[str],
    states: Sequence[Part | Parts],
    shrink: tuple[tuple[int, int], ...],
) -> Table:
    """Names with their states; to be listened to `1. Syfte: 3 meningar.`"""
    cells: list[tuple[str, str, Part | Parts]] = []
    read_out: list[Parts] = []
    for number, (name, said) in enumerate(zip(names, states, strict=True), 1):
        cells.append((f"{number:>3}", name, said))
        end = "" if plain_text(parts(said)).endswith(".") else "."
        read_out.append((f"{number}. {name}: ", *parts(said), end))
    return table(cells, read_out, shrink=shrink)


def _section_state(within: Progress, gap: int) -> str:
    if within.rules:
        return within.in_chapter
    return "klart" if not gap else count(gap, "fråga utan svar", "frågor utan svar")


def _missing(rule: Rule) -> Part | Parts:
    if rule.severity is Severity.UPPLYSNING:
        return f"inget svar ({rule.id})"
    if must(rule):
        return Kept("SAKNAS", Tone.FAULT), f", ska finnas ({rule.id})"
    return Kept("SAKNAS", Tone.WARNING), f", bör finnas ({rule.id})"
