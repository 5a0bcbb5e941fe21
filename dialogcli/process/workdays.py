"""Swedish working days: holidays by law, and the eves and bridge days that an organisation keeps
free.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

from dialogcli.base.dates import WEEKDAYS
from dialogcli.dossier.organisation import EVES, DaySpan, Organisation

_DAY = timedelta(days=1)

# Lag (1989:253) om allmänna helgdagar, §§ 1 and 2. Written out here because the package `holidays`,
# which the tests hold this against, takes 0.2 s to import: as long as all else that `status` does.
_LAW = range(2005, 4100)
_FIXED = {
    (1, 1): "Nyårsdagen",
    (1, 6): "Trettondedag jul",
    (5, 1): "Första maj",
    (6, 6): "Nationaldagen",
    (12, 25): "Juldagen",
    (12, 26): "Annandag jul",
}
_FROM_EASTER = {
    -2: "Långfredagen",
    0: "Påskdagen",
    1: "Annandag påsk",
    39: "Kristi himmelsfärdsdag",
    49: "Pingstdagen",
}
_SATURDAYS = {(6, 20): "Midsommardagen", (10, 31): "Alla helgons dag"}
"""The first Saturday on or after a day of a month."""


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

    def before(self, day: date, span: DaySpan) -> date:
        """So long before a day, on a working day."""
        if not span.working:
            return self.on_or_before(day - timedelta(days=span.days))
        for _ in range(span.days):
            day = self.on_or_before(day - _DAY)
        return self.on_or_before(day)

    def after(self, day: date, span: DaySpan) -> date:
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
    not among them. Of two that meet, the one with a date of its own is named. None before 2005,
    when the law got its present wording.
    """
    if year not in _LAW:
        return {}
    easter_day = easter(year)
    fixed = {date(year, month, day): name for (month, day), name in _FIXED.items()}
    moving = {easter_day + timedelta(days=days): name for days, name in _FROM_EASTER.items()}
    saturdays = {
        _saturday_from(date(year, month, day)): name for (month, day), name in _SATURDAYS.items()
    }
    return moving | saturdays | fixed


def _saturday_from(day: date) -> date:
    """The first Saturday on or after a day."""
    return day + timedelta(days=(5 - day.weekday()) % 7)
