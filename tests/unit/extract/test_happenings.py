"""What becomes one event, and what each event holds, on short invented stories."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from dateline.app.results import Reading
from dateline.fetch import page_of
from dateline.model import Count, Dated, Event, Located, Party
from fakes.told import events


def killed(event: Event) -> set[tuple[int, str]]:
    return {(c.value.low, c.voice.name) for c in event.claims if c.property == "killed" and isinstance(c.value, Count)}


def days(event: Event) -> set[str]:
    return {c.value.period.start.isoformat() for c in event.claims if isinstance(c.value, Dated)}


def test_a_denial_and_the_report_it_denies_are_one_happening_and_the_denier_counts_no_dead(reader: Reader) -> None:
    text = (
        "The Sudanese army denied shelling the town of Babanusa, where a nurses' union says that seven people died "
        "when projectiles landed in a bakery on Wednesday."
    )
    (found,) = [e for e in events(reader, text) if e.type == "ASSAULT"]
    assert found.modality == "actual"
    voices = {(c.voice.name, c.voice.stance) for c in found.claims if c.property == "occurrence"}
    assert {stance for _, stance in voices} == {"denies", "reports"}
    assert {low for low, _ in killed(found)} == {7}
    assert all("union" in voice for _, voice in killed(found))


def test_a_denial_of_something_else_stands_alone(reader: Reader) -> None:
    text = (
        "Gunmen killed four traders in Gao on 4 March 2024, police said.\n\n"
        "The Malian army denied shelling a school in Kidal on 7 March 2024.\n"
    )
    assert sorted(e.modality for e in events(reader, text) if e.type == "ASSAULT") == ["actual", "negated"]


@pytest.mark.parametrize(
    ("second", "expected"),
    [("Neighbours said that four children were killed.", {14}), ("A union said that 16 people were killed.", {14, 16})],
)
def test_a_part_of_the_dead_is_no_rival_toll(reader: Reader, second: str, expected: set[int]) -> None:
    text = f"Shelling killed 14 people in Nyala on 4 March 2024, doctors said. {second}"
    (found,) = [e for e in events(reader, text) if e.type == "ASSAULT"]
    assert {low for low, _ in killed(found)} == expected


def injured(event: Event) -> set[int]:
    return {c.value.low for c in event.claims if c.property == "injured" and isinstance(c.value, Count)}


@pytest.mark.parametrize(
    ("later", "dead", "hurt"),
    [
        ("The local council put the dead at nine.", {7, 9}, set()),
        ("Hospital lists give 30 people admitted with injuries.", {7}, {30}),
        ("A clinic had said earlier that at least three traders were dead.", {7, 3}, set()),
        ("The toll has reached 7, doctors said, and 12 of them were wounded.", {7}, {12}),
    ],
)
def test_a_later_sentence_adds_its_count_to_the_happening(
    reader: Reader, later: str, dead: set[int], hurt: set[int]
) -> None:
    text = f"Shelling killed seven traders in a market in Nyala on 4 March 2024, doctors said. {later}"
    (found,) = [e for e in events(reader, text) if e.type == "ASSAULT"]
    assert {low for low, _ in killed(found)} == dead
    assert injured(found) == hurt


def test_a_correction_takes_back_the_figure_that_it_names(reader: Reader) -> None:
    text = (
        "In a story about the bombing of a market in Nyala on 4 March 2024, the agency reported erroneously that 19 "
        "people had been killed. The number of dead in the March 4 attack is 12, the hospital says."
    )
    dead = {low for e in events(reader, text) for low, _ in killed(e)}
    assert dead == {12}


def test_a_count_belongs_to_what_was_told_before_it(reader: Reader) -> None:
    text = (
        "On 4 March 2024 a minibus ran over a mine near Djibo. Seven passengers died.\n\n"
        "Gunmen kidnapped a teacher near Tera on 6 March 2024. Officials confirmed the abduction.\n"
    )
    tolls = {e.mode: {low for low, _ in killed(e)} for e in events(reader, text) if e.type == "ASSAULT"}
    assert tolls["explosives"] == {7}
    assert tolls["abduct"] == set()


def test_a_toll_over_a_stretch_of_time_is_none_of_one_strike(reader: Reader) -> None:
    text = (
        "Israeli air strikes killed the commander of the brigade in Beirut on 26 March 2024. The death toll from "
        "Israeli air strikes over the past week has risen to 394, the ministry said."
    )
    single = [e for e in events(reader, text) if "2024-03-26" in days(e)]
    assert single
    assert all(low != 394 for e in single for low, _ in killed(e))


def test_an_order_among_many_is_no_day(reader: Reader) -> None:
    text = (
        "A drone strike on a car killed two people near Tyre on 26 March 2024. It is the fourth strike since January."
    )
    assert all(days(e) <= {"2024-03-26"} for e in events(reader, text))


def test_what_a_reporter_stands_in_is_no_scene(reader: Reader) -> None:
    text = (
        "Iran fired missiles at Gulf states on 26 March 2024. Our correspondent Ann Hill reports the latest from Doha."
    )
    places = {c.value.place.name for e in events(reader, text) for c in e.claims if isinstance(c.value, Located)}
    assert "Doha" not in places


def test_an_attack_that_will_take_place_has_not_happened(reader: Reader) -> None:
    found = events(reader, "Officials say that an attack on Kyiv will take place before Sunday.")
    assert all(e.modality != "actual" for e in found if e.type == "ASSAULT")


def test_an_act_of_speech_is_of_the_day_on_which_its_paragraph_says_something_was_said(reader: Reader) -> None:
    text = (
        "“Our forces did not fire on the town,” the Sudanese army spokesman said on Thursday. "
        "He accused the Rapid Support Forces of hiding ammunition in the hospital."
    )
    (accusing,) = [e for e in events(reader, text) if e.type == "ACCUSE"]
    assert days(accusing) == {"2024-03-28"}


def test_a_date_that_runs_into_the_subject_is_still_the_day(reader: Reader) -> None:
    (found,) = events(reader, "On 9 March 2024 rebels shelled a market in Beni, killing 16 civilians.")
    assert days(found) == {"2024-03-09"}
    assert found.mode == "heavy-weapons"


def test_undated_sentences_under_different_days_stay_apart(reader: Reader) -> None:
    text = "\n\n".join(
        f"On {day} March 2024 rebels shelled a market in {town}, killing {n} civilians. Soldiers arrested {n} men."
        for day, town, n in ((5, "Butembo", 28), (9, "Beni", 16), (16, "Goma", 26))
    )
    arrests = [e for e in events(reader, text) if e.type == "COERCE"]
    assert [days(e) for e in arrests] == [{"2024-03-05"}, {"2024-03-09"}, {"2024-03-16"}]


def test_claims_of_different_events_have_different_ids(reader: Reader) -> None:
    text = "On 9 March 2024 rebels shelled a market in Beni, killing 16 civilians. Soldiers arrested 8 men there."
    ids = [claim.id for event in events(reader, text) for claim in event.claims]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("page", "meant"),
    [
        (
            "Rwanda condemned the strike. The Congolese army withdrew from Goma. The government rejected the claim.",
            None,
        ),
        ("Rwanda condemned the strike. The government rejected the claim.", "RWA"),
    ],
    ids=["of two countries", "of one"],
)
def test_the_government_is_no_one_states_where_several_are_named(reader: Reader, page: str, meant: str | None) -> None:
    rejecting = [e for e in events(reader, page) if e.type == "REJECT"]
    found = {
        c.value.country for e in rejecting for c in e.claims if c.property == "actor" and isinstance(c.value, Party)
    }
    assert ("RWA" in found) == (meant == "RWA")


def test_a_capital_that_stands_for_its_state_is_not_where_it_happened(reader: Reader) -> None:
    text = "Moscow launched coordinated missile attacks on several cities.\n\nSchools shut in Lviv and in Kharkiv."
    found = events(reader, text)[0]
    assert "RUS" in {c.value.country for c in found.claims if c.property == "actor" and isinstance(c.value, Party)}
    assert not [c for c in found.claims if c.property == "place"]


def test_a_town_among_those_acted_on_is_where_it_happened(reader: Reader) -> None:
    found = events(reader, "Rebels launched rocket attacks on several cities including Kharkiv on 4 March 2024.")[0]
    assert [c.value.place.name for c in found.claims if isinstance(c.value, Located)] == ["Kharkiv"]


def test_sentences_with_notes_of_their_own_tell_of_happenings_of_their_own(reader: Reader) -> None:
    text = (
        "The army of Chad shelled two depots in the north on 4 March.[3] The army of Chad struck rebel launchers on 4 "
        "March, according to an analyst.[4]"
    )
    page = page_of(text.encode(), source="page", given={"published": "2024-03-06", "language": "en"})
    found = reader.read(page)
    assert isinstance(found, Reading)
    assaults = [e for e in found.events if e.type == "ASSAULT"]
    assert len(assaults) == 2
    assert all("[" not in c.voice.name for e in assaults for c in e.claims)


def names(event: Event, side: str) -> set[str]:
    return {c.value.name for c in event.claims if c.property == side and isinstance(c.value, Party)}


@pytest.mark.parametrize(
    ("sentence", "recipients", "killed_"),
    [
        ("The bullet-riddled bodies of nine farmers were found near Jos on Thursday.", {"farmers"}, 9),
        ("Armed men stormed a church in Kaduna, shooting dead the priest.", {"church", "priest"}, 1),
        ("A Houthi missile struck a bulk carrier off Aden, setting it on fire.", {"bulk carrier"}, None),
        ("Gunmen attacked three villages, burning homes and looting cattle.", {"homes", "villages", "cattle"}, None),
        ("A suicide bomber on a motorbike rammed a bus in Quetta.", {"bus"}, None),
    ],
)  # fmt: skip
def test_whom_a_deed_befell_and_how_many(
    reader: Reader, sentence: str, recipients: set[str], killed_: int | None
) -> None:
    (found,) = [e for e in events(reader, sentence) if e.type == "ASSAULT"]
    assert names(found, "recipient") == recipients
    assert {low for low, _ in killed(found)} == ({killed_} if killed_ else set())


def test_an_attack_and_the_answer_of_those_attacked_are_two(reader: Reader) -> None:
    text = (
        "Gunmen ambushed a convoy of the Malian army near Ansongo on Tuesday, killing 12 soldiers. The "
        "army of Mali attacked terrorists in the Gao region on Tuesday."
    )
    doers = [names(e, "actor") for e in events(reader, text) if e.type == "ASSAULT"]
    assert len(doers) == 2


@pytest.mark.parametrize(
    "sentence", ["A hiker was found dead below the peak on Monday.", "The union called off its strike."]
)
def test_accidents_and_strikes_called_off_are_no_events(reader: Reader, sentence: str) -> None:
    assert not [e for e in events(reader, sentence) if e.type in ("ASSAULT", "PROTEST")]


def test_what_troops_do_in_the_operation_that_follows_is_another_happening(reader: Reader) -> None:
    text = (
        "A roadside bomb killed five traders in a bus near Damaturu on Thursday.\n\n"
        "In the follow-up operation troops killed two terrorists."
    )
    first, second = (e for e in events(reader, text) if e.type == "ASSAULT")
    assert {low for low, _ in killed(first)} == {5}
    assert {low for low, _ in killed(second)} == {2}


def test_a_raid_is_the_police_s_only_where_they_are_named(reader: Reader) -> None:
    (drone,) = events(reader, "The raid on the fuel depot in Hodeidah by drones took place on Friday.")
    (search,) = events(reader, "Police officers carried out a raid on the offices of a weekly in Lima on Friday.")
    assert (drone.type, search.type) == ("ASSAULT", "COERCE")


def test_a_headline_s_bare_word_for_what_came_before_tells_nothing_of_it(reader: Reader) -> None:
    def types(title: str) -> set[str]:
        page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{_SEARCH}</p></body></html>"
        reading = reader.read(page_of(page.encode(), source="https://example.org/a"))
        assert isinstance(reading, Reading)
        return {e.type for e in reading.events}

    assert "ASSAULT" not in types("After the raid, the search: Duk hands in its guns")
    assert "ASSAULT" in types("Eleven killed in raid on Duk cattle camp")


_SEARCH = "Soldiers seized 140 rifles in Duk County on Monday, an officer of the army said. Nobody was hurt there."
