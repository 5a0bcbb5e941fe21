"""All that is wrong with a rulebook is told in one run, and nothing that is not."""

from __future__ import annotations

import pytest
from helpers.policies import POLICY, changed, faults_of, told

PLANTED = [
    ("standing: minutes", "standing: protokoll"),
    ("{id: KS, name", "{id: KF, name"),
    ("labels: {metoder:", "labels: {metod:"),
    ("fields: [syfte, övervägande.syfte]", "fields: [syfte, övervägande.syftet]"),
    ("avslag: stop", "avslag: slut"),
    ("    back_to: övervägande\n", ""),
    ("    done: [plan.datum, plan.metoder]\n", ""),
    ("after: [genomförande]", "after: [genomforande]"),
    ("dossier.kommande_beslut.organ]", "dossier.kommande_beslut.organet]"),
    ("    unregulated: Policyn säger inte vem.\n", ""),
    ("    says: Fullmäktige beslutar.", "    sais: Fullmäktige beslutar."),
    ("    from: övervägande\n", ""),
    ("    distinct: metod\n", "    distinct: metodik\n"),
    ("    min: 2\n", "    min: två\n"),
    ("    also: [L-04]\n", ""),
    ("when: {övervägande.behövs: ja}", "when: {övervägande.behövs: kanske}"),
    ("{document: policy, heading: Återkoppling}", "{document: policyn, heading: Återkoppling}"),
    ("    to: deltagare\n", "    to: deltagarna\n"),
    ("    where: plan.barnrätt\n", "    where: plan.barn\n"),
    ("  - document: inbjudan\n", "  - document: inbjudningar\n"),
]


def test_twenty_planted_faults_are_twenty_faults() -> None:
    text = POLICY
    for old, new in PLANTED:
        text = changed(old, new, text)

    found = told(faults_of(text), text)

    assert found == [
        "rows: L-01..L-12 > 1 krav har varken en regel eller en plats under unchecked: L-04.",
        "standing: protokoll > Det finns ingen ställning protokoll. Det kan vara adopted, summary, minutes, law eller "
        "proposal.",
        "- {id: KF, name: kommunstyrelsen, type: styrelse} > Organet KF står två gånger.",
        "labels: {metod: Val av metod} > Det finns inget fält metod i underlaget plan. Menade du metoder?",
        "fields: [syfte, övervägande.syftet] > Det finns inget fält syftet i underlaget övervägande. "
        "Menade du syfte?",
        "- gate: dialogbeslut > back_to saknas i beslutspunkten dialogbeslut. Ett utfall där är go_back.",
        "outcomes: {bifall: go_on, avslag: slut, återremiss: go_back, vilande: stay} > Det finns ingen verkan slut. "
        "Det kan vara go_on, go_back, stop eller stay.",
        "- step: planering > done saknas i steget planering.",
        "- gate: sakbeslut > Beslutspunkten sakbeslut har ingen regel av sorten decided. Skriv en, eller under "
        "unregulated varför ingen finns.",
        "after: [genomforande] > Det finns ingen punkt genomforande. Menade du genomförande?",
        "decider: {named_in: [beslut.dialogbeslut.genomförande_organ, dossier.kommande_beslut.organet]} > "
        "Det finns inget fält organet i fältet kommande_beslut. Menade du organ?",
        "L-01: > before eller from saknas i regeln L-01. Det avgör när kravet gäller.",
        "sais: Fullmäktige beslutar. > Det finns inget nyckelord sais i regeln L-02. Menade du says?",
        "distinct: metodik > Det finns inget fält metodik i raderna. Menade du metod?",
        "min: två > min ska vara ett heltal, inte två.",
        "when: {övervägande.behövs: kanske} > Fältet behövs kan inte vara kanske. Det kan vara ja eller nej.",
        "to: deltagarna > Det finns ingen mottagare deltagarna. Menade du deltagare?",
        "source: {document: policyn, heading: Återkoppling} > Det finns ingen källa policyn. Menade du policy?",
        "where: plan.barn > Det finns inget fält barn i underlaget plan. Menade du barnrätt?",
        "- document: inbjudningar > Det finns ingen handling inbjudningar. Menade du inbjudan?",
    ]


def test_faults_stand_in_the_order_of_the_file() -> None:
    text = changed("rulebook: lillby", "rulbok: lillby", changed("    says: Tänk på barnen.\n", ""))

    places = [fault.place for fault in faults_of(text)]

    assert places == sorted(places)
    assert [place.line for place in places] == [1, 127]


def test_every_fault_has_a_stable_code() -> None:
    (fault,) = faults_of(changed("rows: L-01..L-12", "rows: tolv"))

    assert fault.code == "fel-rader"


@pytest.mark.parametrize("number", range(len(POLICY.splitlines())))
def test_a_lost_line_is_never_worse_than_a_fault(number: int) -> None:
    lines = POLICY.splitlines(keepends=True)

    faults_of("".join(lines[:number] + lines[number + 1 :]))


@pytest.mark.parametrize("value", ["", "text", "[a, b]", "{a: b}", "[{a: b}]", "[[a]]"])
@pytest.mark.parametrize(
    "key",
    [
        "rows",
        "sources",
        "organs",
        "audiences",
        "outcomes",
        "forms",
        "steps",
        "rules",
        "unchecked",
        "documents",
        "registers",
        "organisation",
        "incomplete",
        "fields",
    ],
)
def test_anything_at_all_can_stand_at_a_keyword(key: str, value: str) -> None:
    head = "rulebook: x\nversion: '1'\nformat: 1\nextends: vocabulary\n"

    assert faults_of(f"{head}{key}: {value}\n")
