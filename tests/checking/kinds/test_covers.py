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
    assert (
        said(
            {**DECIDED, "plan.yaml": "risker: [{risk: A, slag: intern}, {risk: B, slag: extern}]"},
            KINDS,
        )
        == []
    )
    assert said({**DECIDED, "plan.yaml": "risker: [{risk: A, slag: intern}]"}, KINDS) == [
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
    excuse = "{skäl: Torget är redan byggt., av: chefen, datum: 2027-02-18}"
    assert said({**DECIDED, "plan.yaml": f"risker: {{ej_tillämpligt: {excuse}}}"}, KINDS) == []


CHANNELS = rule("kind: covers\nfields: återkoppling.*.kanal\nvalues: [brev, webben]\nbefore: svar")
LETTER = {**DECIDED, "aterkoppling/a.yaml": "till: deltagare\ndatum: 2027-02-21\nkanal: brev\n"}
WEB = {"aterkoppling/b.yaml": "till: deltagare\ndatum: 2027-02-22\nkanal: [webben, affisch]\n"}


def about(files: dict[str, str], text: str) -> list[str]:
    return [line for line in said(files, text) if " E-01: " in line]


def test_a_field_of_several_files_covers_with_what_stands_in_all_of_them() -> None:
    assert about({**LETTER, **WEB}, CHANNELS) == []
    assert about(LETTER, CHANNELS) == ["Fel E-01: Återkoppling: webben saknas. (aterkoppling:1:1)"]


def test_where_presence_is_demanded_no_file_covers_nothing() -> None:
    planned = {**DECIDED, "plan.yaml": "datum: 2027-02-20\n"}
    assert about(planned, CHANNELS) == ["Fel E-01: Återkoppling saknas. (aterkoppling:1:1)"]
    assert about(planned, CHANNELS.replace("  before: svar", "")) == []


def test_the_files_of_a_form_hold_every_pair_of_a_grid() -> None:
    grid = rule("kind: covers\nrows: tillfällen\ncombinations: {status: genomfört, antal: [3, 4]}")
    three = {**DECIDED, "tillfallen/a.yaml": "datum: 2027-02-21\nstatus: genomfört\nantal: 3\n"}
    four = {"tillfallen/b.yaml": "datum: 2027-02-22\nstatus: genomfört\nantal: 4\n"}
    assert about({**three, **four}, grid) == []
    assert about(three, grid) == ["Fel E-01: genomfört 4 saknas. (tillfallen:1:1)"]


def test_a_row_without_what_it_is_about_covers_nothing() -> None:
    rows = "risker: [{risk: A, slag: intern}, {slag: extern}]"
    assert said({**DECIDED, "plan.yaml": rows}, KINDS) == [
        'Fel E-01: "Utmaningar och risker": Extern risk saknas. '
        "Rad 2 räknas inte, för där saknas Risk. (plan.yaml:1:9)"
    ]
