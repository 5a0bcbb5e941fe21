"""Personal data in the texts of a dossier, whatever its rulebook says: a personal identity number is
a fel, an address or a telephone number something to think of.

A rulebook may ask for the same (`free_of`). Then one finding is told at each place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from dialogcli.base.findings import Finding, Place, Severity, Waiver
from dialogcli.base.personal_data import ASKED_ALWAYS
from dialogcli.base.words import count
from dialogcli.checking.kinds.free_of import personal_data
from dialogcli.checking.report import Report
from dialogcli.checking.view import Fault
from dialogcli.dossier.model import Dossier
from dialogcli.rulebook.model import Role

CONTACT = "kontaktuppgift"
"""The id of the upplysning about addresses and telephone numbers."""
MOST_TOLD = 5
"""So many things of one kind are told in one file; of a pasted list the rest is counted."""

_NUMBERS = ("personnummer", "samordningsnummer")
_CONTACTS = ("e-postadress", "telefonnummer")
_NO_NUMBER = " Är det inget sådant nummer: skriv undantag.personnummer med skäl."
_OUR_OWN = " Era egna skrivs under kontakt i organisation.yaml."


def found_always(dossier: Dossier, today: date) -> Iterator[Finding]:
    """Everything that looks like personal data, at its place."""
    for fault in personal_data(dossier, _NUMBERS, today):
        yield _finding(ASKED_ALWAYS, Severity.FEL, fault, _NO_NUMBER)
    for fault in personal_data(dossier, _CONTACTS, today):
        yield _finding(CONTACT, Severity.UPPLYSNING, fault, _OUR_OWN)


def _finding(id_: str, severity: Severity, fault: Fault, more: str) -> Finding:
    remedy = f"{fault.remedy}{more}"
    return Finding(id_, severity, fault.message, fault.place, fault.path, remedy=remedy)


def shortened(own: Iterable[Finding]) -> Iterator[Finding]:
    """The first few of each kind in each file, and how many more there are at the next."""
    by_file: dict[tuple[str, str], list[Finding]] = {}
    for one in own:
        by_file.setdefault((one.rule, one.place.file), []).append(one)
    for found in by_file.values():
        yield from found[:MOST_TOLD]
        if rest := found[MOST_TOLD:]:
            number = count(len(rest), "ställe", "ställen")
            yield rest[0]._replace(message=f"Filen har det på {number} till, med början här.")


class Beside(NamedTuple):
    """The findings of a dossier, of rules and the engine's own together; so also the waived ones."""

    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]


def beside_rules(report: Report, today: date, waiver: Waiver | None) -> Beside:
    """One finding at each place. A number is a fel whatever a rule weighs it, and cites what the
    rule cites; of an address the rule speaks. `waiver`: that what looks like a number is none.
    """
    asked = _by_place(report, report.findings)
    excused = _by_place(report, report.waived)
    numbers: list[Finding] = []
    contacts: list[Finding] = []
    told: set[Finding] = set()
    for own in found_always(report.dossier, today):
        rules_own = asked.get(own.place)
        if own.place in excused:
            continue
        if own.rule == ASKED_ALWAYS:
            numbers.append(_citing(own, rules_own))
            told.update([rules_own] if rules_own else [])
        elif rules_own is None:
            contacts.append(own)
    findings = [one for one in report.findings if one not in told]
    findings += shortened(contacts)
    if waiver is None:
        return Beside((*findings, *shortened(numbers)), report.waived)
    waived = [one._replace(waiver=waiver) for one in shortened(numbers)]
    return Beside(tuple(findings), (*report.waived, *waived))


def _by_place(report: Report, findings: Iterable[Finding]) -> dict[Place, Finding]:
    """Those of the rules that look for personal data."""
    asking = {
        rule.id
        for rule in report.dossier.rulebook.rules.values()
        if rule.kind.role is Role.PERSONAL_DATA
    }
    return {one.place: one for one in findings if one.rule in asking}


def _citing(own: Finding, asked: Finding | None) -> Finding:
    return own._replace(source=asked.source) if asked else own
