from helpers.small_rulebook import rule, said

COST = rule("kind: agrees\nfields: [plan.kostnad, plan.poster.*.belopp]")
PURPOSE = rule("kind: agrees\nfields: [plan.syfte, idé.syfte]")


def test_an_amount_and_the_sum_of_a_column() -> None:
    rows = "poster:\n  - {risk: Lokal, belopp: 12 000}\n  - {risk: Kaffe, belopp: 500 kr}\n"
    assert said({"plan.yaml": "kostnad: 12500\n" + rows}, COST) == []
    assert said({"plan.yaml": "kostnad: 12000\n" + rows}, COST) == [
        "Fel E-01: Kostnad i Plan: 12 000 kronor. Det stämmer inte med Poster i Plan, 12 500 kronor. (plan.yaml:1:10)"
    ]


def test_texts_are_compared_without_layout() -> None:
    assert (
        said(
            {"plan.yaml": "syfte: |\n  Att få\n  veta.\n", "ide.yaml": "syfte: Att få veta."},
            PURPOSE,
        )
        == []
    )
    assert said({"plan.yaml": "syfte: Att berätta", "ide.yaml": "syfte: Att få veta"}, PURPOSE) == [
        "Fel E-01: Syfte i Plan och Syfte i Idé säger inte samma sak. (plan.yaml:1:8)"
    ]


def test_what_is_not_filled_in_is_passed_over() -> None:
    assert (
        said({"plan.yaml": "syfte:\nkostnad: 5\n", "ide.yaml": "syfte: Att få veta"}, PURPOSE) == []
    )


def test_amounts_that_cannot_be_read_are_passed_over() -> None:
    rows = "poster:\n  - {risk: Lokal, belopp: x}\n  - {risk: Kaffe, belopp: fem}\n"
    assert said({"plan.yaml": "kostnad: 12000\n" + rows}, COST) == [
        "Fel fel-värde: Belopp: x går inte att läsa. "
        "Skriv ett belopp i hela kronor, till exempel 12500. (plan.yaml:3:27)",
        "Fel fel-värde: Belopp: fem går inte att läsa. "
        "Skriv ett belopp i hela kronor, till exempel 12500. (plan.yaml:4:27)",
    ]
