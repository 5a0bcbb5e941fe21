from helpers.screens import drawn
from helpers.small_rulebook import DECIDED, TODAY, dossier, rule
from helpers.small_rulebook import report as whole_report

from dialogcli.base.commands import status
from dialogcli.checking.cases import case_line
from dialogcli.checking.engine import check
from dialogcli.checking.report import Report
from dialogcli.screens.check import check_screen
from dialogcli.screens.facts import check_facts
from dialogcli.screens.next_step import NextStep

NUMBER = "811218-9876"
NUMBERS = rule("kind: free_of\nwhat: [personnummer, samordningsnummer]\nseverity: varning")
ADDRESSES = rule("kind: free_of\nwhat: [e-postadress, telefonnummer]\nseverity: upplysning")


def report(files: dict[str, str], rules: str) -> Report:
    """What the rule says, without what the engine itself always asks for."""
    return check(dossier(files, rules), TODAY, only={"E-01"})


def said(files: dict[str, str], rules: str) -> list[str]:
    return [case_line(finding) for finding in report(files, rules).findings]


PROSE = f"""\
datum: 2027-02-01
syfte: |
  Vi vill höra dem som bor vid sjön.

  Granne {NUMBER} ringde.
risker:
  - risk: Få kommer
    åtgärd: Fråga {NUMBER}
"""


def test_texts_without_numbers() -> None:
    assert said({"plan.yaml": PROSE.replace(NUMBER, "RV 2027/118"), **DECIDED}, NUMBERS) == []


def test_each_number_at_its_line_and_column() -> None:
    assert said({"plan.yaml": PROSE}, NUMBERS) == [
        "Varning E-01: Texten ser ut att innehålla ett personnummer. (plan.yaml:5:10)",
        "Varning E-01: Texten ser ut att innehålla ett personnummer. (plan.yaml:8:19)",
    ]


def test_the_path_is_that_of_the_answer() -> None:
    assert [finding.path for finding in report({"plan.yaml": PROSE}, NUMBERS).findings] == [
        "plan.syfte",
        "plan.risker.1.åtgärd",
    ]


def test_comments_and_what_does_not_belong_are_read_too() -> None:
    files = {"plan.yaml": f"# {NUMBER}\nsyfte: Ja\n", "annat.yaml": f"vad: {NUMBER}\n"}

    assert [
        str(finding.place) for finding in report(files, NUMBERS).findings if finding.rule == "E-01"
    ] == ["plan.yaml:1:3", "annat.yaml:1:6"]


def test_line_ends_of_windows() -> None:
    assert said({"plan.yaml": PROSE.replace("\n", "\r\n")}, NUMBERS)[0].endswith("(plan.yaml:5:10)")


def test_the_number_is_printed_nowhere() -> None:
    files = {"plan.yaml": PROSE, "tillfallen/x.yaml": f"datum: {NUMBER}\n"}
    found = report(files, NUMBERS)
    ours = [finding for finding in found.findings if finding.rule == "E-01"]

    assert len(ours) == 3
    assert NUMBER not in repr(ours)
    assert NUMBER not in drawn(
        check_screen(report({"plan.yaml": PROSE}, NUMBERS), NextStep(status()))
    )
    assert NUMBER not in repr(check_facts(report({"plan.yaml": PROSE}, NUMBERS), "x"))


def test_what_to_do() -> None:
    (first, _) = report({"plan.yaml": PROSE}, NUMBERS).findings

    assert first.remedy == (
        "Ta bort numret. Är filen redan sparad i git finns numret kvar i historiken. "
        "Fråga då ert dataskyddsombud."
    )


def test_addresses_are_another_rules_matter() -> None:
    text = "syfte: Svara till nagon@example.se eller 070-123 45 67\n"

    assert said({"plan.yaml": text}, NUMBERS) == []
    assert said({"plan.yaml": text}, ADDRESSES) == [
        "Upplysning E-01: Texten ser ut att innehålla en e-postadress. (plan.yaml:1:19)",
        "Upplysning E-01: Texten ser ut att innehålla ett telefonnummer. (plan.yaml:1:42)",
    ]


def test_a_false_alarm_can_be_waived() -> None:
    waiver = "regel: E-01\nskäl: Det är ett ordernummer\nav: arkivarien\ndatum: 2027-02-01\n"
    found = whole_report({"plan.yaml": f"syfte: {NUMBER}\n", "undantag/e.yaml": waiver}, NUMBERS)

    assert (len(found.findings), len(found.waived)) == (0, 1)
