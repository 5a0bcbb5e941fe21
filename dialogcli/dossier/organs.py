"""An organisation's own organs, in `organ.yaml` beside its dossiers: a nämnd is renamed, the policy
is not.
"""

from __future__ import annotations

from pathlib import Path

from dialogcli.model.errors import UnreadableError
from dialogcli.model.finding import FileFault
from dialogcli.rulebook.faults import Faults
from dialogcli.rulebook.model import Organ, Rulebook
from dialogcli.rulebook.reading import Block
from dialogcli.storage.surroundings import find_root
from dialogcli.storage.text_file import read_text
from dialogcli.storage.yaml_reader import read_yaml

FILE = "organ.yaml"


def with_own_organs(rulebook: Rulebook, start: Path) -> Rulebook:
    """The rulebook with the organs of the repository that a folder lies in after its own.

    Raises UnreadableError with all that is wrong with the file.
    """
    root = find_root(start)
    if root is None or not (root / FILE).is_file():
        return rulebook
    organs, faults = parse_organs(read_text(root / FILE, FILE).text, rulebook.organ_types)
    if faults:
        raise UnreadableError(f"{FILE} går inte att använda.", faults=faults)
    return rulebook._replace(organs=(*rulebook.organs, *organs))


def parse_organs(
    text: str, types: tuple[str, ...]
) -> tuple[tuple[Organ, ...], tuple[FileFault, ...]]:
    """The organs of a text, each with a name and one of the types, and everything that is wrong
    with it.
    """
    faults = Faults()
    reading = read_yaml(text, FILE)
    faults.extend(reading.faults)
    if reading.root is None:
        return (), faults.in_order()
    book = Block(reading.root, faults, FILE, ("format", "organs"))
    organs = tuple(
        _organ(block, types) for block in book.blocks("organs", "ett organ", ("id", "name", "type"))
    )
    return organs, faults.in_order()


def _organ(block: Block, types: tuple[str, ...]) -> Organ:
    name = block.needed_text("name")
    kind = block.one_of("type", types, "inget slags organ som heter") if block.need("type") else ""
    return Organ(block.text("id") or name, name, kind)
