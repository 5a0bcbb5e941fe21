"""The questions of a new dialogue, as a file to answer in."""

from __future__ import annotations

from helpers.small_rulebook import rulebook

from dialogcli.scaffold.questions_file import questions_file
from dialogcli.storage.yaml_reader import read_yaml


def test_the_file_has_a_place_for_every_answer_and_says_what_to_do_with_it() -> None:
    of = rulebook()
    text = questions_file(of, [of.forms["idé"]], "svar.yaml")
    assert text == """\
# Frågor inför en ny dialog, Exempelby kommun.
# Skriv svaret efter kolon. Lämna tomt för att svara senare.
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
  barn:

  # Nivå
  # Välj: information eller samtal
  nivå:

  # Organ som genomför
  genomförs_av:
"""
    assert read_yaml(text, "svar.yaml").faults == ()


def test_what_new_settles_is_not_asked_again() -> None:
    of = rulebook()
    text = questions_file(of, [of.forms["dossier"]], "svar.yaml")
    assert "  regelverksversion:" not in text
    assert "  handläggare:" in text
