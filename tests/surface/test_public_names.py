"""What `import dateline` gives, no more and no less."""

from __future__ import annotations

import subprocess
import sys
import types

import pytest

import dateline

NAMES = [
    "Article", "Claim", "DatelineError", "Delivery", "Dossier", "Event", "Finding", "Incident", "InvalidKnowledge",
    "InvalidOption", "InvalidRecord", "Issue", "Ledger", "LedgerError", "Reader", "Reading", "UnreadableInput", "Voice",
    "read",
]  # fmt: skip


def test_the_public_names_are_these_and_sorted() -> None:
    assert dateline.__all__ == NAMES
    assert dateline.__all__ == sorted(dateline.__all__)


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(dateline, name)
    assert value.__doc__
    assert not isinstance(value, types.ModuleType)


def test_read_stays_the_function_whatever_is_imported() -> None:
    code = (
        "import dateline.read.reading, dateline\nfrom dateline.read import article\nfrom dateline import read\n"
        "assert callable(read) and read is dateline.read and callable(article)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'raed'"):
        dateline.raed  # noqa: B018


def test_the_import_is_light() -> None:
    code = (
        "import sys, dateline\n"
        "heavy = [m for m in sys.modules if m.startswith(('dateline.', 'msgspec', 'spacy', 'rich', 'typer'))]\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    assert dateline.__version__ == version("dateline")
