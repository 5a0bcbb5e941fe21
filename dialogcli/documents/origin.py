"""What a document was made from: enough to say later whether the file, or what it builds on, has
changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

CONTENT = "Innehållets kontrollsumma"


@dataclass(frozen=True, slots=True)
class Origin:
    """`template`, `letterhead` and `content` are SHA-256 digests; the content is the filled
    template with its data.

    `answers` leads from the path of every answer that the document shows (`form.field`) to its
    fingerprint. `commit` is that of the dossier's repository, '' without one. `day` is when it was
    made, ISO; it stands in the record of made files alone, so that a file made again on another day
    is the same.
    """

    document: str
    title: str
    dossier: str
    dnr: str
    rulebook: str
    rulebook_version: str
    template: str
    template_digest: str
    letterhead: str
    content: str
    draft: bool
    day: str
    commit: str
    answers: Mapping[str, str] = field(default_factory=dict)

    def properties(self) -> dict[str, str]:
        """The same facts as texts for the file's own properties (without the answers)."""
        facts = {
            "Handling": self.document,
            "Dossier": self.dossier,
            "Diarienummer": self.dnr,
            "Regelverk": f"{self.rulebook} {self.rulebook_version}",
            "Mall": self.template,
            "Mallens kontrollsumma": self.template_digest,
            "Brevmallens kontrollsumma": self.letterhead,
            CONTENT: self.content,
            "Utkast": "ja" if self.draft else "nej",
            "Version i git": self.commit,
        }
        return {name: text for name, text in facts.items() if text}

    def data(self) -> dict[str, object]:
        """As JSON holds it."""
        return asdict(self)


def content_digest(markdown: str, values: Mapping[str, str]) -> str:
    """The SHA-256 of what a document says: its text, and the values in its header and footer."""
    whole = json.dumps([markdown, dict(values)], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
