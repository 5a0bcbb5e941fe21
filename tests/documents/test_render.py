"""From a dossier to a document: what is missing shows, what was decided shows, and the same comes
out twice.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import small_rulebook
from helpers.documents import LETTERHEAD, W, lines, made, of_sample, part, parts, texts
from helpers.dossiers import changed, planning, without
from helpers.small_rulebook import DECIDED, SOURCE

from dialogcli.base.findings import UnreadableError
from dialogcli.documents.rendered import Gap

ASKED = f"""
E-01..E-02:
  says: Planen är fullständig.
  kind: required
  fields: {{E-01: plan.syfte, E-02: plan.risker}}
  before: möten
  {SOURCE}
"""
SECTIONS = """# {{ document.title }}

{% from "makron.md.j2" import visa with context %}
{% for del in ["syfte", "risker", "kostnad"] %}
{% if plan[del].shown %}
## {{ plan[del].label }}

{{ visa(plan[del]) }}
{% endif %}
{% endfor %}
"""


def headings(data: bytes) -> list[str]:
    return [text for style, text in lines(data) if style.startswith("Heading")]


def test_what_a_rule_asks_for_shows_as_a_gap_in_its_place() -> None:
    rendered = made(SECTIONS, {"plan.yaml": "kostnad: 12500\n"}, ASKED, macros=True)
    assert lines(rendered.data) == [
        ("Heading 1", "Prov"),
        ("Heading 2", "Syfte"),
        ("Body Text", "[SAKNAS: Syfte]"),
        ("Heading 2", "Utmaningar och risker"),
        ("Body Text", "[SAKNAS: Utmaningar och risker]"),
        ("Heading 2", "Kostnad"),
        ("Body Text", "12\u00a0500\u00a0kr"),
    ]
    assert rendered.gaps == (
        Gap("1", "Syfte", "Syfte"),
        Gap("2", "Utmaningar och risker", "Utmaningar och risker"),
    )
    assert "**\\[SAKNAS: Syfte\\]**" in rendered.markdown


def test_a_gap_is_bold_and_in_brackets_so_that_it_needs_no_colour() -> None:
    run = next(
        run
        for run in part(made(SECTIONS, {}, ASKED, macros=True).data).iter(f"{W}r")
        if "SAKNAS" in "".join(run.itertext())
    )
    assert run.find(f"{W}rPr/{W}b") is not None
    assert run.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "Saknas"


def test_what_nobody_asks_for_leaves_neither_gap_nor_heading() -> None:
    rendered = made(SECTIONS, {"plan.yaml": "syfte: Att lyssna\n"}, macros=True)
    assert headings(rendered.data) == ["Prov", "Syfte"]
    assert rendered.gaps == ()


def test_what_is_asked_for_later_is_no_gap_yet() -> None:
    assert made(SECTIONS, {}, ASKED, before="dialogbeslut", macros=True).gaps == ()


def test_a_condition_that_does_not_hold_asks_for_nothing() -> None:
    rules = ASKED.replace("  before: möten\n", "  before: möten\n  when: {idé.nivå: samtal}\n")
    assert made(SECTIONS, {"ide.yaml": "nivå: information\n"}, rules, macros=True).gaps == ()
    assert len(made(SECTIONS, {"ide.yaml": "nivå: samtal\n"}, rules, macros=True).gaps) == 2


def test_what_does_not_apply_shows_its_reason() -> None:
    rendered = made(
        SECTIONS,
        {"plan.yaml": "syfte:\n  ej_tillämpligt: Syftet står i idén.\n"},
        ASKED,
        macros=True,
    )
    assert ("Body Text", "Ej tillämpligt: Syftet står i idén.") in lines(rendered.data)


def test_a_statement_shows_reason_author_and_day_and_misses_each_of_them() -> None:
    template = '# T\n\n{% from "makron.md.j2" import visa with context %}\n{{ visa(idé.barn) }}'
    rule = f"E-01:\n  says: x\n  kind: statement\n  fields: idé.barn\n  before: dialogbeslut\n  {SOURCE}\n"
    answer = "barn: {svar: nej, skäl: De berörs inte av torget., av: KF, datum: 2027-02-01}"
    whole = made(template, {"ide.yaml": answer}, rule, macros=True)
    assert [text for _, text in lines(whole.data)][1:] == [
        "Nej. De berörs inte av torget.",
        "Bedömning av KF, 1\u00a0februari 2027",
    ]
    partly = made(template, {"ide.yaml": "barn: {svar: ja}"}, rule, macros=True)
    assert [gap.label for gap in partly.gaps] == ["Barn och unga, skäl", "av vem", "datum"]


@pytest.mark.parametrize(
    ("template", "yaml", "shown"),
    [
        (
            "{{ visa(plan.risker) }}",
            "risker:\n  - Få kommer\n  - risk: Regn\n    slag: intern\n",
            "[SAKNAS: Utmaningar och risker]",
        ),
        ("{{ visa(plan.risker) }}", "risker: Inga alls\n", "Inga alls"),
        (
            "{{ visa(plan.risker) }}",
            "risker:\n  ej_tillämpligt: Mötet är kort.\n",
            "Ej tillämpligt: Mötet är kort.",
        ),
        ("{{ visa(idé.barn) }}", "barn: De berörs inte\n", "De berörs inte"),
        (
            "{{ visa(idé.barn) }}",
            "barn: {svar: {ej_tillämpligt: ABC}, skäl: Därför}\n",
            "Ej tillämpligt: ABC. Därför",
        ),
        ("{{ idé.barn.skäl }}", "barn:\n  ej_tillämpligt: Inga barn\n", ""),
    ],
)
def test_what_stands_where_something_else_should_is_shown_all_the_same(
    template: str, yaml: str, shown: str
) -> None:
    whole = f'# T\n\n{{% from "makron.md.j2" import visa with context %}}\n{template}'
    files = {"plan.yaml" if "plan" in template else "ide.yaml": yaml}
    found = [
        text
        for text in texts(made(whole, files, macros=True).data).split("\n")[1:]
        if "Tabell 1" not in text
    ]
    assert "|".join(found).rstrip("|") == shown


def test_a_table_is_summed_with_its_figures_in_swedish() -> None:
    template = (
        '# T\n\n{% from "makron.md.j2" import tabell with context %}\n{{ tabell(plan.poster) }}'
    )
    files = {
        "plan.yaml": "poster:\n  - {risk: Lokal, belopp: 12500}\n  - {risk: Fika, belopp: 1250000}\n"
    }
    table = part(made(template, files, macros=True).data).find(f".//{W}tbl")
    rows = [
        ["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")
    ]
    assert rows == [
        ["Risk", "Belopp"],
        ["Lokal", "12\u00a0500\u00a0kr"],
        ["Fika", "1\u00a0250\u00a0000\u00a0kr"],
        ["Summa", "1\u00a0262\u00a0500\u00a0kr"],
    ]
    assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}lastRow") == "1"


def test_a_table_breaks_off_no_column_that_is_empty_and_keeps_every_cell_in_its_own() -> None:
    template = (
        '# T\n\n{% from "makron.md.j2" import tabell with context %}\n{{ tabell(plan.risker) }}'
    )
    files = {
        "plan.yaml": 'risker:\n  - risk: "a | b"\n    slag: intern\n  - risk: |\n      två\n      rader\n'
    }
    table = part(made(template, files, macros=True).data).find(f".//{W}tbl")
    rows = [
        ["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")
    ]
    assert rows == [["Risk", "Slag"], ["a | b", "Intern risk"], ["tvårader", ""]]


def test_dates_are_words_in_text_and_iso_in_tables() -> None:
    template = (
        '# T\n\n{{ plan.datum }}\n\n{% from "makron.md.j2" import tabell with context %}\n'
        "{{ tabell(plan.utbildning) }}"
    )
    shown = texts(
        made(
            template,
            {"plan.yaml": "datum: 2027-03-03\nutbildning:\n  - datum: 2027-03-03\n"},
            macros=True,
        ).data
    )
    assert "3\u00a0mars 2027" in shown.split("\n")
    assert "2027-03-03" in shown.split("\n")


def test_the_decision_shows_with_organ_day_and_paragraph() -> None:
    files = DECIDED | {"beslut/a.yaml": DECIDED["beslut/a.yaml"] + 'paragraf: "45"\n'}
    template = "# T\n\n{{ gate.decision.line }}\n"
    assert lines(made(template, files, before="dialogbeslut").data)[1] == (
        "Body Text",
        "kommunfullmäktige, 8\u00a0februari 2027, §\u00a045",
    )


def test_all_characters_that_word_cannot_hold_are_told_at_once_with_their_places() -> None:
    files = {"ide.yaml": 'syfte: "a\\u202eb"\nbarn: {skäl: "c\\ue001d", av: "&#7; e"}\n'}
    with pytest.raises(UnreadableError) as refused:
        made("# T\n", files)
    assert [(str(fault.place), fault.message) for fault in refused.value.faults] == [
        ("ide.yaml:1:8", "Tecknet U+202E i idé.syfte går inte att skriva i Word."),
        ("ide.yaml:2:14", "Tecknet U+E001 i idé.barn.skäl går inte att skriva i Word."),
        ("ide.yaml:2:30", "Tecknet U+0007 i idé.barn.av går inte att skriva i Word."),
    ]


def test_a_dossier_with_a_file_that_cannot_be_read_makes_no_document() -> None:
    with pytest.raises(UnreadableError, match="1 fil går inte att läsa") as refused:
        made("# T\n", {"plan.yaml": "syfte: a: b\n"})
    assert refused.value.faults


def test_the_plan_has_the_thirteen_headings_in_order_and_its_decision() -> None:
    rendered = of_sample("handlingsplan", draft=False)
    numbered = [text for style, text in lines(rendered.data) if style == "Heading 2"]
    assert numbered == [
        "Syfte",
        "Val av målgrupp och deltagare",
        "Funktioner i förvaltningen som förväntas bidra innan eller under genomförandet",
        "Val av metod",
        "Tidsplanering",
        "Aktivitetslista",
        "Ansvar och roller",
        "Utbildningsinsatser inför dialogerna",
        "Återkoppling och utvärdering",
        "Hur dialogen ska dokumenteras",
        "Hur resultaten ska tas tillvara och spridas",
        "Utmaningar och risker",
        "Kostnader för genomförandet",
        "Bilaga: Budget",
    ]
    assert (
        "Uppgifter",
        "Fastställd av:\tkollektivtrafiknämnden, 5\u00a0mars 2025, §\u00a017",
    ) in lines(rendered.data)
    assert "UTKAST" not in texts(rendered.data)
    assert rendered.gaps == ()


def test_gaps_of_the_plan_carry_the_numbers_that_the_reader_sees(tmp_path: Path) -> None:
    folder = planning(tmp_path)
    without(folder, "handlingsplan.yaml", "utbildning", "risker")
    (folder / "budget.yaml").unlink()
    rendered = of_sample("handlingsplan", folder)
    assert [(gap.number, gap.label) for gap in rendered.gaps] == [
        ("8", "Utbildningsinsatser inför dialogerna"),
        ("12", "Utmaningar och risker"),
        ("", "Budgetposter"),
    ]
    assert ("Uppgifter", "Status:\tUTKAST, inte beslutat") in lines(rendered.data)


def test_messages_stand_by_direction_and_time_and_none_is_lost(tmp_path: Path) -> None:
    folder = planning(tmp_path)
    changed(
        folder,
        "kommunikationsplan.yaml",
        "  - vad: Svar på de vanligaste frågorna från dialogcaféerna\n    riktning: intern\n",
        "  - vad: Svar på de vanligaste frågorna från dialogcaféerna\n",
    )
    shown = headings(of_sample("kommunikationsplan", folder).data)
    assert shown[1:] == [
        "Internt budskap",
        "Före dialogen",
        "Under dialogen",
        "Efter dialogen",
        "Externt budskap",
        "Före dialogen",
        "Under dialogen",
        "Efter dialogen",
        "Övriga budskap",
        "Under dialogen",
    ]


def test_the_proposal_stands_first_with_the_answers_in_its_sentences(tmp_path: Path) -> None:
    rendered = of_sample("tjänsteskrivelse", planning(tmp_path), before="handlingsplan")
    assert headings(rendered.data)[1:] == [
        "Förslag till beslut",
        "Medborgardialog",
        "Sammanfattning",
        "Beslutsunderlag",
        "Ärendet",
        "Ekonomiska konsekvenser",
        "Konsekvenser för barn, jämställdhet och delaktighet",
        "Barnrättsperspektiv",
        "Jämställdhetsperspektiv",
        "Grupper som sällan hörs",
        "Kommunikation och återkoppling",
        "Återkoppling och utvärdering",
        "Bilagor",
        "Underskrifter",
    ]
    assert (
        "List Number",
        "Handlingsplanen för medborgardialog om Kollektivtrafik i glesbygd, daterad "
        "21\u00a0februari 2025, fastställs.",
    ) in lines(rendered.data)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("{idé.genomförs_av} genomför dialogen.", "Kommunfullmäktige genomför dialogen."),
        ("Syftet är: {idé.syfte}.", "Syftet är: Att *lyssna* på alla."),
        ("Risker är {plan.risker.*.risk}.", "Risker är få kommer och regn."),
        (
            "Kostnaden är {plan.kostnad}, den *högsta*.",
            "Kostnaden är [SAKNAS: Kostnad], den *högsta*.",
        ),
    ],
)
def test_a_proposed_sentence_takes_the_answers_into_itself(
    sentence: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    adopts = "    adopts: [idé]\n"
    assert adopts in small_rulebook.RULEBOOK
    monkeypatch.setattr(
        small_rulebook,
        "RULEBOOK",
        small_rulebook.RULEBOOK.replace(adopts, f'{adopts}    proposes: ["{sentence}"]\n'),
    )
    files = {
        "ide.yaml": "genomförs_av: KF\nsyfte: |\n  Att *lyssna*\n  på alla.\n",
        "plan.yaml": "risker: [{risk: få kommer}, {risk: regn}]",
    }
    rendered = made("# T\n\n{{ gate.proposes[0] }}\n", files, before="dialogbeslut")
    assert lines(rendered.data)[1][1] == shown


def test_a_document_knows_which_answers_it_shows(tmp_path: Path) -> None:
    answers = of_sample("kommunikationsplan", planning(tmp_path)).origin.answers
    assert "kommunikationsplan.budskap" in answers
    assert "handlingsplan.risker" not in answers


def test_a_document_knows_which_decision_it_shows() -> None:
    assert "beslut.handlingsplan.paragraf" in of_sample("handlingsplan").origin.answers


def test_nothing_of_the_letterhead_but_what_belongs_to_the_document_is_changed() -> None:
    kept = {"word/settings.xml"}
    before, after = parts(LETTERHEAD), parts(of_sample("handlingsplan").data)
    for name in kept:
        assert [(one.tag, dict(one.attrib)) for one in part(LETTERHEAD, name).iter()] == [
            (one.tag, dict(one.attrib))
            for one in part(of_sample("handlingsplan").data, name).iter()
        ]
    assert set(after) - set(before) == {"docProps/custom.xml"}
    assert set(before) <= set(after)
