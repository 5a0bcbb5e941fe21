from helpers.small_rulebook import DECIDED, rule, said

KINDS = rule("kind: covers\nfields: plan.risker.*.slag\nvalues: [intern, extern]\nbefore: möten")
GRID = rule(
    "kind: covers\nrows: plan.budskap\n"
    "combinations: {slag: [intern, extern], fas: [före, efter]}\nbefore: möten"
)
MEETINGS = rule(
    "kind: covers\nfields: plan.utbildning.*.datum\nvalues_from: tillfällen.*.datum\n"
    "where: {status: genomfört}\nbefore: möten"
)


def test_every_value_is_there_or_named() -> None:
    assert said({**DECIDED, "plan.yaml": "risker: [{slag: intern}, {slag: extern}]"}, KINDS) == []
    assert said({**DECIDED, "plan.yaml": "risker: [{slag: intern}]"}, KINDS) == [
        'Fel E-01: "Utmaningar och risker": Extern risk saknas. (plan.yaml:1:9)'
    ]


def test_an_empty_table_is_one_finding() -> None:
    assert said({**DECIDED, "plan.yaml": "risker:"}, KINDS) == [
        'Fel E-01: "Utmaningar och risker" saknas. (plan.yaml:1:1)'
    ]


def test_every_pair_of_a_grid() -> None:
    rows = "budskap:\n- {slag: intern, fas: före}\n- {slag: intern, fas: efter}\n- {slag: extern, fas: före}\n"
    assert said({**DECIDED, "plan.yaml": rows}, GRID) == [
        "Fel E-01: Extern risk efter mötena saknas. (plan.yaml:2:1)"
    ]
    assert said({**DECIDED, "plan.yaml": rows + "- {slag: extern, fas: efter}\n"}, GRID) == []


def test_values_from_elsewhere_in_the_dossier() -> None:
    files = {
        **DECIDED,
        "tillfallen/a.yaml": "datum: 2027-02-21\nstatus: genomfört\n",
        "tillfallen/b.yaml": "datum: 2027-04-15\nstatus: planerat\n",
    }
    assert (
        said(
            {**files, "plan.yaml": "utbildning: [{datum: 2027-02-21}]\ndatum: 2027-02-20\n"},
            MEETINGS,
        )
        == []
    )
    assert said(
        {**files, "plan.yaml": "utbildning: [{datum: 2027-04-15}]\ndatum: 2027-02-20\n"}, MEETINGS
    ) == ["Fel E-01: Utbildning: 2027-02-21 saknas. (plan.yaml:1:13)"]


DECIDERS = rule(
    "kind: covers\nfields: dossier.planerade_beslut.*.organ\norgan_types: [fullmäktige, styrelse]\n"
    "before: möten"
)


def test_organs_of_every_type() -> None:
    council = "planerade_beslut:\n- organ: kommunfullmäktige\n"
    assert said({**DECIDED, "dossier.yaml": council}, DECIDERS) == [
        "Fel E-01: Planerade beslut: styrelse saknas. (dossier.yaml:2:1)"
    ]
    assert (
        said({**DECIDED, "dossier.yaml": f"{council}- organ: kommundirektören\n"}, DECIDERS) == []
    )


EVERY_COUNCIL = rule(
    "kind: covers\nfields: dossier.planerade_beslut.*.organ\nevery_organ: fullmäktige\nbefore: möten"
)


def test_every_organ_that_is_listed_as_one_type() -> None:
    board = "planerade_beslut:\n- organ: kommundirektören\n"
    assert said({**DECIDED, "dossier.yaml": board}, EVERY_COUNCIL) == [
        "Fel E-01: Planerade beslut: kommunfullmäktige saknas. (dossier.yaml:2:1)"
    ]
    assert said({**DECIDED, "dossier.yaml": f"{board}- organ: KF\n"}, EVERY_COUNCIL) == []


def test_that_no_organ_is_listed_is_not_as_if_all_were_there() -> None:
    council = "planerade_beslut:\n- organ: KF\n"
    boards = EVERY_COUNCIL.replace("every_organ: fullmäktige", "every_organ: nämnd")
    assert said({**DECIDED, "dossier.yaml": council}, boards) == [
        "Fel E-01: Inget organ av slaget nämnd står i organ.yaml. (dossier.yaml:2:1)"
    ]


def test_a_table_that_does_not_apply_covers_everything() -> None:
    assert (
        said({**DECIDED, "plan.yaml": "risker: {ej_tillämpligt: Torget är redan byggt.}"}, KINDS)
        == []
    )
