"""The catalogue of methods: what each is good for, the groups that a dialogue may have to reach,
and the purposes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dialogcli.base.findings import UnreadableError
from dialogcli.base.words import NOTHING, is_number
from dialogcli.disk.files import read_text
from dialogcli.disk.folders import templates_folder
from dialogcli.rulebook.loader import Source, read_root, shared_sources
from dialogcli.rulebook.mapping_reader import Block, Faults, RulebookFault, named_blocks
from dialogcli.rulebook.vocabulary import read_methods
from dialogcli.yamltext.nodes import Mapping as MappingNode

LEVELS = ("information", "konsultation", "dialog", "inflytande", "medbeslutande")
"""The steps of participation, the lowest first; the words of the field `delaktighetsform`, and
information below.
"""

_METHOD_KEYS = (
    "name",
    "also",
    "recorded_as",
    "levels",
    "at_best",
    "purposes",
    "only_for",
    "groups",
    "fits",
    "suits",
    "size",
    "gathering",
    "time",
    "weeks",
    "cost",
    "plus",
    "minus",
    "two_way",
    "digital",
    "children",
    "absent",
)
_GROUP_KEYS = ("name", "words", "except", "young", "always", "unheard", "reached")


class Group(NamedTuple):
    """People that a dialogue may have to reach. A target group is of this kind when its name holds
    one of `words` and none of `exceptions`.
    """

    id: str
    name: str
    words: tuple[str, ...]
    exceptions: tuple[str, ...] = ()
    young: bool = False
    always: bool = False
    unheard: bool = False
    reached: tuple[str, ...] = ()


class Method(NamedTuple):
    """One method. `recorded_as` is the method that a plan names instead of one that is not among
    the usual ones.

    `largest` is None without an upper limit, `weeks` reach from the start to results, `cost` from 1
    to 4 (both ends).
    """

    id: str
    name: str
    levels: tuple[str, ...]
    at_best: str = ""
    purposes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    fits: str = ""
    suits: str = ""
    smallest: int = 1
    largest: int | None = None
    gathering: str = ""
    time: str = ""
    weeks: int = 0
    cost: tuple[int, int] = (1, 1)
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    two_way: bool = False
    digital: bool = False
    children: bool = False
    absent: bool = False
    recorded_as: str = ""
    only_for: str = ""
    also: str = ""

    @property
    def usual(self) -> bool:
        """Whether a plan can name it."""
        return not self.recorded_as

    @property
    def highest(self) -> str:
        """The highest level that it gives by itself."""
        return max(self.levels, key=LEVELS.index)


class Catalogue(NamedTuple):
    """Methods and groups by id in the order of the file, the usual methods first; `purposes`: word
    -> shown text.
    """

    methods: Mapping[str, Method]
    groups: Mapping[str, Group] = NOTHING
    purposes: Mapping[str, str] = NOTHING


def load_catalogue() -> Catalogue:
    """The catalogue that comes with the program. Raises UnreadableError with all its faults."""
    described = templates_folder() / "rulebooks" / "catalogue.yaml"
    catalogue, faults = parse_catalogue(
        (read_text(described, described.name).text, described.name), shared_sources()[1]
    )
    if catalogue is None:
        raise UnreadableError("Metodkatalogen går inte att läsa.", faults=faults)
    return catalogue


def parse_catalogue(
    described: Source, names: Source
) -> tuple[Catalogue | None, tuple[RulebookFault, ...]]:
    """The catalogue of two texts, what is worth knowing and the usual methods' names; None when one
    has faults.
    """
    faults = Faults()
    root, usual = read_root(*described, faults), read_root(*names, faults)
    found = _catalogue(root, read_methods(usual, faults), faults) if root and usual else None
    return (None if faults.in_order() else found), faults.in_order()


def _catalogue(root: MappingNode, names: Mapping[str, str], faults: Faults) -> Catalogue:
    book = Block(root, faults, "metodkatalogen", ("purposes", "groups", "methods"))
    known = Catalogue(
        {},
        {
            id_: _group(id_, block)
            for id_, block in named_blocks(book, "groups", "gruppen", _GROUP_KEYS).items()
        },
        book.texts_by_key("purposes"),
    )
    methods = {
        id_: _method(id_, block, names, known)
        for id_, block in named_blocks(book, "methods", "metoden", _METHOD_KEYS).items()
    }
    for id_ in names.keys() - methods.keys():
        faults.add("saknas", book.key_place("methods"), f"Metoden {id_} saknas i metodkatalogen.")
    return known._replace(methods=methods)


def _group(id_: str, block: Block) -> Group:
    block.need("words")
    return Group(
        id_,
        block.needed_text("name"),
        block.texts("words"),
        block.texts("except"),
        block.flag("young"),
        block.flag("always"),
        block.flag("unheard"),
        block.texts("reached"),
    )


def _method(id_: str, block: Block, names: Mapping[str, str], known: Catalogue) -> Method:
    if id_ not in names:
        block.need("name")
        block.need("recorded_as")
    for key in ("levels", "purposes", "groups", "size", "weeks", "cost"):
        block.need(key)
    smallest, largest = _span(block, "size")
    cheapest, dearest = _span(block, "cost")
    return Method(
        id_,
        names.get(id_) or block.text("name"),
        _known(block, "levels", LEVELS),
        block.one_of("at_best", LEVELS, "ingen nivå"),
        _known(block, "purposes", known.purposes),
        _known(block, "groups", known.groups),
        block.needed_text("fits"),
        block.text("suits"),
        smallest,
        largest,
        block.text("gathering"),
        block.text("time"),
        block.number("weeks") or 0,
        (cheapest, dearest or cheapest),
        block.texts("plus"),
        block.texts("minus"),
        block.flag("two_way"),
        block.flag("digital"),
        block.flag("children"),
        block.flag("absent"),
        block.one_of("recorded_as", names, "ingen metod"),
        block.one_of("only_for", known.purposes, "inget syfte"),
        block.text("also"),
    )


def _known(
    block: Block, key: str, known: Mapping[str, object] | tuple[str, ...]
) -> tuple[str, ...]:
    """The words of a list, each one out of a closed set."""
    found = (
        block.faults.known("okänt-värde", word, f"inget i {key} som heter", tuple(known))
        for word in block.words(key)
    )
    return tuple(word for word in found if word)


def _span(block: Block, key: str) -> tuple[int, int | None]:
    """`[6, 12]`, or one number alone: no upper end."""
    numbers = []
    for word in block.words(key):
        if is_number(word.text):
            numbers.append(int(word.text))
        else:
            block.faults.add(
                "inget-tal", word.place, f"{key} ska vara ett eller två heltal, inte {word.text}."
            )
    if len(numbers) > 2 or numbers != sorted(numbers):
        block.faults.add(
            "fel-värde", block.key_place(key), f"{key} ska vara [minst, flest] i {block.what}."
        )
    return (numbers[0] if numbers else 1), (numbers[1] if len(numbers) > 1 else None)
