import pytest
from helpers.small_rulebook import dossier

from dialogcli.dossier.select import latest_decision, leaves, select

FILES = {
    "dossier.yaml": "dnr: [RV 1, RV 2]\n",
    "plan.yaml": "syfte: Att få veta\nrisker:\n  - risk: Regn\n  - risk: Snö\n    åtgärd: Tält\n",
    "beslut/a.yaml": "beslutspunkt: dialogbeslut\ndatum: 2027-02-08\nutfall: återremiss\n",
    "beslut/b.yaml": "beslutspunkt: dialogbeslut\ndatum: 2027-02-15\nutfall: bifall\n",
    "tillfallen/1.yaml": "datum: 2027-04-14\nantal: 12\n",
    "tillfallen/2.yaml": "datum: 2027-04-15\n",
}


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("plan.syfte", ["Att få veta"]),
        ("plan.risker.*.risk", ["Regn", "Snö"]),
        ("plan.risker.*.åtgärd", ["", "Tält"]),
        ("plan.risker.2.risk", ["Snö"]),
        ("plan.risker.3.risk", []),
        ("plan.kostnad", [""]),
        ("beslut.dialogbeslut.utfall", ["bifall"]),
        ("beslut.*.utfall", ["återremiss", "bifall"]),
        ("beslut.sakbeslut.utfall", []),
        ("tillfällen.*.antal", ["12", ""]),
        ("tillfällen.2027-04-15.datum", ["2027-04-15"]),
        ("finns.inte", []),
    ],
)
def test_paths(path: str, texts: list[str]) -> None:
    assert [answer.text for answer in select(dossier(FILES), path)] == texts


def test_leaves_are_the_filled_single_values() -> None:
    found = dossier(FILES)
    assert [one.text for one in leaves(select(found, "dossier.dnr"))] == ["RV 1", "RV 2"]
    assert [one.text for one in leaves(select(found, "tillfällen.*.antal"))] == ["12"]


def test_of_several_decisions_the_latest_counts() -> None:
    latest = latest_decision(dossier(FILES), "dialogbeslut")
    assert latest is not None
    assert latest.file == "beslut/b.yaml"
