"""Swedish working days: holidays by law, and the eves and bridge days that an organisation keeps
free.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import cast

from dialogcli.dossier.organisation import EVES, Organisation, Span
from dialogcli.model.day import WEEKDAYS

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Workdays:
    """Which days an organisation works."""

    organisation: Organisation

    def free(self, day: date) -> str:
        """Why a day is no working day (`annandag påsk`, `lördag`, `klämdag`); '' when it is one."""
        return self._free(day) or (
            "klämdag" if self.organisation.bridges_off and self._is_bridge(day) else ""
        )

    def on_or_before(self, day: date) -> date:
        """The day itself when it is a working day, else the last one before it."""
        while self.free(day):
            day -= _DAY
        return day

    def before(self, day: date, span: Span) -> date:
        """So long before a day, on a working day."""
        if not span.working:
            return self.on_or_before(day - timedelta(days=span.days))
        for _ in range(span.days):
            day = self.on_or_before(day - _DAY)
        return self.on_or_before(day)

    def after(self, day: date, span: Span) -> date:
        """At most so long after a day, on a working day but never before the day itself."""
        if not span.working:
            return max(self.on_or_before(day + timedelta(days=span.days)), day)
        for _ in range(span.days):
            day += _DAY
            while self.free(day):
                day += _DAY
        return day

    def _free(self, day: date) -> str:
        """As `free`, without bridge days."""
        if name := holiday_on(day):
            return name
        following = day + _DAY
        eve_of = holidays_of(following.year).get(following)
        eve = next((eve for eve in self.organisation.eves if EVES[eve] == eve_of), "")
        closed = "stängt" if day in self.organisation.closed else ""
        weekend = WEEKDAYS[day.weekday()] if day.weekday() > 4 else ""
        return eve or closed or weekend

    def _is_bridge(self, day: date) -> bool:
        """Whether a single working day stands between free ones, of which one is more than a
        weekend.
        """
        around = (day - _DAY, day + _DAY)
        return all(self._free(one) for one in around) and any(one.weekday() < 5 for one in around)


def holiday_on(day: date) -> str:
    """`annandag påsk`, or '' on a day that is no public holiday."""
    name = holidays_of(day.year).get(day, "")
    return name[:1].lower() + name[1:]


@lru_cache(maxsize=16)
def holidays_of(year: int) -> dict[date, str]:
    """The public holidays of a year, by their Swedish names. Sundays that are no more than that are
    not among them.
    """
    return dict(_sweden()(years=year, language="sv"))


@lru_cache(maxsize=1)
def _sweden() -> Callable[..., Mapping[date, str]]:
    """The calendar of Sweden alone: its package would first import those of some two hundred other
    countries.
    """
    from importlib import util

    package = util.find_spec("holidays")
    folder, *_ = package.submodule_search_locations or [""] if package else [""]
    spec = util.spec_from_file_location(
        "holidays_in_sweden", Path(folder, "countries", "sweden.py")
    )
    if spec is None or spec.loader is None or not Path(spec.origin or "").is_file():
        from holidays.countries.sweden import Sweden

        return Sweden
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Callable[..., Mapping[date, str]]", module.Sweden)
