"""Attributions keep their words, and drop what names no further voice."""

from __future__ import annotations

import pytest

from dateline.annotate.quotations import quotations
from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import AttributionMention


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(everything=True)


def attributions(reader: Reader, text: str) -> list[AttributionMention]:
    page = page_of(text.encode(), source="page", given={"language": "en"}, media_type="text/plain")
    reading = reader.read(page)
    assert isinstance(reading, Reading), reading
    return [m for m in reading.document.mentions if isinstance(m, AttributionMention)]


def sources(found: list[AttributionMention]) -> list[str | None]:
    return [m.source.exact if m.source is not None else None for m in found]


def test_every_part_stands_in_the_text(reader: Reader) -> None:
    text = "The envoy, who left on Monday, said rebels had fled. The army denied the report."
    for mention in attributions(reader, text):
        for part in (mention.cue, mention.content, mention.source, mention.speaker, mention.word):
            assert part is None or text[part.start : part.end] == part.exact


def test_first_person_inside_a_quotation_is_no_further_voice(reader: Reader) -> None:
    assert sources(attributions(reader, "“I think the dam will hold,” the engineer said.")) == ["the engineer"]


def test_another_speaker_inside_what_is_said_is_kept(reader: Reader) -> None:
    found = attributions(reader, "The governor said that witnesses claimed soldiers had burned the mill.")
    assert sources(found) == ["The governor", "witnesses"]


def test_a_thing_said_speaks_for_its_owner(reader: Reader) -> None:
    (found,) = attributions(reader, "A Reuters report said the dam had burst.")
    assert found.source is not None
    assert found.source.exact == "A Reuters report"
    assert found.speaker is not None
    assert found.speaker.exact == "Reuters"


def test_who_claims_lives_says_nothing(reader: Reader) -> None:
    assert not attributions(reader, "In January a raid on the next ward, Sabon Gari, claimed six lives.")
    assert sources(attributions(reader, "The army claimed that a raid took six lives.")) == ["The army"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The union rejected the arrest of two teachers in Kita on Monday.", "reports"),
        ("The front rejected in the strongest words the sanctions that the bloc imposed on its leader.", "reports"),
        ("The army rejected the report of the arrest of two teachers in Kita on Monday.", "denies"),
        ("The army rejected the accusation of a massacre in Kita.", "denies"),
        ("The ombudsman rejected the attack of Monday on the station of Kita.", "accuses"),
        ("The ombudsman rejected reports of an attack on the station of Kita.", "denies"),
    ],
)
def test_who_turns_down_a_measure_does_not_deny_it(reader: Reader, text: str, stance: str) -> None:
    assert {m.stance for m in attributions(reader, text)} == {stance}


def test_a_quotation_before_a_short_sentence_of_saying_is_what_it_says(reader: Reader) -> None:
    (found,) = attributions(reader, "“Who will pay for the bridge now?” the mason asked.")
    assert found.content.exact == "Who will pay for the bridge now?"


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("''We stay,'' he said.", ["We stay,"]),
        ("“We stay,” he said. “We fight.”", ["We stay,", "We fight."]),
        ("“We stay and do not go.", ["We stay and do not go."]),
        ("the soldiers’ camp", []),
    ],
)
def test_quotations_in_all_marks(text: str, inside: list[str]) -> None:
    assert [text[a:b] for a, b in quotations(text, 0, len(text))] == inside


def test_a_label_speaks_for_its_paragraph_where_the_page_names_a_speaker_so(reader: Reader) -> None:
    lines = ["HOST: Was the bridge safe?", "MASON: It was safe. We had checked it.", "HOST: When?", "MASON: In May."]
    text = "\n\n".join(lines)
    found = [m for m in attributions(reader, text) if m.rule == "label"]
    assert sources(found) == ["HOST", "MASON", "HOST", "MASON"]
    assert found[1].content.exact == "It was safe. We had checked it."


def test_a_place_before_a_colon_is_no_speaker(reader: Reader) -> None:
    text = "KABUL: The old bridge burned on Monday and the market closed, shopkeepers said."
    assert sources(attributions(reader, text)) == ["shopkeepers"]


def test_a_name_after_a_dash_is_the_voice_of_the_quotation_before_it(reader: Reader) -> None:
    found = attributions(reader, "“The bridge was rotten. Everybody saw it.” — Ann Lee\n")
    assert [m.source.exact for m in found if m.rule == "label" and m.source is not None] == ["Ann Lee"]


def test_a_colon_at_a_paragraph_s_end_leads_to_the_next(reader: Reader) -> None:
    text = "The governor visited the mill on Monday. She said:\n\n“The mill will be built again. We shall help.”\n"
    found = [m for m in attributions(reader, text) if m.cue is not None]
    assert found[-1].content.exact.startswith("“The mill will be built again")


@pytest.mark.parametrize(
    "text",
    [
        "The envoy was free to say that the dam was safe.",
        "They let the miller say that it fell.",
        "Nobody knows who paid.",
    ],
)
def test_what_might_be_said_is_no_attribution(reader: Reader, text: str) -> None:
    assert [m for m in attributions(reader, text) if not m.attitude] == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("A miller has another account: “They fired from the hill until noon.”", "A miller", "They fired from"),
        ("The nurse gave a different version: “It was one shell.”", "The nurse", "It was one shell."),
        ("The front let it be known that none of its guns had fired.", "The front", "that none of its guns"),
    ],
)
def test_an_account_brings_the_words_behind_it(reader: Reader, text: str, source: str, content: str) -> None:
    found = attributions(reader, text)
    assert sources(found) == [source]
    assert found[0].content.exact.startswith(content)


@pytest.mark.parametrize(
    "text", ["The bank has an account: it is empty.", "The clerk let it be.", "He has no account: “Cash only.”"]
)
def test_other_accounts_bring_no_words(reader: Reader, text: str) -> None:
    assert not [m for m in attributions(reader, text) if m.direct]


def test_what_a_video_shows_is_not_shown_by_who_posted_it(reader: Reader) -> None:
    found = attributions(reader, "The miller posted a video showing the flooded road.")
    assert "The miller" not in sources(
        [m for m in found if not m.attitude and m.word is not None and m.word.exact == "showing"]
    )


CARRIED = (
    (
        "The envoy said that the bridge was mined and that the ferry still ran.",
        "that the bridge was mined and that the ferry still ran",
    ),
    (
        "The envoy said the bridge had been mined, but he would not cross it.",
        "the bridge had been mined, but he would not cross it",
    ),
    (
        "The mayor pledged to rebuild the school and reopen the clinic.",
        "to rebuild the school and reopen the clinic",
    ),
    (
        "If the rain goes on, the engineer said, the dam will not hold.",
        "If the rain goes on, the engineer said, the dam will not hold",
    ),
    (
        "The envoy said the bridge had been mined, and the ferry left for the island.",
        "the bridge had been mined",
    ),
    (
        "The dam will not hold, the engineer said, waving at the crowd.",
        "The dam will not hold",
    ),
    (
        "The storm broke, and the union called for a truce.",
        "a truce",
    ),
    (
        "The reporter asked the farmer whether the well had been poisoned.",
        "whether the well had been poisoned",
    ),
    (
        "“Stay away from the river tonight,” the constable urged the fishermen.",
        "Stay away from the river tonight,",
    ),
    (
        "The union is calling for the port to be reopened.",
        "for the port to be reopened",
    ),
    (
        "The report showed the clinics that the floods had closed were open again.",
        "the clinics that the floods had closed were open again",
    ),
    (
        "“We will not leave the valley,” the bishop continued.",
        "We will not leave the valley,",
    ),
    (
        "The ferry is late, according to the harbour office, because its engine failed.",
        "The ferry is late, according to the harbour office, because its engine failed",
    ),
)


@pytest.mark.parametrize(("text", "content"), CARRIED, ids=[text[:40] for text, _ in CARRIED])
def test_what_is_said_goes_as_far_as_the_sentence_carries_it(reader: Reader, text: str, content: str) -> None:
    (found,) = attributions(reader, text)
    assert found.content.exact == content


def test_who_issues_a_statement_speaks_by_it(reader: Reader) -> None:
    (found,) = attributions(reader, "The ministry issued a statement saying the road was closed.")
    assert found.source is not None
    assert found.source.exact == "The ministry"
    assert found.cue is not None
    assert found.cue.exact == "issued a statement saying"


@pytest.mark.parametrize(
    "text", ["The ministry will say on Friday that the road is closed.", "The police continued to patrol the road."]
)
def test_words_not_yet_said_name_no_voice(reader: Reader, text: str) -> None:
    assert attributions(reader, text) == []


def test_people_at_large_inside_a_quotation_are_no_further_voice(reader: Reader) -> None:
    assert sources(attributions(reader, "“People say the dam will break,” the miller said.")) == ["the miller"]


def test_a_quotation_may_close_with_another_mark() -> None:
    text = '“The road is closed," the clerk said. "Nobody came,” she added.'
    assert [text[a:b] for a, b in quotations(text, 0, len(text))] == ["The road is closed,", "Nobody came,"]


BETWEEN_COMMAS = [
    (
        "A drone hit a mill near Kherson, residents said, a day after shells killed six people at a market.",
        "residents",
        ("A drone hit", "killed six people"),
    ),
    ("Rebels shelled the port of Kosti, the mayor said, killing four dockers.", "the mayor", ("Rebels shelled",)),
    (
        "A rocket hit a bus near Kherson, the governor of the region, Ann Lee, wrote on Telegram, wounding six people.",
        "the governor of the region, Ann Lee",
        ("A rocket hit a bus",),
    ),
]


@pytest.mark.parametrize(("text", "source", "said"), BETWEEN_COMMAS, ids=[source for _, source, _ in BETWEEN_COMMAS])
def test_words_of_saying_between_commas(reader: Reader, text: str, source: str, said: tuple[str, ...]) -> None:
    (found,) = attributions(reader, text)
    assert found.source is not None
    assert found.source.exact == source
    assert all(words in found.content.exact for words in said)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "A jet bombed a school in Sagaing, killing at least 12 people, residents and a local group said.",
            "residents and a local group",
        ),
        (
            "Nine people were buried after an air strike on a school in Sagaing, a monk who led the rites said.",
            "a monk who led the rites",
        ),
    ],
)
def test_a_speaker_that_the_parse_lists_among_the_victims(reader: Reader, text: str, source: str) -> None:
    (found,) = attributions(reader, text)
    assert found.source is not None
    assert found.source.exact == source


def test_what_the_other_speaker_adds_is_not_said_by_the_first(reader: Reader) -> None:
    first = attributions(reader, "The town fell, officials said, and the army denied the report.")[0]
    assert "denied" not in first.content.exact


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("The mayor put the number of dead in the bombing of Goma at 12.", "The mayor", "number of dead"),
        ("Police officers gave the toll of the raid on Jos as 18.", "Police officers", "as 18"),
        (
            "One tank caught fire and a watchman was hurt, the acting governor, Ann Lee, wrote on Telegram.",
            "the acting governor, Ann Lee",
            "watchman was hurt",
        ),
        (
            "Gunmen shot at a wedding and killed three people, police said, two days after a raid in which 21 died.",
            "police",
            "in which 21 died",
        ),
    ],
)
def test_who_counts_or_speaks_at_the_end(reader: Reader, text: str, source: str, said: str) -> None:
    (found,) = attributions(reader, text)
    assert found.source is not None
    assert found.source.exact == source
    assert said in found.content.exact


@pytest.mark.parametrize(
    "text",
    ["Two more deaths raised the toll of the bombing to 12.", "The storm put the number of camps at risk up to 12."],
)
def test_what_raises_a_toll_is_no_voice(reader: Reader, text: str) -> None:
    assert not attributions(reader, text)
