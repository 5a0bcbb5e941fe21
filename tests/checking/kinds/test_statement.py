import pytest
from helpers.small_rulebook import rule, said

BARN = rule("kind: statement\nfields: idé.barn\nbefore: dialogbeslut")
GOOD = "barn:\n  svar: ja\n  skäl: Skolbarnen har sin väg över torget.\n  av: handläggaren\n  datum: 2027-01-20\n"


def test_a_reason_by_somebody_dated_meets_it() -> None:
    assert said({"ide.yaml": GOOD}, BARN) == []


def test_nothing_written() -> None:
    assert said({"ide.yaml": "barn:\n"}, BARN) == ["Fel E-01: Barn och unga saknas. (ide.yaml:1:1)"]


def test_what_is_missing_is_named_at_once() -> None:
    assert said({"ide.yaml": "barn:\n  skäl: Skolbarnen har sin väg över torget.\n"}, BARN) == [
        "Fel E-01: Barn och unga: svar, vem som har tagit ställning och datum saknas. (ide.yaml:2:3)"
    ]


@pytest.mark.parametrize("reason", ["ja", "Ja.", "Ej aktuellt"])
def test_a_reason_that_is_too_short(reason: str) -> None:
    text = GOOD.replace("Skolbarnen har sin väg över torget.", f'"{reason}"')
    assert said({"ide.yaml": text}, BARN) == [
        "Fel E-01: Barn och unga: skälet är för kort. Skriv vad ni har vägt in och vad ni kom fram till. "
        "(ide.yaml:3:9)"
    ]


def test_a_reason_that_is_none() -> None:
    text = GOOD.replace("Skolbarnen har sin väg över torget.", '"-"')
    assert said({"ide.yaml": text}, BARN) == [
        "Fel E-01: Barn och unga: här står bara ett streck. "
        "Skriv vad ni har vägt in och vad ni kom fram till. (ide.yaml:3:9)"
    ]


def test_the_forms_own_help_text_is_no_reason() -> None:
    syfte = rule("kind: statement\nfields: idé.syfte\nbefore: dialogbeslut")
    assert said(
        {"ide.yaml": "syfte: Vad ni vill veta, och vad svaret ska användas till."}, syfte
    ) == [
        "Fel E-01: Syfte: här står bara frågans hjälptext. Skriv vad ni har vägt in och vad ni kom fram till. "
        "(ide.yaml:1:8)"
    ]


def test_by_names_who_has_to_take_it() -> None:
    by_director = rule("kind: statement\nfields: idé.barn\nby: KD\nbefore: dialogbeslut")
    assert said({"ide.yaml": GOOD}, by_director) == [
        "Fel E-01: Barn och unga: ställning ska tas av kommundirektören. Här står handläggaren. (ide.yaml:4:7)"
    ]
    assert said({"ide.yaml": GOOD.replace("handläggaren", "Kommundirektören")}, by_director) == []
