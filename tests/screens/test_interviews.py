"""Whole interviews, as a person sees them.

Each text file in `interviews` is one session: the command, and below it the screen with what is typed after the
prompts. `<Enter>` and `<Ctrl-C>` are keys. `python tests/screens/test_interviews.py 3.` writes those anew whose names
begin so.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from helpers.dossiers import changed, planning, without
from helpers.own_rulebooks import lillby, second_version
from helpers.sessions import EncodedScreen, Play, play
from helpers.terminal import run
from helpers.walks import DOSSIERS

HERE = Path(__file__).parent / "interviews"

NEW = datetime(2027, 1, 18, 9, 30)
FILL = datetime(2027, 2, 15, 10, 31)
STOPS = datetime(2027, 3, 4, 10, 31)

EDITOR = ("#!/usr/bin/env python3\nimport pathlib, sys\npathlib.Path(sys.argv[1]).write_text("
          "'Barn åker buss till skolan. De svarar i en egen enkät. Den prövas i en klass först.', 'utf-8')\n")


def nothing(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """A folder without a dossier."""
    return Play(folder, NEW)


def chosen(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """The presidium has decided, and the plan has hardly begun."""
    dossier = planning(folder)
    without(dossier, "malgruppsanalys.yaml", "inkludering", "intressentanalys", "jämställdhet", "barnrätt",
            "regional_spridning")
    without(dossier, "handlingsplan.yaml", "målgrupper", "funktioner", "metoder", "tidsplan", "aktiviteter",
            "ansvar_och_roller", "utbildning", "uppföljning", "dokumentation", "användning_och_spridning", "risker",
            "kostnad")
    without(dossier, "budget.yaml", "poster")
    return Play(dossier, FILL)


def without_first_day(folder: Path, patch: pytest.MonkeyPatch) -> Play:
    """The same, and the day of the first session is not known."""
    playing = chosen(folder, patch)
    without(playing.folder, "handlingsplan.yaml", "första_tillfälle")
    return playing


def with_editor(folder: Path, patch: pytest.MonkeyPatch) -> Play:
    """The same, and a text editor in which three sentences are written."""
    editor = folder / "redigera"
    editor.write_text(EDITOR, "utf-8")
    editor.chmod(0o755)
    patch.setenv("DIALOG_EDITOR", f"'{editor}'")
    return chosen(folder, patch)


def two_at_once(folder: Path, patch: pytest.MonkeyPatch) -> Play:
    """Somebody else answers the question while it is on the screen."""
    playing = chosen(folder, patch)
    file = playing.folder / "handlingsplan.yaml"

    def meanwhile() -> None:
        text = file.read_text("utf-8")
        file.write_text(text.replace("\ndokumentation:\n", "\ndokumentation: Presidiet leder samtalen.\n"), "utf-8")

    return Play(playing.folder, STOPS, meanwhile)


def planned(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """Both plans are written and the nämnd has met."""
    return Play(planning(folder), STOPS)


def without_risks(folder: Path, patch: pytest.MonkeyPatch) -> Play:
    """The same, but the plan lacks its risks."""
    playing = planned(folder, patch)
    without(playing.folder, "handlingsplan.yaml", "risker")
    return playing


def sent_back(folder: Path, patch: pytest.MonkeyPatch) -> Play:
    """The nämnd has sent the plan back with two points."""
    playing = planned(folder, patch)
    run(["decide", "handlingsplan", "--outcome", "återremiss", "--date", "3/3", "--paragraph", "17",
         "--point", "Redovisa hur äldre utan dator nås", "--point", "Visa kostnaden för resor till tillfällena"],
        playing.folder, STOPS)
    return playing


def examined(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """Region Norrbotten: the question is examined, and the chair has decided."""
    dossier = folder / "dossier"
    for name in ("dossier.yaml", "overvagande.yaml", "provning.yaml"):
        (dossier / name).parent.mkdir(exist_ok=True)
        (dossier / name).write_bytes((DOSSIERS / "norrbotten" / name).read_bytes())
    without(dossier, "dossier.yaml", "planerade_beslut")
    return Play(dossier, STOPS)


def begun_under_version_1(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """A dialogue that follows version 1 of a rulebook that has come to version 2."""
    lillby(folder)
    run(["new", "--rulebook", "lillby", "--title", "Torget"], folder, NEW)
    (folder / "regelverk").rename(folder / "gammalt")
    second_version(folder)
    return Play(folder / "2027-torget", NEW)


def three_activities(folder: Path, patch: pytest.MonkeyPatch) -> Play:
    """A plan with three activities, one of them without a day."""
    playing = chosen(folder, patch)
    changed(playing.folder, "handlingsplan.yaml", "\naktiviteter:\n", "\naktiviteter:\n" + "".join(
        f"  - datum: {day}\n    vad: {what}\n    ansvarig: {who}\n    status: planerat\n" for day, what, who in (
            ("2027-04-21", "Utbildning i samtalsledning", "handläggaren"),
            ("", "Affischer i bussarna", "kommunikatören"), ("2027-04-14", "Dialogcafé i Tjärnåsa", "nämnden"))))
    return playing


def left_in_the_middle(folder: Path, patch: pytest.MonkeyPatch) -> Play:
    """A plan with everything in it, but of its last activity only the day and what it is."""
    playing = without_risks(folder, patch)
    changed(playing.folder, "handlingsplan.yaml", "\n\n# Ansvar och roller\n",
            "\n  - datum: 2027-03-29\n    vad: Affischer i bussarna\n\n# Ansvar och roller\n")
    return Play(playing.folder, FILL)


def council_to_consider(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """Sandviken: the commission, before anybody has thought of the council of pensioners."""
    dossier = folder / "dossier"
    shutil.copytree(Path(__file__).parents[1] / "dossiers" / "sandviken", dossier)
    without(dossier, "uppdrag.yaml", "pensionärsrådet")
    shutil.rmtree(dossier / "beslut")
    return Play(dossier, datetime(2026, 10, 5, 9, 30))


STATES: dict[str, Callable[[Path, pytest.MonkeyPatch], Play]] = {
    "2.1 the scope test says no": nothing,
    "2.2 scope yes, the matter, the initiative": nothing,
    "2.5 stopped before the folder exists": nothing,
    "3.1 chapter start": chosen,
    "3.2 the questions of one chapter": with_editor,
    "2.3 a citizen cannot initiate": nothing,
    "3.3 a council that must be considered": council_to_consider,
    "3.4 a date": without_first_day,
    "3.5 a table": three_activities,
    "3.6 choosing methods": chosen,
    "3.7 back, later, review, another section": chosen,
    "3.8 line by line": three_activities,
    "3.9 an amount": chosen,
    "3.10 a row that was left in the middle": left_in_the_middle,
    "6.1 bifall with a paragraph": planned,
    "6.2 sent back, point by point": planned,
    "6.3 the basis is incomplete": without_risks,
    "6.4 one person decides": examined,
    "6.5 decided all the same": without_risks,
    "6.6 a no": planned,
    "6.7 postponed": planned,
    "6.8 by the wrong body": planned,
    "6.9 the points are answered": sent_back,
    "9.7 an own rulebook, by questions": nothing,
    "9.11 following a newer version": begun_under_version_1,
    "10.1 changed by somebody else": two_at_once,
}


@pytest.mark.parametrize("name", STATES)
@pytest.mark.skipif(sys.platform == "win32", reason="the editor of the sessions is a script with a first line")
def test_the_interview_is_as_agreed(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = (HERE / f"{name}.txt").read_text("utf-8")
    assert play(expected, STATES[name](tmp_path, monkeypatch), monkeypatch) == expected


@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp850"])
@pytest.mark.parametrize("name", [name for name in STATES if name.startswith(("2.", "3."))])
@pytest.mark.skipif(sys.platform == "win32", reason="the editor of the sessions is a script with a first line")
def test_the_same_is_seen_in_every_code_page_and_colour_only_repeats_it(
        name: str, encoding: str, colour: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = (HERE / f"{name}.txt").read_text("utf-8")
    screen = EncodedScreen(encoding)
    play(expected, STATES[name](tmp_path, monkeypatch), monkeypatch, screen, colour)
    seen = screen.shown()
    assert colour or "\x1b" not in seen
    assert re.sub(r"\x1b\[[0-9;]*m", "", seen) == expected.partition("\n")[2].rpartition("[exit")[0]


def test_every_interview_is_played() -> None:
    assert {path.stem for path in HERE.glob("*.txt")} == set(STATES)


@pytest.mark.parametrize("name", STATES)
def test_no_line_is_longer_than_the_terminal_is_wide(name: str) -> None:
    lines = (HERE / f"{name}.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if len(line) > 80 and not line.startswith("$")] == []


@pytest.mark.parametrize("name", STATES)
def test_our_own_words_have_only_characters_of_both_code_pages(name: str) -> None:
    text = (HERE / f"{name}.txt").read_text("utf-8")
    assert text.encode("cp850").decode("cp850") == text.encode("cp1252").decode("cp1252") == text


def test_2_4_without_a_terminal_nothing_is_asked_and_nothing_created(tmp_path: Path) -> None:
    ran = run(["new", "--rulebook", "varmland"], tmp_path, NEW)
    assert (ran.exit_code, ran.out) == (2, "")
    assert ran.err == """\
Stopp: Frågorna går inte att ställa här, för det finns ingen terminal.
Inget är skapat. Det här saknas: --title (ärendets titel)
Du kan också svara i en fil:
  dialog new --rulebook varmland --export-questions svar.yaml
  dialog new --answers svar.yaml
"""
    assert list(tmp_path.iterdir()) == []


if __name__ == "__main__":
    for name, state in STATES.items():
        if sys.argv[1:] and not name.startswith(tuple(sys.argv[1:])):
            continue
        with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
            session = HERE / f"{name}.txt"
            screen = play(session.read_text("utf-8"), state(Path(folder), patch), patch)
            if "Programfel" in screen:
                sys.exit(f"{name}: a bug is no screen\n{screen}")
            session.write_text(screen, "utf-8", newline="\n")
