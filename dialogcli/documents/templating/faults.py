"""What is wrong with a template, as a Swedish sentence: the file, the line quoted, the word in it,
and the nearest that there is. Also for what Jinja cannot read.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateRuntimeError

from dialogcli.base.findings import FileFault, Note, NoteKind, Place
from dialogcli.base.words import nearest
from dialogcli.documents.templating.answer_data import Data
from dialogcli.documents.templating.filters import environment
from dialogcli.documents.templating.metering import EndlessError, UnprintableError
from dialogcli.documents.templating.sandbox import RefusedError, UnknownNameError

_TAGS = (
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "endfor",
    "set",
    "endset",
    "macro",
    "endmacro",
    "call",
    "endcall",
    "filter",
    "endfilter",
    "block",
    "endblock",
    "include",
    "import",
    "from",
    "extends",
    "with",
    "endwith",
    "raw",
    "endraw",
    "do",
)
_SIGNS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "name": "ett namn",
    "string": "en text inom citattecken",
}


class Misread(NamedTuple):
    """`word` is what stands in the wrong place, '' when nothing does; `line` another line than
    Jinja's, 0 for its own. `meant` is the nearest word that would have been right.
    """

    message: str
    word: str = ""
    meant: str = ""
    line: int = 0


def misread(message: str, text: str, filters: Collection[str], tests: Collection[str]) -> Misread:
    """What a message of Jinja's about a template with this text means; `filters` and `tests` are
    those there are.
    """
    for pattern, told in _TOLD:
        if found := re.search(pattern, message, re.IGNORECASE):
            return told(found, text)
    if found := re.search(r"No (filter|test) named '(.+?)'", message):
        known, what = (filters, "Filtret") if found[1] == "filter" else (tests, "Villkoret")
        return Misread(f"{what} {found[2]} finns inte.", found[2], nearest(found[2], known) or "")
    return Misread("Koden på raden går inte att läsa.")


def _unclosed(found: re.Match[str], text: str) -> Misread:
    word = found[1]
    return Misread(
        f"{{% {word} %}} är inte avslutat med {{% end{word} %}}.", word, line=_opening(text, word)
    )


def _misplaced(found: re.Match[str], text: str) -> Misread:
    word, waiting = found[1], found[2]
    if word not in _TAGS:
        return _unknown(found, text)
    opened = _opening(text, waiting)
    return Misread(
        f"{{% {word} %}} står innan {{% {waiting} %}} på rad {opened} är avslutat med "
        f"{{% end{waiting} %}}.",
        word,
    )


def _unknown(found: re.Match[str], _text: str) -> Misread:
    word = found[1]
    if word in _TAGS:
        return Misread(f"{{% {word} %}} står här utan något att höra till.", word)
    return Misread(f"Kodordet {word} finns inte.", word, nearest(word, _TAGS) or "")


def _open_to_the_end(found: re.Match[str], text: str) -> Misread:
    end = _sign(found[1])
    start = "{{" if end == "}}" else "{%"
    return Misread(
        f"{start} är inte avslutat med {end}.",
        start,
        line=text.count("\n", 0, text.rfind(start)) + 1,
    )


def _without_end(found: re.Match[str], text: str) -> Misread:
    if found[1] == "comment":
        return Misread(
            "{# är inte avslutat med #}.", "{#", line=text.count("\n", 0, text.rfind("{#")) + 1
        )
    return Misread(
        "{% raw %} är inte avslutat med {% endraw %}.", "raw", line=_opening(text, "raw")
    )


def _expected(found: re.Match[str], _text: str) -> Misread:
    if found[2] == "=":
        return Misread("Två tecken, ==, jämför. Ett ensamt = gör det inte.", "=")
    return Misread(f"Det ska stå {_sign(found[1])} före {_sign(found[2])}.", _sign(found[2]))


def _bracket(found: re.Match[str], _text: str) -> Misread:
    return Misread(
        f"Det saknas {found[2]} före {found[1]}."
        if found[2]
        else f"{found[1]} står ensam. Kod slutar med }}}} eller %}}.",
        found[1],
    )


def _sign(token: str) -> str:
    return _SIGNS.get(token, token)


_TOLD: tuple[tuple[str, Callable[[re.Match[str], str], Misread]], ...] = (
    (r"unknown tag '(\w+)'.*innermost block that needs to be closed is '(\w+)'", _misplaced),
    (r"unknown tag '(\w+)'", _unknown),
    (r"end of template\..*innermost block that needs to be closed is '(\w+)'", _unclosed),
    (r"end of template, expected '(.+?)'", _open_to_the_end),
    (r"Missing end of (comment|raw)", _without_end),
    (r"expected token '(.+?)', got '(.+?)'", _expected),
    (r"unexpected '([\])}])'(?:, expected '(.)')?", _bracket),
    (
        r"(?:an expression, got|^unexpected) '(end of .+?)'",
        lambda found, _: Misread(f"Det saknas något före {_sign(found[1])}.", _sign(found[1])),
    ),
    (
        r"unexpected char '([\"'])'|unexpected char \"(')\"",
        lambda found, _: Misread("En text är inte avslutad med citattecken.", found[1] or found[2]),
    ),
    (
        r"unexpected char '(.)'",
        lambda found, _: Misread(f"Tecknet {found[1]} kan inte stå här.", found[1]),
    ),
    (
        r"block '(.+?)' defined twice",
        lambda found, _: Misread(f"Blocket {found[1]} finns två gånger.", found[1]),
    ),
)


def _opening(text: str, word: str) -> int:
    """The line of the last `{% word %}` that nothing closes; 0 when there is none."""
    code = re.sub(
        r"\{#.*?#\}", lambda comment: "\n" * comment[0].count("\n"), text, flags=re.DOTALL
    )
    lines: list[int] = []
    for found in re.finditer(rf"\{{%[-+]?\s*(end)?{word}\b(?P<rest>[^%]*)", code):
        if found[1]:
            del lines[-1:]
        elif word != "set" or "=" not in found["rest"]:
            lines.append(code.count("\n", 0, found.start()) + 1)
    return lines[-1] if lines else 0


ENDLESS = "utan-slut"
"""The code of a fault that it takes seconds to find."""

_FEWER = "Låt det som upprepas ta slut. En handling behöver sällan mer än några tusen varv."


def fault_of(
    error: BaseException, name: str, templates: Mapping[str, str], data: Mapping[str, Data]
) -> FileFault:
    """What an error says of the template in which it arose, or of one that this includes."""
    file, line = _where(error, name, templates)
    if isinstance(error, UnknownNameError):
        return unknown_name(error.name, error.known, file, line, templates, data)
    if isinstance(error, TemplateSyntaxError) or type(error) is TemplateRuntimeError:
        told = misread(error.message or "", templates.get(file, ""), *_known(templates))
        return _unreadable(told, file, line, templates)
    message, word, remedy = _told(error, templates)
    return FileFault(
        ENDLESS if isinstance(error, EndlessError) else "mall",
        _place(file, line, word, templates),
        message,
        _notes(templates, file, line, remedy),
    )


def unknown_name(
    unknown: str,
    known: tuple[str, ...],
    file: str,
    line: int,
    templates: Mapping[str, str],
    data: Mapping[str, Data],
) -> FileFault:
    """A name that does not exist, with the nearest of those `known` there, or of all data at the
    top.
    """
    return FileFault(
        "okänt-fält",
        _place(file, line, unknown, templates),
        f"Fältet {unknown} finns inte.",
        _notes(templates, file, line, _exchange(nearest(unknown, known or data))),
    )


def unknown_macro(
    macro: str, known: tuple[str, ...], file: str, line: int, templates: Mapping[str, str]
) -> FileFault:
    """A macro that the file it is to come from does not have."""
    return FileFault(
        "mall",
        _place(file, line, macro, templates),
        f"Makrot {macro} finns inte där.",
        _notes(templates, file, line, _exchange(nearest(macro, known))),
    )


def unknown_word(
    kind: str, word: str, file: str, line: int, templates: Mapping[str, str]
) -> FileFault:
    """A filter or a test that does not exist."""
    return _unreadable(
        misread(f"No {kind} named '{word}'", "", *_known(templates)), file, line, templates
    )


def _unreadable(told: Misread, file: str, line: int, templates: Mapping[str, str]) -> FileFault:
    line = told.line or line
    return FileFault(
        "mall",
        _place(file, line, told.word, templates),
        told.message,
        _notes(templates, file, line, _exchange(told.meant)),
    )


def _known(templates: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The filters and the tests that a template may use, without those that only the sandbox itself
    uses.
    """
    sandbox = environment(tuple(sorted(templates.items())))
    return [name for name in sandbox.filters if name.isidentifier()], [*sandbox.tests]


def _told(error: BaseException, templates: Mapping[str, str]) -> tuple[str, str, str]:
    """The sentence for an error, the word in the line that it is about, and what to do."""
    match error:
        case TemplateNotFound():
            name = str(error.name)
            return f"Mallen {name} finns inte.", name, _exchange(nearest(name, templates))
        case EndlessError():
            return "Mallen blir aldrig färdig.", "", _FEWER
        case RecursionError() if _frames(error, templates):
            return "Mallen anropar sig själv utan slut.", "", ""
        case OverflowError() | MemoryError():
            return "Mallen ger mer text än en handling kan rymma.", "", ""
        case RefusedError():
            return f"Mallen får inte använda {error.message}.", str(error.message), ""
        case SecurityError():
            return "Mallen gör något som en mall inte får göra.", "", ""
        case UnprintableError():
            return "Bara text, tal och fält kan skrivas ut.", "", ""
        case ZeroDivisionError():
            return "Här delas med noll.", "", ""
        case SyntaxError() | RecursionError():
            return "Mallen har för många block inuti varandra.", "", ""
    return "Raden går inte att räkna ut. Värdena är av fel slag.", "", ""


def _exchange(meant: str | None) -> str:
    return f"Byt till {meant}." if meant else ""


def _notes(templates: Mapping[str, str], file: str, line: int, remedy: str) -> tuple[Note, ...]:
    lines = templates.get(file, "").split("\n")
    quoted = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    return tuple(
        (kind, text) for kind, text in ((NoteKind.LINE, quoted), (NoteKind.ADVICE, remedy)) if text
    )


def _where(error: BaseException, name: str, templates: Mapping[str, str]) -> tuple[str, int]:
    """The template and line that an error comes from: the innermost that its traceback knows."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or name, error.lineno
    return next(reversed(_frames(error, templates)), (name, 1))


def _frames(error: BaseException, templates: Mapping[str, str]) -> list[tuple[str, int]]:
    """The lines of templates that an error went through; none when it arose before any of them ran."""
    found = (
        (frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)
    )
    return [place for place in found if place[0] in templates]


def _place(file: str, line: int, word: str, templates: Mapping[str, str]) -> Place:
    """Where in its line a word stands, from 1."""
    lines = templates.get(file, "").split("\n")
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    pattern = (
        rf"(?<!\w){re.escape(word)}(?!\w)"
        if word[:1].isalnum() or word[:1] == "_"
        else re.escape(word)
    )
    found = re.search(pattern, text) if word else None
    return Place(file, line, found.start() + 1 if found else 1)
