"""`yesno`: yes or no, `ja` and `nej` in files."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from dialogcli.base.fieldtypes.field_type import (
    Asked,
    Described,
    FieldType,
    Scalar,
    Shape,
    Trait,
    WrongTextError,
    not_among,
)

_TYPED = {"j": "ja", "ja": "ja", "n": "nej", "nej": "nej"}


class YesNoType(FieldType):
    word = "yesno"
    name = "ja eller nej"
    means = "ja eller nej"
    shape = Shape.SCALAR
    traits = frozenset({Trait.YES_OR_NO})
    wants = "Svar: ja eller nej"
    sample = "ja"
    placeholder = "ja"

    def read(self, text: str, of: Described) -> bool:
        answer = text.strip().lower()
        if answer not in ("ja", "nej"):
            raise WrongTextError("Svaret ska vara ja eller nej.")
        return answer == "ja"

    def parse(self, text: str, asked: Asked, today: date) -> str:
        answer = _TYPED.get(text.lower().strip(" ."))
        if answer is None:
            raise WrongTextError("Svara j eller n.")
        return answer

    def write(self, value: Scalar) -> str:
        if isinstance(value, bool):
            return "ja" if value else "nej"
        return str(value)

    def say(self, value: Scalar, of: Described, names: Mapping[str, str]) -> str:
        return self.write(value)

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> str:
        return "ja" if row % 2 else "nej"

    def objection(self, word: str, of: Described, forms: Collection[str]) -> str:
        return not_among(word, of, ("ja", "nej"))


YESNO = YesNoType()
