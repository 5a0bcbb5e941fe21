"""The faults of what stands around the rules: head, sources, documents, registers, rows without a
check.
"""

from __future__ import annotations

import pytest
from helpers.policies import changed, faults_of

FAULTS = {
    "a later format": (
        "format: 1\nextends",
        "format: 2\nextends",
        ["3:1 Filen har format 2. Den här versionen läser format 1."],
    ),
    "another vocabulary": (
        "extends: vocabulary",
        "extends: ordlista",
        ["4:10 Det finns ingen ordlista ordlista. Det kan vara vocabulary."],
    ),
    "no organisation": (
        "organisation: Lillby kommun\n",
        "",
        ["1:1 organisation saknas i regelverket."],
    ),
    "an unknown keyword at the top": (
        "audiences:\n",
        "audience:\n",
        ["20:1 Det finns inget nyckelord audience i regelverket. Menade du audiences?"],
    ),
    "no standing": (
        "    standing: minutes\n",
        "",
        ["14:3 standing saknas i källan protokoll."],
    ),
    "an unknown standing": (
        "standing: minutes",
        "standing: protokoll",
        [
            "16:15 Det finns ingen ställning protokoll. Det kan vara adopted, summary, minutes, law eller proposal."
        ],
    ),
    "an unknown part of an adoption": (
        "standing: minutes\n",
        "standing: minutes\n    adopted: {av: KF}\n",
        [
            "17:15 Det finns inget nyckelord av i adopted i källan protokoll. Det kan vara by, date, from, "
            "paragraph eller dnr."
        ],
    ),
    "an unknown document": (
        "  - document: inbjudan\n",
        "  - document: inbjudningar\n",
        ["144:15 Det finns ingen handling inbjudningar. Menade du inbjudan?"],
    ),
    "a document without a moment": (
        "    after: planering\n",
        "",
        ["144:5 before eller after saknas för handlingen inbjudan."],
    ),
    "a document with both moments": (
        "    after: planering\n",
        "    after: planering\n    before: planering\n",
        ["145:5 Handlingen inbjudan har både before och after. Den ska ha en av dem."],
    ),
    "a document for each file of a form that has but one": (
        "    after: planering\n",
        "    after: planering\n    each: plan\n",
        ["146:11 plan har bara en fil. each behöver ett underlag med flera."],
    ),
    "an unknown layout": (
        "    title: Förslag om dialog\n",
        "    layout: bakgrunden-först\n",
        [
            "141:13 Det finns ingen uppställning för tjänsteskrivelse som heter bakgrunden-först. "
            "Menade du bakgrund-först?"
        ],
    ),
    "a layout where the template has but one": (
        "    after: planering\n",
        "    after: planering\n    layout: affisch\n",
        [
            "146:13 Mallen för inbjudan har bara en uppställning. Har den flera skriver man dem så: "
            "layouts: [affisch, ...]"
        ],
    ),
    "a layout of the shipped template for one of one's own": (
        "    title: Förslag om dialog\n",
        "    template: brev\n    layouts: [kort, långt]\n    layout: beslut-först\n",
        [
            "143:13 Det finns ingen uppställning för tjänsteskrivelse som heter beslut-först. "
            "Det kan vara kort eller långt."
        ],
    ),
    "a document at an unknown entry": (
        "    after: planering\n",
        "    after: planen\n",
        ["145:12 Det finns ingen punkt planen. Menade du planering?"],
    ),
    "a register of an unknown form": (
        "from: övervägande, columns",
        "from: övervägandet, columns",
        ["147:45 Det finns inget underlag övervägandet. Menade du övervägande?"],
    ),
    "an unknown column of a register": (
        "columns: [behövs, syfte]",
        "columns: [behövs, mål]",
        [
            "147:76 Det finns inget fält mål i underlaget övervägande. Det kan vara behövs eller syfte."
        ],
    ),
    "an unknown column of an own register": (
        "columns: [titel, datum]",
        "columns: [titel, dag]",
        ["148:57 Registret områden har ett fält dag som inte finns i ordlistan."],
    ),
    "an unknown place for a row": (
        "    as: guidance\n",
        "    as: vägledning\n",
        [
            "128:9 Det finns ingen plats vägledning. Det kan vara field, document, register, outcome, gate, "
            "guidance, metadata eller umbrella."
        ],
    ),
    "a row at an unknown register": (
        "    where: överväganden\n",
        "    where: övervägande\n",
        ["134:12 Det finns inget register övervägande. Menade du överväganden?"],
    ),
    "a row that went nowhere": (
        "    where: överväganden\n",
        "",
        ["132:3 where saknas i raden L-12."],
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_tells_where_and_what(old: str, new: str, said: list[str]) -> None:
    found = faults_of(changed(old, new))

    assert [f"{fault.place.line}:{fault.place.column} {fault.message}" for fault in found] == said
