"""Values that a field cannot have."""

from __future__ import annotations

import pytest
from helpers.policies import changed, faults_of

FAULTS = {
    "an answer": (
        "when: {övervägande.behövs: ja}",
        "when: {övervägande.behövs: kanske}",
        ["93:32 Fältet behövs kan inte vara kanske. Det kan vara ja eller nej."],
    ),
    "a month that does not exist": (
        "when: {övervägande.behövs: ja}",
        "when: {plan.datum: 2027-13-01}",
        ["93:24 Datumet 2027-13-01 finns inte. Månaderna har nummer 1-12."],
    ),
    "no whole number": (
        "when: {övervägande.behövs: ja}",
        "when: {plan.kostnad: mycket}",
        ["93:26 Fältet kostnad är ett heltal och kan inte vara mycket."],
    ),
    "an answer to what has none": (
        "when: {övervägande.behövs: ja}",
        "when: {plan.barnrätt: ja}",
        ["93:27 Fältet barnrätt har inga svar att välja mellan, så det kan inte vara ja."],
    ),
    "one value of a table": (
        "when: {övervägande.behövs: ja}",
        "when: {plan.metoder: gåtur}",
        ["93:26 Fältet metoder har delar. Skriv vilken av dem som ska vara gåtur."],
    ),
    "a method that is not in the catalogue": (
        "when: {övervägande.behövs: ja}",
        "when: {plan.metoder.*.metod: gåtyr}",
        ["93:34 Fältet metod kan inte vara gåtyr. Menade du gåtur?"],
    ),
    "an audience": (
        "when: {övervägande.behövs: ja}",
        "when: {återkoppling.*.till: deltagarna}",
        ["93:33 Fältet till kan inte vara deltagarna. Menade du deltagare?"],
    ),
    "neither yes nor no": (
        "where: {når_frånvarande: ja}",
        "where: {når_frånvarande: sant}",
        ["81:30 Fältet når_frånvarande kan inte vara sant. Det kan vara ja eller nej."],
    ),
    "a form that does not exist": (
        "    values: resultat\n",
        "    values: resultatet\n",
        ["122:13 Fältet underlag kan inte vara resultatet. Menade du resultat?"],
    ),
    "an answer that ends the process": (
        "ends: {övervägande.behövs: nej}",
        "ends: {övervägande.behövs: Nej}",
        ["46:32 Fältet behövs kan inte vara Nej. Menade du nej?"],
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_tells_where_and_what(old: str, new: str, said: list[str]) -> None:
    found = faults_of(changed(old, new))

    assert [f"{fault.place.line}:{fault.place.column} {fault.message}" for fault in found] == said
