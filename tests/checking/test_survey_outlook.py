from collections.abc import Iterable

from helpers.small_rulebook import DECIDED, SOURCE, TODAY, dossier

from dialogcli.base.findings import Finding
from dialogcli.checking.survey import Outlook, outlook

RULES = f"""
E-01:
  says: Idén har en nivå.
  kind: required
  fields: idé.nivå
  before: dialogbeslut
  {SOURCE}
E-02:
  says: Planen har risker.
  kind: required
  fields: plan.risker
  before: möten
  {SOURCE}
"""
IDEA = {"ide.yaml": "syfte: Att få veta\n"}


def look(files: dict[str, str]) -> Outlook:
    return outlook(dossier(files, RULES), TODAY)


def rules(findings: Iterable[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


def test_what_is_missing_is_missing_for_the_next_decision() -> None:
    found = look({**IDEA, "plan.yaml": "datum: i vår\n"})
    assert (rules(found.basis.findings), rules(found.others)) == (["E-01"], ["E-02", "fel-värde"])


def test_where_no_decision_is_to_come_all_of_it_is() -> None:
    found = look(DECIDED)
    assert (found.gate, rules(found.basis.findings), found.others) == (None, ["E-01", "E-02"], ())


def test_an_incomplete_basis_is_not_yet_the_deciders_turn() -> None:
    assert [turn.who for turn in look(IDEA).turns] == [""]
    complete = {"ide.yaml": "syfte: Att få veta\nnivå: samtal\n"}
    assert [turn.who for turn in look(complete).turns] == ["kommunfullmäktige"]
