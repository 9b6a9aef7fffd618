"""Whatever may be one happening meets under some key."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dateline.knowledge.resolution import resolve_rules
from dateline.model import Period, Place, quote
from dateline.model.account import Account
from dateline.resolve.account import account
from dateline.resolve.blocks import kept_under, sought_under
from dateline.resolve.comparison import overlapping
from fakes.happenings import BUKAVU, CONGO, GOMA, HODEIDAH, RED_SEA, SAKE, article, event

RULES = resolve_rules()
DAY = date(2024, 3, 5)
periods = st.tuples(st.integers(0, 40), st.sampled_from((0, 1, 3, 4, 6, 13, 30))).map(
    lambda p: Period(
        start=DAY + timedelta(p[0]), end=DAY + timedelta(p[0] + p[1]), precision="range" if p[1] else "day"
    )
)
near = st.sampled_from(
    (
        (GOMA, GOMA),
        (SAKE, GOMA),
        (GOMA, CONGO),
        (CONGO, CONGO),
        (HODEIDAH, RED_SEA),
        (BUKAVU, CONGO),
        (RED_SEA, RED_SEA),
    )
)


def made(name: str, when: Period, where: Place) -> Account:
    told = article(name, text=f"Guns were fired, {name} says.")
    return account(event(told, when=when, where=(where,)), told, rules=RULES)


@settings(max_examples=300, deadline=None)
@given(when=periods, other_when=periods, where=near)
def test_those_whose_days_overlap_and_whose_scenes_are_near_meet(
    when: Period, other_when: Period, where: tuple[Place, Place]
) -> None:
    one, other = made("Post", when, where[0]), made("Echo", other_when, where[1])
    assume(overlapping(one, other, rules=RULES))
    assert sought_under(one, rules=RULES) & kept_under(other, rules=RULES)
    assert sought_under(other, rules=RULES) & kept_under(one, rules=RULES)


def test_a_rare_word_lets_reports_meet_wherever_they_are() -> None:
    day = Period(start=DAY, end=DAY, precision="day")
    told = [article(name, text=f"Men boarded the Karimunting off the coast, {name} says.") for name in ("Post", "Echo")]
    one, other = (
        account(event(by, when=day, where=(at,)), by, rules=RULES) for by, at in zip(told, (GOMA, RED_SEA), strict=True)
    )
    assert sought_under(one, rules=RULES) & kept_under(other, rules=RULES)


def test_a_town_that_the_other_report_opens_with_lets_them_meet() -> None:
    day = Period(start=DAY, end=DAY, precision="day")
    post, echo = article("Post"), article("Echo", text="GOMA. Rain in Goma again; five died, Echo says.")
    placed = account(event(post, when=day, where=(GOMA,)), post, rules=RULES)
    placeless = account(event(echo, when=day, where=()), echo, rules=RULES)
    for one, other in ((placed, placeless), (placeless, placed)):
        assert sought_under(one, rules=RULES) & kept_under(other, rules=RULES)


def test_a_telling_number_lets_reports_meet_wherever_they_are() -> None:
    day = Period(start=DAY, end=DAY, precision="day")
    told = [article(n, text=f"Of {of} taken away nothing is heard, {n} says.") for n, of in (("A", "157"), ("B", "7"))]
    one, small = (account(event(by, when=day, where=()), by, rules=RULES) for by in told)
    other = article("C", text="One hundred and fifty-seven men and 7 boys came home, C says.")
    home = account(event(other, when=day, where=(GOMA,)), other, rules=RULES)
    assert sought_under(one, rules=RULES) & kept_under(home, rules=RULES)
    assert not sought_under(small, rules=RULES) & kept_under(home, rules=RULES)


def test_a_place_known_by_name_alone_meets_all_of_its_country() -> None:
    day = Period(start=DAY, end=DAY, precision="day")
    village = Place(name="Kashebere", precision="town", country="COD")
    one, other = made("Post", day, village), made("Echo", day, BUKAVU)
    assert sought_under(one, rules=RULES) & kept_under(other, rules=RULES)
    assert sought_under(other, rules=RULES) & kept_under(one, rules=RULES)


def test_far_reports_without_a_word_in_common_do_not_meet() -> None:
    day = Period(start=DAY, end=DAY, precision="day")
    one, other = made("Post", day, GOMA), made("Echo", day, HODEIDAH)
    assert not sought_under(one, rules=RULES) & kept_under(other, rules=RULES)


def test_the_keys_of_one_place_follow_each_other_as_days_do() -> None:
    first, second = (Period(start=day, end=day, precision="day") for day in (DAY, DAY + timedelta(1)))
    one, next_day = (kept_under(made("Post", when, GOMA), rules=RULES) for when in (first, second))
    assert {key + 1 for key in one} & next_day
    assert all(-(1 << 63) <= key < 1 << 63 for key in one)


def test_days_at_either_end_of_the_calendar_have_keys() -> None:
    for day in (date(1, 1, 1), date(9999, 12, 31)):
        placed = made("Post", Period(start=day, end=day, precision="day"), GOMA)
        assert kept_under(placed, rules=RULES) & sought_under(placed, rules=RULES)
        assert all(-(1 << 63) <= key < 1 << 63 for key in sought_under(placed, rules=RULES))


def test_reports_without_a_town_meet_under_a_weighty_word_of_their_sentences() -> None:
    day = Period(start=DAY, end=DAY, precision="day")
    told = [
        article("Post", text="The tanker was seized by commandos, Post says."),
        article("Echo", text="Commandos came aboard the tanker, Echo says."),
        article("Star", text="Farmers blocked a road with tractors, Star says."),
    ]
    whole = [quote(by.text, 0, len(by.text)) for by in told]
    one, other, third = (
        account(msgspec.structs.replace(event(by, when=day, where=()), evidence=(words,)), by, rules=RULES)
        for by, words in zip(told, whole, strict=True)
    )
    assert sought_under(one, rules=RULES) & kept_under(other, rules=RULES)
    assert not sought_under(one, rules=RULES) & kept_under(third, rules=RULES)
    placed = account(event(told[0], when=day, where=(GOMA,)), told[0], rules=RULES)
    assert not sought_under(placed, rules=RULES) & kept_under(other, rules=RULES)
