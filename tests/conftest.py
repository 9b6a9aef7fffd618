"""What many tests share: one reader, since knowledge and gazetteer are compiled once."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader with all knowledge; its gazetteer is built in the user's cache the first time."""
    return Reader()
