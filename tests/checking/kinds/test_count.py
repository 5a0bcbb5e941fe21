from helpers.small_rulebook import DECIDED, rule, said

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


def test_a_row_without_what_it_is_about_is_not_counted() -> None:
    rows = {**DECIDED, "plan.yaml": "risker:\n  - risk: Regn\n  - slag: intern\n"}
    assert said(rows, TWO) == [
        'Fel E-01: "Utmaningar och risker": 1 rad. Minst 2 behövs. '
        "Rad 2 räknas inte, för där saknas Risk. (plan.yaml:2:3)"
    ]
