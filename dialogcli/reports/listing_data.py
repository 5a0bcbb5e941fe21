"""All dialogues for other programs: as JSON, described by a schema in the tests, and as rows for a
spreadsheet.
"""

from __future__ import annotations

from dialogcli.checking.survey import Item, Survey, Unread
from dialogcli.model.finding import Severity
from dialogcli.model.screen import plain_text
from dialogcli.reports.csv import csv_bytes
from dialogcli.reports.json import Facts, Json, summary_json
from dialogcli.reports.listing import feedback_text, reason
from dialogcli.reports.stages import step_text
from dialogcli.reports.status_json import ahead_json, identity_json

VERSION = 1

_COLUMNS = (
    "Mapp",
    "Dialog",
    "Diarienummer",
    "Ansvarigt organ",
    "Regelverk",
    "Steg",
    "Nästa datum",
    "Fel",
    "Varningar",
    "Återkoppling",
    "Försenad, dagar",
)
UNREAD = "går inte att läsa"


def listing_facts(survey: Survey, today: str) -> Facts:
    """Folders are relative to where the command was run. What cannot be read stands apart, with the
    reason.
    """
    return {
        "version": VERSION,
        "today": today,
        "dialogues": [_dialogue(item) for item in survey.items],
        "unreadable": [unread_json(one) for one in survey.unread],
    }


def listing_csv(survey: Survey) -> bytes:
    """Full titles, one row for each dialogue; what cannot be read is a row that says so."""
    return csv_bytes(
        [
            _COLUMNS,
            *map(_row, survey.items),
            *([one.folder, "", "", "", "", UNREAD, *[""] * 5] for one in survey.unread),
        ]
    )


def unread_json(one: Unread) -> Json:
    """A dossier that cannot be read, and why."""
    return {"dossier": one.folder, "message": plain_text(reason(one))}


def _dialogue(item: Item) -> Json:
    feedback = item.feedback
    return {
        "dossier": item.folder,
        **identity_json(item.look),
        "organ": item.look.dossier.text("dossier.ansvarigt_organ") or None,
        "next": ahead_json(item.look.ahead[0], item.look) if item.look.ahead else None,
        "summary": summary_json(item.look.report.findings),
        "feedback": {"done": feedback.done, "of": feedback.of, "overdue_days": feedback.late},
    }


def _row(item: Item) -> list[str]:
    look = item.look
    numbers = look.dossier.answer("dossier.dnr")
    return [
        item.folder,
        item.title,
        ", ".join(one.text for one in numbers.rows) if numbers else "",
        look.dossier.text("dossier.ansvarigt_organ"),
        look.dossier.rulebook.id,
        step_text(look.standing),
        str(item.next_day or ""),
        str(look.report.number_of(Severity.FEL)),
        str(look.report.number_of(Severity.VARNING)),
        feedback_text(item.feedback) if item.feedback.of else "",
        str(item.feedback.late or ""),
    ]
