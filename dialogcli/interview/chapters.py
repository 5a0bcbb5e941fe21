"""Which questions to ask, chapter by chapter, and where the first gap is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import filterfalse

from dialogcli.base.fieldtypes import Shape
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.interview.question import MATTER, question_paths
from dialogcli.interview.scope import SCOPE, scope_paths
from dialogcli.interview.tables import begun
from dialogcli.rulebook.model import STOP, Field, Form, Gate, Rule, Rulebook, Section

NOT_ASKED = (
    "dossier.format",
    "dossier.titel",
    "dossier.regelverk",
    "dossier.regelverksversion",
    "dossier.tillägg",
    "dossier.granska",
)
"""What `new` settles once and for all, and what is switched on in the file itself."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section as it is asked: `paths` one for each question, `number` of `total` sections in its
    form.
    """

    form: Form
    section: Section
    paths: tuple[str, ...]
    number: int
    total: int

    @property
    def title(self) -> str:
        """`Val av målgrupp och deltagare (avsnitt 2 av 13)`; the number is left out when there is
        only one.
        """
        return (
            f"{self.section.title} (avsnitt {self.number} av {self.total})"
            if self.total > 1
            else self.section.title
        )

    def rests_on(self, *rules: Rule) -> bool:
        """Whether one of the rules asks for something in this chapter."""
        fields = (field for rule in rules for field in rule.fields)
        return any(_head(field) in self.section.paths for field in fields)


def chapters(rulebook: Rulebook) -> list[Chapter]:
    """Every chapter that can be asked, in the order of the rulebook. Items of a folder have
    commands of their own, and so has a stop.
    """
    return [
        chapter
        for form in rulebook.forms.values()
        if not form.items and form.id != STOP
        for chapter in _chapters_of(rulebook, form)
    ]


def in_play(
    rulebook: Rulebook, gate: Gate | None, rules: Iterable[Rule], met: Collection[str]
) -> list[Chapter]:
    """The chapters for the next decision: what `gate` adopts, what its rules rest on, older gaps,
    and the matter.

    The scope test comes first: after a no there is nothing more to ask.
    `rules` are those in force now and `met` the ids of the rules that are satisfied.
    """
    due = (rule for rule in rules if _is_before(rule, gate) or rule.id not in met)
    wanted = list(filterfalse(_is_about_the_matter, due))
    adopted = {thing.split(".")[0] for thing in gate.adopts} if gate else set()
    found = []
    for chapter in chapters(rulebook):
        if chapter.form.id in adopted or chapter.rests_on(*wanted):
            found.append(chapter)
        elif matter := _about_the_matter(chapter):
            found.append(matter)
    tested = set(scope_paths(rulebook))
    return sorted(found, key=lambda chapter: not _is_scope_test(chapter, tested))


def _is_about_the_matter(rule: Rule) -> bool:
    """Whether it asks for nothing but the matter, which is asked for in any case."""
    return bool(rule.fields) and set(rule.fields) <= MATTER.keys()


def _about_the_matter(chapter: Chapter) -> Chapter | None:
    """Only those questions of a chapter that are about the matter itself."""
    paths = tuple(path for path in chapter.paths if path in MATTER)
    return replace(chapter, paths=paths) if paths else None


def _is_before(rule: Rule, gate: Gate | None) -> bool:
    return gate is not None and rule.before == gate.id


def _is_scope_test(chapter: Chapter, tested: set[str]) -> bool:
    return chapter.form.id == SCOPE and bool(tested & set(chapter.paths))


def pressing(
    dossier: Dossier,
    coming: Sequence[Chapter],
    unmet: Collection[Rule],
    is_gap: Callable[[str], bool] | None = None,
) -> list[Chapter]:
    """Those chapters with a gap where something unmet rests, or where a row was left in the middle;
    when there are none, those where anything can be added.

    So nobody has to pass by the same voluntary questions every time. `is_gap` knows more of a
    question than whether its answer is missing.
    """
    is_open = is_gap or (lambda path: is_missing(dossier, path))
    unfinished: list[Chapter] = []
    pressed: list[Chapter] = []
    for chapter in coming:
        gaps = set(filter(is_open, chapter.paths))
        if not gaps:
            continue
        unfinished.append(chapter)
        begun = any(is_begun(dossier, path) for path in chapter.paths)
        if begun or chapter.rests_on(*unmet) or gaps & set(MATTER):
            pressed.append(chapter)
    return pressed or unfinished


def is_missing(dossier: Dossier, path: str) -> bool:
    """Whether there is still something to ask: nothing is given, a consideration has no reason, or
    a row is begun.
    """
    answer = dossier.answer(path)
    if answer is None or _excused_above(dossier, path):
        return False
    if is_begun(dossier, path):
        return True
    if answer.field.type.shape is Shape.STATEMENT and not answer.excused:
        return not _has_reason(answer)
    return not answer.filled


def is_begun(dossier: Dossier, path: str) -> bool:
    """Whether a table has a row that was left in the middle."""
    return bool(begun(dossier.answer(path)))


def _has_reason(answer: Answer) -> bool:
    reason = answer.part("skäl")
    return reason is not None and reason.filled


def _excused_above(dossier: Dossier, path: str) -> bool:
    """Whether the group around a part says, as a whole, that it does not apply."""
    above, _, _ = path.rpartition(".")
    group = dossier.answer(above)
    return group is not None and group.excused


def _chapters_of(rulebook: Rulebook, form: Form) -> Iterator[Chapter]:
    for number, section in enumerate(form.sections, 1):
        paths = tuple(
            asked
            for path in section.paths
            if (of := _asked_field(rulebook, path))
            for asked in question_paths(of, path)
        )
        if paths:
            yield Chapter(form, section, paths, number, len(form.sections))


def _asked_field(rulebook: Rulebook, path: str) -> Field | None:
    return None if path in NOT_ASKED else rulebook.field_at(path)


def _head(path: str) -> str:
    return ".".join(path.split(".")[:2])
