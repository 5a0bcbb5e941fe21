"""A dialogue that has come to its end before its time, rightly: one upplysning and no other demands."""

from datetime import date

from helpers.long_rulebook import changed, decision
from helpers.small_rulebook import SOURCE

from dialogcli.base.findings import Severity
from dialogcli.checking.cases import case_line
from dialogcli.checking.engine import check

RULES = f"""
E-01:
  says: Det är inte direktören som genomför dialogen.
  kind: forbidden
  fields: idé.genomförs_av
  values: KD
  before: dialogbeslut
  refuses: Direktörens egna möten är ingen medborgardialog.
  {SOURCE}
E-02:
  says: Barnen är med.
  kind: statement
  fields: idé.barn
  before: dialogbeslut
  {SOURCE}
"""

NOTHING_AFTER: dict[str, str | None] = {
    "plan.yaml": None,
    "beslut/1.yaml": None,
    "beslut/2.yaml": None,
    "beslut/3.yaml": None,
    "tillfallen/1.yaml": None,
    "tillfallen/2.yaml": None,
    "resultat.yaml": None,
    "aterkoppling/1.yaml": None,
}


def told(changes: dict[str, str | None], rules: str = RULES) -> list[str]:
    found = check(changed({**NOTHING_AFTER, **changes}, rules), date(2027, 3, 1))
    return [case_line(finding) for finding in found.findings]


def test_an_answer_that_ends_it_is_told_in_the_rulebooks_own_sentence_and_that_is_all() -> None:
    assert told({"ide.yaml": "syfte: Att få veta\ngenomförs_av: KD\n"}) == [
        "Upplysning E-01: Direktörens egna möten är ingen medborgardialog. (ide.yaml:2:15)"
    ]


def test_where_no_rule_says_what_it_means() -> None:
    assert told({"ide.yaml": "syfte: Att få veta\ngenomförs_av: KD\n"}, "") == [
        "Upplysning avslutad: Organ som genomför: KD. Dialogen är avslutad. (ide.yaml:2:15)"
    ]


def test_a_no_is_told_with_its_day() -> None:
    no = decision("dialogbeslut", "2027-02-08", "avslag") + "paragraf: 4\n"
    assert told({"beslut/1.yaml": no}) == [
        "Upplysning avslutad: Fullmäktiges beslut, 8 februari 2027 § 4: avslag. Dialogen är avslutad. "
        "(beslut/1.yaml:4:9)"
    ]


def test_a_draft_that_was_written_before_the_no_changes_nothing() -> None:
    no = decision("dialogbeslut", "2027-02-08", "avslag")
    assert len(told({"beslut/1.yaml": no, "plan.yaml": "datum: 2027-02-01\n"})) == 1


def test_when_work_goes_on_it_is_one_fel_and_the_other_demands_stand() -> None:
    files = {
        "ide.yaml": "syfte: Att få veta\ngenomförs_av: KD\n",
        "beslut/1.yaml": decision("dialogbeslut", "2027-02-08"),
    }
    assert told({**files}) == [
        "Fel E-02: Barn och unga saknas. (ide.yaml:2:1)",
        "Fel E-01: Dialogen är avslutad: Organ som genomför är besvarat med KD. "
        "Ändå finns det som kommer efter: Fullmäktiges beslut (8 februari 2027). (ide.yaml:2:15)",
    ]


def test_the_end_counts_no_fel() -> None:
    no = decision("dialogbeslut", "2027-02-08", "avslag")
    found = check(changed({**NOTHING_AFTER, "beslut/1.yaml": no}, RULES), date(2027, 3, 1))
    assert found.number_of(Severity.FEL) == 0
