"""The learned reader of triggers: what it says, of what it depends, and when it refuses."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.errors import InvalidKnowledge
from dateline.knowledge.classifier import LearnedTriggers

TOLD = "Rebels shelled a market in Sake on Tuesday, killing four people, a hospital said."
QUIET = "The bakery on the corner sells plum cake and sourdough bread."


@pytest.fixture(scope="module")
def reader() -> LearnedTriggers:
    return LearnedTriggers()


def test_a_happening_is_marked_by_its_words(reader):
    hints = reader.read(TOLD, 0, len(TOLD))
    assert {t.type for t in hints.triggers} == {"ASSAULT"}
    assert any(t.exact == "shelled" and t.mode == "heavy-weapons" for t in hints.triggers)
    assert all(TOLD[t.start : t.end] == t.exact and 0 <= t.score <= 1 for t in hints.triggers)
    assert hints.gist is not None
    assert hints.gist.quiet < 0.2


def test_a_sentence_that_tells_of_nothing_is_quiet(reader):
    hints = reader.read(QUIET, 0, len(QUIET))
    assert hints.triggers == ()
    assert hints.gist is not None
    assert hints.gist.quiet > 0.8
    assert hints.gist.acled is None


def test_offsets_are_those_of_the_text_that_it_stands_in(reader):
    text = f"{QUIET} {TOLD}"
    alone = reader.read(TOLD, 0, len(TOLD))
    within = reader.read(text, len(QUIET) + 1, len(text))
    shift = len(QUIET) + 1
    assert [(t.start - shift, t.end - shift, t.score) for t in within.triggers] == [
        (t.start, t.end, t.score) for t in alone.triggers
    ]
    assert all(text[t.start : t.end] == t.exact for t in within.triggers)


def test_a_line_met_again_is_not_read_again(monkeypatch):
    asked = []

    class Network:
        def run(self, outputs, given):
            asked.append(given["ids"].shape)
            return LearnedTriggers()._network.run(outputs, given)

    reader = LearnedTriggers()
    monkeypatch.setattr(reader, "_network", Network())
    first, again = (reader.read(text, at, at + len(TOLD)) for text, at in ((TOLD, 0), (f"{QUIET} {TOLD}", 62)))
    assert len(asked) == 1
    assert [t.start + 62 for t in first.triggers] == [t.start for t in again.triggers] != []
    assert first.gist == again.gist
    reader.read(QUIET, 0, len(QUIET))
    assert len(asked) == 2


def test_words_that_tell_of_happenings_are_known_in_any_form(reader):
    assert reader.knows(TOLD, 0, len(TOLD))
    assert reader.knows("They were KIDNAPPED.", 0, 20)
    assert not reader.knows("Plum cake.", 0, 10)


def test_weights_with_other_bytes_are_refused(monkeypatch):
    manifest = {**LearnedTriggers()._manifest, "sha256": {"vocab.txt": "0" * 64, "model.onnx": "0" * 64}}
    wrong = LearnedTriggers()
    monkeypatch.setattr(wrong, "_manifest", manifest)
    with pytest.raises(InvalidKnowledge, match="expected sha256 0000"):
        wrong.read(TOLD, 0, len(TOLD))


ALONE = """
import os
from dateline.knowledge.classifier import LearnedTriggers
assert LearnedTriggers().read("Gunmen shot a man.", 0, 18).triggers
print(len(os.listdir("/proc/self/task")))
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="threads are listed there on Linux only")
def test_nothing_is_reported_to_anyone(tmp_path):
    kept = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", ALONE], env={**kept, **one, **home}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "1"
    assert list(tmp_path.iterdir()) == []
