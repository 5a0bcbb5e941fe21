"""`dialog rules diff` and `upgrade`: a dossier follows its version until somebody says yes."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from helpers.own_rulebooks import lillby, second_version
from helpers.terminal import Ran, run

NEW = datetime(2025, 1, 20, 9, 30)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Begun under version 1 of a rulebook that has come to version 2 since."""
    lillby(tmp_path)
    run(["new", "--rulebook", "lillby", "--title", "Torget"], tmp_path, NEW)
    run(
        ["set", "initiativ.syfte", "Veta hur torget ska se ut.", "--folder", "2025-torget"],
        tmp_path,
        NEW,
    )
    (tmp_path / "regelverk").rename(tmp_path / "gammalt")
    second_version(tmp_path)
    return tmp_path / "2025-torget"


def check(dossier: Path) -> dict[str, str]:
    """Rule -> severity of the findings of `dialog check`."""
    findings = json.loads(run(["check", "--format", "json"], dossier, NEW).out)["findings"]
    return {finding["rule"]: finding["severity"] for finding in findings}


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.glob("*.yaml")}


def upgrade(dossier: Path, *words: str) -> Ran:
    return run(["rules", "upgrade", *words], dossier, NEW)


def test_a_dossier_is_judged_by_the_version_it_follows_and_told_of_the_newer(dossier: Path) -> None:
    assert check(dossier) == {"regelverksversion": "upplysning", "K-01": "fel", "K-02": "fel"}


def test_without_that_version_it_is_judged_by_the_installed_one_with_a_warning(
    dossier: Path,
) -> None:
    (dossier.parent / "regelverk" / "lillby" / "rulebook-1.yaml").unlink()
    assert check(dossier) == {"regelverksversion": "varning", "K-01": "fel", "K-13": "fel"}


def test_upgrading_shows_the_duties_and_what_a_check_would_say(dossier: Path) -> None:
    before = texts(dossier)
    ran = upgrade(dossier)
    assert (ran.exit_code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
Lillby kommun: Dossiern följer version 1. Version 2 finns.

Nya krav: 1
  K-13  Det är känt vem som tar initiativet (ska, ger Fel)

Ändrade krav: 2
  K-02  Beslutet går fortfarande att påverka
    Vikt förut:   ska, ger Fel
    Vikt nu:      ska
    Prövas förut: inför Beslut om dialogen
    Prövas nu:    inte av programmet. Finns som vägledning
  K-06  Minst två olika metoder används
    Vikt förut: bör, ger Varning
    Vikt nu:    ska, ger Fel

Så här säger dialog check i dag: 2 fel, 0 varningar, 0 upplysningar.
Så här säger den med version 2: 2 fel, 0 varningar, 0 upplysningar.

Tillkommer: 1
  Fel K-13: Initiativtagare saknas. (initiativ.yaml:19:1)

Försvinner: 1
  Fel K-02: Påverkbart beslut saknas. (provning.yaml:19:1)

Inget är ändrat. Byt version:
  dialog rules upgrade --yes
"""
    )
    assert texts(dossier) == before


def test_yes_changes_the_version_and_nothing_else(dossier: Path) -> None:
    before = texts(dossier)
    ran = upgrade(dossier, "--yes")
    assert ran.out.endswith(
        "Klart: Dossiern följer nu version 2.\nSe vad som saknas: dialog check\n"
    )
    after = texts(dossier)
    pinned = before.pop("dossier.yaml").splitlines()
    changed = [
        (old, new)
        for old, new in zip(pinned, after.pop("dossier.yaml").splitlines(), strict=True)
        if old != new
    ]
    assert changed == [("regelverksversion: 1", "regelverksversion: 2")]
    assert after == before
    assert check(dossier) == {"K-01": "fel", "K-13": "fel"}


def test_there_is_nothing_to_do_twice(dossier: Path) -> None:
    upgrade(dossier, "--yes")
    assert upgrade(dossier, "--yes").out == "Dossiern följer redan version 2. Inget är ändrat.\n"


def test_changes_since_a_version_that_nobody_kept_cannot_be_shown_and_that_is_said(
    dossier: Path,
) -> None:
    (dossier.parent / "regelverk" / "lillby" / "rulebook-1.yaml").unlink()
    out = upgrade(dossier).out
    assert "Version 1 finns inte här. Därför går det inte att visa vad som är ändrat." in out
    assert "Nya krav" not in out


def test_the_folder_stands_in_the_commands_that_are_printed(dossier: Path) -> None:
    ran = run(["rules", "upgrade", "--folder", "2025-torget"], dossier.parent, NEW)
    assert ran.out.endswith("  dialog rules upgrade --yes --folder 2025-torget\n")


def test_a_dossier_that_cannot_be_read_is_not_upgraded(dossier: Path) -> None:
    (dossier / "initiativ.yaml").write_text("syfte: [", "utf-8")
    ran = upgrade(dossier, "--yes")
    assert (ran.exit_code, ran.out) == (3, "")
    assert "regelverksversion: 1" in texts(dossier)["dossier.yaml"]


def test_two_versions_are_compared_by_name_and_by_file(dossier: Path) -> None:
    root = dossier.parent
    by_name = run(["rules", "diff", "lillby@1", "lillby"], root)
    loose = root / "gammal.yaml"
    loose.write_bytes((root / "regelverk" / "lillby" / "rulebook-1.yaml").read_bytes())
    assert by_name.exit_code == 0
    assert by_name.out.startswith("Lillby kommun 2 jämfört med Lillby kommun 1\n\nNya krav: 1\n")
    assert run(["rules", "diff", "gammal.yaml", "lillby"], root).out == by_name.out


def test_other_programs_can_read_the_difference(dossier: Path) -> None:
    report = json.loads(
        run(["rules", "diff", "lillby@1", "lillby", "--format", "json"], dossier.parent).out
    )
    assert (report["from"], report["to"]) == ("lillby 1", "lillby 2")
    assert [[one["id"] for one in report[kind]] for kind in ("added", "changed", "removed")] == [
        ["K-13"],
        ["K-02", "K-06"],
        [],
    ]
