"""The order of the stages is what the reader does."""

from __future__ import annotations

import inspect
from importlib import import_module
from itertools import pairwise

import pytest

from dateline.app import ledgers, reader
from dateline.pipeline import ACROSS, PER_PAGE, STEPS, Step


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.stage)
def test_a_step_names_its_function_and_its_types(step: Step) -> None:
    module, _, name = step.function.partition(":")
    signature = inspect.signature(getattr(import_module(module), name))
    assert next(iter(signature.parameters.values())).annotation == step.takes
    assert signature.return_annotation == step.gives


def test_each_step_takes_what_the_one_before_gives() -> None:
    for before, after in pairwise(PER_PAGE):
        assert after.takes in before.gives.split(" | ")


def test_the_reader_calls_the_steps_in_order() -> None:
    body = inspect.getsource(reader.Reader.read)
    calls = [body.index(f"{step.function.partition(':')[2]}(") for step in PER_PAGE]
    assert calls == sorted(calls)
    assert all(step.function.partition(":")[2] in inspect.getsource(ledgers) for step in ACROSS)
