"""`dialog decide`: enter a decision that has been taken."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dialogcli.base.findings import UsageError
from dialogcli.cli.completion_values import gates
from dialogcli.cli.options import FolderOption
from dialogcli.usecases.context import Context
from dialogcli.usecases.decisions.options import OPTIONS, DecisionOption
from dialogcli.usecases.folder import Where, find_folder

if TYPE_CHECKING:
    from dialogcli.usecases.decisions.input import TypedDecision

GateWord = Annotated[
    str,
    typer.Argument(
        metavar="BESLUT",
        help="beslutspunkten, till exempel handlingsplan",
        show_default=False,
        autocompletion=gates,
    ),
]
Fields = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FÄLT=VÄRDE",
        show_default=False,
        help="annat som beslutet säger, till exempel expedierat=10/3",
    ),
]
Particulars = Annotated[
    str, typer.Option("--answers", metavar="FIL", help="hämta uppgifterna ur en fil")
]
Agenda = Annotated[
    str,
    typer.Option(
        "--agenda", metavar="MÖTE", help="för in alla beslut från ett möte, i stället för ett enda"
    ),
]
Correct = Annotated[
    bool, typer.Option("--correct", help="rätta ett infört beslut; det som stod förut står kvar")
]
Withdraw = Annotated[
    bool, typer.Option("--withdraw", help="ta tillbaka ett beslut som fördes in av misstag")
]
Reason = Annotated[
    str,
    typer.Option(
        "--reason", metavar="SKÄL", help="varför det rättas, och av vem, eller tas tillbaka"
    ),
]


def decide(
    ctx: typer.Context,
    gate: GateWord = "",
    fields: Fields = None,
    answers: Particulars = "",
    agenda: Agenda = "",
    correct: Correct = False,
    withdraw: Withdraw = False,
    reason: Reason = "",
    folder: FolderOption = "",
    **given: Any,
) -> int:
    """Record a decision in a file of its own; no other file is changed. `given` are the options of
    OPTIONS by their fields: a text, or those that can be written several times as a list of texts.
    """
    options = _options(given)
    if agenda:
        if any((gate, options, folder, correct, withdraw)):
            raise UsageError(
                "Med --agenda frågar dialog efter besluten ett i taget. Det enda andra tillvalet är "
                "--answers."
            )
        return _enter_meeting(ctx.obj, agenda, answers)
    _must_fit_together(correct, withdraw, reason)
    from dialogcli.usecases.decisions.input import (
        TypedDecision,  # what it takes to check and to write: help needs none of it
    )

    where = find_folder(ctx.obj, folder)
    gate = gate or _next_one(ctx.obj, where, correct=correct or withdraw)
    typed = TypedDecision(gate, options, fields or [], answers)
    if withdraw:
        return _withdraw(ctx.obj, where, typed, reason)
    return _correct(ctx.obj, where, typed, reason) if correct else _enter(ctx.obj, where, typed)


def _must_fit_together(correct: bool, withdraw: bool, reason: str) -> None:
    """Raises UsageError."""
    if reason and not (correct or withdraw):
        raise UsageError("--reason hör ihop med --correct och --withdraw. Inget är infört.")
    if correct and withdraw:
        raise UsageError("Skriv --correct eller --withdraw, inte båda. Inget är ändrat.")


def _options(given: Mapping[str, Any]) -> dict[str, list[str]]:
    """Those options that were typed, each with its texts."""
    return {
        field: [text] if isinstance(text, str) else text for field, text in given.items() if text
    }


def _next_one(context: Context, where: Where, *, correct: bool) -> str:
    """The decision that is meant when none is named."""
    from dialogcli.usecases.decisions.which import decision_meant

    return decision_meant(context, where.folder, correct=correct)


def _enter(context: Context, where: Where, typed: TypedDecision) -> int:
    from dialogcli.usecases.decisions.enter import enter

    return enter(context, where, typed)


def _correct(context: Context, where: Where, typed: TypedDecision, reason: str) -> int:
    from dialogcli.usecases.decisions.correct import correct as put_right

    return put_right(context, where, typed, reason)


def _withdraw(context: Context, where: Where, typed: TypedDecision, reason: str) -> int:
    from dialogcli.usecases.decisions.withdraw import withdraw as take_back

    return take_back(context, where, typed, reason)


def _enter_meeting(context: Context, agenda: str, answers: str) -> int:
    from dialogcli.usecases.meetings.minutes import (
        enter_meeting,  # and what the record of a meeting takes
    )

    return enter_meeting(context, agenda, answers)


def _parameter(option: DecisionOption) -> Parameter:
    """The option as Typer reads it out of a function's signature."""
    names = [option.name, option.formerly] if option.formerly else [option.name]
    told = typer.Option(*names, metavar=option.metavar, help=option.help, show_default=False)
    kind, default = (list[str] | None, None) if option.many else (str, "")
    return Parameter(
        option.field,
        Parameter.POSITIONAL_OR_KEYWORD,
        default=default,
        annotation=Annotated[kind, told],
    )


def _with_options() -> list[Parameter]:
    """The parameters of `decide` with OPTIONS in the place of `given`, before the other options."""
    ctx, gate, fields, *others, _ = signature(decide, eval_str=True).parameters.values()
    return [ctx, gate, fields, *(_parameter(option) for option in OPTIONS), *others]


decide.__signature__ = signature(decide).replace(  # type: ignore[attr-defined]
    parameters=_with_options()
)
