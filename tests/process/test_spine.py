import pytest
from helpers.long_rulebook import STEPS, changed, decision, session
from helpers.small_rulebook import SOURCE

from dialogcli.process.spine import Breach, breaches
from dialogcli.process.standing import standing


def told(changes: dict[str, str | None], rules: str = "", steps: str = STEPS) -> list[str]:
    """What lacks what: `refused dialogbeslut <- möten 2, svar`."""
    return [_line(breach) for breach in breaches(standing(changed(changes, rules, steps)))]


def _line(breach: Breach) -> str:
    ids = [trace.entry.id for trace in breach.traces]
    after = ", ".join(f"{id_} {ids.count(id_)}" for id_ in dict.fromkeys(ids))
    return f"{breach.lack} {breach.before.id} <- {after}"


ALL_AFTER = "planbeslut 1, möten 2, sammanställning 1, svar 1, sakbeslut 1"


def test_a_dialogue_in_its_order_lacks_nothing() -> None:
    assert told({}) == []


def test_a_no_and_yet_all_the_rest() -> None:
    no = {"beslut/1.yaml": decision("dialogbeslut", "2027-02-08", "avslag")}
    assert told({**no}) == [f"refused dialogbeslut <- {ALL_AFTER}"]


@pytest.mark.parametrize("outcome", ["återremiss", "bordläggning"])
def test_the_matter_is_not_decided_and_yet_all_the_rest(outcome: str) -> None:
    sent_back = {"beslut/1.yaml": decision("dialogbeslut", "2027-02-08", outcome)}
    assert told({**sent_back}) == [f"tabled dialogbeslut <- {ALL_AFTER}"]


def test_no_decision_at_all() -> None:
    assert told({"beslut/1.yaml": None}) == [f"missing dialogbeslut <- {ALL_AFTER}"]


def test_nothing_has_come_after_a_no() -> None:
    only_papers: dict[str, str | None] = {
        "beslut/1.yaml": decision("dialogbeslut", "2027-02-08", "avslag"),
        "beslut/2.yaml": None,
        "beslut/3.yaml": None,
        "tillfallen/1.yaml": session("2027-04-14", "planerat"),
        "tillfallen/2.yaml": None,
        "resultat.yaml": None,
        "aterkoppling/1.yaml": None,
    }
    assert told(only_papers) == []


def test_nobody_was_met() -> None:
    assert told({"tillfallen/1.yaml": None, "tillfallen/2.yaml": None}) == [
        "undone möten <- sammanställning 1, svar 1, sakbeslut 1"
    ]
    cancelled = session("2027-04-14", "inställt")
    assert told({"tillfallen/1.yaml": cancelled, "tillfallen/2.yaml": cancelled}) == [
        "undone möten <- sammanställning 1, svar 1, sakbeslut 1"
    ]


def test_a_step_that_is_not_done() -> None:
    assert told({"resultat.yaml": None}) == ["undone sammanställning <- svar 1, sakbeslut 1"]


def test_an_answer_that_ends_it_and_yet_all_the_rest() -> None:
    ends = {"ide.yaml": "syfte: Att få veta\ngenomförs_av: KD\n"}
    assert told({**ends}) == [f"ended idé <- dialogbeslut 1, {ALL_AFTER}"]


def test_the_decision_that_is_in_force_on_the_day_counts_and_not_the_latest() -> None:
    """Sent back first and then passed, and tabled anew when all is done: both are as they should
    be.
    """
    twice = {
        "beslut/0.yaml": decision("dialogbeslut", "2027-01-20", "återremiss"),
        "beslut/9.yaml": decision("dialogbeslut", "2028-01-20", "bordläggning"),
    }
    assert told({**twice}) == []


def test_a_session_before_the_yes() -> None:
    late = {"beslut/2.yaml": decision("planbeslut", "2027-04-16")}
    assert told({**late}) == ["early planbeslut <- möten 1"]


def test_a_day_that_is_only_a_month_counts_as_suits_best() -> None:
    assert told({"beslut/2.yaml": decision("planbeslut", "2027-04")}) == []


def test_one_wrong_day_is_told_once_and_not_for_each_gate_before() -> None:
    assert told({"tillfallen/1.yaml": session("2026-04-14")}) == ["early planbeslut <- möten 1"]


def test_a_session_after_the_result_and_a_result_after_the_decision() -> None:
    assert told({"tillfallen/2.yaml": session("2027-05-20")}) == [
        "early möten <- sammanställning 1"
    ]
    assert told({"resultat.yaml": "datum: 2027-10-01\n"}) == [
        "early sammanställning <- sakbeslut 1",
        "early sammanställning <- svar 1",
    ]


def test_a_result_that_is_compiled_anew_after_it_was_sent_back_is_rightly_later() -> None:
    anew = {
        "beslut/3.yaml": decision("sakbeslut", "2027-09-01", "återremiss"),
        "resultat.yaml": "datum: 2027-10-01\n",
    }
    assert told({**anew}) == []


def test_feedback_goes_on_for_long() -> None:
    assert told({"aterkoppling/2.yaml": "till: deltagare\ndatum: 2028-06-01\n"}) == []


def test_a_paper_from_after_its_own_decision() -> None:
    assert told({"plan.yaml": "datum: 2027-03-10\n"}) == ["late_paper planbeslut <- planbeslut 1"]


def test_a_day_on_which_something_happened_that_a_paper_tells_of() -> None:
    """A rulebook's own form names those days under `facts`."""
    late: dict[str, str | None] = {"plan.yaml": "datum: 2027-02-25\nföre: 2027-03-04\n"}
    assert told({**late}) == ["late_paper planbeslut <- planbeslut 1"]


WEIGHED = "barn: {svar: ja, skäl: Fler barn leker, datum: 2027-02-DAY}\n"


def test_what_is_weighed_after_the_decision_that_it_was_to_be_weighed_for() -> None:
    idea = "syfte: Att få veta\n" + WEIGHED
    assert told({"ide.yaml": idea.replace("DAY", "08")}) == []
    assert told({"ide.yaml": idea.replace("DAY", "09")}) == ["late_paper idé <- dialogbeslut 1"]
    nobodys = STEPS.replace("done: [idé.syfte]", "done: [plan.syfte]")
    plan = {"ide.yaml": idea.replace("DAY", "09"), "plan.yaml": "datum: 2027-02-05\nsyfte: Så\n"}
    assert told({**plan}, steps=nobodys) == ["late_paper dialogbeslut <- dialogbeslut 1"]


def test_of_a_late_paper_its_statements_are_not_told_again() -> None:
    steps = STEPS.replace("adopts: [idé]", "adopts: [verkan]")
    late = f"datum: 2027-02-12\n{WEIGHED}"
    for day, number in (("12", 1), ("13", 2)):
        found = told({"verkan.yaml": late.replace("DAY", day)}, steps=steps)
        assert found == ["late_paper dialogbeslut <- dialogbeslut 1"] * number


def test_a_draft_ahead_of_its_decision_is_work() -> None:
    assert told({"verkan.yaml": "barn: {svar: ja, skäl: Fler barn leker}\n"}) == []


def test_a_link_that_the_policy_does_not_want_is_switched_off_for_presence_and_days() -> None:
    unbound = STEPS.replace("name: Möten", "name: Möten\n    unbound: {planbeslut: Så gör vi.}")
    assert told({"beslut/2.yaml": None}, steps=unbound) == [
        "missing planbeslut <- sammanställning 1, svar 1, sakbeslut 1"
    ]
    late: dict[str, str | None] = {"beslut/2.yaml": decision("planbeslut", "2027-04-16")}
    assert told(late, steps=unbound) == []


def test_a_rule_that_compares_the_same_days_has_the_word() -> None:
    rule = f"""
    E-01:
      says: Planen är beslutad före mötena.
      kind: order
      dates: [beslut.planbeslut.datum, tillfällen.*.datum]
      {SOURCE}
    """
    late = {"beslut/2.yaml": decision("planbeslut", "2027-04-16")}
    assert told({**late}, rule) == []
