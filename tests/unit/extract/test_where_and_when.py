"""Where and when of single events, on short invented stories, with what must stay apart."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Dated, Located
from fakes.told import days, events, places, telling


def test_a_village_that_no_gazetteer_has_is_where_it_was(reader: Reader) -> None:
    found = events(reader, "Gunmen killed nine people in the village of Wuro Tanda, in Adamawa state, on 4 March 2024.")
    assert places(found[0])[0] == "Wuro Tanda"


def test_two_such_villages_are_two_scenes(reader: Reader) -> None:
    text = (
        "Gunmen attacked two places in Nigeria on 4 March 2024.\n\n"
        "In Wuro Tanda, five farmers were shot dead.\n\nIn Dabo Kesa, raiders killed two nurses."
    )
    found = events(reader, text)
    assert places(telling(found, "farmers")) == ["Wuro Tanda"]
    assert places(telling(found, "nurses")) == ["Dabo Kesa"]


def test_a_place_comes_before_the_one_that_holds_it(reader: Reader) -> None:
    text = (
        "Air strike kills nine in Nigeria\n\nA jet bombed a school at Maiduguri on 4 March 2024, killing nine people."
    )
    assert places(events(reader, text)[0]) == ["Maiduguri", "Nigeria"]


def test_a_place_that_lies_elsewhere_does_not(reader: Reader) -> None:
    text = "Rebels in Chad shelled Maiduguri on 4 March 2024, killing nine people."
    assert places(events(reader, text)[0])[0] == "Maiduguri"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Shells fell on Gao on Sunday as shops opened, and one of them killed six people.", "2024-03-24"),
        ("A mine hit a bus carrying pilgrims on Sunday, killing six people.", "2024-03-24"),
        ("On the 17th gunmen killed six people at Gao.", "2024-03-17"),
        ("Gunmen killed six people at Gao on Good Friday.", "2024-03-29"),
        ("In February a raid on the next village killed four people.", "2024-02-01"),
    ],
)
def test_the_day_of_the_deed(reader: Reader, text: str, day: str) -> None:
    (found,) = [e for e in events(reader, text) if e.type == "ASSAULT"]
    assert {start for start, _ in days(found)} == {day}


@pytest.mark.parametrize(
    "text",
    [
        "Commandos searched villages around Gao on Monday, which resulted in the detention of four herders.",
        "Soldiers detained six herders in raids aimed at catching smugglers near Gao on Monday.",
    ],
)
def test_what_came_of_it_and_what_it_was_for_share_its_day(reader: Reader, text: str) -> None:
    (found,) = [e for e in events(reader, text) if e.type == "COERCE"]
    assert {start for start, _ in days(found)} == {"2024-03-25"}


@pytest.mark.parametrize(
    "text",
    [
        "Police said on Sunday that all was calm, and gunmen killed six people at Gao.",
        "Soldiers killed a man suspected of robbing a bank on Sunday.",
    ],
)
def test_the_day_of_something_else(reader: Reader, text: str) -> None:
    found = [e for e in events(reader, text) if any(w in e.evidence[0].exact for w in ("killed",))]
    basis = {c.value.basis for e in found for c in e.claims if isinstance(c.value, Dated)}
    assert not basis & {"relative to publication"}


def test_what_happened_once_since_then_is_no_stretch(reader: Reader) -> None:
    text = "No food had come to the town since gunmen fired at a barge near Gao in February."
    found = telling(events(reader, text), "barge")
    assert days(found) == {("2024-02-01", "2024-02-29")}


def test_what_began_then_goes_on(reader: Reader) -> None:
    text = "Rebels have shelled Gao since the war began on 4 February 2024."
    assert all(end == "2024-03-30" for _, end in days(events(reader, text)[0]))


def test_what_a_protest_is_over_is_elsewhere(reader: Reader) -> None:
    text = "Thousands marched in Gao on 4 March 2024 in protest over killings in Kidal."
    (found,) = [e for e in events(reader, text) if e.type == "PROTEST"]
    assert places(found) == ["Gao"]


def test_a_day_earlier_leans_on_a_day_and_not_on_a_year(reader: Reader) -> None:
    text = "The armies exchanged prisoners on Friday for the third time this year. A day earlier rebels shelled Gao."
    assert days(telling(events(reader, text), "shelled")) == {("2024-03-28", "2024-03-28")}


def test_the_parts_of_a_lead_that_sums_up_have_its_day(reader: Reader) -> None:
    text = (
        "Rebels killed 16 people on Friday in attacks on two places in Nigeria.\n\n"
        "In Wuro Tanda, raiders shot twelve farmers dead.\n\nIn Dabo Kesa, four nurses were killed."
    )
    found = events(reader, text)
    assert days(telling(found, "nurses")) == {("2024-03-29", "2024-03-29")}


def test_what_a_lead_tells_of_one_place_says_nothing_of_another(reader: Reader) -> None:
    text = (
        "Rebels killed 16 people in Chad on Friday.\n\n"
        "In Wuro Tanda, raiders shot twelve farmers dead.\n\nIn Dabo Kesa, four nurses were killed in Nigeria."
    )
    assert days(telling(events(reader, text), "nurses")) == set()


@pytest.mark.parametrize(
    ("story", "found"),
    [
        ("MAIDUGURI (Lake Courier) — A guard was shot dead at a fuel station on Tuesday, police said.", ["Maiduguri"]),
        ("MAIDUGURI (Lake Courier) — A guard was shot dead in Damboa on Tuesday, police said.", ["Damboa"]),
        ("MAIDUGURI (Lake Courier) — A guard was shot dead at a fuel station in Chad on Tuesday.", ["Chad"]),
        ("MAIDUGURI (Lake Courier) — Soldiers of Chad shot a guard dead at a fuel station on Tuesday.", []),
    ],
    ids=["no other town", "another town", "another country", "another country's army"],
)
def test_the_town_of_a_dateline_is_the_scene_where_no_other_is_named(
    reader: Reader, story: str, found: list[str]
) -> None:
    (told, *_) = events(reader, f"{story} He had worked there for a year.")
    assert places(told)[: len(found) or 1] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # both ends of a way
        ("Five died on Thursday when their bus struck a mine on the road between Kano and Zaria.", ["Kano", "Zaria"]),
        ("A bomb went off under a bus on the Kano - Zaria highway on Thursday.", ["Kano", "Zaria"]),
        # the wounded are brought elsewhere
        ("A bomb wounded nine people in Zaria on Monday, and one of them died in a Kano hospital.", ["Zaria"]),
        # from where it was fired
        ("Rebels fired rockets at Sderot from Gaza City on Monday, killing two people.", ["Sderot"]),
        ("Gunners at the garrison of Babanusa fired rounds at the town on Monday.", []),
        ("Rebels at a market in Babanusa beat two farmers on Monday.", ["Babanusa"]),
        # a month cut short is no town
        ("Soldiers clashed with bandits near Zaria on Nov. 19.", ["Zaria"]),
        # a hospital that is itself hit
        ("Shells hit a hospital in Sderot on Monday and killed two people.", ["Sderot"]),
    ],
)
def test_the_scene_and_not_where_it_came_from_or_led_to(reader: Reader, text: str, expected: list[str]) -> None:
    found = events(reader, text)
    assert sorted({p for e in found for p in places(e)}) == expected


def test_a_quarter_lies_at_its_towns_point(reader: Reader) -> None:
    text = (
        "Nine people were abducted in Kankara on Sunday 24 March 2024.\n\n"
        "The following night six were taken from a wedding in the Makwarwari quarter, residents said."
    )
    second = telling(events(reader, text), "wedding")
    quarter = next(c.value.place for c in second.claims if isinstance(c.value, Located))
    assert (quarter.name, quarter.precision) == ("Makwarwari", "area")
    assert quarter.lat is not None


def test_what_was_done_during_a_march_was_done_on_its_day(reader: Reader) -> None:
    text = "The man shot dead by police during Saturday's march in Nairobi was a student, his family said on Tuesday."
    page = page_of(text.encode(), source="page", given={"published": "2024-01-25", "language": "en"})
    reading = reader.read(page)
    assert isinstance(reading, Reading)
    (found,) = [e for e in reading.events if e.type == "ASSAULT"]
    assert {c.value.period.start.isoformat() for c in found.claims if isinstance(c.value, Dated)} == {"2024-01-20"}


def test_a_family_that_names_the_victim_of_a_shooting_shot_nobody(reader: Reader) -> None:
    page = page_of(
        b"Family identifies victim of Nairobi shooting",
        source="page",
        given={"published": "2024-01-25", "language": "en"},
    )
    reading = reader.read(page)
    assert isinstance(reading, Reading)
    assert not [c for e in reading.events if e.type == "ASSAULT" for c in e.claims if c.property == "actor"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police shot six robbers dead in an overnight raid near Gao on Friday.", {("2024-03-29", "2024-03-29")}),
        ("Police shot six robbers dead in a raid near Gao last night.", {("2024-03-29", "2024-03-29")}),
        ("Police shot six robbers dead in a raid near Gao overnight.", {("2024-03-29", "2024-03-30")}),
    ],
)
def test_a_day_named_within_a_night_is_the_day(reader: Reader, text: str, expected: set[tuple[str, str]]) -> None:
    assert days(events(reader, text)[0]) == expected


def test_a_day_of_its_own_comes_before_one_reckoned_from_another(reader: Reader) -> None:
    text = "A court in Gao tried six herders on 28 March, a week after soldiers had arrested them on 20 March."
    assert days(telling(events(reader, text), "arrested")) == {("2024-03-20", "2024-03-20")}


def test_a_rough_length_gives_no_day(reader: Reader) -> None:
    text = "On 28 March rebels shelled Gao, less than three weeks after soldiers had arrested six herders."
    assert all(("2024-03-07", "2024-03-07") not in days(e) for e in events(reader, text))


def test_a_lead_of_several_incidents_gives_its_day_to_each(reader: Reader) -> None:
    text = (
        "GAO: Two guards were killed in separate incidents in the province on Friday, officials said.\n\n"
        "A guard was shot dead by raiders in Kidal. In Timbuktu, militants hurled a grenade at a post, killing a guard."
    )
    found = events(reader, text)
    assert days(telling(found, "Kidal")) == days(telling(found, "Timbuktu")) == {("2024-03-29", "2024-03-29")}


def test_a_day_that_lies_ahead_is_not_the_day_of_what_is_told(reader: Reader) -> None:
    text = (
        "The mayor of Gao will meet the traders on 4 April 2024.\n\n"
        "He urged the army to leave. Soldiers shot two herders dead near the market."
    )
    assert all(start < "2024-04-01" for e in events(reader, text) for start, _ in days(e))


def test_the_home_of_someone_is_not_the_scene_though_the_title_names_it(reader: Reader) -> None:
    text = (
        "Leeds diver’s ten days in the hands of raiders\n\n"
        "A British diver who was seized in Nigeria is free.\n\n"
        "Tom Cole, 40, from Leeds, was let go on Friday along with his driver."
    )
    assert all("Leeds" not in places(e) for e in events(reader, text))


def test_where_the_things_stood_that_were_struck(reader: Reader) -> None:
    text = (
        "Jets bombed a depot in Kidal on 4 March 2024.\n\n"
        "On 6 March jets destroyed nine lorries used by the rebels at the airfield in Gao."
    )
    assert "Gao" in places(telling(events(reader, text), "lorries"))


@pytest.mark.parametrize(
    ("text", "days_told"),
    [
        ("The army has shelled six villages since the start of the war on March 1.", ("2024-03-01", "2024-03-06")),
        (
            "Nearly all of the rebels' attacks on March 3 and March 4 hit army posts near Bor.",
            ("2024-03-03", "2024-03-04"),
        ),
        ("Rebels shelled Bor on March 1 and Juba on March 4.", ("2024-03-01", "2024-03-01")),
    ],
)
def test_a_stretch_is_no_day(reader: Reader, text: str, days_told: tuple[str, str]) -> None:
    assert days_told in days(events(reader, text, published="2024-03-06")[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid on Gao was the deadliest in the region since January.", set[tuple[str, str]]()),
        ("The bombing of the market was among the worst since 2019.", set[tuple[str, str]]()),
        ("The ambush was one of the bloodiest on that road since October.", set[tuple[str, str]]()),
        ("The shelling of Gao has been going on since 4 March.", {("2024-03-04", "2024-03-30")}),
    ],
)
def test_since_when_it_is_the_worst_is_no_time_of_it(reader: Reader, text: str, expected: set[tuple[str, str]]) -> None:
    assert {day for e in events(reader, text) for day in days(e)} == expected


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Clashes between the police and protesters in Georgia went on.", ["Georgia"]),
        ("Ada Kolo met with President Bo Lindh in Ukraine on Thursday.", ["Ukraine"]),
        ("Norway sends arms to Estonia, where Britain has 1,700 soldiers deployed.", ["Estonia"]),
        ("Norway spoke of Estonia, where he said that Britain deployed 1,700 soldiers.", []),
    ],
)
def test_where_two_met_and_where_troops_stand(reader: Reader, text: str, where: list[str]) -> None:
    kinds = ("ASSAULT", "CONSULT", "MOBILIZE")
    assert [p for e in events(reader, text) if e.type in kinds for p in places(e)] == where


@pytest.mark.parametrize(
    ("opening", "where"),
    [
        ("Rebels hold a village in the department of Chocó in Colombia.", ["Chocó"]),
        ("Rebels hold a village in Chocó, and the mayor of Antioquia fears for his own.", []),
    ],
)
def test_the_department_is_the_only_one_that_the_page_names(reader: Reader, opening: str, where: list[str]) -> None:
    text = f"{opening} On Monday the Defence Ministry said that it would send 600 soldiers to the department."
    assert [p for e in events(reader, text) if e.type == "MOBILIZE" for p in places(e)] == where


COUNTED = (
    "A bomb on the road to Buni Yadi killed eight people on 11 January 2024.\n\n"
    "It went off a kilometre from where a bus was blown up on 4 January, killing five.\n\n"
    "The council chairman came to look. He said nothing. He went back to his car.\n\n"
)


def test_a_bare_count_is_of_what_the_page_opens_with_and_not_of_where_those_are_who_count(reader: Reader) -> None:
    found = events(reader, COUNTED + "Hospital staff in Damaturu listed three wounded.")
    assert places(telling(found, "three wounded")) == ["Buni Yadi"]
    assert days(telling(found, "three wounded")) == {("2024-01-11", "2024-01-11")}


def test_who_tells_of_a_blast_in_their_town_says_where_it_was(reader: Reader) -> None:
    found = events(reader, "Police in Jos said three people were wounded when a bomb went off on 11 January 2024.")
    assert places(found[0]) == ["Jos"]


SYMPATHY = "On 20 January 2024 some 200 weavers marched through Tacloban"


def test_a_deed_of_another_day_is_not_where_its_sentence_goes_on(reader: Reader) -> None:
    text = (
        SYMPATHY + " in support of the crew of a ferry on which a Chinese ship had turned a water cannon a day earlier."
    )
    other = "\n\nTraders marched in Davao and in Manila on 18 January 2024."
    found = {event.type: event for event in reversed(events(reader, text + other))}
    assert places(found["PROTEST"]) == ["Tacloban"]
    assert places(found["ASSAULT"]) == []


def test_what_was_done_to_marchers_that_day_is_where_they_marched(reader: Reader) -> None:
    found = {event.type: event for event in events(reader, SYMPATHY + ", and police turned a water cannon on them.")}
    assert places(found["ASSAULT"]) == ["Tacloban"]


def test_who_burst_in_where_a_feast_was_held_led_the_guests_away(reader: Reader) -> None:
    text = "On 4 March 2024 gunmen burst into a hall in Kankara where a feast was being held and led six guests away."
    assert [(event.type, event.mode) for event in events(reader, text)] == [("ASSAULT", "abduct")]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Police in Nairobi arrested two men from Uganda on Monday.", ["Nairobi"]),
        ("Police in Kenya arrested two men in Uganda on Monday.", ["Uganda"]),
    ],
)
def test_where_the_arrested_come_from_is_no_scene(reader: Reader, text: str, where: list[str]) -> None:
    assert places(events(reader, text)[0])[:1] == where
