"""Trying a rulebook on its cases: what does not hold is shown with what was expected and found."""

from __future__ import annotations

from helpers.screens import drawn
from helpers.small_rulebook import SOURCE, rulebook

from dialogcli.checking.cases import CaseTrials, read_cases, try_cases
from dialogcli.screens.rules import trials_screen

RULES = f"""
E-01:
  says: Tanken har ett syfte.
  kind: required
  fields: idé.syfte
  before: dialogbeslut
  {SOURCE}
E-02:
  says: Planen har ett syfte.
  kind: required
  fields: plan.syfte
  before: möten
  {SOURCE}
"""
HOLDS = """\
cases:
  E-01:
    passing:
      - name: syftet finns
        files:
          ide.yaml: "syfte: A"
    failing:
      - name: syftet saknas
        findings:
          - 'Fel E-01: Syfte saknas. (ide.yaml:1:1)'
"""


def trials(text: str) -> CaseTrials:
    book = rulebook(RULES)
    return try_cases(book, ("E-01", "E-02"), read_cases(text, "krav.yaml"))


def told(text: str) -> list[str]:
    return drawn(trials_screen("Exempelby 1", trials(text))).splitlines()


def test_cases_that_hold_and_rules_without_cases() -> None:
    found = trials(HOLDS)
    assert found.broken == []
    assert (found.without_passing, found.without_failing) == (("E-02",), ("E-02",))


def test_the_report_of_cases_that_hold() -> None:
    assert told(HOLDS) == [
        "Exempelby 1: 2 fall",
        "  Krav med inget fall som uppfyller det: E-02",
        "  Krav med inget fall som ger en anmärkning: E-02",
        "Klart: Alla 2 fall stämmer.",
    ]


def test_a_case_that_does_not_hold_is_shown_with_both_texts() -> None:
    assert told(HOLDS.replace("ide.yaml:1:1", "ide.yaml:2:1"))[1:4] == [
        "  E-01: syftet saknas, ska ge en anmärkning (krav.yaml:8:9)",
        "    Väntat: Fel E-01: Syfte saknas. (ide.yaml:2:1)",
        "    Hittat: Fel E-01: Syfte saknas. (ide.yaml:1:1)",
    ]
    assert told(HOLDS.replace("ide.yaml:1:1", "ide.yaml:2:1"))[-1] == "1 av 2 fall stämmer inte."


def test_a_case_that_should_pass_and_does_not() -> None:
    assert told(HOLDS.replace('"syfte: A"', '"syfte:"'))[1:4] == [
        "  E-01: syftet finns, ska uppfylla kravet (krav.yaml:4:9)",
        "    Väntat: inget",
        "    Hittat: Fel E-01: Syfte saknas. (ide.yaml:1:1)",
    ]


def test_a_failing_case_that_expects_nothing_is_none() -> None:
    silent = (
        HOLDS.partition("        findings:")[0] + '        files:\n          ide.yaml: "syfte: A"\n'
    )
    [broken] = trials(silent).broken
    assert (broken.case.name, broken.found) == ("syftet saknas", ())


def test_a_case_about_no_rule() -> None:
    assert trials(HOLDS.replace("  E-01:", "  E-09:")).broken[0].found == (
        "regeln finns inte i regelverket",
    )


def test_a_dossier_that_cannot_be_read() -> None:
    [broken] = trials(HOLDS.replace('"syfte: A"', '"syfte: [A"')).broken
    assert broken.found[0].startswith("går inte att läsa: ")


def test_no_cases_at_all() -> None:
    assert told("")[-1] == "Inga fall finns. De skrivs i mappen cases bredvid regelverket."
