"""The command line as documented is the command line as it is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from docs import generate

CLI = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"


def test_the_reference_page_is_current() -> None:
    assert CLI.read_text(encoding="utf-8") == generate.command_line(), "run `make docs`"


def test_the_data_dictionary_is_current() -> None:
    page = CLI.with_name("data-dictionary.md")
    assert page.read_text(encoding="utf-8") == generate.data_dictionary(), "run `make docs`"


def test_every_command_of_the_design_is_there() -> None:
    names = {" ".join(name) for name in generate.commands()}
    verbs = {f"judge {verb}" for verb in ("merge", "split", "correct", "reject", "confirm", "note", "undo", "list")}
    assert names == {
        "read", "add", "incidents", "show", "judge", *verbs, "rebuild", "sources", "export", "doctor"
    }  # fmt: skip


@pytest.mark.parametrize("name", [" ".join(name) for name in generate.commands()])
def test_help_teaches_by_example_and_says_what_exit_codes_mean(name: str) -> None:
    text = generate.help_of(*name.split())
    assert len(re.findall(rf"^  .*dateline {name}", text, re.M)) >= 1
    assert "Exit codes: 0 all went well" in text
    options = set(re.findall(r"--[a-z]+", generate.command_line().split(f"## dateline {name}\n")[1].split("\n## ")[0]))
    assert options <= set(re.findall(r"--[a-z]+", text))


def test_help_is_quick_and_loads_no_stage() -> None:
    code = (
        "import sys\nfrom dateline.cli import main\nsys.argv = ['dateline', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'spacy', 'trafilatura', 'lxml', 'numpy', 'dateline.app'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, env=dict(os.environ))
    assert time.perf_counter() - started < 2, "far more than the 0.4 s that it may take on a quiet machine"


def test_the_readme_shows_the_incident_as_it_is_kept(tmp_path: Path) -> None:
    root = CLI.parents[2]
    example = re.search(r"\$ dateline show (\w+)\n\n(.+?)\n```", (root / "README.md").read_text(encoding="utf-8"), re.S)
    assert example is not None
    ledger = ["--ledger", str(tmp_path / "ledger.db")]
    pages = sorted(str(p.relative_to(root)) for p in (root / "samples" / "pages").glob("*/*al-fula*"))
    run = [sys.executable, "-c", "from dateline.cli import main; main()"]
    subprocess.run([*run, "add", *pages, *ledger], check=True, capture_output=True, cwd=root)
    shown = subprocess.run(
        [*run, "show", example[1], *ledger], check=True, capture_output=True, text=True, cwd=root
    ).stdout
    first = example[2].splitlines()[0].split()
    assert first == shown.split()[: len(first)]
