from helpers.small_rulebook import DECIDED, report, rule, said

WATCHED = rule("kind: unchanged\nsince: dialogbeslut\nforms: [idé]\nseverity: varning")
MARKS = "antaget: [{fält: idé.syfte, avtryck: 0123456789abcdef}]\n"
SENTENCE = (
    "Varning antaget-saknas: Fullmäktiges beslut 8 februari 2027: avtrycken av det som antogs saknas. "
    "Därför märks det inte om texten ändras. (beslut/a.yaml:4:1)"
)


def test_a_decision_that_lost_its_marks() -> None:
    assert said(DECIDED, WATCHED) == [SENTENCE]


def test_what_to_do() -> None:
    [found] = report(DECIDED, WATCHED).findings

    assert found.remedy == (
        "Hämta tillbaka raderna under antaget ur en tidigare version av filen. "
        "Finns ingen: ta bort filen och för in beslutet på nytt."
    )


def test_with_its_marks_the_rule_speaks() -> None:
    files = {**DECIDED, "beslut/a.yaml": DECIDED["beslut/a.yaml"] + MARKS}

    assert "antaget-saknas" not in [one.rule for one in report(files, WATCHED).findings]


def test_where_no_rule_would_look_at_the_marks() -> None:
    assert said(DECIDED, "") == []


def test_a_refusal_adopts_nothing() -> None:
    refused = DECIDED["beslut/a.yaml"].replace("bifall", "avslag")

    assert said({**DECIDED, "beslut/a.yaml": refused}, WATCHED) == [
        "Upplysning avslutad: Fullmäktiges beslut, 8 februari 2027: avslag. Dialogen är avslutad. "
        "(beslut/a.yaml:4:9)"
    ]
