"""The one place that decides what a command that could not do its work looks like, and its exit
code.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence

from dialogcli import __version__
from dialogcli.cli.global_options import COMPLETION_OPTIONS, COMPLETION_VARIABLE, parted
from dialogcli.cli.help import start_screen
from dialogcli.desk.context import Context
from dialogcli.model.errors import DialogError, InputOutputError, UnreadableError, hint_line
from dialogcli.model.screen import Kept, Screen, Tone, broken_off, line, screen

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
            context.console.show(start_screen())
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
        from dialogcli.storage.refusals import unforeseen

        error = unforeseen(error)
    if isinstance(error, DialogError):
        context.console.note(stop_screen(error))
        return error.exit_code
    from dialogcli.cli.crash import crashed

    return crashed(error, words, context)


def stop_screen(error: DialogError) -> Screen:
    """`Stopp: ` and what else the error has to say, after the faults of the files that could not be
    read.
    """
    stop = [line(Kept("Stopp", Tone.STOP), f": {error.message}"), *map(hint_line, error.hints)]
    if not isinstance(error, UnreadableError) or not error.faults:
        return screen(stop)
    from dialogcli.reports.faults import faults_items

    return screen(faults_items(error.faults), stop)
