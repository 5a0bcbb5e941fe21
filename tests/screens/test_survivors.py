"""`dialog rules survey`: what is told, and by form and field what is not."""

from __future__ import annotations

from helpers.screens import drawn

from dialogcli.base.findings import Severity
from dialogcli.checking.named_fields import Named
from dialogcli.checking.survivors import Silent, Survivors
from dialogcli.screens.survivors import survivors_screen

FOUND = Survivors(
    40,
    {Severity.FEL: 20, Severity.VARNING: 3},
    {Named.RULE: 4, Named.PART: 2, Named.PROCESS: 1, Named.NOBODY: 10},
    (
        Silent("plan.bild", Named.NOBODY, ("borta", "tom"), ()),
        Silent("plan.mål", Named.RULE, ("undantag-x", "=annat"), ("rad-borta",)),
        Silent("plan.risker", Named.RULE, ("kolumn-tom:åtgärd",), ()),
        Silent("plan.risker.risk", Named.PART, (), ("tom",)),
        Silent("tillfällen.status", Named.PROCESS, ("=pågår",), ()),
    ),
)


def test_what_is_not_noticed_by_who_names_it() -> None:
    assert (
        drawn(survivors_screen(FOUND, "Torget", 0))
        == """\
Torget: 40 ändringar, en i taget

Märks: 23 (fel 20, varning 3, upplysning 0).
Märks inte: 17.

Märks inte, fast ett krav nämner fältet: 2
  plan.mål     undantag-x, =annat; ibland: rad-borta
  plan.risker  kolumn-tom:åtgärd

Märks inte, i en del av det som ett krav nämner: 1
  plan.risker.risk  ibland: tom

Märks inte, i fält som bara stegen läser: 1
  tillfällen.status  =pågår

Fält som inget krav nämner: 1. 10 ändringar i dem märks inte.

Ändringarna
  tom         svaret töms
  rad-borta   en rad tas bort
  kolumn-tom  en kolumn töms i alla rader
  undantag-x  ej tillämpligt, med x som skäl
  =ORD        svaret är ORD i stället
  =annat      svaret är ett annat, vilket som helst"""
    )


def test_findings_that_are_there_already_are_told_of() -> None:
    assert drawn(survivors_screen(FOUND, "Torget", 1)).splitlines()[4:7] == [
        "",
        "Obs: Dossiern har 1 anmärkning redan. Det som rör samma svar kan dölja vad som",
        "märks.",
    ]


def test_when_everything_is_noticed() -> None:
    assert (
        drawn(survivors_screen(Survivors(2, {Severity.FEL: 2}, {}, ()), "Torget", 0))
        == """\
Torget: 2 ändringar, en i taget

Märks: 2 (fel 2, varning 0, upplysning 0).
Märks inte: 0."""
    )
