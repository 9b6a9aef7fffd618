"""The training data that ships is whole, and covers what it must."""

from collections import Counter
from pathlib import Path

from training import snippets
from training.sentences import read

from dateline.knowledge.lexicon import lexicon

HERE = Path(snippets.__file__).parent


def test_every_type_mode_and_modality_has_sentences():
    sentences = list(read(sorted((HERE / "sentences").glob("*.txt"))))
    marks = [mark for one in sentences for mark in one.marks]
    by_type = Counter(mark.type for mark in marks)
    by_mode = Counter((mark.type, mark.mode) for mark in marks)
    modes = lexicon().modes
    assert len(sentences) > 5000
    assert sum(not one.marks for one in sentences) > 900
    assert min(by_type[name] for name in modes) >= 200
    assert all(by_mode[name, mode] >= 5 for name in modes for mode in modes[name])
    assert {mark.modality for mark in marks} == {
        "actual", "ongoing", "planned", "threatened", "requested", "hypothetical", "negated", "historical",
    }  # fmt: skip


def test_every_sub_event_type_has_snippets():
    counted = Counter(label for label, _ in snippets.read(sorted((HERE / "snippets").glob("*.txt"))))
    assert all(counted[label] >= 20 for label in snippets.labels())
