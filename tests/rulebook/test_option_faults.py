"""The faults of options: what a kind cannot judge, and what options refer to."""

from __future__ import annotations

import pytest
from helpers.policies import changed, faults_of

FAULTS = {
    "one date is no order": (
        "[tillfällen.*.datum, beslut.sakbeslut.datum]",
        "[tillfällen.*.datum]",
        ["108:13 order jämför minst 2 sökvägar. Här står 1."],
    ),
    "one amount agrees with nothing": (
        "    kind: order\n    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n",
        "    kind: agrees\n    fields: plan.kostnad\n",
        ["108:13 agrees jämför minst 2 sökvägar. Här står 1."],
    ),
    "personal data of no known sort": (
        "    kind: order\n    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n",
        "    kind: free_of\n    what: [personnumer, skonummer]\n",
        [
            "108:12 Det finns inget slags uppgift som heter personnumer. Menade du personnummer?",
            "108:25 Det finns inget slags uppgift som heter skonummer. Menade du personnummer?",
        ],
    ),
    "personal data of nothing": (
        "    kind: order\n    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n",
        "    kind: free_of\n",
        ["105:3 what saknas i regeln L-08."],
    ),
    "rows of what has none": (
        "    rows: plan.metoder\n    where: {når_frånvarande: ja}\n    distinct: metod\n",
        "    rows: plan.syfte\n",
        ["80:11 plan.syfte är ingen tabell eller lista, så den har inga rader."],
    ),
    "the rows of a table by each of them": (
        "    rows: plan.metoder\n",
        "    rows: plan.metoder.*\n",
        ["80:11 rows ska vara det som har raderna. Skriv plan.metoder."],
    ),
    "the files of a form by each of them": (
        "    rows: plan.metoder\n    where: {når_frånvarande: ja}\n    distinct: metod\n",
        "    rows: tillfällen.*\n",
        ["80:11 rows ska vara det som har raderna. Skriv tillfällen."],
    ),
    "a single answer in each of several files": (
        "    rows: plan.metoder\n    where: {når_frånvarande: ja}\n    distinct: metod\n",
        "    rows: tillfällen.*.status\n",
        [
            "80:11 tillfällen.*.status är ingen tabell eller lista, så den har inga rader. "
            "Skriv tillfällen om det är filerna som räknas."
        ],
    ),
    "rows of a form with one file": (
        "    rows: plan.metoder\n    where: {når_frånvarande: ja}\n    distinct: metod\n",
        "    rows: plan\n",
        ["80:11 plan är ett enda underlag, så det har inga rader."],
    ),
    "an unknown field of the files that are counted": (
        "    rows: plan.metoder\n    where: {når_frånvarande: ja}\n    distinct: metod\n",
        "    rows: tillfällen\n    where: {läge: genomfört}\n",
        ["81:13 Det finns inget fält läge i raderna. Det kan vara datum, status eller antal."],
    ),
    "a bound that has several values": (
        "    kind: order\n    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n",
        "    kind: number\n    fields: plan.kostnad\n    max_from: tillfällen.*.antal\n",
        [
            "109:15 tillfällen.*.antal är inte ett enda tal för vart och ett som regeln prövar. "
            "Välj ett fält för sig, eller en kolumn i samma rad eller fil."
        ],
    ),
    "a bound that is no number": (
        "    kind: order\n    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n",
        "    kind: number\n    fields: tillfällen.*.antal\n    max_from: tillfällen.*.status\n",
        ["109:15 tillfällen.*.status är av typen choice. number behöver number eller amount."],
    ),
    "a number without a bound": (
        "    kind: order\n    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n",
        "    kind: number\n    fields: tillfällen.*.antal\n",
        ["105:3 min, max, min_from eller max_from saknas i regeln L-08."],
    ),
    "several tables": (
        "    rows: plan.metoder\n",
        "    rows: [plan.metoder, resultat.teman]\n",
        ["80:26 rows är bara en sökväg, inte en lista."],
    ),
    "a number in every row of texts": (
        "    kind: order\n    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n",
        "    kind: number\n    fields: tillfällen.*.status\n    min: 1\n",
        ["108:13 tillfällen.*.status är av typen choice. number behöver number eller amount."],
    ),
    "rows without a grid": (
        "    fields: beslut.sakbeslut.underlag\n    values: resultat\n",
        "    rows: plan.metoder\n    values: resultat\n",
        ["118:3 rows och combinations hör ihop. En av dem saknas i regeln L-10."],
    ),
    "an unknown column of a grid": (
        "    fields: beslut.sakbeslut.underlag\n    values: resultat\n",
        "    rows: plan.metoder\n    combinations: {metoden: gåtur, når_frånvarande: [ja, nej]}\n",
        ["122:20 Det finns inget fält metoden i raderna. Menade du metod?"],
    ),
    "an unknown value in a grid": (
        "    fields: beslut.sakbeslut.underlag\n    values: resultat\n",
        "    rows: plan.metoder\n    combinations: {metod: gåtyr, når_frånvarande: [ja, nej]}\n",
        ["122:27 Fältet metod kan inte vara gåtyr. Menade du gåtur?"],
    ),
    "an unknown field beside": (
        "    values: resultat\n",
        "    values_from: tillfällen.*.datum\n    where: {läge: genomfört}\n",
        ["123:13 Det finns inget fält läge i raderna. Det kan vara datum, status eller antal."],
    ),
    "a value that the field beside cannot have": (
        "    values: resultat\n",
        "    values_from: tillfällen.*.datum\n    where: {status: genomförd}\n",
        ["123:21 Fältet status kan inte vara genomförd. Menade du genomfört?"],
    ),
    "an unknown organ that takes a stand": (
        "    kind: statement\n",
        "    kind: statement\n    by: KD\n",
        ["69:9 Det finns inget organ KD. Det kan vara KF eller KS."],
    ),
    "an unknown organ among those allowed": (
        "    kind: order\n    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n",
        "    kind: one_of\n    fields: beslut.sakbeslut.organ\n    organs: [KF, KD]\n",
        ["109:18 Det finns inget organ KD. Det kan vara KF eller KS."],
    ),
    "an unknown type among those allowed": (
        "    kind: order\n    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n",
        "    kind: one_of\n    fields: beslut.sakbeslut.organ\n    organ_types: nämd\n",
        ["109:18 Det finns inget slags organ som heter nämd. Menade du nämnd?"],
    ),
    "nothing that is allowed": (
        "    kind: order\n    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n",
        "    kind: one_of\n    fields: beslut.sakbeslut.organ\n",
        ["105:3 values, organs eller organ_types saknas i regeln L-08."],
    ),
    "an unknown form to watch": (
        "    kind: order\n    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n",
        "    kind: unchanged\n    forms: [planen]\n    since: dialogbeslut\n",
        ["108:13 Det finns inget underlag planen. Menade du plan?"],
    ),
    "an option that is empty": (
        "    to: deltagare\n",
        "    to:\n",
        ["113:5 to saknas i regeln L-09."],
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_tells_where_and_what(old: str, new: str, said: list[str]) -> None:
    found = faults_of(changed(old, new))

    assert [f"{fault.place.line}:{fault.place.column} {fault.message}" for fault in found] == said
