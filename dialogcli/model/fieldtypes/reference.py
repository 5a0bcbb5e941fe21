"""`reference`: a form of the dossier."""

from __future__ import annotations

from dialogcli.model.fieldtypes.field_type import FieldType, Shape, Trait


class Reference(FieldType):
    word = "reference"
    name = "hänvisning"
    shape = Shape.SCALAR
    traits = frozenset({Trait.REFERENCE})


REFERENCE = Reference()
