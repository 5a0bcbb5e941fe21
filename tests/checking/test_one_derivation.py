"""`check`, `status`, `list` and the readiness of a decision tell of one dialogue what one derivation
says: every fixture with each file taken away, and with each decision refused, tabled or sent back.
"""

from collections.abc import Iterator
from datetime import date

import pytest
from helpers.walks import DOSSIERS, Texts, dossier_texts

from dialogcli.base.findings import Severity
from dialogcli.checking.report import for_gate
from dialogcli.checking.survey import Dialogue, Outlook, outlook, survey
from dialogcli.checking.unjudged import number_of
from dialogcli.dossier.build import build_dossier
from dialogcli.process.course import Stage
from dialogcli.process.spine import Lack, breaches
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.screens.listing import listing_facts
from dialogcli.screens.status import status_facts

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
        status = status_facts(look, ".")
        assert status["summary"]["ej_prövade"] == listed["summary"]["ej_prövade"]
        assert listed["summary"]["ej_prövade"] == number_of(report.unjudged)
        assert status["ended"] == (where.ended.id if where.ended else None)
