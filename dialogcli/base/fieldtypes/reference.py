"""`reference`: a form of the dossier, that a decision is founded on."""

from __future__ import annotations

from collections.abc import Collection

from dialogcli.base.fieldtypes.field_type import AsWritten, Described, Shape, Trait, not_among


class ReferenceType(AsWritten):
    word = "reference"
    name = "hänvisning"
    means = "ett underlag i dossiern"
    shape = Shape.SCALAR
    traits = frozenset({Trait.WORDED})
    kept = False

    def objection(self, word: str, of: Described, forms: Collection[str]) -> str:
        return not_among(word, of, forms)


REFERENCE = ReferenceType()
