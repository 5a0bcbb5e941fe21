from helpers.small_rulebook import rule, said

SAMTAL = rule("kind: one_of\nfields: idé.nivå\nvalues: samtal\nbefore: dialogbeslut")
NÄMND = rule("kind: one_of\nfields: idé.genomförs_av\norgan_types: [nämnd]\norgans: KF")


def test_an_allowed_value() -> None:
    assert said({"ide.yaml": "nivå: samtal"}, SAMTAL) == []


def test_another_value_and_what_is_allowed() -> None:
    assert said({"ide.yaml": "nivå: information"}, SAMTAL) == [
        "Fel E-01: Nivå: information. Det som går är samtal. (ide.yaml:1:7)"
    ]


def test_with_a_moment_it_must_be_there() -> None:
    assert said({"ide.yaml": "nivå:"}, SAMTAL) == ["Fel E-01: Nivå saknas. (ide.yaml:1:1)"]
    assert said({"ide.yaml": "genomförs_av:"}, NÄMND) == []


def test_a_word_that_does_not_exist_is_one_finding_not_two() -> None:
    assert said({"ide.yaml": "nivå: samtall"}, SAMTAL) == [
        "Fel fel-värde: Nivå: samtall går inte att välja. Menade du samtal? Välj information eller samtal. "
        "(ide.yaml:1:7)"
    ]


def test_organs_go_by_id_name_or_the_type_their_name_ends_with() -> None:
    assert said({"ide.yaml": "genomförs_av: parknämnden"}, NÄMND) == []
    assert said({"ide.yaml": "genomförs_av: KF"}, NÄMND) == []
    assert said({"ide.yaml": "genomförs_av: Kommunfullmäktige"}, NÄMND) == []
    assert said({"ide.yaml": "genomförs_av: kommunfullmäktiges presidium"}, NÄMND) == [
        "Fel E-01: Organ som genomför: kommunfullmäktiges presidium. Det som går är kommunfullmäktige eller nämnd. "
        "(ide.yaml:1:15)"
    ]


def test_what_an_answer_means_is_said_where_the_rule_says_it() -> None:
    refusing = rule(
        "kind: one_of\nfields: idé.nivå\nvalues: samtal\nrefuses: Då är det bara information."
    )
    assert said({"ide.yaml": "nivå: information"}, refusing) == [
        "Fel E-01: Nivå: information. Då är det bara information. (ide.yaml:1:7)"
    ]
