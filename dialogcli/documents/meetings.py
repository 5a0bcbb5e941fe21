"""The list of points of a meeting as a Word file: made of the meeting's record, as other documents of a dossier."""

from __future__ import annotations

from dialogcli.documents.choosing import Document
from dialogcli.documents.render import Rendered, render
from dialogcli.documents.templates import Templates
from dialogcli.documents.wording import capital
from dialogcli.dossier.meeting import AGENDA, Meeting, as_dossier
from dialogcli.rulebook.model import DocumentSpec, Rulebook

_SPEC = DocumentSpec("föredragningslista", "Kallelse och föredragningslista", "foredragningslista", shows=(AGENDA,))

_MANY = "se varje ärende"
"""Stands in the letterhead for the number of a matter: a meeting has many."""


def render_meeting(meeting: Meeting, record: str, rulebook: Rulebook, templates: Templates) -> Rendered:
    """The Word file of a meeting with this record. `rulebook` is of the organisation. Raises as `render` does."""
    titles = {"titel": f"{capital(meeting.organ)} {meeting.day.in_words}", "dag": meeting.day.with_weekday,
              "dnr": _MANY}
    return render(Document(_SPEC, _SPEC.id), as_dossier(record, rulebook, titles), templates, draft=False)
