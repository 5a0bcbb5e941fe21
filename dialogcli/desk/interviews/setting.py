"""What an interview needs, put together: a terminal to ask on, and what there is to ask towards the
next decision.
"""

from __future__ import annotations

from collections.abc import Callable

from dialogcli.checking.engine import check
from dialogcli.checking.report import Report, obligations
from dialogcli.desk.context import Context
from dialogcli.desk.interviews.asking import Interviewer
from dialogcli.dossier.model import Dossier
from dialogcli.interview.chapters import Chapter, in_play
from dialogcli.interview.progress import Progress
from dialogcli.model.screen import Item, screen
from dialogcli.terminal.askers import Asker, asker_for

INTERRUPTED = 130

NO_TERMINAL = "Frågorna går inte att ställa här, för det finns ingen terminal."


def interviewer(context: Context) -> Interviewer:
    """Somebody to ask with on the terminal of this command. Where lines are all that it can do, what
    is said is put in words for it too.
    """
    asker = asker_for(context.console)
    context.console.plain = asker.line_by_line
    return Interviewer(context.console, asker, context.today, _editor(asker))


def coming_chapters(report: Report) -> list[Chapter]:
    """What to ask towards the next decision."""
    return in_play(
        report.dossier.rulebook, report.standing.next_gate, report.active, report.satisfied
    )


def progress(report: Report) -> Progress:
    """The obligations towards the next decision; while there are none yet, those of the step that
    goes on.
    """
    gate = report.standing.next_gate
    if gate and (towards := obligations(report, gate)):
        return Progress.of(towards, report.satisfied)
    now = [
        rule for rule in report.active if not rule.kind.compares or rule.id not in report.satisfied
    ]
    return Progress.of(now, report.satisfied, "I det här steget")


def judged(dossier: Dossier, context: Context) -> Report:
    return check(dossier, context.today)


def interrupted(context: Context, *items: Item) -> int:
    """Say in which state things are after Ctrl-C, below the line that was typed on; the exit
    code.
    """
    context.console.note(())
    context.console.note(screen(items))
    return INTERRUPTED


def _editor(asker: Asker) -> Callable[[str, str], str | None]:
    def edit(text: str, about: str) -> str | None:
        from dialogcli.terminal.editor import (
            edited,
        )  # brings subprocess, which only an opened editor needs

        return edited(
            text, about, wait=lambda: asker.write("Tryck Enter när du har sparat och stängt. ")
        )

    return edit
