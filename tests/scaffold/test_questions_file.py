"""The questions of a dialogue, as a file to answer in."""

from __future__ import annotations

from helpers.small_rulebook import rulebook

from dialogcli.scaffold.questions_file import Part, new_questions, remaining_questions
from dialogcli.yamltext.reader import read_yaml

IDEA = rulebook().forms["idé"]
FIELDS = list(IDEA.fields.values())


def test_the_file_has_a_place_for_every_answer_and_says_what_to_do_with_it() -> None:
    text = new_questions(rulebook(), [Part(IDEA, FIELDS)], "dialog new --answers svar.yaml")
    assert (
        text
        == """\
# Frågor inför en ny dialog, Exempelby kommun.
# Skriv svaret efter kolon. Lämna tomt för att svara senare: det som är tomt ändras inte.
# Lång text: skriv | efter kolon, och texten indragen på raderna under.
# Gäller frågan inte: skriv ej tillämpligt och sedan skälet.
# När du är klar: dialog new --answers svar.yaml

regelverk: exempelby

# Titel
titel:

idé:
  # Syfte
  # Vad ni vill veta och vad svaret ska användas till
  syfte:

  # Barn och unga
  # svar: ja eller nej
  # Skriv svaret och sedan skälet: nej, och varför.
  barn:

  # Nivå
  # Välj: information eller samtal
  nivå:

  # Organ som genomför
  genomförs_av:
"""
    )
    assert read_yaml(text, "svar.yaml").faults == ()


def test_what_is_answered_already_stands_as_a_comment_and_the_place_is_empty() -> None:
    part = Part(IDEA, FIELDS[:1], {"idé.syfte": "Att få veta hur folk reser."})
    text = remaining_questions(rulebook(), [part], "dialog fill --answers svar.yaml", "Torget")
    assert text.startswith("# Frågor som återstår: Torget.\n")
    assert text.endswith("  # Svaret nu: Att få veta hur folk reser.\n  syfte:\n")
    assert "regelverk:" not in text
