"""Registers: read out of dossiers, and with entries of their own that rules judge."""

from pathlib import Path

import pytest
from helpers.repositories import considered_no, dialogue
from helpers.small_rulebook import TODAY

from dialogcli.base.findings import remedy_text
from dialogcli.checking.engine import check
from dialogcli.checking.survey import Dialogue, RegisterView, outlook, view
from dialogcli.dossier.build import build_shelf, judges_register
from dialogcli.dossier.reading import read_dossier
from dialogcli.rulebook.kinds import KINDS
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.yamltext.reader import read_yaml

HAGFORS = load_rulebook("hagfors")
AREA = "förslag_som_prövas: Badplatsen\nområde_föreslaget_av: {}\n"


def seen(register: str, *folders: Path, **files: str) -> RegisterView:
    items = [Dialogue(folder.name, outlook(read_dossier(folder), TODAY)) for folder in folders]
    shelf = build_shelf(
        HAGFORS,
        {f"{name}/a.yaml": read_yaml(text, f"{name}/a.yaml") for name, text in files.items()},
    )
    return view(HAGFORS.registers[register], HAGFORS, items, shelf, TODAY)


def test_what_was_considered_stands_there_also_when_the_answer_was_no(tmp_path: Path) -> None:
    yes, no = (
        dialogue(tmp_path, "ja", "Ja", "förslag"),
        dialogue(tmp_path, "nej", "Nej", "övervägande"),
    )
    considered_no(no)
    entries = seen("överväganden", yes, no).entries
    assert [(entry.item.folder, entry.answers[1].text) for entry in entries if entry.item] == [
        ("ja", "ja"),
        ("nej", "nej"),
    ]


def test_a_dossier_with_nothing_to_say_is_not_in_the_register(tmp_path: Path) -> None:
    assert seen("lärdomar", dialogue(tmp_path, "ny", "Ny", "förslag")).entries == ()
    assert len(seen("lärdomar", dialogue(tmp_path, "klar", "Klar")).entries) == 1


def test_entries_of_its_own_stand_with_those_of_the_dossiers(tmp_path: Path) -> None:
    found = seen(
        "kandidatområden",
        dialogue(tmp_path, "a", "A"),
        kandidatomraden=AREA.format("bildningsutskottet"),
    )
    assert [(entry.item is None, entry.file) for entry in found.entries] == [
        (False, "overvagande.yaml"),
        (True, "register/kandidatomraden/a.yaml"),
    ]
    assert found.findings == ()


def test_a_rule_judges_them_and_its_command_leads_to_the_register() -> None:
    (finding,) = seen(
        "kandidatområden", kandidatomraden=AREA.format("kommunledningskontoret")
    ).findings
    assert (finding.rule, str(finding.place)) == ("H-23b", "register/kandidatomraden/a.yaml:2:23")
    assert (
        remedy_text(finding.remedy)
        == "dialog set register.kandidatområden.Badplatsen.område_föreslaget_av SVAR"
    )


def test_a_name_of_two_words_stands_in_quotation_marks_in_the_command() -> None:
    area = AREA.format("kommunledningskontoret").replace("Badplatsen", "Nytt badhus")
    (finding,) = seen("kandidatområden", kandidatomraden=area).findings
    assert (
        remedy_text(finding.remedy)
        == 'dialog set "register.kandidatområden.Nytt badhus.område_föreslaget_av" SVAR'
    )


def test_a_rule_with_a_moment_wants_at_least_one_entry() -> None:
    path = "kandidatområden.*.område_föreslaget_av"
    kind, options = KINDS["required"], {"fields": (path,)}
    wants = HAGFORS.rules["H-23b"]._replace(kind=kind, options=options, before="sammanställning")
    demanding = HAGFORS._replace(rules={wants.id: wants})
    shelf = build_shelf(demanding, {})
    found = view(HAGFORS.registers["kandidatområden"], demanding, [], shelf, TODAY).findings
    assert [one.message for one in found] == ["Områden som har föreslagits för dialog saknas."]
    without = HAGFORS._replace(rules={wants.id: wants._replace(before="")})
    shelf = build_shelf(without, {})
    assert view(HAGFORS.registers["kandidatområden"], without, [], shelf, TODAY).findings == ()


def test_the_findings_of_one_register_are_not_shown_with_another() -> None:
    both = {
        "kandidatomraden": AREA.format("kommunledningskontoret"),
        "informationsplikt": "förslag_som_prövas: Plan\n",
    }
    assert [finding.rule for finding in seen("informationsplikt", **both).findings] == ["H-25c"]


def test_an_entry_that_cannot_be_read_hides_no_other() -> None:
    found = seen("kandidatområden", kandidatomraden="namn: [\n")
    assert [str(fault.place.file) for fault in found.faults] == ["register/kandidatomraden/a.yaml"]


@pytest.mark.parametrize("folder", ["nagot-annat", "overvagande"])
def test_folders_of_others_are_left_alone(folder: str) -> None:
    assert seen("kandidatområden", **{folder: "x: y\n"}) == seen("kandidatområden")


def test_a_dossier_is_not_judged_by_the_rules_of_registers(tmp_path: Path) -> None:
    report = check(read_dossier(dialogue(tmp_path, "a", "A", "förslag")), TODAY)
    rules = [
        rule.id for rule in (*report.active, *report.upcoming) if judges_register(rule, HAGFORS)
    ]
    assert rules == []
    assert [rule.id for rule in HAGFORS.rules.values() if judges_register(rule, HAGFORS)] == [
        "H-23b",
        "H-25c",
    ]
