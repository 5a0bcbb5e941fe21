"""What goes wrong in a template is told with file, line and the word that was meant. Nothing gets
out of it.
"""

from __future__ import annotations

import pytest
from helpers.documents import LETTERHEAD, ROOT, SHIPPED, made

from dialogcli.base.findings import FileFault, UnreadableError
from dialogcli.documents.markup.marks import text_mark
from dialogcli.documents.templating.filling import fill
from dialogcli.documents.templating.templates import Templates, read_templates
from dialogcli.rulebook.model import DocumentSpec

DATA = {
    "målgrupp": "äldre",
    "plan": {"risker": "få kommer", "syfte": "att lyssna"},
    "lista": ["a", "b"],
}


def filled(text: str, **more: str) -> str:
    return fill(
        "a.md.j2",
        {"a.md.j2": text, **{f"{name}.md.j2": other for name, other in more.items()}},
        DATA,
    )


def fault(text: str, **more: str) -> FileFault:
    with pytest.raises(UnreadableError) as refused:
        filled(text, **more)
    (found,) = refused.value.faults
    return found


def test_a_misspelt_field_is_told_with_its_place_and_the_nearest() -> None:
    found = fault("# T\n\nDialogen riktar sig till {{ målgrup }}.\n")
    assert str(found.place) == "a.md.j2:3:29"
    assert found.message == "Fältet målgrup finns inte."
    assert found.notes == (
        ("Raden är", "Dialogen riktar sig till {{ målgrup }}."),
        ("Åtgärd", "Byt till målgrupp."),
    )


def test_within_a_form_the_nearest_is_one_of_its_fields() -> None:
    assert ("Åtgärd", "Byt till risker.") in fault("{{ plan.risk }}").notes


def test_a_fault_in_a_file_of_macros_is_told_there() -> None:
    macros = "{% macro visa(x) %}\n{{ x.syftet }}\n{% endmacro %}"
    found = fault('{% from "b.md.j2" import visa %}\n{{ visa(plan) }}', b=macros)
    assert str(found.place) == "b.md.j2:2:6"


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ plan.clear() }}",
        "{{ lista.append('c') }}",
        "{{ lipsum() }}",
        "{{ cycler('a') }}",
        "{{ joiner() }}",
        "{% include '../x' %}",
        "{{ plan|attr('__class__') }}",
        "{{ '{0.__class__}'.format(plan) }}",
        "{{ '{x}'.format_map(plan) }}",
        "{% import 'os' as os %}",
        "{{ self._TemplateReference__context }}",
        "{{ lista | random }}",
        "{{ 'x' | pprint }}",
    ],
)
def test_a_template_can_do_nothing_but_write(text: str) -> None:
    assert fault(text)


def test_what_a_template_prints_is_text_unless_it_is_prose() -> None:
    assert filled("{{ plan.syfte ~ ' *x*' }}") == "att lyssna \\*x\\*"


FIELD = {"mark": text_mark(0), "text": "*äldre*"}


@pytest.mark.parametrize(
    "text", ["{{ 'för ' ~ f ~ ' *och* unga' }}", "{{ ['för ', f, ' *och* unga'] | join }}"]
)
def test_a_field_among_texts_stands_for_its_answer(text: str) -> None:
    assert fill("a.md.j2", {"a.md.j2": text}, {"f": FIELD}) == f"för {text_mark(0)} \\*och\\* unga"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{% for a in range(3) %}{{ loop.index }}/{{ loop.length }} {% endfor %}", "1/3 2/3 3/3 "),
        ("{% for a in lista if a != 'a' %}{{ a }}{% endfor %}", "b"),
        (
            "{% for a in [['x', ['y']]] recursive %}{{ a[0] }}{% if a[1] is defined %}{{ loop(a[1]) }}{% endif %}"
            "{% endfor %}",
            "xy",
        ),
        (
            "{{ 'a' + 'b' }} {{ 2 * 3 }} {{ 7 % 4 }} {{ lista[1:] | join('-') }} {{ 'aba' | replace('a', 'cc') }}",
            "ab 6 3 b ccbcc",
        ),
        (
            "{% set ns = namespace(n=0) %}{% for a in lista %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}",
            "2",
        ),
        (
            "{{ {'k': 'v'}.k }} {{ dict(k='v').k }} {{ lista | map('upper') | sort | join }}",
            "v v AB",
        ),
        (
            "{% macro f(a) %}<{{ a }}>{% endmacro %}{% macro g(a) %}<{{ a }}{{ caller() }}>{% endmacro %}"
            "{{ f('x') }}{% call g('y') %}z{% endcall %}",
            "<x><yz>",
        ),
        ("{% if 'b' in lista and 'c' not in lista %}ja{% endif %}", "ja"),
    ],
)
def test_what_is_counted_does_as_it_did(text: str, shown: str) -> None:
    assert filled(text) == shown


def test_a_document_without_template_says_which_there_are() -> None:
    with pytest.raises(UnreadableError) as refused:
        SHIPPED.name_for(DocumentSpec("remissvar", "Remissvar", "remissvar"))
    assert "remissvar.md.j2 finns inte" in refused.value.message
    assert "handlingsplan" in refused.value.hints[0]


def test_a_folder_without_letterhead_is_refused(tmp_path: object) -> None:
    with pytest.raises(UnreadableError, match=r"Brevmallen brevmall\.docx finns inte"):
        read_templates(ROOT / "tests")


def test_the_digest_of_a_template_changes_with_what_it_may_include() -> None:
    def digest(**texts: str) -> str:
        return Templates(
            {f"{name}.md.j2": text for name, text in texts.items()}, LETTERHEAD
        ).digest("a.md.j2")

    includes = "{% include 'b.md.j2' %}"
    assert digest(a=includes, b="y") != digest(a=includes, b="z")
    assert digest(a=includes, b=includes.replace("b", "c"), c="y") != digest(
        a=includes, b=includes, c="z"
    )
    assert digest(a="{% include draft %}", b="y") != digest(a="{% include draft %}", b="z")
    assert digest(a="x", b="y") == digest(a="x", b="z")


def test_a_field_that_only_one_form_has_may_be_named_alone() -> None:
    assert (
        made("# {{ kostnad }} {{ plan.kostnad }}", {"plan.yaml": "kostnad: 5"}).markdown
        == "# 5\u00a0kr 5\u00a0kr\n"
    )


def test_a_field_that_two_forms_have_may_not() -> None:
    with pytest.raises(UnreadableError) as refused:
        made("# {{ syfte }}")
    assert refused.value.faults[0].message == "Fältet syfte finns inte."
