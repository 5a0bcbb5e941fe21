"""The fields of the vocabulary and of a rulebook, each built once, whether one can hold the value
that a rule compares it with, and everything else that a rulebook names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from dialogcli.base.fieldtypes import STAND_IN, TYPES, FieldType, Shape, Trait
from dialogcli.base.words import capital, meant_or_known
from dialogcli.rulebook.mapping_reader import Block, Faults
from dialogcli.rulebook.model import DECISIONS, Field, Form, Organ, SourceDocument
from dialogcli.yamltext.nodes import Mapping as MappingNode
from dialogcli.yamltext.nodes import Scalar

FIELD_KEYS = (
    "type",
    "label",
    "question",
    "guidance",
    "example",
    "choices",
    "explained",
    "catalogue",
    "answers",
    "columns",
    "key",
    "fields",
    "many",
    "min",
    "political",
)

_PARTS = {Shape.ROWS: "columns", Shape.PARTS: "fields"}

_OWNERS = {key: type_ for type_ in TYPES.values() for key in type_.keywords}
"""The types that some of the keywords belong to, each to one."""


class Fields:
    """Field objects by id. `blocks` are the descriptions, `catalogues` the lists that a choice can
    refer to.
    """

    def __init__(
        self,
        blocks: Mapping[str, Block],
        catalogues: Mapping[str, Mapping[str, str]],
        faults: Faults,
    ) -> None:
        self._blocks = blocks
        self._catalogues = catalogues
        self._faults = faults
        self._built: dict[str, Field] = {}
        self._open: list[str] = []

    def check_all(self) -> None:
        """Build every field, so that a fault shows also in one that no form uses."""
        for id_ in self._blocks:
            self._field(id_)

    def named(self, word: Scalar, where: str) -> Field | None:
        """The field that a list of fields means; reported when there is none, and then the nearest."""
        id_ = word.text
        if id_ not in self._blocks:
            named = id_ or "(tomt)"
            sentence = f"{capital(where)} har ett fält {named} som inte finns i ordlistan."
            id_ = self._faults.unknown("okänt-fält", word, sentence, self._blocks.keys())
        if id_ in self._open:
            self._faults.add("ring", word.place, f"Fältet {id_} innehåller sig självt.")
            return None
        return self._field(id_) if id_ else None

    def _field(self, id_: str) -> Field:
        if id_ not in self._built:
            self._open.append(id_)
            self._built[id_] = self._build(id_, self._blocks[id_])
            self._open.pop()
        return self._built[id_]

    def _build(self, id_: str, block: Block) -> Field:
        type_ = self._type(block)
        if type_ is not None:
            _check_belonging(block, type_)
        choices = self._choices(block, type_)
        parts = self._parts(block, type_)
        return Field(
            id_,
            type_ or STAND_IN,
            block.needed_text("label"),
            block.text("question"),
            block.text("guidance"),
            block.text("example"),
            choices,
            shown_words(block, "answers"),
            parts,
            block.flag("many"),
            explained=_explained(block, choices),
            political=_political(block, type_),
            least=_least(block, type_),
            key=_key(block, type_, parts),
        )

    def _type(self, block: Block) -> FieldType | None:
        if not block.need("type"):
            return None
        word = block.one_of("type", TYPES, "ingen fälttyp")
        return TYPES[word] if word else None

    def _choices(self, block: Block, type_: FieldType | None) -> Mapping[str, str]:
        if type_ is None or Trait.CHOSEN not in type_.traits:
            return {}
        if "catalogue" in block:
            name = block.one_of("catalogue", self._catalogues, "ingen katalog")
            return self._catalogues.get(name, {})
        return shown_words(block, "choices") if block.need("choices") else {}

    def _parts(self, block: Block, type_: FieldType | None) -> Mapping[str, Field]:
        if type_ is not None and type_.shape is Shape.STATEMENT:
            return _own_parts(type_, shown_words(block, "answers"))
        key = _PARTS.get(type_.shape) if type_ else None
        if key is None or not block.need(key):
            return {}
        found = [self.named(word, block.what) for word in block.words(key)]
        return {part.id: part for part in found if part}


def _own_parts(type_: FieldType, answers: Mapping[str, str]) -> dict[str, Field]:
    """The parts of a statement: the first, its answer, only where there are some to choose among."""
    first, *rest = (Field(id_, TYPES[word], label) for id_, word, label in type_.own_parts)
    answer = [first._replace(choices=answers)] if answers else []
    return {part.id: part for part in (*answer, *rest)}


def _check_belonging(block: Block, type_: FieldType) -> None:
    for key, owner in _OWNERS.items():
        if key in block and type_ is not owner:
            block.faults.add(
                "fel-nyckelord",
                block.key_place(key),
                f"{key} hör till fält av typen {owner}, men {block.what} har typen {type_}.",
            )


def _political(block: Block, type_: FieldType | None) -> bool:
    """Whether the organs of a field have to be elected; reported where none can stand."""
    of_organs = type_ is None or Trait.ORGAN in type_.traits or type_.shape in _PARTS
    if "political" in block and not of_organs:
        block.faults.add(
            "fel-nyckelord",
            block.key_place("political"),
            f"political hör till fält med organ, men {block.what} har typen {type_}.",
        )
    return block.flag("political")


def _least(block: Block, type_: FieldType | None) -> int | None:
    """The least that a number can be; reported where none can stand."""
    if "min" in block and type_ is not None and Trait.NUMBER not in type_.traits:
        block.faults.add(
            "fel-nyckelord",
            block.key_place("min"),
            f"min hör till fält med tal, men {block.what} har typen {type_}.",
        )
    return block.number("min")


def _key(block: Block, type_: FieldType | None, columns: Mapping[str, Field]) -> tuple[str, ...]:
    """The columns that a row has to have: the first where the table does not say."""
    if type_ is None or type_.shape is not Shape.ROWS or not columns:
        return ()
    what = f"ingen kolumn i {block.what} som heter"
    words = block.words("key")
    named = [block.faults.known("okänd-kolumn", word, what, columns) for word in words]
    return tuple(filter(None, named)) or tuple(columns)[:1]


def _explained(block: Block, choices: Mapping[str, str]) -> dict[str, str]:
    """What some of the choices mean, by the choice."""
    texts = block.texts_by_key("explained")
    if choices:
        what = f"inget val i {block.what} som heter"
        for entry in block.block("explained", "explained"):
            block.faults.known("okänt-val", entry.key, what, choices)
    return texts


def shown_words(block: Block, key: str) -> dict[str, str]:
    """Stored word -> shown text, from a mapping of both or from a list of the words alone."""
    if isinstance(block.get(key), MappingNode):
        return block.texts_by_key(key)
    return {word.text: word.text.replace("_", " ") for word in block.words(key)}


def missing_field(word: str, where: str, known: Mapping[str, Field]) -> str:
    """The sentence for a field that is not in a form or a row; none when that has no fields, which
    is said of it.
    """
    return f"Det finns inget fält {word} i {where}.{meant_or_known(word, known)}" if known else ""


def check_field(word: Scalar, where: str, known: Mapping[str, Field], faults: Faults) -> bool:
    """Whether a word is one of the fields of a form or a row; reported when it is not."""
    if word.text in known:
        return True
    if message := missing_field(word.text, where, known):
        faults.add("okänt-fält", word.place, message)
    return False


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that rules, gates and documents can refer to. `registers` holds the fields of each
    own register.
    """

    faults: Faults
    forms: Mapping[str, Form]
    registers: Mapping[str, Mapping[str, Field]]
    entries: Collection[str]
    gates: Collection[str]
    organs: Mapping[str, Organ]
    organ_types: Collection[str]
    audiences: Mapping[str, str]
    sources: Mapping[str, SourceDocument]
    outcomes: Collection[str]
    documents: Collection[str]

    def item_keys(self, form: Form) -> Collection[str]:
        """The words that can name a file of a form with items: gates for decisions, else what its
        key field allows.
        """
        return self.gates if form.id == DECISIONS else form.fields[form.items].choices

    def entry(self, word: Scalar | None) -> str:
        """The step or gate that a word names; `''` when it is not given."""
        return self.faults.known("okänd-punkt", word, "ingen punkt", self.entries) if word else ""

    def gate(self, word: Scalar | None) -> str:
        """The gate that a word names; `''` when it is not given."""
        return (
            self.faults.known("okänd-beslutspunkt", word, "ingen beslutspunkt", self.gates)
            if word
            else ""
        )

    def organ(self, word: Scalar) -> str:
        return self.faults.known("okänt-organ", word, "inget organ", self.organs)

    def organ_type(self, word: Scalar) -> str:
        return self.faults.known(
            "okänt-organslag", word, "inget slags organ som heter", self.organ_types
        )

    def audience(self, word: Scalar) -> str:
        return self.faults.known("okänd-mottagare", word, "ingen mottagare", self.audiences)

    def outcome(self, word: Scalar) -> str:
        """The outcome that a word names; an organisation's own stand under `outcomes`."""
        if word.text in self.outcomes:
            return word.text
        sentence = f"Utfallet {word.text} finns varken i ordlistan eller under outcomes."
        return self.faults.unknown("okänt-utfall", word, sentence, self.outcomes)

    def document(self, word: Scalar) -> str:
        return self.faults.known("okänd-handling", word, "ingen handling", self.documents)

    def form(self, word: Scalar) -> str:
        return self.faults.known("okänt-underlag", word, "inget underlag", self.forms)


def check_values(words: Iterable[Scalar], field: Field, scope: Scope) -> None:
    """Report each value that the field cannot have. Texts can be anything, and an organ can be one
    of organ.yaml.
    """
    for word in words:
        if message := field.type.objection(word.text, field, scope.forms):
            scope.faults.add("fel-värde", word.place, message)
