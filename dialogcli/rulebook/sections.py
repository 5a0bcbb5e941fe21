"""The sections of forms: which fields are asked and shown together, under which heading."""

from __future__ import annotations

from collections.abc import Mapping

from dialogcli.rulebook.faults import Faults
from dialogcli.rulebook.fields import check_field
from dialogcli.rulebook.model import Form, Section
from dialogcli.rulebook.reading import Block
from dialogcli.storage.nodes import Scalar

_KEYS = ("section", "title", "fields")


class _Claims:
    """Which fields, as `form.field`, a section has taken."""

    def __init__(self, forms: Mapping[str, Form], faults: Faults) -> None:
        self.forms = forms
        self.faults = faults
        self.taken: set[str] = set()

    def claim(self, word: Scalar, form: Form) -> str:
        """The path that a word in a section means; `''` when there is no such field or it is taken."""
        named, _, field = word.text.rpartition(".")
        owner = word._replace(text=named or form.id)
        form_id = self.faults.known("okänt-underlag", owner, "inget underlag", self.forms)
        if not form_id:
            return ""
        path, fields = f"{form_id}.{field}", self.forms[form_id].fields
        if path in self.taken:
            self.faults.add("dubbelt", word.place, f"Fältet {path} står i två avsnitt.")
        elif check_field(word._replace(text=field), f"underlaget {form_id}", fields, self.faults):
            self.taken.add(path)
            return path
        return ""


def divide(
    forms: Mapping[str, tuple[Form, tuple[Block, ...]]], faults: Faults
) -> dict[str, tuple[Section, ...]]:
    """The sections of each form. What no section claims stands first, under the form's own title."""
    claims = _Claims({id_: form for id_, (form, _) in forms.items()}, faults)
    written = {id_: _written(form, blocks, claims) for id_, (form, blocks) in forms.items()}
    return {id_: _rest(form, claims.taken) + written[id_] for id_, (form, _) in forms.items()}


def _written(form: Form, blocks: tuple[Block, ...], claims: _Claims) -> tuple[Section, ...]:
    found: dict[str, Section] = {}
    for block in blocks:
        for part in block.blocks("sections", f"ett avsnitt i {block.what}", _KEYS):
            id_ = part.needed_text("section")
            if id_ in found:
                part.faults.add(
                    "dubbelt", part.key_place("section"), f"Avsnittet {id_} står två gånger."
                )
            part.need("fields")
            paths = (claims.claim(word, form) for word in part.words("fields"))
            found[id_] = Section(
                id_, part.needed_text("title"), tuple(path for path in paths if path)
            )
    return tuple(found.values())


def _rest(form: Form, taken: set[str]) -> tuple[Section, ...]:
    every = [f"{form.id}.{field}" for field in form.fields]
    paths = tuple(path for path in every if path not in taken)
    return (Section(form.id, form.title, paths),) if paths else ()
