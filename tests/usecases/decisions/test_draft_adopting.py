from __future__ import annotations

from helpers.small_rulebook import SOURCE, dossier, report

from dialogcli.dossier.select import fingerprint
from dialogcli.usecases.decisions.draft import basis, marks

RULE = (
    f"E-01:\n  says: Som beslutat.\n  kind: unchanged\n  forms: [idé]\n  fields: [plan.risker.*.åtgärd]\n"
    f"  since: dialogbeslut\n  {SOURCE}\n"
)
WANTED = (
    f"E-02:\n  says: Planen är med.\n  kind: covers\n  fields: beslut.dialogbeslut.underlag\n  values: plan\n"
    f"  {SOURCE}\n"
)
FILES = {
    "ide.yaml": "syfte: Att få veta\n",
    "plan.yaml": "risker:\n  - {risk: Få kommer, åtgärd: Vi ringer}\n",
}


def test_every_filled_field_of_what_is_adopted_and_watched_has_its_mark() -> None:
    folder = dossier(FILES, RULE)
    purpose = folder.answer("idé.syfte")
    assert purpose is not None
    [first, second] = marks(folder, folder.rulebook.gate("dialogbeslut"))
    assert first == {"fält": "idé.syfte", "avtryck": fingerprint(purpose)}
    assert isinstance(second, dict)
    assert second["fält"] == "plan.risker.1.åtgärd"


def test_a_word_that_is_changed_afterwards_is_found_and_names_the_decision() -> None:
    folder = dossier(FILES, RULE)
    rows = "".join(
        f"  - {{fält: {row['fält']}, avtryck: '{row['avtryck']}'}}\n"
        for row in marks(folder, folder.rulebook.gate("dialogbeslut"))
        if isinstance(row, dict)
    )
    decision = f"beslutspunkt: dialogbeslut\ndatum: 2027-02-08\nutfall: bifall\nantaget:\n{rows}"
    assert report({**FILES, "beslut/a.yaml": decision}, RULE).findings == ()
    changed = {**FILES, "ide.yaml": "syfte: Att få höra\n", "beslut/a.yaml": decision}
    assert [one.message for one in report(changed, RULE).findings] == [
        "Syfte: texten är ändrad efter Fullmäktiges beslut 8 februari 2027."
    ]


def test_the_basis_is_what_is_adopted_and_what_rules_want_as_far_as_it_says_something() -> None:
    full, blank = dossier(FILES, WANTED), dossier({}, WANTED)
    assert basis(full, full.rulebook.gate("dialogbeslut")) == ["idé", "plan"]
    assert basis(blank, blank.rulebook.gate("dialogbeslut")) == []
