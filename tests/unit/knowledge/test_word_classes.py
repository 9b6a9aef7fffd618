"""The table of word classes says what the parser model's own components say."""

import importlib

import pytest

from dateline.knowledge.syntax import MODELS
from dateline.knowledge.word_classes import WordClasses

TEXT = (
    "Let's say there are two convoys; the drivers did not stop, but they had to be helped. "
    "I was told it gets worse and that you were gonna leave the border posts, which shelling had all but razed. "
    "The ministry that ran them denied having fired at fishermen's boats, saying soldiers saw none of the men die."
)


@pytest.fixture(scope="module")
def language():
    name = next(n for n in MODELS if importlib.util.find_spec(n) is not None)
    return importlib.import_module(name).load(exclude=["ner"])


def test_same_as_the_pipeline(language):
    whole = language(TEXT)
    with language.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        bare = language(TEXT)
    found = [(c.pos, c.lemma, c.tag, c.dep) for c in WordClasses(language).of(bare)]
    assert found == [(t.pos_, t.lemma_, t.tag_, t.dep_) for t in whole]


def test_what_was_seen_before_stays_the_same(language):
    with language.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        docs = [language(TEXT), language("It did."), language(TEXT)]
    classes = WordClasses(language)
    first, _, again = (list(classes.of(doc)) for doc in docs)
    assert first == again
