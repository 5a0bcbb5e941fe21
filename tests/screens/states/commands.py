"""Commands that ask nothing, at 80 columns: `NAME.txt` beside this folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from helpers.documents import letterhead
from helpers.dossiers import changed, earlier, planning, without
from helpers.own_rulebooks import lillby, rewritten, second_version
from helpers.repositories import dialogue, eight
from helpers.screens import SCREENS, Recorded, plainly
from helpers.terminal import run
from helpers.walks import DOSSIERS


def nothing(folder: Path) -> Path:
    """A folder without a dossier."""
    return folder


def three_findings(folder: Path) -> Path:
    """The plan lacks its risks, the training comes too late, and nobody has thought of the whole
    county.
    """
    dossier = planning(folder)
    without(dossier, "malgruppsanalys.yaml", "regional_spridning")
    without(dossier, "handlingsplan.yaml", "risker")
    changed(
        dossier,
        "handlingsplan.yaml",
        "första_tillfälle: 2025-04-16",
        "första_tillfälle: 2025-03-16",
    )
    return dossier


def hardly_begun(folder: Path) -> Path:
    """Files as they are scaffolded, with only the decision to hold the dialogue behind them."""
    dossier = planning(folder)
    without(dossier, "dossier.yaml", "handläggare")
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
        "syfte",
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
    without(dossier, "kommunikationsplan.yaml", "budskap")
    without(dossier, "budget.yaml", "poster")
    return dossier


def two_unreadable(folder: Path) -> Path:
    """A text with a colon, and two versions of the same lines after a merge."""
    dossier = planning(folder)
    changed(
        dossier,
        "budget.yaml",
        "poster:\n",
        "poster:\n  - vad: Lokal: Folkets hus i Tjärnåsa\n    belopp: 3200\n",
    )
    changed(
        dossier,
        "handlingsplan.yaml",
        "delaktighetsform: dialog\n",
        "<<<<<<< HEAD\ndelaktighetsform: dialog\n=======\ndelaktighetsform: inflytande\n>>>>>>> förslag\n",
    )
    return dossier


def waived(folder: Path) -> Path:
    """One requirement is waived in writing."""
    dossier = planning(folder)
    without(dossier, "malgruppsanalys.yaml", "regional_spridning")
    (dossier / "undantag").mkdir()
    (dossier / "undantag" / "V-54.yaml").write_text(
        "regel: V-54\nskäl: Beslutet gäller bara trafiken i norra länsdelen.\nav: kanslichefen\ndatum: 2025-02-21\n",
        "utf-8",
    )
    return dossier


def excused(folder: Path) -> Path:
    """Three answers are said not to apply: as it should be, by nobody, and where it cannot be."""
    dossier = planning(folder)
    excuses = {
        "barnrätt": "malgruppsanalys.yaml",
        "utbildning": "handlingsplan.yaml",
        "första_tillfälle": "handlingsplan.yaml",
    }
    for field, file in excuses.items():
        without(dossier, file, field)
        signed = "" if field == "utbildning" else "    av: kanslichefen\n    datum: 2025-02-21\n"
        reason = f"    skäl: Det är redan gjort inför dialogen om badet.\n{signed}"
        excuse = f"\n{field}:\n  ej_tillämpligt:\n{reason}"
        changed(dossier, file, f"\n{field}:\n", excuse)
    return dossier


def with_a_number(folder: Path) -> Path:
    """The law overlay is switched on, what it asks for now is considered, and a note names somebody
    by number.
    """
    dossier = planning(folder)
    changed(
        dossier,
        "dossier.yaml",
        "\nregelverk: varmland\n",
        "\nregelverk: varmland\ntillägg: [lag]\n",
    )
    considered = "".join(
        f"{field}:\n  svar: nej\n  skäl: Prövat när initiativet kom in.\n  av: handläggaren\n"
        "  datum: 2025-01-22\n"
        for field in ("barn_berörs", "minoriteter_berörs", "samer_berörs", "lagstyrt_samråd")
    )
    (dossier / "lagprovning.yaml").write_text(considered, "utf-8")
    (dossier / "tillfallen").mkdir()
    (dossier / "tillfallen" / "2025-04-16-tjarnasa.yaml").write_text(
        "datum: 2025-04-16\nstatus: planerat\nplats: |\n  Ordnas med\n  granne 811218-9876.\n",
        "utf-8",
    )
    return dossier


def edited_in_word(folder: Path) -> Path:
    """A document was made, and somebody has saved it from Word since."""
    dossier = three_findings(folder)
    run(["render", "handlingsplan"], dossier)
    document = dossier / "handlingar" / "handlingsplan.docx"
    document.write_bytes(document.read_bytes() + b"saved again")
    return dossier


def one_unreadable(folder: Path) -> Path:
    """Among eight dossiers one that cannot be read, and one of which a file cannot."""
    repository = eight(folder)
    changed(repository, "centrum/dossier.yaml", "titel: Centrum", "titel: Centrum: torget")
    changed(repository, "skolvagar/plan.yaml", "mål:\n", "mål: [\n")
    return repository


def with_an_area(folder: Path) -> Path:
    """An office has put an area on the list of those that may suit a dialogue."""
    repository = folder / "dialoger"
    dialogue(repository, "motesplatser", "Mötesplatser i Tallbäcksfors", "förslag")
    (repository / "register").mkdir()
    run(
        [
            "set",
            "register.kandidatområden.Badplatsen.område_föreslaget_av",
            "kommunledningskontoret",
        ],
        repository,
    )
    return repository


def own_rulebook(folder: Path) -> Path:
    """The folder of an organisation with a rulebook of its own, in its second version."""
    second_version(folder)
    return folder


def broken_rulebook(folder: Path) -> Path:
    """Three slips in one rulebook: a step that is not there, a keyword, a number in letters."""
    rewritten(
        lillby(folder),
        ("after: [sammanställning]", "after: [sammanstallning]"),
        ("    says: Dialogen är utvärderad.", "    sais: Dialogen är utvärderad."),
        ("    min: 2", "    min: två"),
    )
    return folder


def loosened_rulebook(folder: Path) -> Path:
    """A rule asks for less than its failing case says, and another has no passing case."""
    file = lillby(folder)
    rewritten(file, ("    min: 2", "    min: 1"))
    rewritten(
        file.parent / "cases" / "krav.yaml",
        (
            """\
    passing:
      - name: kommunstyrelsen har beslutat
""",
            "",
        ),
    )
    return folder


def begun_under_version_1(folder: Path) -> Path:
    """A dialogue that follows version 1 of a rulebook that has come to version 2."""
    run(["rules", "new", "--id", "lillby", "--organisation", "Lillby kommun"], folder)
    run(["new", "--rulebook", "lillby", "--title", "Torget"], folder)
    (folder / "regelverk").rename(folder / "gammalt")
    second_version(folder)
    return folder / "2025-torget"


def made_and_changed(folder: Path) -> Path:
    """All documents were made; since then one was edited in Word, answers of another changed, and
    one was deleted.
    """
    dossier = planning(folder)
    run(["render"], dossier)
    plan = dossier / "handlingar" / "handlingsplan.docx"
    plan.write_bytes(plan.read_bytes() + b"saved again")
    (dossier / "handlingar" / "tjansteskrivelse-presidiets-beslut.docx").unlink()
    changed(dossier, "kommunikationsplan.yaml", "Dialogen kommer", "Dialogen kommer snart")
    return dossier


def misspelt_template(folder: Path) -> Path:
    """An own template with a misspelt field, and a letterhead whose logo nobody can hear."""
    dossier = planning(folder)
    (dossier / "mallar").mkdir()
    (dossier / "mallar" / "handlingsplan.md.j2").write_text(
        "# {{ document.title }}\n\n{% if draft %}\nDialogen riktar sig till {{ målgrup }}.\n{% endif %}\n\n"
        "{{ handlingsplan.syftet | md }}\n",
        "utf-8",
    )
    picture = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="1" name="Logo"/></wp:inline></w:drawing></w:r></w:p></w:hdr>'
    )
    (dossier / "mallar" / "brevmall.docx").write_bytes(letterhead(header1=("</w:hdr>", picture)))
    return dossier


def stopped(folder: Path) -> Path:
    """Two dialogues that were stopped: one when people had been heard, and one before."""
    gone = ("resultat", "bearbetning", "atgardsplan", "utvardering", "beslut/2027")
    heard = (*gone, "aterkoppling/medborgare")
    for name, without_these in (
        ("torget", heard),
        ("parken", (*gone, "tillfallen", "aterkoppling")),
    ):
        dossier = folder / name
        shutil.copytree(DOSSIERS / "sandviken", dossier)
        for path in [one for start in without_these for one in dossier.glob(f"{start}*")]:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        earlier(dossier, 3)
        if name == "parken":
            changed(dossier, "dossier.yaml", "titel: torget i Lärkhyttan", "titel: Parken")
            changed(dossier, "dossier.yaml", "  - KS2026/488\n  - KS2026/512\n", "  - KS2026/490\n")
        said = ["--reason", "Bidraget drogs in.", "--organ", "kommunstyrelsen", "--date", "4/5-24"]
        run(["stop", "--how", "avbruten", *said, "--paragraph", "102"], dossier)
    return folder


STATES: dict[str, Callable[[Path], Path]] = {
    "1.1 dialog alone": nothing,
    "1.2 help": nothing,
    "1.3 help for one command": nothing,
    "1.4 slips of the keyboard": planning,
    "4.1 clean": planning,
    "4.2 three findings": three_findings,
    "4.3 many findings": hardly_begun,
    "4.4 later duties": planning,
    "4.5 files that cannot be read": two_unreadable,
    "4.6 a waived requirement": waived,
    "4.6 a personal identity number": with_a_number,
    "4.7 the basis of one decision": three_findings,
    "4.9 what does not apply": excused,
    "4.8 a folder on the command line": lambda folder: three_findings(folder).parent,
    "5.1 one dialogue": three_findings,
    "5.1 read out": three_findings,
    "5.2 eight dialogues": eight,
    "5.2 read out": eight,
    "5.3 a dossier that cannot be read": one_unreadable,
    "5.4 what has ended": eight,
    "5.7 what is stopped": stopped,
    "5.5 a register": with_an_area,
    "5.6 a list to put before a board": eight,
    "7.1 a draft with gaps": three_findings,
    "7.2 final refused": three_findings,
    "7.3 edited by hand since": edited_in_word,
    "7.4 what is stale": made_and_changed,
    "7.5 a misspelt field in a template": misspelt_template,
    "7.6 all documents, final": planning,
    "7.7 a template to change": planning,
    "7.8 what is stale, for programs": made_and_changed,
    "9.3 one requirement": three_findings,
    "9.5 where a Word file comes from": made_and_changed,
    "9.4 all rules": nothing,
    "9.6 which rulebooks there are": own_rulebook,
    "9.7 an own rulebook": nothing,
    "9.8 a rulebook with faults": broken_rulebook,
    "9.9 cases that do not hold": loosened_rulebook,
    "9.10 what is new in a version": own_rulebook,
    "9.11 following a newer version": begun_under_version_1,
    "9.12 all requirements of a rulebook": own_rulebook,
}

RECORDED = Recorded(SCREENS, STATES, plainly(STATES))
