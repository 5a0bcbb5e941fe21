"""The fields of a decision that the engine knows by name."""

from __future__ import annotations

OUTCOME, DAY, ORGAN, ROLE, PARAGRAPH = "utfall", "datum", "organ", "roll", "paragraf"
MOTIVATION, PROPOSAL = "motivering", "förslag_till_beslut"

BASIS = "underlag"
"""What the decision rests on."""
INCOMPLETE = "ofullständigt_underlag"
"""Why it was taken before its basis was complete."""
ADOPTED = "antaget"
"""The fingerprints of what it adopts: rows of `fält` (a path) and `avtryck`."""
POINTS = "punkter"
"""What a matter that was sent back must be answered on."""
REPORTED = "anmält"
"""When the organ was told of what one person decided in its name."""
