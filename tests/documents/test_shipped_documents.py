"""The documents of every organisation, from the letter that proposes a dialogue to its evaluation."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from helpers.documents import SAMPLE, SHIPPED, lines, of_sample
from helpers.dossiers import changed, planning

from dialogcli.base.findings import UsageError
from dialogcli.documents.choose import documents_called, documents_now, documents_of
from dialogcli.documents.render import render
from dialogcli.documents.rendered import Rendered
from dialogcli.dossier.reading import read_dossier

DOSSIERS = Path(__file__).parents[1] / "dossiers"
ALL = {
    folder.name: folder
    for folder in (
        SAMPLE,
        *(DOSSIERS / name for name in ("norrbotten", "sandviken", "hagfors", "allman")),
    )
}
MINUTES = "protokollsutdrag-2027-11-24-beslut-i-sakfragan"


def made(organisation: str, word: str) -> Rendered:
    return of_sample(word, ALL[organisation])


def headings(organisation: str, word: str) -> list[str]:
    return [text for style, text in lines(made(organisation, word).data) if style == "Heading 2"]


@pytest.mark.parametrize("organisation", ALL)
def test_every_document_is_whole_and_its_headings_are_in_order(organisation: str) -> None:
    dossier = read_dossier(ALL[organisation])
    for document in documents_of(dossier):
        rendered = render(document, dossier, SHIPPED, draft=False)
        assert rendered.gaps == (), document.word
        assert "[SAKNAS" not in rendered.markdown
        levels = [
            int(style[-1]) for style, _ in lines(rendered.data) if style.startswith("Heading")
        ]
        assert (levels[0], levels.count(1)) == (1, 1), document.word
        assert all(after <= before + 1 for before, after in pairwise(levels)), document.word


@pytest.mark.parametrize("organisation", ALL)
def test_every_organisation_has_the_whole_set(organisation: str) -> None:
    ids = {spec.id for spec in read_dossier(ALL[organisation]).rulebook.documents}
    assert ids >= {
        "tjänsteskrivelse",
        "protokollsutdrag",
        "inbjudan",
        "minnesanteckningar",
        "resultatsammanställning",
        "återkopplingsblad",
        "utvärdering",
    }


def test_minutes_in_the_order_of_paragraph_132() -> None:
    assert headings("norrbotten", MINUTES) == [
        "Beslut",
        "Yttrande till beslutsförslaget",
        "Sammanfattning",
        "Ärendets behandling under sammanträdet",
        "Beslutsgång",
        "Ärendet",
        "Bilagor:",
        "Protokollsutdrag skickas till:",
    ]


def test_minutes_in_the_order_that_municipalities_have() -> None:
    assert headings("sandviken", "protokollsutdrag-2027-06-14-beslut-och-atgardsplan") == [
        "Beslut",
        "Sammanfattning av ärendet",
        "Ärendet",
        "Beslutsunderlag",
        "Beslutet skickas till",
    ]


def test_minutes_say_that_they_are_a_draft_also_when_they_are_final() -> None:
    dossier = read_dossier(ALL["norrbotten"])
    [document] = documents_called(dossier, MINUTES)
    text = render(document, dossier, SHIPPED, draft=False).markdown
    assert "**UTKAST.** Det justerade protokollet gäller." in text


def test_minutes_tell_of_the_decisions_before_and_not_of_those_after() -> None:
    sent_back, carried = (
        made("norrbotten", f"protokollsutdrag-2027-{day}-beslut-i-sakfragan").markdown
        for day in ("10-20", "11-24")
    )
    earlier = "Beslut i sakfrågan: regionfullmäktige, 20 oktober 2027, §\u00a096, återremiss."
    assert earlier in carried
    assert earlier not in sent_back
    assert (
        "Ordförandens beslut: regionala utvecklingsnämnden, 9 februari 2027, bifall." in sent_back
    )


def test_minutes_of_a_matter_sent_back_say_what_is_to_be_prepared() -> None:
    text = made("norrbotten", "protokollsutdrag-2027-10-20-beslut-i-sakfragan").markdown
    assert (
        "## Beslut\n\nÄrendet återremitteras.\n\nDet här ska beredas mer:\n\n- Redovisa vad hälsorummen"
        in text
    )
    assert "Plan för hälsorum i glesbygden 2028-2031 antas." not in text


def test_minutes_repeat_the_proposal_as_the_decision_records_it(tmp_path: Path) -> None:
    folder = planning(tmp_path)
    changed(
        folder,
        "beslut/2025-02-10-presidiets-beslut.yaml",
        "\nutfall: bifall",
        "\nförslag_till_beslut: |\n  1. Dialogen hålls i höst.\n  2. Nämnden leder den.\n\nutfall: bifall",
    )
    text = of_sample("protokollsutdrag-2025-02-10-presidiets-beslut", folder).markdown
    assert "1. Dialogen hålls i höst.\n2. Nämnden leder den.\n" in text


def test_the_decision_of_one_person_says_who_and_in_which_organ() -> None:
    text = made("norrbotten", "ordförandebeslut").markdown
    assert "**Beslutat av:** ordförande i regionala utvecklingsnämnden" in text
    assert (
        "1. Medborgardialog ska genomföras i ärendet Plan för hälsorum i glesbygden 2028-2031"
        in text
    )


def test_an_invitation_says_what_can_be_influenced_and_where_to_come() -> None:
    assert headings("norrbotten", "inbjudan") == [
        "Det här kan du påverka",
        "Det här går inte att påverka",
        "Så används det du säger",
        "När och var",
        "Frågor?",
    ]
    text = made("norrbotten", "inbjudan").markdown
    assert (
        "- **tisdag 13 april 2027, kl. 18.00-20.30**, Bygdegården i Rävselkroken. Dialogcafé"
        in text
    )
    assert (
        "**Dialog.** Du samtalar med andra invånare och med oss."
        in made(SAMPLE.name, "inbjudan").markdown
    )
    assert "4 maj 2027" not in text, "a session that was called off invites nobody"


def test_notes_are_made_for_every_session() -> None:
    dossier = read_dossier(ALL["norrbotten"])
    found = documents_called(dossier, "minnesanteckningar")
    assert [one.file for one in found] == [
        "minnesanteckningar-2027-04-13-ravselkroken.docx",
        "minnesanteckningar-2027-04-20-mortjarnvik.docx",
        "minnesanteckningar-2027-05-04-hallmyrsele.docx",
        "minnesanteckningar-2027-05-18-pa-distans.docx",
    ]
    assert "**Status:** Inställt" in render(found[2], dossier, SHIPPED, draft=False).markdown
    assert "**Status:**" not in render(found[0], dossier, SHIPPED, draft=False).markdown


def test_a_sheet_for_citizens_says_only_what_was_known_on_its_day() -> None:
    results, decision = (
        made("norrbotten", f"återkopplingsblad-medborgare-{what}").markdown
        for what in ("resultatet", "beslutet")
    )
    assert (
        "Beslutet i frågan är inte fattat än. Beslutet tas av regionfullmäktige, 24 november 2027."
        in results
    )
    decided = "## Det här är beslutat\n\nRegionfullmäktige, 24 november 2027, §\u00a0118.\n\n- Plan för hälsorum"
    assert decided in decision
    assert "## Därför\n\nPlanen bygger på det som invånarna har sagt" in decision


def test_sheets_for_citizens_go_to_citizens() -> None:
    files = [
        one.file for one in documents_called(read_dossier(ALL["sandviken"]), "återkopplingsblad")
    ]
    assert files == ["aterkopplingsblad-medborgare.docx"]


def test_only_documents_whose_time_has_come_are_made_when_none_is_named(tmp_path: Path) -> None:
    words = [one.word for one in documents_now(read_dossier(planning(tmp_path)))]
    assert words[:5] == [
        "tjänsteskrivelse-presidiets-beslut",
        "tjänsteskrivelse-handlingsplan",
        "handlingsplan",
        "budget",
        "kommunikationsplan",
    ]
    assert not {"utvärdering", "resultatsammanställning", "inbjudan"} & set(words)


def test_a_budget_is_dated_as_the_plan_that_it_belongs_to(tmp_path: Path) -> None:
    text = of_sample("budget", planning(tmp_path)).markdown
    assert "**Datum:** 21 februari 2025" in text
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# Budget för medborgardialog",
        "## Budget",
    ]
    assert "| **Summa** |  | **289\u00a0425\u00a0kr** |  |" in text


def test_a_document_about_what_has_not_happened_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "norrbotten"
    shutil.copytree(ALL["norrbotten"], folder)
    shutil.rmtree(folder / "tillfallen")
    with pytest.raises(UsageError, match="minnesanteckningar går inte att skapa än"):
        documents_called(read_dossier(folder), "minnesanteckningar")


def test_sentences_that_a_rulebook_wants_stand_in_the_document() -> None:
    text = made("norrbotten", "tjänsteskrivelse-beslut-i-sakfrågan").markdown
    assert "Dialogen ger de förtroendevalda ett bättre underlag. Besluten fattar de själva." in text


def test_a_proposal_rests_on_dated_documents() -> None:
    text = made("sandviken", "tjänsteskrivelse-beslut-och-åtgärdsplan").markdown
    assert (
        """## Beslutsunderlag

- Tjänsteskrivelse om beslut och åtgärdsplan efter medborgardialog, 23 april 2027
- Åtgärdsplan efter medborgardialog, 23 april 2027
- Resultat av medborgardialog, 19 mars 2027
- Beslut om uppdrag, kommunstyrelsen, 13 oktober 2026, §\u00a0184
"""
        in text
    )


def test_a_proposal_says_how_the_dialogue_was_held_when_it_rests_on_it() -> None:
    held = "**Genomförd:** 4 tillfällen, 23 januari 2027 till 24 februari 2027"
    assert held in made("sandviken", "tjänsteskrivelse-beslut-och-åtgärdsplan").markdown
    assert "**Genomförd:**" not in made("sandviken", "tjänsteskrivelse-igångsättning").markdown


def test_judgements_and_consequences_have_headings_of_their_own() -> None:
    found = headings("sandviken", "tjänsteskrivelse-beslut-om-uppdrag")
    assert found[found.index("Ärendet") :] == [
        "Ärendet",
        "Bedömning",
        "Konsekvenser för barn",
        "Beslutet skickas till",
        "Underskrifter",
    ]


@pytest.mark.parametrize(
    ("organisation", "word", "signed"),
    [
        (
            "allman",
            "tjänsteskrivelse-beslut-om-dialogen",
            ["Ansvarig chef", "Utredaren på fritidskontoret"],
        ),
        (
            "sandviken",
            "tjänsteskrivelse-igångsättning",
            [
                "Kommundirektören, högsta tjänsteperson i kommunstyrelseförvaltningen",
                "Utvecklingsstrategen, kommunstyrelseförvaltningen",
            ],
        ),
    ],
)
def test_a_proposal_is_signed_by_role(organisation: str, word: str, signed: list[str]) -> None:
    assert [
        text for style, text in lines(made(organisation, word).data) if style == "Underskrift"
    ] == signed


def test_one_proposed_sentence_has_no_number() -> None:
    assert (
        "## Förslag till beslut\n\nPlan för hälsorum i glesbygden 2028-2031 antas.\n"
        in made("norrbotten", "tjänsteskrivelse-beslut-i-sakfrågan").markdown
    )


def test_a_municipality_without_a_policy_has_the_summary_first() -> None:
    assert headings("allman", "tjänsteskrivelse-beslut-om-dialogen")[:4] == [
        "Sammanfattning",
        "Beslutsunderlag",
        "Förslag till beslut",
        "Medborgardialog",
    ]


@pytest.mark.parametrize("organisation", ALL)
def test_the_templates_know_the_layouts_that_rulebooks_may_choose(organisation: str) -> None:
    rulebook = read_dossier(ALL[organisation]).rulebook
    for id_, (_, *others) in rulebook.layouts.items():
        for spec in rulebook.documents:
            assert spec.id != id_ or set(others) <= SHIPPED.words(SHIPPED.name_for(spec))


def test_a_choice_is_shown_without_what_it_means() -> None:
    text = made("sample-dossier", "handlingsplan").markdown
    assert "**Delaktighetsform:** Dialog\n" in text
    assert "deltagarna resonerar" not in text


def test_as_text_a_cell_stays_on_one_line() -> None:
    text = made("norrbotten", "tjänsteskrivelse-beslut-i-sakfrågan").markdown
    [row] = [line for line in text.splitlines() if line.startswith("| Visa vad som händer")]
    assert row.endswith("inom sex månader. |")
