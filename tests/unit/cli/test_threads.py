"""The command asks the libraries below it for one thread, unless the user asks for more."""

from __future__ import annotations

from dateline.cli import THREADS, one_thread


def test_one_thread_by_default() -> None:
    environment = {"HOME": "/home/n"}
    one_thread(environment)
    assert environment == {"HOME": "/home/n", **dict.fromkeys(THREADS, "1")}


def test_what_the_user_set_stands() -> None:
    environment = {"OMP_NUM_THREADS": "4"}
    one_thread(environment)
    assert environment == {"OMP_NUM_THREADS": "4", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
