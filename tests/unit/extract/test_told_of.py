"""What is told as an event and what is only weighed, wished, laid down or summed up, on sentences of our own."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Count, Event, Party

AROUND = "Farmers sold maize at the market. {} The road was closed for repairs."
"""A page of more than one sentence, on which a word must tell more to count."""


def events(reader: Reader, text: str) -> list[Event]:
    given = {"published": "2024-05-20", "language": "en"}
    reading = reader.read(page_of(text.encode(), source="page", given=given, media_type="text/plain"))
    assert isinstance(reading, Reading), reading
    return list(reading.events)


def named(event: Event, role: str) -> set[str]:
    return {c.value.name for c in event.claims if c.property == role and isinstance(c.value, Party)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The chancellor of Austria referred to the Kenyan war in the valley on Tuesday.", "ACCUSE"),
        ("The premier of Togo stood up for Benin in a speech on Tuesday.", "ACCUSE"),
        ("The Kremlin wanted the invasion of Ukraine to yield a quick victory, a retired general wrote.", "REQUEST"),
        ("The Ugandan army weighed where to send its troops after the fall of Goma.", "AGREE"),
        ("Under the agreement Peru undertakes not to use or threaten force against Chile.", "THREATEN"),
        ("Sudan pledged never to attack Chad again.", "THREATEN"),
        ("Sudan pledged never to attack Chad again.", "ASSAULT"),
        ("Somalia says that it does not want to attack Mandera.", "ASSAULT"),
        ("Most Kenyans see the future as promising and think that Kenya will win the war.", "THREATEN"),
        ("Nairobi wants Somalia to withdraw its troops from Mandera.", "CONCEDE"),
    ],
)
def test_words_that_tell_of_no_such_act(reader: Reader, text: str, kind: str) -> None:
    assert kind not in {e.type for e in events(reader, AROUND.format(text))}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Kenyan president accused Somalia of shelling the valley on Tuesday.", "ACCUSE"),
        ("Sudan vowed not to stop its attacks on the rebels of Darfur.", "THREATEN"),
        ("Chadian and Sudanese soldiers traded artillery fire near Tine on Sunday.", "ASSAULT"),
    ],
)
def test_words_that_do_tell_of_it(reader: Reader, text: str, kind: str) -> None:
    assert kind in {e.type for e in events(reader, AROUND.format(text))}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The plan foresees Ethiopia agreeing to a truce with the rebels in Tigray.", "planned"),
        ("The proposal includes Sudan releasing 40 prisoners.", "planned"),
        ("Under the plan, Sudan withdraws its troops from El Fasher.", "planned"),
        ("The draft provides for the withdrawal of Rwandan troops from Goma.", "planned"),
        ("Under the deal, Sudan withdrew its troops from El Fasher on Monday.", "actual"),
        ("The deal included the release of 40 prisoners by Sudan on Monday.", "actual"),
    ],
)
def test_what_a_plan_lays_down_is_planned(reader: Reader, text: str, modality: str) -> None:
    assert {e.modality for e in events(reader, AROUND.format(text))} == {modality}


@pytest.mark.parametrize(
    "text",
    [
        "Shelling hit Dongola on Monday. More than 1,200 people have been killed in Sudan since the war began.",
        "Drones hit Dongola on Monday. More than 1,200 people have been killed since the attacks began on 3 March.",
        "Drones hit Dongola on Monday. So far this year, 312 people have been killed in such strikes.",
        "Drones hit Dongola on Monday. At least 4,000 civilians have been killed in the war, the ministry said.",
        "Shelling killed four in Dongola on Monday, bringing to 312 the number of people killed since the war began.",
    ],
)
def test_the_total_of_a_war_is_the_toll_of_no_night(reader: Reader, text: str) -> None:
    night = [e for e in events(reader, text) if e.modality == "actual"]
    counts = [c.value.low for e in night for c in e.claims if c.property == "killed" and isinstance(c.value, Count)]
    assert len(night) == 1
    assert all(low == 4 for low in counts)


def test_a_count_since_days_ago_is_of_the_fighting_told(reader: Reader) -> None:
    text = "Militias fought in Goma for a second day on Sunday. At least 9 people had been killed since the clashes erupted on Saturday."  # noqa: E501
    [fight] = events(reader, text)
    assert [c.value.low for c in fight.claims if c.property == "killed" and isinstance(c.value, Count)] == [9]


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia has withdrawn its troops from Humera, in a first sign from Addis Ababa that the war is ending.",
        "In its first word from Addis Ababa, the army said rebels had shelled a market in Humera.",
    ],
)
def test_where_a_word_comes_from_is_not_where_it_happened(reader: Reader, text: str) -> None:
    told = [c.value for e in events(reader, AROUND.format(text)) for c in e.claims if c.property == "place"]
    assert "Addis Ababa" not in str(told)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The Ugandan foreign minister accused Europe of fuelling the war.", "Europe"),
        ("The Ugandan foreign minister accused the rest of Africa of silence.", "Africa"),
        ("The premier of Niger accused the Arab world of silence.", "Arab world"),
    ],
)
def test_a_continent_is_spoken_to(reader: Reader, text: str, whom: str) -> None:
    [charge] = events(reader, AROUND.format(text))
    assert named(charge, "recipient") == {whom}


def test_the_day_of_a_deed_is_not_that_of_a_charge(reader: Reader) -> None:
    text = "Rebels shelled the market of Goma on Friday, killing six traders.\n\nRwanda accused Uganda of arming them."
    [charge] = [e for e in events(reader, text) if e.type == "ACCUSE"]
    assert not [c for c in charge.claims if c.property == "when"]


PAGE = """<html><head><title>Horn of Africa daily briefing</title></head><body><article>
<p>This briefing covers events of the last 24 hours across the region.</p>
<h2>Kenyan and Ethiopian Air Campaign</h2>
<ul><li>Kenyan jets struck an al-Shabaab camp near Jilib on Monday, killing 11 fighters, residents said.</li>
<li>Ethiopian drones hit a convoy outside Baidoa on Sunday. Six people were wounded, residents said.</li>
<li>Ethiopia's air force struck two bridges over the Jubba River late on Sunday.</li></ul>
<p>Somalia accused Ethiopia of arming militias in Gedo.</p></article></body></html>"""


def test_a_round_up_is_read_entry_by_entry(reader: Reader) -> None:
    given = {"published": "2024-05-20", "language": "en"}
    reading = reader.read(page_of(PAGE.encode(), source="page", given=given, media_type="text/html"))
    assert isinstance(reading, Reading)
    strikes = [e for e in reading.events if e.type == "ASSAULT"]
    assert len(strikes) == 3
    assert all("Campaign" not in q.exact for e in strikes for q in e.evidence)
    assert all(len(named(e, "actor")) == 1 for e in strikes)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ('The ministry called the reports "a fairy tale for beginners".', set()),
        ("It called the attack on Goma a war crime.", set()),
        ("Her lawyer said that she would appeal.", set()),
        ("The nurses of Goma asked for nothing.", set()),
        ("The bishop called for calm in Goma.", {"REQUEST"}),
        ("Rwanda appealed to the rebels for a truce.", {"REQUEST"}),
    ],
)
def test_to_call_a_thing_something_asks_for_nothing(reader: Reader, text: str, kinds: set[str]) -> None:
    assert {e.type for e in events(reader, AROUND.format(text))} == kinds


def test_the_relative_pronoun_is_the_object(reader: Reader) -> None:
    text = "Kenya expelled two organisers whom a court sentenced last month."
    [sentence] = [e for e in events(reader, AROUND.format(text)) if e.type == "SANCTION"]
    assert (named(sentence, "actor"), named(sentence, "recipient")) == ({"court"}, {"organisers"})


def test_what_the_attackers_did_besides_is_of_the_attack(reader: Reader) -> None:
    text = "Pirates boarded a tanker off Bonny on Monday. The attackers took four crew members."
    [boarding] = events(reader, text)
    assert boarding.mode == "abduct"


def test_where_somebody_is_from_is_not_where_it_happened(reader: Reader) -> None:
    text = "John Carrow, 52, from Leeds, was let go late on Monday."
    [release] = events(reader, AROUND.format(text))
    assert not [c for c in release.claims if c.property == "place"]


def test_an_arrest_by_which_a_plot_was_foiled_is_theirs_who_foiled_it(reader: Reader) -> None:
    text = "Police foiled an attack on the station in Quetta with the arrest of two men on Friday."
    [arrest] = [e for e in events(reader, text) if e.type == "COERCE"]
    assert named(arrest, "actor") == {"Police"}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("A bomb exploded on the sixth floor of the Savoy Hotel in Kisumu on Monday.", "Savoy Hotel"),
        ("A bomb exploded in front of a bank in Kisumu on Monday.", "bank"),
        ("The offices of the mayor were the target of the bomb attack in Gulu on Monday.", "offices of the mayor"),
    ],
)
def test_what_a_bomb_hits_is_the_thing_and_not_its_side(reader: Reader, text: str, whom: str) -> None:
    [blast] = events(reader, AROUND.format(text))
    assert whom in named(blast, "recipient")


def test_who_placed_the_bomb_is_the_doer(reader: Reader) -> None:
    text = "A bomb placed by rebels on his vehicle exploded in Lira on Monday, killing the attorney."
    [blast] = events(reader, AROUND.format(text))
    assert named(blast, "actor") == {"rebels"}


def test_shelling_before_a_verb_is_theirs_whose_it_is(reader: Reader) -> None:
    text = "Kenyan tank shelling killed four children in the east of the valley on Friday."
    [shelling] = events(reader, AROUND.format(text))
    assert named(shelling, "actor") == {"Kenya"}


def test_they_are_several(reader: Reader) -> None:
    text = "The rebels burned the mayor's office in Gulu. They also burned a petrol station."
    assert {n for e in events(reader, text) for n in named(e, "actor")} == {"rebels"}


def test_the_health_ministry_is_no_other_body(reader: Reader) -> None:
    text = "The African Union sent troops to Baidoa. A bomb killed six people on Monday, the health ministry said."
    voices = {c.voice.name for e in events(reader, text) for c in e.claims if e.type == "ASSAULT"}
    assert "African Union" not in voices


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The prosecutor of Accra has clashed with the government over its pledges on graft.", set()),
        ("Herders clashed with farmers over a well near Gulu on Monday.", {"ASSAULT"}),
    ],
)
def test_a_quarrel_over_a_matter_is_no_fight(reader: Reader, text: str, kinds: set[str]) -> None:
    assert {e.type for e in events(reader, AROUND.format(text))} == kinds


def test_those_with_whom_a_feast_is_marked(reader: Reader) -> None:
    [feast] = events(reader, "Kenya has celebrated Eid at Arusha with Tanzania.")
    assert named(feast, "recipient") == {"Tanzania"}
