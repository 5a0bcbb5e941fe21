"""`dialog fill`: the questions that remain, from the first gap on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from dialogcli.cli.answering import answers_for, load_answers, save_all
from dialogcli.cli.asking import SIGNS
from dialogcli.cli.beginning import stopped
from dialogcli.cli.context import Context
from dialogcli.cli.desk import INTERRUPTED, NO_TERMINAL, coming_chapters, interviewer, judged, laid_out, progress
from dialogcli.cli.folder import Folder, Where, find
from dialogcli.cli.interviewing import Interview
from dialogcli.cli.recording import Recorder
from dialogcli.dossier.reading import read_dossier
from dialogcli.interview.chapters import Chapter, chapters, pressing, sent_back
from dialogcli.interview.matching import chapters_called
from dialogcli.interview.progress import heading, next_decision, saved
from dialogcli.interview.question import Question
from dialogcli.interview.wording import sentences
from dialogcli.model.errors import UnreadableError, UsageError
from dialogcli.model.layout import command
from dialogcli.model.words import count
from dialogcli.process.referrals import open_points
from dialogcli.storage.lock import locked
from dialogcli.storage.nodes import Plain


def fill_dossier(
    ctx: typer.Context,
    folder: Folder = "",
    section: Annotated[str, typer.Option("--section", metavar="AVSNITT",
                                         help="ett avsnitt, ett underlag eller ett fält")] = "",
    answers: Annotated[str, typer.Option("--answers", metavar="FIL", help="hämta svaren ur en fil")] = "",
) -> int:
    """Ask what is missing for the next decision, or in one section."""
    context: Context = ctx.obj
    where = find(context, folder)
    if answers:
        return _from_file(context, where, answers)
    if not context.console.interactive:
        raise UsageError(NO_TERMINAL, "Inget är ändrat. Svara i en fil, eller på en fråga i taget:",
                         f"  {command('fill --answers svar.yaml', where.typed)}", "  dialog set FÄLT SVAR")
    with locked(where.folder, "dialog fill", context.now):
        recorder = _recorder(where)
        filling = Filling(context, where, recorder)
        try:
            return filling.run(section)
        except (KeyboardInterrupt, EOFError):
            context.console.err(laid_out(context.console, *stopped(recorder, where.typed)))
            return INTERRUPTED


def _from_file(context: Context, where: Where, name: str) -> int:
    file = load_answers(context.cwd / name, name)
    with locked(where.folder, "dialog fill", context.now):
        recorder = _recorder(where)
        save_all(recorder, answers_for(file, recorder.dossier, context))
    context.console.out(laid_out(context.console, f"Klart: {recorder.tally}.",
                                 f"Se vad som saknas: {command('check', where.typed)}"))
    return 0


def _recorder(where: Where) -> Recorder:
    """Raises UnreadableError while a file cannot be read: an answer to it could not be saved."""
    dossier = read_dossier(where.folder)
    if dossier.faults:
        raise UnreadableError("Rätta filen först. Inget är ändrat.", faults=dossier.faults)
    return Recorder(where.folder, dossier)


@dataclass(slots=True)
class Filling:
    """One run of the command at a terminal."""

    context: Context
    where: Where
    recorder: Recorder
    chapter: Chapter | None = None

    def run(self, section: str) -> int:
        report = judged(self.recorder.dossier, self.context)
        coming = coming_chapters(report)
        unmet = [rule for rule in report.active if rule.id not in report.satisfied]
        wanted = (chapters_called(chapters(report.dossier.rulebook), section, coming) if section
                  else [*sent_back(report.dossier), *pressing(report.dossier, coming, unmet)])
        self._head()
        for chapter in wanted:
            self._ask(chapter)
        self._end()
        return 0

    def _head(self) -> None:
        dossier = self.recorder.dossier
        report = judged(dossier, self.context)
        gate = report.standing.next_gate
        organ, day = report.standing.planned(gate) if gate else ("", None)
        title = ", dnr ".join(filter(None, [dossier.text("dossier.titel"), self._dnr()]))
        self._say(title, next_decision(gate, organ, day), progress(report).in_all,
                  *self._open_points(), SIGNS, "Ctrl-C = sluta. Varje svar sparas innan nästa fråga visas.")

    def _ask(self, chapter: Chapter) -> None:
        self.chapter = chapter
        self._say("", heading(chapter, progress(judged(self.recorder.dossier, self.context))))
        interview = Interview(interviewer(self.context), self.recorder, self._saved)
        total = len(chapter.paths)

        def numbered(path: str) -> Question:
            return interview.question_at(path).at(f"Fråga {chapter.paths.index(path) + 1} av {total}")

        interview.go_through(chapter.paths, numbered)

    def _saved(self, value: Plain) -> str:
        return saved(self.chapter, progress(judged(self.recorder.dossier, self.context)), sentences(value))

    def _end(self) -> None:
        now = progress(judged(self.recorder.dossier, self.context))
        left = now.in_all or "Inga krav återstår i det här steget."
        self._say("", left, *self._open_points(), f"Se vad som saknas: {command('check', self.where.typed)}")

    def _open_points(self) -> list[str]:
        points = len(open_points(self.recorder.dossier))
        return [f"{count(points, 'punkt', 'punkter')} i en återremiss saknar svar."] if points else []

    def _dnr(self) -> str:
        answer = self.recorder.dossier.answer("dossier.dnr")
        return ", ".join(row.text for row in answer.rows) if answer else ""

    def _say(self, *lines: str) -> None:
        self.context.console.out(laid_out(self.context.console, *lines))
