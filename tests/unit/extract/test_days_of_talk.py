"""The day of what is said in a call, on a visit or while speaking; and the stretch of a war that the page dates."""

from __future__ import annotations

import pytest

from dateline.app.reader import Reader
from fakes.told import days, events, names, places, telling

NO_DAY = set[tuple[str, str]]()
THURSDAY = {("2024-03-28", "2024-03-28")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Speaking on Thursday, President Bola Tinubu thanked Norway for its tanks.", THURSDAY),
        ("Speaking of the vote on Thursday, a clerk said it rained. President Bola Tinubu thanked Norway.", NO_DAY),
    ],
)
def test_what_was_done_while_speaking_has_the_day_of_the_words(
    reader: Reader, text: str, expected: set[tuple[str, str]]
) -> None:
    assert days(telling(events(reader, text), "thanked")) == expected


def test_what_was_agreed_in_a_call_has_its_day(reader: Reader) -> None:
    text = '"Chad must go home," Bola Tinubu and Emmanuel Macron agreed in a call on Thursday, their offices said.'
    assert all(days(e) == THURSDAY for e in events(reader, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Bola Tinubu toured Maiduguri on Thursday. “I appeal to Chad to open its border,” he said.",
            THURSDAY,
        ),
        ("Buses toured Maiduguri on Thursday. President Bola Tinubu has long urged Chad to open its border.", NO_DAY),
    ],
)
def test_who_came_on_a_day_spoke_then(reader: Reader, text: str, expected: set[tuple[str, str]]) -> None:
    story = f"Rain fell on the coast.\n\nThe buses ran late.\n\n{text}"
    asked = next(e for e in events(reader, story, published="2024-04-02") if "Chad" in names(e, "recipient"))
    assert days(asked) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels have shelled Bor since the war began.", {("2024-03-05", "2024-03-30")}),
        (
            "The minister said on March 12 that rebels had shelled Bor since the war began.",
            {("2024-03-05", "2024-03-12")},
        ),
        ("Rebels have shelled Bor since the war in Chad began.", NO_DAY),
        ("Rebels have shelled Bor since the siege began.", NO_DAY),
    ],
)
def test_a_page_that_dates_a_war_dates_what_came_since(
    reader: Reader, text: str, expected: set[tuple[str, str]]
) -> None:
    story = f"Prices have doubled since the start of the war on March 5.\n\n{text}"
    assert days(telling(events(reader, story), "shelled")) == expected


def test_two_days_for_a_war_date_nothing(reader: Reader) -> None:
    text = (
        "Prices rose after the war started on March 5, and since the war started on March 5.\n\n"
        "Rents rose since the war began on March 9.\n\nRebels have shelled Bor since the war began."
    )
    assert days(telling(events(reader, text), "shelled")) == NO_DAY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels have shelled Bor since late January.", ("2024-01-21", "2024-03-30")),
        ("Rebels have shelled Bor since mid-January.", ("2024-01-11", "2024-03-30")),
        ("Rebels have shelled Bor since January.", ("2024-01-01", "2024-03-30")),
        ("Rebels shelled Bor in early February.", ("2024-02-01", "2024-02-10")),
        ("Rebels shelled Bor in late February.", ("2024-02-21", "2024-02-29")),
    ],
)
def test_a_third_of_a_month(reader: Reader, text: str, expected: tuple[str, str]) -> None:
    assert days(events(reader, text)[0]) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels have launched several attacks on army posts since our last update.", {("2024-03-29", "2024-03-30")}),
        ("Rebels have launched several attacks on army posts.", NO_DAY),
    ],
)
def test_a_daily_report_tells_of_its_day_and_the_eve(reader: Reader, text: str, expected: set[tuple[str, str]]) -> None:
    title = "Sahel Watch Report, March 30, 2024"
    head = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
    story = f"{head}<p>The buses ran late. The market was open.</p><p>{text}</p></article></body></html>"
    found = events(reader, story, published="2024-03-31", media_type="text/html")
    assert days(telling(found, "attacks")) == expected


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Britain will send 1,000 Kenya-based troops.", []),
        ("Britain will send 1,000 troops to Kenya.", ["Kenya"]),
        ("The UN Security Council has held six meetings on Chad.", []),
        ("The UN Security Council has held six meetings in Chad.", ["Chad"]),
        ("The attack on Chad made it more dependent on Sudan.", ["Chad"]),
        ("Rebels condemned the deportation of teachers to Chad and killed six farmers at Gao.", ["Gao"]),
    ],
)
def test_where_it_was_and_what_it_was_about(reader: Reader, text: str, where: list[str]) -> None:
    kinds = ("ASSAULT", "CONSULT", "MOBILIZE")
    assert [p for e in events(reader, text) if e.type in kinds for p in places(e)] == where


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The leaders of Kenya and Uganda meet on Thursday at an informal summit of the bloc in Kampala.", THURSDAY),
        ("The leaders of Kenya and Uganda praised on Thursday what was agreed at a summit in Kampala.", NO_DAY),
    ],
)
def test_a_summit_is_on_the_day_on_which_they_meet_at_it(
    reader: Reader, text: str, expected: set[tuple[str, str]]
) -> None:
    assert {d for e in events(reader, text) if e.type == "CONSULT" for d in days(e)} == expected


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The report lists the army's deeds in Chad, which include the shelling of schools.", ["Chad"]),
        ("The report names a ministry in Chad, which condemned the shelling of schools.", []),
    ],
)
def test_what_deeds_in_a_land_include_was_done_there(reader: Reader, text: str, where: list[str]) -> None:
    found = events(reader, f"{text} It rained in Kenya.")
    assert [p for e in found if e.type == "ASSAULT" for p in places(e)] == where


def test_what_somebody_will_ask_for_is_not_of_the_day_on_which_they_say_so(reader: Reader) -> None:
    text = (
        "On Monday the minister met Ann Lee in Accra. Ruto said he would be calling on the African Union to intervene."
    )
    found = [e for e in events(reader, text, published="2024-03-06") if e.type == "REQUEST"]
    assert found
    assert not any(days(e) for e in found)
