import pytest
from helpers.small_rulebook import dossier, said

from dialogcli.dossier.copies import original_of

SESSION = "datum: 2027-04-14\nantal: 38\n"
DECISION = "beslutspunkt: dialogbeslut\norgan: KF\ndatum: 2027-02-08\nutfall: bifall\n"


@pytest.mark.parametrize(
    "name",
    [
        "tillfallen/torget - Kopia.yaml",
        "tillfallen/torget - Kopia (2).yaml",
        "tillfallen/torget - Copy.yaml",
        "tillfallen/torget_kopia.yaml",
        "tillfallen/torget (2).yaml",
        "tillfallen/torget(1).yaml",
        "tillfallen/torget-DATOR7.yaml",
        "tillfallen/torget-DESKTOP-7Q2.yaml",
        "tillfallen/torget (Annas konflikterade kopia 2027-02-01).yaml",
        "tillfallen/Kopia av torget.yaml",
    ],
)
def test_the_names_that_copies_get(name: str) -> None:
    assert original_of(name, ["tillfallen/torget.yaml", name]) == "tillfallen/torget.yaml"


@pytest.mark.parametrize(
    "name",
    [
        "tillfallen/torget-KF.yaml",
        "tillfallen/torget-kvallen.yaml",
        "tillfallen/torget-2.yaml",
        "beslut/torget (2).yaml",
        "tillfallen/skolan (2).yaml",
    ],
)
def test_other_names_accuse_nobody(name: str) -> None:
    """Least of all where there is no other file with the plain name."""
    assert original_of(name, ["tillfallen/torget.yaml", name]) == ""


def copies(files: dict[str, str]) -> list[str]:
    """What is said of copies: that the steps before a session are not done is another matter."""
    return [one for one in said(files, "") if one.startswith("Fel kopia: ")]


def test_the_same_answers_in_any_order_are_told_in_both_files_and_counted_once() -> None:
    files = {
        "tillfallen/a.yaml": SESSION,
        "tillfallen/b.yaml": "# Torget\nantal: 38\ndatum: 2027-04-14\n",
    }

    [before, *_] = said(files, "")
    assert before.endswith(
        "det som kommer efter: ett dialogtillfälle (14 april 2027). (ide.yaml:1:1)"
    )
    assert copies(files) == [
        "Fel kopia: Filen ser ut som en kopia av b.yaml. Samma tillfällen räknas en gång. "
        "(tillfallen/a.yaml:1:1)",
        "Fel kopia: Filen ser ut som en kopia av a.yaml. Samma tillfällen räknas en gång. "
        "(tillfallen/b.yaml:1:1)",
    ]
    assert [file.file for file in dossier(files).files["tillfällen"]] == ["tillfallen/a.yaml"]


def test_the_file_with_the_plain_name_counts_whatever_the_copy_says() -> None:
    files = {
        "beslut/a - Kopia.yaml": DECISION.replace("bifall", "avslag"),
        "beslut/a.yaml": DECISION.replace("02-08", "02-09"),
    }

    assert [file.file for file in dossier(files).files["beslut"]] == ["beslut/a.yaml"]


def test_two_decisions_at_one_point_by_one_organ_on_one_day_are_one() -> None:
    files = {"beslut/a.yaml": DECISION, "beslut/b.yaml": DECISION.replace("bifall", "avslag")}

    assert [str(one.place) for one in dossier(files).remarks] == [
        "beslut/a.yaml:1:1",
        "beslut/b.yaml:1:1",
    ]


def test_sessions_of_one_day_that_tell_of_different_things() -> None:
    files = {"tillfallen/a.yaml": SESSION, "tillfallen/b.yaml": SESSION.replace("38", "17")}

    assert copies(files) == []


def test_files_in_which_nothing_is_answered_yet() -> None:
    files = {"aterkoppling/a.yaml": "till:\n", "aterkoppling/b.yaml": "till:\n"}

    assert [one.rule for one in dossier(files).remarks] == ["nyckel-saknas", "nyckel-saknas"]


@pytest.mark.parametrize("copy", ["Plan.yaml", "plan-DATOR7.yaml", "Kopia av plan.yaml"])
def test_two_files_of_one_form(copy: str) -> None:
    files = {"plan.yaml": "syfte: A\nkostnad: 5\n", copy: "syfte: B\nkostnad: 7\n"}

    assert said(files, "") == [
        f"Fel kopia: Filen ser ut som en kopia av {copy}. Samma plan räknas en gång. (plan.yaml:1:1)",
        f"Fel kopia: Filen ser ut som en kopia av plan.yaml. Samma plan räknas en gång. ({copy}:1:1)",
    ]
    assert dossier(files).text("plan.kostnad") == "5"


def test_a_form_under_another_name_that_says_the_same() -> None:
    files = {"plan.yaml": "syfte: A\n", "gammalt.yaml": "# Från i går\nsyfte: A\n"}

    assert [str(one.place) for one in dossier(files).remarks] == [
        "plan.yaml:1:1",
        "gammalt.yaml:1:1",
    ]


def test_no_advice_to_take_the_name_of_a_file_that_is_there() -> None:
    """Anna's version would be written over."""
    [other] = dossier({"plan.yaml": "syfte: A\n", "planen.yaml": "syfte: B\n"}).remarks

    assert (other.message, other.remedy) == (
        "Filen planen.yaml hör inte till regelverket. plan.yaml finns redan.",
        "För över det som fattas till plan.yaml, och flytta filen ur dossiern.",
    )
