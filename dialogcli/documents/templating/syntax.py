"""What Jinja says of code that it cannot read, as a Swedish sentence, with the place where the
mistake was made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from dialogcli.model.words import nearest

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
