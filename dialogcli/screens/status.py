"""What `dialog status` says: the course, whose turn it is, what is missing for the next decision,
the days ahead; as text and as JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogcli.base.commands import check, decide
from dialogcli.base.dates import Day
from dialogcli.base.findings import Finding, Severity
from dialogcli.base.screen import (
    Item,
    Kept,
    Line,
    Parts,
    Screen,
    Table,
    Tone,
    heading,
    line,
    parts,
    screen,
)
from dialogcli.checking.survey import Outlook
from dialogcli.process.course import Waypoint, decider
from dialogcli.process.days import Ahead
from dialogcli.process.support import in_short
from dialogcli.rulebook.model import Gate, Rulebook
from dialogcli.screens.facts import Facts, Json, as_finding, finding_json, summary_json
from dialogcli.screens.findings import (
    called,
    counted,
    dialogue,
    faults_items,
    rule_title,
    unjudged_items,
)
from dialogcli.screens.stages import Whose, day_text, days_ahead_items, outcome_text, stage_text

_NOT_SAID = "framgår inte av regelverket"
_SHORTEST_TITLE = 24


def status_screen(
    look: Outlook, whose: Whose = Whose.DOSSIER, warnings: Sequence[str] = ()
) -> Screen:
    """`whose` are the days ahead, and `warnings` say which of them cannot be met."""
    return screen(
        line(f"{dialogue(look.dossier)}, {Day.of(look.today).with_weekday}"),
        _course(look.course),
        faults_items(look.dossier.faults),
        [*_turn(look), *_support(look)],
        *_missing(look),
        days_ahead_items(look.ahead, look.today, whose),
        [line(Kept("Obs", Tone.WARNING), f": {warning}", hang=5) for warning in warnings],
    )


def missing_in_short(finding: Finding, rulebook: Rulebook) -> str:
    """What is missing, in a few words: the name of the thing, else what the requirement says."""
    if finding.subject:
        return finding.subject
    rule = rulebook.rules.get(finding.rule)
    return rule_title(rule, rulebook) if rule else finding.message.rstrip(".")


def _course(course: Sequence[Waypoint]) -> Table:
    cells = [(one.entry.name, day_text(one), stage_text(one)) for one in course]
    rows = [tuple(parts(cell) for cell in row) for row in (("Steg", "Datum", "Läge"), *cells)]
    read_out = []
    for one in course:
        day = f", {one.day}" if one.day else ""
        read_out.append(parts(f"{one.entry.name}: {stage_text(one)}{day}."))
    return Table(tuple(rows), tuple(read_out), shrink=((0, 20), (2, 20)))


def _turn(look: Outlook) -> Iterator[Line]:
    """One name alone, several each with what waits for them."""
    if stop := look.standing.stopped:
        why = f" Skäl: {stop.reason}." if stop.reason else ""
        yield line(f"Dialogen {stop.said}.{why}")
    elif ended := look.standing.ended:
        yield from _ending(look, ended.id)
    elif not look.turns:
        yield line("Alla steg är klara.")
    elif len({turn.who for turn in look.turns}) == 1:
        yield line(f"Vems tur: {look.turns[0].who or _NOT_SAID}")
    else:
        yield heading("Vems tur")
        for turn in look.turns:
            yield line(f"{turn.entry.name}: {turn.who or _NOT_SAID}", indent=2, hang=4)


def _support(look: Outlook) -> Iterator[Line]:
    """What there is to read for those whose turn it is, on one line."""
    for turn in look.turns if not look.standing.over else ():
        if advice := in_short(look.dossier.rulebook, turn.entry):
            yield line(f"Stöd: {advice}")
            return


def _ending(look: Outlook, entry_id: str) -> Iterator[Line]:
    state = look.standing.states[entry_id]
    if not isinstance(state.entry, Gate) or state.decision is None:
        yield line(
            "Dialogen är avslutad. Det blir ingen medborgardialog, "
            f"enligt steget {state.entry.name}."
        )
        return
    where = next(one for one in look.course if one.entry.id == entry_id)
    by = state.decision.answers["organ"].text
    when = f", {where.day.in_words}" if where.day else ""
    paragraph = f", § {where.paragraph}" if where.paragraph else ""
    said = f"Dialogen är avslutad: {outcome_text(where.outcome)} av {by or 'okänt organ'}{when}"
    yield line(said, Kept(paragraph), ".")


def _missing(look: Outlook) -> Iterator[list[Item]]:
    """What must be done for the next decision; where none is near, what is wrong in all."""
    findings = look.left
    if findings:
        yield [_heading(look), _findings(findings, look)]
    elif not look.dossier.faults:
        yield list(_nothing(look))
    yield list(unjudged_items(look.report))
    if look.far_off:
        said = f"Kraven inför nästa beslut, {_when(look)}, är kommande. Se dem: "
        yield [line(said, check(upcoming=True))]
    if look.others:
        said = f"Andra anmärkningar: {counted(look.others, zeros=False)}. Se dem: "
        yield [line(said, check())]


def _heading(look: Outlook) -> Line:
    if look.gate and not look.far_off:
        return heading(f"Det här saknas inför nästa beslut, {_when(look)}:")
    return heading("Det här saknas nu:" if look.turns else "Det här återstår:")


def _nothing(look: Outlook) -> Iterator[Line]:
    """That nothing is missing, unless something that was to be judged could not be."""
    all_judged = not look.report.left_unjudged
    if look.gate is None or look.far_off:
        nothing = "Inget saknas nu." if look.turns or look.ahead else "Inget återstår att göra."
        yield from [line(nothing)] if all_judged else []
        return
    if all_judged:
        yield line(f"Inget saknas inför nästa beslut, {_when(look)}.")
    if look.standing.is_open(look.gate.id):
        yield line("När beslutet är fattat: ", decide(look.gate.word))


def _when(look: Outlook) -> str:
    """`kollektivtrafiknämnden 3 mars 2027`, or the name of the decision where neither is known."""
    gate = look.gate
    if gate is None:
        return ""
    day = look.gate_day.in_words if look.gate_day else ""
    return f"{decider(look.standing, gate)} {day}".strip() or gate.name


def _findings(findings: Sequence[Finding], look: Outlook) -> Table:
    """The heaviest first; where the titles would be cut to nothing, title and command under each
    other.
    """
    rows: list[tuple[Parts, ...]] = []
    read_out: list[Parts] = []
    for one in sorted(findings, key=lambda one: one.severity.rank):
        title = missing_in_short(one, look.dossier.rulebook)
        rows.append((parts(f"{one.severity.word} {one.rule}"), parts(title), parts(one.remedy)))
        remedy = (" Åtgärd: ", one.remedy) if one.remedy else ()
        read_out.append((called(one), f" {title}.", *remedy))
    return Table(
        tuple(rows), tuple(read_out), shrink=((1, _SHORTEST_TITLE),), indent=2, stacks=True
    )


VERSION = 1


def status_facts(look: Outlook, folder: str, warnings: Sequence[str] = ()) -> Facts:
    """`folder` is where the dossier lies. Files that cannot be read are findings of severity fel,
    as in `check`.
    """
    unread = [as_finding(fault) for fault in look.dossier.faults]
    others = look.others if look.gate and not look.far_off else look.report.findings
    return {
        "version": VERSION,
        "dossier": folder,
        "today": look.today.isoformat(),
        **identity_json(look),
        "course": [_waypoint(one) for one in look.course],
        "turn": [{"who": turn.who, "entry": turn.entry.id} for turn in look.turns],
        "next_decision": _next_decision(look),
        "other_findings": [finding_json(one) for one in (*unread, *others)],
        "ahead": [ahead_json(one, look) for one in look.ahead],
        "warnings": list(warnings),
        "summary": summary_json([*unread, *look.report.findings], look.report.unjudged),
    }


def identity_json(look: Outlook) -> dict[str, Json]:
    """What dialogue it is, whose rules it follows, at which step it stands, and where it ended, or
    how it was stopped, before its time.
    """
    dossier, standing = look.dossier, look.standing
    numbers = dossier.answer("dossier.dnr")
    return {
        "title": dossier.text("dossier.titel"),
        "dnr": [one.text for one in numbers.rows] if numbers else [],
        "rulebook": f"{dossier.rulebook.id} {dossier.rulebook.version}",
        "step": standing.current.id if standing.current else None,
        "ended": standing.ended.id if standing.ended else None,
        "stopped": standing.stopped.how if standing.stopped else None,
    }


def ahead_json(one: Ahead, look: Outlook) -> Json:
    """A day that lies ahead; `days` is negative when it has passed."""
    return {
        "date": str(one.day),
        "days": one.day.days_from(look.today),
        "kind": one.kind.value,
        "what": one.what,
        "organ": one.organ,
    }


def _waypoint(one: Waypoint) -> Json:
    return {
        "id": one.entry.id,
        "name": one.entry.name,
        "kind": "gate" if isinstance(one.entry, Gate) else "step",
        "stage": one.stage.value,
        "date": str(one.day) if one.day else None,
        "outcome": one.outcome or None,
        "paragraph": one.paragraph or None,
    }


def _next_decision(look: Outlook) -> Json:
    """The decision with what is missing for it; null when none is to come."""
    gate = look.gate
    if gate is None:
        return None
    complete = not (look.far_off or look.dossier.faults or look.basis.number_of(Severity.FEL))
    return {
        "gate": gate.id,
        "name": gate.name,
        "decider": decider(look.standing, gate),
        "date": str(look.gate_day) if look.gate_day else None,
        "complete": complete,
        "findings": [] if look.far_off else [finding_json(one) for one in look.basis.findings],
    }
