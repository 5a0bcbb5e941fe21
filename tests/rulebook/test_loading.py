"""What a loaded rulebook holds: the language's words as the engine's model."""

from __future__ import annotations

import unicodedata

import pytest
from helpers.policies import POLICY, VOCABULARY, changed, load

from dialogcli.base.fieldtypes import Shape
from dialogcli.base.findings import Citation, Severity
from dialogcli.rulebook.model import (
    Decider,
    Done,
    Gate,
    Modality,
    Organ,
    Section,
    SourceDocument,
    Step,
)
from dialogcli.rulebook.sources import requirements


def test_the_head() -> None:
    book = load()

    assert (book.id, book.version, book.organisation) == ("lillby", "1", "Lillby kommun")
    assert book.rows[0] == "L-01"
    assert book.rows[-1] == "L-12"
    assert len(book.rows) == 12
    assert book.organs == (
        Organ("KF", "kommunfullmäktige", "fullmäktige"),
        Organ("KS", "kommunstyrelsen", "styrelse"),
    )
    assert book.audiences == {"deltagare": "De som deltog", "allmänheten": "Allmänheten"}


def test_sources_know_what_they_weigh() -> None:
    book = load()

    assert book.main_source == SourceDocument(
        "policy",
        "Policy för dialog",
        "adopted",
        Severity.FEL,
        "policyn",
        {"by": "kommunfullmäktige", "date": "2020-05-04", "paragraph": "7", "dnr": "KS 1, KS 2"},
    )
    assert book.sources["protokoll"].severity is Severity.VARNING


def test_own_forms_stand_between_the_dossier_and_the_other_shared_ones() -> None:
    assert list(load().forms) == [
        "dossier",
        "övervägande",
        "plan",
        "beslut",
        "tillfällen",
        "resultat",
        "återkoppling",
    ]


def test_additions_to_shared_forms() -> None:
    forms = load().forms

    assert list(forms["resultat"].fields) == ["datum", "teman", "antal"]
    assert list(forms["beslut"].fields) == [
        "beslutspunkt",
        "organ",
        "datum",
        "utfall",
        "motivering",
        "underlag",
        "genomförande_organ",
        "nytt_datum",
    ]


def test_files_and_folders() -> None:
    forms = load().forms

    assert (forms["övervägande"].file, forms["tillfällen"].file) == (
        "overvagande.yaml",
        "tillfallen",
    )


def test_labels_are_the_policys_own_words() -> None:
    plan = load().forms["plan"]

    assert plan.fields["metoder"].name == '"Val av metod"'
    assert plan.fields["syfte"].name == "Syfte"


def test_a_form_asks_and_guides_in_its_own_way() -> None:
    text = changed(
        "    labels: {metoder: Val av metod}\n",
        '    questions: {datum: "När är planen daterad?"}\n    guidance: {datum: Dagen då ni skrev den.}\n',
    )
    mine, others = (
        load(text).forms["plan"].fields["datum"],
        load(text).forms["resultat"].fields["datum"],
    )

    assert (mine.question, mine.guidance, mine.label) == (
        "När är planen daterad?",
        "Dagen då ni skrev den.",
        "Datum",
    )
    assert (others.question, others.guidance) == ("", "")


def test_sections_claim_fields_of_any_form_and_the_rest_comes_first() -> None:
    forms = load().forms

    assert forms["plan"].sections == (
        Section("plan", "Plan", ("plan.datum", "plan.kostnad", "plan.barnrätt")),
        Section("syfte", "Syfte", ("plan.syfte", "övervägande.syfte")),
        Section("metod", "Val av metod", ("plan.metoder",)),
    )
    assert forms["övervägande"].sections == (
        Section("övervägande", "Övervägande", ("övervägande.behövs",)),
    )


def test_a_form_whose_fields_are_all_claimed_has_no_section_of_its_own() -> None:
    text = changed(
        "fields: [syfte, övervägande.syfte]",
        "fields: [syfte, övervägande.syfte, övervägande.behövs]",
    )

    assert load(text).forms["övervägande"].sections == ()


def test_fields() -> None:
    forms = load().forms
    titel, teman = forms["dossier"].fields["titel"], forms["resultat"].fields["teman"]

    assert (titel.question, titel.guidance, titel.example) == (
        "Vad handlar dialogen om?",
        "Några ord",
        "Skoltomten",
    )
    assert teman.type.shape is Shape.ROWS
    assert list(teman.parts) == ["tema", "disposition"]
    assert forms["återkoppling"].fields["kanal"].many


def test_choices_lead_to_what_is_shown() -> None:
    forms = load().forms

    assert forms["resultat"].fields["teman"].parts["disposition"].choices == {
        "påverkar": "Påverkar beslutet",
        "inte": "Påverkar inte",
    }
    words = changed(
        "inställt], label: S",
        "inställt], explained: {inställt: blev inte av}, label: S",
        VOCABULARY,
    )
    status = load(vocabulary=words).forms["tillfällen"].fields["status"]
    assert status.choices["inställt"] == "inställt"
    assert status.offered["inställt"] == "inställt (blev inte av)"
    assert forms["plan"].fields["metoder"].parts["metod"].choices == {
        "fokusgrupp": "Fokusgrupp",
        "gåtur": "Gåtur",
    }
    assert forms["återkoppling"].fields["till"].choices == {
        "deltagare": "De som deltog",
        "allmänheten": "Allmänheten",
    }


def test_a_statement_has_a_svar_only_with_answers() -> None:
    forms = load().forms

    assert list(forms["övervägande"].fields["behövs"].parts) == ["svar", "skäl", "av", "datum"]
    assert list(forms["plan"].fields["barnrätt"].parts) == ["skäl", "av", "datum"]


def test_steps_follow_the_entry_above_and_lean_on_the_vocabulary() -> None:
    entries = load().entries

    assert entries["övervägande"] == Step(
        "övervägande",
        "Övervägande",
        (),
        Done(("övervägande.behövs",)),
        {"övervägande.behövs": ("nej",)},
    )
    assert entries["genomförande"] == Step(
        "genomförande",
        "Genomförande",
        ("planering",),
        Done(values={"tillfällen.*.status": ("genomfört", "inställt")}),
    )


def test_a_step_can_say_whose_turn_it_is() -> None:
    steps = load(
        changed("    name: Planering\n", "    name: Planering\n    who: handläggaren\n")
    ).entries

    assert (steps["planering"].who, steps["övervägande"].who) == ("handläggaren", "")


def test_gates() -> None:
    entries = load().entries

    assert entries["dialogbeslut"] == Gate(
        "dialogbeslut",
        "Fullmäktiges beslut",
        ("övervägande",),
        (Decider(organs=("KF",)),),
        {"bifall": "go_on", "avslag": "stop", "återremiss": "go_back", "vilande": "stay"},
        "övervägande",
        ("övervägande",),
        ("genomförande_organ",),
        ("Dialog om {dossier.titel} ska genomföras.",),
    )
    assert isinstance(gate := entries["sakbeslut"], Gate)
    assert gate.deciders[0].named_in == (
        "beslut.dialogbeslut.genomförande_organ",
        "dossier.kommande_beslut.organ",
    )


def test_variants_of_a_decider() -> None:
    text = changed(
        "decider: {organ: KF}",
        "decider:\n      - {when: {övervägande.behövs: ja}, organ: [KF, KS]}\n"
        "      - {organ_type: nämnd, role: ordförande}",
    )
    gate = load(text).entries["dialogbeslut"]

    assert isinstance(gate, Gate)
    assert gate.deciders == (
        Decider(organs=("KF", "KS"), when={"övervägande.behövs": ("ja",)}),
        Decider(organ_types=("nämnd",), role="ordförande"),
    )


def test_outcomes_of_the_vocabulary_and_its_own() -> None:
    assert load().outcomes == {
        "bifall": (),
        "avslag": ("motivering",),
        "återremiss": ("motivering", "nytt_datum"),
        "vilande": ("motivering",),
    }


def test_a_rule() -> None:
    rule = load().rules["L-03a"]

    assert rule.options == {
        "rows": ("plan.metoder",),
        "where": {"når_frånvarande": ("ja",)},
        "distinct": "metod",
        "min": 2,
    }
    assert (rule.says, rule.kind.word, rule.before, rule.from_, rule.unless, rule.also) == (
        "Minst två metoder används.",
        "count",
        "genomförande",
        "",
        "plan.syfte",
        ("L-04",),
    )
    assert rule.waivable


@pytest.mark.parametrize(
    ("written", "sentences"),
    [
        ("Skriv till nämnden.", ("Skriv till nämnden.",)),
        ("[Skriv till nämnden., Eller ring.]", ("Skriv till nämnden.", "Eller ring.")),
    ],
)
def test_a_rule_can_say_what_to_do_instead(written: str, sentences: tuple[str, ...]) -> None:
    text = changed("    kind: decided\n", f"    kind: decided\n    instead: {written}\n")

    assert load(text).rules["L-02"].instead == sentences
    assert load().rules["L-02"].instead == ()


def test_a_citation_has_the_sources_title() -> None:
    assert load().rules["L-02"].source == Citation("Policy för dialog", "Beslut", "Så beslutas")
    assert [citation.document for citation in load().rules["L-03b"].citations] == [
        "Policy för dialog",
        "Protokoll 5 maj",
    ]


def test_what_one_looks_at_is_several_paths_and_what_one_compares_with_is_one() -> None:
    rules = load().rules

    assert rules["L-09"].options == {
        "to": "deltagare",
        "after": "resultat.datum",
        "fields": ("kanal",),
    }
    assert rules["L-10"].options == {
        "fields": ("beslut.sakbeslut.underlag",),
        "values": ("resultat",),
    }


def test_options_have_the_defaults_of_their_kind() -> None:
    assert load().rules["L-01"].options == {"fields": ("övervägande.behövs",), "length": 20}


def test_a_range_is_one_rule_for_each_row() -> None:
    rules = load().rules

    assert [rules[row].fields for row in ("L-05", "L-06", "L-07")] == [
        ("plan.datum",),
        ("plan.syfte", "plan.kostnad"),
        ("plan.metoder",),
    ]
    assert {rules[row].says for row in ("L-05", "L-06", "L-07")} == {"Planen har sina delar."}


@pytest.mark.parametrize(
    ("rule", "severity"),
    [
        ("L-02", Severity.FEL),  # ska, in an adopted document
        ("L-03b", Severity.VARNING),  # bör, in an adopted document
        ("L-05", Severity.VARNING),  # ska, in minutes
        ("L-10", Severity.VARNING),  # given by the rule
    ],
)
def test_severity_is_the_weaker_of_source_and_modality(rule: str, severity: Severity) -> None:
    assert load().rules[rule].severity is severity


@pytest.mark.parametrize("modality", ["kan", "princip", "definition", "uppgift"])
def test_what_is_no_obligation_is_worth_knowing(modality: str) -> None:
    rule = load(changed("modality: bör", f"modality: {modality}")).rules["L-03b"]

    assert (rule.severity, rule.modality) == (Severity.UPPLYSNING, Modality(modality))


def test_no_waiver_from_who_decides() -> None:
    assert not load().rules["L-02"].waivable


def test_rows_without_a_check() -> None:
    unchecked = load().unchecked

    assert (unchecked["L-11"].as_, unchecked["L-11"].where, unchecked["L-11"].modality) == (
        "guidance",
        "plan.barnrätt",
        Modality.SKA,
    )
    assert unchecked["L-12"].modality is Modality.PRINCIP


def test_documents_take_title_and_template_from_the_vocabulary() -> None:
    memo, invitation = load().documents

    assert (memo.title, memo.template, memo.before, memo.leads_with, memo.shows) == (
        "Förslag om dialog",
        "tjansteskrivelse",
        "dialogbeslut",
        ("övervägande.behövs",),
        ("övervägande", "plan.syfte"),
    )
    assert (invitation.title, invitation.template, invitation.after) == (
        "Inbjudan",
        "inbjudan",
        "planering",
    )


def test_registers_over_the_dossiers_and_of_their_own() -> None:
    registers = load().registers

    assert (registers["överväganden"].from_, registers["överväganden"].columns) == (
        "övervägande",
        ("behövs", "syfte"),
    )
    assert registers["områden"].own


def test_a_rule_can_look_at_a_register() -> None:
    text = changed("    dates: [tillfällen.*.datum,", "    dates: [områden.*.datum,")

    assert load(text).rules["L-08"].fields == ("områden.*.datum", "beslut.sakbeslut.datum")


def test_an_incomplete_rulebook_may_leave_rows_for_later() -> None:
    text = changed("sources:\n", "incomplete: true\nsources:\n", changed("    also: [L-04]\n", ""))

    assert [row.id for row in requirements(load(text)) if not row.accounts] == ["L-04"]


def test_words_spelled_with_loose_accents_are_the_same_words() -> None:
    book = load(unicodedata.normalize("NFD", POLICY))

    assert "övervägande" in book.forms
    assert book.rules["L-01"].fields == ("övervägande.behövs",)


def test_a_field_of_its_own_goes_before_the_vocabularys() -> None:
    text = changed("forms:\n", "fields:\n  syfte: {type: text, label: Mening}\nforms:\n")

    assert load(text).forms["plan"].fields["syfte"].label == "Mening"


def test_a_document_can_have_a_layout_and_a_template_of_its_own() -> None:
    text = changed(
        "    after: planering\n",
        "    after: planering\n    template: kallelse\n    layouts: [affisch, brev]\n    layout: brev\n",
    )
    invitation = load(text).documents[1]

    assert (invitation.layout, invitation.template) == ("brev", "kallelse")


def test_a_document_has_the_first_layout_of_its_template_unless_another_is_chosen() -> None:
    chosen = load(changed("    title: Förslag om dialog\n", "    layout: bakgrund-först\n"))

    assert [document.layout for document in load().documents] == ["beslut-först", ""]
    assert chosen.documents[0].layout == "bakgrund-först"
    assert chosen.layouts == {"tjänsteskrivelse": ("beslut-först", "bakgrund-först")}


def test_a_document_can_be_made_for_every_file_of_a_form() -> None:
    text = changed("    after: planering\n", "    after: planering\n    each: tillfällen\n")

    assert load(text).documents[1].each == "tillfällen"


def test_a_document_can_be_for_some_of_the_files_only() -> None:
    text = changed(
        "    after: planering\n",
        "    after: planering\n    each: beslut\n    only: [dialogbeslut]\n",
    )

    assert load(text).documents[1].only == ("dialogbeslut",)


def test_a_row_without_a_check_can_have_a_sentence_to_print() -> None:
    text = changed(
        "    says: Tänk på barnen.\n",
        '    says: Tänk på barnen.\n    prints: {inbjudan: "Kom, alla."}\n',
    )

    assert load(text).unchecked["L-11"].prints == {"inbjudan": "Kom, alla."}
