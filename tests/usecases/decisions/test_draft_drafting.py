from __future__ import annotations

from helpers.small_rulebook import DECIDED, dossier

from dialogcli.usecases.decisions.draft import already_there, completed, file_name, with_decision

IDEA = {"ide.yaml": "syfte: Att få veta\n"}
FOLDER = dossier(IDEA)
GATE = FOLDER.rulebook.gate("dialogbeslut")


def test_the_organ_and_the_basis_follow_from_the_dossier() -> None:
    whole = completed(FOLDER, GATE, {"utfall": "bifall", "datum": "2027-02-08"})
    assert (whole["organ"], whole["underlag"]) == ("kommunfullmäktige", ["idé"])
    assert "antaget" in whole


def test_what_is_given_counts_before_what_follows() -> None:
    whole = completed(FOLDER, GATE, {"utfall": "bifall", "organ": "KD", "underlag": ["plan"]})
    assert (whole["organ"], whole["underlag"]) == ("KD", ["plan"])


def test_points_make_up_the_motivation() -> None:
    whole = completed(
        FOLDER, GATE, {"utfall": "återremiss", "punkter": ["Visa kostnaden", "Fråga de unga"]}
    )
    assert whole["motivering"] == "1. Visa kostnaden\n2. Fråga de unga"
    assert "antaget" not in whole


def test_a_single_point_has_no_number() -> None:
    whole = completed(FOLDER, GATE, {"utfall": "återremiss", "punkter": ["Visa kostnaden"]})
    assert whole["motivering"] == "Visa kostnaden"


def test_a_motivation_that_nobody_has_divided_is_one_point() -> None:
    whole = completed(
        FOLDER, GATE, {"utfall": "återremiss", "motivering": "Visa kostnaden.\nFråga de unga."}
    )
    assert whole["punkter"] == ["Visa kostnaden. Fråga de unga."]


def test_a_file_goes_by_its_day_and_its_gate() -> None:
    assert file_name(FOLDER, GATE, "2027-02-08") == "beslut/2027-02-08-fullmaktiges-beslut.yaml"


def test_the_same_day_twice_is_the_same_decision_whatever_the_file_is_called() -> None:
    there = already_there(dossier(DECIDED), GATE, "2027-02-08")
    assert there is not None
    assert there.file == "beslut/a.yaml"
    assert already_there(FOLDER, GATE, "2027-02-08") is None


def test_the_dossier_can_be_seen_with_the_decision_before_it_is_written() -> None:
    after = with_decision(FOLDER, "beslut/a.yaml", DECIDED["beslut/a.yaml"])
    assert [file.key for file in after.files["beslut"]] == ["dialogbeslut"]
    assert FOLDER.files["beslut"] == ()
