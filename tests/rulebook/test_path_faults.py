"""Paths that lead nowhere: which word is wrong, in what."""

from __future__ import annotations

import pytest
from helpers.policies import changed, faults_of

FAULTS = {
    "a misspelt field": (
        "    fields: plan.metoder.*.skäl\n",
        "    fields: plan.metod.*.skäl\n",
        ["91:13 Det finns inget fält metod i underlaget plan. Menade du metoder?"],
    ),
    "a misspelt form": (
        "    fields: plan.metoder.*.skäl\n",
        "    fields: plann.metoder.*.skäl\n",
        ["91:13 Det finns inget underlag plann. Menade du plan?"],
    ),
    "a misspelt column": (
        "    fields: plan.metoder.*.skäl\n",
        "    fields: plan.metoder.*.skal\n",
        ["91:13 Det finns inget fält skal i fältet metoder. Menade du skäl?"],
    ),
    "no star after a table": (
        "    fields: plan.metoder.*.skäl\n",
        "    fields: plan.metoder.skäl\n",
        ["91:13 metoder har flera rader. Skriv plan.metoder.*.skäl."],
    ),
    "a star after one value": (
        "    fields: plan.metoder.*.skäl\n",
        "    fields: plan.syfte.*\n",
        ["91:13 * står efter syfte, som inte är en tabell eller lista."],
    ),
    "a part of what has none": (
        "    fields: plan.metoder.*.skäl\n",
        "    fields: plan.syfte.svar\n",
        ["91:13 Fältet syfte har inga delar, så svar leder ingenstans."],
    ),
    "an answer of a statement without answers": (
        "    fields: plan.metoder.*.skäl\n",
        "    fields: plan.barnrätt.svar\n",
        ["91:13 Det finns inget fält svar i fältet barnrätt. Det kan vara skäl, av eller datum."],
    ),
    "a whole form": (
        "    fields: plan.metoder.*.skäl\n",
        "    fields: plan\n",
        ["91:13 plan är ett helt underlag, inte ett fält."],
    ),
    "no key among several files": (
        "    fields: plan.metoder.*.skäl\n",
        "    fields: beslut.datum\n",
        ["91:13 beslut har flera filer. Skriv beslut.*.datum."],
    ),
    "a misspelt key": (
        "    fields: plan.metoder.*.skäl\n",
        "    fields: beslut.sakbeslutet.datum\n",
        ["91:13 beslut har ingen fil som heter sakbeslutet. Menade du sakbeslut?"],
    ),
    "a key where files have none": (
        "    fields: plan.metoder.*.skäl\n",
        "    fields: tillfällen.första.datum\n",
        ["91:13 tillfällen har ingen fil som heter första. Skriv * för alla."],
    ),
    "a missing word": (
        "    fields: plan.metoder.*.skäl\n",
        "    fields: plan..syfte\n",
        ["91:13 I plan..syfte saknas ett ord vid en punkt."],
    ),
    "in a date to follow": (
        "    after: resultat.datum\n",
        "    after: resultat.dag\n",
        [
            "114:12 Det finns inget fält dag i underlaget resultat. Det kan vara datum, teman eller antal."
        ],
    ),
    "in a reason": (
        "    unless: plan.syfte\n",
        "    unless: plan.syftet\n",
        ["85:13 Det finns inget fält syftet i underlaget plan. Menade du syfte?"],
    ),
    "in a condition": (
        "    when: {övervägande.behövs: ja}\n",
        "    when: {övervägande.behov: ja}\n",
        ["93:12 Det finns inget fält behov i underlaget övervägande. Menade du behövs?"],
    ),
    "in what makes a step done": (
        "    done: [plan.datum, plan.metoder]\n",
        "    done: [plan.datum, plan.metod]\n",
        ["57:24 Det finns inget fält metod i underlaget plan. Menade du metoder?"],
    ),
    "in an end": (
        "ends: {övervägande.behövs: nej}",
        "ends: {övervägande.behov: nej}",
        ["46:12 Det finns inget fält behov i underlaget övervägande. Menade du behövs?"],
    ),
    "in who decides": (
        "dossier.kommande_beslut.organ]",
        "dossier.kommande_beslut.organet]",
        ["62:66 Det finns inget fält organet i fältet kommande_beslut. Menade du organ?"],
    ),
    "in a proposal": (
        "{dossier.titel}",
        "{dossier.title}",
        ["54:16 Det finns inget fält title i underlaget dossier. Menade du titel?"],
    ),
    "in what a document shows": (
        "shows: [övervägande, plan.syfte]",
        "shows: [övervägande, plan.mål]",
        [
            "143:26 Det finns inget fält mål i underlaget plan. Det kan vara datum, syfte, metoder, kostnad "
            "eller barnrätt."
        ],
    ),
    "in what a document leads with": (
        "leads_with: [övervägande.behövs]",
        "leads_with: [övervägande.behov]",
        ["142:18 Det finns inget fält behov i underlaget övervägande. Menade du behövs?"],
    ),
    "in where a row went": (
        "    where: plan.barnrätt\n",
        "    where: plan.barn\n",
        ["129:12 Det finns inget fält barn i underlaget plan. Menade du barnrätt?"],
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_tells_where_and_what(old: str, new: str, said: list[str]) -> None:
    found = faults_of(changed(old, new))

    assert [f"{fault.place.line}:{fault.place.column} {fault.message}" for fault in found] == said
