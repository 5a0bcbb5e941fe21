from helpers.small_rulebook import DECIDED, PLANNED, report, rule, said

from dialogcli.base.commands import add

TWO = rule("kind: count\nrows: plan.risker\nmin: 2\nmax: 3\nbefore: möten")
EXTERNAL = rule("kind: count\nrows: plan.risker\nwhere: {slag: extern}\nmin: 1\nbefore: möten")
DIFFERENT = rule("kind: count\nrows: plan.risker\ndistinct: slag\nmin: 2\nbefore: möten")


def plan(*kinds: str) -> dict[str, str]:
    rows = "".join(f"  - {{risk: R, slag: {kind}}}\n" for kind in kinds)
    return {**DECIDED, "plan.yaml": f"risker:\n{rows}"}


def test_too_few_enough_and_too_many() -> None:
    assert said(plan("intern"), TWO) == [
        'Fel E-01: "Utmaningar och risker": 1 rad. Minst 2 behövs. (plan.yaml:2:3)'
    ]
    assert said(plan("intern", "intern"), TWO) == []
    assert said(plan(*["intern"] * 4), TWO) == [
        'Fel E-01: "Utmaningar och risker": 4 rader. Högst 3 får finnas. (plan.yaml:2:3)'
    ]


def test_only_rows_that_meet_where_count() -> None:
    assert said(plan("extern"), EXTERNAL) == []
    assert said(plan("intern"), EXTERNAL) == [
        'Fel E-01: "Utmaningar och risker": 0 rader med "Slag": extern. Minst 1 behövs. (plan.yaml:2:3)'
    ]


def test_distinct_counts_different_values() -> None:
    assert said(plan("extern", "intern"), DIFFERENT) == []
    assert said(plan("intern", "intern"), DIFFERENT) == [
        'Fel E-01: "Utmaningar och risker": 1 olika i kolumnen "Slag". Minst 2 behövs. (plan.yaml:2:3)'
    ]


HELD = rule("kind: count\nrows: tillfällen\nwhere: {status: genomfört}\nmin: 2\nbefore: svar")


def sessions(*days_and_status: str) -> dict[str, str]:
    files = {}
    for number, text in enumerate(days_and_status):
        day, _, status = text.partition(" ")
        people = f"antal: {number}\n" if status == "genomfört" else ""
        files[f"tillfallen/{number}.yaml"] = f"datum: {day}\nstatus: {status}\n{people}"
    return {**PLANNED, **files}


def test_the_files_of_a_form_are_counted() -> None:
    held = sessions("2027-02-21 genomfört", "2027-02-22 genomfört")
    assert said(held, HELD) == []
    once = sessions("2027-02-21 genomfört", "2027-02-20 inställt", "2027-04-14 planerat")
    assert said(once, HELD) == [
        'Fel E-01: Tillfällen: 1 fil med "Status": genomfört. Minst 2 behövs. (tillfallen:1:1)'
    ]
    assert said(PLANNED, HELD) == [
        'Fel E-01: Tillfällen: 0 filer med "Status": genomfört. Minst 2 behövs. (tillfallen:1:1)'
    ]
    assert said(DECIDED, HELD) == []


def test_the_remedy_enters_one_more() -> None:
    [finding] = report(PLANNED, HELD).findings
    assert finding.remedy == add("tillfällen")


def test_without_a_moment_files_are_counted_when_there_are_any() -> None:
    any_time = rule("kind: count\nrows: tillfällen\nmin: 2\nmax: 3")
    assert said(PLANNED, any_time) == []
    one = sessions("2027-02-21 genomfört")
    assert said(one, any_time) == ["Fel E-01: Tillfällen: 1 fil. Minst 2 behövs. (tillfallen:1:1)"]
    four = sessions(*["2027-02-21 genomfört"] * 4)
    assert "Fel E-01: Tillfällen: 4 filer. Högst 3 får finnas. (tillfallen:1:1)" in said(
        four, any_time
    )


def test_those_that_a_rule_names_by_their_status_are_counted_whatever_it_is() -> None:
    planned = rule(
        "kind: count\nrows: tillfällen\nwhere: {status: planerat}\nmin: 2\nbefore: möten"
    )
    assert said(sessions("2027-04-14 planerat", "2027-04-15 planerat"), planned) == []
    assert said(sessions("2027-04-14 planerat"), planned) == [
        'Fel E-01: Tillfällen: 1 fil med "Status": planerat. Minst 2 behövs. (tillfallen:1:1)'
    ]


def test_different_values_over_all_files() -> None:
    counts = rule("kind: count\nrows: tillfällen\ndistinct: antal\nmin: 3\nbefore: svar")
    assert said(sessions(*["2027-02-21 genomfört"] * 3), counts) == []
    assert said(sessions(*["2027-02-21 genomfört"] * 2), counts) == [
        'Fel E-01: Tillfällen: 2 olika i fältet "Antal invånare". Minst 3 behövs. (tillfallen:1:1)'
    ]


def test_a_list_in_each_of_several_files_is_counted_in_each() -> None:
    groups = rule("kind: count\nrows: tillfällen.*.grupper\nmin: 2")
    files = {
        **PLANNED,
        "tillfallen/a.yaml": "datum: 2027-02-21\nstatus: genomfört\ngrupper: [4, 5]\n",
        "tillfallen/b.yaml": "datum: 2027-02-22\nstatus: genomfört\ngrupper: [4]\n",
    }
    assert said(files, groups) == [
        "Fel E-01: Antal i varje grupp: 1 rad. Minst 2 behövs. (tillfallen/b.yaml:3:10)"
    ]


def test_rows_that_a_condition_leaves_out_are_not_counted() -> None:
    named = rule(
        "kind: count\nrows: plan.risker\nmin: 2\nbefore: möten\nwhen: {plan.risker.*.slag: extern}"
    )
    assert said(plan("extern", "extern"), named) == []
    assert said(plan("extern", "intern"), named) == [
        'Fel E-01: "Utmaningar och risker": 1 rad. Minst 2 behövs. (plan.yaml:2:3)'
    ]


def test_a_row_without_what_it_is_about_is_not_counted() -> None:
    rows = {**DECIDED, "plan.yaml": "risker:\n  - risk: Regn\n  - slag: intern\n"}
    assert said(rows, TWO) == [
        'Fel E-01: "Utmaningar och risker": 1 rad. Minst 2 behövs. '
        "Rad 2 räknas inte, för där saknas Risk. (plan.yaml:2:3)"
    ]
