"""The names of a rulebook, as sentences about its rules quote them, and how a question or a
scaffolded field says who asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dialogcli.base.fieldtypes import Shape
from dialogcli.base.words import listed
from dialogcli.rulebook.model import Modality, Rule, Rulebook


class RulebookNames(NamedTuple):
    """What the pages of kinds ask for (`Names`), read from one rulebook. What it does not know is
    quoted as it is written.
    """

    rulebook: Rulebook

    def field(self, path: str) -> str:
        form_id, *words = path.split(".")
        form, field = self.rulebook.forms.get(form_id), self.rulebook.field_at(path)
        if form is None:
            return f'"{path}"'
        if field is None:
            return f'"{form.title}"'
        gate = self.rulebook.gate_called(words[0]) if form.items and words else None
        return f'"{field.label}" i {gate.name if gate else form.title}'

    def fields(self, paths: Iterable[str]) -> str:
        return listed(self.field(path) for path in paths)

    def column(self, path: str, column: str) -> str:
        field = self.rulebook.field_at(f"{path.removesuffix('.*')}.*.{column}")
        return f'"{field.label if field else column}"'

    def table(self, path: str) -> str:
        """'' also where the rows are files."""
        head = path.partition(".*")[0]
        return self.field(head) if head != path and "." in head else ""

    def files(self, path: str) -> str:
        form_id, *words = path.split(".")
        return self.field(form_id) if words[:1] == ["*"] else ""

    def is_table(self, path: str) -> bool:
        field = self.rulebook.field_at(path)
        return field is not None and field.type.shape is Shape.ROWS

    def values(self, words: Iterable[str], path: str) -> list[str]:
        field = self.rulebook.field_at(path)
        if field is None:
            return list(words)
        return [field.choices.get(word) or field.answers.get(word) or word for word in words]

    def organs(self, ids: Iterable[str]) -> list[str]:
        known = {id_: self.rulebook.organ_called(id_) for id_ in ids}
        return [organ.name if organ else id_ for id_, organ in known.items()]

    def gate(self, id_: str) -> str:
        return self.rulebook.gate(id_).name

    def forms(self, ids: Iterable[str]) -> list[str]:
        forms = self.rulebook.forms
        return [f'"{forms[id_].title}"' for id_ in ids if id_ in forms]

    def audience(self, id_: str) -> str:
        return self.rulebook.audiences.get(id_, id_)


BINDING = (Modality.SKA, Modality.FÅR_INTE, Modality.BÖR)
"""The modalities that lay an obligation on somebody; progress counts these, and only these stand in
brackets.
"""


def source_line(rule: Rule) -> str:
    """`Källa: V-37, Direktiv för medborgardialog, Tjänstemannastöd (ska)`; a definition has no
    bracket.
    """
    bracket = f" ({rule.modality})" if rule.modality in BINDING else ""
    return f"Källa: {rule.id}, {rule.source}{bracket}"
