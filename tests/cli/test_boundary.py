"""The error boundary: every way a command can stop has its exit code, its words and its stream."""

import errno
import io
from datetime import datetime
from pathlib import Path

import pytest
from helpers.dossiers import changed, planning
from helpers.terminal import Ran, run

from dialogcli.base.commands import set_
from dialogcli.base.findings import (
    ConflictError,
    DialogError,
    FileFault,
    InputOutputError,
    NoteKind,
    Place,
    UnreadableError,
    UsageError,
)
from dialogcli.base.screen import line
from dialogcli.checking import engine
from dialogcli.cli import check as check_command

MARCH = datetime(2025, 3, 6, 10, 42)
CANARY = "Anna i Tjärnåsa bor vid hållplatsen"


def stopped_by(
    error: BaseException, folder: Path, monkeypatch: pytest.MonkeyPatch, *options: str
) -> Ran:
    """What is said when something below the command raises this."""

    def fail(*_: object, **__: object) -> engine.Report:
        text_of_a_dossier = CANARY
        raise error from ValueError(text_of_a_dossier)

    monkeypatch.setattr(check_command, "check", fail)
    return run(["check", *options], folder, MARCH)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (DialogError("Underlaget är inte komplett."), 1),
        (UnreadableError("Filen går inte att läsa."), 3),
        (ConflictError("Filen är ändrad."), 4),
        (InputOutputError("Disken är full."), 5),
    ],
)
def test_an_expected_stop_is_told_on_stderr_with_its_exit_code(
    error: DialogError, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = stopped_by(error, planning(tmp_path), monkeypatch)
    assert (ran.exit_code, ran.out, ran.err) == (code, "", f"Stopp: {error.message}\n")


def test_hints_stand_below_with_their_own_indent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Screen 10.3: the answer is printed, since this is the only copy of it."""
    error = InputOutputError(
        "Disken D: är full. Ditt senaste svar kunde inte sparas.",
        "Alla tidigare svar är sparade. Kopiera texten härifrån:",
        "  Nämnden leder samtalen. Handläggaren för anteckningar.",
    )
    assert stopped_by(error, planning(tmp_path), monkeypatch).err == (
        "Stopp: Disken D: är full. Ditt senaste svar kunde inte sparas.\n"
        "Alla tidigare svar är sparade. Kopiera texten härifrån:\n"
        "  Nämnden leder samtalen. Handläggaren för anteckningar.\n"
    )


def test_a_hint_with_a_command_carries_the_folder_that_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = UsageError(
        "Svaret saknas.", line("Skriv så: ", set_("dossier.titel", "SVAR"), indent=2)
    )
    folder = planning(tmp_path)
    ran = stopped_by(error, folder.parent, monkeypatch, folder.name)
    assert ran.err == (
        f"Stopp: Svaret saknas.\n  Skriv så: dialog set dossier.titel SVAR --folder {folder.name}\n"
    )


def test_faults_of_files_stand_above_the_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = FileFault(
        "kolon",
        Place("dossier.yaml", 3, 8),
        "En text med kolon behöver citattecken.",
        ((NoteKind.LINE, "titel: Ja: nej"), (NoteKind.WRITE_SO, 'titel: "Ja: nej"')),
    )
    error = UnreadableError("dossier.yaml går inte att läsa.", faults=(fault,))
    assert stopped_by(error, planning(tmp_path), monkeypatch).err == (
        "Filer som inte går att läsa: 1\n"
        "  dossier.yaml: En text med kolon behöver citattecken. (dossier.yaml:3:8)\n"
        "    Raden är: titel: Ja: nej\n"
        '    Skriv så: titel: "Ja: nej"\n'
        "\n"
        "Stopp: dossier.yaml går inte att läsa.\n"
    )


def test_ctrl_c_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = stopped_by(KeyboardInterrupt(), planning(tmp_path), monkeypatch)
    assert (ran.exit_code, ran.err) == (130, "Avbrutet. Filerna i dossiern är hela.\n")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "Stopp: Disken är full."),
        (
            errno.EACCES,
            "Stopp: Du har inte rätt att öppna plan.yaml, eller så är den öppen i ett annat\nprogram.",
        ),
        (errno.EIO, "Stopp: Datorn kunde inte läsa eller skriva plan.yaml."),
    ],
)
def test_what_the_operating_system_refuses_is_no_bug(
    number: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = stopped_by(
        OSError(number, "no", "/home/karin/plan.yaml"), planning(tmp_path), monkeypatch
    )
    assert (ran.exit_code, ran.err.partition("\nInget")[0]) == (5, said)
    assert "karin" not in ran.err


def test_a_reader_that_has_had_enough_hears_nothing_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = stopped_by(BrokenPipeError(), planning(tmp_path), monkeypatch)
    assert (ran.exit_code, ran.screen) == (5, "")


def test_a_bug_is_told_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Screen 10.6."""
    ran = stopped_by(ZeroDivisionError(CANARY), planning(tmp_path), monkeypatch)
    assert (ran.exit_code, ran.out) == (70, "")
    assert ran.err == (
        "Programfel: dialog stannade på grund av ett fel i programmet.\n"
        "Det beror inte på dina svar. Filerna i dossiern är hela.\n"
        "Rapport: dialog-programfel-2025-03-06.txt. Den innehåller ingen text ur\n"
        "dossiern. Skicka den till den som sköter programmet hos er.\n"
    )


def test_the_report_of_a_bug_says_where_and_nothing_of_what_people_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = planning(tmp_path)
    changed(dossier, "dossier.yaml", "titel: Kollektivtrafik i glesbygd", f"titel: {CANARY}")
    stopped_by(KeyError(CANARY), dossier, monkeypatch, "--for", CANARY)
    report = (dossier / "dialog-programfel-2025-03-06.txt").read_text("utf-8")
    assert "dialog check" in report
    assert "ValueError" in report and "KeyError" in report  # noqa: PT018
    assert "  dialogcli/cli/check.py:" in report
    assert not [
        word for word in (CANARY, "Anna", str(tmp_path), "Kollektivtrafik") if word in report
    ]


def test_two_bugs_on_one_day_are_both_in_the_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = planning(tmp_path)
    stopped_by(ZeroDivisionError(), dossier, monkeypatch)
    stopped_by(OverflowError(), dossier, monkeypatch)
    report = (dossier / "dialog-programfel-2025-03-06.txt").read_text("utf-8")
    assert "ZeroDivisionError" in report
    assert "OverflowError" in report


def test_a_report_that_cannot_be_written_does_not_hide_the_bug(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = planning(tmp_path)
    (dossier / "dialog-programfel-2025-03-06.txt").mkdir()
    ran = stopped_by(ZeroDivisionError(), dossier, monkeypatch)
    assert ran.exit_code == 70
    assert "Rapporten kunde inte sparas här." in ran.err


def test_debug_shows_the_traceback_on_ones_own_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = stopped_by(ConflictError("Filen är ändrad."), planning(tmp_path), monkeypatch, "--debug")
    assert ran.exit_code == 4
    assert "Traceback (most recent call last):" in ran.err
    assert ran.err.endswith("Stopp: Filen är ändrad.\n")


def test_nothing_in_a_message_can_act_on_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = stopped_by(
        DialogError("Fältet \x1b]0;ägd\x07 finns inte."), planning(tmp_path), monkeypatch
    )
    assert ran.err == "Stopp: Fältet \\u001b]0;ägd\\u0007 finns inte.\n"


def test_a_closed_stdout_is_an_output_error(tmp_path: Path) -> None:
    from dialogcli.cli.boundary import run as run_boundary
    from dialogcli.terminal.console import Console
    from dialogcli.usecases.context import Context

    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(errno.ENOSPC, "no space")

    err = io.StringIO()
    code = run_boundary(
        ["check"], Context(planning(tmp_path), MARCH, Console(io.StringIO(), Full(), err))
    )
    assert code == 5
    assert err.getvalue().startswith("Stopp: Disken är full.")
