"""The handbook cannot lie: its examples are loaded and judged, and its tables hold every word that
the loader knows.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Collection, Mapping
from itertools import zip_longest
from pathlib import Path

import pytest
from helpers.handbook import (
    DOCS,
    ROOT,
    Example,
    Table,
    code_words,
    completed,
    examples,
    page,
    rule_ids,
    tables,
    without_examples,
)
from helpers.handbook_tables import with_tables
from helpers.terminal import run

from dialogcli.base.answered import no_answer
from dialogcli.base.findings import Place, UnreadableError
from dialogcli.checking.cases import ANY_DAY, case_line, read_cases, try_cases
from dialogcli.checking.days import FUTURE
from dialogcli.checking.engine import check
from dialogcli.checking.spine import DAYS, GATE, STEP
from dialogcli.cli.app import COMMANDS
from dialogcli.dossier.build import build_dossier
from dialogcli.rulebook.kinds import KINDS
from dialogcli.rulebook.kinds.free_of import PERSONAL_DATA
from dialogcli.rulebook.loader import (
    available_rulebooks,
    load_rulebook,
    parse_rulebook,
    shared_sources,
)
from dialogcli.rulebook.mapping_reader import Block, Faults
from dialogcli.rulebook.model import RESERVED_GATES, RESERVED_STEPS, Modality, Rulebook
from dialogcli.rulebook.overlay import parse_overlay
from dialogcli.rulebook.process import EFFECTS
from dialogcli.yamltext.nodes import Node

RULES = page("regelverk.md")
BLOCKS = examples(RULES)
TABLES = tables(RULES)
KINDS_CHAPTER = "Sorterna"
A_FILE = re.compile(r"[\w-]+(?:/[\w-]+)?\.yaml")


# --- the examples of docs/regelverk.md


def of_kind(kind: str) -> list[Example]:
    found = [example for example in BLOCKS if example.kind == kind]
    assert found, f"no example is marked {kind}"
    return found


def test_every_example_says_what_it_is() -> None:
    known = {"regelverk", "del", "tillägg", "fall", "fel", "anmärkning"}
    strange = [
        example.kind
        for example in BLOCKS
        if example.language != "console"
        and example.kind not in known
        and not A_FILE.fullmatch(example.kind)
    ]
    assert not strange


def test_whole_rulebooks_have_no_faults() -> None:
    for example in of_kind("regelverk"):
        rulebook, faults = parse_rulebook(example.text, "lillby/rulebook.yaml", *shared_sources())
        assert faults == ()
        assert rulebook is not None
        assert "incomplete" not in example.text


def test_whole_overlays_have_no_faults() -> None:
    for example in of_kind("tillägg"):
        _, faults = parse_overlay(example.text, "arkiv/rulebook.yaml", *shared_sources())
        assert faults == ()


@pytest.mark.parametrize(
    "example", of_kind("del"), ids=lambda example: example.section or example.chapter
)
def test_parts_fit_into_the_rulebook_that_everybody_begins_with(example: Example) -> None:
    sound(example.text)


def sound(*parts: str) -> Rulebook:
    rulebook, faults = completed(*parts)
    assert rulebook is not None, [f"{fault.place} {fault.message}" for fault in faults]
    return rulebook


def test_cases_hold() -> None:
    for example in of_kind("fall"):
        cases = read_cases(example.text, "krav.yaml")
        trials = try_cases(sound(), [], cases)
        assert {case.passing for case in cases} == {True, False}
        assert [(trial.case.name, trial.found) for trial in trials.broken] == []


def test_faults_are_those_that_the_checker_tells() -> None:
    (broken, told) = of_kind("fel")
    _, faults = completed(broken.text)
    assert told.text.splitlines() == [fault.message for fault in faults]


# --- the kinds


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_says_what_it_finds(kind: str) -> None:
    mine = [
        example
        for example in BLOCKS
        if example.chapter == KINDS_CHAPTER and example.section in ("", kind)
    ]
    parts = [example.text for example in mine if example.kind == "del"]
    files = {example.kind: example.text for example in mine if A_FILE.fullmatch(example.kind)}
    (told,) = [example.text for example in mine if example.kind == "anmärkning"]
    rulebook = sound(*parts)
    wanted = rule_ids(parts)
    assert {rulebook.rules[id_].kind.word for id_ in wanted} == {kind}
    dossier = build_dossier(rulebook, {"dossier.yaml": "", **files})
    assert not dossier.faults
    assert not dossier.remarks
    found = [case_line(finding) for finding in check(dossier, ANY_DAY, only=wanted).findings]
    assert found, "the example gives no finding"
    assert told.splitlines() == found


def test_what_is_no_answer_is_what_it_says() -> None:
    section = page("regelverk.md").partition("### När en fråga är besvarad\n")[2]
    (none,) = [line for line in section.splitlines() if line.startswith("- `x`")]
    (right,) = [line for line in section.splitlines() if "`vet ej`" in line]
    assert all(no_answer(word, "", "") for word in re.findall("`([^`]+)`", none))
    assert not any(no_answer(word, "", "") for word in re.findall("`([^`]+)`", right))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_table_of_its_options(kind: str) -> None:
    (table,) = [table for table in TABLES if table.section == kind]
    assert table.words == tuple(KINDS[kind].options)


def test_the_tables_of_types_and_options_are_those_of_the_pages() -> None:
    anew = "Write them anew with: python tests/helpers/handbook_tables.py"
    assert with_tables(RULES) == RULES, anew


def test_the_kinds_are_those_that_there_are() -> None:
    assert table("Sort").words == tuple(KINDS)


# --- the words

KEYWORDS = {
    "Nyckel i filen": "regelverket",
    "Nyckel i en källa": "källan ",
    "Nyckel i adopted": "adopted ",
    "Nyckel i reviewed": "reviewed ",
    "Nyckel i source": "source ",
    "Nyckel i ett organ": "ett organ",
    "Nyckel i ett utfall": "utfallet ",
    "Nyckel i ett fält": "fältet ",
    "Nyckel i ett underlag": "underlaget ",
    "Nyckel i ett avsnitt": "ett avsnitt ",
    "Nyckel i ett steg": "steget ",
    "Nyckel i en beslutspunkt": "beslutspunkten ",
    "Nyckel i decider": "decider ",
    "Nyckel i ett krav": "regeln ",
    "Nyckel under unchecked": "raden ",
    "Nyckel i en handling": "en handling",
    "Nyckel i ett register": "registret ",
    "Nyckel i ett tillägg": "tillägget",
}
"""The head of each table of keywords, and how the loader's messages begin when they name what holds
those.
"""


def table(head: str) -> Table:
    found = [table for table in TABLES if table.head == head]
    assert len(found) == 1 or head == "Tillval", f"{len(found)} tables begin with {head}"
    return found[0]


@pytest.fixture(scope="module")
def understood() -> Mapping[str, set[str]]:
    """Which keywords the loader asks for in what, written down while it reads the examples."""
    asked: dict[str, set[str]] = {}
    make = Block.__init__

    def listening(
        self: Block,
        node: Node,
        faults: Faults,
        what: str,
        known: Collection[str] | None = None,
        place: Place | None = None,
    ) -> None:
        asked.setdefault(what, set()).update(known or ())
        make(self, node, faults, what, known, place)

    completed.cache_clear()
    parse_rulebook.cache_clear()  # see tests/conftest.py
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Block, "__init__", listening)
        for example in of_kind("del"):
            completed(example.text)
        for example in of_kind("tillägg"):
            parse_overlay(example.text, "arkiv/rulebook.yaml", *shared_sources())
    return asked


@pytest.mark.parametrize("head", KEYWORDS)
def test_the_tables_hold_every_keyword_and_no_other(
    head: str, understood: Mapping[str, set[str]]
) -> None:
    options = (
        {name for kind in KINDS.values() for name in kind.options}
        if head == "Nyckel i ett krav"
        else set()
    )
    known = {
        word
        for what, words in understood.items()
        if what.startswith(KEYWORDS[head])
        for word in words
    }
    assert known, f"no example has {KEYWORDS[head]}"
    assert set(table(head).words) == known - options


def test_every_table_of_keywords_is_compared() -> None:
    heads = {table.head for table in TABLES if table.head.startswith("Nyckel")}
    assert heads - KEYWORDS.keys() == {"Nyckel i ett fall"}


def test_the_keywords_of_cases_are_those_that_are_read() -> None:
    named = set(table("Nyckel i ett fall").words)
    with pytest.raises(UnreadableError) as refused:
        read_cases("".join(f"{word}:\n" for word in sorted(named)) + "zz:\n", "krav.yaml")
    strange = {
        match[1]
        for fault in refused.value.faults
        if (match := re.match(r"Det finns inget nyckelord (\S+) här", fault.message))
    }
    assert strange == named - {"given", "cases"} | {"zz"}
    (case,) = [example.text for example in of_kind("fall")]
    assert {word for word in named if re.search(rf"^[ -]*{word}:", case, re.MULTILINE)} == named


# --- the words that a keyword can have


def allowed(old: str, new: str) -> set[str]:
    """What the loader says that a keyword can be, when something else stands there."""
    text = of_kind("regelverk")[0].text
    assert text.count(old) == 1
    _, faults = parse_rulebook(text.replace(old, new), "x", *shared_sources())
    told = next(
        match[1] for fault in faults if (match := re.search(r"Det kan vara (.*)\.", fault.message))
    )
    return set(re.split(", | eller ", told))


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ("Ord i policyn", set(Modality)),
        ("Verkan", set(EFFECTS)),
        ("Ställning", allowed("standing: adopted", "standing: 1")),
        ("Ord efter as", allowed("as: guidance", "as: 1")),
    ],
)
def test_the_words_are_those_that_the_loader_takes(head: str, known: set[str]) -> None:
    assert set(table(head).words) == known


@pytest.mark.parametrize(
    "said",
    [
        allowed("type: styrelse", "type: 1"),
        load_rulebook("allman").outcomes,
        set(RESERVED_GATES) | set(RESERVED_STEPS),
        set(PERSONAL_DATA),
        {
            "dossier",
            "beslut",
            "återremiss",
            "tillfällen",
            "resultat",
            "återkoppling",
            "utvärdering",
            "undantag",
        },
    ],
    ids=["organ types", "outcomes", "reserved", "personal data", "shared forms"],
)
def test_words_are_named_in_the_text(said: Collection[str]) -> None:
    assert set(said) <= set(code_words(RULES))


def test_the_documents_are_those_that_there_are() -> None:
    broken = (
        of_kind("regelverk")[0].text + "documents:\n  - document: plan\n    before: dialogbeslut\n"
    )
    paragraph = re.search(r"^Det som finns är (.*?)\n\n", RULES, re.MULTILINE | re.DOTALL)
    assert paragraph
    for name in re.findall(r"`(.+?)`", paragraph[1]):
        _, faults = parse_rulebook(
            broken.replace("document: plan", f"document: {name}"), "x", *shared_sources()
        )
        assert {fault.code for fault in faults} <= {"utan-underlag"}, name


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        *(
            ("standing: adopted", f"standing: {word.strip('`')}", said)
            for word, _, said in table("Ställning").rows
        ),
        *(
            ("kind: required", f"kind: required\n    modality: {word.strip('`')}", said)
            for word, said in table("Ord i policyn").rows
        ),
    ],
)
def test_severities_follow_from_source_and_word(old: str, new: str, said: str) -> None:
    rulebook, _ = parse_rulebook(
        of_kind("regelverk")[0].text.replace(old, new), "x", *shared_sources()
    )
    assert rulebook is not None
    assert rulebook.rules["K-01"].severity.word == said


@pytest.mark.parametrize("path", table("Sökväg").words)
def test_paths_lead_somewhere(path: str) -> None:
    assert sound().field_at(path)


# --- docs/dossier.md

DOSSIER = page("dossier.md")


@pytest.mark.parametrize("chapter", sorted({example.chapter for example in examples(DOSSIER)}))
def test_files_of_a_dossier_are_read_as_it_says(chapter: str) -> None:
    """Of each file, with those above it: what the reader remarks on, and what is said of an answer
    that does not apply, is what is told below it, or nothing.
    """
    rulebook = load_rulebook("varmland")
    mine = [example for example in examples(DOSSIER) if example.chapter == chapter]
    files = {"dossier.yaml": ""}
    for example, below in zip_longest(mine, mine[1:]):
        if example.kind == "anmärkning":
            continue
        files[example.kind] = example.text
        dossier = build_dossier(rulebook, files)
        assert not dossier.faults
        told = below.text.splitlines() if below and below.kind == "anmärkning" else []
        assert told == [
            case_line(finding)
            for finding in check(dossier, ANY_DAY).findings
            if finding.rule not in (*rulebook.rules, STEP, GATE, DAYS, FUTURE)
            or "ej tillämpligt" in finding.message.lower()
        ]


def test_the_files_are_those_that_every_rulebook_has() -> None:
    shared = set.intersection(
        *(
            {form.file + "/" * bool(form.items) for form in load_rulebook(id_).forms.values()}
            for id_, _ in available_rulebooks()
        )
    )
    first, *_ = [table for table in tables(DOSSIER) if table.chapter == "Filerna"]
    assert set(first.words) == shared


def test_a_waiver_written_so_counts() -> None:
    (waiver,) = [example for example in examples(DOSSIER) if example.chapter == "Undantag"]
    rulebook = load_rulebook("varmland")
    decision = next(example for example in examples(DOSSIER) if example.chapter == "Beslut")
    dossier = build_dossier(
        rulebook, {"dossier.yaml": "", decision.kind: decision.text, waiver.kind: waiver.text}
    )
    assert [finding.rule for finding in check(dossier, ANY_DAY).waived] == ["V-47"]


# --- every page


@pytest.mark.parametrize("name", sorted(path.name for path in DOCS.glob("*.md")))
def test_links_lead_somewhere(name: str) -> None:
    text = page(name)
    anchors = {
        re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^#+ (.*)$", without_examples(text), re.MULTILINE)
    }
    for target in re.findall(r"\]\((?!http)([^)]+)\)", re.sub(r"`[^`\n]*`", "", text)):
        assert target[1:] in anchors if target.startswith("#") else (DOCS / target).exists(), target


@pytest.mark.parametrize("name", sorted(path.name for path in DOCS.glob("*.md")))
def test_commands_and_their_options_exist(name: str, tmp_path: Path) -> None:
    typed = [word for word in code_words(page(name)) if re.match(r"dialog [a-z]", word)]
    assert typed
    for words in map(shlex.split, typed):
        depth = 3 if COMMANDS[words[1]].below and len(words) > 2 else 2
        told = run([*words[1:depth], "--help"], tmp_path)
        assert told.exit_code == 0, words
        options = {word for word in words if word.startswith("--")}
        assert options <= set(re.findall(r"--[a-z-]+", told.out)), words


def test_sessions_are_what_the_commands_say(tmp_path: Path) -> None:
    sessions = [example for example in BLOCKS if example.language == "console"]
    assert sessions
    for part in re.split(
        r"^\$ dialog ", "".join(example.text for example in sessions), flags=re.MULTILINE
    )[1:]:
        command, _, told = part.partition("\n")
        assert run(shlex.split(command), tmp_path).screen == told, command


def test_the_readme_names_every_command_in_the_order_of_the_help() -> None:
    (readme,) = [
        table
        for table in tables((ROOT / "README.md").read_text("utf-8"))
        if table.chapter == "The commands"
    ]
    named = [
        word.removeprefix("dialog ")
        for row in readme.rows
        for word in re.findall("`(.+?)`", row[1])
    ]
    assert named == list(COMMANDS)
