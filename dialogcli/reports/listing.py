"""What `dialog list` says of all dialogues: one line for each, what cannot be read, and the sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogcli.checking.owed import Tally
from dialogcli.checking.survey import Item, Survey, Unread
from dialogcli.model.commands import check, list_overdue, new
from dialogcli.model.errors import UnreadableError
from dialogcli.model.finding import Severity
from dialogcli.model.screen import (
    Kept,
    Line,
    Parts,
    Screen,
    Table,
    heading,
    in_folder,
    line,
    parts,
    screen,
    table,
)
from dialogcli.model.words import count
from dialogcli.reports.faults import number_of_files
from dialogcli.reports.stages import days, step_text

HEADINGS = ("Dialog", "Steg", "Nästa datum", "Fel", "Återkoppling")

_GIVING_WAY = ((0, 22), (1, 16), (0, 12))
"""First the title down to what still tells dialogues apart, then the step, then the title further.
"""


def listing_screen(survey: Survey, repository: str = "", overdue: bool = False) -> Screen:
    """The whole screen.

    `repository` is what was typed for it, and stands in the command at the end. With `overdue` it
    is also said to whom the feedback is late, and since when.
    """
    return screen(
        [_table(survey.items)] if survey.items else [],
        _late(survey) if overdue else [],
        unread_items(survey.unread),
        _sum(survey, repository),
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


def unread_items(unread: Sequence[Unread]) -> Iterator[Line]:
    """A line for each dossier that cannot be read, or not all of it."""
    if unread:
        yield heading(f"Går inte att läsa: {len(unread)}")
    for one in unread:
        see = in_folder(check(), one.folder)
        yield line(f"{one.folder}: ", *reason(one), " Se: ", see, indent=2, hang=4)


def reason(one: Unread) -> Parts:
    """Why a dossier cannot be read: the file, or what else the reader said."""
    error = one.error
    if not isinstance(error, UnreadableError) or not error.faults:
        return parts(error.message)
    first = error.faults[0]
    files = number_of_files(error.faults)
    others = f" {count(files - 1, 'fil', 'filer')} till." if files > 1 else ""
    return parts((f"{first.message} ", Kept(f"({first.place})"), others))


def _table(items: Sequence[Item]) -> Table:
    cells = [
        (
            item.title,
            step_text(item.look.standing),
            str(item.next_day or "-"),
            _errors(item),
            feedback_text(item.feedback),
        )
        for item in items
    ]
    return table([HEADINGS, *cells], map(_sentence, items), shrink=_GIVING_WAY, right=(3,))


def _sentence(item: Item) -> str:
    """`Nattbussar på helger: Återkoppling. Nästa datum: 2027-01-29. 1 fel. Återkoppling: FÖRSENAD
    24 dagar.`
    """
    said = [
        f"{item.title}: {step_text(item.look.standing)}",
        f"Nästa datum: {item.next_day}" if item.next_day else "",
        f"{_errors(item)} fel",
        f"Återkoppling: {feedback_text(item.feedback)}" if item.feedback.of else "",
    ]
    return ". ".join(filter(None, said)) + "."


def _errors(item: Item) -> str:
    return str(item.look.report.number_of(Severity.FEL))


def _late(survey: Survey) -> Iterator[Line]:
    late = [
        f"{item.title}, till: {event.name}. Planerad till {event.planned}."
        for item in survey.items
        for event in item.look.owed
        if event.late(item.look.today)
    ]
    if late:
        yield heading("Försenad återkoppling")
    for sentence in late:
        yield line(sentence, indent=2, hang=4)


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
