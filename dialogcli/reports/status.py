"""What `dialog status` says: the course, whose turn it is, what is missing for the next decision,
the days ahead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogcli.checking.outlook import Outlook
from dialogcli.model.day import Day
from dialogcli.model.finding import Finding, Remedy, remedy_text
from dialogcli.model.layout import WIDTH, command, glued, joined, paragraphs, wrapped
from dialogcli.model.screen import Command
from dialogcli.process.turn import Turn, decider
from dialogcli.reports.counts import counted
from dialogcli.reports.days_ahead import Whose, days_ahead
from dialogcli.reports.faults import faults_text
from dialogcli.reports.headings import dialogue
from dialogcli.reports.stages import day_text, outcome_text, stage_text
from dialogcli.reports.tables import NARROW, fits, sentences, table
from dialogcli.reports.titles import rule_title
from dialogcli.rulebook.model import Gate, Rulebook

_NOT_SAID = "framgår inte av regelverket"
_SHORTEST_TITLE = 24


def status_text(
    look: Outlook,
    columns: int = WIDTH,
    folder: str = "",
    plain: bool = False,
    whose: Whose = Whose.DOSSIER,
    warnings: Sequence[str] = (),
) -> str:
    """The whole screen, in a window with so many columns. `plain`, or a narrow window, makes tables
    sentences.

    `whose` are the days ahead, and `warnings` say which of them cannot be met.
    """
    plain = plain or columns < NARROW
    width = min(columns, WIDTH)
    head = wrapped(f"{dialogue(look.dossier)}, {Day.of(look.today).with_weekday}", width)
    faults = faults_text(look.dossier.faults, width) if look.dossier.faults else ""
    return paragraphs(
        head,
        _read_out(look, width) if plain else _course(look, columns),
        faults,
        _turn(look, width),
        *_missing(look, columns, folder, plain),
        days_ahead(look.ahead, look.today, columns, plain, whose),
        joined(wrapped(f"Obs: {warning}", width, hang=5) for warning in warnings),
    )


def short(finding: Finding, rulebook: Rulebook) -> str:
    """What is missing, in a few words: the name of the thing, else what the requirement says."""
    if finding.subject:
        return finding.subject
    rule = rulebook.rules.get(finding.rule)
    return rule_title(rule, rulebook) if rule else finding.message.rstrip(".")


def _course(look: Outlook, width: int) -> str:
    rows = [
        ("Steg", "Datum", "Läge"),
        *((one.entry.name, day_text(one), stage_text(one)) for one in look.course),
    ]
    return table(rows, width, cuttable=((0, 20), (2, 20)))


def _read_out(look: Outlook, width: int) -> str:
    rows = [
        (one.entry.name, stage_text(one), f", {one.day}" if one.day else "") for one in look.course
    ]
    return sentences([f"{name}: {stage}{day}." for name, stage, day in rows], width)


def _turn(look: Outlook, width: int) -> str:
    """One name alone, several each with what waits for them."""
    if ended := look.standing.ended:
        return joined(wrapped(line, width) for line in _ending(look, ended.id))
    if not look.turns:
        return "Alla steg är klara."
    if len({turn.who for turn in look.turns}) == 1:
        return wrapped(f"Vems tur: {look.turns[0].who or _NOT_SAID}", width)
    return joined(["Vems tur", *(wrapped(_waiting(turn), width, 2, 4) for turn in look.turns)])


def _waiting(turn: Turn) -> str:
    return f"{turn.entry.name}: {turn.who or _NOT_SAID}"


def _ending(look: Outlook, entry_id: str) -> Iterator[str]:
    state = look.standing.states[entry_id]
    if not isinstance(state.entry, Gate) or state.decision is None:
        yield f"Dialogen är avslutad. Det blir ingen medborgardialog, enligt steget {state.entry.name}."
        return
    where = next(one for one in look.course if one.entry.id == entry_id)
    by = state.decision.answers["organ"].text
    paragraph = glued(f", § {where.paragraph}") if where.paragraph else ""
    when = f", {where.day.in_words}" if where.day else ""
    yield f"Dialogen är avslutad: {outcome_text(where.outcome)} av {by or 'okänt organ'}{when}{paragraph}."


def _missing(look: Outlook, columns: int, folder: str, plain: bool) -> Iterator[str]:
    """What must be done for the next decision; where none is near, what is wrong in all."""
    findings, width = look.basis.findings, min(columns, WIDTH)
    if findings:
        yield joined(
            [wrapped(_heading(look), width), _findings(findings, look, columns, folder, plain)]
        )
    elif not look.dossier.faults:
        yield joined(wrapped(line, width) for line in _nothing(look, folder))
    if look.far_off:
        yield wrapped(
            f"Kraven inför nästa beslut, {_when(look)}, är kommande. "
            f"Se dem: {command('check --upcoming', folder)}",
            width,
        )
    if look.others:
        yield wrapped(
            f"Andra anmärkningar: {counted(look.others, zeros=False)}. "
            f"Se dem: {command('check', folder)}",
            width,
        )


def _heading(look: Outlook) -> str:
    if look.gate and not look.far_off:
        return f"Det här saknas inför nästa beslut, {_when(look)}:"
    return "Det här återstår:" if not look.turns else "Det här saknas nu:"


def _nothing(look: Outlook, folder: str) -> Iterator[str]:
    if look.gate is None or look.far_off:
        yield "Inget saknas nu." if look.turns or look.ahead else "Inget återstår att göra."
        return
    yield f"Inget saknas inför nästa beslut, {_when(look)}."
    if look.standing.is_open(look.gate.id):
        yield f"När beslutet är fattat: {command(f'decide {look.gate.word}', folder)}"


def _when(look: Outlook) -> str:
    """`kollektivtrafiknämnden 3 mars 2027`, or the name of the decision where neither is known."""
    gate = look.gate
    if gate is None:
        return ""
    known = " ".join(
        filter(
            None, [decider(look.standing, gate), look.gate_day.in_words if look.gate_day else ""]
        )
    )
    return known or gate.name


def _findings(
    findings: Sequence[Finding], look: Outlook, columns: int, folder: str, plain: bool
) -> str:
    """The heaviest first, as a table; where its titles would be cut to nothing, title and command
    under each other.
    """
    rows = [
        (
            f"{one.severity.word} {one.rule}",
            short(one, look.dossier.rulebook),
            _remedy(one.remedy, folder),
        )
        for one in sorted(findings, key=lambda one: one.severity.rank)
    ]
    if plain:
        return sentences(
            [
                f"{glued(name)}: {title}.{f' Åtgärd: {remedy}' if remedy else ''}"
                for name, title, remedy in rows
            ],
            columns,
        )
    if fits(
        [(name, title[:_SHORTEST_TITLE], remedy) for name, title, remedy in rows], columns, indent=2
    ):
        return table(rows, columns, cuttable=((1, _SHORTEST_TITLE),), indent=2)
    return _stacked(rows, min(columns, WIDTH))


def _remedy(remedy: Remedy, folder: str) -> str:
    text = remedy_text(remedy, folder)
    return glued(text) if isinstance(remedy, Command) else text


def _stacked(rows: Sequence[tuple[str, str, str]], width: int) -> str:
    """Title and command under each other."""
    column = max(len(name) for name, _, _ in rows) + 4
    return joined(
        line
        for name, title, remedy in rows
        for line in (
            f"  {name.ljust(column - 2)}{wrapped(title, width, column).lstrip()}",
            wrapped(remedy, width, column),
        )
        if line
    )
