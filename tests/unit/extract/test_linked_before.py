"""What a deed takes from the paragraph before, and from labels; what a later sentence says of another matter."""

from __future__ import annotations

from dateline.app.reader import Reader
from fakes.told import days, events, places, telling


def found_in(reader: Reader, text: str, words: str) -> list[str]:
    return places(telling(events(reader, text, published="2024-03-06"), words))


def test_what_was_done_during_the_raid_was_done_where_it_was(reader: Reader) -> None:
    text = (
        "RSF fighters entered the Zamzam camp on Monday and looted its market.\n\nTwo nurses were abducted during the "
        "raid.\n\nShelling hit a hospital in El Fasher."
    )
    assert found_in(reader, text, "nurses") == ["Zamzam Camp"]


def test_those_held_after_a_march_are_held_where_it_was(reader: Reader) -> None:
    text = (
        "Thousands marched through Lagos on Monday.\n\nAt least nine people were arrested.\n\nOther marches were "
        "held in Ibadan and Kano."
    )
    assert found_in(reader, text, "arrested") == ["Lagos"]


def test_an_arrest_elsewhere_takes_no_place_from_it(reader: Reader) -> None:
    text = (
        "Thousands marched through Lagos on Monday.\n\nElsewhere, at least nine people were arrested.\n\nOther marches "
        "were held in Ibadan and Kano."
    )
    assert found_in(reader, text, "arrested") == []


def test_where_somebody_was_moved_later_is_no_scene(reader: Reader) -> None:
    text = (
        "Police arrested the reporter Samir Haddad in Nablus on 2 March.\n\nHaddad was beaten at the police station."
        "\n\nHe was moved to a prison in Jericho on Monday."
    )
    beaten = telling(events(reader, text, published="2024-03-06"), "beaten")
    assert "Jericho" not in places(beaten)
    assert ("2024-03-04", "2024-03-04") not in days(beaten)


def test_labels_say_where_each_paragraph_lies(reader: Reader) -> None:
    text = (
        "Mopti: armed men abducted 12 passengers on Tuesday.\n\nGao: a mine killed two peacekeepers on Thursday.\n\n"
        "Timbuktu: rockets were fired at the airport on Friday."
    )
    found = events(reader, text, published="2024-03-06")
    assert [places(telling(found, w)) for w in ("abducted", "mine", "rockets")] == [["Mopti"], ["Gao"], ["Timbuktu"]]


def test_one_label_alone_may_be_a_speaker(reader: Reader) -> None:
    text = "Mopti: armed men abducted 12 passengers on Tuesday.\n\nA mine killed two peacekeepers on Thursday."
    assert "Mopti" not in found_in(reader, text, "mine")


def test_one_is_shot_where_one_leaves_a_house(reader: Reader) -> None:
    text = (
        "Gunmen ambushed a convoy near Harper on Saturday.\n\nThe mayor was shot on Sunday as he drove home from a "
        "party in Monrovia.\n\nNobody was arrested."
    )
    assert found_in(reader, text, "mayor") == ["Monrovia"]


def test_a_village_not_listed_lies_in_no_town_of_a_third_country(reader: Reader) -> None:
    text = (
        "The ministers of Armenia and Azerbaijan will meet in Berlin on Thursday.\n\nTwo Armenian soldiers were "
        "wounded by Azerbaijani fire near Nerkin Hand on 1 March."
    )
    assert found_in(reader, text, "wounded") == ["Nerkin Hand"]
