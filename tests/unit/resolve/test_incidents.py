"""Which reports are drawn together, and which are kept apart."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import Article, Event, Incident, Party, Period, Place
from dateline.resolve import incidents
from dateline.resolve.clusters import grouped
from dateline.resolve.linkage import AVERAGE, each_best
from fakes.happenings import (
    ARMY,
    BUKAVU,
    CIVILIANS,
    CONGO,
    CONGO_STATE,
    GUNMEN,
    HODEIDAH,
    M23,
    RED_SEA,
    SAKE,
    article,
    event,
    voice,
)  # fmt: skip
from fakes.rules import plain_rules

RULES = plain_rules()
Told = tuple[Event, Article]


def told(source: str, *, published: str | None = "2024-03-06", **fields: object) -> Told:
    by = article(source, published=published)
    return event(by, **fields), by  # type: ignore[arg-type]


def drawn(*accounts: Told) -> tuple[Incident, ...]:
    return incidents(accounts, rules=RULES)


def test_two_reports_of_one_shelling_are_one_incident() -> None:
    (found,) = drawn(told("Post"), told("Echo", mode="explosives", where=(SAKE,)))
    assert len(found.events) == 2
    assert found.standing == "corroborated"
    assert found.independent.outlets == 2
    assert {report.source for report in found.articles} == {"Echo", "Post"}


@pytest.mark.parametrize(
    "other",
    [
        {"type_": "PROTEST", "mode": "demo"},
        {"mode": "abduct"},
        {"modality": "threatened"},
        {"when": "2024-03-09"},
        {"where": (BUKAVU,)},
        {"actors": (Party(name="ADF", text="ADF", id="adf", country="COD", sector="REB"),), "recipients": (ARMY,)},
        {"actors": (), "recipients": (), "mode": None},
        {"where": ()},
    ],
    ids=["type", "mode", "modality", "day", "place", "parties", "no party", "no place"],
)
def test_reports_that_differ_in_kind_time_place_or_parties_stay_apart(other: dict[str, object]) -> None:
    assert len(drawn(told("Post"), told("Echo", **other))) == 2


def test_two_events_of_one_article_are_no_incident_by_themselves() -> None:
    by = article("Post")
    assert len(drawn((event(by), by), (event(by, number=1), by))) == 2


def test_what_one_article_tells_twice_is_drawn_together_by_another_that_is_one_with_both() -> None:
    by = article("Post")
    (found,) = drawn((event(by), by), (event(by, number=1, actors=()), by), told("Echo"))
    assert len(found.events) == 3
    assert found.independent.outlets == 2


@pytest.mark.parametrize(
    "other",
    [{"mode": "abduct"}, {"where": (BUKAVU,)}, {"when": "2024-03-06"}, {"killed": [(4, voice("army"))]}],
    ids=["mode", "place", "day", "toll"],
)
def test_two_events_of_one_article_that_differ_stay_apart(other: dict[str, object]) -> None:
    by = article("Post")
    first = event(by, killed=[(3, voice("army"))])
    second = event(by, number=1, **other)  # type: ignore[arg-type]
    for incident in drawn((first, by), (second, by), told("Echo", killed=[(3, voice("army"))])):
        assert not {first.id, second.id} <= {*incident.events}


def test_a_night_between_two_days_does_not_part_reports() -> None:
    assert len(drawn(told("Post", when="2024-03-05"), told("Echo", when="2024-03-06"))) == 1


def test_reports_are_not_chained_from_day_to_day() -> None:
    days = ["2024-03-04", "2024-03-05", "2024-03-06", "2024-03-07"]
    found = drawn(*(told(f"Post {d}", when=d) for d in days))
    assert len(found) > 1
    assert all(len(incident.events) <= 2 for incident in found)


def test_an_undated_report_joins_one_that_happened_days_before_its_publication() -> None:
    assert len(drawn(told("Post"), told("Echo", when=None, published="2024-03-07"))) == 1


@pytest.mark.parametrize(
    ("published", "recipients"), [("2024-03-12", (CIVILIANS,)), ("2024-03-07", (ARMY,)), (None, (CIVILIANS,))]
)
def test_an_undated_report_stays_alone_when_late_or_not_of_both_parties(
    published: str | None, recipients: tuple[Party, ...]
) -> None:
    other = told("Echo", when=None, published=published, recipients=recipients)
    assert len(drawn(told("Post"), other)) == 2


@pytest.mark.parametrize(("recipients", "number"), [((CIVILIANS,), 1), ((ARMY,), 2)])
def test_a_report_from_the_country_alone_needs_both_sides(recipients: tuple[Party, ...], number: int) -> None:
    assert len(drawn(told("Post"), told("Echo", where=(CONGO,), recipients=recipients))) == number


def test_a_month_is_too_coarse_for_one_shared_side() -> None:
    march = Period(start=date(2024, 3, 1), end=date(2024, 3, 31), precision="month")
    assert len(drawn(told("Post"), told("Echo", when=march, recipients=(ARMY,)))) == 2
    assert len(drawn(told("Post"), told("Echo", when=march))) == 1


def test_the_same_act_in_the_same_place_on_the_same_day_needs_no_shared_party() -> None:
    assert len(drawn(told("Post"), told("Echo", actors=(), recipients=()))) == 1
    assert len(drawn(told("Post"), told("Echo", actors=(), recipients=(), where=(SAKE,)))) == 2


def test_a_ship_off_a_port_is_at_sea() -> None:
    ship = Party(name="cargo ship", text="a cargo ship")
    off = Place(**{**_fields(HODEIDAH), "relation": "off"})
    houthis = Party(name="Houthis", text="Houthis", id="houthis", country="YEM", sector="REB")
    shared = {"actors": (houthis,), "recipients": (ship,)}
    assert len(drawn(told("Post", where=(off,), **shared), told("Echo", where=(RED_SEA,), **shared))) == 1


def _fields(place: Place) -> dict[str, object]:
    return {name: getattr(place, name) for name in place.__struct_fields__}


def test_a_state_and_its_army_are_one_side() -> None:
    assert len(drawn(told("Post", recipients=(ARMY,), actors=()), told("Echo", recipients=(CONGO_STATE,)))) == 1


def test_equal_tolls_in_one_place_draw_together_reports_that_blame_each_other() -> None:
    one = told("Post", actors=(M23,), recipients=(GUNMEN,), killed=[(17, voice("army"))])
    other = told("Echo", actors=(ARMY,), recipients=(CIVILIANS,), killed=[(17, voice("M23", "party"))])
    (found,) = drawn(one, other)
    assert found.standing == "disputed"
    assert all(finding.dissenting for finding in found.findings["actor"])


def test_different_tolls_in_different_towns_are_two_happenings() -> None:
    one = told("Post", killed=[(5, voice("army"))])
    assert len(drawn(one, told("Echo", where=(SAKE,), killed=[(12, voice("army"))]))) == 2


def test_the_order_of_reports_changes_no_incident() -> None:
    accounts = [told("Post"), told("Echo", where=(SAKE,)), told("Star", when=None), told("Sun", mode=None)]
    expected = drawn(*accounts)
    assert drawn(*reversed(accounts)) == expected
    assert drawn(*accounts[2:], *accounts[:2]) == expected


def test_a_planned_act_and_the_act_are_two_incidents() -> None:
    found = drawn(told("Post", modality="planned"), told("Echo"))
    assert {incident.modality for incident in found} == {"planned", "actual"}


def test_a_day_within_the_night_that_others_give_is_the_day() -> None:
    night = Period(start=date(2024, 3, 4), end=date(2024, 3, 5), precision="range")
    (found,) = drawn(told("Post", when=night), told("Echo", when=night), told("Star", when="2024-03-05"))
    assert found.when is not None
    assert (found.when.start, found.when.end) == (date(2024, 3, 5), date(2024, 3, 5))


def test_whoever_says_who_suffered_is_read_before_people() -> None:
    people = Party(name="people", text="six people")
    millers = Party(name="millers", text="two millers")
    (found,) = drawn(
        told("Post", recipients=(people,)), told("Echo", recipients=(people,)), told("Voice", recipients=(millers,))
    )
    assert [party.name for party in found.recipients] == ["millers", "people"]


def test_a_report_that_leaves_out_much_is_carried_by_the_one_that_it_fits() -> None:
    """Over all pairs the mean would part it from the group."""
    scores = {(0, 1): 4.0, (0, 2): 2.0, (1, 2): -3.0}
    links = [(0, 1), (0, 2)]
    assert grouped(3, links, lambda a, b: scores[a, b], linkage=each_best(worst=-2.0)) == [[0, 1, 2]]
    assert grouped(3, links, lambda a, b: scores[a, b], linkage=AVERAGE) == [[0, 1], [2]]


def test_one_report_that_fits_half_of_a_group_well_joins_it() -> None:
    scores = {(0, 1): 4.0, (0, 2): 4.0, (1, 2): 4.0, (0, 3): 2.0, (1, 3): -2.0, (2, 3): -4.0}
    links = [pair for pair, score in scores.items() if score > 0]
    assert grouped(4, links, lambda a, b: scores[a, b], linkage=each_best(worst=-2.0)) == [[0, 1, 2, 3]]


def test_one_that_hardly_can_be_one_with_it_does_not_turn_a_report_away_alone() -> None:
    scores = {(0, 1): 4.0, (0, 2): 1.0, (1, 2): -9.0}
    links = [(0, 1), (0, 2)]
    assert grouped(3, links, lambda a, b: scores[a, b], linkage=each_best(worst=-0.5)) == [[0, 1, 2]]
    assert grouped(3, links, lambda a, b: scores[a, b], linkage=each_best(worst=-4.0)) == [[0, 1], [2]]


def test_one_report_that_fits_none_of_a_group_better_than_it_contradicts_the_rest_stays_apart() -> None:
    scores = {(0, 1): 4.0, (0, 2): 4.0, (1, 2): 4.0, (0, 3): 1.0, (1, 3): -2.0, (2, 3): -4.0}
    links = [pair for pair, score in scores.items() if score > 0]
    assert grouped(4, links, lambda a, b: scores[a, b], linkage=each_best(worst=-2.0)) == [[0, 1, 2], [3]]
