"""Days and places of the sentences around a happening: which are its own, and which are another's."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from fakes.told import days, events, places, telling


@pytest.mark.parametrize(
    "later",
    [
        "Rebels had demanded a ransom for nine herders.",
        "Ali Dan fought for the rebels during the civil war.",
        "Rebels previously shelled the market of Gao.",
    ],
)
def test_what_is_set_off_from_the_day_told_before_it_has_none(reader: Reader, later: str) -> None:
    text = f"Soldiers shot three herders dead in Kidal on 28 March. {later}"
    found = events(reader, text)
    assert all(not days(e) for e in found if any(q.exact == later for q in e.evidence))
    assert days(telling(found, "shot three")) == {("2024-03-28", "2024-03-28")}


@pytest.mark.parametrize(
    "later", ["Rebels shelled the market of Gao too.", "Police said that rebels had shelled the market of Gao too."]
)
def test_what_goes_on_in_the_same_past_has_the_day_told_before_it(reader: Reader, later: str) -> None:
    found = events(reader, f"Soldiers shot three herders dead in Kidal on 28 March. {later}")
    assert days(telling(found, "market")) == {("2024-03-28", "2024-03-28")}


@pytest.mark.parametrize("bound", ["before 18 March", "prior to 18 March", "until 18 March", "as of 18 March"])
def test_a_day_that_bounds_a_deed_is_not_its_day(reader: Reader, bound: str) -> None:
    assert ("2024-03-18", "2024-03-18") not in days(events(reader, f"Rebels shelled Gao {bound}.")[0])


def test_the_hour_before_which_it_was_done_names_the_day(reader: Reader) -> None:
    assert days(events(reader, "Rebels shelled Gao before dawn on 18 March.")[0]) == {("2024-03-18", "2024-03-18")}


def test_a_day_since_which_others_did_something_is_not_handed_on(reader: Reader) -> None:
    text = (
        "The governor said that rebels had fired 70 rockets at Kidal since the start of the siege on 9 March. "
        "Rebels also shelled a school in Gao."
    )
    assert not days(telling(events(reader, text), "school"))


def test_a_build_up_by_now_is_not_of_the_day_of_the_lead(reader: Reader) -> None:
    text = (
        "The senate in Niamey called for peace on 28 March.\n\n"
        "The army has massed 4,000 soldiers at the border of Chad, its members said."
    )
    assert not days(telling(events(reader, text), "massed"))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A rocket destroyed the airport in Benghazi, not in Tripoli, on Monday.", ["Benghazi"]),
        ("Norway will send 200 soldiers to Estonia amid the tension between Russia and Finland.", ["Estonia"]),
        ("The European Union imposed sanctions on Belarus on Monday.", []),
        ("The shelling of Kidal killed 30 villagers and was called a war crime last week in Vienna.", ["Kidal"]),
        ("Shells killed 30 villagers between Kharkiv and Sumy on Monday.", ["Kharkiv", "Sumy"]),
        ("Rebels shelled a school and killed 30 villagers on Monday in Maiduguri.", ["Maiduguri"]),
        ("Police arrested nine traders in Belarus on Monday.", ["Belarus"]),
    ],
)
def test_where_it_was_not_and_whom_it_was_about(reader: Reader, text: str, where: list[str]) -> None:
    assert places(events(reader, text)[0]) == where


def test_who_goes_on_speaking_speaks_on_the_day_just_named(reader: Reader) -> None:
    text = (
        "A market in Gao has closed.\n\nIt was the last of four.\n\n"
        "On Sunday, President Ada Kolo threatened the traders with a new tax.\n\n"
        '"The town must be ready," she said.\n\nKolo urged the council to reject the use of force.'
    )
    assert days(telling(events(reader, text), "urged")) == {("2024-03-24", "2024-03-24")}


def test_who_else_speaks_does_not(reader: Reader) -> None:
    text = (
        "A market in Gao has closed.\n\nIt was the last of four.\n\n"
        "On Sunday, President Ada Kolo threatened the traders with a new tax.\n\n"
        "Umar Dan, who leads the union, urged the council to reject the use of force."
    )
    assert not days(telling(events(reader, text), "urged"))


RALLY = "A tax is due in Accra.\n\nRebels hold Kidal.\n\nOn Sunday thousands rallied in Gao."


@pytest.mark.parametrize("then", ["Riot police used tear gas to disperse protesters.", "Police fired tear gas."])
def test_a_rally_is_driven_apart_where_and_when_it_was_held(reader: Reader, then: str) -> None:
    event = telling(events(reader, f"{RALLY}\n\n{then}"), "tear gas")
    assert places(event) == ["Gao"]
    assert days(event) == {("2024-03-24", "2024-03-24")}


def test_another_rally_was_driven_apart_elsewhere(reader: Reader) -> None:
    event = telling(events(reader, f"{RALLY}\n\nIn Kidal police fired tear gas at a march on 4 March."), "tear gas")
    assert places(event) == ["Kidal"]
    assert days(event) == {("2024-03-04", "2024-03-04")}


def test_what_was_done_to_computers_has_no_scene(reader: Reader) -> None:
    text = (
        "Jets bombed a depot in Gao on 28 March. The army has also conducted cyberattacks against banks in the north."
    )
    assert "Gao" not in places(telling(events(reader, text), "cyberattacks"))


def test_where_somebody_went_is_not_the_scene_of_what_is_told_next(reader: Reader) -> None:
    text = (
        "Rebels took the town of Lubero on 18 March. Our teams relocated to Butembo and nobody was hurt. "
        "The new rulers have imposed a curfew since."
    )
    assert places(telling(events(reader, text), "curfew")) != ["Butembo"]


def test_where_somebody_is_may_be(reader: Reader) -> None:
    text = "A depot burned in Goma.\n\nIn Beni it was calm at noon. Then gunmen shot two guards dead."
    assert places(telling(events(reader, text), "guards")) == ["Beni"]


def test_the_titles_day_dates_a_heading_with_the_sentence_below(reader: Reader) -> None:
    text = (
        "We report from Tyre and Sidon.\n\nThe shops are open.\n\nTwo dead in drone strike on car\n\n"
        "An army drone fired two missiles at a car near Tyre at half past eight, killing two people."
    )
    given = {"published": "2024-03-30", "language": "en", "title": "LIVE: the border on Thursday 28 March"}
    reading = reader.read(page_of(text.encode(), source="page", given=given, media_type="text/plain"))
    assert isinstance(reading, Reading), reading
    assert [days(e) for e in reading.events] == [{("2024-03-28", "2024-03-28")}]


def test_what_goes_on_in_a_year_of_long_ago_is_of_that_year(reader: Reader) -> None:
    text = "The union is in Accra. In May 2023 the rebels left Kidal. Soldiers shot nine herders dead in Gao."
    assert days(telling(events(reader, text), "herders")) == {("2023-05-01", "2023-05-31")}


@pytest.mark.parametrize(
    "then", ["Soldiers have shot nine herders dead in Gao.", "On 28 March soldiers shot nine herders dead in Gao."]
)
def test_what_is_told_of_now_is_not(reader: Reader, then: str) -> None:
    text = f"The union is in Accra. In May 2023 the rebels left Kidal. {then}"
    assert ("2023-05-01", "2023-05-31") not in days(telling(events(reader, text), "herders"))


@pytest.mark.parametrize(
    "text",
    [
        "The health minister said on Sunday that 198 civilians had been killed in Kano so far by soldiers.",
    ],
)
def test_the_day_of_a_reckoning_is_not_that_of_what_it_sums_up(reader: Reader, text: str) -> None:
    assert all(not days(e) for e in events(reader, text))


def test_today_as_nowadays_dates_nothing(reader: Reader) -> None:
    text = "Kano today is a poor town. Gunmen shot six guards dead there."
    assert not days(telling(events(reader, text), "guards"))


def test_what_was_previously_done_on_a_day_of_its_own_is_another_deed(reader: Reader) -> None:
    text = "Two drones struck the airport of Kano, wounding four workers. Drones previously struck it on 28 February."
    found = events(reader, text)
    assert not days(telling(found, "four workers"))
    assert days(telling(found, "previously")) == {("2024-02-28", "2024-02-28")}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Jets struck a base in Bauchi, north of Jos.", ["Bauchi"]),
        ("Jets struck a base 20 km north of Jos.", ["Jos"]),
        ("Jets struck a base in the village of Wuro Tanda, north of Jos.", ["Wuro Tanda", "Jos"]),
    ],
)
def test_a_town_that_only_gives_the_bearing_of_a_known_one(reader: Reader, text: str, where: list[str]) -> None:
    assert sorted(places(events(reader, text)[0])) == sorted(where)


@pytest.mark.parametrize(
    "text",
    [
        "The town is calm. The shops are open.\n\nAda Kolo condemned the raid in an angry post Sunday.",
        "The town is calm. The shops are open.\n\nAda Kolo condemned the raid in a statement on Sunday.",
    ],
)
def test_the_day_of_a_post_is_that_of_what_it_says(reader: Reader, text: str) -> None:
    assert days(telling(events(reader, text), "condemned")) == {("2024-03-24", "2024-03-24")}


def test_the_day_of_a_post_is_not_that_of_the_deed_in_it(reader: Reader) -> None:
    text = "The town is calm. The shops are open.\n\nAda Kolo condemned the raid of 4 March in a post on Sunday."
    assert ("2024-03-04", "2024-03-04") not in days(telling(events(reader, text), "condemned"))


def test_whose_quarter_it_is_is_the_city_and_not_the_district_of_its_name(reader: Reader) -> None:
    found = places(events(reader, "Shells hit Kharkiv's Saltivka quarter on 4 March, killing nine people.")[0])
    assert "Saltivka" in found
    assert "Kharkiv Raion" not in found


def test_who_spoke_on_an_occasion_of_last_week_goes_on_then(reader: Reader) -> None:
    text = (
        "A market in Gao has closed.\n\nThe mayor met the traders on Friday.\n\n"
        "Speaking to students last week, President Ada Kolo said that the shelling of Gao was a crime.\n\n"
        "Kolo urged the council to reject the use of force."
    )
    assert days(telling(events(reader, text), "urged")) == {("2024-03-18", "2024-03-24")}


NOTE = "Traders in Juba fear for their stores. Ada Kolo told reporters on 28 March that the border would stay open."
BETWEEN = "\n\nRebels shelled Gulu and Lodwar." + "\n\nThe roads are under water." * 8


@pytest.mark.parametrize("later", ["Kolo also accused Kenya of hiding rebels.", "Kolo urged Kenya to open its border."])
def test_all_that_a_speaker_says_on_a_page_is_of_the_one_day_on_which_they_spoke(reader: Reader, later: str) -> None:
    found = events(reader, f"{NOTE}{BETWEEN}\n\n{later}")
    assert days(telling(found, later)) == {("2024-03-28", "2024-03-28")}


@pytest.mark.parametrize(
    "later",
    [
        "Kolo has also accused Kenya of hiding rebels.",
        "Kolo, who accused Kenya of hiding rebels, grew up in Gulu.",
        "In February, Kolo accused Kenya of hiding rebels.",
    ],
)
def test_what_a_speaker_said_at_other_times_is_not(reader: Reader, later: str) -> None:
    found = events(reader, f"{NOTE}{BETWEEN}\n\n{later}")
    assert ("2024-03-28", "2024-03-28") not in days(telling(found, later))


def test_the_one_day_that_a_page_names_is_that_of_what_is_said_in_it(reader: Reader) -> None:
    text = (
        "Chad and Niger share a border.\n\nFew use the road.\n\nThe talks on Thursday were short."
        "\n\nThe envoy of Chad condemned the rebels."
    )
    assert days(telling(events(reader, text), "condemned")) == {("2024-03-28", "2024-03-28")}
    other = f"{text}\n\nRain fell on Tuesday."
    assert not days(telling(events(reader, other), "condemned"))
    old = text.replace("on Thursday", "on 4 February")
    assert not days(telling(events(reader, old), "condemned"))


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("in recent days", ("2024-03-23", "2024-03-30")),
        ("over the past few weeks", ("2024-02-29", "2024-03-30")),
        ("in recent months", ("2023-03-30", "2024-03-30")),
    ],
)
def test_a_stretch_without_a_day_is_an_interval_as_wide_as_its_words(
    reader: Reader, words: str, period: tuple[str, str]
) -> None:
    found = events(reader, f"Rebels have shelled the market of Gao {words}, its mayor said on 29 March.")
    assert days(found[0]) == {period}


def test_such_a_stretch_is_not_that_of_what_is_told_next(reader: Reader) -> None:
    text = "Soldiers have moved to Gao in recent days. Rebels shot three herders dead in Kidal."
    assert not days(telling(events(reader, text), "herders"))


def test_stretches_of_years_have_no_interval(reader: Reader) -> None:
    assert not any(days(e) for e in events(reader, "Rebels have shelled the market of Gao in recent years."))


def test_words_that_are_answered_are_not_of_the_day_of_the_answer(reader: Reader) -> None:
    text = "On Wednesday the envoys of Chad and Niger delivered their answers to Kenya's demands for a truce."
    assert not any(days(e) for e in events(reader, text) if e.type == "REQUEST")
    text = "On Wednesday Kenya delivered its demands for a truce to Chad."
    assert days(next(e for e in events(reader, text) if e.type == "REQUEST")) == {("2024-03-27", "2024-03-27")}


@pytest.mark.parametrize("clock", [" at 3:00 PM", " at 15:00", ""])
def test_between_two_days_with_clock_times_is_one_stretch(reader: Reader, clock: str) -> None:
    text = f"Rebels fired five rockets at Gao between March 8{clock} and March 9{clock}."
    assert days(events(reader, text)[0]) == {("2024-03-08", "2024-03-09")}


def test_what_has_gone_on_since_a_war_began_is_not_of_the_day_on_which_it_is_told(reader: Reader) -> None:
    text = "On Monday rebels claimed the town of Gao, which has been shelled since the start of the war."
    assert not days(next(e for e in events(reader, text) if e.mode == "heavy-weapons"))


@pytest.mark.parametrize(
    "text",
    [
        "On 2 March reporters discovered the bodies of 20 civilians with their hands tied in a field near Gao.",
        "On 2 March envoys found cellars in Gao where soldiers detained traders.",
    ],
)
def test_the_day_of_a_finding_is_not_that_of_the_deed(reader: Reader, text: str) -> None:
    found = [e for e in events(reader, text) if e.type in ("ASSAULT", "COERCE")]
    assert found
    assert not any(days(e) for e in found)


def test_the_day_of_a_statement_is_not_that_of_what_went_on_since_a_war_began(reader: Reader) -> None:
    text = (
        "From the beginning of the war, Kenya has imposed sanctions on 750 people in Chad.\n\n"
        "The envoy said on Tuesday that Kenya imposed the sanctions on Chad."
    )
    assert ("2024-03-26", "2024-03-26") not in days(telling(events(reader, text), "From the beginning"))


def test_one_who_was_to_leave_on_a_day_was_not_killed_on_it(reader: Reader) -> None:
    text = "Traders left Gao. Herds thinned. Gunmen killed a trader who was to fly to Nairobi on Monday."
    assert not days(telling(events(reader, text), "killed a trader"))


def test_the_morning_after_a_feast_is_the_next_day(reader: Reader) -> None:
    found = events(reader, "Gunmen shot a trader dead in Gao on the morning after Christmas.", published="2024-01-25")
    assert days(found[0]) == {("2023-12-26", "2023-12-26")}


TALKS = "The foreign ministers of Chad and Niger visited Kampala on Friday."


def test_a_meeting_without_a_day_is_of_the_day_of_its_page(reader: Reader) -> None:
    text = f"{TALKS}\n\nEarlier, the Ugandan prime minister met the visiting foreign ministers and thanked them."
    assert days(telling(events(reader, text), "Earlier")) == {("2024-03-29", "2024-03-29")}


@pytest.mark.parametrize(
    "later",
    [
        "Ugandans marched a week after their prime minister met the ministers of Kenya.",
        "The Ugandan prime minister has met the ministers of Kenya.",
    ],
)
def test_a_meeting_told_in_passing_is_not(reader: Reader, later: str) -> None:
    found = [e for e in events(reader, f"{TALKS}\n\n{later}") if e.type == "CONSULT" and "Kenya" in e.evidence[0].exact]
    assert not any(days(e) for e in found)


def test_nor_is_a_fight_told_beside_a_meeting(reader: Reader) -> None:
    text = f"{TALKS}\n\nThey also visited Gulu, a town that saw a battle between soldiers and rebels."
    assert not any(days(e) for e in events(reader, text) if e.type == "ASSAULT")


def test_a_period_of_speech_is_never_after_the_page(reader: Reader) -> None:
    text = "Kenya rejected the plan of Chad for next year's summit, a minister said."
    assert all(end <= "2024-03-30" for e in events(reader, text) for _, end in days(e))


def test_quoted_words_are_of_the_day_on_which_their_speaker_spoke(reader: Reader) -> None:
    found = events(reader, f'{NOTE}{BETWEEN}\n\n"They have chosen war and will pay a steep price for it," Kolo said.')
    assert days(next(e for e in found if e.type == "THREATEN")) == {("2024-03-28", "2024-03-28")}


def test_a_title_takes_its_day_from_the_opening_and_not_from_the_last_sentence(reader: Reader) -> None:
    text = (
        "Rebels say they seized Gao base\n\nThe army pulled out of the base at Gao before dawn on 27 March, residents "
        "said.\n\nThe loss leaves it with three towns.\n\nEnvoys of the two sides met in Kidal in January."
    )
    found = [e for e in events(reader, text) if any("Rebels say" in q.exact for q in e.evidence)]
    assert not any(start.startswith("2024-01") for e in found for start, _ in days(e))


def test_the_week_of_a_deal_is_not_that_of_a_deed_told_next(reader: Reader) -> None:
    text = "Kenya reached a deal on grain with Chad last week. In Gao, shells killed one person."
    assert not any(days(e) for e in events(reader, text) if e.type == "ASSAULT")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 21 March rebels shot two guards overnight at a pier in Goma.", ("2024-03-21", "2024-03-21")),
        ("Soldiers arrested a trader in an overnight raid in Goma on 21 March.", ("2024-03-21", "2024-03-21")),
        ("Soldiers arrested a trader overnight in Goma.", ("2024-03-29", "2024-03-30")),
        ("Soldiers arrested a trader overnight in Goma, and on 21 March his wife fled.", ("2024-03-29", "2024-03-30")),
    ],
)
def test_a_night_told_with_a_day_is_that_of_the_day(reader: Reader, text: str, day: tuple[str, str]) -> None:
    assert day in days(events(reader, text)[0])


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("It was on Tuesday night when several men came and shot a clerk in Goma.", True),
        ("It was on Tuesday night that the mayor spoke of the men who shot a clerk in Goma.", False),
    ],
)
def test_it_was_then_when_it_was_done(reader: Reader, text: str, dated: bool) -> None:
    text = f"The senate met on 20 March.\n\n{text}"
    assert (days(telling(events(reader, text), "clerk")) == {("2024-03-26", "2024-03-26")}) is dated


def test_the_day_of_a_cited_article_dates_nothing(reader: Reader) -> None:
    text = "Ada Kolo is right (This is our way out of the siege, 9 March). Soldiers shot three herders dead in Kidal."
    assert not days(telling(events(reader, text), "herders"))
    text = "Ada Kolo is right. Soldiers shot three herders dead in Kidal (and six more in Gao, on 9 March)."
    assert days(telling(events(reader, text), "herders"))


def test_what_somebody_had_suffered_before_was_not_on_the_day_of_what_is_told(reader: Reader) -> None:
    text = "A trader who had been sentenced to two years in prison was arrested in Gao, his lawyer said on 28 March."
    found = {e.type: days(e) for e in events(reader, text)}
    assert not found["SANCTION"]
    assert found["COERCE"] == {("2024-03-28", "2024-03-28")}
