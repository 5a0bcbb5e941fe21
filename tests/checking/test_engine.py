from helpers.small_rulebook import DECIDED, SOURCE, TODAY, report, said

from dialogcli.base.commands import rules_upgrade
from dialogcli.base.findings import Severity
from dialogcli.checking.engine import check
from dialogcli.checking.report import for_gate, report_rows
from dialogcli.dossier.build import build_dossier

RULES = f"""
E-01a:
  says: Planen har ett syfte.
  kind: required
  fields: plan.syfte
  before: möten
  {SOURCE}
E-01b:
  says: Planen har risker.
  kind: required
  fields: plan.risker
  before: möten
  modality: bör
  {SOURCE}
E-02:
  says: De som deltog får svar.
  kind: feedback
  to: deltagare
  after: resultat.datum
  from: svar
  {SOURCE}
E-03:
  says: Utbildningen hålls före mötena.
  kind: order
  dates: [plan.utbildning.*.datum, tillfällen.*.datum]
  {SOURCE}
E-04:
  says: Vid samtal finns en kostnad.
  kind: required
  fields: plan.kostnad
  when: {{idé.nivå: samtal}}
  before: möten
  unless: plan.budskap
  {SOURCE}
E-05:
  says: Idén har ett syfte.
  kind: required
  fields: idé.syfte
  before: dialogbeslut
  {SOURCE}
"""
WAIVER = "regel: E-01a\nskäl: Syftet står i idén\nav: chefen\ndatum: 2027-02-19\n"


def test_severity_follows_source_and_modality_and_order_follows_the_process() -> None:
    assert said({**DECIDED, "plan.yaml": "syfte:\nrisker:\n", "ide.yaml": "syfte:\n"}, RULES) == [
        "Fel E-05: Syfte saknas. (ide.yaml:1:1)",
        "Fel E-01a: Syfte saknas. (plan.yaml:1:1)",
        'Varning E-01b: "Utmaningar och risker" saknas. (plan.yaml:2:1)',
    ]


def test_what_comes_later_is_counted_apart_and_comparisons_are_no_duties() -> None:
    found = report({**DECIDED, "plan.yaml": "syfte: A\nrisker: [{risk: R}]\n"}, RULES)
    assert found.findings == ()
    assert [rule.id for rule in found.upcoming] == ["E-02"]
    assert report_rows(found.active) == ["E-01", "E-05"]
    assert found.checked == 2


def test_a_condition_and_the_reason_that_the_rule_itself_allows() -> None:
    files = {
        **DECIDED,
        "ide.yaml": "syfte: A\nnivå: samtal\n",
        "plan.yaml": "syfte: A\nrisker: [{risk: R}]\n",
    }
    assert said(files, RULES) == ["Fel E-04: Kostnad saknas. (plan.yaml:2:1)"]
    assert (
        said(
            {**files, "plan.yaml": files["plan.yaml"] + "budskap: [{slag: intern, fas: före}]\n"},
            RULES,
        )
        == []
    )


def test_a_written_waiver_turns_a_finding_into_a_reported_exception() -> None:
    found = report(
        {**DECIDED, "plan.yaml": "risker: [{risk: R}]\n", "undantag/e.yaml": WAIVER}, RULES
    )
    assert found.findings == ()
    [waived] = found.waived
    assert waived.rule == "E-01a"
    assert waived.waiver is not None
    assert (waived.waiver.reason, waived.waiver.by, waived.waiver.day) == (
        "Syftet står i idén",
        "chefen",
        "2027-02-19",
    )
    assert "E-01a" not in found.satisfied


def test_a_waiver_without_a_reason_does_not_count() -> None:
    files = {
        **DECIDED,
        "plan.yaml": "risker: [{risk: R}]\n",
        "undantag/e.yaml": WAIVER.replace("Syftet står i idén", ""),
    }
    assert said(files, RULES) == [
        "Fel E-01a: Syfte saknas. (plan.yaml:1:1)",
        "Varning undantag: Undantaget från E-01a gäller inte. Skäl saknas. (undantag/e.yaml:1:1)",
    ]


def test_a_waiver_with_a_mark_for_a_reason_does_not_count() -> None:
    files = {
        **DECIDED,
        "plan.yaml": "risker: [{risk: R}]\n",
        "undantag/e.yaml": WAIVER.replace("Syftet står i idén", "x"),
    }
    assert said(files, RULES) == [
        "Fel E-01a: Syfte saknas. (plan.yaml:1:1)",
        "Varning undantag: Undantaget från E-01a gäller inte. Skäl saknas. "
        'Här står bara "x". (undantag/e.yaml:1:1)',
    ]


def test_a_waiver_for_a_rule_that_does_not_exist() -> None:
    files = {
        **DECIDED,
        "plan.yaml": "syfte: A\nrisker: [{risk: R}]\n",
        "undantag/e.yaml": WAIVER.replace("E-01a", "E-01"),
    }
    assert said(files, RULES) == [
        "Varning undantag: Regeln E-01 finns inte i regelverket. Menade du E-01b? (undantag/e.yaml:1:1)"
    ]


def test_what_must_be_in_place_before_one_gate() -> None:
    found = report({**DECIDED, "ide.yaml": "syfte:\n"}, RULES)
    cut = for_gate(found, found.dossier.rulebook.gate("dialogbeslut"))
    assert [finding.rule for finding in cut.findings] == ["E-05"]
    assert (len(cut.active), len(cut.satisfied)) == (1, 0)


def test_another_version_of_the_rulebook_is_reported() -> None:
    pinned = {
        **DECIDED,
        "plan.yaml": "syfte: A\nrisker: [{risk: R}]\n",
        "dossier.yaml": 'regelverksversion: "2"\n',
    }
    [finding] = report(pinned, RULES).findings
    assert finding.severity is Severity.VARNING
    assert finding.message == (
        "Dossiern följer version 2 av regelverket. Den finns inte här. "
        "Dossiern är kontrollerad mot version 1."
    )


def test_that_a_newer_version_exists_is_reported_and_nothing_else_changes() -> None:
    pinned = {
        **DECIDED,
        "plan.yaml": "syfte: A\nrisker: [{risk: R}]\n",
        "dossier.yaml": 'regelverksversion: "1"\n',
    }
    newer = report(pinned, RULES).dossier.rulebook._replace(newer="2")
    [finding] = check(build_dossier(newer, pinned), TODAY).findings
    assert finding.severity is Severity.UPPLYSNING
    assert finding.message == "Dossiern följer version 1 av regelverket. Version 2 finns."
    assert finding.remedy == rules_upgrade()
