"""`feedback`: an event to the audience is planned, is not overdue, is held after the date, in
enough channels.
"""

from __future__ import annotations

from dialogcli.base.fieldtypes import Trait
from dialogcli.base.words import listed
from dialogcli.rulebook.model import FEEDBACK, Kind, Names, Option, OptionType, Role, Rule


def _says(rule: Rule, names: Names) -> str:
    channels = rule.number("channels")
    columns = [names.column(FEEDBACK, name) for name in rule.fields]
    also = [f"i minst {channels} kanaler"] if channels > 1 else []
    also += [f"med {listed(columns)}"] if columns else []
    how = f" {' och '.join(also)}" if also else ""
    after = names.field(rule.text("after"))
    return f'av återkoppling till "{names.audience(rule.text("to"))}" efter {after}{how}'


KIND = Kind(
    word="feedback",
    says=_says,
    options={
        "to": Option(OptionType.AUDIENCE, "mottagaren, en av dem i `audiences`"),
        "after": Option(
            OptionType.PATH, "sökvägen till datumet som återkopplingen ska komma efter"
        ),
        "channels": Option(OptionType.NUMBER, "minst så många olika kanaler"),
        "fields": Option(
            OptionType.COLUMNS, "fält som ska vara ifyllda när återkopplingen är lämnad"
        ),
    },
    needs=(("to",), ("after",)),
    judges=frozenset({Trait.DAY}),
    role=Role.FEEDBACK,
)
