"""Reading the cases beside a rulebook: what means nothing in them is told, all at once."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest

from dialogcli.base.findings import UnreadableError
from dialogcli.checking.cases import ANY_DAY, read_cases

TWO = """\
given:
  plan.yaml: |
    syfte: Ett
cases:
  A-01:
    passing:
      - name: som det ska vara
    failing:
      - name: på ett annat sätt
        files:
          plan.yaml: ""
          idé.yaml: |
            syfte: Två
        today: 2027-06-01
        findings:
          - 'Fel A-01: Syfte saknas. (plan.yaml:1:1)'
"""


def faults(text: str) -> list[str]:
    with pytest.raises(UnreadableError) as stop:
        read_cases(text, "fall.yaml")
    return [f"{fault.place}: {fault.message}" for fault in stop.value.faults]


def test_a_case_has_the_files_of_all_and_its_own() -> None:
    passing, failing = read_cases(TWO, "fall.yaml")
    assert passing.files == {"plan.yaml": "syfte: Ett\n"}
    assert failing.files == {"plan.yaml": "", "idé.yaml": "syfte: Två\n"}


def test_a_case_says_what_it_is_about() -> None:
    passing, failing = read_cases(TWO, "fall.yaml")
    assert (passing.rule, passing.name, passing.passing, passing.findings) == (
        "A-01",
        "som det ska vara",
        True,
        (),
    )
    assert (failing.passing, failing.findings) == (
        False,
        ("Fel A-01: Syfte saknas. (plan.yaml:1:1)",),
    )
    assert (passing.today, failing.today) == (ANY_DAY, date(2027, 6, 1))
    assert str(failing.place) == "fall.yaml:9:9"


def test_a_file_without_cases_has_none() -> None:
    assert read_cases("", "fall.yaml") == []
    assert read_cases("cases:\n", "fall.yaml") == []


def test_everything_that_means_nothing_is_told() -> None:
    assert faults("""\
givet: {}
cases:
  A-01:
    pasing: []
    failing:
      - files: text
        finding: []
        today: i morgon
      - text
""") == [
        "fall.yaml:1:1: Det finns inget nyckelord givet här. Menade du given?",
        "fall.yaml:4:5: Det finns inget nyckelord pasing här. Menade du passing?",
        "fall.yaml:7:9: Det finns inget nyckelord finding här. Menade du findings?",
        "fall.yaml:6:9: Fallet behöver ett namn.",
        "fall.yaml:6:16: Här behövs nyckelord, ett på varje rad.",
        "fall.yaml:8:16: Datumet ska skrivas som 2027-02-22.",
        "fall.yaml:9:9: Här behövs nyckelord, ett på varje rad.",
        "fall.yaml:9:9: Fallet behöver ett namn.",
    ]


def test_a_file_that_is_no_yaml_is_told_as_one() -> None:
    assert len(faults("cases: [")) == 1


@pytest.mark.parametrize("value", ["text", "[a]", "{a: b}", "[{a: b}]", "[[a]]"])
@pytest.mark.parametrize(
    "text",
    [
        "given: {}",
        "cases: {}",
        "cases: {{A-01: {}}}",
        "cases: {{A-01: {{passing: {}}}}}",
        "cases: {{A-01: {{passing: [{{name: a, findings: {}}}]}}}}",
    ],
)
def test_anything_at_all_can_stand_anywhere(text: str, value: str) -> None:
    """Never a traceback: cases, or faults with places."""
    with contextlib.suppress(UnreadableError):
        read_cases(text.format(value), "fall.yaml")
