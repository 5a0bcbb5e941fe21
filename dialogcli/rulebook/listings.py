"""What stands beside the rules: rows without a check, documents and registers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dialogcli.base.words import NOTHING, listed
from dialogcli.rulebook.fields import Scope, check_field
from dialogcli.rulebook.forms import REGISTER_KEYS
from dialogcli.rulebook.mapping_reader import Block, named_blocks
from dialogcli.rulebook.model import DocumentSpec, Register, Unchecked
from dialogcli.rulebook.paths import find_any
from dialogcli.rulebook.rules import read_prints
from dialogcli.rulebook.sources import read_citations, read_modality
from dialogcli.yamltext.nodes import Scalar

_UNCHECKED_KEYS = ("as", "where", "says", "source", "modality", "prints")
_DOCUMENT_KEYS = (
    "document",
    "before",
    "after",
    "each",
    "only",
    "title",
    "template",
    "layout",
    "layouts",
    "leads_with",
    "shows",
)
_PLACES = ("field", "document", "register", "outcome", "gate", "guidance", "metadata", "umbrella")
_NEED_WHERE = ("field", "document", "register")


def read_unchecked(book: Block, scope: Scope, registers: Collection[str]) -> dict[str, Unchecked]:
    """The rows that no rule checks, by id."""
    found = {}
    for id_, block in named_blocks(book, "unchecked", "raden", _UNCHECKED_KEYS).items():
        as_ = block.one_of("as", _PLACES, "ingen plats") if block.need("as") else ""
        if as_ in _NEED_WHERE:
            block.need("where")
        if word := block.word("where"):
            _check_where(word, as_, scope, registers)
        citations, _ = read_citations(block, scope)
        found[id_] = Unchecked(
            id_,
            as_,
            block.needed_text("says"),
            citations,
            read_modality(block),
            block.text("where"),
            read_prints(block, scope),
        )
    return found


def _check_where(word: Scalar, as_: str, scope: Scope, registers: Collection[str]) -> None:
    match as_:
        case "document":
            scope.document(word)
        case "register":
            scope.faults.known("okänt-register", word, "inget register", registers)
        case "outcome":
            scope.outcome(word)
        case "gate":
            scope.entry(word)
        case "field":
            find_any(word, scope)
        case _ if word.text not in {*scope.documents, *registers, *scope.entries}:
            find_any(word, scope)


def read_documents(
    book: Block, shared: Mapping[str, Block], scope: Scope
) -> tuple[DocumentSpec, ...]:
    """The documents that the process wants. Title and template are those of the vocabulary unless
    given.
    """
    return tuple(
        _document(block, shared, scope)
        for block in book.blocks("documents", "en handling", _DOCUMENT_KEYS)
    )


def _document(block: Block, shared: Mapping[str, Block], scope: Scope) -> DocumentSpec:
    word = block.word("document") if block.need("document") else None
    id_ = scope.document(word) if word else ""
    base = shared.get(id_)
    _check_moment(block, id_)
    each = _each(block if base is None or "each" in block else base, scope)
    if base is not None and "template" not in block:
        _check_shown(block, id_, base.one_of("made_of", MADE_OF, "inget"), scope)
    return DocumentSpec(
        id_,
        _text(block, base, "title"),
        _text(block, base, "template"),
        scope.entry(block.word("before")),
        scope.entry(block.word("after")),
        _shown(block, "leads_with", scope),
        _shown(block, "shows", scope),
        _layout(block, base, id_),
        each,
        _only(block, each, scope),
    )


def _check_moment(block: Block, id_: str) -> None:
    if "before" in block and "after" in block:
        block.faults.add(
            "två-tidpunkter",
            block.key_place("after"),
            f"Handlingen {id_} har både before och after. Den ska ha en av dem.",
        )
    elif "before" not in block and "after" not in block:
        block.faults.add("saknas", block.place, f"before eller after saknas för handlingen {id_}.")


def _text(block: Block, base: Block | None, key: str) -> str:
    """What the rulebook says, else the vocabulary, which must say it."""
    return block.text(key) or (base.needed_text(key) if base else "")


def _layout(block: Block, base: Block | None, id_: str) -> str:
    """The layout that is chosen, else the first that the template has. A template of one's own has
    only its own.
    """
    own = base is None or "template" in block or "layouts" in block
    known = (block if own or base is None else base).texts("layouts")
    word = block.word("layout")
    if word is None:
        return next(iter(known), "")
    if not known:
        block.faults.add(
            "okänd-uppställning",
            word.place,
            f"Mallen för {id_} har bara en uppställning. Har den flera skriver man dem så: "
            f"layouts: [{word.text}, ...]",
        )
        return ""
    return block.faults.known(
        "okänd-uppställning", word, f"ingen uppställning för {id_} som heter", known
    )


def _each(block: Block, scope: Scope) -> str:
    """The form for every file of which there is such a document."""
    word = block.word("each")
    if word is None or (form := scope.form(word)) not in scope.forms:
        return ""
    if not scope.forms[form].items:
        block.faults.add(
            "fel-underlag",
            word.place,
            f"{form} har bara en fil. each behöver ett underlag med flera.",
        )
    return form


MADE_OF = ("form", "forms", "item")
"""What the template of a document prints: one whole form, several, or the file that it is about. Where
nothing is said it prints the fields that `shows` names.
"""


def _check_shown(block: Block, id_: str, made_of: str, scope: Scope) -> None:
    """Report what the template cannot do without, and what it would leave out."""
    if made_of == "item":
        _refuse_shown(block.words("shows"), f"Handlingen {id_} visar inget ur shows.", scope)
    elif made_of:
        _check_whole(block, id_, made_of, scope)


def _check_whole(block: Block, id_: str, made_of: str, scope: Scope) -> None:
    """Of a document that is made of whole forms: of the one that has its name, else the first that
    it shows.
    """
    words = block.words("shows")
    whole = [word for word in words if _is_whole(word.text, scope)]
    own = id_ if _is_whole(id_, scope) else whole[0].text if whole else ""
    if not own:
        place = block.key_place("shows" if words else "document")
        scope.faults.add("utan-underlag", place, _needs_a_form(id_, scope))
        return
    _refuse_shown(_single(words, whole), f"Handlingen {id_} visar hela underlag.", scope)
    if made_of == "form":
        others = [word for word in whole if word.text != own]
        _refuse_shown(others, f"Handlingen {id_} visar bara ett underlag, {own}.", scope)


def _single(words: Iterable[Scalar], whole: Collection[Scalar]) -> list[Scalar]:
    """The single fields, but for those that only give the document its day."""
    return [word for word in words if word not in whole and not word.text.endswith(_DAY)]


def _needs_a_form(id_: str, scope: Scope) -> str:
    forms = [form.id for form in scope.forms.values() if not form.items]
    return (
        f"Handlingen {id_} behöver ett underlag: skriv shows: [UNDERLAG]. "
        f"Det här finns: {listed(forms)}."
    )


_DAY = ".datum"
"""How a path ends that gives a document its day."""


def _is_whole(word: str, scope: Scope) -> bool:
    """Whether it is a form that has one file."""
    return word in scope.forms and not scope.forms[word].items


def _refuse_shown(words: Iterable[Scalar], why: str, scope: Scope) -> None:
    """What leads nowhere is another fault, and told already."""
    for word in (one for one in words if find_any(one, scope)):
        said = f"{why} Där skulle {word.text} inte synas. Ta bort det ur shows."
        scope.faults.add("visas-inte", word.place, said)


def _only(block: Block, each: str, scope: Scope) -> tuple[str, ...]:
    """The keys of the files that a document is made for."""
    keys = scope.item_keys(scope.forms[each]) if each and scope.forms[each].items else ()
    return tuple(
        scope.faults.known("okänd-nyckel", word, "ingen", keys) for word in block.words("only")
    )


def _shown(block: Block, key: str, scope: Scope) -> tuple[str, ...]:
    """Fields, or whole forms."""
    words = block.words(key)
    for word in words:
        find_any(word, scope)
    return tuple(word.text for word in words)


def read_registers(book: Block, scope: Scope) -> dict[str, Register]:
    """The lists over all dossiers, those with entries of their own, and those with both."""
    found = {}
    for id_, block in named_blocks(book, "registers", "registret", REGISTER_KEYS).items():
        own = block.text("own") == "true"
        from_ = "" if own and "from" not in block else _needed_form(block, scope)
        block.need("columns")
        if from_:
            _check_columns(block, from_, scope)
        found[id_] = Register(
            id_,
            block.needed_text("title"),
            block.texts("columns"),
            from_,
            own,
            scope.registers.get(id_, NOTHING),
        )
    return found


def _needed_form(block: Block, scope: Scope) -> str:
    word = block.word("from") if block.need("from") else None
    return scope.form(word) if word else ""


def _check_columns(block: Block, form: str, scope: Scope) -> None:
    for word in block.words("columns"):
        check_field(word, f"underlaget {form}", scope.forms[form].fields, scope.faults)
