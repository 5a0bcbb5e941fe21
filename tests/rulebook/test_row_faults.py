"""Every numbered row of the policy is dealt with, once."""

from __future__ import annotations

import pytest
from helpers.policies import changed, faults_of

FAULTS = {
    "a row that nobody dealt with": (
        "    also: [L-04]\n",
        "",
        ["6:1 1 krav har varken en regel eller en plats under unchecked: L-04."],
    ),
    "a row outside the range in also": (
        "    also: [L-04]\n",
        "    also: [L-04, M-04]\n",
        ["86:18 M-04 ligger utanför raderna L-01..L-12."],
    ),
    "a rule outside the range": (
        "  L-03b:\n",
        "  M-03b:\n",
        ["88:3 M-03b ligger utanför raderna L-01..L-12."],
    ),
    "no row number": (
        "    also: [L-04]\n",
        "    also: [L-04, fyra]\n",
        ["86:18 fyra är inget kravnummer. Skriv till exempel A-01 eller A-01..A-12."],
    ),
    "a range that is none": (
        "rows: L-01..L-12",
        "rows: L-12..L-01",
        ["6:7 L-12..L-01 är inget kravnummer. Skriv till exempel A-01 eller A-01..A-12."],
    ),
    "a row of a range without a path": (
        "      L-06: [plan.syfte, plan.kostnad]\n",
        "",
        ["99:5 L-06 saknas under fields i regeln L-05..L-07."],
    ),
    "a path of another row": (
        "      L-06: [plan.syfte, plan.kostnad]\n",
        "      L-60: [plan.syfte, plan.kostnad]\n",
        ["101:7 L-60 hör inte till regeln L-05..L-07. Menade du L-07?"],
    ),
    "a rule in a range and by itself": (
        "  L-08:\n    says",
        "  L-07:\n"
        "    says: Dubbel.\n"
        "    kind: order\n"
        "    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]\n"
        "    source: {document: policy, heading: Ordning}\n"
        "  L-08:\n"
        "    says",
        ["105:3 Regeln L-07 står två gånger."],
    ),
    "a row both checked and not": (
        "    also: [L-04]\n",
        "    also: [L-04, L-11]\n",
        ["127:3 L-11 står både som regel och under unchecked."],
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_tells_where_and_what(old: str, new: str, said: list[str]) -> None:
    found = faults_of(changed(old, new))

    assert [f"{fault.place.line}:{fault.place.column} {fault.message}" for fault in found] == said
