"""The training data that ships is whole, and covers what it must."""

from collections import Counter
from pathlib import Path

from training import snippets
from training.marked import marked_lemmas
from training.sentences import parse, read

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


def test_the_table_of_marked_words_is_of_words_that_stand_in_marks() -> None:
    marked = lexicon().learned.marked
    assert set(marked) == set(lexicon().modes)
    assert "supply" in marked["AID"]
    assert not any({"be", "have", "say", "import"} & words for words in marked.values())
    few = marked_lemmas([parse("Rebels [shelled|ASSAULT.heavy-weapons] the port.", "here", lexicon().modes)])
    assert few == {"ASSAULT": ["shell"]}
