"""A new dossier reads back clean, with every field empty and its help beside it."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.small_rulebook import rule, rulebook

from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Dossier
from dialogcli.rulebook.loader import available_rulebooks, load_rulebook
from dialogcli.rulebook.model import Rulebook
from dialogcli.scaffold.new_dossier import folder_name, item_file, item_text, new_dossier

GIVEN = {"titel": "Kollektivtrafik: buss & tåg #1", "dnr": ["RV 2027/118"]}
BUILT_IN = [id_ for id_, _ in available_rulebooks()]
PINNED = {
    "dossier.format": "1",
    "dossier.titel": "Kollektivtrafik: buss & tåg #1",
    "dossier.dnr": "",
    "dossier.regelverk": "exempelby",
    "dossier.regelverksversion": "1",
}


def read_back(of: Rulebook) -> Dossier:
    texts = {name: text for name, text in new_dossier(of, GIVEN).items() if name.endswith(".yaml")}
    return build_dossier(of, {name: text for name, text in texts.items() if isinstance(text, str)})


def filled(dossier: Dossier) -> dict[str, str]:
    return {
        answer.path: answer.text
        for files in dossier.files.values()
        for file in files
        for answer in file.answers.values()
        if answer.filled
    }


def test_only_what_is_known_at_the_start_is_filled_in() -> None:
    assert filled(read_back(rulebook())) == PINNED


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_built_in_rulebook_scaffolds_files_that_read_back_clean(name: str) -> None:
    dossier = read_back(load_rulebook(name))
    assert (dossier.remarks, dossier.faults) == ((), ())
    assert set(filled(dossier)) == set(PINNED)


def test_of_the_choices_only_those_that_the_policy_allows_are_told() -> None:
    varmland = load_rulebook("varmland")
    text = str(new_dossier(varmland, GIVEN)["initiativ.yaml"])
    told = " ".join(
        text.partition("# Välj: ")[2].partition("\n# Källa: V-16")[0].replace("\n#", "").split()
    )
    assert told == (
        "nämnd (En nämnd), verksamhetsföreträdare (En verksamhetsföreträdare) eller medborgare (En enskild "
        "medborgare: skriv inte namnet, dnr räcker)"
    )


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_kind_of_item_reads_back_clean_with_only_its_key(name: str) -> None:
    of = load_rulebook(name)
    for form in of.forms.values():
        if not form.items:
            continue
        key = {
            "beslut": next(of.gates()).word,
            "tillfällen": "2027-04-14",
            "undantag": "X-01",
            "återkoppling": next(iter(of.audiences), ""),
        }.get(form.id, "nyckel")
        dossier = build_dossier(of, {item_file(form, key): item_text(of, form, key)})
        assert (dossier.remarks, dossier.faults) == ((), ())
        assert filled(dossier) == {f"{form.id}.{dossier.files[form.id][0].key}.{form.items}": key}


def test_the_folder_is_named_after_year_and_title() -> None:
    assert (
        folder_name("Kollektivtrafik i glesbygd", date(2027, 1, 18))
        == "2027-kollektivtrafik-i-glesbygd"
    )
    assert (
        folder_name("Vård & omsorg på Östra ön!", date(2027, 1, 18))
        == "2027-vard-omsorg-pa-ostra-on"
    )


def test_items_get_no_file_and_git_is_told_how_to_treat_the_others() -> None:
    files = new_dossier(rulebook(), GIVEN)
    assert [*files] == [
        "dossier.yaml",
        "ide.yaml",
        "plan.yaml",
        "resultat.yaml",
        ".gitattributes",
        ".gitignore",
    ]
    assert files[".gitattributes"] == "*.yaml text eol=lf\n*.docx binary\n"
    assert files[".gitignore"] == ".dialog.lock*\n.~*\n"


def test_a_form_says_what_to_write_and_who_asks_for_it() -> None:
    of = rulebook(rule("kind: required\nfields: plan.syfte\nbefore: möten"))
    text = new_dossier(of, GIVEN)["plan.yaml"]
    assert isinstance(text, str)
    head, datum, syfte, risker, *_ = text.split("\n\n")
    assert head.splitlines()[:2] == ["# Plan", "# Exempelby kommun, regelverk exempelby 1"]
    assert datum == "# Datum\n# Datum: 2027-04-14, eller 2027-04 om bara månaden är känd.\ndatum:"
    assert (
        syfte
        == """\
# Syfte
# Vad ni vill veta och vad svaret ska användas till
# Källa: E-01, Riktlinje för samtal, Innehåll (ska)
syfte:"""
    )
    assert (
        risker
        == """\
# Utmaningar och risker
# slag: intern (Intern risk) eller extern (Extern risk)
#   - risk: ...
#     åtgärd: ...
#     slag: intern
risker:"""
    )


def test_a_consideration_has_a_place_for_each_of_its_parts() -> None:
    text = new_dossier(rulebook(), GIVEN)["ide.yaml"]
    assert isinstance(text, str)
    assert "# svar: ja eller nej\nbarn:\n  svar:\n  skäl:\n  av:\n  datum:\n" in text


@pytest.mark.parametrize("name", BUILT_IN)
def test_comments_are_short_enough_to_read(name: str) -> None:
    texts = new_dossier(load_rulebook(name), GIVEN).values()
    assert (
        max(len(line) for text in texts if isinstance(text, str) for line in text.splitlines())
        <= 100
    )


def test_a_copied_sample_row_is_readable() -> None:
    of = load_rulebook("varmland")
    text = new_dossier(of, GIVEN)["handlingsplan.yaml"]
    assert isinstance(text, str)
    above = text.split("risker:")[0].splitlines()
    sample = [line.removeprefix("#   ") for line in above[-4:] if line.startswith("#   ")]
    dossier = build_dossier(
        of, {"handlingsplan.yaml": "risker:\n" + "\n".join(f"  {line}" for line in sample) + "\n"}
    )
    assert dossier.remarks == ()
    assert filled(dossier).keys() == {"handlingsplan.risker"}


def test_the_answers_to_a_matter_sent_back_have_no_file_until_there_is_one() -> None:
    assert "aterremiss.yaml" not in new_dossier(rulebook(), GIVEN)


def test_a_decision_names_the_rule_that_asks_whatever_its_gate_is_called() -> None:
    of = load_rulebook("varmland")
    text = item_text(of, of.forms["beslut"], "presidiets-beslut")
    assert (
        "# Källa: V-21, Direktiv för medborgardialog, Beslut om medborgardialog (ska)\ngenomförande_organ:"
        in text
    )
