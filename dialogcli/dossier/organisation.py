"""What an organisation has settled for itself, beside its dossiers: free days, times around a
meeting, fees, and the layout of its documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from dialogcli.base.dates import Day, DayError
from dialogcli.base.findings import UnreadableError
from dialogcli.base.words import NOTHING, same_word
from dialogcli.disk.files import read_text
from dialogcli.dossier import reading as dossiers
from dialogcli.dossier.model import Dossier
from dialogcli.rulebook.mapping_reader import Block, Faults
from dialogcli.rulebook.model import DocumentSpec
from dialogcli.yamltext.nodes import Scalar
from dialogcli.yamltext.reader import read_yaml

ORGANISATION_FILE = dossiers.ORGANISATION_FILE

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


class DaySpan(NamedTuple):
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

    manusstopp: DaySpan = DaySpan(6, working=True)
    kallelse: DaySpan = DaySpan(7)
    justering: DaySpan = DaySpan(14)
    anslag: DaySpan = DaySpan(2)


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

    `layouts` are documents and the layouts chosen for them, as they are written (see `with_layouts`,
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
    path = dossiers.find_repository(start) / ORGANISATION_FILE
    if not path.is_file():
        return Organisation()
    organisation, faults = parse_organisation(read_text(path, ORGANISATION_FILE).text)
    if faults.in_order():
        raise UnreadableError(
            f"{ORGANISATION_FILE} går inte att använda.", faults=faults.in_order()
        )
    return organisation


def parse_organisation(text: str) -> tuple[Organisation, Faults]:
    """The settings of a text, as far as they can be read, and everything that is wrong with them."""
    faults = Faults()
    reading = read_yaml(text, ORGANISATION_FILE)
    faults.extend(reading.faults)
    if reading.root is None:
        return Organisation(own=True), faults
    book = Block(
        reading.root,
        faults,
        ORGANISATION_FILE,
        ("format", "dagar", "tider", "organ", "arvoden", "kontakt", "stöd", "möten", "handlingar"),
    )
    book.texts("kontakt")  # what a dossier is read with, see `with_own_settings`; here only what
    book.pairs("stöd")  # is wrong with it
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


def _span(block: Block, key: str) -> DaySpan | None:
    word = block.word(key)
    if word is None:
        return None
    match = _SPAN.fullmatch(" ".join(word.text.split()))
    if not match:
        block.faults.add(
            "fel-värde", word.place, f"{key} skrivs till exempel 6 arbetsdagar eller 7 dagar."
        )
        return None
    return DaySpan(int(match[1]), working=match[2].startswith("arbetsdag"))


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


def with_layouts(dossier: Dossier, organisation: Organisation) -> Dossier:
    """The dossier with documents in the layouts that the organisation has chosen, instead of its
    rulebook's.

    Raises UnreadableError, with the places, for documents that have no layouts to choose from and
    for unknown ones.
    """
    if not organisation.layouts:
        return dossier
    rulebook = dossier.rulebook
    faults = Faults()
    chosen = dict(_choice(pair, rulebook.layouts, faults) for pair in organisation.layouts)
    if found := faults.in_order():
        raise UnreadableError(f"{ORGANISATION_FILE} går inte att använda.", faults=found)
    documents = tuple(_chosen(spec, chosen, rulebook.layouts) for spec in rulebook.documents)
    return dossier._replace(rulebook=rulebook._replace(documents=documents))


def _choice(
    pair: tuple[Scalar, Scalar], layouts: Mapping[str, tuple[str, ...]], faults: Faults
) -> tuple[str, str]:
    document, layout = pair
    id_ = faults.known(
        "okänd-handling",
        _spelt(document, layouts),
        "ingen handling med flera uppställningar som heter",
        layouts,
    )
    known = layouts.get(id_, ())
    return id_, faults.known(
        "okänd-uppställning",
        _spelt(layout, known),
        f"ingen uppställning för {id_} som heter",
        known,
    ) if known else ""


def _spelt(word: Scalar, known: Iterable[str]) -> Scalar:
    """The word as it is spelt among those that are known: `Sammanfattning först` is
    `sammanfattning-först`.
    """
    return word._replace(text=next((one for one in known if same_word(one, word.text)), word.text))


def _chosen(
    spec: DocumentSpec, chosen: Mapping[str, str], layouts: Mapping[str, tuple[str, ...]]
) -> DocumentSpec:
    """A document with a template of the rulebook's own has that template's layouts, and keeps the
    one it has.
    """
    ours = spec.layout in layouts.get(spec.id, ())
    return spec._replace(layout=chosen[spec.id]) if ours and spec.id in chosen else spec
