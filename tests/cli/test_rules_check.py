"""`dialog rules check`, `test` and `list` on an organisation's own rulebooks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers.own_rulebooks import lillby, rewritten, second_version
from helpers.terminal import run

PLANTED = [
    ('version: "1"', 'versoin: "1"'),
    ("extends: vocabulary", "extends: ordlista"),
    ("rows: K-01..K-12", "rows: K-01..K-13"),
    ("standing: adopted", "standing: antagen"),
    (
        "{id: KS, name: kommunstyrelsen, type: styrelse}",
        "{id: KS, name: kommunstyrelsen, type: råd}",
    ),
    ("fields: [främsta_syfte, går_att_påverka]", "fields: [främsta_syfte, går_att_påverkas]"),
    ("labels: {risker:", "labels: {risk:"),
    ("done: [initiativ.syfte]", "done: [initiativ.syftet]"),
    ("decider: {organ: KS}", "decider: {organ: KSS}"),
    ("    back_to: initiativ                        # dit en återremiss leder\n", ""),
    ("avslag: stop,", "avslag: slut,"),
    ("adopts: [prövning, initiativ]", "adopts: [prövning, initiativet]"),
    ("after: [sammanställning]", "after: [sammanstallning]"),
    ("    kind: statement", "    kind: statment"),
    ("    min: 2", "    min: två"),
    ("    gate: dialogbeslut", "    gate: dialogbeslutet"),
    ("    to: deltagare", "    to: deltagarna"),
    ("    from: utvärdering\n    modality", "    modality"),
    (
        "kommande_beslut.datum]\n    source: {document: policy, heading: Genomförande}",
        "kommande_beslut.datum]\n    source: {document: policyn, heading: Genomförande}",
    ),
    ("  - document: plan\n", "  - document: planen\n"),
]


def test_twenty_planted_faults_are_told_in_one_run_each_with_its_place(tmp_path: Path) -> None:
    file = lillby(tmp_path)
    rewritten(file, *PLANTED)
    ran = run(["rules", "check"], tmp_path)
    places = [
        (int(line), int(column))
        for line, column in re.findall(r"\(lillby/rulebook\.yaml:(\d+):(\d+)\)", ran.err)
    ]
    assert (ran.exit_code, len(places), len(set(places))) == (3, 20, 20)
    assert places == sorted(places)
    assert "Stopp: Regelverket går inte att använda. Det har 20 fel." in ran.err
    assert ran.out == ""


def test_each_fault_says_what_may_have_been_meant(tmp_path: Path) -> None:
    rewritten(lillby(tmp_path), ("after: [sammanställning]", "after: [sammanstallning]"))
    ran = run(["rules", "check", "lillby"], tmp_path)
    assert (
        ran.err
        == """\
Filer som inte går att läsa: 1
  lillby/rulebook.yaml: Det finns ingen punkt sammanstallning. Menade du
    sammanställning? (lillby/rulebook.yaml:80:13)

Stopp: Regelverket går inte att använda. Det har 1 fel.
Rätta felen och kör kommandot igen.
"""
    )


def test_a_draft_tells_which_requirements_nobody_has_dealt_with(tmp_path: Path) -> None:
    rewritten(lillby(tmp_path), ("rows: K-01..K-12", "rows: K-01..K-15\nincomplete: true"))
    ran = run(["rules", "check", "lillby"], tmp_path)
    assert (ran.exit_code, " ".join(ran.out.split()).partition(" Klart: ")[2]) == (
        0,
        "Regelverket har inga fel. 15 krav: 11 prövas, 1 tas om hand på annat sätt. "
        "Ingen har tagit hand om K-13..K-15 än.",
    )


def test_what_is_known_of_a_source_is_told_with_its_review_and_what_nobody_knows(
    tmp_path: Path,
) -> None:
    known = "adopted: {by: kommunfullmäktige}\n    reviewed: {date: 2025-03-03, paragraph: '40'}\n"
    rewritten(
        lillby(tmp_path),
        (
            "    note: Skriv vem som antog policyn, när och i vilken paragraf. ",
            f"    {known}    note: Bilagan är inte läst. ",
        ),
    )
    ran = run(["rules", "show", "--rulebook", "lillby"], tmp_path)
    assert "\nKällor: 1\n" in ran.out
    assert (
        "Policy för medborgardialog: kommunfullmäktige, senast översedd 2025-03-03, § 40. Bilagan är inte läst. "
        in " ".join(ran.out.split())
    )


def test_all_own_rulebooks_are_checked_and_the_versions_that_are_kept(tmp_path: Path) -> None:
    second_version(tmp_path)
    run(["rules", "new", "--copy-of", "hagfors"], tmp_path)
    ran = run(["rules", "check"], tmp_path)
    assert ran.exit_code == 0
    assert [
        line for line in ran.out.splitlines() if "(" in line and not line.startswith("Klart")
    ] == [
        "Hagfors kommun 1.0 (Medborgardialog (webbsida), sammanfattning utan datum)",
        "Lillby kommun 2 (Policy för medborgardialog, antagandet framgår inte av källan)",
        "Lillby kommun 1 (Policy för medborgardialog, antagandet framgår inte av källan)",
    ]


def test_one_that_is_broken_does_not_hide_another(tmp_path: Path) -> None:
    rewritten(lillby(tmp_path), ("organisation: Lillby kommun", "organisaton: Lillby kommun"))
    run(["rules", "new", "--copy-of", "hagfors"], tmp_path)
    ran = run(["rules", "check"], tmp_path)
    assert ran.exit_code == 3
    assert ran.out.startswith("Hagfors kommun ")
    assert "Klart: Regelverket har inga fel. 31 krav" in ran.out
    assert "organisaton" in ran.err


@pytest.mark.parametrize("command", ["check", "test"])
def test_without_an_own_rulebook_one_must_be_named(command: str, tmp_path: Path) -> None:
    ran = run(["rules", command], tmp_path)
    assert ran.exit_code == 2
    assert ran.err.startswith(
        "Stopp: Här finns inga egna regelverk: mappen regelverk saknas eller är tom.\n"
    )


@pytest.mark.parametrize(
    "typed", ["lillby", "lillby@1", "regelverk/lillby", "regelverk/lillby/rulebook.yaml"]
)
def test_a_rulebook_is_meant_by_name_version_folder_or_file(typed: str, tmp_path: Path) -> None:
    lillby(tmp_path)
    assert run(["rules", "check", typed], tmp_path).exit_code == 0


def test_a_version_that_is_not_there(tmp_path: Path) -> None:
    second_version(tmp_path)
    ran = run(["rules", "check", "lillby@3"], tmp_path)
    assert (ran.exit_code, ran.err) == (
        2,
        "Stopp: Regelverket lillby finns inte i version 3. Det här finns: 1 och 2.\n",
    )


def test_a_case_that_does_not_hold_is_an_exit_of_1(tmp_path: Path) -> None:
    rewritten(lillby(tmp_path), ("    min: 2", "    min: 1"))
    ran = run(["rules", "test", "lillby"], tmp_path)
    assert ran.exit_code == 1
    assert ran.out.endswith("    Hittat: inget\n1 av 26 fall stämmer inte.\n")


def test_cases_that_cannot_be_read_are_faults_of_a_file(tmp_path: Path) -> None:
    cases = lillby(tmp_path).parent / "cases" / "krav.yaml"
    rewritten(cases, ("given:\n", "givet:\n"))
    ran = run(["rules", "test"], tmp_path)
    assert (ran.exit_code, ran.out) == (3, "")
    assert (
        "  krav.yaml: Det finns inget nyckelord givet här. Menade du given?\n    (krav.yaml:6:1)\n"
        in ran.err
    )


@pytest.mark.parametrize("name", ["varmland", "lag"])
def test_built_in_rulebooks_and_overlays_are_tried_on_their_cases(
    name: str, tmp_path: Path
) -> None:
    ran = run(["rules", "test", name], tmp_path)
    assert (ran.exit_code, len(ran.out.splitlines())) == (0, 2)


def test_the_list_has_own_rulebooks_first_and_tells_where_they_lie(tmp_path: Path) -> None:
    second_version(tmp_path)
    (tmp_path / "regelverk" / "storby").mkdir()
    (tmp_path / "regelverk" / "storby" / "rulebook.yaml").write_bytes(b"\xff\xfe\x00")
    assert run(["rules", "list"], tmp_path).out.startswith("""\
Egna regelverk
  lillby  Lillby kommun, version 2 (också 1)
          regelverk/lillby/rulebook.yaml
  storby  går inte att läsa. Se vad som är fel: dialog rules check storby
          regelverk/storby/rulebook.yaml

Inbyggda regelverk
""")


def test_the_requirements_of_a_rulebook_are_listed_under_their_moments(tmp_path: Path) -> None:
    lillby(tmp_path)
    assert (
        run(["rules", "show", "--rulebook", "lillby"], tmp_path).out
        == """\
Lillby kommun 1 (Policy för medborgardialog, antagandet framgår inte av källan)

Källor: 1
  Policy för medborgardialog: antagandet framgår inte av källan. Skriv vem som
    antog policyn, när och i vilken paragraf. Skriv så här i stället för den här
    raden.

Inför Beslut om dialogen: 3
  K-01  Dialogen ger underlag till ett politiskt beslut (ska, ger Fel)
  K-02  Beslutet går fortfarande att påverka (ska, ger Fel)
  K-03  Syftet med dialogen är formulerat (ska, ger Fel)

Inför Genomförande: 3
  K-05  Varje målgrupp har ett skäl (ska, ger Fel)
  K-06  Minst två olika metoder används (bör, ger Varning)
  K-07  Barnens bästa är övervägt (ska, ger Fel)

Från och med Sammanställning: 1
  K-08b  Minst ett tillfälle är genomfört innan resultatet sammanställs
         (ska, ger Fel)

Från och med Återkoppling: 2
  K-09  De som deltog får veta resultatet (ska, ger Fel)
  K-10  Allmänheten får veta resultatet (bör, ger Varning)

Från och med Utvärdering: 1
  K-11  Dialogen är utvärderad (bör, ger Varning)

När något som kommer efter beslutet har hänt: 1
  K-04  Kommunstyrelsen beslutar om dialogen ska hållas (ska, ger Fel)

När det finns något att pröva: 2
  K-08   Alla tillfällen hålls före beslutet i sakfrågan (ska, ger Fel)
  K-08c  Förtroendevalda och invånare möts vid varje tillfälle (ska, ger Fel)

Prövas inte av programmet: 1
  K-12  Dialogen är ett komplement till den representativa demokratin (princip)

Läs mer: dialog rules show K-01 --rulebook lillby
"""
    )


def test_what_a_sound_rulebook_leaves_open_is_asked(tmp_path: Path) -> None:
    ballot = (
        "  - step: omröstning\n    name: Omröstning\n    done: [plan.risker]\n"
        "  - gate: planbeslut\n    name: Beslut om planen\n    decider: {organ: KS}\n"
        "    outcomes: {bifall: go_on}\n    unregulated: Policyn säger inte vem.\n"
    )
    rewritten(lillby(tmp_path), ("  - step: planering\n", f"{ballot}  - step: planering\n"))
    ran = run(["rules", "check"], tmp_path)
    asked = "Upplysning: Steget Omröstning står mellan två beslut. Lämnar steget spår?"
    assert (ran.exit_code, asked in " ".join(ran.out.split())) == (0, True)
