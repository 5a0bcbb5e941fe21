"""What `dialog status --format json` says: a contract with other programs, described by a schema in
the tests.
"""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.checking.outlook import Outlook
from dialogcli.model.finding import Severity
from dialogcli.process.course import Waypoint
from dialogcli.process.dates import Ahead
from dialogcli.process.turn import decider
from dialogcli.reports.json import Facts, Json, as_finding, finding_json, summary_json
from dialogcli.rulebook.model import Gate

VERSION = 1


def status_facts(look: Outlook, folder: str, warnings: Sequence[str] = ()) -> Facts:
    """`folder` is where the dossier lies. Files that cannot be read are findings of severity fel,
    as in `check`.
    """
    unread = [as_finding(fault) for fault in look.dossier.faults]
    others = look.others if look.gate and not look.far_off else look.report.findings
    return {
        "version": VERSION,
        "dossier": folder,
        "today": look.today.isoformat(),
        **identity_json(look),
        "course": [_waypoint(one) for one in look.course],
        "turn": [{"who": turn.who, "entry": turn.entry.id} for turn in look.turns],
        "next_decision": _next_decision(look),
        "other_findings": [finding_json(one) for one in (*unread, *others)],
        "ahead": [ahead_json(one, look) for one in look.ahead],
        "warnings": list(warnings),
        "summary": summary_json([*unread, *look.report.findings]),
    }


def identity_json(look: Outlook) -> dict[str, Json]:
    """What dialogue it is, whose rules it follows, at which step it stands, and where it ended
    before its time.
    """
    dossier, standing = look.dossier, look.standing
    numbers = dossier.answer("dossier.dnr")
    return {
        "title": dossier.text("dossier.titel"),
        "dnr": [one.text for one in numbers.rows] if numbers else [],
        "rulebook": f"{dossier.rulebook.id} {dossier.rulebook.version}",
        "step": standing.current.id if standing.current else None,
        "ended": standing.ended.id if standing.ended else None,
    }


def ahead_json(one: Ahead, look: Outlook) -> Json:
    """A day that lies ahead; `days` is negative when it has passed."""
    return {
        "date": str(one.day),
        "days": one.day.days_from(look.today),
        "kind": one.kind.value,
        "what": one.what,
        "organ": one.organ,
    }


def _waypoint(one: Waypoint) -> Json:
    return {
        "id": one.entry.id,
        "name": one.entry.name,
        "kind": "gate" if isinstance(one.entry, Gate) else "step",
        "stage": one.stage.value,
        "date": str(one.day) if one.day else None,
        "outcome": one.outcome or None,
        "paragraph": one.paragraph or None,
    }


def _next_decision(look: Outlook) -> Json:
    """The decision with what is missing for it; null when none is to come."""
    gate = look.gate
    if gate is None:
        return None
    complete = not (look.far_off or look.dossier.faults or look.basis.number_of(Severity.FEL))
    return {
        "gate": gate.id,
        "name": gate.name,
        "decider": decider(look.standing, gate),
        "date": str(look.gate_day) if look.gate_day else None,
        "complete": complete,
        "findings": [] if look.far_off else [finding_json(one) for one in look.basis.findings],
    }
