"""`prose`: running text, with paragraphs, lists and pictures."""

from __future__ import annotations

from collections.abc import Mapping

from dialogcli.base.fieldtypes.field_type import AsWritten, Described, Shape, Trait


class ProseType(AsWritten):
    word = "prose"
    name = "löpande text"
    means = "löpande text, med stycken och listor"
    shape = Shape.SCALAR
    traits = frozenset({Trait.FREE, Trait.WORDED, Trait.LONG})

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> str:
        return "Ett stycke med **fet** text.\n\n- en punkt\n- en till\n\n1. först\n2. sedan"


PROSE = ProseType()
