"""What is different between two rulebooks, requirement by requirement."""

from __future__ import annotations

import pytest
from helpers.policies import POLICY, changed, load
from helpers.screens import drawn

from dialogcli.screens.versions import (
    Change,
    Difference,
    difference,
    difference_facts,
    difference_screen,
)


def against(text: str) -> Difference:
    return difference(load(), load(text))


def test_the_same_rulebook_has_no_difference() -> None:
    assert against(POLICY) == Difference({}, {}, (), ())
    assert (
        drawn(difference_screen(against(POLICY), load(), load()))
        == """\
Lillby kommun 1 jämfört med Lillby kommun 1

Kraven är desamma."""
    )


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        (
            "    says: Fullmäktige beslutar.",
            "    says: Fullmäktige bestämmer.",
            Change("Krav", "Fullmäktige beslutar.", "Fullmäktige bestämmer."),
        ),
        (
            "    modality: bör\n",
            "    modality: kan\n",
            Change("Vikt", "bör, ger Varning", "kan, ger Upplysning"),
        ),
        ("    severity: varning\n", "", Change("Vikt", "ska, ger Varning", "ska, ger Fel")),
        (
            "    when: {övervägande.behövs: ja}\n",
            "",
            Change("Gäller", 'när "Behövs en dialog?" i Övervägande är ja', "alltid"),
        ),
        (
            "    from: övervägande\n",
            "    before: dialogbeslut\n",
            Change("Prövas", "från och med Övervägande", "inför Fullmäktiges beslut"),
        ),
        (
            "heading: Återkoppling}",
            "heading: Svar}",
            Change("Källa", "Policy för dialog, Återkoppling", "Policy för dialog, Svar"),
        ),
        (
            "    dates: [tillfällen",
            "    waivable: false\n    dates: [tillfällen",
            Change("Undantag", "går att göra", "går inte att göra"),
        ),
        (
            '    prints: {inbjudan: "Ni får svar."}\n',
            "",
            Change("Text i handlingar", "inbjudan: Ni får svar.", ""),
        ),
    ],
)
def test_each_trait_that_differs_is_told(old: str, new: str, change: Change) -> None:
    [found] = against(changed(old, new)).changed
    assert found.changes == (change,)


def test_new_and_removed_requirements() -> None:
    text = changed(
        "rows: L-01..L-12", "rows: L-01..L-11", POLICY.partition("  L-12:")[0] + "documents: []\n"
    )
    found = against(changed("  L-08:\n    says: Till", "  L-08b:\n    says: Till", text))
    assert found.added == {"L-08b": "Tillfällena ligger före beslutet (ska, ger Fel)"}
    assert list(found.removed) == ["L-08", "L-12"]


def test_a_requirement_that_becomes_a_rule_is_a_change() -> None:
    ruled = changed(
        """\
  L-11:
    as: guidance
    where: plan.barnrätt
    says: Tänk på barnen.
    source: {document: policy, heading: Barn}
""",
        "",
        POLICY,
    ).replace(
        "unchecked:\n",
        """\
  L-11:
    says: Tänk på barnen.
    kind: statement
    fields: plan.barnrätt
    before: genomförande
    source: {document: policy, heading: Barn}
unchecked:
""",
    )
    [found] = against(ruled).changed
    moment = Change(
        "Prövas", "inte av programmet. Finns som vägledning: plan.barnrätt", "inför Genomförande"
    )
    assert moment in found.changes


def test_what_is_no_requirement_is_named() -> None:
    assert against(changed("name: Planering", "name: Plan")).parts == ("steg och beslut",)


def test_the_report_is_a_screen() -> None:
    text = changed("    severity: varning\n", "", changed('version: "1"', 'version: "2"'))
    assert (
        drawn(difference_screen(against(text), load(), load(text)))
        == """\
Lillby kommun 2 jämfört med Lillby kommun 1

Ändrade krav: 1
  L-10  Resultatet finns i underlaget
    Vikt förut: ska, ger Varning
    Vikt nu:    ska, ger Fel

0 nya, 1 ändrat och 0 borttagna krav."""
    )


def test_other_programs_get_the_same() -> None:
    text = changed("    severity: varning\n", "", changed('version: "1"', 'version: "2"'))
    assert difference_facts(against(text), load(), load(text)) == {
        "version": 1,
        "from": "lillby 1",
        "to": "lillby 2",
        "added": [],
        "removed": [],
        "changed": [
            {
                "id": "L-10",
                "title": "Resultatet finns i underlaget",
                "changes": [
                    {"what": "Vikt", "before": "ska, ger Varning", "after": "ska, ger Fel"}
                ],
            }
        ],
        "also": [],
    }
