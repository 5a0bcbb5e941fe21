"""Opening a dossier: which rulebook it names, and which overlays lie on top."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogcli.base.findings import DialogError, Severity, UnreadableError, UsageError
from dialogcli.dossier.reading import read_dossier

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

    assert (
        read_dossier(dossier(tmp_path, "")).texts["initiativ.yaml"]
        == "# en kommentar\nsyfte: Bada\n"
    )


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        (
            "format: 2\nregelverk: allman\n",
            UnreadableError,
            r"Dossiern är skriven i format 2\. Det här programmet kan",
        ),
        (
            "titel: Badplatsen\n",
            UnreadableError,
            "Det står inte i dossier.yaml vilket regelverk dossiern följer",
        ),
        ("titel: [\n", UnreadableError, "går inte att läsa"),
        (None, UsageError, "Här finns ingen dossier"),
    ],
)
def test_a_folder_that_nothing_can_be_judged_in(
    text: str | None, error: type[DialogError], message: str, tmp_path: Path
) -> None:
    (tmp_path / "initiativ.yaml").write_text("syfte: Bada\n", encoding="utf-8")
    if text is not None:
        (tmp_path / "dossier.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(error, match=message):
        read_dossier(tmp_path)


def test_a_folder_within_a_dossier_is_none(tmp_path: Path) -> None:
    inner = dossier(tmp_path, "") / "tillfallen"
    inner.mkdir()
    with pytest.raises(
        UsageError, match=r"Mappen .* är ingen dossier\. Filen dossier\.yaml saknas\."
    ):
        read_dossier(inner)


def test_what_is_readable_but_suspicious_is_remarked_on_with_the_line_as_it_should_be(
    tmp_path: Path,
) -> None:
    (tmp_path / "initiativ.yaml").write_text("syfte: Bad #1 vid sjön\n", encoding="utf-8")
    [remark] = read_dossier(dossier(tmp_path, "")).remarks
    assert (remark.severity, str(remark.place)) == (Severity.VARNING, "initiativ.yaml:1:12")
    assert remark.remedy == 'Skriv så: syfte: "Bad #1 vid sjön"'
