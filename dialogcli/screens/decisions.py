"""What is said about a decision: that its basis is incomplete, or that it is entered and what that
means now; and of all decisions of a meeting.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dialogcli.base.commands import check, list_considered
from dialogcli.base.dates import Day
from dialogcli.base.findings import Finding
from dialogcli.base.screen import (
    Command,
    Item,
    Kept,
    Line,
    Screen,
    Tone,
    done,
    heading,
    line,
    rows,
    screen,
)
from dialogcli.base.words import count, listed
from dialogcli.dossier.meeting import Point, PointKind
from dialogcli.dossier.model import POINTS, Dossier, FormFile
from dialogcli.process.deciders import authority, name_at_the_time
from dialogcli.process.traces import Effect, effect_of
from dialogcli.rulebook.model import REFERRAL, Gate
from dialogcli.screens.findings import finding_items

CONSIDERED = "överväganden"
"""The register of what was considered, also when it came to nothing."""


def incomplete_screen(faults: Sequence[Finding]) -> Screen:
    """What is missing, and how to enter a decision that has been taken all the same."""
    stop: list[Item] = [
        line(Kept("Stopp", Tone.STOP), ": Underlaget är inte komplett. Inget är infört.")
    ]
    for fault in faults:
        stop += finding_items(fault)
    how = [
        heading("Är beslutet redan fattat? För in det som det är, med ett skäl. Lägg till:"),
        line(Kept('--incomplete "SKÄL"'), indent=2),
        line("Skälet syns i dialog check tills underlaget är komplett."),
    ]
    return screen(stop, how)


def summary_items(dossier: Dossier, gate: Gate, decision: FormFile) -> list[Item]:
    """Who decided what, when, on which basis, and who is told."""
    told = [
        ("Beslutat av:", _who_and_when(dossier, decision)),
        ("Utfall:", decision.answers["utfall"].text.replace("_", " ")),
        ("Underlag:", ", ".join(_basis(dossier, decision))),
        ("Skickas till:", ", ".join(_recipients(decision))),
    ]
    return [heading(gate.name), rows(*(pair for pair in told if pair[1]), labels=14)]


def excused_items(excused: Sequence[Finding]) -> Iterator[Line]:
    """What of the basis is said not to apply: whoever enters the decision sees it, as the organ
    should.
    """
    if excused:
        what = listed(f"{one.message.partition(':')[0]} ({one.rule})" for one in excused)
        yield line(f"Ej tillämpligt i underlaget: {what}. Skälen står i ", check(), ".")


def entered_items(dossier: Dossier, gate: Gate, decision: FormFile, path: str) -> Iterator[Line]:
    """That the decision is entered, where (`path`), and what to do now."""
    effect, points = effect_of(gate, decision), _points(decision)
    if effect is Effect.GO_BACK and points and REFERRAL in dossier.rulebook.forms:
        wanted = count(points, "punkt", "punkter")
        yield done(f"Beslutet är infört. Nästa förslag ska svara på {wanted}.")
        return
    yield done(f"Beslutet är infört i {path}.")
    yield from _consequences(decision, effect)
    if effect is Effect.STOP and CONSIDERED in dossier.rulebook.registers:
        yield line("Dialogen är avslutad. Skälen syns i ", list_considered(), ".")
    elif effect is Effect.STOP:
        yield line("Dialogen är avslutad. Skälen står kvar.")
    if authority(gate, dossier).role:
        yield line("Råd, inte krav i policyn: Anmäl beslutet vid organets nästa sammanträde.")


def _consequences(decision: FormFile, effect: Effect | None) -> Iterator[Line]:
    if _given(decision, "ofullständigt_underlag"):
        yield line("Skälet syns i ", check(), " tills underlaget är komplett.")
    if _given(decision, "antaget"):
        yield line("Ändras underlaget från och med nu syns det i ", check(), ".")
    day = decision.answers["nytt_datum"].value if "nytt_datum" in decision.answers else None
    if effect is Effect.STAY and isinstance(day, Day):
        yield line(f"Ärendet tas upp igen {day.in_words}.")


def _given(decision: FormFile, name: str) -> bool:
    return name in decision.answers and decision.answers[name].filled


def _who_and_when(dossier: Dossier, decision: FormFile) -> str:
    """`kollektivtrafiknämnden, onsdag 3 mars 2027, § 17`."""
    answers = decision.answers
    role, organ = answers.get("roll"), name_at_the_time(dossier.rulebook, answers["organ"].text)
    day, paragraph = answers["datum"].value, answers.get("paragraf")
    when = day.with_weekday if isinstance(day, Day) else ""
    number = f"§ {paragraph.text}" if paragraph and paragraph.filled else ""
    return ", ".join(
        filter(None, [f"{role.text} i {organ}" if role and role.filled else organ, when, number])
    )


def _basis(dossier: Dossier, decision: FormFile) -> list[str]:
    """The names of the files of the forms that it rests on; what is no form stands as written."""
    forms = dossier.rulebook.forms
    given = decision.answers["underlag"].rows if "underlag" in decision.answers else ()
    return [forms[row.text].file if row.text in forms else row.text for row in given if row.filled]


def _recipients(decision: FormFile) -> list[str]:
    given = decision.answers["mottagare"].rows if "mottagare" in decision.answers else ()
    return [name.text for row in given if (name := row.part("namn")) and name.filled]


def _points(decision: FormFile) -> int:
    return (
        sum(one.filled for one in decision.answers[POINTS].rows)
        if POINTS in decision.answers
        else 0
    )


def entered(points: Collection[Point]) -> str:
    """`2 beslut och 1 anmälan är införda i 2 dossierer.`; or that nothing is."""
    decisions = sum(point.kind == PointKind.DECISION for point in points)
    reports = len(points) - decisions
    if not points:
        return "Inget är infört."
    what = [f"{decisions} beslut"] if decisions else []
    if reports:
        what.append(count(reports, "anmälan", "anmälningar"))
    verb = "är infört" if decisions else "är införd"
    if len(points) > 1:
        verb = "är införda"
    dossiers = count(len({point.dossier for point in points}), "dossier", "dossierer")
    return f"{listed(what)} {verb} i {dossiers}."


def left_items(numbers: Sequence[int], again: Command) -> list[Line]:
    """Which points remain, and the command with which to go on; nothing when none does."""
    if not numbers:
        return []
    what = f"punkt {numbers[0]}" if len(numbers) == 1 else f"punkterna {listed(map(str, numbers))}"
    return [heading(f"Kvar: {what}. Fortsätt så här:"), line(again, indent=2)]
