"""Tab: what a shell asks `dialog` while somebody types, and how a shell learns to ask.

The scripts and the protocol of each shell are Typer's.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from shellingham import ShellDetectionFailure, detect_shell
from typer.completion import (  # type: ignore[attr-defined]  # it imports the first and third itself
    get_completion_inspect_parameters,
    get_completion_script,
    install,
    shell_complete,
)

from dialogcli.base.characters import shown
from dialogcli.base.findings import DialogError, InputOutputError, UsageError
from dialogcli.base.screen import done, screen
from dialogcli.base.words import listed
from dialogcli.cli.app import root_command
from dialogcli.cli.global_options import COMPLETION_VARIABLE, INSTALL
from dialogcli.usecases.context import Context

POWERSHELLS = ("powershell", "pwsh")
SHELLS = ("bash", "zsh", "fish", *POWERSHELLS)
SIGNED_ONLY = ("Restricted", "AllSigned")
"""The policies under which PowerShell does not read a profile of one's own."""


def answer_shell(instruction: str, context: Context) -> int:
    """Print what Tab can fill in (`complete_bash`, `complete_zsh` ...), in the way of that shell.

    Returns 0, or 1 when there is nothing. What goes wrong is not told: it would land in the middle
    of the line that somebody is typing.
    """
    get_completion_inspect_parameters()  # makes the four shells known
    try:
        return shell_complete(
            root_command(), {"obj": context}, program(), COMPLETION_VARIABLE, instruction
        )
    except SystemExit as answered:  # fish is answered by an exit code
        return int(answered.code or 0)
    except Exception:  # noqa: BLE001  (see above)
        return 1


def set_up(option: str, words: Sequence[str], context: Context) -> None:
    """`--install-completion [SKAL]` and `--show-completion [SKAL]`. Raises UsageError when the shell
    is none of those that there are, InputOutputError when PowerShell may not be told.
    """
    shell = _shell(words)
    script = get_completion_script(
        prog_name=program(), complete_var=COMPLETION_VARIABLE, shell=shell
    )
    if option != INSTALL:
        context.console.data(f"{script}\n".encode())
        return
    if shell in POWERSHELLS:
        path = _add_to_profile(shell, script)
    else:
        path = _added_to_settings(shell)
    told = f"Tabbtangenten fyller i åt dig i {shell}, från nästa fönster. ({path})"
    context.console.show(screen(done(told)))


def _added_to_settings(shell: str) -> Path:
    """Let Typer write the script and have the settings of the shell read it. Older settings can be
    written in another encoding, which Typer does not read.
    """
    try:
        _, path = install(shell, program(), COMPLETION_VARIABLE)
    except UnicodeError as error:
        raise InputOutputError(
            f"Inställningarna för {shell} är inte skrivna som UTF-8. Inget är ändrat.",
            *_by_hand(shell),
        ) from error
    return path


def program() -> str:
    """The name that the program was started by: where another one is called `dialog`, it is
    `dialogcli`.
    """
    name = Path(sys.argv[0]).stem
    return name if name == "dialogcli" else "dialog"


def _shell(words: Sequence[str]) -> str:
    """The shell that was named, else the one that the program was started from."""
    if len(words) > 1:
        raise UsageError(f"Ordet {shown(words[1])} är ett för mycket.")
    try:
        shell = words[0] if words else detect_shell()[0]
    except ShellDetectionFailure:
        shell = ""
    if shell not in SHELLS:
        said = f"Skalet {shown(shell)} går inte." if shell else "Det syns inte vilket skal det är."
        raise UsageError(said, f"Skriv vilket: {listed(SHELLS, 'eller')}.")
    return shell


def _add_to_profile(shell: str, script: str) -> Path:
    """Add the script to PowerShell's profile. Typer would also let every script run on the computer
    from now on, without asking; that is not for us to do.
    """
    asked = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-ExecutionPolicy; $PROFILE"
    try:
        answer = subprocess.run(
            [shell, "-NoProfile", "-Command", asked], capture_output=True, check=True
        ).stdout
        policy, profile = answer.decode("utf-8-sig").split("\n")[:2]
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise InputOutputError(
            f"{shell} svarar inte. Inget är ändrat.", *_by_hand(shell)
        ) from error
    if policy.strip() in SIGNED_ONLY:
        raise DialogError(
            f"PowerShell får inte läsa egna skript här ({policy.strip()}). Inget är ändrat.",
            "Fråga dem som sköter datorn, eller tillåt det själv:",
            "  Set-ExecutionPolicy RemoteSigned -Scope CurrentUser",
        )
    path = Path(profile.strip())
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        file.seek(0)
        if script.encode() not in file.read():
            file.write(f"\n{script}\n".encode())
    return path


def _by_hand(shell: str) -> tuple[str, str]:
    return "Visa det som ska stå i profilen:", f"  dialog --show-completion {shell}"
