"""The faults of forms, fields and sections."""

from __future__ import annotations

import pytest
from helpers.policies import changed, faults_of

FAULTS = {
    "a fact that is no day": (
        "    fields: [datum, ",
        "    facts: kostnad\n    fields: [datum, ",
        ["31:12 kostnad är inget datum i underlaget plan."],
    ),
    "a plan that is no day": (
        "    fields: [datum, ",
        "    plans: [datum, kostnad]\n    fields: [datum, ",
        ["31:20 kostnad är inget datum i underlaget plan."],
    ),
    "an unknown field": (
        "    fields: [behövs, syfte]\n  plan",
        "    fields: [behövs, syfet]\n  plan",
        [
            "28:22 Underlaget övervägande har ett fält syfet som inte finns i ordlistan. Menade du syfte?"
        ],
    ),
    "the same field twice": (
        "    fields: [behövs, syfte]\n  plan",
        "    fields: [behövs, behövs, syfte]\n  plan",
        ["28:22 Fältet behövs står två gånger i underlaget övervägande."],
    ),
    "a field that the shared form has": (
        "    add: [antal]\n",
        "    add: [datum]\n",
        ["41:11 Fältet datum står två gånger i underlaget resultat."],
    ),
    "fields of a shared form": (
        "    add: [antal]\n",
        "    fields: [antal]\n",
        [
            "41:5 Det finns inget nyckelord fields i underlaget resultat. Det kan vara title, add, facts, plans, "
            "labels, questions, guidance eller sections."
        ],
    ),
    "no title": (
        "    title: Övervägande\n    fields",
        "    fields",
        ["26:3 title saknas i underlaget övervägande."],
    ),
    "no fields": (
        "    fields: [behövs, syfte]\n  plan",
        "  plan",
        ["26:3 fields saknas i underlaget övervägande."],
    ),
    "a label for an unknown field": (
        "labels: {metoder:",
        "labels: {metod:",
        ["32:14 Det finns inget fält metod i underlaget plan. Menade du metoder?"],
    ),
    "a question for an unknown field": (
        "labels: {metoder:",
        'questions: {metod: "Vilka?"}\n    labels: {metoder:',
        ["32:17 Det finns inget fält metod i underlaget plan. Menade du metoder?"],
    ),
    "two questions for one field": (
        "labels: {metoder:",
        "questions: {metoder: [Vilka?, Varför?]}\n    labels: {metoder:",
        ["32:26 metoder ska vara en text, inte en lista."],
    ),
    "guidance for an unknown field": (
        "labels: {metoder:",
        "guidance: {metod: Välj två.}\n    labels: {metoder:",
        ["32:16 Det finns inget fält metod i underlaget plan. Menade du metoder?"],
    ),
    "an unknown key field": (
        "    title: Övervägande\n    fields",
        "    title: Övervägande\n    items: datum\n    fields",
        [
            "28:12 Det finns inget fält datum i underlaget övervägande. Det kan vara behövs eller syfte."
        ],
    ),
    "two forms with one file name": (
        "    add: [antal]\n",
        "    add: [antal]\n  Plan:\n    title: P\n    fields: [titel]\n",
        ["42:3 Underlagen plan och Plan får samma filnamn: plan."],
    ),
    "an unknown field in a section": (
        "fields: [syfte, övervägande.syfte]",
        "fields: [syfte, övervägande.syftet]",
        ["36:25 Det finns inget fält syftet i underlaget övervägande. Menade du syfte?"],
    ),
    "an unknown form in a section": (
        "fields: [syfte, övervägande.syfte]",
        "fields: [syfte, övervägandet.syfte]",
        ["36:25 Det finns inget underlag övervägandet. Menade du övervägande?"],
    ),
    "a field in two sections": (
        "fields: [syfte, övervägande.syfte]",
        "fields: [syfte, plan.metoder]",
        ["39:17 Fältet plan.metoder står i två avsnitt."],
    ),
    "two sections with one name": (
        "      - section: metod\n",
        "      - section: syfte\n",
        ["37:9 Avsnittet syfte står två gånger."],
    ),
    "an unknown type of organ": (
        "type: styrelse}",
        "type: styrelsen}",
        ["19:43 Det finns inget slags organ som heter styrelsen. Menade du styrelse?"],
    ),
    "the same organ twice": (
        "{id: KS,",
        "{id: KF,",
        ["19:6 Organet KF står två gånger."],
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_tells_where_and_what(old: str, new: str, said: list[str]) -> None:
    found = faults_of(changed(old, new))

    assert [f"{fault.place.line}:{fault.place.column} {fault.message}" for fault in found] == said
