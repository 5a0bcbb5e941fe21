"""Opening a dossier: which rulebook it names, and which overlays lie on top."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogcli.dossier.reading import read_dossier
from dialogcli.model.errors import UnreadableError

IDENTITY = 'format: 1\ntitel: Badplatsen\nregelverk: allman\nregelverksversion: "1.0"\n'


def dossier(folder: Path, text: str) -> Path:
    (folder / "dossier.yaml").write_text(IDENTITY + text, encoding="utf-8")
    return folder


def test_without_overlays_the_rulebook_stands_alone(tmp_path: Path) -> None:
    read = read_dossier(dossier(tmp_path, "tillägg:\n"))

    assert read.rulebook.overlays == ()
    assert "L-03" not in read.rulebook.rules


@pytest.mark.parametrize("written", ["lag", "[lag]", "\n  - lag", "[lag, lag]"])
def test_an_overlay_is_switched_on_by_name(written: str, tmp_path: Path) -> None:
    read = read_dossier(dossier(tmp_path, f"tillägg: {written}\n"))

    assert read.rulebook.overlays == ("Lagar som rör en dialog 1.0",)
    assert read.rulebook.id == "allman"
    assert {"A-01", "L-03"} <= set(read.rulebook.rules)
    assert "lagprövning" in read.files
    assert read.remarks == ()


def test_an_overlay_that_there_is_not_gets_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"Tillägget lagg finns inte\. Menade du lag\?"):
        read_dossier(dossier(tmp_path, "tillägg: [lagg]\n"))


def test_the_files_are_kept_as_they_stand(tmp_path: Path) -> None:
    (tmp_path / "initiativ.yaml").write_text("# en kommentar\nsyfte: Bada\n", encoding="utf-8")

    assert read_dossier(dossier(tmp_path, "")).texts["initiativ.yaml"] == "# en kommentar\nsyfte: Bada\n"
