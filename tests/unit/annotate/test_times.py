"""Time expressions resolve to the periods their words force, and to none where they force none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.times import leaned_on, time_mentions
from dateline.knowledge.times import load_times
from dateline.model.mention import TimeMention
from dateline.model.time import Period

RULES = load_times()
THURSDAY = date(2024, 1, 25)


def found(text: str, *, anchor: date | None = THURSDAY, previous: Period | None = None) -> tuple[TimeMention, ...]:
    return time_mentions(text, start=0, end=len(text), rules=RULES, anchor=anchor, previous=previous)


def period(text: str, *, anchor: date | None = THURSDAY) -> tuple[str, str, str]:
    (mention,) = found(text, anchor=anchor)
    assert mention.period is not None
    return mention.period.start.isoformat(), mention.period.end.isoformat(), mention.period.precision


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("It burned on the night of 2 August.", "2023-08-02", "2023-08-03", "range"),
        ("It burned on the night of 2-3 August 2023.", "2023-08-02", "2023-08-03", "range"),
        ("Drones came overnight.", "2024-01-24", "2024-01-25", "range"),
        ("Drones came last night.", "2024-01-24", "2024-01-24", "day"),
        ("He fled earlier this week.", "2024-01-22", "2024-01-25", "week"),
        ("He fled last week.", "2024-01-15", "2024-01-21", "week"),
        ("He fled last month.", "2023-12-01", "2023-12-31", "month"),
        ("He fled over the weekend.", "2024-01-20", "2024-01-21", "weekend"),
        ("Ten died in the past 24 hours.", "2024-01-24", "2024-01-25", "range"),
        ("Ten died in the last 48 hours.", "2024-01-23", "2024-01-25", "range"),
        ("He fled three days ago.", "2024-01-22", "2024-01-22", "day"),
        ("They fought between 3 and 5 May 2023.", "2023-05-03", "2023-05-05", "range"),
        ("It began in spring 2022.", "2022-03-01", "2022-05-31", "season"),
        ("It began in mid-2023.", "2023-01-01", "2023-12-31", "year"),
        ("The camps of the 1990s remain.", "1990-01-01", "1999-12-31", "decade"),
        ("It fell in the second quarter of 2022.", "2022-04-01", "2022-06-30", "quarter"),
    ],
)
def test_periods(text: str, start: str, end: str, precision: str) -> None:
    assert period(text) == (start, end, precision)


@pytest.mark.parametrize(
    "text",
    [
        "He fled yesterday.",
        "He fled on Thursday.",
        "He fled last week.",
        "He fled two days ago.",
        "On 25 January he fled.",
    ],
)
def test_without_an_anchor_relative_times_have_no_period(text: str) -> None:
    (mention,) = found(text, anchor=None)
    assert mention.period is None
    assert "X" in mention.value


def test_full_dates_need_no_anchor() -> None:
    (mention,) = found("He fled on 25 January 2024.", anchor=None)
    assert mention.period == Period(start=THURSDAY, end=THURSDAY, precision="day")
    assert mention.basis == "stated"


def test_basis_tells_how_the_year_is_known() -> None:
    assert found("He fled on 3 October.")[0].basis == "year inferred from publication"
    assert found("He fled on Tuesday, 3 October.")[0].basis == "inferred from weekday"
    assert found("He fled on Tuesday.")[0].basis == "relative to publication"


def test_weekday_beside_a_day_of_the_month_fixes_the_year() -> None:
    assert found("He was shot on Saturday, 18 December.")[0].value == "2021-12-18"


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Raids go on since October 7.", True),
        ("From 3 March on, no one came.", True),
        ("They came on 3 March.", False),
        ("From 3 to 5 March they came.", False),
    ],
)
def test_since_marks_an_open_period(text: str, since: bool) -> None:
    assert [m.since for m in found(text)] == [since]


def test_wording_turns_a_day_to_the_future() -> None:
    assert found("The court will sit on 3 March.")[0].value == "2024-03-03"
    assert found("The court sat on 3 March.")[0].value == "2023-03-03"
    assert found("The talks will resume on Monday.")[0].value == "2024-01-29"


def test_next_day_leans_on_the_day_named_last() -> None:
    first, second = found("It fell on 2 May 2021. The next day all fled.")
    assert (first.value, second.value, second.basis) == ("2021-05-02", "2021-05-03", "relative to text")
    day = Period(start=date(2021, 5, 2), end=date(2021, 5, 2), precision="day")
    assert found("The following day all fled.", previous=day)[0].value == "2021-05-03"
    assert found("The following day all fled.")[0].period is None


def test_hour_takes_the_day_beside_it_and_no_other() -> None:
    assert found("It struck at 6:30 a.m. on 24 January.")[0].value == "2024-01-24T06:30"
    assert found("It struck at 6:30 a.m. by the gate.")[0].period is None


def test_day_and_month_that_could_change_places_force_only_the_year() -> None:
    (mention,) = found("Posted 03/04/2024.")
    assert (mention.value, mention.period) == ("2024-XX-XX", None)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the second day camp.",
        "Theresa May spoke to April Jones.",
        "He read the Sun and The Sunday Times.",
        "A 12-year-old boy and a woman aged 34.",
        "Some 2,000 people and 1950 soldiers came.",
        "The fall of the city was near.",
        "On 31 February nothing was.",
        "Families of Bloody Sunday victims.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert found(text) == ()


def test_offsets_count_in_the_whole_text() -> None:
    text = "İstanbul.\n\nIt fell on 2 May 2021."
    (mention,) = time_mentions(text, start=11, end=len(text), rules=RULES, anchor=None)
    assert text[mention.start : mention.end] == mention.exact == "2 May 2021"


WORDS = """
on the last next 31 30 2 Feb. February Monday night of 2024 29 years ago earlier week İß three two to from
1999 - . , first quarter since spring daily 24 hours past 12:30 p.m. and a half year-end
"""


@given(
    st.lists(st.sampled_from(WORDS.split()), max_size=14),
    st.one_of(st.none(), st.dates(date(1980, 1, 1), date(2060, 1, 1))),
)
def test_quotes_hold_and_nothing_overlaps_on_any_words(words: list[str], anchor: date | None) -> None:
    text = " ".join(words)
    free = 0
    for mention in found(text, anchor=anchor):
        assert text[mention.start : mention.end] == mention.exact
        assert mention.start >= free
        free = mention.end


@pytest.mark.parametrize("length", ["2050 years", "40000 months", "900000 days"])
def test_a_length_beyond_the_calendar_is_no_period(length: str) -> None:
    assert not [m for m in found(f"It burned in the last {length}.") if m.period is not None]


def test_what_only_looks_back_leaves_the_day_before_it_to_lean_on() -> None:
    monday = leaned_on(found("On Monday they met for the third time this year."), None)
    assert monday is not None
    assert monday.precision == "day"
    assert found("A day earlier shells had fallen.", previous=monday)[0].period == Period(
        start=monday.start - timedelta(days=1), end=monday.start - timedelta(days=1), precision="day"
    )


def test_a_day_named_later_is_what_later_words_lean_on() -> None:
    tuesday = leaned_on(found("On Monday they met, and on Tuesday they left."), None)
    assert tuesday is not None
    assert tuesday.start.isoweekday() == 2
    assert leaned_on((), tuesday) == tuesday
