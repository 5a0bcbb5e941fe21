"""What `dialog list` says of all dialogues: one line for each, what cannot be read, and the sum."""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.checking.owed import Tally
from dialogcli.checking.survey import Item, Survey, Unread
from dialogcli.model.errors import UnreadableError
from dialogcli.model.finding import Severity
from dialogcli.model.layout import WIDTH, command, glued, joined, paragraphs, wrapped
from dialogcli.model.words import count
from dialogcli.reports.faults import number_of_files
from dialogcli.reports.stages import days, step_text
from dialogcli.reports.tables import NARROW, sentences, table

HEADINGS = ("Dialog", "Steg", "Nästa datum", "Fel", "Återkoppling")

_GIVING_WAY = ((0, 22), (1, 16), (0, 12))
"""First the title down to what still tells dialogues apart, then the step, then the title further.
"""


def listing_text(
    survey: Survey,
    columns: int = WIDTH,
    plain: bool = False,
    repository: str = "",
    overdue: bool = False,
) -> str:
    """The whole screen. `plain`, or a narrow window, makes a sentence of each line.

    `repository` is what was typed for it, and stands in the command at the end. With `overdue` it
    is also said to whom the feedback is late, and since when.
    """
    width, lines = min(columns, WIDTH), _table(survey.items, columns)
    if plain or columns < NARROW or max(map(len, lines.splitlines()), default=0) > columns:
        lines = sentences([_sentence(item) for item in survey.items], width)
    return paragraphs(
        lines,
        _late(survey, width) if overdue else "",
        unread_text(survey.unread, width),
        _sum(survey, width, repository),
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


def unread_text(unread: Sequence[Unread], width: int = WIDTH) -> str:
    """A line for each dossier that cannot be read, or not all of it."""
    if not unread:
        return ""
    return joined([f"Går inte att läsa: {len(unread)}", *(_unread(one, width) for one in unread)])


def reason(one: Unread) -> str:
    """Why a dossier cannot be read: the file, or what else the reader said."""
    error = one.error
    if isinstance(error, UnreadableError) and error.faults:
        first = error.faults[0]
        files = number_of_files(error.faults)
        others = f" {count(files - 1, 'fil', 'filer')} till." if files > 1 else ""
        return f"{first.message} {glued(f'({first.place})')}{others}"
    return error.message


def _unread(one: Unread, width: int) -> str:
    return wrapped(f"{one.folder}: {reason(one)} Se: {command('check', one.folder)}", width, 2, 4)


def _table(items: Sequence[Item], columns: int) -> str:
    rows = [
        (
            item.title,
            step_text(item.look.standing),
            str(item.next_day or "-"),
            _errors(item),
            feedback_text(item.feedback),
        )
        for item in items
    ]
    return table([HEADINGS, *rows], columns, _GIVING_WAY, right=(3,)) if rows else ""


def _sentence(item: Item) -> str:
    """`Nattbussar på helger: Återkoppling. Nästa datum: 2027-01-29. 1 fel. Återkoppling: FÖRSENAD
    24 dagar.`
    """
    parts = [
        f"{item.title}: {step_text(item.look.standing)}",
        f"Nästa datum: {item.next_day}" if item.next_day else "",
        f"{_errors(item)} fel",
        f"Återkoppling: {feedback_text(item.feedback)}" if item.feedback.of else "",
    ]
    return ". ".join(filter(None, parts)) + "."


def _errors(item: Item) -> str:
    return str(item.look.report.number_of(Severity.FEL))


def _late(survey: Survey, width: int) -> str:
    lines = [
        f"{item.title}, till: {event.name}. Planerad till {event.planned}."
        for item in survey.items
        for event in item.look.owed
        if event.late(item.look.today)
    ]
    return (
        joined(["Försenad återkoppling", *(wrapped(line, width, 2, 4) for line in lines)])
        if lines
        else ""
    )


def _sum(survey: Survey, width: int, repository: str) -> str:
    number, late = count(survey.of, "dialog", "dialoger"), len(survey.late)
    if not survey.of:
        begin = "" if survey.unread else f" Påbörja en: {command('new')}"
        return wrapped(f"Här finns inga dialoger.{begin}", width)
    if len(survey.items) < survey.of:
        return wrapped(f"{len(survey.items)} av {number}.", width)
    if late in (0, survey.of):
        return wrapped(f"{number}, {late or 'ingen'} med försenad återkoppling.", width)
    repo = (
        f' --repo "{repository}"'
        if " " in repository
        else f" --repo {repository}"
        if repository
        else ""
    )
    return wrapped(
        f"{number}, {late} med försenad återkoppling: {command(f'list{repo} --overdue')}", width
    )
