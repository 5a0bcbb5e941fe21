"""`check`, `status`, `list` and the readiness of a decision tell of one dialogue what one derivation
says: every fixture with each file taken away, with some taken away at random, and with each decision
refused, tabled or sent back; and every stage of the walks on its day.
"""

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from helpers.walks import DOSSIERS, Texts, dossier_texts, sample_texts, texts_at
from walks import test_allman, test_hagfors, test_norrbotten, test_sandviken, test_varmland

from dialogcli.base.findings import Severity
from dialogcli.checking.plans import PAST
from dialogcli.checking.report import for_gate
from dialogcli.checking.survey import Dialogue, Outlook, outlook, survey
from dialogcli.checking.unjudged import number_of
from dialogcli.dossier.build import build_dossier
from dialogcli.process.course import Stage
from dialogcli.process.days import DayKind
from dialogcli.process.spine import Lack, breaches
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.screens.listing import listing_facts
from dialogcli.screens.status import status_facts
from dialogcli.usecases.next_step import next_step

TODAY = date(2028, 3, 1)
ORGANISATIONS = sorted(path.name for path in DOSSIERS.iterdir() if path.name != "lag")


def states(texts: Texts, outcomes: list[str]) -> Iterator[Texts]:
    yield texts
    for name in texts:
        if name != "dossier.yaml":
            yield {file: text for file, text in texts.items() if file != name}
        if name.startswith("beslut/"):
            for outcome in outcomes:
                lines = texts[name].splitlines(keepends=True)
                said = [
                    f"utfall: {outcome}\n" if one.startswith("utfall:") else one for one in lines
                ]
                yield {**texts, name: "".join(said)}


def looks(organisation: str) -> Iterator[Outlook]:
    rulebook = load_rulebook(organisation)
    outcomes = sorted({outcome for gate in rulebook.gates() for outcome in gate.outcomes})
    for texts in states(dossier_texts(organisation), outcomes):
        yield outlook(build_dossier(rulebook, texts), TODAY)


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_they_never_disagree(organisation: str) -> None:
    for look in looks(organisation):
        agree(look)


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_whatever_files_are_gone_they_never_disagree(organisation: str) -> None:
    rulebook, random = load_rulebook(organisation), Random(organisation)
    for _ in range(40):
        texts = without_some(dossier_texts(organisation), random)
        today = date(2027, random.randint(1, 12), random.randint(1, 28))
        agree(outlook(build_dossier(rulebook, texts), today))


def without_some(texts: Texts, random: Random) -> Texts:
    """Some of the files, now few and now nearly all."""
    share = random.random()
    return {
        name: text
        for name, text in texts.items()
        if name == "dossier.yaml" or random.random() < share
    }


WALKS = {
    "allman": (dossier_texts, test_allman.STAGES),
    "hagfors": (dossier_texts, test_hagfors.STAGES),
    "norrbotten": (dossier_texts, test_norrbotten.STAGES),
    "varmland": (lambda _: sample_texts(), test_varmland.STAGES),
}


@pytest.mark.parametrize("organisation", WALKS)
def test_at_every_stage_they_never_disagree(organisation: str) -> None:
    read, stages = WALKS[organisation]
    for stage in stages:
        texts = texts_at(read(organisation), stages, stage.name)
        agree(outlook(build_dossier(load_rulebook(organisation), texts), stage.today))


def test_at_every_stop_of_sandviken_they_never_disagree() -> None:
    for stop in test_sandviken.WALK:
        texts = test_sandviken.only(stop.files)
        agree(outlook(build_dossier(load_rulebook("sandviken"), texts), stop.today))


def agree(look: Outlook) -> None:
    where, report = look.standing, look.report
    lacks = breaches(where)
    errors = [one for one in report.findings if one.severity is Severity.FEL]

    # status: all that check finds is either before the next decision, or among the others
    assert {*look.basis.findings, *look.others} == {*report.findings}
    missing = {one.entry.id for one in look.course if one.stage is Stage.MISSING}
    assert missing == {one.before.id for one in lacks if one.lack is Lack.MISSING}

    # an end without work after it has no fel but its own, and with it one that tells so
    if where.ended and not any(one.before == where.ended for one in lacks):
        assert all(one.path.split(".")[0] == "beslut" for one in errors)
        assert any(one.severity is Severity.UPPLYSNING for one in report.findings)
    elif where.ended:
        assert errors

    # a breach is a fel unless it is one of days, and stands in the basis of what comes after
    hard = {one.before.id for one in lacks} & {
        one.before for one in report.course if one.finding.severity is Severity.FEL
    }
    for gate in where.dossier.rulebook.gates():
        if hard & set(where.all_before(gate)):
            assert for_gate(report, gate).number_of(Severity.FEL)

    # list and the JSON of status
    [listed] = listing_facts(survey([Dialogue("x", look)], []), str(TODAY))["dialogues"]
    assert listed["summary"]["fel"] == len(errors)
    status = status_facts(look, ".", next_step(look))
    assert status["ended"] == listed["ended"] == (where.ended.id if where.ended else None)
    assert status["step"] == listed["step"] == (where.current.id if where.current else None)
    assert status["summary"] == listed["summary"]
    assert listed["summary"]["ej_prövade"] == number_of(report.unjudged)
    decision = status["next_decision"]
    assert (decision["gate"] if decision else None) == (
        where.next_gate.id if where.next_gate else None
    )
    agree_on_feedback(look)


def agree_on_feedback(look: Outlook) -> None:
    """The same audiences are late in `check`, `status` and `list`, and as late."""
    late = {event.audience: event.late(look.today) for event in look.owed if event.late(look.today)}
    checked = {
        one.path.split(".")[1]
        for one in look.report.findings
        if one.path.startswith("återkoppling.")
        and (one.rule == PAST or "är försenad" in one.message)
    }
    assert checked == set(late)
    ahead = [one for one in look.ahead if one.kind is DayKind.FEEDBACK and one.late(look.today)]
    assert sorted(one.late(look.today) for one in ahead) == sorted(
        event.late(look.today) for event in look.owed if event.late(look.today)
    )
    assert Dialogue("x", look).feedback.late == max(late.values(), default=0)
