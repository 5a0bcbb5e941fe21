"""What is known of the documents that a rulebook rests on: who adopted them, when, from when they
hold, and when somebody last looked through them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dialogcli.model.words import listed
from dialogcli.rulebook.model import Rulebook, SourceDocument

_UNKNOWN = {
    "adopted": "antagandet framgår inte av källan",
    "summary": "sammanfattning utan datum",
    "minutes": "ur protokoll",
    "law": "lag",
    "proposal": "förslag, inte antaget",
}
_PARTS = (("date", "{}"), ("paragraph", "§ {}"), ("dnr", "dnr {}"), ("from", "gäller från {}"))
_REVIEW = (("date", "senast översedd {}"), ("paragraph", "§ {}"))


def adoption(source: SourceDocument) -> str:
    """`regionfullmäktige, gäller från 2019-11-25`; of what is not known it says that it is not."""
    adopted = [source.adopted.get("by", ""), *_told(source.adopted, _PARTS)]
    known = ", ".join(filter(None, adopted)) or _UNKNOWN.get(source.standing, source.standing)
    return ", ".join([known, *_told(source.reviewed, _REVIEW)])


def _told(known: Mapping[str, str], parts: Sequence[tuple[str, str]]) -> Iterator[str]:
    return (form.format(known[key]) for key, form in parts if known.get(key))


def rulebook_line(rulebook: Rulebook) -> str:
    """`Region Värmland 1.0 (Direktiv för medborgardialog, fastställt av regionfullmäktige, ...)`."""
    source = rulebook.main_source
    by = "fastställt av " if source.adopted.get("by") else ""
    overlays = f", med tillägget {listed(rulebook.overlays)}" if rulebook.overlays else ""
    return f"{rulebook.organisation} {rulebook.version} ({source.title}, {by}{adoption(source)}){overlays}"


def cited_source(rulebook: Rulebook, document: str) -> SourceDocument | None:
    """The source document that a citation names by its title."""
    return next((source for source in rulebook.sources.values() if source.title == document), None)
