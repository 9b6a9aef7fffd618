"""The encoder gives what the model's own network gives, whatever it was asked before."""

from typing import Any

import numpy as np
import pytest

from dateline.knowledge.encoder import Encoder
from dateline.knowledge.syntax import _language


@pytest.fixture(scope="module")
def pipeline() -> Any:
    return _language()


def _docs(pipeline: Any, *texts: str) -> list[Any]:
    return [pipeline.tokenizer(text) for text in texts]


def _encoder(pipeline: Any) -> Encoder:
    return Encoder(pipeline.get_pipe("tok2vec").model, pipeline.vocab)


TEXTS = ("Shells fell on Ribat at dawn.", "", "Two men were hurt, a nurse said; nobody was killed.")


def test_vectors_are_those_of_the_network(pipeline: Any) -> None:
    docs = _docs(pipeline, *TEXTS)
    expected = pipeline.get_pipe("tok2vec").model.predict(docs)
    found = _encoder(pipeline).of(docs)
    assert [f.shape for f in found] == [e.shape for e in expected] == [(7, 96), (0, 96), (13, 96)]
    for ours, theirs in zip(found, expected, strict=True):
        assert np.allclose(ours, theirs, atol=1e-5)
        assert len(ours) == 0 or np.abs(ours).max() > 0.1


def test_vectors_do_not_depend_on_what_was_asked_before(pipeline: Any) -> None:
    fresh, used = _encoder(pipeline), _encoder(pipeline)
    used.of(_docs(pipeline, "Nobody was hurt at dawn.", "A nurse said that shells fell.", "Ribat"))
    docs = _docs(pipeline, *TEXTS)
    for first, second in zip(fresh.of(docs), used.of(docs), strict=True):
        assert np.array_equal(first, second)


def test_words_are_learnt_anew_when_too_many_are_kept(pipeline: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = _docs(pipeline, *TEXTS)
    expected = _encoder(pipeline).of(docs)
    monkeypatch.setattr("dateline.knowledge.encoder._MOST", 3)
    small = _encoder(pipeline)
    for doc, ours in zip(docs, expected, strict=True):
        assert np.allclose(small.of([doc])[0], ours, atol=1e-5)


def test_the_table_of_words_grows(pipeline: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = _docs(pipeline, *TEXTS)
    expected = _encoder(pipeline).of(docs)
    monkeypatch.setattr("dateline.knowledge.encoder._FIRST", 2)
    small = _encoder(pipeline)
    for _ in range(2):
        for first, second in zip(small.of(docs), expected, strict=True):
            assert np.array_equal(first, second)
