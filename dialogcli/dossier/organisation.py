"""What an organisation has settled for itself, beside its dossiers: free days, times around a
meeting, and fees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from dialogcli.dossier.repository import find_repository
from dialogcli.model.day import Day, DayError
from dialogcli.model.errors import UnreadableError
from dialogcli.model.nothing import NOTHING
from dialogcli.model.words import same_word
from dialogcli.rulebook.faults import Faults
from dialogcli.rulebook.reading import Block
from dialogcli.storage.nodes import Scalar
from dialogcli.storage.text_file import read_text
from dialogcli.storage.yaml_reader import read_yaml

FILE = "organisation.yaml"

EVES = {
    "trettondagsafton": "Trettondedag jul",
    "skärtorsdag": "Långfredagen",
    "valborgsmässoafton": "Första maj",
    "midsommarafton": "Midsommardagen",
    "allhelgonaafton": "Alla helgons dag",
    "julafton": "Juldagen",
    "nyårsafton": "Nyårsdagen",
}
"""The day before a holiday, and that holiday. Other eves are Saturdays."""

RATES = ("sammanträdesarvode", "förlorad_arbetsinkomst", "reseersättning")
"""Whole kronor for each session, hour and 10 kilometres; the words of the field `kostnadsslag`."""

_TIMES = ("manusstopp", "kallelse", "justering", "anslag")
_FIXED = ("inledning", "avslutning")
_SPAN = re.compile(r"(\d{1,3}) (dag|dagar|arbetsdag|arbetsdagar)")


class Span(NamedTuple):
    """A number of days, or of working days."""

    days: int
    working: bool = False

    def __str__(self) -> str:
        word = "arbetsdag" if self.working else "dag"
        return f"{self.days} {word}{'' if self.days == 1 else 'ar'}"


class Times(NamedTuple):
    """How long before a meeting papers are due and members are called; how long after it the
    minutes are adjusted, and after that announced. The last three are what law allows at most, for
    the council also the second.
    """

    manusstopp: Span = Span(6, working=True)
    kallelse: Span = Span(7)
    justering: Span = Span(14)
    anslag: Span = Span(2)


class Meetings(NamedTuple):
    """What every list of points begins and ends with, beside what the dossiers bring."""

    opening: tuple[str, ...] = (
        "Öppnande och upprop",
        "Val av justerare",
        "Fastställande av föredragningslistan",
    )
    closing: tuple[str, ...] = ()


class Organisation(NamedTuple):
    """`own` says that there is a file; else everything is as usual. `times_of` and `meetings_of`
    hold the organs that have others, as they are written in `organs`: by name or by a rulebook's id
    (see process/organ_settings.py).

    `layouts` are documents and the layouts chosen for them, as they are written (see layouts.py,
    which judges them).
    """

    own: bool = False
    times: Times = Times()
    times_of: Mapping[str, Times] = NOTHING
    eves: tuple[str, ...] = ("midsommarafton", "julafton", "nyårsafton")
    bridges_off: bool = False
    closed: frozenset[date] = frozenset()
    rates: Mapping[str, int] = NOTHING
    meetings: Meetings = Meetings()
    meetings_of: Mapping[str, Meetings] = NOTHING
    organs: tuple[Scalar, ...] = ()
    layouts: tuple[tuple[Scalar, Scalar], ...] = ()

    def times_for(self, organ: str) -> Times:
        return next(
            (times for name, times in self.times_of.items() if same_word(name, organ)), self.times
        )

    def meetings_for(self, organ: str) -> Meetings:
        return next(
            (fixed for name, fixed in self.meetings_of.items() if same_word(name, organ)),
            self.meetings,
        )


def load_organisation(start: Path) -> Organisation:
    """The settings of the repository that a folder lies in. Raises UnreadableError with all that is
    wrong with them.
    """
    path = find_repository(start) / FILE
    if not path.is_file():
        return Organisation()
    organisation, faults = parse_organisation(read_text(path, FILE).text)
    if faults.in_order():
        raise UnreadableError(f"{FILE} går inte att använda.", faults=faults.in_order())
    return organisation


def parse_organisation(text: str) -> tuple[Organisation, Faults]:
    """The settings of a text, as far as they can be read, and everything that is wrong with them."""
    faults = Faults()
    reading = read_yaml(text, FILE)
    faults.extend(reading.faults)
    if reading.root is None:
        return Organisation(own=True), faults
    book = Block(
        reading.root,
        faults,
        FILE,
        ("format", "dagar", "tider", "organ", "arvoden", "möten", "handlingar"),
    )
    days = book.block("dagar", "dagar", ("aftnar", "klämdagar", "stängt"))
    times = _times(book.block("tider", "tider", _TIMES), Times())
    meetings = _meetings(book.block("möten", "möten", _FIXED), Meetings())
    organs = tuple(book.block("organ", "organ"))
    own_times, own_meetings = {}, {}
    for entry in organs:
        name = entry.key.text
        block = Block(entry.value, faults, name, (*_TIMES, *_FIXED))
        own_times[name], own_meetings[name] = _times(block, times), _meetings(block, meetings)
    return Organisation(
        own=True,
        times=times,
        eves=_eves(days),
        times_of=own_times,
        bridges_off=_bridges_off(days),
        closed=_closed(days),
        rates=_rates(book.block("arvoden", "arvoden", RATES)),
        meetings=meetings,
        meetings_of=own_meetings,
        organs=tuple(entry.key for entry in organs),
        layouts=tuple(_layouts(book)),
    ), faults


def _eves(days: Block) -> tuple[str, ...]:
    if "aftnar" not in days:
        return Organisation().eves
    return tuple(
        days.faults.known("okänt-värde", word, "ingen afton som heter", EVES)
        for word in days.words("aftnar")
    )


def _bridges_off(days: Block) -> bool:
    choices = ("arbetsdagar", "lediga")
    return days.one_of("klämdagar", choices, "inget val som heter") == "lediga"


def _closed(days: Block) -> frozenset[date]:
    closed = (_day(word, days.faults) for word in days.words("stängt"))
    return frozenset(day for day in closed if day)


def _layouts(book: Block) -> Iterator[tuple[Scalar, Scalar]]:
    """Every document that layouts are chosen for, with each of them."""
    for document, words in book.pairs("handlingar"):
        for word in words:
            yield document, word


def _meetings(block: Block, usual: Meetings) -> Meetings:
    return Meetings(
        block.texts("inledning") if "inledning" in block else usual.opening,
        block.texts("avslutning") if "avslutning" in block else usual.closing,
    )


def _times(block: Block, usual: Times) -> Times:
    return Times(*(_span(block, key) or getattr(usual, key) for key in _TIMES))


def _span(block: Block, key: str) -> Span | None:
    word = block.word(key)
    if word is None:
        return None
    match = _SPAN.fullmatch(" ".join(word.text.split()))
    if not match:
        block.faults.add(
            "fel-värde", word.place, f"{key} skrivs till exempel 6 arbetsdagar eller 7 dagar."
        )
        return None
    return Span(int(match[1]), working=match[2].startswith("arbetsdag"))


def _day(word: Scalar, faults: Faults) -> date | None:
    try:
        day = Day.parse(word.text)
    except DayError as error:
        faults.add("fel-värde", word.place, str(error))
        return None
    if day.day is None:
        faults.add("fel-värde", word.place, f"Skriv hela datumet, inte bara månaden: {word.text}.")
    return day.first


def _rates(block: Block) -> dict[str, int]:
    found = ((key, block.number(key)) for key in RATES)
    return {key: number for key, number in found if number is not None}
