"""The sections of forms: which fields are asked and shown together, under which heading."""

from __future__ import annotations

from collections.abc import Mapping

from dialogcli.rulebook.faults import Faults, hint
from dialogcli.rulebook.fields import missing_field
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
        form_id, _, field = word.text.rpartition(".")
        owner = self.forms.get(form_id or form.id)
        path = f"{form_id or form.id}.{field}"
        if owner is None:
            self._refuse("okänt-underlag", word, f"Det finns inget underlag {form_id}."
                                                 f"{hint(form_id, self.forms)}")
        elif field not in owner.fields:
            self._refuse("okänt-fält", word, missing_field(field, f"underlaget {owner.id}", owner.fields))
        elif path in self.taken:
            self._refuse("dubbelt", word, f"Fältet {path} står i två avsnitt.")
        else:
            self.taken.add(path)
            return path
        return ""

    def _refuse(self, code: str, word: Scalar, message: str) -> None:
        self.faults.add(code, word.place, message)


def divide(forms: Mapping[str, tuple[Form, tuple[Block, ...]]], faults: Faults) -> dict[str, tuple[Section, ...]]:
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
                part.faults.add("dubbelt", part.key_place("section"), f"Avsnittet {id_} står två gånger.")
            part.need("fields")
            paths = (claims.claim(word, form) for word in part.words("fields"))
            found[id_] = Section(id_, part.needed_text("title"), tuple(path for path in paths if path))
    return tuple(found.values())


def _rest(form: Form, taken: set[str]) -> tuple[Section, ...]:
    paths = tuple(path for field in form.fields if (path := f"{form.id}.{field}") not in taken)
    return (Section(form.id, form.title, paths),) if paths else ()
