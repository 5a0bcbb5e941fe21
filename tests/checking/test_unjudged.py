"""What should have been judged and could not be: which answer is missing, whose requirements it keeps
from being judged, and when nothing is missing at all.
"""

from datetime import date

import pytest
from helpers.long_rulebook import STEPS, changed, decision, session
from helpers.small_rulebook import SOURCE
from helpers.walks import DOSSIERS, dossier_texts, sample_texts, walked

from dialogcli.base.findings import remedy_text
from dialogcli.checking.engine import check
from dialogcli.checking.report import Report, for_gate
from dialogcli.checking.unjudged import number_of

TODAY = date(2028, 3, 1)
Changes = dict[str, str | None]


def rule(lines: str, number: int = 1) -> str:
    body = "\n".join(f"  {line}" for line in lines.strip().splitlines())
    return f"E-{number:02}:\n  says: Ett krav.\n{body}\n  {SOURCE}\n"


def report(rules: str, changes: Changes | None = None) -> Report:
    return check(changed(changes or {}, rules), TODAY)


def unjudged(rules: str, changes: Changes | None = None) -> list[str]:
    """Each with its place and what mends it, also where a finding tells of the answer."""
    return [
        f"{one.message} ({one.place}) -> {remedy_text(one.remedy)}"
        for one in report(rules, changes).unjudged
    ]


WHEN = "kind: required\nfields: plan.syfte\nbefore: planbeslut\nwhen: {idé.nivå: samtal}"


def test_the_condition_has_no_answer() -> None:
    assert unjudged(rule(WHEN)) == [
        "1 krav kunde inte prövas (E-01): Nivå saknas. (ide.yaml:1:1) -> dialog fill --section nivå"
    ]


def test_the_condition_is_excused() -> None:
    idea = "syfte: Att få veta\nnivå: {ej_tillämpligt: Det vet vi inte än}\n"
    [one] = report(rule(WHEN), {"ide.yaml": idea}).unjudged
    assert (one.said, one.path) == ("Nivå är ej tillämpligt.", "idé.nivå")


@pytest.mark.parametrize("level", ["samtal", "information"])
def test_a_condition_with_an_answer_settles_it(level: str) -> None:
    idea = f"syfte: Att få veta\nnivå: {level}\n"
    assert unjudged(rule(WHEN), {"ide.yaml": idea}) == []


def test_one_condition_with_another_answer_settles_it_whatever_the_others_say() -> None:
    both = WHEN.replace("{idé.nivå: samtal}", "{idé.nivå: samtal, plan.kostnad: [5]}")
    assert unjudged(rule(both), {"ide.yaml": "syfte: Att få veta\nnivå: information\n"}) == []
    assert len(unjudged(rule(both))) == 2


def test_requirements_that_lack_the_same_answer_stand_together() -> None:
    found = report(rule(WHEN) + rule(WHEN.replace("syfte", "risker"), 2)).unjudged
    assert [one.message for one in found] == ["2 krav kunde inte prövas (E-01, E-02): Nivå saknas."]
    assert number_of(found) == 2


def test_before_its_moment_has_come_nothing_is_missing() -> None:
    written = ("plan", "resultat", "tillfallen/1", "tillfallen/2", "aterkoppling/1")
    decided = ("beslut/1", "beslut/2", "beslut/3")
    early: Changes = dict.fromkeys([f"{name}.yaml" for name in (*written, *decided)])
    assert unjudged(rule(WHEN), early) == []
    assert unjudged(rule("kind: order\ndates: [plan.datum, resultat.datum]"), early) == []


def test_a_waived_requirement_and_one_with_its_written_reason_lack_nothing() -> None:
    waived = "regel: E-01\nskäl: Det är en liten sak\nav: KD\ndatum: 2027-02-01\n"
    assert unjudged(rule(WHEN), {"undantag/1.yaml": waived}) == []
    reason = rule(f"{WHEN}\nunless: idé.syfte")
    assert unjudged(reason) == []


def test_after_an_end_nothing_more_is_demanded() -> None:
    no = {"beslut/3.yaml": decision("dialogbeslut", "2027-02-08", "avslag"), "beslut/1.yaml": None}
    assert report(rule(WHEN), no).unjudged == ()


def test_a_date_that_is_to_be_compared() -> None:
    order = rule("kind: order\ndates: [plan.före, resultat.datum]")
    assert unjudged(order) == [
        "1 krav kunde inte prövas (E-01): Dagen för inbjudan saknas. (plan.yaml:1:1) "
        "-> dialog fill --section före"
    ]
    assert unjudged(order, {"plan.yaml": "före: 2027-02-20\ndatum: 2027-02-25\n"}) == []


def test_rows_that_nobody_has_written_lack_nothing_but_one_without_its_date_does() -> None:
    order = rule("kind: order\ndates: [plan.utbildning.*.datum, tillfällen.*.datum]")
    assert unjudged(order) == []
    rows = "datum: 2027-02-25\nutbildning:\n- datum: 2027-02-26\n  risk: A\n- risk: B\n"
    assert [one.partition(" (plan")[0] for one in unjudged(order, {"plan.yaml": rows})] == [
        '1 krav kunde inte prövas (E-01): Rad 2: "Datum" saknas.'
    ]


def test_a_plan_that_has_become_a_fact_lacks_nothing() -> None:
    order = rule("kind: order\ndates: [plan.datum, återkoppling.deltagare.planerad]")
    assert unjudged(order) == []
    [one] = report(order, {"aterkoppling/2.yaml": "till: deltagare\n"}).unjudged
    assert one.said == "Återkoppling deltagare: Planerad saknas."


def test_the_day_of_a_planned_decision_is_not_missed_once_it_is_taken() -> None:
    order = rule("kind: order\ndates: [dossier.planerade_beslut.*.datum, tillfällen.*.datum]")
    plan = "planerade_beslut:\n- beslutspunkt: {}\n  organ: KF\n"
    assert unjudged(order, {"dossier.yaml": plan.format("sakbeslut")}) == []
    open_ = {"dossier.yaml": plan.format("sakbeslut"), "beslut/3.yaml": None}
    assert len(unjudged(order, open_)) == 1


ROWS = "kind: required\nfields: tillfällen.*.antal\nfrom: möten\nwhen: {tillfällen.*.status: genomfört}"


def test_a_row_of_which_nobody_has_said_whether_it_counts() -> None:
    assert unjudged(rule(ROWS)) == []
    unsaid = "datum: 2027-04-20\nantal: 3\n"
    assert unjudged(rule(ROWS), {"tillfallen/2.yaml": unsaid}) == [
        "1 krav kunde inte prövas (E-01): Tillfällen 2027-04-20: Status saknas. "
        "(tillfallen/2.yaml:2:1) -> dialog set tillfällen.2027-04-20.status SVAR"
    ]
    assert unjudged(rule(ROWS), {"tillfallen/2.yaml": "datum: 2029-04-20\n"}) == []
    assert unjudged(rule(ROWS), {"tillfallen/2.yaml": session("2027-04-20", "inställt")}) == []


MARKED = "antaget:\n- fält: plan.datum\n  avtryck: 0123456789abcdef\n"


def test_a_decision_without_the_marks_of_what_it_adopted() -> None:
    """There a finding tells of it, so that it is counted and not told twice."""
    unchanged = rule("kind: unchanged\nforms: plan\nsince: planbeslut")
    found = report(unchanged)
    assert [one.said for one in found.unjudged] == [
        "Beslut om planen: avtrycken av det antagna saknas."
    ]
    assert found.left_unjudged == []
    marked = decision("planbeslut", "2027-03-03") + MARKED
    assert unjudged(unchanged, {"beslut/2.yaml": marked}) == []


def test_feedback_that_is_given_has_a_day_to_be_held_against() -> None:
    after = rule("kind: feedback\nto: deltagare\nafter: plan.före\nfrom: svar")
    assert unjudged(after) == [
        "1 krav kunde inte prövas (E-01): Dagen för inbjudan saknas. (plan.yaml:1:1) "
        "-> dialog fill --section före"
    ]
    assert unjudged(after, {"aterkoppling/1.yaml": None}) == []


def test_a_rule_that_judges_what_is_there_lacks_no_rows() -> None:
    assert unjudged(rule("kind: one_of\nfields: plan.risker.*.slag\nvalues: [intern]")) == []
    assert unjudged(rule("kind: count\nrows: plan.risker\nmin: 1")) == []


def test_what_was_to_be_there_and_is_not() -> None:
    """A rule with a moment, of one file that there is not."""
    wanted = rule("kind: required\nfields: återkoppling.deltagare.kanal\nfrom: sakbeslut")
    assert unjudged(wanted, {"aterkoppling/1.yaml": None}) == [
        "1 krav kunde inte prövas (E-01): Återkoppling saknas. (aterkoppling:1:1) "
        "-> dialog add återkoppling"
    ]


def test_a_gate_without_its_decision_is_told_by_the_spine() -> None:
    """It is counted, with the same command."""
    regulated = STEPS.replace(
        "    unregulated: Prövas av de regler som provet lägger till.\n", "", 1
    )
    decided = rule("kind: decided\ngate: dialogbeslut")
    assert check(changed({}, decided, regulated), TODAY).unjudged == ()
    found = check(changed({"beslut/1.yaml": None}, decided, regulated), TODAY)
    assert [remedy_text(one.remedy) for one in found.unjudged] == [
        "dialog decide fullmäktiges-beslut"
    ]
    assert found.left_unjudged == []


def test_where_a_finding_stands_on_the_answer_it_is_counted_and_not_told_again() -> None:
    asked = rule("kind: required\nfields: idé.nivå\nbefore: dialogbeslut", 2)
    found = report(rule(WHEN) + asked)
    assert [one.rule for one in found.findings] == ["E-02"]
    assert (number_of(found.unjudged), found.left_unjudged) == (1, [])


def test_a_waived_finding_does_not_hide_what_could_not_be_judged() -> None:
    asked = rule("kind: required\nfields: idé.nivå\nbefore: dialogbeslut", 2)
    waived = "regel: E-02\nskäl: Det är en liten sak\nav: KD\ndatum: 2027-02-01\n"
    found = report(rule(WHEN) + asked, {"undantag/2.yaml": waived})
    assert (found.findings, len(found.left_unjudged)) == ((), 1)


def test_the_basis_of_a_decision_has_those_of_its_own_rules() -> None:
    late = WHEN.replace("planbeslut", "sakbeslut")
    found = report(rule(WHEN) + rule(late, 2))
    gates = found.dossier.rulebook.gate
    [one] = for_gate(found, gates("planbeslut")).unjudged
    assert one.rules == ("E-01",)
    assert for_gate(found, gates("dialogbeslut")).unjudged == ()


@pytest.mark.parametrize("organisation", sorted(path.name for path in DOSSIERS.iterdir()))
def test_all_could_be_judged_in_a_finished_dossier(organisation: str) -> None:
    assert walked(organisation, dossier_texts(organisation), date(2029, 1, 1)).unjudged == ()


def test_all_could_be_judged_in_the_sample() -> None:
    assert walked("varmland", sample_texts(), date(2029, 1, 1)).unjudged == ()


def test_an_answer_of_no_step_is_missed_once_the_moment_has_come_for_which_it_is_asked() -> None:
    of_dossier = rule("kind: one_of\nfields: idé.nivå\nvalues: [samtal]\nwhen: {dossier.dnr: X 1}")
    asked = rule("kind: required\nfields: dossier.dnr\nbefore: sakbeslut", 2)
    undecided = {"beslut/3.yaml": None}
    assert len(unjudged(of_dossier, undecided)) == 1
    assert unjudged(of_dossier + asked, undecided) == []
    assert len(unjudged(of_dossier + asked)) == 1
