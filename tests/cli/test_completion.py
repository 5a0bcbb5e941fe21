"""Tab: each shell is answered in its own protocol, and the real shell fills in what it is told."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from helpers.dossiers import SAMPLE
from helpers.terminal import run

ROOT = SAMPLE.parent
COMMANDS = (
    "new fill add set methods budget deadlines check status list render agenda decide stop verify templates"
    " rules"
)
ALWAYS = "--help --plain --version --debug"


class Shell:
    """Asks `dialog` as a shell does: by the environment, and without any words."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch = monkeypatch
        self.capsys = capsys

    def asks(self, name: str, folder: Path, **environ: str) -> tuple[int, str]:
        """The exit code, and what is printed."""
        with self.monkeypatch.context() as patch:
            patch.setenv("_DIALOG_COMPLETE", f"complete_{name}")
            for variable, value in environ.items():
                patch.setenv(variable, value)
            ran = run([], folder)
        assert (ran.out, ran.err) == ("", "")
        printed = self.capsys.readouterr()
        assert printed.err == ""
        return ran.exit_code, printed.out.strip()

    def bash(self, line: str, folder: Path = SAMPLE) -> str:
        """The words that Tab offers at the end of a line, in one line."""
        last = str(len(line.split(" ")) - 1)
        _, printed = self.asks("bash", folder, COMP_WORDS=line, COMP_CWORD=last)
        return " ".join(printed.split())


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(monkeypatch, capsys)


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("dialog ", COMMANDS),
        ("dialog re", "render"),
        ("dialog rules ", "list show coverage new check test survey diff upgrade"),
        ("dialog methods s", "show suggest"),
        ("dialog --", f"--install-completion --show-completion {ALWAYS}"),
        ("dialog rules --", ALWAYS),
        ("dialog check --", f"--for --upcoming --format {ALWAYS}"),
        ("dialog check --upcoming --f", "--for --format"),
        ("dialog check --format ", "text json"),
        ("dialog list --format c", "csv"),
        ("dialog --plain check --format ", "text json"),
        ("dialog new --rulebook ", "allman hagfors norrbotten varmland sandviken"),
        ("dialog rules test h", "hagfors"),
        (
            "dialog check --for ",
            "presidiets-beslut handlingsplan kommunikationsplan beslut-i-sakfrågan",
        ),
        ("dialog decide h", "handlingsplan"),
        ("dialog decide --m", "--motivation --motion"),
        ("dialog decide --y", ""),
        ("dialog fill --section r", "risker resurser resultat"),
        ("dialog render h", "handlingsplan"),
        ("dialog methods show wor", "worldcafe"),
    ],
)
def test_tab_offers(line: str, offered: str, shell: Shell) -> None:
    assert shell.bash(line) == offered


@pytest.mark.parametrize(
    "line", ["dialog nix ", "dialog set ", "dialog rules nix --", "dialog a b"]
)
def test_files_are_left_to_the_shell_where_dialog_knows_nothing(line: str, shell: Shell) -> None:
    assert shell.bash(line) == ""


@pytest.mark.parametrize("line", ["fill sample-dossier --section ris", "fill --section ris"])
def test_the_dossier_is_the_one_on_the_line(line: str, shell: Shell, tmp_path: Path) -> None:
    """Also the only one below the folder, where none is named."""
    shutil.copytree(SAMPLE, tmp_path / SAMPLE.name)
    assert shell.bash(f"dialog {line}", tmp_path) == "risker"
    assert shell.bash(f"dialog render --folder {SAMPLE} hand", tmp_path) == "handlingsplan"


def test_zsh_is_told_what_each_word_means(shell: Shell) -> None:
    told = (
        '_arguments \'*: :(("render":"Skapa Word-handlingar"\n'
        '"rules":"Läs, kontrollera och jämför regelverk"))\''
    )
    assert shell.asks("zsh", SAMPLE, _TYPER_COMPLETE_ARGS="dialog r") == (0, told)
    assert shell.asks("zsh", SAMPLE, _TYPER_COMPLETE_ARGS="dialog set ") == (0, "_files")


def test_fish_asks_twice_whether_and_what(shell: Shell) -> None:
    def fish(line: str, action: str) -> tuple[int, str]:
        return shell.asks(
            "fish", SAMPLE, _TYPER_COMPLETE_ARGS=line, _TYPER_COMPLETE_FISH_ACTION=action
        )

    assert fish("dialog stat", "is-args") == (0, "")
    assert fish("dialog set ", "is-args") == (1, "")
    told = "status\tSe läget, nästa beslut och viktiga datum"
    assert fish("dialog stat", "get-args") == (0, told)


@pytest.mark.parametrize("name", ["powershell", "pwsh"])
def test_powershell_is_told_what_each_word_means(name: str, shell: Shell) -> None:
    told = "--for:::kontrollera underlaget för ett visst beslut\n--format:::text eller json"
    assert shell.asks(
        name,
        SAMPLE,
        _TYPER_COMPLETE_ARGS="dialog check --fo",
        _TYPER_COMPLETE_WORD_TO_COMPLETE="--fo",
    ) == (0, told)


def test_no_text_of_a_rulebook_acts_on_the_shell(tmp_path: Path, shell: Shell) -> None:
    for name in ("lillby", "$(id)", "a;b"):
        own = tmp_path / "regelverk" / name / "rulebook.yaml"
        own.parent.mkdir(parents=True)
        own.write_text("organisation: Lillby \\$(id)`id`'\";id\n", encoding="utf-8")
    _, told = shell.asks("zsh", tmp_path, _TYPER_COMPLETE_ARGS="dialog new --rulebook ")
    assert '"lillby":"Lillby (id)idid"' in told
    assert "$" not in told
    assert ";" not in told


def test_a_fault_says_nothing_in_the_middle_of_a_line(tmp_path: Path, shell: Shell) -> None:
    (tmp_path / "dossier.yaml").write_text("regelverk: [", encoding="utf-8")
    asked = {"COMP_WORDS": "dialog render ", "COMP_CWORD": "2"}
    assert shell.asks("bash", tmp_path, **asked) == (1, "")
    assert [path.name for path in tmp_path.iterdir()] == ["dossier.yaml"]


# --- how a shell learns to ask


@pytest.mark.parametrize(
    ("name", "asks"),
    [
        ("bash", "complete -o default -F _dialog_completion dialog"),
        ("zsh", "#compdef dialog"),
        ("fish", "complete --command dialog"),
        ("powershell", "Register-ArgumentCompleter -Native -CommandName dialog"),
        ("pwsh", "Register-ArgumentCompleter -Native -CommandName dialog"),
    ],
)
def test_the_script_of_each_shell_is_shown(name: str, asks: str, tmp_path: Path) -> None:
    ran = run(["--show-completion", name], tmp_path)
    assert (ran.exit_code, ran.err) == (0, "")
    assert asks in ran.out


def test_where_another_program_is_called_dialog_ours_is_dialogcli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["/usr/local/bin/dialogcli", "--show-completion"])
    told = run(["--show-completion", "bash"], tmp_path).out
    assert told.endswith("complete -o default -F _dialogcli_completion dialogcli\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["tcsh"],
            "Stopp: Skalet tcsh går inte.\nSkriv vilket: bash, zsh, fish, powershell eller pwsh.\n",
        ),
        (["bash", "zsh"], "Stopp: Ordet zsh är ett för mycket.\n"),
    ],
)
def test_a_shell_that_there_is_not(words: list[str], said: str, tmp_path: Path) -> None:
    for option in ("--install-completion", "--show-completion"):
        assert run([option, *words], tmp_path).err == said


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


def installed(home: Path, name: str) -> str:
    """What is said, without its line breaks: where they fall is due to the name of the folder."""
    return " ".join(run(["--install-completion", name], home).screen.split())


@pytest.mark.parametrize(
    ("name", "script", "settings"),
    [
        ("bash", ".bash_completions/dialog.sh", ".bashrc"),
        ("zsh", ".zfunc/_dialog", ".zshrc"),
        ("fish", ".config/fish/completions/dialog.fish", ""),
    ],
)
def test_a_shell_is_set_up_and_its_settings_are_kept(
    name: str, script: str, settings: str, home: Path
) -> None:
    if settings:
        (home / settings).write_text("alias d=dialog\n", encoding="utf-8")
    said = f"Klart: Tabbtangenten fyller i åt dig i {name}, från nästa fönster. ({home / script})"
    assert installed(home, name) == said
    assert (home / script).read_text(encoding="utf-8").strip() == (
        run(["--show-completion", name], home).out.strip()
    )
    if settings:
        once = (home / settings).read_text(encoding="utf-8").split()
        assert once[:2] == ["alias", "d=dialog"]
        assert installed(home, name) == said
        assert (home / settings).read_text(encoding="utf-8").split() == once


def test_settings_in_an_older_encoding_are_left_as_they_are(home: Path) -> None:
    (home / ".bashrc").write_bytes(b"# p\xe5minnelser\n")
    ran = run(["--install-completion", "bash"], home)
    assert (ran.exit_code, ran.screen) == (
        5,
        "Stopp: Inställningarna för bash är inte skrivna som UTF-8. Inget är ändrat.\n"
        "Visa det som ska stå i profilen:\n"
        "  dialog --show-completion bash\n",
    )
    assert [path.name for path in home.iterdir()] == [".bashrc"]
    assert (home / ".bashrc").read_bytes() == b"# p\xe5minnelser\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the PowerShell here is a script of sh")
class TestPowerShell:
    """A stand-in for PowerShell, which answers what it is asked about itself."""

    def answering(self, home: Path, policy: str, monkeypatch: pytest.MonkeyPatch) -> Path:
        profile = home / "Dokument" / "PowerShell" / "profile.ps1"
        program = home / "bin" / "pwsh"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\nprintf '%s\\r\\n' '{policy}' '{profile}'\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(program.parent))
        return profile

    def test_its_profile_gets_the_script_once(
        self, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        profile = self.answering(home, "RemoteSigned", monkeypatch)
        said = f"Klart: Tabbtangenten fyller i åt dig i pwsh, från nästa fönster. ({profile})"
        assert installed(home, "pwsh") == installed(home, "pwsh") == said
        assert profile.read_text().strip() == run(["--show-completion", "pwsh"], home).out.strip()

    def test_where_it_reads_no_profile_nothing_is_changed(
        self, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        profile = self.answering(home, "Restricted", monkeypatch)
        assert run(["--install-completion", "pwsh"], home).screen == (
            "Stopp: PowerShell får inte läsa egna skript här (Restricted). Inget är ändrat.\n"
            "Fråga dem som sköter datorn, eller tillåt det själv:\n"
            "  Set-ExecutionPolicy RemoteSigned -Scope CurrentUser\n"
        )
        assert not profile.exists()

    def test_one_that_does_not_answer(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", str(home))
        assert run(["--install-completion", "pwsh"], home).screen == (
            "Stopp: pwsh svarar inte. Inget är ändrat.\n"
            "Visa det som ska stå i profilen:\n"
            "  dialog --show-completion pwsh\n"
        )


# --- the shells themselves

START: Mapping[str, list[str]] = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
}


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder with a `dialog` to run."""
    dialog = tmp_path / "bin" / "dialog"
    dialog.parent.mkdir()
    dialog.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dialogcli "$@"\n')
    dialog.chmod(0o755)
    return dialog.parent


def surroundings(program: Path) -> dict[str, str]:
    path = f"{program}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(program)}


def needs(name: str) -> pytest.MarkDecorator:
    found = shutil.which(name) and sys.platform != "win32"
    return pytest.mark.skipif(not found, reason=f"{name} is not installed here")


@pytest.mark.parametrize("name", [pytest.param(one, marks=needs(one)) for one in START])
def test_the_shell_fills_in_what_is_begun(name: str, program: Path, tmp_path: Path) -> None:
    import pexpect

    script = tmp_path / "script"
    script.write_text(run(["--show-completion", name], tmp_path).out, encoding="utf-8")
    shell = pexpect.spawn(
        name,
        START[name],
        env=surroundings(program) | {"TERM": "dumb", "PS1": "> "},
        cwd=str(SAMPLE),
        encoding="utf-8",
        timeout=60,
    )
    try:
        begin = "autoload -Uz compinit; compinit -D; " if name == "zsh" else ""
        shell.sendline(f"{begin}source '{script}'; echo re''ady")
        shell.expect("ready")
        shell.send("dialog check --for ha\t")
        shell.expect("handlingsplan")
        shell.send("--upc\t")
        shell.expect("--upcoming")
    finally:
        shell.close(force=True)


@needs("fish")
def test_fish_fills_in_what_is_begun(program: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.fish"
    script.write_text(run(["--show-completion", "fish"], tmp_path).out, encoding="utf-8")

    def tab(line: str) -> list[str]:
        done = subprocess.run(
            ["fish", "--no-config", "-c", f"source '{script}'; complete -C '{line}'"],
            cwd=SAMPLE,
            env=surroundings(program),
            capture_output=True,
            check=True,
            timeout=60,
        )
        return done.stdout.decode().splitlines()

    assert tab("dialog stat") == ["status\tSe läget, nästa beslut och viktiga datum"]
    assert tab("dialog check --for ha") == ["handlingsplan\tBeslut om handlingsplan"]
