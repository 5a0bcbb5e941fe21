"""The interview of `dialog new`: the folder first, so that it exists, whole, before any answer
could be lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dialogcli.base.commands import fill
from dialogcli.base.findings import ConflictError
from dialogcli.base.screen import Line, broken_off, done, in_folder, line, screen
from dialogcli.base.words import count, listed
from dialogcli.disk.folders import create_folder, holds, remove_folder
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Dossier
from dialogcli.interview.chapters import is_missing
from dialogcli.interview.question import MATTER, Question
from dialogcli.interview.question_screens import sentences
from dialogcli.interview.scope import scope_heading, scope_paths, scope_yes
from dialogcli.interview.signs import ASK_HELP, GO_BACK, LATER, STOP, Sign, told
from dialogcli.rulebook.loader import available_rulebooks
from dialogcli.rulebook.model import IDENTITY, Rulebook
from dialogcli.scaffold.new_dossier import (
    MARKED,
    folder_name,
    new_dossier,
    paths_to_review,
    reusable,
)
from dialogcli.usecases.context import Context
from dialogcli.usecases.interview.conversation import Adviser, Conversation
from dialogcli.usecases.interview.opening import Opening
from dialogcli.usecases.interview.questions import (
    coming_chapters,
    interrupted,
    interviewer,
)
from dialogcli.usecases.interview.recorder import Recorder, as_typed
from dialogcli.usecases.interview.session import Interview
from dialogcli.usecases.interview.sharing import sharing
from dialogcli.usecases.interview.whole import said_no
from dialogcli.usecases.last_line import tell_next
from dialogcli.yamltext.nodes import Plain


@dataclass(frozen=True, slots=True)
class NewDossierWish:
    """What was said on the command line or in an answers file; '' and () for what was not."""

    rulebook: str = ""
    title: str = ""
    dnr: tuple[str, ...] = ()
    folder: str = ""
    source: Dossier | None = None
    """Another dossier, what can be reused of which is taken over."""

    @property
    def missing(self) -> list[str]:
        """The options that a folder cannot be made without."""
        needed = {
            "--rulebook (regelverkets namn)": self.rulebook,
            "--title (ärendets titel)": self.title,
        }
        return [option for option, value in needed.items() if not value]


def create_dossier(context: Context, rulebook: Rulebook, wanted: NewDossierWish) -> Path:
    """Create the folder, whole or not at all, and say so. Raises ConflictError when it exists,
    InputOutputError.
    """
    name = wanted.folder or folder_name(wanted.title, context.today)
    try:
        create_folder(context.cwd / name, _files(rulebook, wanted))
    except ConflictError as error:
        raise ConflictError(
            error.message,
            line("Fortsätt med den: ", in_folder(fill(), name)),
            "Eller välj ett annat namn: --folder MAPP",
        ) from error
    said = [done(f"Mappen {name} är skapad.")]
    if wanted.source and (number := len(paths_to_review(reusable(wanted.source, rulebook)))):
        copied = count(number, "svar är kopierat", "svar är kopierade")
        said.append(line(f"{copied}. Granska dem ett och ett: Enter = behåll."))
    context.console.show(screen(said))
    return context.cwd / name


def in_memory(rulebook: Rulebook, wanted: NewDossierWish) -> Dossier:
    """The dossier that would be created, without a folder."""
    texts = _files(rulebook, wanted)
    return build_dossier(
        rulebook,
        {
            name: text
            for name, text in texts.items()
            if isinstance(text, str) and name.endswith(".yaml")
        },
    )


def known_rulebooks(context: Context) -> str:
    return f"Regelverk som finns: {listed(id_ for id_, _ in available_rulebooks(context.cwd))}"


def _files(rulebook: Rulebook, wanted: NewDossierWish) -> dict[str, str | bytes]:
    reused = reusable(wanted.source, rulebook) if wanted.source else {}
    given: dict[str, Plain] = {"titel": wanted.title, **reused.get(IDENTITY, {})}
    if wanted.dnr:
        given["dnr"] = list(wanted.dnr)
    if reused:
        given[MARKED] = paths_to_review(reused)
    return new_dossier(rulebook, given, reused)


BEGIN = "Varje svar sparas direkt."


def begin(context: Context, wanted: NewDossierWish) -> int:
    """Ask what is missing for a folder, create it, and go on with the first questions. Returns the
    exit code.
    """
    asking = interviewer(context)
    opening = Opening(context, asking, wanted.rulebook, wanted.title)
    stopped = Stopped()
    try:
        asking.tell(line(f"{BEGIN} ", told(ASK_HELP, GO_BACK, STOP, end=".")))
        while True:
            rulebook, title = opening.ask()
            named = replace(wanted, title=title)
            path = create_dossier(context, rulebook, named)
            stopped.recorder, stopped.folder = None, wanted.folder or path.name
            files = _files(rulebook, named)
            if _asked(opening, stopped, path, files):
                tell_next(context, path)
                return 0
            remove_folder(path, files)
            stopped.recorder, context.console.folder = None, ""
            asking.gap()
            asking.tell(f"Mappen {stopped.folder} är borttagen igen.")
    except (KeyboardInterrupt, EOFError):
        return interrupted(context, *stopped_lines(stopped.recorder, stopped.folder))


@dataclass(slots=True)
class Stopped:
    """What there is when somebody presses Ctrl-C."""

    recorder: Recorder | None = None
    folder: str = ""


def _asked(
    opening: Opening, stopped: Stopped, path: Path, files: Mapping[str, str | bytes]
) -> bool:
    """Ask the first questions of a dossier; whether that is done. Not when somebody goes back to what
    comes before the folder, which is possible as long as it has nothing but the `files` it was made
    with.
    """
    context = opening.context
    recorder = stopped.recorder = Recorder.open(path)
    with sharing(context, recorder, "dialog new"):
        context.console.folder = stopped.folder
        interview = Interview(
            Conversation(opening.asking, recorder, Adviser(recorder, context.today)), _length
        )

        def may_leave() -> bool:
            return opening.asks and holds(path, files)

        return _first_questions(interview, stopped.folder, may_leave) is not Sign.BACK


def _length(_question: Question, value: Plain) -> str:
    """How much of a longer text was saved: in an editor it was out of sight. Of other answers
    nothing is said here.
    """
    number = sentences(value)
    return f"Sparat: {number} meningar." if number > 1 else ""


def stopped_lines(recorder: Recorder | None, folder: str) -> list[Line]:
    """What state the work is in after Ctrl-C, and how to go on."""
    if recorder is None:
        return [broken_off("Inget är skapat.")]
    where = f" i {folder}" if folder else ""
    said = [broken_off(f"{recorder.tally if recorder.saved else 'Inget är ändrat'}{where}.")]
    if recorder.unsaved:
        said = [broken_off("Svaret är inte sparat:"), line(as_typed(recorder.unsaved), indent=2)]
    return [*said, line("Fortsätt: ", fill())]


def _first_questions(
    interview: Interview, folder: str, may_leave: Callable[[], bool]
) -> Sign | None:
    """The scope test, and after a yes the rest; back from there leads to its last question again.
    Sign.BACK from the very first, where `may_leave` says so.
    """
    backwards = False
    while (test := _scope_test(interview, backwards, may_leave)) is None:
        tested = bool(scope_paths(interview.talk.recorder.dossier.rulebook))
        if _the_rest(interview, folder, (lambda: True) if tested else may_leave) is not Sign.BACK:
            return None
        if not tested:
            return Sign.BACK
        backwards = True
    return Sign.BACK if test is Sign.BACK else None


def _the_rest(interview: Interview, folder: str, leave: Callable[[], bool]) -> Sign | None:
    talk = interview.talk
    chapters = coming_chapters(talk.adviser.report)
    tested = scope_paths(talk.recorder.dossier.rulebook)
    rest = [
        path
        for chapter in chapters
        if chapter.form.id != IDENTITY
        for path in chapter.paths
        if path not in tested
    ]
    paths = (*MATTER, *rest)
    number = count(len(paths), "fråga", "frågor")
    talk.interviewer.gap()
    talk.interviewer.tell(line(f"{number} om ärendet återstår. ", told(LATER, end=".")))
    if (
        interview.go_through(paths, lambda path: _numbered(interview, paths, path), leave=leave)
        is Sign.BACK
    ):
        return Sign.BACK
    saved = (
        f"{talk.recorder.tally} i {folder}"
        if talk.recorder.saved
        else "Frågorna finns kvar att svara på"
    )
    talk.interviewer.gap()
    talk.interviewer.tell(done(f"{saved}."))
    return None


def _numbered(interview: Interview, paths: Sequence[str], path: str) -> Question:
    question = interview.question_at(path).numbered(paths.index(path) + 1, len(paths))
    return replace(question, guidance="", example="", source="") if path in MATTER else question


def _scope_test(
    interview: Interview, backwards: bool, leave: Callable[[], bool]
) -> Sign | bool | None:
    """None to go on, Sign.BACK from the first question; False for a no, which is a result too: it is
    saved, with what to do instead.
    """
    talk = interview.talk
    recorder, adviser, asking = talk.recorder, talk.adviser, talk.interviewer
    paths = scope_paths(recorder.dossier.rulebook)
    if not paths:
        return None
    asking.head(scope_heading(len(paths)))
    sign = interview.go_through(
        paths,
        lambda path: _numbered(interview, paths, path),
        start=len(paths) - 1 if backwards else None,
        enough=lambda: bool(said_no(adviser.report, paths)),
        leave=leave,
    )
    if sign is Sign.BACK:
        return sign
    if lines := said_no(adviser.report, paths):
        asking.gap()
        asking.tell(*lines)
        return False
    if not any(is_missing(recorder.dossier, path) for path in paths):
        asking.gap()
        asking.tell(scope_yes(recorder.dossier.rulebook))
    return None
