"""The day that a text forces: weekdays, years named, eras, datelines."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dateline.model.reading import Era
from dateline.model.time import Published
from dateline.read.days import dateline, named_days, named_weekdays, years
from dateline.read.inference import inferred, stated

LATEST = date(2026, 6, 1)
DRONE_CORPS = Era(
    id="drone-corps",
    pattern=re.compile("Drone Corps"),
    since=date(2022, 1, 1),
    source="invented",
    examples=("the Drone Corps",),
    counterexamples=("drones",),
)


def infer(text: str, *eras: Era) -> Published | None:
    return inferred(text, dateline=dateline(text), eras=eras, latest=LATEST)


def test_weekday_beside_a_day_fixes_the_year() -> None:
    found = infer("The post was shelled on Thursday, January 25, the army said.")
    assert found is not None
    assert (found.period.start, found.basis, found.reliable) == (date(2024, 1, 25), "inferred from weekday", False)
    assert [each[:10] for each in found.alternatives] == ["2018-01-25", "2007-01-25", "2001-01-25"]


def test_today_and_a_day_elsewhere_in_the_text_fix_the_year() -> None:
    found = infer("The port was hit on 25 January. “We attacked it today, Thursday,” the group said.")
    assert found is not None
    assert found.period.start == date(2024, 1, 25)


def test_weekdays_alone_need_two_that_agree() -> None:
    assert infer("The port was hit on 25 January. The army spoke on Thursday.") is None
    found = infer("The port was hit on 25 January, after talks on 24 January. The army spoke Thursday and Wednesday.")
    assert found is not None
    assert found.period.start == date(2024, 1, 25)


def test_one_weekday_beside_a_dateline_fixes_no_year() -> None:
    assert infer("GOMA, Congo (Jan. 25) A patrol found two rifles in a shed on Monday.") is None


def test_year_named_in_the_text_draws_the_choice_near() -> None:
    found = infer("It was the worst raid since 2017. On Thursday, January 25, the post was shelled.")
    assert found is not None
    assert found.period.start == date(2018, 1, 25)
    assert "2024-01-25: fits as well" in found.alternatives


def test_era_rules_years_out_and_says_why() -> None:
    found = infer("The Drone Corps fired on Friday, March 3, a spokesman said.", DRONE_CORPS)
    assert found is not None
    assert found.period.start == date(2023, 3, 3)
    assert any("Drone Corps" in each for each in found.alternatives)


def test_nothing_is_inferred_from_nothing() -> None:
    assert infer("The post was shelled again, the army said.") is None


def test_no_day_after_the_latest_is_inferred() -> None:
    found = infer("It happened on Tuesday, December 29.")
    assert found is not None
    assert found.period.start <= LATEST


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("GOMA, March 6 (Agency) – Shells fell.", (3, 6, None)),
        ("PORT EXAMPLE, Northland, 6 March 2019 (Agency) -- Shells fell.", (3, 6, 2019)),
        ("Kandal (March 6, 2011) Troops came.", (3, 6, 2011)),
        ("OLDTOWN, 4 FEB 90 (WIRE) -- TROOPS CAME.", (2, 4, 1990)),
        ("Troops came to Kandal on March 6 and left.", None),
        ("March 6 was calm.", None),
    ],
)
def test_datelines(paragraph: str, expected: tuple[int, int, int | None] | None) -> None:
    found = dateline(paragraph)
    assert (None if found is None else (found.month, found.number, found.year)) == expected


def test_days_weekdays_and_years_of_a_text() -> None:
    text = "On Monday, 3 May 2021, and again on June 5 and Friday; neither Black Friday counts nor by 2030."
    assert [(d.month, d.number, d.year, d.weekday) for d in named_days(text)] == [(5, 3, 2021, 0), (6, 5, None, None)]
    assert [each.weekday for each in named_weekdays(text)] == [4]
    assert 2030 not in list(years(text))


def test_day_in_the_lead_dates_a_page_that_names_no_later_year() -> None:
    lead = "Troops entered the town on 3 May 2021."
    found = stated([lead], text=lead, latest=LATEST)
    assert found is not None
    assert (found.period.start, found.basis, found.reliable) == (date(2021, 5, 3), "text", False)
    assert stated([lead], text=f"{lead} In 2024 it was rebuilt.", latest=LATEST) is None
    assert stated(["Since 3 May 2021 it has been quiet."], text="", latest=LATEST) is None
