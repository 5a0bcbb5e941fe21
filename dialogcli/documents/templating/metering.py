"""How much a template may do. An organisation's own can hold a loop that never ends, so every step
is counted.

Steps rather than seconds: the same template stops at the same place on every machine. Jinja
compiles loops, comparisons and literals to plain Python; a turnstile is put in front of all that
could go on for ever or grow without end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from functools import wraps
from typing import Any, TypeVar

from jinja2 import nodes, pass_context
from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Context, Undefined
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from dialogcli.documents.markup.markdown import escape_within

STEPS = 1_000_000
"""A document of a thousand pages needs half of them; to count them all takes a second or two."""

LARGEST_TEXT = 5_000_000
"""How many characters a document may have, and any text on the way to it."""

CHARACTERS = 10
"""So many characters cost a step."""

T = TypeVar("T")


class EndlessError(TemplateRuntimeError):
    """A template that has used up its allowance."""


class MadeMapping(dict[Any, Any]):
    """A mapping that a template has made itself, unlike those of its data."""


class Allowance:
    """What is left of the steps of one document, for documents that are made one after the other."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = STEPS

    def renew(self) -> None:
        """Begin another document."""
        self.left = STEPS

    def charge(self, steps: int = 1) -> None:
        """Count some steps. Raises EndlessError when there are none left."""
        self.left -= steps
        if self.left < 0:
            raise EndlessError

    def text(self, size: int) -> None:
        """Count a text of that size. Raises OverflowError for one that is far too long."""
        if size > LARGEST_TEXT:
            raise OverflowError
        self.charge(size // CHARACTERS)

    def weighed(self, value: T) -> T:
        """The value, when all that is in it has been counted: lists in lists grow without a loop."""
        if isinstance(value, str):
            self.text(len(value))
        elif isinstance(value, list | tuple | MadeMapping):
            self.charge(len(value))
            for one in value.values() if isinstance(value, MadeMapping) else value:
                self.weighed(one)
        return value

    def charged(self, function: Callable[..., object]) -> Callable[..., object]:
        """A filter or test that pays for what it is given and for what it gives."""

        @wraps(function)
        def paid(*args: object, **named: object) -> object:
            self.charge(
                1
                + sum(
                    len(one) // CHARACTERS
                    for one in args
                    if isinstance(one, str | list | tuple | range)
                )
            )
            result = function(*args, **named)
            return Counted(result, self) if isinstance(result, Iterator) else self.weighed(result)

        return paid


class Counted(Iterable[T]):
    """What a template walks through, each part of which costs some steps."""

    __slots__ = ("allowance", "parts", "price")

    def __init__(self, parts: Iterable[T], allowance: Allowance, price: int = 1) -> None:
        self.parts = parts
        self.allowance = allowance
        self.price = price

    def __iter__(self) -> Iterator[T]:
        for part in self.parts:
            self.allowance.charge(self.price)
            yield part

    def __bool__(self) -> bool:
        return bool(self.parts)

    def __len__(self) -> int:
        if isinstance(self.parts, Sized):
            return len(self.parts)
        raise TypeError


_LOOP, _WEIGH, _JOIN, _MADE = "[loop]", "[weigh]", "[join]", "[made]"
"""Names of filters that no template can write."""


class UnprintableError(TypeError):
    """Something that has no text was to be printed."""


def bounded(tree: nodes.Template) -> nodes.Template:
    """The same template, changed in place so that every loop and everything that grows is counted."""
    _Bounding().visit(tree)
    return tree


class _Bounding(NodeTransformer):
    def visit(self, node: nodes.Node, *args: object, **named: object) -> nodes.Node:
        self.generic_visit(node, *args, **named)
        change = _CHANGES.get(type(node))
        return change(node) if change else node


def _loops(node: nodes.For) -> nodes.For:
    """Each turn costs as much as the text that it repeats."""
    price = nodes.Const(1 + _text_in(node.body) // CHARACTERS)
    node.iter = _through(_LOOP, node.iter, price)  # type: ignore[arg-type]  # an expression, though typed as a node
    return node


def _concatenates(node: nodes.Concat) -> nodes.Expr:
    return _through(_JOIN, nodes.List(node.nodes, lineno=node.lineno))


def _compares(node: nodes.Compare) -> nodes.Compare:
    node.expr = _weighed(node.expr)
    for operand in node.ops:
        operand.expr = _weighed(operand.expr)
    return node


def _slices(node: nodes.Getitem) -> nodes.Getitem:
    if isinstance(node.arg, nodes.Slice):
        node.node = _weighed(node.node)
    return node


def _lists(node: nodes.List | nodes.Tuple) -> nodes.Expr:
    """A tuple may also be what names are given to, and then it is no value."""
    return node if isinstance(node, nodes.Tuple) and node.ctx != "load" else _weighed(node)


def _maps(node: nodes.Dict) -> nodes.Expr:
    return _through(_MADE, node)


_CHANGES: Mapping[type[nodes.Node], Callable[[Any], nodes.Node]] = {
    nodes.For: _loops,
    nodes.Concat: _concatenates,
    nodes.Compare: _compares,
    nodes.Getitem: _slices,
    nodes.List: _lists,
    nodes.Tuple: _lists,
    nodes.Dict: _maps,
}


def _text_in(body: Iterable[nodes.Node]) -> int:
    """How many characters of its own a piece of a template holds."""
    characters = 0
    for part in body:
        if isinstance(part, nodes.TemplateData):
            characters += len(part.data)
        characters += sum(len(one.data) for one in part.find_all(nodes.TemplateData))
    return characters


def _weighed(node: nodes.Expr) -> nodes.Expr:
    """A constant weighs what the template's own text does."""
    parts = node.items if isinstance(node, nodes.List | nodes.Tuple) else [node]
    return node if all(isinstance(part, nodes.Const) for part in parts) else _through(_WEIGH, node)


def _through(name: str, node: nodes.Expr, *args: nodes.Expr) -> nodes.Filter:
    made = nodes.Filter(node, name, list(args), [], None, None)
    made.set_lineno(node.lineno)
    made.environment = node.environment
    return made


def joined_texts(parts: Iterable[object], allowance: Allowance, between: str = "") -> str:
    """Texts one after the other: a field among them stands for its answer, and then the others are
    shown as they are.

    Raises UnprintableError for what has no text, OverflowError for too much of it.
    """
    shown = [_shown(part, allowance) for part in parts]
    allowance.text(sum(len(part) for part in shown) + len(between) * len(shown))
    if any(hasattr(part, "__html__") for part in shown):
        shown = [_marked(part) for part in shown]
        return Markup(escape_within(between)).join(shown)  # noqa: S704
    return between.join(shown)


def _marked(text: str) -> Markup:
    return text if isinstance(text, Markup) else Markup(escape_within(text))  # noqa: S704


def _shown(part: object, allowance: Allowance) -> str:
    allowance.charge()
    match part:
        case {"mark": str(mark)}:
            return Markup(mark)  # noqa: S704 - a mark is a number between two private characters
        case str():
            return part
        case int() | float() | Undefined():
            return str(part)
    raise UnprintableError


def _allowance(context: Context) -> Allowance:
    found: Allowance = context.environment.allowance  # type: ignore[attr-defined]  # our sandbox has one
    return found


@pass_context
def _loop(context: Context, parts: Iterable[object], price: int) -> Counted[object]:
    return Counted(parts, _allowance(context), price)


@pass_context
def _weigh(context: Context, value: object) -> object:
    return _allowance(context).weighed(value)


@pass_context
def _made(context: Context, value: Mapping[object, object]) -> MadeMapping:
    return _allowance(context).weighed(MadeMapping(value))


@pass_context
def _join(context: Context, parts: list[object]) -> str:
    """`a ~ b`"""
    return joined_texts(parts, _allowance(context))


BOUNDED_FILTERS = {_LOOP: _loop, _WEIGH: _weigh, _JOIN: _join, _MADE: _made}
