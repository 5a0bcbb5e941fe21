"""Wherever a dialogue stands, status has something true to say of it: every fixture with every file
taken away.
"""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from helpers.screens import drawn
from helpers.walks import DOSSIERS, dossier_texts

from dialogcli.checking.survey import outlook
from dialogcli.dossier.build import build_dossier
from dialogcli.process.days import DayKind
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.screens.status import status_facts, whole_status_screen
from dialogcli.usecases.next_step import next_step

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "screens" / "status.schema.json").read_text("utf-8")
)
ORGANISATIONS = sorted(path.name for path in DOSSIERS.iterdir() if path.name != "lag")


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_a_whole_dossier_is_done_and_without_a_file_it_is_still_told(organisation: str) -> None:
    texts, rulebook, today = (
        dossier_texts(organisation),
        load_rulebook(organisation),
        date(2027, 2, 22),
    )
    whole = outlook(build_dossier(rulebook, texts), today)
    assert (
        whole.turns,
        {one.kind for one in whole.ahead} - {DayKind.FOLLOW_UP},
        whole.standing.current,
    ) == ((), set(), None)
    for missing in texts:
        look = outlook(
            build_dossier(
                rulebook, {name: text for name, text in texts.items() if name != missing}
            ),
            today,
        )
        jsonschema.validate(status_facts(look, ".", next_step(look)), SCHEMA)
        assert drawn(whole_status_screen(look, next_step(look))).count("\nSteg  ") == 1
        assert look.standing.ended or bool(look.turns) == bool(look.standing.current)
