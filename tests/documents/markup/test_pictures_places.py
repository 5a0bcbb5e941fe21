"""A fault in a picture is told at the picture, however its text is written in the file."""

from __future__ import annotations

import pytest
from helpers import small_rulebook

from dialogcli.documents.markup.pictures import picture_faults
from dialogcli.documents.picture_files import read_pictures


def places(yaml: str) -> list[str]:
    """Where the pictures of a form stand, none of which is there."""
    dossier = small_rulebook.dossier({"ide.yaml": yaml})
    assert not dossier.faults
    faults = picture_faults(dossier, read_pictures(dossier, lambda _: None))
    return [f"{fault.place.line}:{fault.place.column}" for fault in faults]


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("syfte: |\n  Att lyssna\n\n  Se ![Torget](a.png) här\n", ["4:6"]),
        ("syfte: |\r\n  Att lyssna\r\n\r\n  ![Torget](a.png)\r\n", ["4:3"]),
        ("syfte: >\n  Att\n  lyssna ![Torget](a.png)\n", ["3:10"]),
        ("syfte: Se ![Torget](a.png)\n", ["1:11"]),
        ("syfte: 'Att lyssna ![Torget](a.png)'\n", ["1:20"]),
        (
            "syfte: |\n  ![Ett](a.png) ![Två](a.png)\n  ![Tre](b.png) ![Fyra](<a.png>)\n",
            ["2:3", "2:17", "3:3", "3:17"],
        ),
        ("syfte: |\n  \\![Nej](a.png) ![Ja](a.png)\n", ["2:18"]),
        ("syfte: Ingen\nbarn:\n  svar: nej\n  skäl: |\n    Se\n    ![Torget](a.png)\n", ["6:5"]),
    ],
)
def test_a_picture_is_where_it_is_written(yaml: str, expected: list[str]) -> None:
    assert places(yaml) == expected


def test_one_that_the_file_writes_otherwise_is_told_where_the_answer_begins() -> None:
    assert places('syfte: "Att lyssna \\x21[Torget](a.png)"\n') == ["1:8"]
