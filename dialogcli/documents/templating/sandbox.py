"""What a template may do: read plain data and write text, for as long as its allowance lasts.
Jinja's filters are there as far as a document needs them: those that can fill the memory in one
step are bounded or left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NoReturn

from jinja2 import FunctionLoader, StrictUndefined, Template, nodes, pass_context, pass_eval_context
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.filters import FILTERS, do_replace, do_round, do_sum, make_attrgetter
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS

from dialogcli.documents.templating.metering import (
    BOUNDED_FILTERS,
    CHARACTERS,
    Allowance,
    Counted,
    EndlessError,
    MadeMapping,
    UnprintableError,
    bounded,
    joined_texts,
)

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
    return joined_texts(parts, context.environment.allowance, between)  # type: ignore[attr-defined]


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


_GROWING = (
    "center",
    "expandtabs",
    "format",
    "format_map",
    "join",
    "ljust",
    "replace",
    "rjust",
    "translate",
    "zfill",
)
"""What a text can do that can fill the memory in one step; for two of them there are filters."""

_LARGEST_NUMBER = 10**15
_LONGEST_RANGE = 100_000
_CALL, _INCLUDE = 4, 40
"""How many steps it costs to call a macro, and to include a file."""


class UnknownNameError(UndefinedError):
    """A template uses a name that does not exist; `known` are the names that do exist there, empty
    at the top.
    """

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class RefusedError(SecurityError):
    """A template uses something that could lead out of it; the message is its name."""


class Strict(StrictUndefined):
    """Undefined that says which name it was and which ones there are."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_args: object, **_kwargs: object) -> NoReturn:
        there = self._undefined_obj
        known = tuple(str(key) for key in there) if isinstance(there, Mapping) else ()
        raise UnknownNameError(str(self._undefined_name), known)

    __iter__ = __str__ = __len__ = __bool__ = __eq__ = __ne__ = __hash__ = (
        _fail_with_undefined_error
    )
    __getattr__ = __getitem__ = __call__ = __add__ = __radd__ = __contains__ = (
        _fail_with_undefined_error
    )


class Sandbox(ImmutableSandboxedEnvironment):
    """Over templates given as (file name -> text). They run one at a time, each for as long as the
    allowance lasts.
    """

    intercepted_binops = frozenset({"*", "**", "%", "+", "-"})

    def __init__(
        self,
        texts: Mapping[str, str],
        filters: dict[str, Callable[..., object]],
        finalize: Callable[..., object],
    ) -> None:
        named = FunctionLoader(lambda name: (texts[name], name, None) if name in texts else None)
        super().__init__(
            undefined=Strict,
            autoescape=True,
            finalize=finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            loader=named,
        )
        self.allowance = Allowance()
        self.filters = {
            name: self.allowance.charged(one) for name, one in (of_jinja() | filters).items()
        } | BOUNDED_FILTERS
        tests: Mapping[str, Callable[..., object]] = TESTS  # type: ignore[assignment]  # untyped in Jinja
        self.tests = {name: self.allowance.charged(one) for name, one in tests.items()}
        self.globals = {
            "range": _range,
            "dict": MadeMapping,
            "namespace": self.globals["namespace"],
        }
        self._texts = texts

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        return super()._generate(bounded(source), name, filename, defer_init=defer_init)

    def get_template(self, name: str | Template, *args: Any, **named: Any) -> Template:
        size = len(self._texts.get(name, "")) if isinstance(name, str) else 0
        self.allowance.charge(_INCLUDE + size // CHARACTERS)
        return super().get_template(name, *args, **named)

    def call(self, context: Context, function: Any, *args: Any, **named: Any) -> Any:
        whose = getattr(function, "__self__", None)
        searched = len(whose) if isinstance(whose, str | list | tuple) else 0
        self.allowance.charge(_CALL + len(args) + searched // CHARACTERS)
        if isinstance(function, LoopContext) and args:
            args = (Counted(args[0], self.allowance), *args[1:])
        return self.allowance.weighed(super().call(context, function, *args, **named))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        for one in (left, right):
            if isinstance(one, Undefined):
                str(one)  # says which it is
        match left, right:
            case int() | float(), int() | float():
                if operator == "**" or max(abs(left), abs(right)) > _LARGEST_NUMBER:
                    raise RefusedError(operator)
                return super().call_binop(context, operator, left, right)
            case str(), str() if operator == "+":
                return joined_texts([left, right], self.allowance)
            case list(), list() if operator == "+":
                return [*self.allowance.weighed(left), *self.allowance.weighed(right)]
        raise TypeError if operator in "+-" else RefusedError(operator)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return not (isinstance(obj, str) and attr in _GROWING) and super().is_safe_attribute(
            obj, attr, value
        )

    def unsafe_undefined(self, obj: Any, attribute: str) -> NoReturn:  # noqa: ARG002
        raise RefusedError(attribute)

    def wrap_str_format(self, value: Any) -> None:
        """A format can ask for any width; nothing in a document needs one."""
        if isinstance(getattr(value, "__self__", None), str) and value.__name__ in (
            "format",
            "format_map",
        ):
            raise RefusedError(value.__name__)


def _range(*bounds: int) -> range:
    found = range(*bounds)
    if len(found) > _LONGEST_RANGE:
        raise EndlessError
    return found
