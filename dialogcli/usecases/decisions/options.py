"""What can be said of a decision on the command line: by which word it is meant, and the options of
`dialog decide`.
"""

from __future__ import annotations

from typing import NamedTuple

from dialogcli.base.findings import UsageError
from dialogcli.base.words import did_you_mean
from dialogcli.dossier.model import (
    DAY,
    INCOMPLETE,
    MOTIVATION,
    ORGAN,
    OUTCOME,
    PARAGRAPH,
    POINTS,
    PROPOSAL,
    ROLE,
)
from dialogcli.rulebook.model import Gate, Rulebook


def gate_called(rulebook: Rulebook, typed: str) -> Gate:
    """The gate that was typed. Raises UsageError that lists those there are."""
    gate = rulebook.gate_called(typed)
    if gate is None:
        words = [one.word for one in rulebook.gates()]
        meant = did_you_mean(typed, words)
        raise UsageError(
            f"Beslutet {typed} finns inte i regelverket.{meant}", f"  {', '.join(words)}"
        )
    return gate


class DecisionOption(NamedTuple):
    """An option, the field of the decision that it gives, and how the help explains it.

    `many`: can be written several times. `formerly`: a name that is still understood, and not
    shown.
    """

    name: str
    field: str
    metavar: str
    help: str
    many: bool = False
    formerly: str = ""


OPTIONS = (
    DecisionOption("--outcome", OUTCOME, "UTFALL", "till exempel bifall"),
    DecisionOption("--date", DAY, "DATUM", "dagen för beslutet"),
    DecisionOption("--paragraph", PARAGRAPH, "NR", "paragrafen i protokollet"),
    DecisionOption("--organ", ORGAN, "ORGAN", "vilket organ som beslutade"),
    DecisionOption("--role", ROLE, "ROLL", "rollen, om en enda person beslutade"),
    DecisionOption("--motivation", MOTIVATION, "ORD", "motiveringen, med protokollets ord"),
    DecisionOption("--point", POINTS, "ORD", "en punkt i en återremiss", many=True),
    DecisionOption("--proposal", PROPOSAL, "ORD", "förslaget till beslut (annars regelverkets)"),
    DecisionOption(
        "--recipient",
        "mottagare",
        "NAMN[:SLAG]",
        "någon som ska ha protokollsutdraget",
        many=True,
    ),
    DecisionOption("--vote", "omröstning", "RÖST:ANTAL", "resultat i en omröstning", many=True),
    DecisionOption("--reservation", "reservationer", "VEM:ORD", "en reservation", many=True),
    DecisionOption(
        "--motion", "yrkanden", "VEM:ORD", "ett yrkande", many=True, formerly="--yrkande"
    ),
    DecisionOption("--new-date", "nytt_datum", "DATUM", "när ett bordlagt ärende tas upp igen"),
    DecisionOption(
        "--incomplete", INCOMPLETE, "SKÄL", "för in beslutet fast underlaget inte är komplett"
    ),
)

OPTION_OF = {option.field: option.name for option in OPTIONS}
"""The name of the option that gives a field."""
