"""Rules that are rightly written and can still never say anything, and documents that could not be
made: each as the checker says it.
"""

from __future__ import annotations

import pytest
from helpers.policies import VOCABULARY, changed, faults_of, load

from dialogcli.disk.folders import templates_folder
from dialogcli.rulebook.loader import (
    available_rulebooks,
    load_rulebook,
    read_root,
    shared_sources,
)
from dialogcli.rulebook.mapping_reader import Faults
from dialogcli.rulebook.soundness import questions
from dialogcli.rulebook.vocabulary import read_vocabulary

FAULTS = {
    "days compared with themselves": (
        "dates: [tillfällen.*.datum, beslut.sakbeslut.datum]",
        "dates: [tillfällen.*.datum, tillfällen.*.datum]",
        ["108:5 tillfällen.*.datum står två gånger, så det jämförs med sig självt."],
    ),
    "a table that is to cover itself": (
        "    values: resultat\n",
        "    values_from: beslut.sakbeslut.underlag\n",
        ["122:5 beslut.sakbeslut.underlag jämförs med sig självt, så kravet är alltid uppfyllt."],
    ),
    "more at the least than at the most": (
        "    min: 2\n",
        "    min: 2\n    max: 1\n",
        ["84:5 max är 1 och min är 2. Inget antal kan uppfylla kravet."],
    ),
    "at least nothing": (
        "    min: 2\n",
        "    min: 0\n",
        ["83:5 min är 0, så kravet är alltid uppfyllt. Skriv minst 1, eller ett max."],
    ),
    "what is refused cannot be there": (
        "    kind: statement\n    fields: övervägande.behövs\n",
        "    kind: forbidden\n    fields: övervägande.behövs\n    values: nej\n"
        "    when: {övervägande.behövs: ja}\n",
        [
            "71:5 övervägande.behövs är ja när kravet gäller, så det är alltid uppfyllt. "
            "Ändra when eller values."
        ],
    ),
    "what is allowed is always there": (
        "    kind: statement\n    fields: övervägande.behövs\n",
        "    kind: one_of\n    fields: övervägande.behövs\n    values: [ja, nej]\n"
        "    when: {övervägande.behövs: ja}\n",
        [
            "71:5 övervägande.behövs är ja när kravet gäller, så det är alltid uppfyllt. "
            "Ändra when eller values."
        ],
    ),
    "a condition on an outcome that the gate has not": (
        "    when: {övervägande.behövs: ja}\n",
        "    when: {beslut.dialogbeslut.utfall: [bifall, tillstyrkt]}\n",
        [
            "93:5 Fullmäktiges beslut har inget utfall tillstyrkt. "
            "Det som går är bifall, avslag, återremiss eller vilande."
        ],
    ),
    "an outcome that is asked for and that the gate has not": (
        "    kind: covers\n    fields: beslut.sakbeslut.underlag\n    values: resultat\n",
        "    kind: one_of\n    fields: beslut.sakbeslut.utfall\n    values: [bifall, vilande]\n",
        ["122:5 Beslut i sakfrågan har inget utfall vilande. Det som går är bifall eller avslag."],
    ),
    "a condition that ends the dialogue at a step": (
        "    when: {övervägande.behövs: ja}\n",
        "    when: {övervägande.behövs: nej}\n",
        [
            "93:5 När övervägande.behövs är nej är dialogen avslutad vid Övervägande. "
            "Då kommer Genomförande aldrig."
        ],
    ),
    "a condition that ends the dialogue at a gate": (
        "    when: {övervägande.behövs: ja}\n",
        "    when: {beslut.dialogbeslut.utfall: avslag}\n",
        [
            "93:5 När beslut.dialogbeslut.utfall är avslag är dialogen avslutad vid Fullmäktiges beslut. "
            "Då kommer Genomförande aldrig."
        ],
    ),
    "conditions that exclude each other": (
        "    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n",
        "    dates: [tillfällen.*.datum, resultat.datum]\n"
        "    when: {beslut.sakbeslut.utfall: bifall, beslut.dialogbeslut.utfall: avslag}\n",
        [
            "109:5 När beslut.dialogbeslut.utfall är avslag är dialogen avslutad vid Fullmäktiges beslut. "
            "Då kommer Beslut i sakfrågan aldrig."
        ],
    ),
    "a way back that leads on": (
        "    back_to: övervägande\n",
        "    back_to: planering\n",
        [
            "51:5 back_to leder framåt: planering kommer inte före dialogbeslut. "
            "Skriv ett steg som ska göras om."
        ],
    ),
    "a way back to the gate itself": (
        "    back_to: övervägande\n",
        "    back_to: dialogbeslut\n",
        [
            "51:5 back_to leder framåt: dialogbeslut kommer inte före dialogbeslut. "
            "Skriv ett steg som ska göras om."
        ],
    ),
}


def said(text: str, vocabulary: str = VOCABULARY) -> list[str]:
    found = faults_of(text, vocabulary)
    return [f"{fault.place.line}:{fault.place.column} {fault.message}" for fault in found]


@pytest.mark.parametrize(("old", "new", "told"), FAULTS.values(), ids=FAULTS.keys())
def test_tells_where_and_what(old: str, new: str, told: list[str]) -> None:
    assert said(changed(old, new)) == told


def test_what_the_rows_of_a_range_share_is_told_once() -> None:
    rows = "      L-07: plan.metoder\n"
    text = changed(rows, f"{rows}    when: {{övervägande.behövs: nej}}\n")
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # a rule about the answer that ends it is judged all the same
        (
            "    kind: statement\n    fields: övervägande.behövs\n    from: övervägande\n",
            "    kind: statement\n    fields: övervägande.behövs\n    before: genomförande\n"
            "    when: {övervägande.behövs: nej}\n",
        ),
        # not every outcome ends it
        (
            "    when: {övervägande.behövs: ja}\n",
            "    when: {beslut.dialogbeslut.utfall: [avslag, bifall]}\n",
        ),
        ("    min: 2\n", "    min: 0\n    max: 3\n"),
    ],
)
def test_what_can_happen_is_no_fault(old: str, new: str) -> None:
    assert said(changed(old, new)) == []


DOCUMENTS = VOCABULARY.replace(
    "  inbjudan: {title: Inbjudan, template: inbjudan}\n",
    "  inbjudan: {title: Inbjudan, template: inbjudan}\n"
    "  schema: {title: Schema, template: handlingsplan, made_of: forms}\n"
    "  sammandrag: {title: Sammandrag, template: sammandrag, made_of: form}\n"
    "  plan: {title: Plan, template: handlingsplan, made_of: forms}\n"
    "  anteckning: {title: Anteckning, template: anteckning, each: tillfällen, made_of: item}\n",
)
OF_A_FORM = (
    "Handlingen schema behöver ett underlag: skriv shows: [UNDERLAG]. "
    "Det här finns: dossier, övervägande, plan och resultat."
)


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ("schema", [f"146:6 {OF_A_FORM}"]),
        ("schema, shows: [plan.syfte]", [f"146:24 {OF_A_FORM}"]),
        ("schema, shows: [tillfällen]", [f"146:24 {OF_A_FORM}"]),
        ("schema, shows: [plan, övervägande]", []),
        ("schema, shows: [plan, resultat.datum]", []),
        ("schema, template: eget, shows: [plan.syfte]", []),
        ("plan", []),
        (
            "schema, shows: [plan, övervägande.syfte]",
            [
                "146:38 Handlingen schema visar hela underlag. "
                "Där skulle övervägande.syfte inte synas. Ta bort det ur shows."
            ],
        ),
        (
            "schema, shows: [plan, övervägande.syte]",
            ["146:38 Det finns inget fält syte i underlaget övervägande. Menade du syfte?"],
        ),
        (
            "sammandrag, shows: [plan, övervägande]",
            [
                "146:42 Handlingen sammandrag visar bara ett underlag, plan. "
                "Där skulle övervägande inte synas. Ta bort det ur shows."
            ],
        ),
        (
            "anteckning, shows: [plan]",
            [
                "146:36 Handlingen anteckning visar inget ur shows. "
                "Där skulle plan inte synas. Ta bort det ur shows."
            ],
        ),
    ],
)
def test_a_document_that_could_not_be_made_or_would_leave_something_out(
    document: str, told: list[str]
) -> None:
    last = "  - document: inbjudan\n    after: planering\n"
    text = changed(last, f"{last}  - {{document: {document}, after: planering}}\n")
    assert said(text, DOCUMENTS) == told


def test_what_the_shipped_templates_print_is_what_the_vocabulary_says() -> None:
    faults = Faults()
    root = read_root(*shared_sources()[0], faults)
    assert root is not None
    for id_, block in read_vocabulary(root, faults).documents.items():
        name = f"{block.text('template')}.md.j2"
        template = (templates_folder() / "documents" / name).read_text("utf-8")
        whole = "sections[document.form]" in template
        says = "forms" if whole and "in annexes" in template else "form" if whole else ""
        if not whole and " shows " not in template:
            says = "item"
        assert block.text("made_of") == says, id_


def asked(old: str, new: str) -> list[str]:
    return list(questions(load(changed(old, new))))


BETWEEN = "  - step: planering\n    name: Planering\n"
BALLOT = "  - step: omröstning\n    name: Omröstning\n    done: [plan.syfte]\n"
SECOND = """\
  - gate: planbeslut
    name: Beslut om planen
    decider: {organ: KS}
    outcomes: {bifall: go_on}
    unregulated: Policyn säger inte vem.
"""


def test_a_step_of_its_own_between_two_decisions_is_asked_whether_it_leaves_a_trace() -> None:
    said = [
        "Steget Omröstning står mellan två beslut. Lämnar steget spår? "
        "Skriv event: true, eller event: false."
    ]
    assert asked(BETWEEN, f"{BALLOT}{SECOND}{BETWEEN}") == said
    assert asked(BETWEEN, f"{BALLOT}    event: true\n{SECOND}{BETWEEN}") == []
    assert asked(BETWEEN, f"{BALLOT}    event: false\n{SECOND}{BETWEEN}") == []
    assert asked(BETWEEN, f"{BALLOT}{BETWEEN}") == []


def test_a_rulebook_in_which_nothing_leaves_a_trace() -> None:
    silent = "  - step: genomförande\n"
    assert asked(silent, f"{silent}    event: false\n") == [
        "Inget steg lämnar spår. Då prövas bara besluten mot det som kommer före dem. "
        "Skriv event: true i ett steg som möter världen."
    ]


def test_nothing_is_asked_of_the_shipped_rulebooks() -> None:
    for id_, _ in available_rulebooks():
        assert list(questions(load_rulebook(id_))) == [], id_
