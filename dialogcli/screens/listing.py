"""What `dialog list` says of all dialogues: as text, as JSON for other programs, and as rows for a
spreadsheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogcli.base.commands import check, list_overdue, new
from dialogcli.base.findings import Severity, UnreadableError
from dialogcli.base.screen import (
    Kept,
    Line,
    Parts,
    Screen,
    Table,
    heading,
    in_folder,
    line,
    parts,
    plain_text,
    screen,
    table,
)
from dialogcli.base.words import count, listed
from dialogcli.checking.feedback_due import Owed, Tally
from dialogcli.checking.survey import Dialogue, Survey, Unread
from dialogcli.checking.unjudged import number_of as number_unjudged
from dialogcli.screens.facts import Facts, Json, csv_bytes, summary_json
from dialogcli.screens.findings import number_of_files
from dialogcli.screens.stages import days, step_text
from dialogcli.screens.status import ahead_json, identity_json

HEADINGS = ("Dialog", "Steg", "Nästa datum", "Fel", "Återkoppling")

_GIVING_WAY = ((0, 22), (1, 16), (0, 12))
"""First the title down to what still tells dialogues apart, then the step, then the title further.
"""


def listing_screen(
    survey: Survey, then: Sequence[Line] = (), repository: str = "", overdue: bool = False
) -> Screen:
    """The whole screen, with what comes next.

    `repository` is what was typed for it, and stands in the command at the end. With `overdue` it
    is also said to whom the feedback is late, and since when.
    """
    return screen(
        [_table(survey.items)] if survey.items else [],
        _late(survey) if overdue else [],
        unread_items(survey.unread),
        _same_number(survey),
        _unjudged(survey),
        [_sum(survey, repository), *then],
    )


def feedback_text(tally: Tally) -> str:
    """`FÖRSENAD 24 dagar`, `kommande`, `1 av 4 klar`; `-` when none is owed."""
    if tally.late:
        return f"FÖRSENAD {days(tally.late)}"
    if not tally.of:
        return "-"
    if not tally.come:
        return "kommande"
    return f"{tally.done} av {tally.of} {'klar' if tally.done == 1 else 'klara'}"


def _feedback(item: Dialogue) -> str:
    """The same; of a stopped dialogue what is left: `1 återkoppling saknas`."""
    left = item.feedback.of - item.feedback.done
    if item.look.standing.stopped and left:
        return f"{count(left, 'återkoppling', 'återkopplingar')} saknas"
    return feedback_text(item.feedback)


def unread_items(unread: Sequence[Unread]) -> Iterator[Line]:
    """A line for each dossier that cannot be read, or not all of it."""
    if unread:
        yield heading(f"Går inte att läsa: {len(unread)}")
    for one in unread:
        see = in_folder(check(), one.folder)
        yield line(f"{one.folder}: ", *reason(one), " Se: ", see, indent=2, hang=4)


def same_number_remarks(survey: Survey) -> list[str]:
    """`Samma diarienummer, RV 2027/118: buss och buss - Kopia. Är den ena en kopia?`"""
    return [
        f"Samma diarienummer, {one.number}: {listed(one.folders)}. Är den ena en kopia?"
        for one in survey.same_number()
    ]


def _same_number(survey: Survey) -> Iterator[Line]:
    shared = list(survey.same_number())
    if shared:
        yield heading(f"Samma diarienummer: {len(shared)}")
    for one in shared:
        yield line(f"{one.number}: {listed(one.folders)}. Är den ena en kopia?", indent=2, hang=4)


def _unjudged(survey: Survey) -> Iterator[Line]:
    """The dialogues in which requirements could not be judged and no finding says so."""
    lacking = [(item, item.look.report.left_unjudged) for item in survey.items]
    numbers = [(item, number_unjudged(unjudged)) for item, unjudged in lacking if unjudged]
    if numbers:
        yield heading(f"Krav som inte kunde prövas: {sum(number for _, number in numbers)}")
    for item, number in numbers:
        see = in_folder(check(), item.folder)
        yield line(f"{item.title}: {number}. Se: ", see, indent=2, hang=4)


def reason(one: Unread) -> Parts:
    """Why a dossier cannot be read: the file, or what else the reader said."""
    error = one.error
    if not isinstance(error, UnreadableError) or not error.faults:
        return parts(error.message)
    first = error.faults[0]
    files = number_of_files(error.faults)
    others = f" {count(files - 1, 'fil', 'filer')} till." if files > 1 else ""
    return parts((f"{first.message} ", Kept(f"({first.place})"), others))


def _table(items: Sequence[Dialogue]) -> Table:
    cells = [
        (
            item.title,
            step_text(item.look.standing),
            str(item.next_day or "-"),
            _errors(item),
            _feedback(item),
        )
        for item in items
    ]
    return table([HEADINGS, *cells], map(_sentence, items), shrink=_GIVING_WAY, right=(3,))


def _sentence(item: Dialogue) -> str:
    """`Nattbussar på helger: Återkoppling. Nästa datum: 2027-01-29. 1 fel. Återkoppling: FÖRSENAD
    24 dagar.`
    """
    if item.look.standing.stopped:
        left = f", {_feedback(item)}" if item.feedback.done < item.feedback.of else ""
        return f"{item.title}: {step_text(item.look.standing)}{left}."
    said = [
        f"{item.title}: {step_text(item.look.standing)}",
        f"Nästa datum: {item.next_day}" if item.next_day else "",
        f"{_errors(item)} fel",
        f"Återkoppling: {feedback_text(item.feedback)}" if item.feedback.of else "",
    ]
    return ". ".join(filter(None, said)) + "."


def _errors(item: Dialogue) -> str:
    return str(item.look.report.number_of(Severity.FEL))


def _late(survey: Survey) -> Iterator[Line]:
    late = [
        f"{item.title}, till: {event.name}. {_from(event)}"
        for item in survey.items
        for event in item.look.owed
        if event.late(item.look.today)
    ]
    if late:
        yield heading("Försenad återkoppling")
    for sentence in late:
        yield line(sentence, indent=2, hang=4)


def _from(event: Owed) -> str:
    """From when feedback is late."""
    if event.planned:
        return f"Planerad till {event.planned}."
    return f"Inte planerad, räknat från {event.since}."


def _sum(survey: Survey, repository: str) -> Line:
    number, late = count(survey.of, "dialog", "dialoger"), len(survey.late)
    if not survey.of and survey.unread:
        return line("Här finns inga dialoger.")
    if not survey.of:
        return line("Här finns inga dialoger. Påbörja en: ", new())
    if len(survey.items) < survey.of:
        return line(f"{len(survey.items)} av {number}.")
    if late in (0, survey.of):
        return line(f"{number}, {late or 'ingen'} med försenad återkoppling.")
    return line(f"{number}, {late} med försenad återkoppling: ", list_overdue(repository))


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


def _dialogue(item: Dialogue) -> Json:
    feedback = item.feedback
    return {
        "dossier": item.folder,
        **identity_json(item.look),
        "organ": item.look.dossier.text("dossier.ansvarigt_organ") or None,
        "next": ahead_json(item.look.ahead[0], item.look) if item.look.ahead else None,
        "summary": summary_json(item.look.report.findings, item.look.report.unjudged),
        "feedback": {"done": feedback.done, "of": feedback.of, "overdue_days": feedback.late},
    }


def _row(item: Dialogue) -> list[str]:
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
