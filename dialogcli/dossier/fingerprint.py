"""A short mark of what an answer says, so that a later change shows.

Comments, the order of keys and layout do not count.
"""

from __future__ import annotations

import hashlib
import json

from dialogcli.dossier.model import Answer, NotApplicable, Parts, Rows


def fingerprint(answer: Answer) -> str:
    """16 hexadecimal digits of the SHA-256 of the answer's canonical form."""
    canonical = json.dumps(
        _canonical(answer), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _canonical(answer: Answer) -> object:
    match answer.value:
        case Parts(answers):
            return {name: _canonical(part) for name, part in answers.items() if part.filled}
        case Rows(answers):
            return [_canonical(row) for row in answers if row.filled]
        case NotApplicable(reason):
            return {"ej_tillämpligt": " ".join(reason.split())}
    return " ".join(answer.text.split())
