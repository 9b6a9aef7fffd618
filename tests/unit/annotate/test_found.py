"""Those found hurt suffered it: the mended relation, on invented sentences."""

from __future__ import annotations

import pytest

from dateline.annotate.found import found_harmed
from dateline.app.reader import Reader
from dateline.model import Party, Token
from fakes.told import events


def told(reader: Reader, text: str, prop: str) -> set[str]:
    """The words for the doers, or for those to whom it is done, in the assaults of the page."""
    return {
        c.value.text
        for e in events(reader, text)
        if e.type == "ASSAULT"
        for c in e.claims
        if c.property == prop and isinstance(c.value, Party)
    }


def test_who_is_found_shot_is_the_passive_subject() -> None:
    words = [
        ("Guards", "guard", "NNS", "nsubj", 1), ("found", "find", "VBD", "ROOT", 1), ("Lee", "lee", "NNP", "nsubj", 3),
        ("shot", "shoot", "VBD", "ccomp", 1),
    ]  # fmt: skip
    parsed = tuple(
        Token(start=7 * i, end=7 * i + len(t), text=t, lemma=lm, pos="VERB" if tag == "VBD" else "NOUN", tag=tag,
              dep=dep, head=head)
        for i, (t, lm, tag, dep, head) in enumerate(words)
    )  # fmt: skip
    mended = found_harmed(parsed)
    assert [(t.dep, t.tag) for t in mended[2:]] == [("nsubjpass", "NNP"), ("ccomp", "VBN")]
    assert mended[:2] == parsed[:2]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Officers found William Geiger of Dover shot to death in his home on 4 May.", "William Geiger"),
        ("Ann Moran of Dover died from a gunshot wound on 4 May.", "Ann Moran"),
    ],
)
def test_who_is_found_shot_or_dies_of_it_suffered_it(reader: Reader, text: str, whom: str) -> None:
    assert any(whom in words for words in told(reader, text, "recipient"))
    assert told(reader, text, "actor") == set()


def test_who_is_found_to_have_shot_others_did_it(reader: Reader) -> None:
    text = "Police found that a guard shot two men in Dover on 4 May."
    assert told(reader, text, "actor") == {"a guard"}
    assert told(reader, text, "recipient") == {"two men"}
