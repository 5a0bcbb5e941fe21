"""What `dialog rules survey` says: how many changes a check notices, and by form and field those
that it does not.
"""

from __future__ import annotations

from dialogcli.base.findings import Severity
from dialogcli.base.screen import Item, Kept, Line, Screen, Tone, heading, line, rows, screen
from dialogcli.base.words import count
from dialogcli.checking.mutations import VALUE, Change
from dialogcli.checking.named_fields import Named
from dialogcli.checking.survivors import ANY_OTHER, Silent, Survivors

_HEADINGS = {
    Named.RULE: "Märks inte, fast ett krav nämner fältet",
    Named.PART: "Märks inte, i en del av det som ett krav nämner",
    Named.PROCESS: "Märks inte, i fält som bara stegen läser",
}

_MEANS = {
    Change.FILE_AWAY: "filen tas bort",
    Change.ALL_AWAY: "alla filer i mappen tas bort",
    Change.COPIED: "filen kopieras",
    Change.MARKS_AWAY: "beslutet glömmer vad det har antagit",
    Change.ALL_CANCELLED: "alla tillfällen är inställda",
    Change.ALL_PLANNED: "alla tillfällen är bara planerade",
    Change.AWAY: "svaret tas bort",
    Change.EMPTY: "svaret töms",
    Change.ROW_AWAY: "en rad tas bort",
    Change.COLUMN_EMPTY: "en kolumn töms i alla rader",
    Change.EXCUSED_X: "ej tillämpligt, med x som skäl",
    Change.EXCUSED: "ej tillämpligt, med ett skäl",
    Change.X: "svaret är x",
    Change.DASH: "svaret är -",
    Change.LATER: "svaret är fylls i senare",
    Change.QUESTION: "svaret är frågan",
    Change.OFFICE: "organet är ett kontor",
    Change.PERSON: "organet är en person",
    Change.ELSEWHERE: "organet är en annan kommuns",
    Change.EARLY: "dagen är ett år tidigare",
    Change.LATE: "dagen är ett år senare",
    Change.FUTURE: "dagen ligger i framtiden",
    Change.ZERO: "talet är 0",
    Change.NEGATIVE: "talet är -1",
    Change.HUGE: "talet är mycket stort",
}


def survivors_screen(found: Survivors, name: str, already: int) -> Screen:
    """`name` is what was broken; `already`: how many findings it had to begin with."""
    return screen(
        [heading(f"{name}: {count(found.made, 'ändring', 'ändringar')}, en i taget")],
        [line(_told(found)), line(f"Märks inte: {sum(found.silent.values())}.")],
        [_hidden(already)] if already else [],
        *(_group(title, found.of(named)) for named, title in _HEADINGS.items()),
        [_optional(found)] if found.of(Named.NOBODY) else [],
        _legend(found),
    )


def _told(found: Survivors) -> str:
    each = (f"{severity.value} {found.told.get(severity, 0)}" for severity in Severity)
    return f"Märks: {sum(found.told.values())} ({', '.join(each)})."


def _hidden(already: int) -> Line:
    findings = count(already, "anmärkning", "anmärkningar")
    said = f": Dossiern har {findings} redan. Det som rör samma svar kan dölja vad som märks."
    return line(Kept("Obs", Tone.WARNING), said)


def _group(title: str, fields: tuple[Silent, ...]) -> list[Item]:
    if not fields:
        return []
    return [
        heading(f"{title}: {len(fields)}"),
        rows(*((one.field, _changes(one)) for one in fields), gap=2),
    ]


def _changes(one: Silent) -> str:
    """`undantag-x, tom; ibland: rad-borta`."""
    always = ", ".join(one.always)
    sometimes = f"ibland: {', '.join(one.sometimes)}" if one.sometimes else ""
    return "; ".join(filter(None, (always, sometimes)))


def _optional(found: Survivors) -> Line:
    changes = count(found.silent.get(Named.NOBODY, 0), "ändring", "ändringar")
    fields = len(found.of(Named.NOBODY))
    return line(f"Fält som inget krav nämner: {fields}. {changes} i dem märks inte.")


def _legend(found: Survivors) -> list[Item]:
    """What the words for the changes above mean."""
    fields = [one for one in found.fields if one.named is not Named.NOBODY]
    used = {change.partition(":")[0] for one in fields for change in (*one.always, *one.sometimes)}
    means = [(str(change), said) for change, said in _MEANS.items() if change in used]
    means += [(f"{VALUE}ORD", "svaret är ORD i stället")] if _has_values(used) else []
    means += [(ANY_OTHER, "svaret är ett annat, vilket som helst")] if ANY_OTHER in used else []
    return [heading("Ändringarna"), rows(*means, gap=2)] if means else []


def _has_values(used: set[str]) -> bool:
    return any(change.startswith(VALUE) and change != ANY_OTHER for change in used)
