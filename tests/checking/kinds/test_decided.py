from helpers.small_rulebook import DECIDED, PLANNED, report, rule, said

KF = rule("kind: decided\ngate: dialogbeslut")


def decision(**changes: str) -> dict[str, str]:
    given = {
        "beslutspunkt": "dialogbeslut",
        "organ": "KF",
        "datum": "2027-02-08",
        "utfall": "bifall",
        **changes,
    }
    return {
        **DECIDED,
        "beslut/a.yaml": "".join(f"{key}: {value}\n" for key, value in given.items()),
    }


def judged(files: dict[str, str]) -> list[str]:
    return said(files, KF, authority=False)


def test_a_decision_by_its_decider() -> None:
    assert judged(decision()) == []
    assert judged(decision(organ="kommunfullmäktige")) == []


def test_by_somebody_else() -> None:
    assert judged(decision(organ="parknämnden")) == [
        "Fel E-01: Fullmäktiges beslut: beslutat av parknämnden. Det ska beslutas av kommunfullmäktige. "
        "(beslut/a.yaml:2:8)"
    ]


def test_an_outcome_that_the_gate_has_not() -> None:
    assert judged(decision(utfall="bordläggning")) == [
        "Fel E-01: Fullmäktiges beslut, 8 februari 2027: utfallet bordläggning finns inte här. "
        "Det som går är bifall, avslag eller återremiss. (beslut/a.yaml:4:9)"
    ]


def test_what_an_outcome_demands() -> None:
    assert judged(decision(utfall="återremiss")) == [
        "Fel E-01: Fullmäktiges beslut: Motivering saknas. Utfallet återremiss kräver det. (beslut/a.yaml:4:1)"
    ]
    assert judged(decision(utfall="aterremiss", motivering="Visa kostnaden")) == []


def test_while_one_works_towards_it_it_is_only_coming() -> None:
    files = {"ide.yaml": "syfte: Att få veta hur torget används"}
    assert judged(files) == []
    assert [rule.id for rule in report(files, KF, authority=False).upcoming] == ["E-01"]


def test_a_decision_that_is_not_there_is_the_engines_own_to_say_once_people_have_met() -> None:
    met = {**PLANNED, "tillfallen/a.yaml": "datum: 2027-02-21\nstatus: genomfört\n"}
    del met["beslut/a.yaml"]
    assert judged(met) == [
        "Fel E-01: Fullmäktiges beslut saknas. Ändå finns det som kommer efter: "
        "ett dialogtillfälle (21 februari 2027). (beslut/fullmaktiges-beslut.yaml:1:1)"
    ]


def test_the_latest_of_several_counts() -> None:
    first = decision(utfall="återremiss", motivering="Visa kostnaden")
    later = "beslutspunkt: dialogbeslut\norgan: KD\ndatum: 2027-02-15\nutfall: bifall\n"
    assert judged({**first, "beslut/b.yaml": later}) == [
        "Fel E-01: Fullmäktiges beslut: beslutat av kommundirektören. Det ska beslutas av kommunfullmäktige. "
        "(beslut/b.yaml:2:8)"
    ]
