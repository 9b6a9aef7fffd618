"""Parses mended where a participle was taken for a modifier."""

from __future__ import annotations

import pytest

from dateline.annotate.repairs import _kept_a_tree
from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Token


def root(reader: Reader, text: str) -> str:
    given = {"published": "2024-03-30", "language": "en"}
    reading = reader.read(page_of(text.encode(), source="page", given=given, media_type="text/plain"))
    assert isinstance(reading, Reading), reading
    tokens = reading.document.sentences[0].tokens
    return next(t.text for i, t in enumerate(tokens) if t.head == i)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("On Friday a motorcycle packed with explosives injured nine.", "injured"),
        ("The bandits made off with eight guests of a wedding.", "made"),
    ],
)
def test_a_participle_with_an_object_is_the_verb(reader: Reader, text: str, verb: str) -> None:
    assert root(reader, text) == verb


@pytest.mark.parametrize("text", ["Two men killed in a raid near Gao", "A colonel given ten years for the ambush"])
def test_a_participle_without_one_is_left_alone(reader: Reader, text: str) -> None:
    assert root(reader, text) in ("men", "colonel")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The rebels had the previous day fired on villagers near Gao.", "fired"),
        ("The army had the following day shelled villages near Gao.", "shelled"),
        ("The rebels had a bad day planned for the army near Gao, and shelled it.", "had"),
    ],
)
def test_had_helps_the_verb_behind_a_day(reader: Reader, text: str, verb: str) -> None:
    assert root(reader, text) == verb


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("On the 18th five crop technicians walked out of the canyon.", "technicians"),
        ("In the night to the 12th Kenyan drones burned the depot.", "drones"),
        ("On the 19th Hargeisa was shelled.", "Hargeisa"),
        ("On the 9th of May robbers boarded a yacht.", "robbers"),
        ("On the 9th a yacht was boarded.", "yacht"),
    ],
)
def test_a_day_is_no_modifier_of_who_acts_on_it(reader: Reader, text: str, doer: str) -> None:
    given = {"published": "2024-05-30", "language": "en"}
    reading = reader.read(page_of(text.encode(), source="page", given=given, media_type="text/plain"))
    assert isinstance(reading, Reading), reading
    tokens = reading.document.sentences[0].tokens
    verb = next(i for i, t in enumerate(tokens) if t.head == i)
    assert [t.text for t in tokens if t.head == verb and t.dep in ("nsubj", "nsubjpass")] == [doer]


def test_a_mended_parse_stays_a_tree() -> None:
    """The announcer may govern the word that would be given to it: then nothing is mended."""

    def token(number: int, word: str, head: int) -> Token:
        return Token(
            start=4 * number, end=4 * number + 3, text=word, lemma=word, pos="NOUN", tag="NN", dep="dep", head=head
        )

    given = (token(0, "one", 0), token(1, "two", 0), token(2, "six", 1))
    circle = (given[0], token(1, "two", 2), token(2, "six", 1))
    assert _kept_a_tree(circle, instead=given) == given
    moved = (given[0], token(1, "two", 2), token(2, "six", 0))
    assert _kept_a_tree(moved, instead=given) == moved


@pytest.mark.parametrize(
    ("text", "shot"),
    [
        ("Man shot in Jos market on Monday", True),
        ("Two men shot near Gao were traders", True),
        ("Mayor stabbed in Leeds on Monday", True),
        ("Rebel command post struck in Lebanon on Monday", True),
        ("Army base and depot struck near Jos on Monday", True),
        ("Rebels struck in Jos on Monday.", False),
        ("The convoy struck near Jos on Monday.", False),
        ("Soldiers shot in the air in Jos on Monday.", False),
        ("Gunmen shot in the direction of a bus in Jos on Monday.", False),
        ("Gunmen shot at a bus near Jos on Monday.", False),
        ("The officer shot in self-defence in Jos on Monday.", False),
        ("Gunmen shot a farmer in Jos on Monday.", False),
    ],
)
def test_whoever_or_whatever_is_shot_somewhere_in_a_headline_bore_it(reader: Reader, text: str, shot: bool) -> None:
    given = {"published": "2024-03-30", "language": "en"}
    reading = reader.read(page_of(text.encode(), source="page", given=given, media_type="text/plain"))
    assert isinstance(reading, Reading), reading
    tokens = reading.document.sentences[0].tokens
    deeds = ("shoot", "stab", "strike")
    assert any(t.dep == "nsubjpass" and tokens[t.head].lemma in deeds for t in tokens) == shot


@pytest.mark.parametrize(
    ("text", "freed"),
    [
        ("Opposition leader freed on bail in Harare", True),
        ("Hostages freed in Gaza on Monday", True),
        ("Kenya freed three men in Nairobi on Monday.", False),
        ("The court freed on bail three men from Nairobi.", False),
    ],
)
def test_whoever_is_freed_in_a_headline_freed_nobody(reader: Reader, text: str, freed: bool) -> None:
    given = {"published": "2024-03-30", "language": "en"}
    reading = reader.read(page_of(text.encode(), source="page", given=given, media_type="text/plain"))
    assert isinstance(reading, Reading), reading
    tokens = reading.document.sentences[0].tokens
    assert any(t.dep == "nsubjpass" and tokens[t.head].lemma == "free" for t in tokens) == freed
