"""Overlays: rules that lie on top of any rulebook, and what happens when the two meet."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.policies import METHODS, POLICY, VOCABULARY, changed, load, told

from dialogcli.base.findings import FileFault, Severity, UnreadableError
from dialogcli.rulebook.loader import available_rulebooks, load_rulebook, parse_rulebook
from dialogcli.rulebook.model import Overlay
from dialogcli.rulebook.overlay import available_overlays, combine, load_overlay, parse_overlay

LAW = """\
overlay: natur
version: "2"
format: 1
extends: vocabulary
title: Naturlagen
tried_on: lillby
rows: N-01..N-04
sources:
  lag:
    title: Naturlagen (1999:1)
    standing: law
fields:
  träd: {type: statement, answers: [ja, nej], label: Träden}
forms:
  naturprövning:
    title: Naturprövning
    fields: [träd]
rules:
  N-01:
    says: Det är prövat om träden berörs.
    kind: statement
    fields: naturprövning.träd
    before: dialogbeslut
    source: {document: lag, heading: 1 §}
  N-02:
    says: Tillfällena ligger före beslutet.
    kind: order
    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]
    source: {document: lag, heading: 2 §}
  N-03:
    says: Dialogen är utvärderad.
    kind: required
    fields: resultat.teman
    before: utvärdering
    source: {document: lag, heading: 3 §}
unchecked:
  N-04:
    as: guidance
    says: Var rädd om träden.
    source: {document: lag, heading: 4 §}
"""

FILE = "natur/rulebook.yaml"


def overlay_faults(text: str) -> tuple[FileFault, ...]:
    overlay, faults = parse_overlay(
        text, FILE, (VOCABULARY, "vocabulary.yaml"), (METHODS, "methods.yaml")
    )
    assert (overlay is None) == bool(faults)
    return faults


def law(text: str = LAW) -> Overlay:
    overlay, faults = parse_overlay(
        text, FILE, (VOCABULARY, "vocabulary.yaml"), (METHODS, "methods.yaml")
    )
    assert faults == ()
    assert overlay is not None
    return overlay


def test_an_overlay_holds_only_what_is_its_own() -> None:
    overlay = law()

    assert (overlay.id, overlay.version, overlay.title) == ("natur", "2", "Naturlagen")
    assert overlay.tried_on == "lillby"
    assert list(overlay.forms) == ["naturprövning"]
    assert list(overlay.rules) == ["N-01", "N-02", "N-03"]
    assert overlay.rules["N-01"].severity is Severity.VARNING


def test_a_rulebook_with_an_overlay_has_the_rules_rows_and_sources_of_both() -> None:
    mine, both = load(), combine(load(), law())

    assert (both.id, both.version, both.organisation) == (mine.id, mine.version, mine.organisation)
    assert both.rows == (*mine.rows, "N-01", "N-02", "N-03", "N-04")
    assert list(both.rules) == [*mine.rules, "N-01", "N-02"]
    assert both.unchecked["N-04"].says == "Var rädd om träden."
    assert both.main_source == mine.main_source
    assert "Naturlagen (1999:1)" in [source.title for source in both.sources.values()]
    assert both.overlays == ("Naturlagen 2",)


def test_its_forms_stand_before_those_that_all_rulebooks_have() -> None:
    assert list(combine(load(), law()).forms) == [
        "dossier",
        "övervägande",
        "plan",
        "naturprövning",
        "beslut",
        "tillfällen",
        "resultat",
        "återkoppling",
    ]


def test_the_rulebook_itself_is_not_changed() -> None:
    book = load()
    before = (tuple(book.forms), tuple(book.rules), tuple(book.sources))

    combine(book, law())

    assert (tuple(book.forms), tuple(book.rules), tuple(book.sources)) == before


def test_a_rule_about_a_step_that_the_rulebook_lacks_is_left_out() -> None:
    assert "utvärdering" not in load().entries
    assert "N-03" not in combine(load(), law()).rules


@pytest.mark.parametrize(
    ("text", "doubles"),
    [
        (LAW.replace("N-0", "L-0"), "L-01, L-02, L-03 och L-04"),
        (LAW.replace("naturprövning", "plan"), "plan"),
    ],
)
def test_two_things_with_one_id_are_refused(text: str, doubles: str) -> None:
    with pytest.raises(UnreadableError) as stop:
        combine(load(), law(text))

    assert stop.value.message == (
        f"Tillägget natur går inte att använda med regelverket lillby. Båda har {doubles}."
    )
    assert stop.value.hints == ("Ta bort natur ur tillägg: i dossier.yaml.",)


FAULTS = {
    "a step of somebody's own": (
        "before: dialogbeslut",
        "before: handläggning",
        "before: handläggning > Det finns ingen punkt handläggning. Det kan vara dialogbeslut, sakbeslut, övervägande, "
        "planering, genomförande, sammanställning, återkoppling eller utvärdering.",
    ),
    "a form of somebody's own": (
        "fields: resultat.teman",
        "fields: plan.syfte",
        "fields: plan.syfte > Det finns inget underlag plan. Det kan vara dossier, naturprövning, beslut, tillfällen, "
        "resultat eller återkoppling.",
    ),
    "an addition to a shared form": (
        "forms:\n",
        "forms:\n  resultat:\n    add: [träd]\n",
        "resultat: > Underlaget resultat finns i alla regelverk. Ett tillägg kan inte ändra det.",
    ),
    "a gate of somebody's own": (
        "beslut.sakbeslut.datum",
        "beslut.planbeslut.datum",
        "dates: [tillfällen.*.datum, beslut.planbeslut.datum] > beslut har ingen fil som heter planbeslut. "
        "Menade du sakbeslut?",
    ),
    "steps": (
        "unchecked:\n",
        "steps: []\nunchecked:\n",
        "steps: [] > Det finns inget nyckelord steps i tillägget. Det kan vara overlay, version, format, extends, "
        "title, tried_on, rows, sources, fields, forms, rules eller unchecked.",
    ),
    "a row that nobody deals with": (
        "N-01..N-04",
        "N-01..N-05",
        "rows: N-01..N-05 > 1 krav har varken en regel eller en plats under unchecked: N-05.",
    ),
    "no title": (
        "title: Naturlagen\n",
        "",
        "overlay: natur > title saknas i tillägget.",
    ),
    "a rulebook": (
        "overlay: natur",
        "rulebook: natur",
        "rulebook: natur > Det här är ett eget regelverk, och inget tillägg till regelverk.",
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), FAULTS.values(), ids=FAULTS)
def test_fault(old: str, new: str, expected: str) -> None:
    text = changed(old, new, LAW)

    assert told(overlay_faults(text), text) == [expected]


def test_an_overlay_is_no_rulebook() -> None:
    rulebook, (fault,) = parse_rulebook(
        LAW, FILE, (VOCABULARY, "vocabulary.yaml"), (METHODS, "methods.yaml")
    )

    assert rulebook is None
    assert fault.message == (
        "Det här är ett tillägg till regelverk, och inget eget regelverk. "
        "Slå på det i dossier.yaml: tillägg: [natur]"
    )


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """An organisation's folder with an overlay of its own."""
    for name, text in (("natur", LAW), ("lillby", POLICY)):
        (tmp_path / "regelverk" / name).mkdir(parents=True)
        (tmp_path / "regelverk" / name / "rulebook.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_an_overlay_cannot_be_chosen_as_rulebook(region: Path) -> None:
    assert "natur" not in dict(available_rulebooks(region))
    assert "lillby" in dict(available_rulebooks(region))
    assert "natur" in available_overlays(region)
    assert "lillby" not in available_overlays(region)
    with pytest.raises(UnreadableError, match="Regelverket natur går inte att läsa: 1 fel"):
        load_rulebook("natur", region)


def test_an_unknown_overlay_gets_the_nearest(region: Path) -> None:
    with pytest.raises(UnreadableError, match=r"Tillägget nautr finns inte\. Menade du natur\?"):
        load_overlay("nautr", region)


def test_an_overlay_that_leans_on_what_there_is_not_tells_all_its_faults(region: Path) -> None:
    with pytest.raises(UnreadableError) as stop:
        load_overlay("lillby", region)

    assert stop.value.message == "Tillägget lillby går inte att läsa: 1 fel."
    assert [fault.place.file for fault in stop.value.faults] == ["lillby/rulebook.yaml"]


@pytest.mark.parametrize("name", available_overlays())
def test_every_built_in_overlay_lies_whole_on_every_built_in_rulebook(name: str) -> None:
    overlay = load_overlay(name)
    for rulebook, _ in available_rulebooks():
        assert set(overlay.rules) <= set(combine(load_rulebook(rulebook), overlay).rules)


def test_law_warns_and_tells_and_never_says_fel() -> None:
    assert "lag" in available_overlays()
    assert {rule.severity for rule in load_overlay("lag").rules.values()} == {
        Severity.VARNING,
        Severity.UPPLYSNING,
    }
