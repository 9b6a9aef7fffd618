"""What sources agree on, dispute and deny, and how many of them are independent."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.model import Article, Count, Event, Incident, Outlet, Party, Voice
from dateline.resolve import incidents
from fakes.happenings import THE_PAGE, article, event, voice
from fakes.rules import plain_rules

STORY = "Shells fell on the market of a border town at noon on Tuesday and people who were there say that many died. "
STORY += "Nobody could say who fired them. The mayor asked for blood to be given at the hospital. "
GOVERNMENT, RESIDENTS = voice("government"), voice("residents", "witness", "reports")


def one(*accounts: tuple[Event, Article]) -> Incident:
    (found,) = incidents(accounts, rules=plain_rules())
    return found


def of(by: Article, **fields: object) -> tuple[Event, Article]:
    return event(by, **fields), by  # type: ignore[arg-type]


def values(found: Incident, name: str) -> list[tuple[object, int, int]]:
    return [(f.value, len(f.supporting), len(f.dissenting)) for f in found.findings[name]]


def test_one_report_is_single() -> None:
    found = one(of(article("Post")))
    assert (found.standing, found.independent.outlets, found.independent.voices) == ("single", 1, 0)


def test_a_copy_adds_no_outlet_and_names_its_original() -> None:
    first = article("Wire", text=STORY, published="2024-03-05", outlet="Wire")
    copy = article("Post", text=STORY + "(Wire)", published="2024-03-06", outlet="Post")
    found = one(of(copy), of(first))
    assert found.standing == "single"
    assert {r.source: r.copy_of for r in found.articles} == {"Wire": None, "Post": first.id}


def test_a_story_cut_down_is_a_copy_and_one_told_anew_is_not() -> None:
    first = article("Wire", text=STORY, published="2024-03-05")
    cut = article("Post", text=STORY[: len(STORY) * 2 // 3])
    anew = article("Echo", text="A market was shelled. " + STORY[:60])
    assert {r.source: r.copy_of for r in one(of(first), of(cut), of(anew)).articles} == {
        "Wire": None, "Post": first.id, "Echo": None,
    }  # fmt: skip


def test_two_papers_of_one_owner_are_one_outlet() -> None:
    papers = [Outlet(name=name, owner="Holding") for name in ("Post", "Echo")]
    found = one(*(of(article(p.name, outlet=p)) for p in papers))
    assert (found.standing, found.independent.outlets) == ("single", 1)


def test_outlets_that_are_not_known_count_as_one() -> None:
    nameless = [msgspec.structs.replace(article(name), outlet=None) for name in ("a.txt", "b.txt")]
    assert one(*(of(by) for by in nameless)).independent.outlets == 1


def test_a_named_voice_counts_once_however_many_pages_quote_it() -> None:
    found = one(*(of(article(name), voices=(GOVERNMENT,)) for name in ("Post", "Echo", "Star")))
    assert (found.independent.outlets, found.independent.voices) == (3, 1)


def test_two_named_voices_with_numbers_that_cannot_both_be_are_a_dispute() -> None:
    found = one(of(article("Post"), killed=[(11, GOVERNMENT), (27, RESIDENTS)]))
    assert found.standing == "disputed"
    assert values(found, "killed") == [(Count(low=11, high=11), 1, 1), (Count(low=27, high=27), 1, 1)]
    assert found.killed is not None
    assert (found.killed.low, found.killed.best, found.killed.high) == (11, 11, 27)


def test_a_toll_that_rises_is_no_dispute_and_the_latest_is_best() -> None:
    papers: Sequence[tuple[str, str, int]] = [
        ("Post", "2024-03-05", 3),
        ("Echo", "2024-03-05", 3),
        ("Star", "2024-03-08", 9),
    ]
    found = one(*(of(article(n, published=p), killed=[(k, THE_PAGE)]) for n, p, k in papers))
    assert found.standing == "corroborated"
    assert found.killed is not None
    assert (found.killed.low, found.killed.best, found.killed.high) == (3, 9, 9)


def test_among_recent_numbers_the_best_supported_is_best() -> None:
    papers = [("Post", 9), ("Echo", 9), ("Star", 12)]
    found = one(*(of(article(n), killed=[(k, THE_PAGE)]) for n, k in papers))
    assert found.killed is not None
    assert (found.killed.low, found.killed.best, found.killed.high) == (9, 9, 12)


def test_where_recent_numbers_tie_the_latest_is_best() -> None:
    found = one(
        *(
            of(article(n, published=p), killed=[(k, THE_PAGE)])
            for n, p, k in (("Post", "2024-03-06", 11), ("Echo", "2024-03-07", 17))
        )
    )
    assert found.killed is not None
    assert found.killed.best == 17


POLICE, DOCTORS = voice("police"), voice("doctors", "medical")
REBELS, ARMY = voice("rebels", "party"), voice("army", "opponent")


def test_what_a_side_counts_is_best_only_where_nobody_else_counts() -> None:
    police, rebels = ("Post", "2024-03-06", 5, POLICE), ("Echo", "2024-03-09", 8, REBELS)
    for said, best in (((police, rebels), 5), ((rebels, ("Star", "2024-03-06", 6, ARMY)), 8)):
        toll = counted(*said).killed
        assert toll is not None
        assert (toll.best, toll.high) == (best, 8)


def counted(*said: tuple[str, str, int, Voice]) -> Incident:
    return one(*(of(article(n, published=p), killed=[(k, by)]) for n, p, k, by in said))


def test_a_number_of_another_kind_of_voice_brings_it_up_to_date_where_nobody_keeps_to_the_lower() -> None:
    early, late = ("Post", "2024-03-06", 14, POLICE), ("Echo", "2024-03-07", 18, DOCTORS)
    assert counted(early, late).standing == "corroborated"
    assert counted(early, late, ("Star", "2024-03-08", 14, POLICE)).standing == "disputed"
    assert counted(early, ("Echo", "2024-03-06", 18, DOCTORS)).standing == "disputed"


def test_a_side_contradicts_whenever_it_speaks() -> None:
    rebels = voice("M23", "party")
    assert counted(("Post", "2024-03-06", 2, POLICE), ("Echo", "2024-03-07", 6, rebels)).standing == "disputed"


def test_of_two_numbers_of_one_day_the_higher_came_later_where_later_reports_keep_it() -> None:
    seven, eight = ("Post", "2024-03-06", 7, THE_PAGE), ("Echo", "2024-03-06", 8, POLICE)
    assert counted(seven, eight).standing == "disputed"
    assert counted(seven, eight, ("Star", "2024-03-08", 8, THE_PAGE)).standing == "corroborated"


def test_a_part_of_ones_own_toll_is_neither_the_least_nor_in_dispute() -> None:
    found = one(
        of(article("Post"), killed=[(5, GOVERNMENT), (2, GOVERNMENT)]), of(article("Echo"), killed=[(5, POLICE)])
    )
    assert found.standing == "corroborated"
    assert found.killed is not None
    assert (found.killed.low, found.killed.best, found.killed.high) == (5, 5, 5)


def test_a_branch_and_what_it_belongs_to_are_no_two_doers() -> None:
    adf = Party(name="Allied Democratic Forces", text="the ADF", id="adf", country="COD", sector="REB")
    whole = Party(name="Islamic State", text="Islamic State", id="islamic-state", sector="REB")
    assert one(of(article("Post"), actors=(adf,)), of(article("Echo"), actors=(whole,))).standing == "corroborated"


def test_what_its_own_outlet_takes_back_is_denied_and_so_is_what_only_passed_it_on() -> None:
    """And its toll is nobody's."""
    first, again = (article(s, published=f"2024-03-0{d}", outlet="The Post") for s, d in (("a", 6), ("b", 8)))
    passing = article("Star", published="2024-03-07")
    taking_back = voice("The Post", "outlet", "denies")
    accounts = [
        of(first, killed=[(12, THE_PAGE)]),
        of(passing, voices=(voice("The Post", "media"),), killed=[(12, voice("The Post", "media"))]),
        of(again, modality="negated", voices=(taking_back,), killed=[(12, taking_back)]),
    ]
    found = one(*accounts)
    assert (found.standing, found.modality, found.killed) == ("denied", "negated", None)
    assert len(found.articles) == 3
    kept = one(*accounts, of(article("Echo"), killed=[(9, THE_PAGE)]))
    assert (kept.standing, kept.modality) == ("disputed", "actual")
    assert kept.killed is not None
    assert kept.killed.best == 9


def test_an_open_number_contradicts_no_higher_one() -> None:
    at_least = Count(low=12)
    found = one(of(article("Post"), killed=[(at_least, GOVERNMENT), (27, RESIDENTS)]))
    assert found.standing == "single"


def test_numbers_of_different_people_do_not_contradict() -> None:
    soldiers, children = Count(low=11, high=11, who="soldiers"), Count(low=2, high=2, who="children")
    found = one(of(article("Post"), killed=[(soldiers, GOVERNMENT), (children, RESIDENTS)]))
    assert found.standing == "single"


def killed_of(*said: tuple[str, str, Voice]) -> Incident:
    """The incident of pages, each of which says what those were who were killed, and by whose word."""
    return one(*(of(article(n), killed=[(Count(low=8, high=8, who=who), by)], recipients=()) for n, who, by in said))


def test_fighters_to_one_and_civilians_to_another_are_a_dispute() -> None:
    found = killed_of(("Post", "terrorists", GOVERNMENT), ("Echo", "herders", RESIDENTS))
    assert found.standing == "disputed"


def test_who_names_both_contradicts_neither() -> None:
    both = of(
        article("Star"),
        killed=[(Count(low=8, high=8, who=w), RESIDENTS) for w in ("terrorists", "herders")],
        recipients=(),
    )
    herders = of(
        article("Echo"), killed=[(Count(low=8, high=8, who="herders"), voice("nurse", "medical"))], recipients=()
    )
    assert one(both, herders).standing == "corroborated"


def test_a_denial_beside_a_claim_is_a_dispute() -> None:
    claimed = of(article("Post"), voices=(GOVERNMENT,))
    denied = of(article("Echo"), modality="negated", voices=(voice("M23", "party", "denies"),))
    found = one(claimed, denied)
    assert (found.standing, found.modality) == ("disputed", "actual")
    assert {f.value.modality for f in found.findings["occurrence"]} == {"actual", "negated"}  # type: ignore[union-attr]


def test_what_is_only_denied_is_denied() -> None:
    found = one(of(article("Echo"), modality="negated", voices=(voice("M23", "party", "denies"),)))
    assert found.standing == "denied"


def test_every_claim_of_every_event_supports_one_finding() -> None:
    accounts = [of(article(n), killed=[(k, GOVERNMENT)]) for n, k in (("Post", 9), ("Echo", 12))]
    found = one(*accounts)
    supporting = [c for fs in found.findings.values() for f in fs for c in f.supporting]
    claims = [c.id for told, _ in accounts for c in told.claims]
    assert sorted(supporting) == sorted(claims)
