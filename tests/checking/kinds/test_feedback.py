from helpers.small_rulebook import DECIDED, rule, said

ANSWER = rule(
    "kind: feedback\nto: deltagare\nafter: resultat.datum\nchannels: 2\nfields: paragraf\nfrom: svar"
)
HELD = {
    **DECIDED,
    "plan.yaml": "datum: 2027-02-10\n",
    "resultat.yaml": "datum: 2027-02-15\n",
    "tillfallen/a.yaml": "datum: 2027-02-12\nstatus: genomfört\n",
}


def event(text: str) -> dict[str, str]:
    return {**HELD, "aterkoppling/a.yaml": f"till: deltagare\n{text}"}


def test_held_after_the_result_in_enough_channels() -> None:
    assert said(event("datum: 2027-02-20\nkanal: [brev, webb]\nparagraf: 4\n"), ANSWER) == []


def test_none_planned() -> None:
    assert said(HELD, ANSWER) == [
        "Fel E-01: Återkoppling saknas till: De som deltog. Den är försenad, räknat från "
        "15 februari 2027. (aterkoppling/deltagare.yaml:1:1)"
    ]


def test_on_the_day_of_the_result_it_is_not_late() -> None:
    today = {**HELD, "resultat.yaml": "datum: 2027-02-22\n"}
    assert said(today, ANSWER) == [
        "Fel E-01: Återkoppling saknas till: De som deltog. (aterkoppling/deltagare.yaml:1:1)"
    ]


def test_planned_is_enough_until_the_day_has_passed() -> None:
    assert said(event("planerad: 2027-02-22\nkanal: [brev, webb]\n"), ANSWER) == []
    assert said(event("planerad: 2027-02-21\nkanal: [brev, webb]\n"), ANSWER) == [
        "Fel E-01: Återkoppling till De som deltog är försenad. Den var planerad till 21 februari 2027. "
        "(aterkoppling/a.yaml:2:11)"
    ]


def test_held_too_early_in_one_channel_without_paragraph() -> None:
    assert said(event("datum: 2027-02-14\nkanal: brev\n"), ANSWER) == [
        "Fel E-01: Återkoppling till De som deltog: 14 februari 2027. Det är före Resultat, 15 februari 2027. "
        "(aterkoppling/a.yaml:2:8)",
        "Fel E-01: Återkoppling till De som deltog: Paragraf saknas. (aterkoppling/a.yaml:3:1)",
        "Fel E-01: Återkoppling till De som deltog: 1 kanal. Minst 2 behövs. (aterkoppling/a.yaml:3:8)",
    ]


def test_an_event_without_any_date() -> None:
    assert said(event("kanal: [brev, webb]\n"), ANSWER) == [
        "Fel E-01: Återkoppling till De som deltog: planerat datum saknas. Den är försenad, "
        "räknat från 15 februari 2027. (aterkoppling/a.yaml:2:1)"
    ]
