"""The one place that decides what a command that could not do its work looks like, and its exit
code. A bug leaves a report that holds nothing of what people wrote.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from dialogcli import __version__
from dialogcli.base.findings import DialogError, InputOutputError, UnreadableError, hint_line
from dialogcli.base.screen import Kept, Screen, Tone, broken_off, line, screen
from dialogcli.cli.global_options import COMPLETION_OPTIONS, COMPLETION_VARIABLE, parted
from dialogcli.usecases.context import Context

EXIT_CODE = 70


def crashed(error: BaseException, words: list[str], context: Context) -> int:
    """Say that dialogcli is at fault, and leave a report in the folder where the user stands."""
    saved = _saved_report(report_text(error, words, context), context)
    context.console.note(
        screen(
            [
                line(
                    Kept("Programfel", Tone.STOP),
                    ": dialog stannade på grund av ett fel i programmet.",
                ),
                line("Det beror inte på dina svar. Filerna i dossiern är hela."),
                line(saved),
            ]
        )
    )
    return EXIT_CODE


def report_text(error: BaseException, words: list[str], context: Context) -> str:
    """Versions, the command's name, and where in the code it happened.

    No values, no messages of exceptions, no names of folders: each of them could hold text from a
    dossier.
    """
    return "\n".join(
        [
            f"dialogcli {__version__}, Python {sys.version.split()[0]}, {sys.platform}",
            f"{context.now:%Y-%m-%d %H:%M}, dialog {_first_name(words)}".rstrip(),
            "",
            *_trace(error),
            "",
        ]
    )


def _trace(error: BaseException) -> Iterator[str]:
    """The frames of an exception and of those behind it, the first one first."""
    behind = error.__cause__ or error.__context__
    if behind is not None:
        yield from _trace(behind)
        yield ""
    yield type(error).__qualname__
    for frame in traceback.extract_tb(error.__traceback__)[-50:]:
        yield f"  {_inside_package(frame.filename)}:{frame.lineno} {frame.name}"


def _inside_package(file: str) -> str:
    """The end of a path: what stands before it may be somebody's name."""
    parts = Path(file).parts
    start = len(parts) - parts[::-1].index("dialogcli") - 1 if "dialogcli" in parts else -2
    return "/".join(parts[start:])


def _first_name(words: list[str]) -> str:
    """The name of the command, if it is one; everything after it may be somebody's text."""
    return words[0] if words and words[0].isascii() and words[0].isalpha() else ""


def _saved_report(text: str, context: Context) -> str:
    """Does not go through storage, which may be what failed."""
    name = f"dialog-programfel-{context.today}.txt"
    try:
        with (context.cwd / name).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError:
        return (
            "Rapporten kunde inte sparas här. Kör om kommandot med --debug och spara det som visas."
        )
    return (
        f"Rapport: {name}. Den innehåller ingen text ur dossiern. "
        "Skicka den till den som sköter programmet hos er."
    )


INTERRUPTED = 130


def run(words: Sequence[str], context: Context) -> int:
    """Carry out one command line; returns the exit code and raises nothing."""
    if asked := os.environ.get(COMPLETION_VARIABLE):
        from dialogcli.cli.completion import answer_shell

        return answer_shell(asked, context)
    options, rest = parted(words)
    context = context.asked_for(plain="--plain" in options, debug="--debug" in options)
    try:
        if "--version" in options:
            context.console.show(screen(line(f"dialogcli {__version__}")))
        elif not rest:
            return _home(context)
        elif rest[0] in COMPLETION_OPTIONS:
            from dialogcli.cli.completion import set_up

            set_up(rest[0], rest[1:], context)
        else:
            return _carry_out(rest, context)
        return 0
    except KeyboardInterrupt:
        context.console.note(screen(broken_off("Filerna i dossiern är hela.")))
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the output has had enough (`dialog check | head`)
        return InputOutputError.exit_code
    except Exception as error:  # noqa: BLE001  (the boundary: beyond it there is only Python's own traceback)
        return _failed(error, rest, context)


def _home(context: Context) -> int:
    """`dialog` alone; what is chosen there is carried out like any command line."""
    from dialogcli.usecases.home import home

    return home(context, lambda words: run(words, context))


def _carry_out(words: list[str], context: Context) -> int:
    import typer

    from dialogcli.cli.app import root_command

    try:
        with root_command().make_context("dialog", words, obj=context) as ctx:
            return int(ctx.command.invoke(ctx) or 0)
    except typer.Exit as done:
        return done.exit_code


def _failed(error: Exception, words: list[str], context: Context) -> int:
    if context.debug:
        trace = "".join(traceback.format_exception(error)).splitlines()
        context.console.note(screen([line(Kept(one)) for one in trace]))
    if isinstance(error, OSError):
        from dialogcli.disk.atomic import unforeseen

        error = unforeseen(error)
    if isinstance(error, DialogError):
        context.console.note(stop_screen(error))
        return error.exit_code

    return crashed(error, words, context)


def stop_screen(error: DialogError) -> Screen:
    """`Stopp: ` and what else the error has to say, after the faults of the files that could not be
    read.
    """
    stop = [line(Kept("Stopp", Tone.STOP), f": {error.message}"), *map(hint_line, error.hints)]
    if not isinstance(error, UnreadableError) or not error.faults:
        return screen(stop)
    from dialogcli.screens.findings import faults_items

    return screen(faults_items(error.faults), stop)
