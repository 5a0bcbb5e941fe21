"""What has happened without what it needs, as it is told: the exact finding of each sort."""

from datetime import date

import pytest
from helpers.long_rulebook import STEPS, changed, decision, session
from helpers.small_rulebook import SOURCE

from dialogcli.base.findings import Citation, Severity, remedy_text
from dialogcli.checking.cases import case_line
from dialogcli.checking.engine import check
from dialogcli.checking.report import Report, for_gate

TODAY = date(2028, 3, 1)
Changes = dict[str, str | None]

KF = f"""
E-01:
  says: Kommunfullmäktige beslutar om dialogen.
  kind: decided
  gate: dialogbeslut
  {SOURCE}
"""


def report(changes: Changes, rules: str = "", steps: str = STEPS) -> Report:
    if rules == KF:
        steps = steps.replace(
            "    unregulated: Prövas av de regler som provet lägger till.\n", "", 1
        )
    return check(changed(changes, rules, steps), TODAY)


def told(changes: Changes, rules: str = "", steps: str = STEPS) -> list[str]:
    """The findings, each with the command or the sentence that mends it."""
    return [
        f"{case_line(finding)} -> {remedy_text(finding.remedy)}"
        for finding in report(changes, rules, steps).findings
    ]


def test_a_dialogue_in_its_order_is_clean() -> None:
    assert told({}) == []


def test_refused() -> None:
    no = decision("dialogbeslut", "2027-02-08", "avslag") + "paragraf: 4\n"
    assert told({"beslut/1.yaml": no}) == [
        "Fel beslut-före: Fullmäktiges beslut, 8 februari 2027 § 4: avslag. Ändå finns det som kommer efter: "
        "Beslut om planen, 2 dialogtillfällen (det första 14 april 2027), resultat och 2 till. "
        "(beslut/1.yaml:4:9) -> dialog decide fullmäktiges-beslut"
    ]


def test_tabled() -> None:
    later = decision("dialogbeslut", "2027-02-08", "bordläggning")
    assert told({"beslut/1.yaml": later, "beslut/3.yaml": None}) == [
        "Fel beslut-före: Fullmäktiges beslut, 8 februari 2027: bordläggning. Punkten är inte avgjord. "
        "Ändå finns det som kommer efter: Beslut om planen, "
        "2 dialogtillfällen (det första 14 april 2027), resultat och 1 till. "
        "(beslut/1.yaml:4:9) -> dialog decide fullmäktiges-beslut"
    ]


def test_missing() -> None:
    assert told({"beslut/1.yaml": None}) == [
        "Fel beslut-före: Fullmäktiges beslut saknas. Ändå finns det som kommer efter: "
        "Beslut om planen, 2 dialogtillfällen (det första 14 april 2027), resultat och 2 till. "
        "(beslut/fullmaktiges-beslut.yaml:1:1) -> dialog decide fullmäktiges-beslut"
    ]


NOBODY_MET: Changes = {
    "tillfallen/1.yaml": session("2027-04-14", "inställt"),
    "tillfallen/2.yaml": None,
    "aterkoppling/1.yaml": None,
    "beslut/3.yaml": None,
}


def test_nobody_was_met() -> None:
    assert told(NOBODY_MET) == [
        "Fel steg-före: Inget dialogtillfälle är genomfört. Ändå finns det som kommer efter: "
        "resultat, daterat 10 maj 2027. (tillfallen:1:1) -> "
        "dialog add tillfällen"
    ]


COUNTED = f"""
E-02:
  says: Minst ett tillfälle är genomfört.
  kind: count
  rows: tillfällen
  where: {{status: genomfört}}
  min: 1
  from: sammanställning
  {SOURCE}
"""


def test_that_nobody_was_met_is_told_once_where_a_rule_counts_the_sessions() -> None:
    assert told(NOBODY_MET, COUNTED) == [
        'Fel E-02: Tillfällen: 0 filer med "Status": genomfört. Minst 1 behövs. '
        "(tillfallen:1:1) -> dialog add tillfällen"
    ]


def test_a_fault_in_one_session_does_not_say_that_nobody_was_met() -> None:
    rule = f"""
    E-02:
      says: Inget tillfälle är inställt.
      kind: forbidden
      fields: tillfällen.*.status
      values: inställt
      when: {{tillfällen.*.status: inställt}}
      {SOURCE}
    """
    assert [line.split(":")[0] for line in told(NOBODY_MET, rule)] == ["Fel steg-före", "Fel E-02"]


def test_a_step_that_is_not_done() -> None:
    assert told({"resultat.yaml": None, "aterkoppling/1.yaml": None}) == [
        "Fel steg-före: Steget Sammanställning är inte klart: Datum saknas. "
        "Ändå finns det som kommer efter: Beslut i sakfrågan (1 september 2027). "
        "(resultat.yaml:1:1) -> dialog fill --section resultat"
    ]


def test_which_is_the_rulebooks_to_say_where_a_rule_of_its_own_does() -> None:
    rule = f"""
    E-02:
      says: Resultatet är daterat.
      kind: required
      fields: resultat.datum
      before: sakbeslut
      {SOURCE}
    """
    assert told({"resultat.yaml": None, "aterkoppling/1.yaml": None}, rule) == [
        "Fel E-02: Datum saknas. (resultat.yaml:1:1) -> dialog fill --section resultat"
    ]


def test_ended_and_yet_work_goes_on() -> None:
    only_decided: Changes = {
        "ide.yaml": "syfte: Att få veta\ngenomförs_av: KD\n",
        "beslut/2.yaml": None,
        "beslut/3.yaml": None,
        "tillfallen/1.yaml": None,
        "tillfallen/2.yaml": None,
        "resultat.yaml": None,
        "aterkoppling/1.yaml": None,
    }
    assert told(only_decided) == [
        "Fel steg-före: Dialogen är avslutad: Organ som genomför är besvarat med KD. "
        "Ändå finns det som kommer efter: Fullmäktiges beslut (8 februari 2027). "
        "(ide.yaml:2:15) -> dialog fill --section genomförs_av"
    ]


def test_a_session_before_the_yes() -> None:
    assert told({"beslut/2.yaml": decision("planbeslut", "2027-04-16")}) == [
        "Fel dagarnas-ordning: Dialogtillfälle 14 april 2027 ligger före Beslut om planen, "
        "16 april 2027. Beslutet ska vara fattat först. (tillfallen/1.yaml:1:8) -> "
        "dialog set tillfällen.2027-04-14.datum ÅÅÅÅ-MM-DD"
    ]


def test_several_sessions_before_the_yes() -> None:
    assert told({"beslut/2.yaml": decision("planbeslut", "2027-05-01")}) == [
        "Fel dagarnas-ordning: 2 dialogtillfällen ligger före Beslut om planen, 1 maj 2027. "
        "Det första är 14 april 2027. Beslutet ska vara fattat först. (tillfallen/1.yaml:1:8) -> "
        "dialog set tillfällen.2027-04-14.datum ÅÅÅÅ-MM-DD"
    ]


def test_the_day_of_a_decision_is_never_altered_to_please_a_check() -> None:
    assert told({"beslut/1.yaml": decision("dialogbeslut", "2027-03-10")}) == [
        "Fel dagarnas-ordning: Beslut om planen, 3 mars 2027 ligger före Fullmäktiges beslut, "
        "10 mars 2027. Beslutet ska vara fattat först. (beslut/2.yaml:3:8) -> "
        "Kontrollera dagarna mot protokollen."
    ]


def test_a_session_after_the_result_weighs_less_than_a_result_after_the_decision() -> None:
    assert told({"tillfallen/2.yaml": session("2027-05-20")}) == [
        "Varning dagarnas-ordning: Dialogtillfälle 20 maj 2027 ligger efter resultatet, 10 maj 2027. "
        "Är det med i sammanställningen? (resultat.yaml:1:8) -> dialog fill --section resultat"
    ]
    late: Changes = {"resultat.yaml": "datum: 2027-10-01\n", "aterkoppling/1.yaml": None}
    assert told(late) == [
        "Fel dagarnas-ordning: Resultat 1 oktober 2027 ligger efter Beslut i sakfrågan, "
        "1 september 2027. (beslut/3.yaml:3:8) -> Kontrollera dagarna mot protokollen."
    ]


def test_a_paper_from_after_its_decision() -> None:
    assert told({"plan.yaml": "datum: 2027-03-10\n"}) == [
        "Varning dagarnas-ordning: Plan är daterad 10 mars 2027. Det är efter Beslut om planen, "
        "3 mars 2027. (plan.yaml:1:8) -> dialog fill --section plan.datum"
    ]


def test_a_rule_that_wants_the_decision_lends_its_id_and_its_source() -> None:
    [finding] = report({"beslut/1.yaml": None}, KF).findings
    assert (finding.rule, finding.source) == (
        "E-01",
        Citation("Riktlinje för samtal", "Innehåll"),
    )


def test_else_the_sentence_that_the_rulebook_gives_for_the_entry() -> None:
    sourced = STEPS.replace("name: Fullmäktiges beslut", f"name: Fullmäktiges beslut\n    {SOURCE}")
    [finding] = report({"beslut/1.yaml": None}, "", sourced).findings
    assert finding.source == Citation("Riktlinje för samtal", "Innehåll")


def waiver(rule: str) -> Changes:
    text = f"regel: {rule}\nskäl: Nämnden ville möta marknaden\nav: KF\ndatum: 2027-05-01\n"
    return {"undantag/1.yaml": text}


def test_what_no_command_can_undo_is_waived_with_its_reason() -> None:
    early = {"beslut/2.yaml": decision("planbeslut", "2027-04-16")}
    found = report({**early, **waiver("dagarnas-ordning")})
    assert (found.findings, [one.rule for one in found.waived]) == ((), ["dagarnas-ordning"])


@pytest.mark.parametrize(
    "changes",
    [
        {"beslut/1.yaml": None},
        {"beslut/1.yaml": decision("dialogbeslut", "2027-02-08", "avslag")},
        {"tillfallen/1.yaml": None, "tillfallen/2.yaml": None},
    ],
)
def test_and_the_rest_is_not(changes: Changes) -> None:
    waived = {**changes, **waiver("steg-före")}
    assert [one.severity for one in report(waived).findings] == [Severity.FEL]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("organ: KF\n", "", "Organ saknas. (beslut/3.yaml:2:1)"),
        ("organ: KF", "organ: {ej_tillämpligt: x}", "Organ saknas. (beslut/3.yaml:2:8)"),
        ("utfall: bifall\n", "", "Utfall saknas. (beslut/3.yaml:4:1)"),
        (
            "utfall: bifall",
            "utfall: vilande",
            "utfallet vilande finns inte här. Det som går är bifall, avslag eller återremiss. "
            "(beslut/3.yaml:4:9)",
        ),
        (
            "utfall: bifall",
            "utfall: bifall\nexpedierat: 2027-08-30",
            "Dagen för expediering 30 augusti 2027. Det är före beslutet. (beslut/3.yaml:5:13)",
        ),
    ],
)
def test_how_a_decision_is_written_is_judged_at_every_gate(old: str, new: str, said: str) -> None:
    text = decision("sakbeslut", "2027-09-01").replace(old, new)
    found = [case_line(one) for one in report({"beslut/3.yaml": text}).findings]
    assert found == [f"Fel beslutets-form: Beslut i sakfrågan, 1 september 2027: {said}"]


def test_also_in_one_that_a_later_one_has_replaced() -> None:
    old = decision("sakbeslut", "2027-08-01", "återremiss").replace("organ: KF\n", "")
    assert [case_line(one) for one in report({"beslut/0.yaml": old}).findings] == [
        "Fel beslutets-form: Beslut i sakfrågan, 1 augusti 2027: Organ saknas. (beslut/0.yaml:2:1)"
    ]


def test_what_is_lacking_stands_in_the_basis_of_every_decision_after_it_and_of_none_before() -> (
    None
):
    found = report({"beslut/2.yaml": None})
    lacking = {
        gate.id: [one.rule for one in for_gate(found, gate).findings]
        for gate in found.dossier.rulebook.gates()
    }
    assert lacking == {"dialogbeslut": [], "planbeslut": [], "sakbeslut": ["beslut-före"]}


def test_so_does_what_a_rule_says_in_place_of_it() -> None:
    found = report(NOBODY_MET, COUNTED)
    lacking = {
        gate.id: [one.rule for one in for_gate(found, gate).findings]
        for gate in found.dossier.rulebook.gates()
    }
    assert lacking == {"dialogbeslut": [], "planbeslut": [], "sakbeslut": ["E-02"]}
