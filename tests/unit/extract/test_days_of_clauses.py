"""Which time of its sentence a happening takes where the clause of its word does not hold the time itself."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from fakes.told import FILLER, days, events, on_a_page


def found_days(reader: Reader, text: str, kind: str) -> set[tuple[str, str]]:
    """The days of the events of one type, on a page of Wednesday, 6 March 2024."""
    return {d for e in on_a_page(reader, text) if e.type == kind for d in days(e)}


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("The army continued to carry out drone raids on barracks, depots and bridges on 1 March.", "ASSAULT", "01"),
        ("The police put the students under pressure on 1 March by conducting arrests.", "COERCE", "01"),
        (
            "Ada Kolo planted a flag in the middle of Gao on 1 March when she returned there to visit her soldiers.",
            "CONSULT",
            "01",
        ),
        ("The book tells what happened on 1 March, the night gunmen stormed a school in Gao.", "ASSAULT", "01"),
    ],
)
def test_what_is_done_at_once_is_done_then(reader: Reader, text: str, kind: str, day: str) -> None:
    assert found_days(reader, text, kind) == {(f"2024-03-{day}", f"2024-03-{day}")}


def test_what_is_only_decided_then_is_not_done_then(reader: Reader) -> None:
    text = "The army decided on 1 March to carry out drone raids on barracks in Gao."
    assert found_days(reader, text, "ASSAULT") == set()


def test_a_stretch_holds_for_the_object_of_the_verb(reader: Reader) -> None:
    text = "Herders have made several attacks on farms in Chad since the protests started on 1 March."
    assert ("2024-03-01", "2024-03-06") in found_days(reader, text, "ASSAULT")


def test_the_largest_since_is_of_its_own_day(reader: Reader) -> None:
    text = "Jets carried out strikes across Chad on 4 March in the largest attack since the protests began on 1 March."
    assert ("2024-03-01", "2024-03-06") not in found_days(reader, text, "ASSAULT")


def test_what_another_said_meanwhile_dates_nothing(reader: Reader) -> None:
    text = "Norland refused to name the rebels, although its president Ada Kolo on 1 March called for restraint."
    found = events(reader, f"{FILLER}\n\n{text}", published="2024-03-06")
    assert {d for e in found if e.type == "REJECT" for d in days(e)} == set()


def test_a_summit_is_of_the_time_right_behind_it(reader: Reader) -> None:
    text = "At the summit in Madrid this week sweeping changes to the alliance of Norland were agreed by leaders."
    assert found_days(reader, text, "CONSULT") == {("2024-03-04", "2024-03-10")}


@pytest.mark.parametrize(
    ("before", "day"),
    [
        ("Rebels struck the port on 1 March.", "2024-03-01"),
        ("Rebels previously struck the port on 1 March.", None),
        ("The rains did not begin on 1 March.", None),
        ("The rebels fired six shells on 1 March, nine on 2 March and four on 3 March.", None),
    ],
)
def test_what_came_before_the_story_or_never_came_hands_on_no_day(reader: Reader, before: str, day: str | None) -> None:
    found = on_a_page(reader, f"{before} They arrested a clerk at a depot near the village.")
    depot = [e for e in found if any("depot" in q.exact for q in e.evidence)]
    assert {start for e in depot for start, _ in days(e)} == ({day} if day else set())


def test_what_has_been_done_again_and_again_is_not_of_the_leads_day(reader: Reader) -> None:
    lead = "Ada Kolo, the president of Norland, opened a school in Gao on 4 March."
    later = "Ada Kolo has repeatedly ruled out a truce with the rebels."
    found = events(reader, f"{lead} {later} Pupils sang.", published="2024-03-06")
    assert {d for e in found if later in {q.exact for q in e.evidence} for d in days(e)} == set()


def test_a_title_dates_nothing_that_names_another_day(reader: Reader) -> None:
    later = "The army ordered its men on 3 March to respond to a drone after it fired upon a barracks."
    title = "Norland update, 5 March 2024"
    page = f"<title>{title}</title><h1>{title}</h1><p>{FILLER}</p><p>{FILLER}</p><p>{later}</p>"
    found = events(reader, page, published="2024-03-06", media_type="text/html")
    assert [d for e in found for d in days(e)] == []


def test_the_day_prior_leans_on_the_day_named(reader: Reader) -> None:
    text = "The army announced on 4 March that rebels killed six farmers the day prior in the hills of Chad."
    assert found_days(reader, text, "ASSAULT") == {("2024-03-03", "2024-03-03")}


def test_troops_sent_to_fight_in_a_war_were_sent_in_that_war(reader: Reader) -> None:
    text = "Jets struck the division on 4 March. The division deployed to Chad to fight for Kolo during the civil war."
    assert found_days(reader, text, "MOBILIZE") == set()


ERA = "In December 2023 rebels overran the north and drove out its people."


@pytest.mark.parametrize(
    ("later", "held"),
    [
        ("Villages burned for days. The army shelled a depot at Maiduguri.", True),
        ("Gunmen would come at night. The army shelled a depot at Maiduguri.", True),
        ("The drought is over. The army shelled a depot at Maiduguri.", False),
    ],
)
def test_a_time_of_long_ago_holds_while_its_paragraph_stays_in_the_past(reader: Reader, later: str, held: bool) -> None:
    found = events(reader, f"{FILLER}\n\n{ERA} {later}", published="2024-04-20")
    shelled = {d for e in found if any("depot" in q.exact for q in e.evidence) for d in days(e)}
    assert shelled == ({("2023-12-01", "2023-12-31")} if held else set())


def test_the_next_paragraph_is_of_it_where_it_says_so(reader: Reader) -> None:
    for tie, held in (("also ", True), ("", False)):
        later = f"The army {tie}shelled a depot at Maiduguri."
        found = events(reader, f"{FILLER}\n\n{ERA}\n\n{later}", published="2024-04-20")
        shelled = {d for e in found if later in {q.exact for q in e.evidence} for d in days(e)}
        assert shelled == ({("2023-12-01", "2023-12-31")} if held else set())


@pytest.mark.parametrize(
    ("text", "kind", "held"),
    [
        ("Gunmen blew up the car of a judge. The mayor said that nobody knew of Friday's explosion.", "ASSAULT", True),
        ("Gunmen blew up the car of a judge.\n\nThe mayor had not slept since Friday's explosion.", "ASSAULT", False),
        ("Ada Kolo has condemned the war. The actor made the comments in a post on Friday.", "ACCUSE", True),
        ("Ada Kolo has condemned the war. The actor made a film in Gao on Friday.", "ACCUSE", False),
    ],
)
def test_what_is_called_by_its_day(reader: Reader, text: str, kind: str, held: bool) -> None:
    found = events(reader, f"{FILLER}\n\n{FILLER}\n\n{text}\n\nOn Monday it rained.", published="2024-03-06")
    assert {d for e in found if e.type == kind for d in days(e)} == ({("2024-03-01", "2024-03-01")} if held else set())


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Ada Kolo walked past a bridge that the army had bombed.", False),
        ("Ada Kolo walked past as the army bombed a bridge.", True),
    ],
)
def test_what_it_had_bombed_was_bombed_before(reader: Reader, text: str, dated: bool) -> None:
    found = on_a_page(reader, f"Rebels shelled Gao on 4 March. {text}")
    bombed = {d for e in found if text in {q.exact for q in e.evidence} for d in days(e)}
    assert bombed == ({("2024-03-04", "2024-03-04")} if dated else set())


@pytest.mark.parametrize(
    ("text", "words", "dated"),
    [
        ("The army said on Monday that it had destroyed more than 300 rebel launchers.", "destroyed", False),
        ("The army said on Monday that it had destroyed two rebel launchers.", "destroyed", True),
        ("The army said on Monday that the guns that rebels fired at Gao were old.", "fired", False),
        ("The army said on Monday that rebels fired at Gao.", "fired", True),
    ],
)
def test_sums_and_what_marks_out_a_thing_were_not_done_when_told(
    reader: Reader, text: str, words: str, dated: bool
) -> None:
    found = [e for e in on_a_page(reader, text) if words in e.evidence[0].exact and e.type == "ASSAULT"]
    assert found, text
    assert all(bool(days(e)) == dated for e in found)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Norway has also struck army depots in Chad.", "2024-03-04"),
        ("Norway continues to strike army depots in Chad.", "2024-03-04"),
        ("Norway has struck army depots in Chad since January.", "2024-01-01"),
    ],
)
def test_a_report_of_one_day_dates_what_goes_on_in_it(reader: Reader, words: str, day: str) -> None:
    text = f"Sahel Update, March 4, 2024\n\nThe ministers of Peru met.\n\n{words}"
    given = {"published": "2024-03-05", "language": "en", "title": "Sahel Update, March 4, 2024"}
    found = reader.read(page_of(text.encode(), source="page", given=given, media_type="text/plain"))
    assert isinstance(found, Reading)
    assert {first for e in found.events if e.type == "ASSAULT" for first, _ in days(e)} == {day}


def test_a_war_that_is_over_dates_what_was_done_in_it(reader: Reader) -> None:
    (found,) = events(reader, f"Jets bombed Basra in the first Gulf War. {FILLER}", published="1991-03-06")
    assert days(found) == {("1991-01-17", "1991-02-28")}
    (found,) = events(reader, f"Jets bombed Basra in a war in the Gulf. {FILLER}", published="1991-03-06")
    assert not days(found)


def test_a_century_is_the_day_of_nothing(reader: Reader) -> None:
    (found,) = on_a_page(reader, "In the 21st century rebels shelled a school in Goma.")
    assert not days(found)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Air defences intercepted a missile that entered Ugandan airspace on 4 March.", "ASSAULT", "2024-03-04"),
        ("Air defences intercepted a missile that was built on 1 March.", "ASSAULT", None),
        (
            "The Blue Front hailed the rains and threatened to attack Chad in a 3 March statement.",
            "THREATEN",
            "2024-03-03",
        ),
    ],
)
def test_a_missile_is_met_when_it_flies_and_words_are_of_their_paper(
    reader: Reader, text: str, kind: str, day: str | None
) -> None:
    assert found_days(reader, f"It rained. {text}", kind) == ({(day, day)} if day else set())


def test_words_of_another_are_of_another_day(reader: Reader) -> None:
    text = "The Blue Front threatened to attack Chad, whose minister had read poems in a 3 March broadcast."
    assert ("2024-03-03", "2024-03-03") not in found_days(reader, f"Rebels shelled Gao on 5 March. {text}", "THREATEN")


def test_two_nights_joined_are_two_nights(reader: Reader) -> None:
    text = "On Monday and Tuesday nights, thousands took to the streets of Gao, protesting against the law."
    assert found_days(reader, text, "PROTEST") == {("2024-03-04", "2024-03-05")}


def test_nights_of_one_weekday_are_no_day(reader: Reader) -> None:
    text = "Thousands take to the streets of Gao on Tuesday nights, protesting against the law."
    assert found_days(reader, text, "PROTEST") == set()


@pytest.mark.parametrize(
    ("after", "dated"),
    [
        ("Airstrikes also hit two depots in Mopti.", True),
        ("Airstrikes on depots in Mopti have been rare.", False),
        ("Airstrikes have often hit depots in Mopti.", False),
        ("Airstrikes launched by the army have left depots in Mopti in ruins.", False),
    ],
)
def test_several_raids_that_did_one_thing_are_of_the_day_told_before(reader: Reader, after: str, dated: bool) -> None:
    found = on_a_page(reader, f"The army shelled a camp in Mopti on 1 March. {after}")
    raids = [d for e in found if any("depots" in q.exact for q in e.evidence) for d in days(e)]
    assert raids == ([("2024-03-01", "2024-03-01")] if dated else [])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two reporters detained by soldiers in Goma were freed on 3 March.", "COERCE"),
        ("Protesters who had stormed the governor's house in Gao left the building on 3 March.", "ASSAULT"),
    ],
)
def test_what_was_done_before_is_not_of_the_day_of_what_followed(reader: Reader, text: str, kind: str) -> None:
    found = on_a_page(reader, text)
    assert [e.type for e in found if e.type == kind] == [kind]
    assert found_days(reader, text, kind) == set()


def test_what_was_done_before_has_its_own_day(reader: Reader) -> None:
    text = "Two men arrested on 1 March in Lagos were freed on 3 March."
    assert found_days(reader, text, "COERCE") == {("2024-03-01", "2024-03-01")}
    assert found_days(reader, text, "RETREAT") == {("2024-03-03", "2024-03-03")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad's president promised the rebels to hold elections in August 2025.", "AGREE"),
        ("Nurses in Malawi threatened to go on strike unless they were paid by Friday.", "THREATEN"),
    ],
)
def test_nobody_speaks_on_the_day_that_is_spoken_of(reader: Reader, text: str, kind: str) -> None:
    given = {"published": "2024-03-06", "language": "en"}
    reading = reader.read(page_of(text.encode(), source="page", given=given, media_type="text/plain"))
    assert isinstance(reading, Reading)
    assert [days(e) for e in reading.events if e.type == kind] == [set()]


def test_the_day_of_the_words_stays(reader: Reader) -> None:
    text = "Chad threatened on 4 March to expel the envoys unless they left by Friday."
    assert found_days(reader, text, "THREATEN") == {("2024-03-04", "2024-03-04")}


def test_a_vow_looks_ahead(reader: Reader) -> None:
    text = "Kenya vowed on Tuesday to withdraw its troops from Somalia by December."
    assert ("2023-12-01", "2023-12-31") not in {d for e in on_a_page(reader, text) for d in days(e)}
