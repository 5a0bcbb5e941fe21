"""`statement`: a reason of some length, not template text, by somebody, dated."""

from __future__ import annotations

from dialogcli.base.fieldtypes import Shape, Trait
from dialogcli.base.words import listed
from dialogcli.rulebook.model import Kind, Moment, Names, Option, OptionType, Rule

_LENGTH = 20
"""How many characters a reason has at least, where the rule does not say."""


def _says(rule: Rule, names: Names) -> str:
    organs = names.organs(rule.texts("by"))
    by = f" av {listed(organs, 'eller')}" if organs else ""
    return (
        f"av ett ställningstagande{by} i {names.fields(rule.fields)}: "
        f"skäl (minst {rule.number('length')} tecken), vem och datum"
    )


KIND = Kind(
    word="statement",
    says=_says,
    options={
        "fields": Option(
            OptionType.PATHS, "sökvägarna, till fält av typen `statement`, `prose` eller `text`"
        ),
        "by": Option(OptionType.ORGANS, "organen som ska ta ställning"),
        "length": Option(
            OptionType.NUMBER,
            f"hur många tecken skälet minst ska ha. Utan tillvalet är det {_LENGTH}",
        ),
    },
    needs=(("fields",),),
    judges=frozenset({Trait.FREE, Shape.STATEMENT}),
    moment=Moment.MUST,
    defaults={"length": _LENGTH},
    asks=2,
    demands=True,
)
