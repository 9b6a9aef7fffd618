"""The reference runner."""

from __future__ import annotations

from dateline.runners.serial import serial


def test_results_come_in_order_and_only_when_asked_for() -> None:
    done: list[int] = []

    def square(number: int) -> int:
        done.append(number)
        return number * number

    results = serial(square, iter(range(3)))
    assert next(results) == 0
    assert done == [0]
    assert list(results) == [1, 4]
