"""A command takes one thread unless the user asks for more, and loads no library that it has no use for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from dateline.cli import THREADS, one_thread


def test_one_thread_by_default() -> None:
    environment = {"HOME": "/home/n"}
    one_thread(environment)
    assert environment == {"HOME": "/home/n", **dict.fromkeys(THREADS, "1")}


def test_what_the_user_set_stands() -> None:
    environment = {"OMP_NUM_THREADS": "4"}
    one_thread(environment)
    assert environment == {"OMP_NUM_THREADS": "4", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def test_torch_is_left_alone_where_it_is_installed(tmp_path: Path) -> None:
    (tmp_path / "torch.py").write_text("raise SystemExit('torch was loaded')", encoding="utf-8")
    (tmp_path / "page.txt").write_text("Rebels shelled the port on Tuesday, killing two people.", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), *filter(None, sys.path)])
    done = subprocess.run(
        [sys.executable, "-c", "from dateline.cli import main; main()", "read", "page.txt"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True,
    )  # fmt: skip
    said = [line for line in done.stderr.splitlines() if "building the gazetteer" not in line]  # once on a machine
    assert (done.returncode, said) == (0, [])
    assert "2 killed" in done.stdout
