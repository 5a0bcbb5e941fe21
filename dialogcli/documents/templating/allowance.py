"""How much a template may do. An organisation's own can hold a loop that never ends, so every step
is counted.

Steps rather than seconds: the same template stops at the same place on every machine, without a
clock or a process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from functools import wraps
from typing import Any, TypeVar

from jinja2.exceptions import TemplateRuntimeError

STEPS = 1_000_000
"""A document of a thousand pages needs half of them; to count them all takes a second or two."""

LARGEST_TEXT = 5_000_000
"""How many characters a document may have, and any text on the way to it."""

CHARACTERS = 10
"""So many characters cost a step."""

T = TypeVar("T")


class EndlessError(TemplateRuntimeError):
    """A template that has used up its allowance."""


class Made(dict[Any, Any]):
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
        elif isinstance(value, list | tuple | Made):
            self.charge(len(value))
            for one in value.values() if isinstance(value, Made) else value:
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
