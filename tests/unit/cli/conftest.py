"""A command sets up its process; the process of the tests is left as it was."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest

from dateline.cli import THREADS


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in THREADS:
        monkeypatch.setenv(name, "1")
    monkeypatch.setitem(sys.modules, "torch", None)
    threshold = gc.get_threshold()
    yield
    gc.set_threshold(*threshold)
