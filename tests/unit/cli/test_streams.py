"""Standard output and error as shells use them: pipes that close, disks that are full, terminals that know no UTF-8."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.ledger import SqliteLedger
from fakes.happenings import article, event, page

RUN = [sys.executable, "-c", "from dateline.cli import main; main()"]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with a few thousand events."""
    path = tmp_path / "l.db"
    held = SqliteLedger(path)
    for number in range(20):
        told = article(f"Газета {number}")
        held.keep(page(told), told, [event(told, number=n) for n in range(100)])
    held.close()
    return path


def test_a_pipe_that_closes_early_is_no_error(ledger: Path) -> None:
    command = subprocess.Popen(
        [*RUN, "export", "--as", "jsonl", "--ledger", str(ledger)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert command.stdout is not None
    assert command.stderr is not None
    command.stdout.readline()
    command.stdout.close()
    assert command.stderr.read() == b""
    assert command.wait() == 0
    command.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line(ledger: Path) -> None:
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [*RUN, "export", "--as", "jsonl", "--ledger", str(ledger)], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1


def test_data_is_utf8_whatever_the_locale(ledger: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    ran = subprocess.run(
        [*RUN, "export", "--as", "jsonl", "--ledger", str(ledger)], capture_output=True, env=environment, check=True
    )
    assert "Газета" in ran.stdout.decode("utf-8")


def test_a_device_is_written_to_and_not_replaced(ledger: Path) -> None:
    null = Path(os.devnull)
    before = null.stat().st_mode
    subprocess.run(
        [*RUN, "export", "--as", "jsonl", "--ledger", str(ledger), "--output", os.devnull],
        check=True,
        capture_output=True,
    )
    assert null.stat().st_mode == before
