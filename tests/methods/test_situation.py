"""What a dossier says of a dialogue before methods are suggested."""

from __future__ import annotations

from datetime import date

from dialogcli.dossier.build import build_dossier
from dialogcli.methods.situation import situation_of
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.rulebook.methods import load_catalogue


def test_the_level_is_known_whichever_field_says_it() -> None:
    sandviken = load_rulebook("sandviken")
    dossier = build_dossier(sandviken, {"uppdrag.yaml": "delaktighetsnivå: inflytande\n"})
    assert situation_of(dossier, load_catalogue(), date(2027, 3, 1)).level == "inflytande"
