"""Which program and which knowledge made a record."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version

from dateline.knowledge.files import data_version


@lru_cache(maxsize=1)
def produced_by() -> dict[str, str]:
    """The program's version, and a hash over all knowledge files."""
    return {"dateline": version("dateline"), "knowledge": data_version()}
