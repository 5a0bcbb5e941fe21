"""The faults of the vocabulary, which every rulebook leans on."""

from __future__ import annotations

import pytest
from helpers.policies import METHODS, VOCABULARY, changed, faults_of

FAULTS = {
    "no type": (
        "status: {type: choice, choices",
        "status: {choices",
        "type saknas i fältet status.",
    ),
    "an unknown type": (
        "antal: {type: number,",
        "antal: {type: nummer,",
        "Det finns ingen fälttyp nummer. Menade du number?",
    ),
    "no label": (", label: Antal}", "}", "label saknas i fältet antal."),
    "a choice without choices": (
        "choices: [planerat, genomfört, inställt], ",
        "",
        "choices saknas i fältet status.",
    ),
    "the meaning of an unknown choice": (
        "inställt], label: Status",
        "inställt], explained: {genomför: det har varit}, label: Status",
        "Det finns inget val i fältet status som heter genomför. Menade du genomfört?",
    ),
    "the meaning of the choices of a text": (
        "syfte: {type: prose,",
        "syfte: {type: prose, explained: {a: b},",
        "explained hör till fält av typen choice, men fältet syfte har typen prose.",
    ),
    "an unknown catalogue": (
        "catalogue: metoder",
        "catalogue: metod",
        "Det finns ingen katalog metod. Menade du metoder?",
    ),
    "a text that would be political": (
        "syfte: {type: prose,",
        "syfte: {type: prose, political: true,",
        "political hör till fält med organ, men fältet syfte har typen prose.",
    ),
    "the least that a text can be": (
        "syfte: {type: prose,",
        "syfte: {type: prose, min: 1,",
        "min hör till fält med tal, men fältet syfte har typen prose.",
    ),
    "a least that is no number": (
        "antal: {type: number,",
        "antal: {type: number, min: få,",
        "min ska vara ett heltal, inte få.",
    ),
    "answers of a text": (
        "syfte: {type: prose,",
        "syfte: {type: prose, answers: [ja],",
        "answers hör till fält av typen statement, men fältet syfte har typen prose.",
    ),
    "a table without columns": (
        "columns: [tema, disposition], ",
        "",
        "columns saknas i fältet teman.",
    ),
    "an unknown column": (
        "[tema, disposition]",
        "[temat, disposition]",
        "Fältet teman har ett fält temat som inte finns i ordlistan. Menade du tema?",
    ),
    "a table in itself": (
        "[tema, disposition]",
        "[tema, disposition, teman]",
        "Fältet teman innehåller sig självt.",
    ),
    "a key that is no column": (
        "[tema, disposition]",
        "[tema, disposition], key: [tema, synpunkt]",
        "Det finns ingen kolumn i fältet teman som heter synpunkt. Det kan vara tema eller disposition.",
    ),
    "a key of what has no rows": (
        "handläggare: {type: text,",
        "handläggare: {type: text, key: titel,",
        "key hör till fält av typen table, men fältet handläggare har typen text.",
    ),
    "neither one nor many": (
        "handläggare: {type: text,",
        "handläggare: {type: text, many: ja,",
        "many ska vara true eller false, inte ja.",
    ),
    "a misspelt keyword": (
        "guidance: Några ord",
        "guidanse: Några ord",
        "Det finns inget nyckelord guidanse i fältet titel. Menade du guidance?",
    ),
    "a document without a template": (
        ", template: inbjudan}",
        "}",
        "template saknas i handlingen inbjudan.",
    ),
    "a shared form with an unknown field": (
        "    fields: [titel, handläggare,",
        "    fields: [titel, handlaggare,",
        "Underlaget dossier har ett fält handlaggare som inte finns i ordlistan. Menade du handläggare?",
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_tells_what_is_wrong_in_the_vocabulary(old: str, new: str, said: str) -> None:
    found = faults_of(vocabulary=changed(old, new, VOCABULARY))

    assert [(fault.place.file, fault.message) for fault in found] == [("vocabulary.yaml", said)]


def test_what_is_no_yaml_is_told_of_all_three_files() -> None:
    found = faults_of("rulebook: [", "vocabulary: [", "methods: [")

    assert {fault.place.file for fault in found} == {
        "lillby/rulebook.yaml",
        "vocabulary.yaml",
        "methods.yaml",
    }


def test_methods_have_names() -> None:
    (fault,) = faults_of(methods=METHODS + "  enkät: [Enkät]\n")

    assert str(fault.place) == "methods.yaml:4:10"
    assert fault.message == "enkät ska vara en text, inte en lista."
