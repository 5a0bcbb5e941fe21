from helpers.small_rulebook import report, rule, said

INFO = rule("kind: forbidden\nfields: idé.nivå\nvalues: information\nbefore: dialogbeslut")


SAID = INFO + "\n  refuses: Bara information är inget samtal."


def test_any_other_value_meets_it() -> None:
    assert said({"ide.yaml": "nivå: samtal"}, INFO) == []


def test_the_forbidden_value() -> None:
    assert said({"ide.yaml": "nivå: information"}, INFO) == [
        "Fel E-01: Nivå: information. Det svaret får inte stå här. (ide.yaml:1:7)"
    ]


def test_what_it_means_in_the_words_of_the_rulebook() -> None:
    assert said({"ide.yaml": "nivå: information"}, SAID) == [
        "Fel E-01: Nivå: information. Bara information är inget samtal. (ide.yaml:1:7)"
    ]


def test_no_answer() -> None:
    assert said({"ide.yaml": "nivå:"}, INFO) == ["Fel E-01: Nivå saknas. (ide.yaml:1:1)"]


def test_it_cannot_be_waived() -> None:
    files = {
        "ide.yaml": "nivå: information",
        "undantag/e.yaml": "regel: E-01\nskäl: Vi vill ändå\nav: chefen\ndatum: 2027-02-01\n",
    }
    assert [finding.message for finding in report(files, INFO).findings] == [
        "Nivå: information. Det svaret får inte stå här.",
        "Från E-01 går det inte att göra undantag.",
    ]
