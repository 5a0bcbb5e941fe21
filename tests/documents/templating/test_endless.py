"""A template of somebody else's that never ends, or grows without end, is stopped: on any system,
without a clock.
"""

from __future__ import annotations

import pytest

from dialogcli.base.findings import UnreadableError
from dialogcli.documents.templating.filling import fill

ENDLESS = "Mallen blir aldrig färdig."
ITSELF = "Mallen anropar sig själv utan slut."
TOO_MUCH = "Mallen ger mer text än en handling kan rymma."
TOO_DEEP = "Mallen har för många block inuti varandra."

GROWING = (
    "{{% set ns = namespace(x={0}) %}}{{% for i in range(99) %}}{{% set ns.x = {1} %}}{{% endfor %}}"
    "{{{{ ns.x == 1 }}}}"
)
EACH = "{{% set l = range(99999) | list %}}{{% for a in l %}}{0}{{% endfor %}}"
LONG = "{{% set s = range(99999) | join('x') %}}{{% for a in range(99999) %}}{0}{{% endfor %}}"


def stopped(text: str, **others: str) -> str:
    """What is said of a template that cannot be let go on."""
    texts = {"a.md.j2": text, **{f"{name}.md.j2": other for name, other in others.items()}}
    with pytest.raises(UnreadableError) as refused:
        fill("a.md.j2", texts, {"lista": ["a", "b"], "fält": {"mark": "", "text": ""}})
    [fault] = refused.value.faults
    return fault.message


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in lista %}" * 19 + "x" * 999 + "{% endfor %}" * 19,
        "{% set x %}{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}{% endset %}",
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
        "{% macro f() %}{{ caller() }}{{ caller() }}{% endmacro %}"
        + "{% call f() %}" * 18
        + "x"
        + "{% endcall %}" * 18,
        "{% for a in range(9999) recursive %}{% if loop.depth < 9 %}{{ loop(range(9999)) }}{% endif %}{% endfor %}",
        "{% for a in range(999999999) %}{% endfor %}",
        "{{ range(1000000000) | list | length }}",
    ],
)
def test_what_is_repeated_for_ever(text: str) -> None:
    assert stopped(text) in (ENDLESS, TOO_MUCH)


@pytest.mark.parametrize(
    "text",
    [
        EACH.format("{% if -1 in l %}x{% endif %}"),
        EACH.format("{% if l == [] + l %}{% endif %}"),
        EACH.format("{% set m = l[:] %}"),
        EACH.format("{% set m = l | sort %}"),
        EACH.format("{% set m = l.count(-1) %}"),
        EACH.format("{% set m = l | map('abs') | sum %}"),
        EACH.format("{% set m = l | unique | list %}"),
        EACH.format("{% set m = l | groupby('real') %}"),
        EACH.format("{% if a is in l %}{% endif %}"),
        LONG.format("{% if 'zz' in s %}{% endif %}"),
        LONG.format("{% set m = s | upper %}"),
        LONG.format("{% set m = s.find('zz') %}"),
        "{{ range(99999) | select('in', range(99999) | list) | list | length }}",
    ],
)
def test_what_is_looked_through_over_and_over(text: str) -> None:
    assert stopped(text) == ENDLESS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GROWING.format("'abc'", "ns.x ~ ns.x"), TOO_MUCH),
        (GROWING.format("'abc'", "ns.x + ns.x"), TOO_MUCH),
        (GROWING.format("[1]", "ns.x + ns.x"), ENDLESS),
        (GROWING.format("[1]", "[ns.x, ns.x]"), ENDLESS),
        (GROWING.format("(1, )", "(ns.x, ns.x)"), ENDLESS),
        (GROWING.format("1", "{'a': ns.x, 'b': ns.x}"), ENDLESS),
        (GROWING.format("1", "dict(a=ns.x, b=ns.x)"), ENDLESS),
        (GROWING.format("9", "ns.x + ns.x"), "Mallen får inte använda +."),
        ("{% set s = range(99999) | join('x') %}{{ s | replace('', s) }}", TOO_MUCH),
        ("{% set s = range(99999) | join('x') %}{{ range(99999) | join(s) }}", TOO_MUCH),
        ("{% for i in range(99999) %}" + "x" * 99 + "{% endfor %}", TOO_MUCH),
        ("{{ 'x' * 10 ** 9 }}", "Mallen får inte använda **."),
        ("{{ 'x' * 1000000000 }}", "Mallen får inte använda *."),
        ("{{ [1] * 1000000000 }}", "Mallen får inte använda *."),
        ('{{ "%10000000d" % 1 }}', "Mallen får inte använda %."),
        ("{{ 'x' | center(10 ** 9) }}", "Filtret center finns inte."),
        ("{{ 'x'.center(1000000000) }}", "Mallen får inte använda center."),
        ("{{ '{:1000000000}'.format(1) }}", "Mallen får inte använda format."),
        ("{{ '%1000000000d' | format(1) }}", "Filtret format finns inte."),
        ("{{ 'x' | indent(1000000000) }}", "Filtret indent finns inte."),
        ("{{ lista | batch(1000000000, 'x') | list }}", "Filtret batch finns inte."),
    ],
)
def test_what_grows_without_end(text: str, said: str) -> None:
    assert stopped(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", ITSELF),
        (
            "{% macro f() %}{{ g() }}{% endmacro %}{% macro g() %}{{ f() }}{% endmacro %}{{ f() }}",
            ITSELF,
        ),
        ("{% for a in lista recursive %}{{ loop(lista) }}{% endfor %}", ITSELF),
        ("{% include 'a.md.j2' %}", ITSELF),
        ("{% extends 'a.md.j2' %}", ITSELF),
        ("{% include 'b.md.j2' %}", ITSELF),
        ("{% block a %}{{ self.a() }}{% endblock %}", ITSELF),
        ("{% for a in lista %}" * 30 + "{% endfor %}" * 30, TOO_DEEP),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", TOO_DEEP),
    ],
)
def test_what_leads_back_to_itself(text: str, said: str) -> None:
    assert stopped(text, b="{% include 'a.md.j2' %}") == said


def test_one_document_does_not_pay_for_another() -> None:
    text = "{% for a in range(60000) %}{% endfor %}ja"
    assert {fill("a.md.j2", {"a.md.j2": text}, {}) for _ in range(20)} == {"ja"}


def test_a_large_document_is_within_its_allowance() -> None:
    text = (
        "{% for a in range(50000) %}| {{ a }} | {{ 'ord ' ~ a }} | {% if a != 3 %}och en rad till{% endif %} |\n"
        "{% endfor %}"
    )
    assert len(fill("a.md.j2", {"a.md.j2": text}, {})) > 1_500_000
