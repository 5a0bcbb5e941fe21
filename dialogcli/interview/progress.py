"""How far the work has come: obligations, never questions or per cent. A section is looked over
before one leaves it, and all sections can be chosen among.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dialogcli.base.answered import no_answer
from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Shape
from dialogcli.base.findings import Severity
from dialogcli.base.screen import Kept, Part, Parts, Spoken, Table, Tone, parts, plain_text, table
from dialogcli.base.words import count
from dialogcli.interview.chapters import Chapter
from dialogcli.interview.question import Question
from dialogcli.interview.question_screens import sentences
from dialogcli.interview.signs import told
from dialogcli.rulebook.model import Gate, Modality, Rule


@dataclass(frozen=True, slots=True)
class Progress:
    """The obligations towards the next decision, or other ones (`towards` says which), and the ids
    of those met.
    """

    rules: tuple[Rule, ...]
    met: frozenset[str]
    towards: str = "Inför beslutet"

    @classmethod
    def of(
        cls, rules: Iterable[Rule], met: Collection[str], towards: str = "Inför beslutet"
    ) -> Progress:
        """`rules` are those in force now. What only is good to know never moves the figure."""
        return cls(
            tuple(rule for rule in rules if rule.severity is not Severity.UPPLYSNING),
            frozenset(met),
            towards,
        )

    def within(self, chapter: Chapter) -> Progress:
        """The obligations that rest on one chapter."""
        return replace(self, rules=tuple(rule for rule in self.rules if chapter.rests_on(rule)))

    @property
    def total(self) -> int:
        """How many requirements; several rules may answer one."""
        return len({rule.row for rule in self.rules})

    @property
    def left(self) -> tuple[Rule, ...]:
        """One rule for each requirement that is not met."""
        return tuple(
            {rule.row: rule for rule in reversed(self.rules) if rule.id not in self.met}.values()
        )

    @property
    def done(self) -> int:
        return self.total - len(self.left)

    @property
    def in_chapter(self) -> str:
        """`1 av 5 krav klara`."""
        return f"{self.done} av {self.total} krav {'klart' if self.total == 1 else 'klara'}"

    @property
    def in_all(self) -> str:
        """`Inför beslutet: 4 av 22 krav är klara, 18 återstår (16 ska, 2 bör).`"""
        if not self.left:
            return f"{self.towards}: alla {self.total} krav är klara." if self.rules else ""
        ought = sum(not must(rule) for rule in self.left)
        numbers = {"ska": len(self.left) - ought, "bör": ought}
        kinds = ", ".join(f"{number} {word}" for word, number in numbers.items() if number)
        be = "är klart" if self.total == 1 else "är klara"
        return f"{self.towards}: {self.done} av {self.total} krav {be}, {len(self.left)} återstår ({kinds})."


def must(rule: Rule) -> bool:
    """Whether it is called an obligation (ska) and not a recommendation (bör)."""
    return rule.modality in (Modality.SKA, Modality.FÅR_INTE) or rule.severity is Severity.FEL


def progress_heading(chapter: Chapter, progress: Progress) -> Spoken:
    """`Val av målgrupp och deltagare (avsnitt 2 av 13), 0 av 5 krav klara`; as a sentence to be
    listened to.
    """
    within = progress.within(chapter)
    said = chapter.title.replace(" (avsnitt", ", avsnitt").rstrip(")")
    if not within.rules:
        return Spoken((chapter.title,), (f"{said}.",))
    return Spoken((f"{chapter.title}, {within.in_chapter}",), (f"{said}. {within.in_chapter}.",))


def next_decision(gate: Gate | None, organ: str, day: Day | None) -> str:
    """`Nästa beslut: Beslut om handlingsplan, kollektivtrafiknämnden 3 mars 2027`."""
    if gate is None:
        return "Inget beslut återstår."
    who = " ".join(filter(None, (organ, day.in_words if day else "")))
    return f"Nästa beslut: {', '.join(filter(None, (gate.name, who)))}"


def saved(
    chapter: Chapter | None, progress: Progress, sentences: int = 0, done: bool = True
) -> Spoken:
    """`Sparat. 1 av 5 krav klara`; with the number of sentences of a longer text, and whether the
    question is `done` with that.
    """
    what = f"Sparat: {count(sentences, 'mening', 'meningar')}." if sentences > 1 else "Sparat."
    what = what if done else "Sparat, men frågan är inte klar."
    within = progress.within(chapter) if chapter else Progress((), frozenset())
    if not within.rules:
        return Spoken((what,), (what,))
    return Spoken((f"{what} {within.in_chapter}",), (f"{what} {within.in_chapter}.",))


def review_heading(chapter: Chapter, progress: Progress) -> str:
    """`Granska avsnittet: 4 av 5 krav klara`."""
    within = progress.within(chapter)
    return f"Granska avsnittet: {within.in_chapter}" if within.rules else "Granska avsnittet"


def review_table(questions: Sequence[Question], wanting: Mapping[str, Rule]) -> Table:
    """A row for each question: its name and what is answered. `wanting`: path -> the rule that is
    not met there.
    """
    names = [question.field.label for question in questions]
    states = [question_state(question, wanting.get(question.path)) for question in questions]
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


def question_state(question: Question, unmet: Rule | None) -> Part | Parts:
    """How a question stands, in a few words: `nej, med skäl`, `3 meningar`, `SAKNAS, bör finnas
    (V-54)`.
    """
    if not (question.answer and question.counts):
        return _missing(unmet) if unmet else "inget svar"
    if question.copied:
        return f"ATT GRANSKA: {question.answer}"
    if unmet and (said := _faulty(question, unmet)):
        return said
    if question.answer.startswith("ej tillämpligt:"):
        return "ej tillämpligt, med skäl"
    if question.type.shape is Shape.STATEMENT:
        return _considered(question)
    return question.answer


def _faulty(question: Question, unmet: Rule) -> Part | Parts:
    """How an answer stands that a rule does not count: `RÄKNAS INTE (H-23): tekniska kontoret`. ''
    for one that is only not whole, which is said otherwise.
    """
    if question.type.shape is Shape.ROWS:
        return f"{question.answer}, något saknas ({unmet.id})"
    whole = question.type.shape is not Shape.STATEMENT or question.reason
    if unmet.severity is Severity.UPPLYSNING or not whole:
        return ""
    return Kept("RÄKNAS INTE", _tone(unmet)), f" ({unmet.id}): {question.answer}"


def _considered(question: Question) -> str:
    """`ja, med skäl`, `ja, SAKNAR skäl`; without answers to choose among how much is written."""
    if not question.choices:
        return count(sentences(question.written), "mening", "meningar")
    word, _, reason = question.written.partition(", ")
    if no_answer(reason, question.text, question.guidance, question.example):
        return f"{word}, SAKNAR skäl"
    return f"{question.choices.get(word, word)}, med skäl"


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
    ought = "ska" if must(rule) else "bör"
    return Kept("SAKNAS", _tone(rule)), f", {ought} finnas ({rule.id})"


def _tone(rule: Rule) -> Tone:
    return Tone.FAULT if must(rule) else Tone.WARNING
