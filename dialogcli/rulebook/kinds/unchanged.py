"""`unchanged`: what a gate adopted is as it was adopted, told by the fingerprints in the decision."""

from __future__ import annotations

from dialogcli.base.words import listed
from dialogcli.rulebook.model import Kind, Names, Option, OptionType, Role, Rule


def _says(rule: Rule, names: Names) -> str:
    watched = [*names.forms(rule.texts("forms")), *(names.field(path) for path in rule.fields)]
    gate = names.gate(rule.text("since"))
    return f"när {listed(watched)} inte är ändrat efter beslutet: {gate}"


KIND = Kind(
    word="unchanged",
    says=_says,
    options={
        "forms": Option(OptionType.FORMS, "underlagen som prövas"),
        "fields": Option(OptionType.PATHS, "eller sökvägarna till enstaka fält"),
        "since": Option(OptionType.GATE, "beslutspunkten"),
    },
    needs=(("forms", "fields"), ("since",)),
    compares=True,
    role=Role.FINGERPRINT,
)
