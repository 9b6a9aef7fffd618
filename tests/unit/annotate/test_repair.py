"""A repair is tried on the sentences that hold what it looks for, and left where they do not."""

from __future__ import annotations

import pytest

from dateline.annotate.repair import Tokens, held, repair
from dateline.annotate.repairs import _REPAIRS, mended
from dateline.knowledge.syntax import SpacyParser
from dateline.model import Token

WORDS = ("The", "Raiders", "fled", "south")


def _tokens() -> Tokens:
    return tuple(
        Token(start=i, end=i + 1, text=word, lemma=lemma, pos="X", tag="X", dep=dep, head=2)
        for i, (word, lemma, dep) in enumerate(
            zip(WORDS, ("the", "raider", "flee", "south"), ("det", "nsubj", "ROOT", "advmod"), strict=True)
        )
    )


@pytest.mark.parametrize(
    ("words", "relations", "tried"),
    [
        ((), (), True),
        (({"flee", "run"},), (), True),
        (({"raiders"}, {"flee"}), ("nsubj", "advmod"), True),
        (({"Raiders"},), (), False),
        (({"flee"}, {"run"}), (), False),
        (({"flee"},), ("nsubj", "dobj"), False),
    ],
)
def test_one_of_each_set_of_words_and_every_relation_is_asked_for(words, relations, tried):
    made = repair(*words, relations=relations)(lambda tokens: tokens[:1])
    assert made.may_mend(held(_tokens())) is tried
    assert made(_tokens()) == _tokens()[:1]


SENTENCES = (
    "Gunmen on a motorcycle shot dead a mayor in Ribat .",
    "Officer gunned down in bazaar",
    "Police arrested the ex-minister on Monday.",
    "Opposition leader freed on bail in Harare",
    "The town fell to rebel fighters on Monday .",
    "As fighting intensifies , residents flee the valley .",
    "The raid , said to be the heaviest in months , killed four .",
    "The police accused the armed forces of killing six .",
    "Rebels shelled the port , the mayor said , killing four .",
    "The ministry urged the rebels to calm the border by withdrawing .",
    "Officials blamed the bombing on a local group .",
    "Guards were hacked to death with machetes by attackers .",
    "The drone hit a tanker 60 nautical miles south of Aden .",
    "A yacht anchored in the bay was boarded by robbers .",
    "They were burning homes and looting cattle .",
)


def test_what_a_repair_would_mend_is_never_left():
    parser = SpacyParser()
    spans = [(" ".join(SENTENCES).index(s), len(s)) for s in SENTENCES]
    text = " ".join(SENTENCES)
    parses = parser.parse([parser.words(text, at, at + length) for at, length in spans])
    changed = 0
    for tokens in parses:
        for one in _REPAIRS:
            found = one.mend(tokens)
            if found is not tokens:
                changed += 1
                assert one.may_mend(held(tokens)), (one.mend, tokens)
        assert len(mended(tokens, [])) == len(tokens)
    assert changed >= 3
