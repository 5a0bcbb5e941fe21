"""The interview of `dialog new`: the folder first, so that it exists, whole, before any answer could be lost."""

from __future__ import annotations

from dataclasses import replace

from dialogcli.desk.context import Context
from dialogcli.desk.interviews.advising import Adviser
from dialogcli.desk.interviews.asking import Interviewer, Sign
from dialogcli.desk.interviews.conversation import Conversation
from dialogcli.desk.interviews.founding import Wanted, create_dossier
from dialogcli.desk.interviews.interviewing import Interview
from dialogcli.desk.interviews.outcome import said_no
from dialogcli.desk.interviews.recording import Recorder
from dialogcli.desk.interviews.setting import INTERRUPTED, coming_chapters, interviewer, laid_out
from dialogcli.interview.chapters import is_missing
from dialogcli.interview.question import MATTER, Question
from dialogcli.interview.scope import scope_heading, scope_paths, scope_yes
from dialogcli.interview.signs import ASK_HELP, GO_BACK, STOP, told
from dialogcli.model.layout import command
from dialogcli.rulebook.loader import available_rulebooks, load_rulebook
from dialogcli.rulebook.model import Field, FieldType, Rulebook
from dialogcli.scaffold.new_dossier import IDENTITY
from dialogcli.storage.lock import locked

BEGIN = "Varje svar sparas direkt."


def begin(context: Context, wanted: Wanted) -> int:
    """Ask what is missing for a folder, create it, and go on with the first questions. Returns the exit code."""
    asking, recorder = interviewer(context), None
    try:
        asking.tell(f"{BEGIN} {told(ASK_HELP, GO_BACK, STOP, linear=asking.linear).rstrip('.')}.")
        rulebook = load_rulebook(wanted.rulebook or _rulebook_id(context, asking), context.cwd)
        wanted = replace(wanted, title=wanted.title or _title(rulebook, asking))
        path = create_dossier(context, rulebook, wanted)
        recorder = Recorder.open(path)
        with locked(path, "dialog new", context.now):
            interview = Interview(Conversation(asking, recorder, Adviser(recorder, context.today)), lambda _: "")
            _first_questions(interview, wanted.folder or path.name)
    except (KeyboardInterrupt, EOFError):
        folder = wanted.folder or (recorder.folder.name if recorder else "")
        context.console.err(laid_out(context.console, *stopped(recorder, folder)))
        return INTERRUPTED
    return 0


def stopped(recorder: Recorder | None, folder: str) -> list[str]:
    """What state the work is in after Ctrl-C, and how to go on."""
    if recorder is None:
        return ["", "Avbrutet. Inget är skapat."]
    where = f" i {folder}" if folder else ""
    return ["", f"Avbrutet. {recorder.tally}{where}.", f"Fortsätt: {command('fill', folder)}"]


def _rulebook_id(context: Context, asking: Interviewer) -> str:
    choices = dict(available_rulebooks(context.cwd))
    if len(choices) == 1:
        return next(iter(choices))
    field = Field("regelverk", FieldType.CHOICE, "Regelverk", choices=choices)
    return _must(asking, Question("dossier.regelverk", field, "Vilket regelverk ska dialogen följa?", choices=choices))


def _title(rulebook: Rulebook, asking: Interviewer) -> str:
    field = rulebook.forms[IDENTITY].fields["titel"]
    text = " ".join(filter(None, [field.question or field.label, field.guidance]))
    return _must(asking, Question("dossier.titel", field, text))


def _must(asking: Interviewer, question: Question) -> str:
    """An answer that there is no going on without."""
    while True:
        given = asking.ask(question)
        if isinstance(given, str):
            return given
        asking.say("Det här behövs för att mappen ska kunna skapas." if given is Sign.LATER
                   else "Det här är en av de första frågorna.")


def _first_questions(interview: Interview, folder: str) -> None:
    if not _scope_test(interview, folder):
        return
    talk = interview.talk
    chapters = coming_chapters(talk.adviser.report)
    tested = scope_paths(talk.recorder.dossier.rulebook)
    rest = [path for chapter in chapters if chapter.form.id != IDENTITY for path in chapter.paths if path not in tested]
    interview.go_through((*MATTER, *rest), lambda path: _first(interview, path))
    talk.interviewer.tell("", f"Klart: {talk.recorder.tally} i {folder}.",
                          f"Se vad som saknas: {command('check', folder)}")


def _first(interview: Interview, path: str) -> Question:
    question = interview.question_at(path)
    return replace(question, guidance="", example="", source="") if path in MATTER else question


def _scope_test(interview: Interview, folder: str) -> bool:
    """Whether to go on. A no is a result too: it is saved, with what to do instead."""
    recorder, adviser, tell = interview.talk.recorder, interview.talk.adviser, interview.talk.interviewer.tell
    paths = scope_paths(recorder.dossier.rulebook)
    if not paths:
        return True
    interview.talk.interviewer.head(scope_heading(len(paths)))
    interview.go_through(paths, lambda path: interview.question_at(path).at(f"{paths.index(path) + 1} av {len(paths)}"),
                         enough=lambda: bool(said_no(adviser.report, paths, folder)))
    if lines := said_no(adviser.report, paths, folder):
        tell("", *lines)
        return False
    if not any(is_missing(recorder.dossier, path) for path in paths):
        tell("", scope_yes(recorder.dossier.rulebook))
    return True
