"""Jinja's filters, as far as a document needs them: those that can fill the memory in one step are
bounded or left out, and so are those that give another text each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import pass_context, pass_eval_context
from jinja2.filters import FILTERS, do_replace, do_round, do_sum, make_attrgetter
from jinja2.nodes import EvalContext
from jinja2.runtime import Context

from dialogcli.documents.templating.bounding import UnprintableError, joined

_KEPT = (
    "abs",
    "capitalize",
    "count",
    "d",
    "default",
    "dictsort",
    "e",
    "escape",
    "first",
    "float",
    "forceescape",
    "groupby",
    "int",
    "items",
    "last",
    "length",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "reverse",
    "safe",
    "select",
    "selectattr",
    "sort",
    "title",
    "trim",
    "truncate",
    "unique",
    "upper",
    "wordcount",
)
_DECIMALS = 9


def of_jinja() -> dict[str, Callable[..., object]]:
    """The filters by name."""
    kept: dict[str, Callable[..., object]] = {name: FILTERS[name] for name in _KEPT}
    return kept | {
        "join": _join,
        "replace": _replace,
        "round": _round,
        "string": _string,
        "sum": _sum,
    }


@pass_context
def _join(
    context: Context, value: Iterable[object], between: str = "", attribute: str | int | None = None
) -> str:
    parts = (
        map(make_attrgetter(context.environment, attribute), value)
        if attribute is not None
        else value
    )
    return joined(parts, context.environment.allowance, between)  # type: ignore[attr-defined]


@pass_eval_context
def _replace(context: EvalContext, text: str, old: str, new: str, count: int | None = None) -> str:
    times = text.count(old) if count is None else min(text.count(old), count)
    context.environment.allowance.text(len(text) + times * len(new))  # type: ignore[attr-defined]
    return do_replace(context, text, old, new, count)


def _round(number: float, decimals: int = 0, method: Any = "common") -> float:
    return do_round(number, max(-_DECIMALS, min(decimals, _DECIMALS)), method)


def _string(value: object) -> str:
    if not isinstance(value, str | int | float):
        raise UnprintableError
    return value if isinstance(value, str) else str(value)


@pass_context
def _sum(
    context: Context, parts: Iterable[Any], attribute: str | int | None = None, start: float = 0
) -> Any:
    return do_sum(
        context.environment, parts, attribute, start if isinstance(start, int | float) else 0
    )
