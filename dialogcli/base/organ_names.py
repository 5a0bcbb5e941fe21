"""What the name of an organ tells, and whether two names mean the same, by how Swedish puts such
names together: the word that says what it is stands last (`kommunstyrelsens arbetsutskott`), or
before the first preposition (`nämnden för kultur`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dialogcli.base.words import slug

OFFICIALS = "tjänsteperson"
"""The type of those who are employed and not elected."""

_EMPLOYED = (
    "förvaltning",
    "kansli",
    "kontor",
    "sekretariat",
    "avdelning",
    "stab",
    "tjänsteperson",
    "sekreterare",
    "direktör",
    "chef",
)
"""What a name ends with that means an office, or somebody who works there."""

_PRIVATE = ("förening", "stiftelse", "klubb")
"""Whose board is not the municipality's (`Hyresgästföreningens styrelse`)."""

_ARTICLE = re.compile(r"(?:en|ett|den|det|de)\s+")
_CHAIR = re.compile(r"(?:(?P<of>.+?)s? ordförande(?:n)?|ordförande(?:n)? (?:i|för) (?P<in>.+))")
_ACTING = frozenset({"tillförordnad", "tillförordnade", "tf", "t-f", "vikarierande"})
_PREPOSITION = re.compile(r"\s(?:för|i|inom|vid|hos|på|med|av)\s")
_WHERE = re.compile(r"\b(?:kommun|region|landstings|stads)(?=\w)")
_WORD = re.compile(r"[\w.-]+")
_BODY = r"(?:region \S+|\S+(?: \S+)* kommun)"
_IN_BODY = re.compile(rf".*\si (?P<body>{_BODY})")


def type_by_ending(name: str, types: Iterable[str]) -> str:
    """The type that the name of an organ ends with (`kollektivtrafiknämnden`: nämnd), the longest
    of several. `OFFICIALS` for an office or a title, '' for a name that tells nothing.
    """
    words = _PREPOSITION.split(f"{name.lower()} ", maxsplit=1)[0].split()
    if not words:
        return ""
    if any(_ends_with(words[-1], office) for office in _EMPLOYED):
        return OFFICIALS
    if any(_ends_with(word.removesuffix("s"), one) for word in words[:-1] for one in _PRIVATE):
        return ""
    ending = (kind for kind in types if _ends_with(words[-1], kind))
    return max(ending, key=len, default="")


def is_elsewhere(name: str, home: str) -> bool:
    """Whether a name ends with another municipality or region than `home` (`barnnämnden i
    Grannköpings kommun`). Never where home is not called one itself.
    """
    named = _IN_BODY.fullmatch(name.strip().lower())
    if not named or not re.fullmatch(_BODY, home.strip().lower()):
        return False
    return not same_name(named["body"], home)


def same_name(typed: str, name: str) -> bool:
    """Whether two names are the same one, with or without the definite form at the end
    (`regiondirektör`, `regiondirektören`).
    """
    one, other = slug(typed, 200), slug(name, 200)
    return one == other or one in _definite(other) or other in _definite(one)


def same_party(one: str, other: str) -> bool:
    """Whether two texts mean the same as sender of something: with or without an article
    (`en enskild medborgare`), and the chair for the organ (`nämndens ordförande`). The end of a name
    is enough: beside the whole name, `nämnden` is that one.
    """
    mine, its = _sender(one), _sender(other)
    return same_name(mine, its) or mine.endswith(its) or its.endswith(mine)


def _sender(text: str) -> str:
    """Who stands behind a text, in lower case: without the article, the organ of a chair."""
    words = _ARTICLE.sub("", " ".join(text.lower().split()), count=1)
    chair = _CHAIR.fullmatch(words)
    return (chair["of"] or chair["in"]) if chair else words


def short_names(name: str) -> tuple[str, ...]:
    """What an organ is also called where there is but one of its kind: without the word for where
    (`fullmäktiges presidium` for `regionfullmäktiges presidium`), and by its last word alone.
    """
    without = _WHERE.sub("", name.lower())
    return tuple(dict.fromkeys((without, without.split()[-1]))) if without.split() else ()


def is_title(text: str, title: str) -> bool:
    """Whether a text names who has a title, in any form, acting or with a name beside it
    (`tillförordnad regiondirektör Bo Ek`); not who works for them, nor a deputy
    (`regiondirektörens stab`, `biträdande regiondirektör`).
    """
    words = _WORD.findall(text)
    for number, word in enumerate(words):
        before = words[:number]
        if same_name(word.strip("."), title) and not _is_deputy(before):
            return True
    return False


def without_acting(text: str) -> str:
    """A title without the word that says that somebody has it for a time."""
    words = text.split()
    while len(words) > 1 and slug(words[0]) in _ACTING:
        words = words[1:]
    return " ".join(words)


def _is_deputy(before: list[str]) -> bool:
    return bool(before) and slug(before[-1]) in ("bitradande", "vice", "stallforetradande")


@lru_cache(maxsize=1024)
def _ends_with(word: str, ending: str) -> bool:
    return any(word.endswith(form) for form in (ending, *_definite(ending)))


def _definite(word: str) -> tuple[str, ...]:
    """The forms with the article at the end, of which the word has one."""
    forms = (f"{word}n", f"{word}en", f"{word}et")
    return (*forms, f"{word[:-2]}et") if word.endswith("um") else forms
