"""How far the work has come: obligations, never questions or per cent."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from dialogcli.interview.chapters import Chapter
from dialogcli.model.day import Day
from dialogcli.model.finding import Severity
from dialogcli.model.screen import Spoken
from dialogcli.model.words import count
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


def heading(chapter: Chapter, progress: Progress) -> Spoken:
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


def saved(chapter: Chapter | None, progress: Progress, sentences: int = 0) -> Spoken:
    """`Sparat. 1 av 5 krav klara`; with the number of sentences of a longer text."""
    what = f"Sparat: {count(sentences, 'mening', 'meningar')}." if sentences > 1 else "Sparat."
    within = progress.within(chapter) if chapter else Progress((), frozenset())
    if not within.rules:
        return Spoken((what,), (what,))
    return Spoken((f"{what} {within.in_chapter}",), (f"{what} {within.in_chapter}.",))
