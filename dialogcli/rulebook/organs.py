"""Reads an organ as a rulebook lists it, or the organisation's own `organ.yaml`."""

from __future__ import annotations

from dialogcli.base.dates import Day, DayError
from dialogcli.rulebook.mapping_reader import Block
from dialogcli.rulebook.model import Organ

ORGAN_KEYS = ("id", "name", "type", "alias", "tidigare")
_FORMER_KEYS = ("namn", "till")


def read_organ(block: Block, types: tuple[str, ...]) -> Organ:
    """An organ with a name and one of the types. One without an id goes by its name."""
    name = block.needed_text("name")
    kind = block.one_of("type", types, "inget slags organ som heter") if block.need("type") else ""
    former = block.blocks("tidigare", f"tidigare namn på {name or 'ett organ'}", _FORMER_KEYS)
    return Organ(
        block.text("id") or name,
        name,
        kind,
        block.texts("alias"),
        {one.needed_text("namn"): day for one in former if (day := _last_day(one))},
    )


def _last_day(former: Block) -> Day | None:
    """The last day of a name; reported when it is missing or is none."""
    if not former.need("till"):
        return None
    try:
        return Day.parse(former.text("till"))
    except DayError as error:
        former.faults.add("fel-värde", former.key_place("till"), str(error))
        return None
