"""Frames and learned reader together, on a reader that says what the test wants."""

from collections.abc import Sequence

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Gist, TriggerMention
from dateline.model.hints import Hints


class Saying:
    """A trigger reader that finds the given words, of the given type and score, wherever they stand."""

    def __init__(self, *found: tuple[str, str, float], quiet: float = 0.0) -> None:
        self.found, self.quiet = found, quiet

    def knows(self, text: str, start: int, end: int) -> bool:
        return bool(text[start:end])

    def read(self, text: str, start: int, end: int, *, renamed: Sequence[tuple[int, int, str]] = ()) -> Hints:
        assert all(start <= s < e <= end for s, e, _ in renamed)
        triggers = [
            TriggerMention(start=at, end=at + len(words), exact=words, rule="test", type=kind, score=score)
            for words, kind, score in self.found
            if (at := text.find(words, start, end)) >= 0
        ]
        return Hints(triggers=tuple(triggers), gist=Gist(quiet=self.quiet))


def types(text: str, saying: Saying | None) -> list[str]:
    return sorted(event.type for event in read(text, saying).events)


def evidence(text: str, saying: Saying | None) -> list[str]:
    return [words.exact for event in read(text, saying).events for words in event.evidence]


def parsed(text: str, saying: Saying | None) -> list[bool]:
    return [bool(sentence.tokens) for sentence in read(text, saying).document.sentences]


def read(text: str, saying: Saying | None) -> Reading:
    reader = Reader(learned=saying is not None)
    if saying is not None:
        reader.__dict__["_triggers"] = saying
    page = page_of(text.encode(), source="x.txt", given={"language": "en", "published": "2024-03-06"})
    reading = reader.read(page)
    assert isinstance(reading, Reading)
    return reading


TAKEN_IN = "Uganda took in four hundred families from Sudan on Monday, the United Nations said."


def test_words_that_no_frame_knows_make_an_event_where_the_reader_is_sure():
    assert types(TAKEN_IN, None) == []
    assert types(TAKEN_IN, Saying(("took in", "AID", 0.9))) == ["AID"]
    assert types(TAKEN_IN, Saying(("took in", "AID", 0.3))) == []


SHOT = "The striker shot twice and the keeper of Lagos was beaten at the near post."


def test_a_frames_trigger_that_the_reader_finds_nothing_in_is_silenced():
    told = "The road is long. It winds. Few know it. Rebels attacked the town of Sake on Tuesday."
    assert types(told, Saying(quiet=0.99)) == []
    assert types(told, Saying(("attacked", "ASSAULT", 0.7), quiet=0.99)) == ["ASSAULT"]
    assert types(told, Saying(quiet=0.1)) == ["ASSAULT"]


def test_a_verbal_type_gives_way_to_a_surer_one_and_a_material_type_does_not():
    asked = "Kenya urged Sudan to hold talks on Monday."
    assert types(asked, Saying(("urged", "SUPPORT", 0.95))) == ["SUPPORT"]
    assert types(asked, Saying(("urged", "SUPPORT", 0.5))) == ["REQUEST"]
    assert types("Rebels attacked the town of Sake.", Saying(("attacked", "ACCUSE", 0.99))) == ["ASSAULT"]


@pytest.mark.parametrize("further", [False, True])
def test_far_into_a_page_about_happenings_the_reader_is_not_asked(further: bool) -> None:
    filler = "The road to the coast is long and the hills are green. " * (6 if further else 0)
    text = f"Rebels attacked the town of Sake on Tuesday. {filler}{TAKEN_IN}"
    found = types(text, Saying(("attacked", "ASSAULT", 0.95), ("took in", "AID", 0.95)))
    assert ("AID" in found) is not further


def test_on_a_page_with_a_quiet_opening_each_frames_trigger_is_asked_about() -> None:
    text = (
        "The road to the coast is long and the hills are green. " * 6 + "Rebels attacked the town of Sake on Tuesday."
    )
    assert types(text, Saying(quiet=0.99)) == []
    assert types(text, None) == ["ASSAULT"]


FILLER = "The road to the coast is long and the hills are green. " * 4


@pytest.mark.parametrize(
    ("sentence", "saying", "found"),
    [
        ("Growers stormed the seed fair.", (), []),
        ("Growers stormed the seed fair.", (("stormed", "ASSAULT", 0.9),), []),
        ("Rebels stormed the barracks.", (("stormed", "ASSAULT", 0.9),), ["ASSAULT"]),
        ("Rebels stormed the barracks.", (("stormed", "PROTEST", 0.9),), []),
        ("Rebels attacked the town of Sake.", (("attacked", "PROTEST", 0.9),), ["ASSAULT"]),
        ("Rebels attacked the town of Sake.", (), []),
        ("Rebels attacked the town of Sake on Tuesday.", (), ["ASSAULT"]),
        ("A raid on the barracks killed four people.", (), ["ASSAULT"]),
    ],
)
def test_deep_in_a_page_with_a_quiet_opening_a_deed_needs_more_the_less_the_reader_sees(
    sentence: str, saying: tuple[tuple[str, str, float], ...], found: list[str]
) -> None:
    assert types(FILLER + sentence, Saying(*saying, quiet=0.3)) == found


def test_several_deeds_further_on_make_it_a_page_about_deeds() -> None:
    deeds = "Rebels shelled the port. Troops bombed the mill. "
    saying = Saying(("shelled", "ASSAULT", 0.9), ("bombed", "ASSAULT", 0.9), quiet=0.2)
    assert types(FILLER + "Growers stormed the seed fair. ", saying) == []
    assert "Growers" in " ".join(evidence(FILLER + deeds + "Growers stormed the seed fair. ", saying))


def test_what_the_reader_sees_nothing_in_is_not_parsed_unless_the_page_is_about_deeds() -> None:
    quiet = "Growers stormed the seed fair. "
    assert not parsed(FILLER + quiet, Saying(quiet=0.5))[-1]
    assert parsed(FILLER + quiet, None)[-1]
    assert parsed("Rebels shelled the port. " + FILLER + quiet, Saying(("shelled", "ASSAULT", 0.9)))[-1]


def test_words_never_taught_for_a_type_do_not_make_one() -> None:
    text = "Kenya imported half of its gas from Sudan. The border was quiet. It was dry. Nobody came."
    assert types(text, Saying(("imported", "AID", 0.96))) == []
    assert types(text.replace("imported half", "supplied half"), Saying(("supplied", "AID", 0.96))) == ["AID"]
