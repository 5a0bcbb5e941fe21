"""Whole interviews, as a person sees them. `<Enter>` and `<Ctrl-C>` are keys."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from helpers.dossiers import changed, planning, without
from helpers.own_rulebooks import lillby, second_version
from helpers.repositories import eight
from helpers.screens import SCREENS, Recorded
from helpers.sessions import Play, play
from helpers.terminal import MONDAY, run
from helpers.walks import DOSSIERS

NEW = datetime(2025, 1, 20, 9, 30)
FILL = datetime(2025, 2, 17, 10, 31)
STOPS = datetime(2025, 3, 6, 10, 31)

EDITOR = (
    "#!/usr/bin/env python3\nimport pathlib, sys\npathlib.Path(sys.argv[1]).write_text("
    "'Barn åker buss till skolan. De svarar i en egen enkät. Den prövas i en klass först.', 'utf-8')\n"
)


def nothing(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """A folder without a dossier."""
    return Play(folder, NEW)


def chosen(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """The presidium has decided, and the plan has hardly begun."""
    dossier = planning(folder)
    without(
        dossier,
        "malgruppsanalys.yaml",
        "inkludering",
        "intressentanalys",
        "jämställdhet",
        "barnrätt",
        "regional_spridning",
    )
    without(
        dossier,
        "handlingsplan.yaml",
        "målgrupper",
        "funktioner",
        "metoder",
        "tidsplan",
        "aktiviteter",
        "ansvar_och_roller",
        "utbildning",
        "uppföljning",
        "dokumentation",
        "användning_och_spridning",
        "risker",
        "kostnad",
    )
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
        file.write_text(
            text.replace("\ndokumentation:\n", "\ndokumentation: Presidiet leder samtalen.\n"),
            "utf-8",
        )

    return Play(playing.folder, STOPS, meanwhile)


def planned(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """Both plans are written and the nämnd has met."""
    return Play(planning(folder), STOPS)


def without_risks(folder: Path, patch: pytest.MonkeyPatch) -> Play:
    """The same, but the plan lacks its risks."""
    playing = planned(folder, patch)
    without(playing.folder, "handlingsplan.yaml", "risker")
    return playing


def nobody_known(folder: Path, patch: pytest.MonkeyPatch) -> Play:
    """The same, and who handles the matter is not known."""
    playing = without_risks(folder, patch)
    without(playing.folder, "dossier.yaml", "handläggare")
    return playing


def sent_back(folder: Path, patch: pytest.MonkeyPatch) -> Play:
    """The nämnd has sent the plan back with two points."""
    playing = planned(folder, patch)
    run(
        [
            "decide",
            "handlingsplan",
            "--outcome",
            "återremiss",
            "--date",
            "5/3",
            "--paragraph",
            "17",
            "--point",
            "Redovisa hur äldre utan dator nås",
            "--point",
            "Visa kostnaden för resor till tillfällena",
        ],
        playing.folder,
        STOPS,
    )
    return playing


def adopted(folder: Path, patch: pytest.MonkeyPatch) -> Play:
    """The nämnd has adopted the plan, and the decision is entered."""
    playing = planned(folder, patch)
    given = ["--outcome", "bifall", "--date", "5/3", "--paragraph", "17"]
    run(["decide", "handlingsplan", *given], playing.folder, STOPS)
    return playing


def examined(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """Region Norrbotten: the question is examined, and the chair has decided."""
    dossier = folder / "dossier"
    for name in ("dossier.yaml", "overvagande.yaml", "provning.yaml"):
        (dossier / name).parent.mkdir(exist_ok=True)
        (dossier / name).write_bytes((DOSSIERS / "norrbotten" / name).read_bytes())
    without(dossier, "dossier.yaml", "planerade_beslut")
    return Play(dossier, datetime(2027, 3, 4, 10, 31))


def begun_under_version_1(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """A dialogue that follows version 1 of a rulebook that has come to version 2."""
    lillby(folder)
    run(["new", "--rulebook", "lillby", "--title", "Torget"], folder, NEW)
    (folder / "regelverk").rename(folder / "gammalt")
    second_version(folder)
    return Play(folder / "2025-torget", NEW)


def three_activities(folder: Path, patch: pytest.MonkeyPatch) -> Play:
    """A plan with three activities, one of them without a day."""
    playing = chosen(folder, patch)
    changed(
        playing.folder,
        "handlingsplan.yaml",
        "\naktiviteter:\n",
        "\naktiviteter:\n"
        + "".join(
            f"  - datum: {day}\n    vad: {what}\n    ansvarig: {who}\n    status: planerat\n"
            for day, what, who in (
                ("2025-04-23", "Utbildning i samtalsledning", "handläggaren"),
                ("", "Affischer i bussarna", "kommunikatören"),
                ("2025-04-16", "Dialogcafé i Tjärnåsa", "nämnden"),
            )
        ),
    )
    return playing


def left_in_the_middle(folder: Path, patch: pytest.MonkeyPatch) -> Play:
    """A plan with everything in it, but of its last activity only the day and what it is."""
    playing = without_risks(folder, patch)
    changed(
        playing.folder,
        "handlingsplan.yaml",
        "\n\n# Ansvar och roller\n",
        "\n  - datum: 2025-03-31\n    vad: Affischer i bussarna\n\n# Ansvar och roller\n",
    )
    return Play(playing.folder, FILL)


def council_to_consider(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """Sandviken: the commission, before anybody has thought of the council of pensioners."""
    dossier = folder / "dossier"
    shutil.copytree(DOSSIERS / "sandviken", dossier)
    without(dossier, "uppdrag.yaml", "pensionärsrådet")
    shutil.rmtree(dossier / "beslut")
    return Play(dossier, datetime(2026, 10, 5, 9, 30))


def stopped(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """Sandviken: somebody has answered that it is a dialogue with users of a service."""
    run(
        ["new", "--rulebook", "sandviken", "--title", "Ny simhall", "--folder", "simhall"],
        folder,
        NEW,
    )
    reason = ["ja, den gäller öppettiderna i hallen", "--by", "utredaren"]
    run(["set", "brukardialog", *reason], folder / "simhall", NEW)
    return Play(folder / "simhall", STOPS)


def sessions_begun(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """Sandviken: the first of the sessions has been held and entered, the second was yesterday."""
    dossier = folder / "dossier"
    shutil.copytree(DOSSIERS / "sandviken", dossier)
    for pattern in ("resultat", "bearbetning", "atgardsplan", "utvardering", "beslut/2027-06-14*"):
        for path in dossier.glob(pattern if "/" in pattern else f"{pattern}.yaml"):
            path.unlink()
    for name in ("skolan", "raden", "gatur"):
        for path in dossier.glob(f"tillfallen/*{name}*"):
            path.unlink()
    shutil.rmtree(dossier / "aterkoppling")
    return Play(dossier, datetime(2027, 2, 4, 9, 30))


def feedback_planned(folder: Path, patch: pytest.MonkeyPatch) -> Play:
    """Sandviken: the result is compiled, and the elected are to get it at a meeting."""
    playing = sessions_begun(folder, patch)
    for name in ("resultat.yaml", "tillfallen"):
        source = DOSSIERS / "sandviken" / name
        if source.is_dir():
            shutil.copytree(source, playing.folder / name, dirs_exist_ok=True)
        else:
            shutil.copy(source, playing.folder / name)
    (playing.folder / "aterkoppling").mkdir()
    (playing.folder / "aterkoppling" / "fortroendevalda.yaml").write_text(
        "till: förtroendevalda\nplanerad: 2027-04-07\nkanal: [sammanträde]\n", "utf-8"
    )
    return Play(playing.folder, datetime(2027, 4, 8, 9, 30))


def several(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """The dialogues of one municipality."""
    return Play(eight(folder), MONDAY)


def only_one(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """The folder above the only dialogue."""
    dossier = planning(folder)
    without(dossier, "handlingsplan.yaml", "risker")
    return Play(folder, MONDAY)


def heard(folder: Path, _patch: pytest.MonkeyPatch) -> Play:
    """People have been heard and the elected told, when the money is withdrawn."""
    dossier = folder / "torget"
    shutil.copytree(DOSSIERS / "sandviken", dossier)
    gone = ("resultat", "bearbetning", "atgardsplan", "utvardering", "beslut/2027")
    for name in (*gone, "aterkoppling/medborgare"):
        for path in dossier.glob(f"{name}*"):
            path.unlink()
    return Play(dossier, datetime(2027, 5, 5, 9, 30))


def called_off(folder: Path, patch: pytest.MonkeyPatch) -> Play:
    """The same, and the dialogue is called off."""
    playing = heard(folder, patch)
    said = ["--reason", "Bidraget drogs in.", "--organ", "kommunstyrelsen", "--date", "4/5"]
    run(["stop", "--how", "avbruten", *said], playing.folder, playing.now)
    return playing


STATES: dict[str, Callable[[Path, pytest.MonkeyPatch], Play]] = {
    "1.5 several dialogues": several,
    "1.6 the next thing by Enter": planned,
    "1.7 where there is no dialogue": nothing,
    "1.8 which dialogue is meant": several,
    "1.9 the only dialogue below": only_one,
    "2.1 the scope test says no": nothing,
    "2.2 scope yes, the matter, the initiative": nothing,
    "2.5 stopped before the folder exists": nothing,
    "2.6 back into the scope test": nothing,
    "2.7 a longer text": nothing,
    "2.8 a no is changed": stopped,
    "2.10 an end is not confirmed": nothing,
    "2.9 back to the rulebook": nothing,
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
    "3.11 an answer is taken away": planned,
    "3.13 several answers, one by one": chosen,
    "3.12 a method more, when the groups are known": planned,
    "3.14 a session is entered": sessions_begun,
    "3.15 the list of sessions": sessions_begun,
    "3.17 the steps after the decision": feedback_planned,
    "3.18 the same answer again": planned,
    "3.19 an answer that a rule does not count": council_to_consider,
    "3.20 a table that does not apply after all": planned,
    "3.16 feedback, planned and given": feedback_planned,
    "3.18 a question that does not apply": without_risks,
    "3.20 nobody answers for what does not apply": nobody_known,
    "6.1 bifall with a paragraph": planned,
    "6.2 sent back, point by point": planned,
    "6.3 the basis is incomplete": without_risks,
    "6.4 one person decides": examined,
    "6.5 decided all the same": without_risks,
    "6.6 a no": planned,
    "6.7 postponed": planned,
    "6.8 by the wrong body": planned,
    "6.9 the points are answered": sent_back,
    "6.10 a correction": adopted,
    "6.11 a dialogue is stopped": heard,
    "6.12 a decision is taken back": adopted,
    "6.13 what is owed after a stop": called_off,
    "9.7 an own rulebook, by questions": nothing,
    "9.11 following a newer version": begun_under_version_1,
    "10.1 changed by somebody else": two_at_once,
}


def _played(name: str, session: str, folder: Path, patch: pytest.MonkeyPatch) -> str:
    if sys.platform == "win32":
        pytest.skip("the editor of the sessions is a script with a first line")
    return play(session, STATES[name](folder, patch), patch)


RECORDED = Recorded(SCREENS / "interviews", STATES, _played)
