"""A whole dialogue in Värmland planned at a terminal, from nothing to a plan that checks clean.

Once in one go, with second thoughts; once killed after every single answer; once from a file of
answers.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

import signal

from helpers.person import Person, Row, Session
from helpers.terminal import run

from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.select import as_plain
from dialogcli.interview.question import MATTER
from dialogcli.process.workdays import holidays_of
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.usecases.interview import recorder

NOW = datetime(2025, 2, 12, 9, 30)
NEW = ("new", "--rulebook", "varmland", "--title", "Kollektivtrafik i glesbygd", "--folder", "plan")
RULEBOOK = load_rulebook("varmland")
WHO = "utredaren"

ANSWERS: dict[str, str | list[str]] = {
    "prövning.främsta_syfte": "1",
    "prövning.går_att_påverka": "j",
    "dossier.kommande_beslut.ärende": "Trafikförsörjningsprogram",
    "dossier.kommande_beslut.datum": "24 nov",
    "dossier.handläggare": WHO,
    "initiativ.initiativ_från": "1",
    "initiativ.initiativtagare": "trafiknämnden",
    "initiativ.inkom": "2025-01-22",
    "initiativ.initiativ_intresse": "Nämnden vet inte hur folk reser i dag.",
    "initiativ.syfte": "Få veta hur folk reser.",
    "initiativ.syfte_formulerat_av": "trafiknämnden",
    "initiativ.varför": "Programmet skrivs om i år.",
    "initiativ.frågeställning": "Vad hindrar dig från att åka buss?",
    "handlingsplan.syfte": "Få veta hur folk reser.",
    "handlingsplan.datum": "12 feb",
    "målgruppsanalys.intressentanalys": "nej, grupperna är desamma som förra året",
    "målgruppsanalys.barnrätt": "Barn åker buss till skolan. De svarar i klassen.",
    "målgruppsanalys.jämställdhet": "Fler kvinnor än män reser kollektivt i dag.",
    "målgruppsanalys.regional_spridning": "Ett tillfälle hålls i varje del av länet.",
    "målgruppsanalys.inkludering": "Vi ringer dem som inte har någon dator.",
    "dossier.ansvarig_enhet": "kansliavdelningen",
    "handlingsplan.funktioner": ["kansliet, våning 2"],
    "handlingsplan.delaktighetsform": "2",
    "handlingsplan.första_tillfälle": "16 april",
    "handlingsplan.uppföljning": "null",
    "handlingsplan.dokumentation": "0123",
    "handlingsplan.användning_och_spridning": "18:30",
    "handlingsplan.kostnad": "1000",
    "kommunikationsplan.datum": "12 feb",
}
TABLES: dict[str, list[Row]] = {
    "handlingsplan.målgrupper": [
        {
            "Namn": "äldre utan bil",
            "Skäl": "De reser mest.",
            "Väg till gruppen": "brev",
            "Hörs sällan": "ja",
        }
    ],
    "handlingsplan.metoder": [
        {
            "Metod": "worldcafe",
            "Skäl": "Frågan är öppen, och alla hinner tala vid små bord.",
            "Samtal åt båda håll": "ja",
            "Når dem som sällan deltar": "nej",
            "För barn och unga": "ja",
        }
    ],
    "handlingsplan.tidsplan": [{"Datum": "2025-04-16", "Vad": "no"}],
    "handlingsplan.aktiviteter": [
        {"Datum": "2025-03-31", "Vad": "18:30", "Ansvarig": "0123", "Status": "planerat"}
    ],
    "handlingsplan.ansvar_och_roller": [{"Roll": "no", "Vem": "null", "Uppgift": "1e3"}],
    "handlingsplan.utbildning": [{"Datum": "2025-04-09", "Vad": "samtal", "Ansvarig": WHO}],
    "handlingsplan.risker": [{"Risk": "Få kommer", "Åtgärd": "Vi ringer."}],
    "budget.poster": [
        {
            "Vad": "arvode",
            "Slag av kostnad": "sammanträdesarvode",
            "Belopp": "1000",
            "Finansiering": "nämnden",
        },
        {
            "Vad": "lön",
            "Slag av kostnad": "förlorad_arbetsinkomst",
            "Belopp": "0",
            "Finansiering": "nämnden",
        },
        {
            "Vad": "resor",
            "Slag av kostnad": "reseersättning",
            "Belopp": "0",
            "Finansiering": "nämnden",
        },
    ],
}
TABLES["kommunikationsplan.budskap"] = [
    {
        "Vad": f"Så gör vi {phase}",
        "Riktning": way,
        "Skede": phase,
        "Målgrupp": "alla",
        "Kanal": "brev",
    }
    for way in ("intern", "extern")
    for phase in ("före", "under", "efter")
]
SECTIONS = (
    "budskap",
    "målgrupp",
    "metod",
    "tidsplan",
    "aktivitetslista",
    "ansvar",
    "utbildning",
    "risker",
    "budget",
)
"""Where the tables are: a row that was left half done is gone on with there."""


def question(path: str) -> str:
    """What stands on the screen: the first line of it."""
    of = RULEBOOK.field_at(path)
    assert of is not None
    return MATTER.get(path) or of.question or of.label


SPOKEN = {question(path): text for path, text in ANSWERS.items()} | {
    "Vem har gjort bedömningen? En roll räcker, till exempel handläggaren.": WHO
}
SPOKEN_TABLES = {question(path): rows for path, rows in TABLES.items()}


def decide(dossier: Path) -> None:
    ran = run(
        [
            "decide",
            "dialogbeslut",
            "--outcome",
            "bifall",
            "--date",
            "2025-02-12",
            "--paragraph",
            "4",
            "genomförande_organ=trafiknämnden",
            "deltagande_organ=trafiknämnden",
        ],
        dossier,
        NOW,
    )
    assert ran.exit_code == 0, ran.screen


def finish(session: Session, person: Person) -> str:
    """The whole session, answered to its end."""
    while (heard := session.heard()) is not None:
        session.type(person.reply(heard))
    assert session.end() == 0, session.seen
    return session.seen


@pytest.mark.parametrize("term", ["dumb", ""], ids=["dumb", "unset"])
def test_line_by_line_the_cursor_never_moves(tmp_path: Path, term: str) -> None:
    """A terminal that knows only lines, or says nothing of itself, gets lines without being asked
    for them.
    """
    session = Session(tmp_path, NEW, NOW, term)
    finish(session, Person(SPOKEN, SPOKEN_TABLES))
    assert session.raw.count(b"\n") > 50
    assert re.search(rb"\x1b|\x08|\r(?!\n)", session.raw) is None


def texts(dossier: Path) -> dict[str, str]:
    return {
        path.relative_to(dossier).as_posix(): path.read_text("utf-8")
        for path in sorted(dossier.rglob("*.yaml"))
    }


def planned(folder: Path, term: str, person: Person, editor: str = "") -> tuple[Path, str]:
    seen = finish(Session(folder, NEW, NOW, term), person)
    decide(folder / "plan")
    return folder / "plan", seen + finish(
        Session(folder, ("fill", "plan"), NOW, term, editor), person
    )


@pytest.fixture(scope="module", autouse=True)
def loaded_once() -> Iterator[None]:
    """What every process would load for itself is loaded here, before they are forked: modules and
    the rulebook.
    """
    for name in (
        "dialogcli.cli.new",
        "dialogcli.cli.fill",
        "filelock",
        "ruamel.yaml",
        "questionary",
        "prompt_toolkit",
    ):
        import_module(name)
    holidays_of(NOW.year)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recorder, "rulebook_with", lambda _pin, _start: RULEBOOK)
        yield


@pytest.fixture(scope="module")
def in_one_go(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    dossier, _ = planned(tmp_path_factory.mktemp("one"), "dumb", Person(SPOKEN, SPOKEN_TABLES))
    return texts(dossier)


def clean(dossier: Path) -> None:
    ran = run(["check", "--for", "handlingsplan"], dossier, NOW)
    assert "Underlaget är komplett" in ran.out, ran.screen
    assert "0 fel, 0 varningar" in run(["check"], dossier, NOW).out, run(
        ["check"], dossier, NOW
    ).screen


def test_a_plan_with_second_thoughts_checks_clean(
    tmp_path: Path, in_one_go: dict[str, str]
) -> None:
    editor = tmp_path / "redigera"
    text = ANSWERS["målgruppsanalys.jämställdhet"]
    editor.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\n"
        f"pathlib.Path(sys.argv[1]).write_text({text!r}, 'utf-8')\n",
        "utf-8",
    )
    editor.chmod(0o755)
    first = {
        question("målgruppsanalys.regional_spridning"): ["<", ""],
        question("målgruppsanalys.jämställdhet"): ["!"],
        question("handlingsplan.uppföljning"): ["<"],
        question("handlingsplan.risker"): ["n", "-2"],
    }
    risks = [*TABLES["handlingsplan.risker"], {"Risk": "Det regnar", "Åtgärd": "Paraplyer."}]
    person = Person(SPOKEN, SPOKEN_TABLES | {question("handlingsplan.risker"): risks}, first)
    dossier, seen = planned(tmp_path, "xterm", person, f"'{editor}'")
    for said in (
        "Textredigeraren är öppen.",
        "Svara senare. Kravet återstår inför beslutet.",
        "Ta bort rad 2, Det regnar? (j/n): j",
        "Borttagen. 1 rad är kvar.",
    ):
        assert said in seen
    assert seen.count(f"{question('målgruppsanalys.jämställdhet')}\n") == 2
    clean(dossier)
    assert texts(dossier) == in_one_go


def test_the_same_plan_from_a_file_of_answers_gives_the_same_bytes(
    tmp_path: Path, in_one_go: dict[str, str]
) -> None:
    forms: dict[str, dict[str, object]] = {}
    for path, text in ANSWERS.items():
        form, name, *part = path.split(".")
        if part:
            forms.setdefault(form, {}).setdefault(name, {})[part[0]] = text  # type: ignore[index]
        else:
            forms.setdefault(form, {})[name] = text
    for path, rows in TABLES.items():
        form, name = path.split(".")
        of = RULEBOOK.field_at(path)
        assert of is not None
        columns = {column.label: column.id for column in of.parts.values()}
        forms.setdefault(form, {})[name] = [
            {columns[label]: cell for label, cell in row.items()} for row in rows
        ]
    (tmp_path / "svar.yaml").write_text(
        json.dumps(
            {"regelverk": "varmland", "titel": "Kollektivtrafik i glesbygd", **forms},
            ensure_ascii=False,
            indent=1,
        ),
        "utf-8",
    )
    ran = run(["new", "--answers", "svar.yaml", "--folder", "plan"], tmp_path, NOW)
    assert (ran.exit_code, ran.err) == (0, "")
    decide(tmp_path / "plan")
    assert texts(tmp_path / "plan") == in_one_go


def test_killed_after_every_single_answer_nothing_is_lost(
    tmp_path: Path, in_one_go: dict[str, str]
) -> None:
    """Each process gives one answer. Then it is killed, its window is closed, or Ctrl-C is pressed,
    in turn.
    """
    person = Person(SPOKEN, SPOKEN_TABLES)
    stops = 0
    dossier = tmp_path / "plan"
    for words in (
        NEW,
        *[("fill", "plan")] * 2,
        *[("fill", "plan", "--section", section) for section in SECTIONS],
    ):
        if words[0] == "fill" and not (dossier / "beslut").exists():
            decide(dossier)
        while True:
            session = Session(tmp_path, words, NOW, "dumb")
            stopped = one_answer(
                session, person, dossier, (signal.SIGKILL, signal.SIGHUP, signal.SIGINT)[stops % 3]
            )
            stops += stopped
            if words == NEW:
                words = ("fill", "plan")
            if not stopped:
                break
    assert stops > 60
    clean(dossier)
    assert texts(dossier) == in_one_go


def one_answer(session: Session, person: Person, dossier: Path, how: int) -> bool:
    """Whether the session was stopped once an answer had been saved; otherwise it came to its end."""
    before = texts(dossier) if dossier.exists() else {}
    while (heard := session.heard()) is not None:
        if dossier.exists() and before and (now := texts(dossier)) != before:
            session.stop(how)
            assert texts(dossier) == now
            return True
        before = before or texts(dossier)
        session.type(person.reply(heard))
    session.end()
    return False


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("handlingsplan.tidsplan.1.vad", "no"),
        ("handlingsplan.aktiviteter.1.vad", "18:30"),
        ("handlingsplan.dokumentation", "0123"),
        ("handlingsplan.ansvar_och_roller.1.uppgift", "1e3"),
        ("handlingsplan.uppföljning", "null"),
    ],
)
def test_values_that_look_like_other_types_come_back_as_typed(
    tmp_path: Path, in_one_go: dict[str, str], path: str, typed: str
) -> None:
    for name, text in in_one_go.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    value = as_plain(read_dossier(tmp_path).answer(".".join(path.split(".")[:2])))
    for step in path.split(".")[2:]:
        value = value[int(step) - 1 if step.isdigit() else step]  # type: ignore[index]
    assert value == typed
