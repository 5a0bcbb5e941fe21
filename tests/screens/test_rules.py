"""What meets a rule, said from its kind and options: a sentence for each of the thirteen kinds."""

from collections.abc import Mapping
from functools import cache

import pytest

from dialogcli.base.findings import Citation, Severity
from dialogcli.rulebook.kinds import KINDS
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.rulebook.model import OptionValue, Rule, Rulebook
from dialogcli.screens.rules import applies_when, satisfied_by


@cache
def rulebook() -> Rulebook:
    return load_rulebook("varmland")


def rule(
    kind: str,
    options: Mapping[str, OptionValue],
    unless: str = "",
    when: Mapping[str, tuple[str, ...]] | None = None,
) -> Rule:
    return Rule(
        "V-99",
        "En regel.",
        KINDS[kind],
        options,
        (Citation("Direktivet", "Syfte"),),
        Severity.FEL,
        unless=unless,
        when=when or {},
    )


SAID = [
    ("required", {"fields": ("handlingsplan.syfte",)}, 'när "Syfte" i Handlingsplan är ifyllt'),
    (
        "required",
        {"fields": ("handlingsplan.risker",)},
        'när "Utmaningar och risker" i Handlingsplan har minst en rad',
    ),
    (
        "required",
        {"fields": ("initiativ.syfte", "initiativ.varför")},
        'när "Syfte" i Initiativ och "Skäl till dialogen" i Initiativ är ifyllda',
    ),
    (
        "required",
        {"fields": ("handlingsplan.risker.*.åtgärd",)},
        'när "Utmaningar och risker" i Handlingsplan har minst en rad, och varje rad har "Åtgärd" i Handlingsplan',
    ),
    (
        "statement",
        {"fields": ("resurser.resurser",), "by": ("RD",), "length": 20},
        'av ett ställningstagande av regiondirektören i "Resurser och arbetsgrupper" i Resurser: '
        "skäl (minst 20 tecken), vem och datum",
    ),
    (
        "one_of",
        {"fields": ("handlingsplan.delaktighetsform",), "organ_types": ("nämnd",)},
        'när "Delaktighetsform" i Handlingsplan är ett organ av typen nämnd',
    ),
    (
        "forbidden",
        {"fields": ("prövning.främsta_syfte",), "values": ("information",)},
        'när "Främsta syfte" i Prövning inte är Att informera',
    ),
    (
        "count",
        {"rows": "handlingsplan.metoder", "min": 2, "distinct": "metod"},
        'när "Val av metod" i Handlingsplan har minst 2 rader med olika "Metod"',
    ),
    (
        "count",
        {"rows": "handlingsplan.målgrupper", "min": 1, "max": 3, "where": {"hörs_sällan": ("ja",)}},
        'när "Val av målgrupp och deltagare" i Handlingsplan har minst 1 och högst 3 rader där "Hörs sällan" är ja',
    ),
    (
        "count",
        {"rows": ("tillfällen",), "min": 2, "where": {"status": ("genomfört",)}},
        'när "Dialogtillfälle" har minst 2 filer där "Status" är genomfört',
    ),
    (
        "number",
        {"fields": ("tillfällen.*.antal_förtroendevalda",), "min": 2},
        'när "Antal förtroendevalda" i Dialogtillfälle är minst 2',
    ),
    (
        "number",
        {
            "fields": ("handlingsplan.kostnad",),
            "max": 900000,
            "min_from": "resultat.teman.*.antal",
            "max_from": "budget.poster.*.belopp",
        },
        'när "Kostnader för genomförandet" i Handlingsplan är högst 900000, minst lika med "Antal" i Resultat '
        'och högst lika med "Belopp" i Budget',
    ),
    (
        "covers",
        {"fields": ("handlingsplan.metoder.*.metod",), "values": ("fokusgrupp",)},
        'när "Metod" i Handlingsplan har alla de här: Fokusgrupp',
    ),
    (
        "covers",
        {"fields": ("tillfällen.*.metod",), "values_from": "handlingsplan.metoder.*.metod"},
        'när "Metod" i Dialogtillfälle har allt som står i "Metod" i Handlingsplan',
    ),
    (
        "covers",
        {
            "rows": ("kommunikationsplan.budskap",),
            "combinations": {"riktning": ("intern",), "fas": ("före",)},
        },
        'när "Budskap" i Kommunikationsplan har en rad för varje par av "Riktning" (Internt budskap) '
        'och "Skede" (före dialogen)',
    ),
    (
        "order",
        {
            "dates": ("handlingsplan.utbildning.*.datum", "handlingsplan.första_tillfälle"),
            "days": 1,
        },
        'när datumen kommer i den här ordningen: "Datum" i Handlingsplan, sedan "Första dialogtillfället" i '
        "Handlingsplan, med minst 1 dag emellan",
    ),
    (
        "order",
        {"dates": ("handlingsplan.datum", "resultat.datum"), "days": 42, "max_days": 56},
        'när datumen kommer i den här ordningen: "Datum" i Handlingsplan, sedan "Datum" i Resultat, '
        "med minst 42 dagar och högst 56 dagar emellan",
    ),
    ("decided", {"gate": "dialogbeslut"}, "av ett infört beslut, av rätt organ: Presidiets beslut"),
    (
        "unchanged",
        {"forms": ("handlingsplan",), "since": "handlingsplan"},
        'när "Handlingsplan" inte är ändrat efter beslutet: Beslut om handlingsplan',
    ),
    (
        "free_of",
        {"what": ("personnummer", "e-postadress")},
        "när ingen text i dossiern ser ut att innehålla ett personnummer eller en e-postadress",
    ),
    (
        "agrees",
        {"fields": ("handlingsplan.kostnad", "budget.poster.*.belopp")},
        'när "Kostnader för genomförandet" i Handlingsplan och "Belopp" i Budget säger detsamma, '
        "med beloppen i raderna hopräknade",
    ),
    (
        "feedback",
        {"to": "deltagare", "after": "resultat.datum", "channels": 2, "fields": ("vad",)},
        'av återkoppling till "de invånare som deltog" efter "Datum" i Resultat i minst 2 kanaler och med '
        '"Vad"',
    ),
]


@pytest.mark.parametrize(("kind", "options", "said"), SAID)
def test_each_kind_says_what_meets_it(
    kind: str, options: Mapping[str, OptionValue], said: str
) -> None:
    assert satisfied_by(rule(kind, options), rulebook()) == said


def test_every_kind_is_among_them() -> None:
    assert {kind for kind, _, _ in SAID} == set(KINDS)


def test_a_reason_that_the_rule_allows_for_is_another_way() -> None:
    text = satisfied_by(
        rule("required", {"fields": ("handlingsplan.syfte",)}, unless="handlingsplan.ändrat_syfte"),
        rulebook(),
    )
    assert text.endswith(', eller när skälet står i "Skäl till ändrat syfte" i Handlingsplan')


def test_a_condition_is_said_apart() -> None:
    only = rule(
        "required", {"fields": ("handlingsplan.syfte",)}, when={"prövning.går_att_påverka": ("ja",)}
    )
    assert applies_when(only, rulebook()) == 'när "Påverkbart beslut" i Prövning är ja'


def test_every_rule_of_the_rulebook_can_be_said() -> None:
    assert [one.id for one in rulebook().rules.values() if not satisfied_by(one, rulebook())] == []
