"""What `dialog templates check` finds: in templates on every way through them, in letterheads
before anybody prints.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.documents import LETTERHEAD, SAMPLE, SHIPPED, letterhead, packed, parts

from dialogcli.base.findings import Severity
from dialogcli.disk.folders import templates_folder
from dialogcli.documents.template_check import Reviewed, review
from dialogcli.documents.template_trials import template_of
from dialogcli.documents.templating.templates import Templates, read_templates
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.reading import read_dossier

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PLACE = "{{ innehall }}"


def made_of(template: str) -> Dossier:
    """The sample dossier, with only the documents that a template makes: the others are what they
    are in `test_what_is_shipped_has_no_fault`.
    """
    dossier = read_dossier(SAMPLE)
    specs = tuple(spec for spec in dossier.rulebook.documents if template_of(spec) == template)
    return dossier._replace(rulebook=dossier.rulebook._replace(documents=specs))


def looked_over(template: str = "", file: bytes = LETTERHEAD) -> list[Reviewed]:
    name = "handlingsplan.md.j2"
    texts = {**SHIPPED.texts, name: template or SHIPPED.texts[name]}
    return review(made_of(name), Templates(texts, file))


def found(template: str = "", file: bytes = LETTERHEAD) -> list[str]:
    return [
        f"{noted.severity.word}: {noted.fault.message}{f' ({noted.fault.place})' if noted.where else ''}"
        for one in looked_over(template, file)
        for noted in one.noted
    ]


def test_what_is_shipped_has_no_fault() -> None:
    reviewed = review(read_dossier(SAMPLE), SHIPPED)
    assert len(reviewed) > 8
    assert [one for one in reviewed if one.noted] == []


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (
            "{% if false %}\n{{ målgrup }}\n{% endif %}",
            "Fel: Fältet målgrup finns inte. (handlingsplan.md.j2:2:4)",
        ),
        ("# T\n{{ budget.postr }}", "Fel: Fältet postr finns inte. (handlingsplan.md.j2:2:11)"),
        (
            "{% macro m() %}{{ budget.postr }}{% endmacro %}",
            "Fel: Fältet postr finns inte. (handlingsplan.md.j2:1:26)",
        ),
        (
            "# T\n{% if draft %}",
            "Fel: {% if %} är inte avslutat med {% endif %}. (handlingsplan.md.j2:2:4)",
        ),
        (
            "{% if false %}{{ dnr | stor }}{% endif %}",
            "Fel: Filtret stor finns inte. (handlingsplan.md.j2:1:24)",
        ),
        (
            "{% if dnr is tom %}{% endif %}",
            "Fel: Villkoret tom finns inte. (handlingsplan.md.j2:1:14)",
        ),
        ("# T\n{{ decisions }}", "Fel: Bara text, tal och fält kan skrivas ut."),
        (
            "# T\n\n::: Ingress\ntext\n:::\n",
            "Fel: Formatet Ingress finns inte i brevmallen. (handlingsplan.md.j2:3:5)",
        ),
        (
            "{% if false %}\n::: Uppgift\n:::\n{% endif %}",
            "Fel: Formatet Uppgift finns inte i brevmallen.",
        ),
        (
            "{% if not handlingsplan.risker.filled %}\n{{ decisions }}\n{% endif %}",
            "Fel: Bara text, tal och fält kan skrivas ut. (handlingsplan.md.j2:2:1)",
        ),
    ],
)
def test_a_fault_in_a_template(template: str, said: str) -> None:
    assert any(said in one or one.startswith(said) for one in found(template)), found(template)


@pytest.mark.parametrize(
    "template",
    [
        "{% if hörande is defined %}{{ hörande }}{% endif %}",
        "{% if budget.postr is defined %}{{ budget.postr }}{% endif %}",
        "{% for budget in decisions %}{{ budget.gate }}{% endfor %}",
        "{% set målgrup = 'a' %}{{ målgrup }}",
        "{% if draft %}{% set målgrup = 'a' %}{{ målgrup }}{% endif %}",
        "{% for ett in tillfällen.every %}{{ ett.datum }}{% endfor %}",
    ],
)
def test_names_that_a_template_gives_or_asks_after_are_no_fault(template: str) -> None:
    assert found(template) == []


def under(layout: str, template: str, **changes: str) -> list[str]:
    """What is said of a tjänsteskrivelse with a fault that only one layout shows."""
    name = "tjansteskrivelse.md.j2"
    texts = {**SHIPPED.texts, name: template}
    dossier = made_of(name)
    specs = tuple(
        spec._replace(layout=changes.get(spec.id, spec.layout))
        for spec in dossier.rulebook.documents
    )
    dossier = dossier._replace(rulebook=dossier.rulebook._replace(documents=specs))
    return [
        f"{noted.severity.word}: {noted.fault.message} {dict(noted.fault.notes).get(layout, '')}".strip()
        for one in review(dossier, Templates(texts, LETTERHEAD))
        for noted in one.noted
    ]


def test_a_fault_in_a_layout_that_nobody_has_chosen_is_found_and_said_when_it_shows() -> None:
    template = "{% if document.layout == 'sammanfattning-först' %}{{ decisions }}{% endif %}"
    assert under("Det märks", template) == [
        "Fel: Bara text, tal och fält kan skrivas ut. när nästan inget är ifyllt, med uppställningen "
        "sammanfattning-först"
    ]


def test_a_fault_after_a_decision_that_sent_the_matter_back_is_found() -> None:
    template = "{% if gate.decision and not gate.decision.adopted %}{{ gate.decision.sentence }}{% endif %}"
    assert under("Åtgärd", template) == ["Fel: Fältet sentence finns inte. Byt till sentences."]


def test_a_layout_that_an_own_template_does_not_know_is_told() -> None:
    assert under("", "# T\n", tjänsteskrivelse="sammanfattning-först") == [
        "Varning: Mallen har inte uppställningen sammanfattning-först, som är vald för den."
    ]
    assert under("", "# T\n", tjänsteskrivelse="beslut-först") == []


def test_all_faults_of_a_template_are_told_at_once() -> None:
    assert len(found("{{ målgrup }}\n{{ budget.postr }}\n{{ resultatet }}")) == 3


def drawn(attributes: str) -> tuple[str, str]:
    inline = f'<wp:inline xmlns:wp="{WP}"><wp:docPr id="1" name="Logo" {attributes}/></wp:inline>'
    return "</w:hdr>", f"<w:p><w:r><w:drawing>{inline}</w:drawing></w:r></w:p></w:hdr>"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"header1": drawn("")}, "Varning: Logotypen i sidhuvudet saknar alternativtext."),
        (
            {
                "header1": (
                    "</w:hdr>",
                    '<w:p><w:ins w:id="1"><w:r><w:t>ny</w:t></w:r></w:ins></w:p></w:hdr>',
                )
            },
            "Varning: Det finns spårade ändringar i sidhuvudet. Godkänn eller avvisa dem i Word.",
        ),
        (
            {"header1": ("{{ dnr }}", "{{ dnrr }}")},
            "Fel: Brevmallen går inte att använda: fältet dnrr i word/header1.xml finns inte. Menade du dnr?",
        ),
        (
            {"document": (PLACE, "")},
            "Upplysning: {{ innehall }} saknas. Texten läggs sist i brevmallen.",
        ),
        (
            {"document": (PLACE, f'{PLACE}</w:t><w:commentReference w:id="0"/><w:t>')},
            "Varning: Det finns kommentarer i brevmallen. De följer med i varje handling.",
        ),
    ],
)
def test_what_is_to_be_said_of_a_letterhead(changes: dict[str, tuple[str, str]], said: str) -> None:
    assert any(one.startswith(said) for one in found(file=letterhead(**changes))), found(
        file=letterhead(**changes)
    )


def test_a_logo_with_a_text_is_no_fault() -> None:
    assert found(file=letterhead(header1=drawn('descr="Exempelby kommun"'))) == []


def test_a_letterhead_with_macros_is_a_fault_and_the_templates_are_checked_all_the_same() -> None:
    contents = parts(LETTERHEAD)
    contents["[Content_Types].xml"] = contents["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
        b"application/vnd.ms-word.document.macroEnabled.main",
    )
    assert [one.partition(".")[0] for one in found("# T\n{{ decisions }}", packed(contents))] == [
        "Fel: Bara text, tal och fält kan skrivas ut",
        "Fel: Brevmallen går inte att använda: den innehåller makron",
    ]


def test_own_templates_go_before_the_built_in_ones_the_nearest_first(tmp_path: Path) -> None:
    near = tmp_path / "ärenden" / "dialog"
    for folder, text in ((tmp_path, "långt bort"), (near, "nära")):
        (folder / "mallar").mkdir(parents=True)
        (folder / "mallar" / "handlingsplan.md.j2").write_text(text, "utf-8")
    (tmp_path / "mallar" / "budget.md.j2").write_text("budget", "utf-8")
    (tmp_path / "mallar" / "brevmall.dotx").write_bytes(b"our own")
    templates = read_templates(templates_folder(), near)
    assert (templates.texts["handlingsplan.md.j2"], templates.texts["budget.md.j2"]) == (
        "nära",
        "budget",
    )
    assert "makron.md.j2" in templates.texts
    assert templates.letterhead == b"our own"
    assert templates.own["brevmall.docx"] == "mallar/brevmall.dotx"


def test_faults_in_an_own_template_are_told_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "mallar").mkdir()
    (tmp_path / "mallar" / "handlingsplan.md.j2").write_text("{{ målgrup }}", "utf-8")
    templates = read_templates(templates_folder(), tmp_path)
    [noted] = next(
        one for one in review(made_of("handlingsplan.md.j2"), templates) if one.noted
    ).noted
    assert (str(noted.fault.place), noted.severity) == (
        "mallar/handlingsplan.md.j2:1:4",
        Severity.FEL,
    )
