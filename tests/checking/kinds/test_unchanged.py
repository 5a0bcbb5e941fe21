from helpers.small_rulebook import DECIDED, dossier, rule, said

from dialogcli.dossier.select import fingerprint
from dialogcli.usecases.decisions.draft import marks

IDEA = rule("kind: unchanged\nforms: idé\nsince: dialogbeslut")
IDE = "syfte: Att få veta hur torget används\n"


def decided() -> dict[str, str]:
    answer = dossier({"ide.yaml": IDE}).answer("idé.syfte")
    assert answer is not None
    mark = f"antaget:\n  - {{fält: idé.syfte, avtryck: {fingerprint(answer)}}}\n"
    return {"beslut/a.yaml": DECIDED["beslut/a.yaml"] + "paragraf: 17\n" + mark}


def test_as_it_was_adopted() -> None:
    assert said({**decided(), "ide.yaml": IDE}, IDEA) == []


def test_layout_and_comments_do_not_count() -> None:
    assert (
        said(
            {
                **decided(),
                "ide.yaml": "# vårt syfte\nsyfte: |\n  Att få veta\n  hur torget används\n",
            },
            IDEA,
        )
        == []
    )


def test_one_changed_word_is_found_and_the_decision_is_named() -> None:
    assert said({**decided(), "ide.yaml": IDE.replace("torget", "parken")}, IDEA) == [
        "Fel E-01: Syfte: texten är ändrad efter Fullmäktiges beslut 8 februari 2027 § 17. (ide.yaml:1:8)"
    ]


def test_what_is_taken_away_is_a_change() -> None:
    assert said({**decided(), "ide.yaml": "syfte:\n"}, IDEA) == [
        "Fel E-01: Syfte: texten är ändrad efter Fullmäktiges beslut 8 februari 2027 § 17. (ide.yaml:1:1)"
    ]


def test_what_is_added_to_an_adopted_form_is_found() -> None:
    assert said({**decided(), "ide.yaml": IDE + "nivå: samtal\n"}, IDEA) == [
        "Fel E-01: Nivå: texten är tillagd efter Fullmäktiges beslut 8 februari 2027 § 17. (ide.yaml:2:7)"
    ]


def test_what_mends_a_basis_that_was_known_to_be_incomplete_is_no_change() -> None:
    decision = (
        decided()["beslut/a.yaml"] + "ofullständigt_underlag: Fullmäktige ville inte vänta.\n"
    )
    assert said({"beslut/a.yaml": decision, "ide.yaml": IDE + "nivå: samtal\n"}, IDEA) == []


def test_a_form_of_which_nothing_was_adopted_may_be_begun() -> None:
    both = IDEA.replace("forms: idé", "forms: [idé, plan]")
    assert said({**decided(), "ide.yaml": IDE, "plan.yaml": "kostnad: 12500\n"}, both) == []


def test_nothing_adopted_nothing_to_compare() -> None:
    assert said({"ide.yaml": IDE}, IDEA) == []


RISKS = rule(
    "kind: unchanged\nfields: [plan.risker.*.risk, plan.risker.*.åtgärd]\nsince: dialogbeslut"
)
PLAN = """risker:
  - risk: Få kommer
    åtgärd: Vi ringer
  - risk: Det regnar
    åtgärd: Vi har tält
"""


def adopted(files: dict[str, str], rules: str) -> dict[str, str]:
    """A decision that adopted what these rules watch in these files."""
    files = {"ide.yaml": IDE, **files}
    folder = dossier(files, rules)
    rows = "".join(
        f"  - {{fält: {row['fält']}, avtryck: '{row['avtryck']}'}}\n"
        for row in marks(folder, folder.rulebook.gate("dialogbeslut"))
        if isinstance(row, dict)
    )
    return {"beslut/a.yaml": f"{DECIDED['beslut/a.yaml']}antaget:\n{rows}", **files}


def planned() -> dict[str, str]:
    """Both risks were adopted."""
    return adopted({"plan.yaml": PLAN}, RISKS)


def test_a_column_that_is_not_watched_may_change() -> None:
    files = planned()
    assert said({**files, "plan.yaml": PLAN + "    slag: extern\n"}, RISKS) == []


def test_a_changed_cell_is_named_by_its_row() -> None:
    files = planned()
    assert said({**files, "plan.yaml": PLAN.replace("har tält", "går in")}, RISKS) == [
        'Fel E-01: Rad 2: "Åtgärd": texten är ändrad efter Fullmäktiges beslut 8 februari 2027. (plan.yaml:5:13)'
    ]


def test_a_new_row_is_told_once() -> None:
    files = planned()
    assert said(
        {**files, "plan.yaml": PLAN + "  - risk: Det snöar\n    åtgärd: Vi skottar\n"}, RISKS
    ) == [
        'Fel E-01: Rad 3: "Risk": texten är tillagd efter Fullmäktiges beslut 8 februari 2027. (plan.yaml:6:11)'
    ]


def test_a_row_that_is_taken_away_is_told_at_its_table() -> None:
    files = planned()
    assert said({**files, "plan.yaml": PLAN.partition("  - risk: Det")[0]}, RISKS) == [
        'Fel E-01: "Utmaningar och risker": rad 2 är borttagen efter Fullmäktiges beslut 8 februari 2027. '
        "(plan.yaml:2:3)"
    ]


def test_what_another_rule_misses_is_told_once() -> None:
    stand = rule("kind: statement\nfields: idé.syfte\nbefore: dialogbeslut")
    rules = f"{IDEA}\n{stand.replace('E-01', 'E-02')}"
    files = adopted({"ide.yaml": IDE}, rules)
    assert said({**files, "ide.yaml": "syfte:\n"}, rules) == [
        "Fel E-02: Syfte saknas. (ide.yaml:1:1)"
    ]


def test_a_rule_without_a_moment_may_pass_over_what_is_taken_away() -> None:
    watch = rule("kind: unchanged\nfields: återkoppling.*.paragraf\nsince: dialogbeslut")
    stand = rule("kind: statement\nfields: återkoppling.*.paragraf\nlength: 1")
    rules = f"{watch}\n{stand.replace('E-01', 'E-02')}"
    event = {"aterkoppling/a.yaml": 'till: deltagare\nparagraf: "7"\n'}
    files = adopted(event, rules)
    assert said(files, rules) == []
    assert said({**files, "aterkoppling/a.yaml": "till: deltagare\nparagraf:\n"}, rules) == [
        "Fel E-01: Paragraf: texten är ändrad efter Fullmäktiges beslut 8 februari 2027. "
        "(aterkoppling/a.yaml:2:1)"
    ]


SESSIONS = rule("kind: unchanged\nforms: tillfällen\nsince: dialogbeslut")
FIRST = {"tillfallen/a.yaml": "datum: 2027-03-14\nstatus: planerat\n"}
SECOND = {"tillfallen/b.yaml": "datum: 2027-03-21\nstatus: planerat\n"}


def test_of_several_files_one_that_is_gone_and_one_that_is_new_are_each_told_once() -> None:
    files = adopted({**FIRST, **SECOND}, SESSIONS)
    assert said(files, SESSIONS) == []
    left = {name: text for name, text in files.items() if name != "tillfallen/b.yaml"}
    third = {"tillfallen/c.yaml": "datum: 2027-03-28\nstatus: planerat\n"}
    since = "efter Fullmäktiges beslut 8 februari 2027"
    assert said({**left, **third}, SESSIONS) == [
        f"Fel E-01: Tillfällen (2027-03-21): filen är borttagen {since}. (tillfallen:1:1)",
        f"Fel E-01: Datum: texten är tillagd {since}. (tillfallen/c.yaml:1:8)",
    ]
