"""What one sentence tells of two times is two happenings, each with its own day and count."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Count, Dated, Event
from fakes.told import FILLER, events, names, on_a_page, places, telling

Told = tuple[frozenset[int], frozenset[date]]


def assaults(reader: Reader, text: str) -> list[Event]:
    page = page_of(
        text.encode(), source="page", given={"published": "2024-05-08", "language": "en"}, media_type="text/plain"
    )
    reading = reader.read(page)
    assert isinstance(reading, Reading), reading
    return [e for e in reading.events if e.type == "ASSAULT"]


def told(event: Event) -> Told:
    """The counts and first days of an event."""
    counts = frozenset(c.value.low for c in event.claims if isinstance(c.value, Count))
    return counts, frozenset(c.value.period.start for c in event.claims if isinstance(c.value, Dated))


def day(number: int, month: int = 5) -> frozenset[date]:
    return frozenset({date(2024, month, number)})


APART = [
    (
        "Gunmen shot at a wedding in Plateau State on Tuesday and killed three people, police said, two days "
        "after a raid on the same town in which 21 died.",
        {(frozenset({3}), day(7)), (frozenset({21}), day(5))},
    ),
    (
        "Two days after a bombing in which 12 people died, gunmen attacked a convoy near Kirkuk on Monday and killed "
        "two soldiers.",
        {(frozenset({12}), day(4)), (frozenset({2}), day(6))},
    ),
    (
        "A bomb on a cart wounded nine people near Cali on Friday, authorities said, a week after a policeman died "
        "in a grenade attack at the same spot.",
        {(frozenset({9}), day(3)), (frozenset({1}), day(26, 4))},
    ),
    (
        "A week to the day after three clerks were shot on the Kirkuk road, armed men ambushed a lorry there on Monday "
        "and killed five drivers.",
        {(frozenset[int](), day(29, 4)), (frozenset({5}), day(6))},
    ),
    (
        "On 1 May, bombs came down on the square of Izium and six people died; the next day a drone killed a medic "
        "in the very same place.",
        {(frozenset({6}), day(1)), (frozenset({1}), day(2))},
    ),
    (
        "Gunmen shot the mayor of Bannu on Wednesday. The shooting followed the truck bombing of a checkpoint on "
        "Tuesday, in which eight people were killed.",
        {(frozenset[int](), day(8)), (frozenset({8}), day(7))},
    ),
]


@pytest.mark.parametrize(("text", "expected"), APART, ids=[text[:40] for text, _ in APART])
def test_so_many_days_after_another(reader: Reader, text: str, expected: set[Told]) -> None:
    assert {told(e) for e in assaults(reader, text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "A man wounded in Kharkiv on Saturday died in hospital on Monday, two days after a missile hit his house.",
        "Gunmen raided Jos on Sunday and shot a priest, and two days later he died.",
        "Two days after the attack on the camp near Kirkuk, which killed 12 soldiers, the dead were buried.",
    ],
)
def test_what_one_happening_leads_to_later_is_no_other(reader: Reader, text: str) -> None:
    assert len(assaults(reader, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed eighteen people in Beni on 1 May. A smaller attack the same day killed four drivers at Goma.",
        "Shells killed six people in Gao on Monday. In another attack, gunmen shot a priest.",
        "The raid on a camp near Jos on Monday killed 21 people. Then somebody shot at the burial: three more dead.",
        "Eight people died in a bomb attack in Jos on Monday. Five died in a similar attack in the city last week.",
    ],
)
def test_words_that_set_a_happening_beside_another(reader: Reader, text: str) -> None:
    found = assaults(reader, text)
    assert len(found) == 2
    assert all(len(told(e)[0]) <= 1 for e in found)


@pytest.mark.parametrize(
    "text",
    [
        "At least nine people were killed and houses burned when gunmen raided a village north of Goma on Sunday.",
        "The bakery in Jos is a mile from where a bus was blown up on 4 May, killing five.",
        "Gunmen attacked a police post near Kirkuk on Monday and shot two guards.",
    ],
)
def test_one_happening_in_several_clauses(reader: Reader, text: str) -> None:
    assert len(assaults(reader, text)) == 1


def test_a_count_with_a_day_of_its_own_takes_the_headline(reader: Reader) -> None:
    text = (
        "Second bomb on the Jos road: eight dead\n\nA second device on the Jos road killed eight people on 6 May. "
        "\n\nThe spot is a mile from where a bus was blown up on 2 May, killing five."
    )
    assert {told(e)[0] for e in assaults(reader, text)} == {frozenset({8}), frozenset({5})}


def test_where_what_was_launched_was_to_go_is_the_launch(reader: Reader) -> None:
    (found,) = events(reader, "The militia launched six drones and a rocket targeting a fuel depot in Mukalla.")
    assert names(found, "recipient") == {"fuel depot"}
    assert names(found, "actor") == {"militia"}


def test_each_count_of_weapons_launched_at_a_place_of_its_own_is_an_attack(reader: Reader) -> None:
    text = "The militia launched six drones targeting a depot in Mukalla, and two rockets targeting a bridge in Lahij."
    found = on_a_page(reader, text)
    assert [names(e, "recipient") for e in found] == [{"depot"}, {"bridge"}]
    assert all(names(e, "actor") == {"militia"} for e in found)


def test_what_the_attack_destroyed_is_of_the_one_just_told(reader: Reader) -> None:
    text = "The militia launched six drones at the airbase in Mukalla. The attack set fuel tanks on fire."
    (found,) = on_a_page(reader, text)
    assert {c.value.name for c in found.claims if c.property == "weapon"} <= {"drone"}


@pytest.mark.parametrize(
    ("total", "apart"),
    [
        ("The rebels claimed seven attacks on army positions in Sudan on Monday.", True),
        ("The rebels claimed several rocket and drone attacks on army positions in Sudan on Monday.", True),
        ("Seven soldiers have been wounded since the attacks on the army in Sudan on Monday.", False),
    ],
)
def test_one_of_many_attacks_counted_together_is_its_own(reader: Reader, total: str, *, apart: bool) -> None:
    found = on_a_page(reader, f"{total} The rebels said that they shelled the army in Nyala.")
    towns = [places(e) for e in found if e.type == "ASSAULT"]
    assert (["Nyala"] in towns) == apart


@pytest.mark.parametrize(
    ("second", "number"),
    [
        ("The army also shelled the port.", 2),
        ("The army also claimed that it shelled the port.", 2),
        ("The attack also wounded nine people.", 1),
        ("Nine people were also wounded.", 1),
    ],
)
def test_what_somebody_did_also_is_another_happening(reader: Reader, second: str, number: int) -> None:
    found = on_a_page(reader, f"The army shelled a depot in Mukalla on Monday. {second}")
    assert len([e for e in found if e.type == "ASSAULT"]) == number


def test_the_missile_that_was_stopped_is_of_no_raid(reader: Reader) -> None:
    text = "The army raided a camp in Homs on Monday. Air defences intercepted the missile over Latakia."
    assert len(on_a_page(reader, text)) == 2
    text = "The army fired a missile at a camp in Homs on Monday. Air defences intercepted the missile."
    assert len(on_a_page(reader, text)) == 1


@pytest.mark.parametrize(
    ("second", "number"),
    [
        ("The army previously shelled the harbour of Mukalla.", 2),
        ("The army also shelled a harbour on Monday, in what was previously unknown.", 2),
        ("The army, as previously reported, shelled the depot in Mukalla.", 1),
    ],
)
def test_what_was_done_previously_is_another_happening(reader: Reader, second: str, number: int) -> None:
    found = on_a_page(reader, f"The army shelled a depot in Mukalla on Monday. {second}")
    assert len([e for e in found if e.type == "ASSAULT"]) == number


def test_what_is_still_going_on_is_no_single_attack_in_a_town(reader: Reader) -> None:
    text = "The rebels are continuing to attack ships in the Red Sea. The navy said the rebels hit a tug off Hodeidah."
    assert len([e for e in on_a_page(reader, text) if e.type == "ASSAULT"]) == 2


FAR = (
    "Doctors in the town treated the wounded. The mayor asked for tents. Schools stayed shut for the week. "
    "The power came back at noon. Water was brought in by lorry. The bridge to the mill was open. "
    "The bakers worked all night. Two trains were late."
)


@pytest.mark.parametrize(("between", "apart"), [(FAR, True), ("", False)])
def test_attacks_told_far_below_the_attack_are_others(reader: Reader, between: str, apart: bool) -> None:
    first = "The strike on the oil depot at Beni wounded six people."
    second = "Officials from Bunia have said that drones have targeted oil plants in the east."
    found = [e for e in events(reader, f"{first} {between} {second}") if e.type == "ASSAULT"]
    assert (telling(found, "six people") is not telling(found, "oil plants")) is apart


def test_those_killed_since_a_day_are_no_toll_of_one_undated_strike(reader: Reader) -> None:
    first = "The strike on the oil depot at Beni killed six people."
    second = "According to officials, at least 1,255 people have been killed in the country since 28 February."
    found = events(reader, f"{first} {FAR} {second}", published="2024-03-11")
    counts = [c.value.low for c in telling(found, "six people").claims if isinstance(c.value, Count)]
    assert counts == [6]


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("hit a warehouse in Kharkiv", "hit a warehouse in Poltava Oblast", True),
        ("hit a warehouse in Kharkiv", "hit a warehouse in Kharkiv Oblast", False),
        ("hit a warehouse in Lviv Oblast", "hit a warehouse in Poltava Oblast", True),
        ("hit a warehouse in Kharkiv", "hit a warehouse in the east of Ukraine", False),
        ("hit the port of Salalah in Qarfazi, Oman", "hit the port of Duqm, Oman", True),
        ("hit the village of Qarfazi, Oman", "hit the port of Duqm, Oman", False),
    ],
)
def test_strikes_in_other_provinces_or_towns_are_two(reader: Reader, first: str, second: str, apart: bool) -> None:
    found = assaults(reader, f"Drones {first} on Monday. The drones {second} on Monday. {FILLER}")
    assert len(found) == (2 if apart else 1)


def test_shells_on_a_town_are_not_the_war_that_they_fall_in(reader: Reader) -> None:
    shells = "Civilians were trapped in Bakhmut under Russian bombardment."
    war = "Russia launched an invasion of Ukraine in February."
    found = telling(assaults(reader, f"{shells} {war} {FILLER}"), "Bakhmut")
    assert places(found) == ["Bakhmut"]
    assert told(found)[1] == set()


@pytest.mark.parametrize(("between", "apart"), [(FAR, True), ("", False)])
def test_the_attacks_far_below_one_attack_are_others(reader: Reader, between: str, apart: bool) -> None:
    first = "Rebels carried out attacks on two power stations in Beni on Monday."
    found = assaults(reader, f"{first} {between} The attacks leave thousands without light for hours at a time.")
    assert len(found) == (2 if apart else 1)


def test_killing_of_another_far_below_is_another_deed(reader: Reader) -> None:
    text = (
        "Drones hit a depot in Gulu on Monday. Smoke rose. The roads are under water. Traders closed their stalls. "
        "The minister condemned the murder of the mayor of Lira."
    )
    found = [e for e in events(reader, text) if e.type == "ASSAULT"]
    assert [len(e.evidence) for e in found if any("depot" in q.exact for q in e.evidence)] == [1]


def test_what_was_told_of_in_the_past_is_no_deed_of_today(reader: Reader) -> None:
    text = (
        "An official said in October 2023 that Kolo took command after Norland killed three officers of Chad. "
        "Jets of Norland destroyed two jets of Chad near Abeche on 29 March 2024."
    )
    assert [len(e.evidence) for e in events(reader, text) if any("Abeche" in q.exact for q in e.evidence)] == [1]
