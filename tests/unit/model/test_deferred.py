"""A module that stands aside until something from it is called."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.model.deferred import deferred


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of a module of a package, neither imported yet."""
    package = tmp_path / "slow_package"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "tools.py").write_text("def twice(number, *, plus=0):\n    return 2 * number + plus\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield "slow_package.tools"
    for name in [name for name in sys.modules if name.startswith("slow_package")]:
        del sys.modules[name]


def test_what_is_taken_from_it_imports_it_when_called(slow: str) -> None:
    with deferred("slow_package", slow):
        from slow_package.tools import twice  # type: ignore[import-not-found]
    assert not any(name.startswith("slow_package") for name in sys.modules)
    assert twice(4, plus=1) == 9
    assert sys.modules[slow].__file__ is not None


def test_what_is_imported_already_stays(slow: str) -> None:
    from slow_package import tools  # type: ignore[import-not-found]

    with deferred("slow_package", slow):
        from slow_package.tools import twice
    assert twice is tools.twice
    assert sys.modules[slow] is tools


def test_a_failure_leaves_nothing_behind(slow: str) -> None:
    with pytest.raises(ImportError), deferred("slow_package", slow):
        from slow_package.tools import __unheard_of__  # noqa: F401
    assert not any(name.startswith("slow_package") for name in sys.modules)


def test_the_parser_and_the_language_model_load_without_what_they_do_not_use() -> None:
    code = (
        "import sys\nfrom dateline.read.language import language_of\n"
        "from dateline.knowledge.syntax import SpacyParser\n"
        "language_of('Shells fell on the town.'); SpacyParser().words('Shells fell.', 0, 12)\n"
        "assert not {'requests', 'weasel', 'spacy.cli', 'robust_downloader'} & set(sys.modules)\n"
        "import spacy, spacy.cli; assert spacy.info(silent=True)['spacy_version']"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
