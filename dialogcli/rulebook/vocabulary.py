"""The shared vocabulary: what all rulebooks have in common, and the catalogue of methods."""

from __future__ import annotations

from dataclasses import dataclass

from dialogcli.rulebook.fields import FIELD_KEYS
from dialogcli.rulebook.mapping_reader import Block, Faults, named_blocks
from dialogcli.yamltext.nodes import Mapping

FORMAT = "1"
"""The format of the rulebook language that this version reads."""

OUTCOME_KEYS = ("demands",)
WORDING = ("labels", "questions", "guidance")
"""What a form says anew about its fields."""
FORM_KEYS = ("title", "fields", "items", "facts", "plans", *WORDING, "sections")
_KEYS = (
    "vocabulary",
    "version",
    "format",
    "organ_types",
    "outcomes",
    "forms",
    "steps",
    "documents",
    "fields",
)


DOCUMENT_KEYS = ("title", "template", "layouts", "each", "made_of")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The parts of the vocabulary as they stand in the file, by id; rulebooks decide which of them
    they use.
    """

    organ_types: tuple[str, ...]
    outcomes: dict[str, Block]
    forms: dict[str, Block]
    steps: dict[str, Block]
    documents: dict[str, Block]
    fields: dict[str, Block]


def read_vocabulary(root: Mapping, faults: Faults) -> Vocabulary:
    """The vocabulary of a file; what is wrong with it goes to `faults`."""
    book = Block(root, faults, "ordlistan", _KEYS)
    check_format(book)
    return Vocabulary(
        book.texts("organ_types"),
        named_blocks(book, "outcomes", "utfallet", OUTCOME_KEYS),
        named_blocks(book, "forms", "underlaget", FORM_KEYS),
        named_blocks(book, "steps", "steget", ("name", "done", "ends")),
        named_blocks(book, "documents", "handlingen", DOCUMENT_KEYS),
        named_blocks(book, "fields", "fältet", FIELD_KEYS),
    )


def read_methods(root: Mapping, faults: Faults) -> dict[str, str]:
    """The catalogue of methods: id -> name."""
    return Block(root, faults, "metodkatalogen", ("methods",)).texts_by_key("methods")


def check_format(book: Block) -> None:
    """Report a file of a later format than this version knows."""
    if book.need("format") and book.text("format") != FORMAT:
        book.faults.add(
            "okänt-format",
            book.key_place("format"),
            f"Filen har format {book.text('format')}. Den här versionen läser format {FORMAT}.",
        )


def check_extends(book: Block) -> None:
    """Report a file that leans on another vocabulary than the one there is."""
    if book.need("extends"):
        book.one_of("extends", ("vocabulary",), "ingen ordlista")
