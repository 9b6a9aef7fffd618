"""A process that is killed at any moment loses nothing that was kept, and going on ends where it would have ended."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.app.drawing import refresh
from dateline.app.exporting import lines
from dateline.ledger import SqliteLedger

MOMENTS = int(os.environ.get("DATELINE_MOMENTS", "12"))
"""Kills tried; many more by hand than at every run."""
SEED = 20260301
_WORK = """
import random, sys, time
from pathlib import Path
from dateline.app.drawing import refresh
from dateline.ledger import SqliteLedger
from fakes.happenings import BUKAVU, GOMA, SAKE, article, event, page, voice

held = SqliteLedger(Path(sys.argv[1]))
if sys.argv[2] == "rebuild":
    held.forget_drawing(mark="others")
print("on", flush=True)
chance = random.Random(7)
for number in range(60):
    told = article(f"Paper {number}", published=f"2024-03-{1 + number // 3:02}")
    where = chance.choice((GOMA, SAKE, BUKAVU))
    happened = [event(told, where=(where,), when=f"2024-03-{1 + number // 6:02}", killed=[(3, voice("army"))], number=n) for n in (0, 1)]
    held.keep(page(told), told, happened)
    if number % 5 == 0:
        refresh(held)
refresh(held)
held.close()
"""  # noqa: E501


def started(path: Path, what: str) -> subprocess.Popen[str]:
    """The work on a ledger, under way."""
    tests = Path(__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": f"{tests}{os.pathsep}{tests.parent / 'src'}"}
    process = subprocess.Popen(
        [sys.executable, "-c", _WORK, str(path), what], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "on\n"
    process.stdout.close()
    return process


def exports(path: Path) -> list[str]:
    """All events and incidents as they are exported."""
    held = SqliteLedger(path, create=False)
    refresh(held)
    found = [line for what in ("events", "incidents") for line in lines(held, form="jsonl", what=what)]  # type: ignore[arg-type]
    held.close()
    return found


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], float]:
    """What is exported where nobody pulls the plug, and how long the work takes."""
    path = tmp_path_factory.mktemp("whole") / "l.db"
    process = started(path, "add")
    start = time.perf_counter()
    assert process.wait() == 0
    return exports(path), time.perf_counter() - start


@pytest.mark.parametrize("what", ["add", "rebuild"])
def test_a_pulled_plug_loses_nothing(what: str, tmp_path: Path, undisturbed: tuple[list[str], float]) -> None:
    expected, seconds = undisturbed
    chance = random.Random(f"{SEED} {what}")
    for moment in range(MOMENTS):
        path = tmp_path / f"{moment}.db"
        if what == "rebuild":
            assert started(path, "add").wait() == 0
        process = started(path, what)
        time.sleep(chance.uniform(0, seconds))
        process.send_signal(signal.SIGKILL)
        process.wait()
        held = SqliteLedger(path, create=False)
        kept = {event.id for event, _ in held.accounts()}
        held.close()
        if what == "rebuild":
            assert exports(path) == expected
        assert started(path, "add").wait() == 0
        after = exports(path)
        assert after == expected
        assert all(any(id_ in line for line in after) for id_ in kept)
        path.unlink()
