"""The person's own text editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dialogcli.base.findings import UsageError
from dialogcli.terminal.text_editor import BELOW, edited, editor_command, how_to_leave

EDITOR = {"EDITOR": "redigera"}


def writing(text: str) -> Callable[[Sequence[str]], int]:
    """An editor that saves this text."""

    def run(command: Sequence[str]) -> int:
        Path(command[-1]).write_bytes(text.encode())
        return 0

    return run


def test_what_was_saved_comes_back_with_line_ends_of_one_kind() -> None:
    assert (
        edited("", "", EDITOR, writing("Barn åker buss.\r\nDe svarar.\r\n"))
        == "Barn åker buss.\nDe svarar."
    )


def test_the_text_there_was_is_in_the_file() -> None:
    seen: list[str] = []
    run = lambda command: seen.append(Path(command[-1]).read_text("utf-8")) or 0  # noqa: E731
    assert edited("Som förr", "", EDITOR, run) is None
    assert seen == ["Som förr"]


def test_an_editor_with_a_window_of_its_own_returns_at_once_so_we_wait() -> None:
    files: list[Path] = []
    answer = edited(
        "",
        "",
        EDITOR,
        lambda command: files.append(Path(command[-1])) or 0,
        wait=lambda: files[0].write_text("Skrivet efteråt", "utf-8"),
    )
    assert answer == "Skrivet efteråt"


def test_the_file_is_gone_afterwards() -> None:
    files: list[Path] = []
    edited("hemligt", "", EDITOR, lambda command: files.append(Path(command[-1])) or 0)
    assert not files[0].parent.exists()


def test_a_byte_order_mark_and_an_older_encoding_are_understood() -> None:
    assert edited("", "", EDITOR, writing("\ufeffÅr 2027")) == "År 2027"
    assert (
        edited("", "", EDITOR, lambda command: Path(command[-1]).write_bytes("År".encode("cp1252")))
        == "År"
    )


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"VISUAL": "code --wait", "EDITOR": "vi"}, ["code", "--wait"]),
        ({"DIALOG_EDITOR": "'/opt/min editor/e' -n", "VISUAL": "vi"}, ["/opt/min editor/e", "-n"]),
        ({"VISUAL": " ", "EDITOR": "vi; rm x"}, ["vi;", "rm", "x"]),
    ],
)
def test_the_setting_is_split_into_words_and_never_read_by_a_shell(
    environ: dict[str, str], words: list[str]
) -> None:
    assert editor_command(environ) == words


def test_an_editor_that_cannot_be_started_is_told_and_nothing_is_lost() -> None:
    with pytest.raises(UsageError) as stop:
        edited("", "", {"EDITOR": "/finns/inte"})
    assert stop.value.message == "Textredigeraren /finns/inte går inte att starta."
    assert stop.value.hints == ("Skriv svaret direkt efter frågan.",)


def test_the_question_stands_above_a_line_and_only_what_is_below_it_is_the_answer() -> None:
    def answer(command: Sequence[str]) -> int:
        file = Path(command[-1])
        assert file.read_text("utf-8") == f"Hur når ni barnen?\n\n{BELOW}\nI skolan."
        file.write_text(f"{file.read_text('utf-8')} Och på fritids.\n", "utf-8")
        return 0

    assert edited("I skolan.", "Hur når ni barnen?", EDITOR, answer) == "I skolan. Och på fritids."
    assert edited("I skolan.", "Hur når ni barnen?", EDITOR, lambda _: 0) is None


def test_who_takes_the_line_away_too_has_written_the_whole() -> None:
    assert edited("", "Hur når ni barnen?", EDITOR, writing("I skolan.")) == "I skolan."


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("vim -n", "I vim: tryck Esc, skriv :wq och tryck Enter."),
        ("/usr/bin/nano", "I nano: Ctrl-O och Enter sparar, Ctrl-X stänger."),
        ("kate --block", ""),
    ],
)
def test_how_an_editor_without_menus_is_left(editor: str, said: str) -> None:
    assert how_to_leave({"DIALOG_EDITOR": editor}) == said
