"""Lists to move in with arrows or numbers, and lines with an editor: questionary's own questions, in
our words and with our keys.

While something is asked questionary draws it; then that is erased, and the same stays on the screen
as where lines are all that a console can do. Whatever is typed that a list has no use for (a sign, a
word, letters to search by) is gone on with on a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from questionary import Choice, Question, Style, autocomplete, checkbox, confirm, select, text
from questionary.prompts.common import InquirerControl

from dialogcli.base.characters import harmless
from dialogcli.base.screen import Item, screen
from dialogcli.terminal import colour
from dialogcli.terminal.askers.lines import Choices
from dialogcli.terminal.console import Console
from dialogcli.terminal.render import Medium, folded, rendered

if TYPE_CHECKING:
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document
    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.output import Output

MOST_ROWS = 9
"""More choices than there are figures are searched among on a line."""

MENU_LINES = 6
"""The most lines that are kept free below a line for the choices that match the letters typed."""

CHOOSING = "pilar eller nummer, sedan Enter"
TICKING = "blanksteg eller nummer kryssar, sedan Enter"

_POINTER_AND_KEY = 6
"""Columns before a label in a list: ` > 1) `."""

_POINTER_AND_TICK = 5
"""Columns before `1) ` and a label where choices are ticked."""

_CLASSES = ("qmark", "question", "answer", "pointer", "selected", "highlighted", "instruction")


class _Begun(NamedTuple):
    """What was typed at a list that is no row of it: the beginning of a line."""

    text: str


@dataclass(slots=True)
class ScreenAsker:
    """Asks on a terminal that can move its cursor; `input` and `output` are else those of the
    process.
    """

    console: Console
    input: Input | None = None
    output: Output | None = None
    line_by_line: bool = False

    def write(self, prompt: str, long: bool = False, begun: str = "") -> str:
        asked = text(_message(prompt), default=begun, **self._line)
        return self._answered(prompt, lambda: _lines(asked.unsafe_ask(), long))

    def choose(self, prompt: str, choices: Choices) -> str:
        if len(choices.labels) > MOST_ROWS or not choices.enter:
            return self._written(prompt, choices)
        rows = [
            Choice(self._fitting(label, _POINTER_AND_KEY), str(number), shortcut_key=str(number))
            for number, label in enumerate(choices.labels, 1)
        ]
        rows.append(Choice(choices.enter, "", shortcut_key="0"))
        asked = select(
            self._above(choices.heading or prompt, choices.beside, CHOOSING),
            rows,
            default=rows[-1],
            pointer=">",
            instruction=" ",
            use_shortcuts=True,
            use_jk_keys=False,
            use_emacs_keys=False,
            **self._drawing,
        )
        return self._listed(prompt, choices, asked, _at_a_list(_rows(asked)))

    def choose_many(self, prompt: str, choices: Choices) -> str:
        if len(choices.labels) > MOST_ROWS or not self._shows_ticks:
            return self._written(prompt, choices)
        rows = [
            Choice(
                self._fitting(f"{number}) {label}", _POINTER_AND_TICK, len("1) ")),
                str(number),
                checked=number in choices.ticked,
            )
            for number, label in enumerate(choices.labels, 1)
        ]
        asked = checkbox(
            self._above(choices.heading or prompt, choices.beside, TICKING),
            rows,
            pointer=">",
            instruction="",
            use_jk_keys=False,
            use_emacs_keys=False,
            **self._drawing,
        )
        return self._listed(prompt, choices, asked, _at_ticks(_rows(asked)))

    def confirm(self, prompt: str) -> bool:
        asked = confirm(_message(prompt), instruction="", **self._line)
        _add(asked, _yes_or_no())
        return self._answered(prompt, asked.unsafe_ask) == "j"

    def _listed(self, prompt: str, choices: Choices, asked: Question, keys: KeyBindings) -> str:
        """What is chosen from a list that is drawn, or written when the line is taken instead."""
        _add(asked, keys)
        try:
            given = asked.unsafe_ask()
        except (KeyboardInterrupt, EOFError):
            print(prompt, file=self.console.stdout, flush=True)
            raise
        if isinstance(given, _Begun):
            return self._written(prompt, choices, given.text)
        self._tell(choices)
        if isinstance(given, list):
            ticked = [str(number) for number in choices.ticked]
            given = "" if given == ticked else " ".join(given)
        return self._answered(prompt, lambda: str(given))

    def _written(self, prompt: str, choices: Choices, begun: str = "") -> str:
        """A line, below the choices and with those to be found that match the letters on it."""
        self._tell(choices)
        asked = autocomplete(
            _message(prompt),
            [*choices.labels],
            default=begun,
            completer=by_letters(choices.labels),
            complete_while_typing=True,
            key_bindings=picking(choices.labels),
            reserve_space_for_menu=min(len(choices.labels), MENU_LINES),
            **self._line,
        )
        return self._answered(prompt, lambda: _lines(asked.unsafe_ask(), long=False))

    def _answered(self, prompt: str, ask: Callable[[], str]) -> str:
        """Ask, and leave the prompt with its answer on the screen; without one when it is stopped."""
        typed = ""
        try:
            typed = ask()
        finally:
            shown = colour.bold(prompt.rstrip()) + " " if self.console.paints else prompt
            print(f"{shown}{harmless(typed)}", file=self.console.stdout, flush=True)
        return typed

    def _tell(self, choices: Choices) -> None:
        if told := choices.told:
            self.console.show(told)

    def _above(self, prompt: str, beside: Sequence[Item], keys: str) -> str:
        """What stands above a list: what else there is to know, what is asked, and how to answer."""
        indent = len(prompt) - len(prompt.lstrip())
        asked = folded(f"{prompt.strip()} {keys}", self.console.columns, indent, indent)
        above = [rendered(screen(beside), Medium(self.console.columns))] if beside else []
        return _message("\n".join([*above, *asked]))

    def _fitting(self, label: str, left: int, hang: int = 0) -> str:
        """A label in lines that are not wider than the window, which would cut them; `left` of it
        is taken by what questionary draws before the first.
        """
        return f"\n{' ' * left}".join(folded(label, self.console.columns - left, hang=hang))

    @property
    def _drawing(self) -> dict[str, Any]:
        """How every question is drawn, and read: without colours of questionary's own."""
        return {
            "qmark": "",
            "style": Style([(name, "noinherit") for name in _CLASSES]),
            "input": self.input,
            "output": self.output,
            "erase_when_done": True,
        }

    @property
    def _line(self) -> dict[str, Any]:
        """The same for what is one line, with its prompt bold where the console can."""
        if not self.console.paints:
            return self._drawing
        classes = [(name, "noinherit") for name in _CLASSES]
        return {**self._drawing, "style": Style([*classes, ("question", "bold")])}

    @property
    def _shows_ticks(self) -> bool:
        """Whether the code page has the ticks that questionary draws."""
        try:
            "●○".encode(self.console.stdout.encoding or "utf-8")
        except UnicodeEncodeError:
            return False
        return True


def by_letters(labels: Sequence[str]) -> Completer:
    """Finds a choice by the letters in it and leaves its number on the line."""
    from prompt_toolkit.completion import Completer, Completion

    class ByLetters(Completer):
        def get_completions(
            self,
            document: Document,
            complete_event: CompleteEvent,  # noqa: ARG002
        ) -> Iterator[Completion]:
            typed = document.text.lower()
            for number, label in enumerate(labels, 1):
                if typed in label.lower() and not typed.isdigit():
                    yield Completion(str(number), -len(document.text), display=f"{number}  {label}")

    return ByLetters()


def picking(labels: Sequence[str]) -> KeyBindings:
    """Enter after letters that only one choice has puts its number on the line, as if it had been
    typed.
    """
    from prompt_toolkit.key_binding import KeyBindings

    bindings = KeyBindings()

    @bindings.add("enter")
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        typed = buffer.text.strip().lower()
        found = [number for number, label in enumerate(labels, 1) if typed in label.lower()]
        if len(typed) > 1 and typed.isalpha() and len(found) == 1:
            buffer.text = str(found[0])
        buffer.validate_and_handle()

    return bindings


def _at_a_list(rows: InquirerControl, *letters: str) -> KeyBindings:
    """A figure moves the pointer to its row. What no row has begins a line, together with the figure
    right before it: `2, for short`. So do the `letters` that questionary has a use of its own for.
    """
    from prompt_toolkit.key_binding import KeyBindings

    bindings, figures = KeyBindings(), [str(row.value or "0") for row in rows.choices]
    typed_at = -1

    def point(event: KeyPressEvent) -> None:
        nonlocal typed_at
        typed_at = rows.pointed_at = figures.index(event.data)

    def begin(event: KeyPressEvent) -> None:
        if event.data.isprintable():
            before = figures[typed_at] if rows.pointed_at == typed_at else ""
            event.app.exit(result=_Begun(before + event.data))

    for figure in figures:
        bindings.add(figure, eager=True)(point)
    bindings.add("<any>")(begin)
    for letter in letters:
        bindings.add(letter, eager=True)(begin)

    @bindings.add("<bracketed-paste>")
    def _paste(event: KeyPressEvent) -> None:
        event.app.exit(result=_Begun(" ".join(event.data.split())))

    bindings.add("c-d")(_end)
    return bindings


def _at_ticks(rows: InquirerControl) -> KeyBindings:
    """A figure ticks its row, or takes the tick away. A blank right after it is only what parts the
    numbers of `1 3`, as is a comma.
    """
    bindings = _at_a_list(rows, "a", "i")
    typed_at = -1

    def tick() -> None:
        value = rows.get_pointed_at().value
        if value in rows.selected_options:
            rows.selected_options.remove(value)
        else:
            rows.selected_options.append(value)

    def figure(event: KeyPressEvent) -> None:
        nonlocal typed_at
        typed_at = rows.pointed_at = int(event.data) - 1
        tick()

    def blank(_event: KeyPressEvent) -> None:
        nonlocal typed_at
        if rows.pointed_at != typed_at:
            tick()
        typed_at = -1

    for number in range(1, len(rows.choices) + 1):
        bindings.add(str(number), eager=True)(figure)
    bindings.add(" ", eager=True)(blank)
    bindings.add(",")(_nothing)
    return bindings


def _yes_or_no() -> KeyBindings:
    """j and n stand on the line until Enter. questionary knows only y and n, and would say Yes."""
    from prompt_toolkit.key_binding import KeyBindings

    bindings = KeyBindings()

    def answer(event: KeyPressEvent) -> None:
        if not event.current_buffer.text:
            event.current_buffer.insert_text(event.data.lower())

    for key in "jJnN":
        bindings.add(key)(answer)
    for key in "yY":
        bindings.add(key)(_nothing)

    @bindings.add("c-h")
    def _take_back(event: KeyPressEvent) -> None:
        event.current_buffer.reset()

    @bindings.add("enter", eager=True)
    def _enter(event: KeyPressEvent) -> None:
        if typed := event.current_buffer.text:
            event.app.exit(result=typed)

    bindings.add("c-d")(_end)
    return bindings


def _nothing(_event: KeyPressEvent) -> None:
    pass


def _end(event: KeyPressEvent) -> None:
    event.app.exit(exception=EOFError())


def _rows(asked: Question) -> InquirerControl:
    """The rows of a list, which knows where the pointer is and what is ticked."""
    controls = asked.application.layout.find_all_controls()
    return next(control for control in controls if isinstance(control, InquirerControl))


def _add(asked: Question, keys: KeyBindings) -> None:
    """Give a question keys of ours; where it has a use of its own for the same, ours act."""
    from prompt_toolkit.key_binding import merge_key_bindings

    theirs = asked.application.key_bindings
    asked.application.key_bindings = merge_key_bindings([*([theirs] if theirs else []), keys])


def _message(prompt: str) -> str:
    """A prompt as questionary is given it, that puts a blank before and after."""
    return prompt.removeprefix(" ").rstrip()


def _lines(typed: object, long: bool) -> str:
    """What was typed or pasted; in one line unless it may be long."""
    return str(typed) if long else " ".join(str(typed).splitlines())
