"""What is said about a decision: that its basis is incomplete, or that it is entered and what that
means now.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from dialogcli.dossier.decision import POINTS
from dialogcli.dossier.model import Dossier, FormFile
from dialogcli.model.day import Day
from dialogcli.model.finding import Finding
from dialogcli.model.layout import WIDTH, block, command, joined, paragraphs, wrapped
from dialogcli.model.words import count
from dialogcli.process.deciders import authority, organ_name
from dialogcli.process.standing import Effect, effect_of
from dialogcli.reports.unconverted import finding_text
from dialogcli.rulebook.model import REFERRAL, Gate

CONSIDERED = "överväganden"
"""The register of what was considered, also when it came to nothing."""


def incomplete_text(faults: Sequence[Finding], width: int = WIDTH, folder: str = "") -> str:
    """What is missing, and how to enter a decision that has been taken all the same."""
    return paragraphs(
        joined(
            [
                wrapped("Stopp: Underlaget är inte komplett. Inget är infört.", width),
                *(finding_text(fault, width, folder) for fault in faults),
            ]
        ),
        joined(
            [
                wrapped(
                    "Är beslutet redan fattat? För in det som det är, med ett skäl. Lägg till:",
                    width,
                ),
                '  --incomplete "SKÄL"',
                wrapped("Skälet syns i dialog check tills underlaget är komplett.", width),
            ]
        ),
    )


def summary_text(dossier: Dossier, gate: Gate, decision: FormFile, width: int = WIDTH) -> str:
    """Who decided what, when, on which basis, and who is told."""
    outcome = decision.answers["utfall"].text.replace("_", " ")
    rows = [
        ("Beslutat av:", _who_and_when(dossier, decision)),
        ("Utfall:", outcome),
        ("Underlag:", ", ".join(_basis(dossier, decision))),
        ("Skickas till:", ", ".join(_recipients(decision))),
    ]
    return joined(
        [
            wrapped(gate.name, width),
            block([(label.ljust(14), text) for label, text in rows if text], width),
        ]
    )


def entered_text(
    dossier: Dossier, gate: Gate, decision: FormFile, width: int = WIDTH, folder: str = ""
) -> str:
    """That the decision is entered, where, and what to do now."""
    effect, points = effect_of(gate, decision), _points(decision)
    if effect is Effect.GO_BACK and points and REFERRAL in dossier.rulebook.forms:
        wanted = count(points, "punkt", "punkter")
        return joined(
            [
                wrapped(f"Klart: Beslutet är infört. Nästa förslag ska svara på {wanted}:", width),
                f"  {command(f'fill --section {REFERRAL}', folder)}",
            ]
        )
    where = PurePath(folder, decision.file).as_posix()
    lines = [f"Klart: Beslutet är infört i {where}.", *_consequences(decision, effect, folder)]
    if effect is Effect.STOP:
        listed = (
            f"syns i {command('list --considered')}"
            if CONSIDERED in dossier.rulebook.registers
            else "står kvar"
        )
        lines.append(f"Dialogen är avslutad. Skälen {listed}.")
    if authority(gate, dossier).role:
        lines.append("Råd, inte krav i policyn: Anmäl beslutet vid organets nästa sammanträde.")
    return joined(wrapped(line, width) for line in lines)


def _consequences(decision: FormFile, effect: Effect | None, folder: str) -> list[str]:
    day = decision.answers["nytt_datum"].value if "nytt_datum" in decision.answers else None
    check = command("check", folder)
    lines = {
        "ofullständigt_underlag": f"Skälet syns i {check} tills underlaget är komplett.",
        "antaget": f"Ändras underlaget från och med nu syns det i {check}.",
    }
    found = [
        line
        for name, line in lines.items()
        if name in decision.answers and decision.answers[name].filled
    ]
    if effect is Effect.STAY and isinstance(day, Day):
        found.append(f"Ärendet tas upp igen {day.in_words}.")
    return found


def _who_and_when(dossier: Dossier, decision: FormFile) -> str:
    """`kollektivtrafiknämnden, onsdag 3 mars 2027, § 17`."""
    answers = decision.answers
    role, organ = answers.get("roll"), organ_name(dossier.rulebook, answers["organ"].text)
    day, paragraph = answers["datum"].value, answers.get("paragraf")
    when = day.with_weekday if isinstance(day, Day) else ""
    number = f"§ {paragraph.text}" if paragraph and paragraph.filled else ""
    return ", ".join(
        filter(None, [f"{role.text} i {organ}" if role and role.filled else organ, when, number])
    )


def _basis(dossier: Dossier, decision: FormFile) -> list[str]:
    """The names of the files of the forms that it rests on; what is no form stands as written."""
    forms = dossier.rulebook.forms
    rows = decision.answers["underlag"].rows if "underlag" in decision.answers else ()
    return [forms[row.text].file if row.text in forms else row.text for row in rows if row.filled]


def _recipients(decision: FormFile) -> list[str]:
    rows = decision.answers["mottagare"].rows if "mottagare" in decision.answers else ()
    return [name.text for row in rows if (name := row.part("namn")) and name.filled]


def _points(decision: FormFile) -> int:
    return (
        sum(one.filled for one in decision.answers[POINTS].rows)
        if POINTS in decision.answers
        else 0
    )
