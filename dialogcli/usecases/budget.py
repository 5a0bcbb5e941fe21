"""The budget of a dialogue: as it stands, and the compensation of elected representatives worked
out into it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.base.commands import deadlines_settings
from dialogcli.base.findings import UnreadableError, UsageError
from dialogcli.base.screen import Kept, Line, Tone, line
from dialogcli.base.words import count, kronor, listed
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.money import AMOUNT, NUMBER, PRICE, BudgetLine, Sessions, compensation
from dialogcli.dossier.organisation import ORGANISATION_FILE, RATES, Organisation, load_organisation
from dialogcli.dossier.reading import read_dossier
from dialogcli.process.standing import standing
from dialogcli.rulebook.model import Rulebook
from dialogcli.screens.budget import BudgetRow, budget_screen, compensation_screen
from dialogcli.screens.findings import dialogue
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import Where
from dialogcli.usecases.interview.recorder import Recorder
from dialogcli.usecases.next_step import asks_about
from dialogcli.yamltext.nodes import Plain

_ROWS, _COST, _KIND, _FEE = "poster", "kostnad", "kostnadsslag", "sammanträdesarvode"
_NOT_IN_IT = "Arbetsgivaravgifter ingår inte. Lönekontoret vet vad de blir."


def show_rows(context: Context, where: Where) -> None:
    """The budget as it stands, and what it is good to know about it."""
    dossier = _read(where)
    advice = [*_against_the_plan(dossier), *_fee_must_be_decided(dossier)]
    title = f"Budget, {dialogue(dossier)}"
    then = asks_about(dossier.rulebook, _COST, _ROWS)
    context.console.show(budget_screen(title, _rows(dossier), [*map(line, advice), *then]))


def work_out(context: Context, where: Where, sessions: Sessions, *, write: bool) -> None:
    """The three lines of compensation at the organisation's rates; with `write` they are entered in
    the budget.
    """
    dossier, organisation = _read(where), load_organisation(where.folder)
    lines = compensation(sessions, organisation.rates)
    told = [_write(context, where, lines, organisation)] if write else [*_no_rates(organisation)]
    advice = [_NOT_IN_IT, *_fee_must_be_decided(dossier, worked_out=True)]
    then = asks_about(dossier.rulebook, _COST, _ROWS)
    context.console.show(compensation_screen(lines, [*map(line, advice), *told, *then]))


def _read(where: Where) -> Dossier:
    dossier = read_dossier(where.folder)
    if dossier.faults:
        raise UnreadableError("Rätta filerna först. Inget är räknat.", faults=dossier.faults)
    return dossier


def _rows(dossier: Dossier) -> list[BudgetRow]:
    """The rows of the budget, whichever form it stands in."""
    return [
        BudgetRow(
            _text(row, "vad"),
            _number(row, NUMBER),
            _number(row, PRICE),
            _number(row, AMOUNT),
            _text(row, "finansiering"),
        )
        for row in _budget_rows(dossier)
    ]


def _write(
    context: Context, where: Where, lines: tuple[BudgetLine, ...], organisation: Organisation
) -> Line:
    """Write each line: in place of the only row of its kind, else as a new row. Of several rows
    none is chosen.
    """
    if missing := [one.kind for one in lines if one.amount is None]:
        raise UsageError(
            f"Beloppet för {listed(missing)} saknas i {ORGANISATION_FILE}. Inget är skrivet.",
            *_no_rates(organisation),
        )
    with context.lock(where.folder, "dialog budget"):
        recorder = Recorder.open(where.folder)
        path = _path(recorder.dossier.rulebook)
        written = [one.what for one in lines if _write_line(recorder, path, one)]
    said = [f": {count(len(written), 'rad är skriven', 'rader är skrivna')} i budgeten."]
    if left := [one.what for one in lines if one.what not in written]:
        said.append(f"Budgeten har flera rader av samma slag. Ändra dem själv: {listed(left)}.")
    said += _against_the_plan(recorder.dossier)
    return line(Kept("Klart", Tone.GOOD), " ".join(said))


def _write_line(recorder: Recorder, path: str, given: BudgetLine) -> bool:
    everything = _budget_rows(recorder.dossier)
    same = [row for row in everything if _text(row, _KIND) == given.kind]
    if len(same) > 1:
        return False
    answers: dict[str, Plain] = {
        "vad": given.what,
        _KIND: given.kind,
        NUMBER: str(given.number),
        PRICE: str(given.price or 0),
        AMOUNT: str(given.amount),
    }
    if same:
        for name, value in answers.items():
            recorder.write(f"{same[0].path}.{name}", value)
        return True
    payers = {_text(row, "finansiering") for row in everything}
    if len(payers) == 1:
        answers["finansiering"] = payers.pop()
    recorder.write(f"{path}.{len(everything) + 1}", answers)
    return True


def _against_the_plan(dossier: Dossier) -> Iterator[str]:
    """Whether the cost in the plan is the sum of the budget."""
    total = sum(row.amount or 0 for row in _rows(dossier))
    for files in dossier.files.values():
        for file in files:
            cost = file.answers.get(_COST)
            if cost and isinstance(cost.value, int):
                yield (
                    f"Kostnaden i planen är densamma som summan: {kronor(total)}."
                    if cost.value == total
                    else f"Kostnaden i planen är {kronor(cost.value)}, men summan är {kronor(total)}."
                )


def _fee_must_be_decided(dossier: Dossier, worked_out: bool = False) -> Iterator[str]:
    """A session is seldom a meeting with minutes: then a fee must be decided on, best where the
    plan is.
    """
    if not (worked_out or _has_fee(dossier)):
        return
    yield "Ett dialogtillfälle är sällan ett protokollfört sammanträde. Då ger det arvode bara om det är beslutat."
    form = _path(dossier.rulebook).split(".")[0]
    gate = next((gate for gate in dossier.rulebook.gates() if form in gate.adopts), None)
    if gate is None:
        return
    if standing(dossier).is_done(gate.id):
        yield f"Se efter att det står i beslutet: {gate.name}."
    elif any("arvode" in proposal for proposal in gate.proposes):
        yield f"Förslaget till beslut säger det: {gate.name}. Ta inte bort den punkten."
    else:
        yield f"Skriv det som en egen punkt i förslaget till beslut: {gate.name}."


def _has_fee(dossier: Dossier) -> bool:
    return any(_text(row, _KIND) == _FEE and _number(row, AMOUNT) for row in _budget_rows(dossier))


def _no_rates(organisation: Organisation) -> Iterator[Line]:
    if missing := [rate for rate in RATES if rate not in organisation.rates]:
        yield line(
            f"Era ersättningar skrivs under arvoden i {ORGANISATION_FILE}. Det här saknas: {listed(missing)}."
        )
        if not organisation.own:
            yield line("Skapa filen: ", deadlines_settings())


def _path(rulebook: Rulebook) -> str:
    """`budget.poster`. Raises UsageError when the rulebook has no budget."""
    found = next((form.id for form in rulebook.forms.values() if _ROWS in form.fields), "")
    if not found:
        raise UsageError(f"Regelverket för {rulebook.organisation} har ingen budget i dossiern.")
    return f"{found}.{_ROWS}"


def _budget_rows(dossier: Dossier) -> tuple[Answer, ...]:
    table = dossier.answer(_path(dossier.rulebook))
    return table.rows if table else ()


def _text(row: Answer, name: str) -> str:
    part = row.part(name)
    return part.text.strip() if part else ""


def _number(row: Answer, name: str) -> int | None:
    part = row.part(name)
    return part.value if part and isinstance(part.value, int) else None
