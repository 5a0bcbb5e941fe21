"""The documents that a rulebook cites, and how much a rule that rests on them can weigh."""

from __future__ import annotations

from dialogcli.model.finding import Citation, Severity
from dialogcli.rulebook.model import Modality, SourceDocument
from dialogcli.rulebook.reading import Block, named_blocks
from dialogcli.rulebook.scope import Scope

_KEYS = ("title", "short", "standing", "severity", "adopted", "reviewed", "note")
_ADOPTED = ("by", "date", "from", "paragraph", "dnr")
_REVIEWED = ("date", "paragraph")
_STANDINGS = {
    "adopted": Severity.FEL,
    "summary": Severity.VARNING,
    "minutes": Severity.VARNING,
    "law": Severity.VARNING,
    "proposal": Severity.VARNING,
}
_WEIGHT = {
    Modality.SKA: Severity.FEL,
    Modality.FÅR_INTE: Severity.FEL,
    Modality.BÖR: Severity.VARNING,
}

SEVERITIES = tuple(Severity)
MODALITIES = tuple(Modality)


def read_sources(book: Block) -> dict[str, SourceDocument]:
    """The cited documents by id, the main one first."""
    book.need("sources")
    return {
        id_: _source(id_, block)
        for id_, block in named_blocks(book, "sources", "källan", _KEYS).items()
    }


def _source(id_: str, block: Block) -> SourceDocument:
    standing = (
        block.one_of("standing", _STANDINGS, "ingen ställning") if block.need("standing") else ""
    )
    severity = block.one_of("severity", SEVERITIES, "ingen svårighetsgrad")
    weight = Severity(severity) if severity else _STANDINGS.get(standing, Severity.FEL)
    return SourceDocument(
        id_,
        block.needed_text("title"),
        standing,
        weight,
        block.text("short"),
        _dated(block, "adopted", _ADOPTED),
        block.text("note"),
        _dated(block, "reviewed", _REVIEWED),
    )


def _dated(block: Block, key: str, keys: tuple[str, ...]) -> dict[str, str]:
    """What is known of a decision; several numbers become one text."""
    part = block.block(key, f"{key} i {block.what}", keys)
    return {name: ", ".join(part.texts(name)) for name in keys if name in part}


def read_citations(block: Block, scope: Scope) -> tuple[tuple[Citation, ...], Severity]:
    """The citations of a rule, and the severity of the first source. There is at least one, or a
    fault.
    """
    if not block.need("source"):
        return (), Severity.FEL
    found = []
    for part in block.blocks("source", f"source i {block.what}", ("document", "heading", "list")):
        word = part.word("document") if part.need("document") else None
        id_ = scope.faults.known("okänd-källa", word, "ingen källa", scope.sources) if word else ""
        title = scope.sources[id_].title if id_ else ""
        found.append((Citation(title, part.text("heading"), part.text("list")), id_))
    first = scope.sources.get(found[0][1])
    return tuple(citation for citation, _ in found), first.severity if first else Severity.FEL


def read_modality(block: Block) -> Modality:
    """How the source puts it; `ska` unless something else is given."""
    return Modality(block.one_of("modality", MODALITIES, "ingen modalitet") or Modality.SKA)


def read_severity(block: Block, of_source: Severity, modality: Modality) -> Severity:
    """The severity that the rule gives, else the weaker of the source's and the modality's."""
    given = block.one_of("severity", SEVERITIES, "ingen svårighetsgrad")
    if given:
        return Severity(given)
    return max(
        of_source, _WEIGHT.get(modality, Severity.UPPLYSNING), key=lambda severity: severity.rank
    )
