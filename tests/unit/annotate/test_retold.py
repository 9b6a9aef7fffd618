"""A day without a year, in a story of long ago, is of the story's year."""

from __future__ import annotations

from datetime import date

from dateline.annotate.times import retold
from dateline.annotate.times.scope import STATED, YEAR_INFERRED
from dateline.model import Period, TimeMention

PUBLISHED = date(2022, 2, 21)


def _day(start: int, day: str, basis: str = YEAR_INFERRED) -> TimeMention:
    on = date.fromisoformat(day)
    return TimeMention(
        start=start, end=start + 9, exact="xxxxxxxxx", rule="day-month", type="DATE", value=day,
        period=Period(start=on, end=on, precision="day"), basis=basis,
    )  # fmt: skip


def _days(*times: TimeMention) -> list[str]:
    return [t.value for t in retold(times, PUBLISHED)]


def test_the_next_day_of_the_story_is_of_its_year() -> None:
    told = _day(0, "2014-02-20", STATED), _day(90, "2022-02-27"), _day(300, "2021-03-16")
    assert _days(*told) == ["2014-02-20", "2014-02-27", "2014-03-16"]


def test_a_day_farther_on_or_before_it_is_not() -> None:
    assert _days(_day(0, "2014-02-20", STATED), _day(3000, "2022-02-27")) == ["2014-02-20", "2022-02-27"]
    assert _days(_day(0, "2014-02-20", STATED), _day(90, "2022-01-27")) == ["2014-02-20", "2022-01-27"]


def test_a_page_that_names_its_news_so_keeps_them() -> None:
    told = _day(0, "2022-02-19"), _day(90, "2014-02-10", STATED), _day(200, "2022-02-20")
    assert _days(*told) == ["2022-02-19", "2014-02-10", "2022-02-20"]
