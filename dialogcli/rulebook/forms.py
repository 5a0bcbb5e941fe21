"""The forms of a rulebook, with their sections: its own, and the shared ones of the vocabulary with
what the rulebook adds to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dialogcli.base.fieldtypes import Trait
from dialogcli.base.words import slug
from dialogcli.rulebook.fields import Fields, check_field
from dialogcli.rulebook.mapping_reader import Block, Faults, as_text, named_blocks
from dialogcli.rulebook.model import DECISIONS, IDENTITY, Field, Form, Section
from dialogcli.rulebook.vocabulary import FORM_KEYS, WORDING
from dialogcli.yamltext.nodes import Scalar

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


REGISTER_KEYS = ("title", "from", "own", "columns")
_SHARED_KEYS = ("title", "add", "facts", "plans", *WORDING, "sections")


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A form with its fields; the sections come when all forms are known. `blocks`: where it is
    described.
    """

    form: Form
    blocks: tuple[Block, ...]


def read_forms(
    book: Block, shared: Mapping[str, Block], fields: Fields, recorded: Iterable[Scalar]
) -> dict[str, Form]:
    """All forms in order. `recorded`: the fields that gates and outcomes add to the decisions."""
    described = _described(book, shared)
    drafts = {}
    for id_ in _ordered(described, shared):
        blocks = tuple(block for block in (shared.get(id_), described.get(id_)) if block)
        drafts[id_] = _draft(id_, blocks, fields, recorded if id_ == DECISIONS else ())
    _check_file_names(drafts, book.faults)
    sections = divide(
        {id_: (draft.form, draft.blocks) for id_, draft in drafts.items()}, book.faults
    )
    return {id_: draft.form._replace(sections=sections[id_]) for id_, draft in drafts.items()}


def _described(book: Block, shared: Mapping[str, Block]) -> dict[str, Block]:
    """What the rulebook itself says about forms."""
    found = {}
    for entry in book.block("forms", "forms"):
        id_ = entry.key.text
        known = _SHARED_KEYS if id_ in shared else FORM_KEYS
        found[id_] = Block(entry.value, book.faults, f"underlaget {id_}", known, entry.key.place)
    return found


def _ordered(described: Mapping[str, Block], shared: Mapping[str, Block]) -> list[str]:
    return [
        *(id_ for id_ in shared if id_ == IDENTITY),
        *(id_ for id_ in described if id_ not in shared),
        *(id_ for id_ in shared if id_ != IDENTITY),
    ]


def _draft(
    id_: str, blocks: tuple[Block, ...], fields: Fields, recorded: Iterable[Scalar]
) -> FormDraft:
    first, last = blocks[0], blocks[-1]
    found: dict[str, Field] = {}
    for word in first.words("fields") if first.need("fields") else ():
        _take(word, found, fields, first)
    for word in last.words("add"):
        _take(word, found, fields, last)
    for word in recorded:
        if word.text not in found and (field := fields.named(word, f"underlaget {id_}")):
            found[field.id] = field
    for block in blocks:
        _reword(block, found)
    title = last.text("title") or first.needed_text("title")
    facts, plans = (tuple(_days(key, blocks, found)) for key in ("facts", "plans"))
    form = Form(id_, title, found, (), _items(first, found), facts=facts, plans=plans)
    return FormDraft(form, blocks)


def _days(key: str, blocks: Iterable[Block], fields: Mapping[str, Field]) -> Iterator[str]:
    """The days of a form that a key lists: a date, or one in a group or a table."""
    for block in blocks:
        for word in block.words(key):
            found = _field_inside(fields, word.text)
            if found and Trait.DAY in found.type.traits:
                yield word.text
            else:
                told = f"{word.text} är inget datum i {block.what}."
                block.faults.add("inget-datum", word.place, told)


def _field_inside(fields: Mapping[str, Field], path: str) -> Field | None:
    """A field of a form, or a part of one; None when there is none."""
    found: Field | None = None
    for name in path.split("."):
        found = fields.get(name)
        fields = found.parts if found else {}
    return found


def _take(word: Scalar, found: dict[str, Field], fields: Fields, block: Block) -> None:
    if word.text in found:
        block.faults.add(
            "dubbelt", word.place, f"Fältet {word.text} står två gånger i {block.what}."
        )
    elif field := fields.named(word, block.what):
        found[field.id] = field


def _items(block: Block, fields: Mapping[str, Field]) -> str:
    """The key field of a form with one file per item."""
    word = block.word("items")
    return word.text if word and check_field(word, block.what, fields, block.faults) else ""


def _reword(block: Block, fields: dict[str, Field]) -> None:
    """Give fields the policy's own headings, and the questions and guidance that fit them in this
    form.
    """
    for id_, text in _wording(block, "labels", fields):
        fields[id_] = fields[id_]._replace(label=text, own_label=True)
    for id_, text in _wording(block, "questions", fields):
        fields[id_] = fields[id_]._replace(question=text)
    for id_, text in _wording(block, "guidance", fields):
        fields[id_] = fields[id_]._replace(guidance=text)


def _wording(block: Block, key: str, fields: Mapping[str, Field]) -> Iterator[tuple[str, str]]:
    """The fields of the form that one of its mappings words anew, each with its text."""
    for entry in block.block(key, key):
        text = as_text(entry.value, block.faults, entry.key.text)
        if check_field(entry.key, block.what, fields, block.faults) and text and not text.empty:
            yield entry.key.text, text.text.strip()


def _check_file_names(drafts: Mapping[str, FormDraft], faults: Faults) -> None:
    names: dict[str, str] = {}
    for id_, draft in drafts.items():
        name = slug(id_)
        if name in names:
            faults.add(
                "samma-filnamn",
                draft.blocks[-1].place,
                f"Underlagen {names[name]} och {id_} får samma filnamn: {name}.",
            )
        names.setdefault(name, id_)


def own_registers(book: Block, fields: Fields) -> dict[str, dict[str, Field]]:
    """The fields of each register that has entries of its own, which paths can lead to."""
    found = {}
    for id_, block in named_blocks(book, "registers", "registret", REGISTER_KEYS).items():
        if block.flag("own"):
            columns = (fields.named(word, block.what) for word in block.words("columns"))
            found[id_] = {field.id: field for field in columns if field}
    return found
