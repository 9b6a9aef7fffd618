"""The reference runner: one item after another, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def serial(function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """The result of each item, in order, made when asked for."""
    for item in items:
        yield function(item)
