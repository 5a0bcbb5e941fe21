"""What `dialog status` says: the course, whose turn it is, what is missing for the next decision,
the days ahead; as text and as JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogcli.base.characters import cut
from dialogcli.base.commands import check, deadlines
from dialogcli.base.dates import Day
from dialogcli.base.findings import Finding, Severity
from dialogcli.base.screen import (
    Item,
    Kept,
    Line,
    Parts,
    Rows,
    Screen,
    Table,
    Tone,
    heading,
    line,
    parts,
    rows,
    screen,
)
from dialogcli.base.words import capital, count
from dialogcli.checking.report import Report
from dialogcli.checking.survey import Outlook
from dialogcli.checking.unjudged import number_of as number_unjudged
from dialogcli.process.course import Stage, Waypoint, decider
from dialogcli.process.days import Ahead
from dialogcli.process.support import in_short
from dialogcli.process.traces import forms_of
from dialogcli.rulebook.model import SESSIONS, Gate
from dialogcli.screens.facts import Facts, Json, as_finding, finding_json, summary_json
from dialogcli.screens.findings import (
    called,
    counted,
    dialogue,
    faults_items,
    rule_title,
    unjudged_items,
)
from dialogcli.screens.left import Left, left
from dialogcli.screens.next_step import NextStep, next_facts, next_line, progress
from dialogcli.screens.stages import (
    Whose,
    day_text,
    days_ahead_items,
    outcome_text,
    stage_text,
)

_SHORTEST_TITLE = 24
_LONGEST_FAULT = 62
"""What is wrong stays on a line, where all is to be seen at once; `dialog check` tells all of it."""


MOST_FAULTS, MOST_DAYS = 3, 4
"""So many stand on the screen of `dialog status`: all of it is to be seen at once."""


def status_screen(
    look: Outlook, then: NextStep, sessions: str = "", warnings: Sequence[str] = ()
) -> Screen:
    """Where a dialogue stands, on one screen of a terminal. `then` is what comes next, `sessions` how
    many are entered, and `warnings` say which days cannot be met.
    """
    return screen(
        [_head(look), *_progress(look)],
        _course_in_short(look, sessions),
        faults_items(look.dossier.faults),
        [*_turn_in_short(look), *_missing_in_short(look)],
        _days_in_short(look, warnings),
        [] if look.dossier.faults else next_line(then),
    )


def whole_status_screen(
    look: Outlook, then: NextStep, whose: Whose = Whose.DOSSIER, warnings: Sequence[str] = ()
) -> Screen:
    """The same with every step, all that is missing and all days; `whose` these are."""
    return screen(
        [_head(look), *_progress(look)],
        _course(look.course),
        faults_items(look.dossier.faults),
        [*_turn(look), *_support(look)],
        *_missing(look),
        days_ahead_items(look.ahead, look.today, whose),
        [line(Kept("Obs", Tone.WARNING), f": {warning}", hang=5) for warning in warnings],
        [] if look.dossier.faults else next_line(then),
    )


def _head(look: Outlook) -> Line:
    return line(f"{dialogue(look.dossier)}, {Day.of(look.today).with_weekday}")


def _progress(look: Outlook) -> Iterator[Line]:
    if told := progress(look.standing):
        yield line(told)


def _course_in_short(look: Outlook, sessions: str) -> Rows:
    """The steps that are done in one row, then those that go on, and those to come."""
    found = [(label, value) for label, value in _stretches(look, sessions) if value]
    sentences = tuple((f"{capital(label)}: {value}.",) for label, value in found)
    return rows(*found, gap=3)._replace(wide=True, read_out=sentences)


def _stretches(look: Outlook, sessions: str) -> Iterator[tuple[str, str]]:
    """Labels with what stands beside them; the next decision has a row of its own."""
    yield "klart", _names(look, Stage.DONE)
    coming: list[str] = []
    for one in look.course:
        if one.stage is Stage.COMING and not _is_next(one, look):
            coming.append(one.entry.name)
        elif one.stage not in (Stage.DONE, Stage.VOID):
            yield "kommer", ", ".join(coming)
            coming = []
            yield _label(one, look), _waypoint_text(one, look, sessions)
    yield "kommer", ", ".join(coming)
    yield "blir inte av", _names(look, Stage.VOID)


def _names(look: Outlook, stage: Stage) -> str:
    return ", ".join(one.entry.name for one in look.course if one.stage is stage)


def _is_next(one: Waypoint, look: Outlook) -> bool:
    return look.gate is not None and one.entry.id == look.gate.id


def _label(one: Waypoint, look: Outlook) -> str:
    if one.stage is Stage.ENDED:
        return "slut"
    if one.stage is Stage.MISSING:
        return "SAKNAS"
    return "PÅGÅR" if look.standing.is_open(one.entry.id) else "kommer"


def _waypoint_text(one: Waypoint, look: Outlook, sessions: str) -> str:
    """`Genomförande, 2 av 3 tillfällen är införda`, `Beslut och åtgärdsplan, 14 juni 2027,
    kommunfullmäktige`.
    """
    found = [one.entry.name]
    if isinstance(one.entry, Gate):
        sent = one.stage in (Stage.SENT_BACK, Stage.POSTPONED, Stage.ENDED)
        found += [stage_text(one)] if sent else []
        found += [one.day.in_words] if one.day else []
        found += [decider(look.standing, one.entry)] if _is_next(one, look) else []
    elif sessions and SESSIONS in forms_of(one.entry):
        found.append(sessions)
    return ", ".join(filter(None, found))


def _missing_in_short(look: Outlook) -> Iterator[Item]:
    """How much is missing for the next decision, and the first faults that are no questions."""
    found = left(look)
    yield from _sum(look, found)
    yield from _first_faults(found.faults, look)
    if look.others:
        yield line(f"Andra anmärkningar: {counted(look.others, zeros=False)}. Se dem: ", check())
    if number := number_unjudged(look.report.left_unjudged):
        yield line(f"{number} krav kunde inte prövas. Se vad som fattas: ", check())


def _sum(look: Outlook, found: Left) -> Iterator[Line]:
    """`Inför Beslut och åtgärdsplan: 1 fel, 12 frågor kvar`."""
    near = look.gate if look.gate and not look.far_off else None
    questions = len(found.questions)
    told = [
        f"{len(found.faults)} fel" if found.faults else "",
        count(questions, "fråga kvar", "frågor kvar") if questions else "",
        _warnings(look),
    ]
    if any(told):
        yield line(f"{f'Inför {near.name}' if near else 'Nu'}: {', '.join(filter(None, told))}")
    elif near and not (look.dossier.faults or look.report.left_unjudged):
        yield line(f"Inför {near.name}: inget saknas")


def _first_faults(faults: Sequence[Finding], look: Outlook) -> Iterator[Line]:
    for one in faults[:MOST_FAULTS]:
        title = cut(f"{missing_in_short(one, look.report).rstrip('.')}.", _LONGEST_FAULT)
        yield line(Kept(f"{one.severity.word} {one.rule}:", Tone.FAULT, 3), f" {title}", indent=2)
    if len(faults) > MOST_FAULTS:
        yield line(f"{len(faults) - MOST_FAULTS} fel till: ", check(), indent=2)


def _warnings(look: Outlook) -> str:
    number = sum(one.severity is Severity.VARNING for one in look.left)
    return count(number, "varning", "varningar") if number else ""


def _days_in_short(look: Outlook, warnings: Sequence[str]) -> Iterator[Item]:
    """The nearest days, and the first of them that cannot be met."""
    yield from days_ahead_items(look.ahead, look.today, most=MOST_DAYS)
    for warning in warnings[:1]:
        yield line(Kept("Obs", Tone.WARNING), f": {warning}", hang=5)
    if len(warnings) > 1:
        yield line("Mer om datumen: ", deadlines())


def missing_in_short(finding: Finding, report: Report) -> str:
    """What is missing, in a few words: the name of the thing, else what the requirement says. What
    has happened without what it needs says so itself, also under the id of a requirement.
    """
    if finding.subject:
        return finding.subject
    if any(finding == told.finding for told in report.course if not told.by_rule):
        return finding.message.partition(". ")[0]
    rulebook = report.dossier.rulebook
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
        return
    known = [turn for turn in look.turns if turn.who]
    if len({turn.who for turn in known}) == 1:
        yield line(f"Vems tur: {known[0].who}")
    elif known:
        yield heading("Vems tur")
        for turn in known:
            yield line(f"{turn.entry.name}: {turn.who}", indent=2, hang=4)


def _turn_in_short(look: Outlook) -> Iterator[Line]:
    """All of them on one line, each with what waits for them where that is not the same."""
    known = [turn for turn in look.turns if turn.who]
    if look.standing.ended or len({turn.who for turn in known}) <= 1:
        yield from _turn(look)
    else:
        yield line(f"Vems tur: {'; '.join(f'{one.who} ({one.entry.name})' for one in known)}")


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
    """That nothing is missing for the next decision, unless something that was to be judged could
    not be. In a step that goes on something is always left.
    """
    if look.report.left_unjudged:
        return
    if look.gate and not look.far_off:
        who = f" Beslutet fattas av {_when(look)}." if decider(look.standing, look.gate) else ""
        yield line(f"Inget saknas inför nästa beslut.{who}")
    elif not look.turns and not look.ahead:
        yield line("Inget återstår att göra.")


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
        title = missing_in_short(one, look.report)
        rows.append((parts(f"{one.severity.word} {one.rule}"), parts(title), parts(one.remedy)))
        remedy = (" Åtgärd: ", one.remedy) if one.remedy else ()
        read_out.append((called(one), f" {title}.", *remedy))
    return Table(
        tuple(rows), tuple(read_out), shrink=((1, _SHORTEST_TITLE),), indent=2, stacks=True
    )


VERSION = 1


def status_facts(look: Outlook, folder: str, then: NextStep, warnings: Sequence[str] = ()) -> Facts:
    """`folder` is where the dossier lies, `then` what comes next. Files that cannot be read are
    findings of severity fel, as in `check`.
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
        "next": next_facts(then),
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
