"""The faults of a rule, each as the checker says it."""

from __future__ import annotations

import pytest
from helpers.policies import changed, faults_of

FAULTS = {
    "a misspelt keyword": (
        "    says: Fullmäktige beslutar.",
        "    sais: Fullmäktige beslutar.",
        ["73:5 Det finns inget nyckelord sais i regeln L-02. Menade du says?"],
    ),
    "a missing sentence": (
        "    says: Fullmäktige beslutar.\n",
        "",
        ["72:3 says saknas i regeln L-02."],
    ),
    "what to do instead as keys": (
        "    says: Fullmäktige beslutar.\n",
        "    says: Fullmäktige beslutar.\n    instead: {Skriv: till fullmäktige}\n",
        ["74:14 instead ska vara en lista, inte nycklar med värden."],
    ),
    "a missing kind": (
        "    kind: decided\n",
        "",
        ["72:3 kind saknas i regeln L-02."],
    ),
    "a misspelt kind": (
        "kind: decided",
        "kind: decidd",
        ["74:11 Det finns ingen sort decidd. Menade du decided?"],
    ),
    "an unknown kind": (
        "kind: decided",
        "kind: vote",
        [
            "74:11 Det finns ingen sort vote. Det kan vara required, statement, one_of, forbidden, count, "
            "number, covers, order, decided, unchanged, agrees, free_of eller feedback."
        ],
    ),
    "a kind by its earlier name": (
        "    kind: order\n    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n",
        "    kind: at_least\n    fields: tillfällen.*.antal\n    min: 1\n",
        ["107:11 Sorten at_least heter number nu. Skriv kind: number."],
    ),
    "a missing option": (
        "    min: 2\n",
        "",
        ["77:3 min eller max saknas i regeln L-03a."],
    ),
    "an option of another kind": (
        "    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n",
        "    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n    gate: sakbeslut\n",
        ["109:5 order har inget tillval gate. Det tar dates, earliest, days och max_days."],
    ),
    "no moment": (
        "    from: övervägande\n",
        "",
        ["66:3 before eller from saknas i regeln L-01. Det avgör när kravet gäller."],
    ),
    "both moments": (
        "    from: övervägande\n",
        "    from: övervägande\n    before: genomförande\n",
        ["70:5 Regeln L-01 har både before och from. Den ska ha en av dem."],
    ),
    "a moment beside the gate's": (
        "    gate: dialogbeslut\n",
        "    gate: dialogbeslut\n    before: planering\n",
        ["76:5 Regeln L-02 gäller vid sin beslutspunkt. Ta bort before."],
    ),
    "an unknown moment": (
        "    from: sakbeslut\n",
        "    from: sakbeslutet\n",
        ["116:11 Det finns ingen punkt sakbeslutet. Menade du sakbeslut?"],
    ),
    "a number that is none": (
        "    min: 2\n",
        "    min: två\n",
        ["83:10 min ska vara ett heltal, inte två."],
    ),
    "an unknown gate": (
        "    gate: dialogbeslut\n",
        "    gate: dialogbeslutet\n",
        ["75:11 Det finns ingen beslutspunkt dialogbeslutet. Menade du dialogbeslut?"],
    ),
    "an unknown audience": (
        "    to: deltagare\n",
        "    to: deltagarna\n",
        ["113:9 Det finns ingen mottagare deltagarna. Menade du deltagare?"],
    ),
    "an unknown field of an event": (
        "    fields: [kanal]\n",
        "    fields: [kanaler]\n",
        ["115:14 Det finns inget fält kanaler i raderna. Menade du kanal?"],
    ),
    "an unknown column": (
        "    distinct: metod\n",
        "    distinct: metodik\n",
        ["82:15 Det finns inget fält metodik i raderna. Menade du metod?"],
    ),
    "an unknown column in a condition": (
        "{når_frånvarande: ja}",
        "{når_alla: ja}",
        [
            "81:13 Det finns inget fält når_alla i raderna. Det kan vara metod, skäl eller når_frånvarande."
        ],
    ),
    "an unknown source": (
        "{document: policy, heading: Återkoppling}",
        "{document: policyn, heading: Återkoppling}",
        ["117:24 Det finns ingen källa policyn. Menade du policy?"],
    ),
    "a source without its document": (
        "{document: policy, heading: Återkoppling}",
        "{heading: Återkoppling}",
        ["117:13 document saknas i source i regeln L-09."],
    ),
    "a source that is only a word": (
        "{document: policy, heading: Återkoppling}",
        "policy",
        ["117:13 I source i regeln L-09 ska det stå nycklar med värden."],
    ),
    "no source": (
        "    source: {document: policy, heading: Återkoppling}\n",
        "",
        ["110:3 source saknas i regeln L-09."],
    ),
    "an unknown severity": (
        "    severity: varning\n",
        "    severity: fell\n",
        ["123:15 Det finns ingen svårighetsgrad fell. Menade du fel?"],
    ),
    "an unknown modality": (
        "    modality: bör\n",
        "    modality: måste\n",
        [
            "94:15 Det finns ingen modalitet måste. Det kan vara ska, får inte, bör, kan, princip, definition "
            "eller uppgift."
        ],
    ),
    "a sentence in an unknown document": (
        "    prints: {inbjudan",
        "    prints: {inbjudning",
        ["124:14 Det finns ingen handling inbjudning. Menade du inbjudan?"],
    ),
    "a waiver where none is given": (
        "    kind: decided\n",
        "    kind: decided\n    waivable: true\n",
        ["75:5 Från en regel av sorten decided ges inga undantag."],
    ),
    "a yes where true or false is wanted": (
        "    kind: order\n",
        "    kind: order\n    waivable: ja\n",
        ["108:15 waivable ska vara true eller false, inte ja."],
    ),
    "dates that are none": (
        "dates: [tillfällen.*.datum,",
        "dates: [tillfällen.*.status,",
        ["108:13 tillfällen.*.status är av typen choice. order behöver date."],
    ),
    "a list where a text is wanted": (
        "    says: Fullmäktige beslutar.",
        "    says: [Fullmäktige, beslutar]",
        ["73:11 says ska vara en text, inte en lista."],
    ),
    "a text where a condition is wanted": (
        "    when: {övervägande.behövs: ja}\n",
        "    when: övervägande.behövs\n",
        ["93:11 I when ska det stå nycklar med värden."],
    ),
    "a condition without a value": (
        "    when: {övervägande.behövs: ja}\n",
        "    when:\n      övervägande.behövs:\n",
        ["94:7 Värdet för övervägande.behövs saknas under when i regeln L-03b."],
    ),
    "a rule that is only a text": (
        "  L-08:\n"
        "    says: Tillfällena ligger före beslutet.\n"
        "    kind: order\n"
        "    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n"
        "    source: {document: policy, heading: Ordning}\n",
        "  L-08: Tillfällena ligger före beslutet.\n",
        ["105:9 I regeln L-08 ska det stå nycklar med värden."],
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_tells_where_and_what(old: str, new: str, said: list[str]) -> None:
    found = faults_of(changed(old, new))

    assert [f"{fault.place.line}:{fault.place.column} {fault.message}" for fault in found] == said
