"""Which kinds of evidence two reports give for or against one happening."""

from __future__ import annotations

from datetime import date

import msgspec

from dateline.model import Article, Count, Dated, Event, Party, Period, quote
from dateline.resolve.account import account
from dateline.resolve.comparison import compared
from fakes.happenings import BUKAVU, GOMA, HODEIDAH, M23, RED_SEA, SAKE, article, claim, event, voice
from fakes.rules import plain_rules

RULES = plain_rules()
ARMY_SAYS = voice("army")


def reasons(one: tuple[Event, Article], other: tuple[Event, Article]) -> set[str]:
    found = compared(*(account(e, a, rules=RULES) for e, a in (one, other)), rules=RULES)
    assert found is not None
    return {name for name, _ in found.reasons}


def toll(source: str, killed: int, *, published: str, when: str = "2024-03-05") -> tuple[Event, Article]:
    by = article(source, published=published)
    return event(by, killed=[(killed, ARMY_SAYS)], when=when), by


def test_a_larger_toll_on_a_later_day_may_have_risen() -> None:
    first, later = toll("Post", 3, published="2024-03-05"), toll("Echo", 6, published="2024-03-06")
    assert "risen dead" in reasons(first, later)
    assert "risen dead" in reasons(later, first)


def test_a_toll_that_falls_or_differs_on_one_day_or_is_of_the_next_day_has_not_risen() -> None:
    first = toll("Post", 3, published="2024-03-05")
    for other in (
        toll("Echo", 6, published="2024-03-05"),
        toll("Echo", 1, published="2024-03-06"),
        toll("Echo", 6, published="2024-03-07", when="2024-03-06"),
    ):
        assert "other dead" in reasons(first, other)


def test_a_toll_that_is_many_times_the_earlier_is_another() -> None:
    first = toll("Post", 2, published="2024-03-05")
    assert "risen dead" in reasons(first, toll("Echo", 8, published="2024-03-06"))
    assert "other dead" in reasons(first, toll("Echo", 9, published="2024-03-06"))


def test_a_town_named_in_the_words_of_a_report_is_named_though_its_place_be_none_or_another() -> None:
    post, echo = article("Post"), article("Echo", text="On Tuesday the shells that fell on Goma killed five.")
    named, elsewhere = event(echo, where=()), event(echo, where=(SAKE,))
    assert "place named" in reasons((event(post, where=(GOMA,)), post), (named, echo))
    assert "no place" in reasons((event(post, where=(BUKAVU,)), post), (named, echo))
    assert {"place named", "places apart"} <= set(reasons((event(post, where=(GOMA,)), post), (elsewhere, echo)))
    assert "same place" in reasons((event(post, where=(GOMA, SAKE)), post), (elsewhere, echo))


def test_a_town_that_only_the_opening_names_is_there() -> None:
    post = article("Post")
    echo = article("Echo", text="GOMA, 6 March. Rain again. On Tuesday five people died in the market.")
    quoted = quote(echo.text, echo.text.index("On Tuesday"), len(echo.text))
    placeless = msgspec.structs.replace(event(echo, where=()), evidence=(quoted,))
    assert "place in the opening" in reasons((event(post, where=(GOMA,)), post), (placeless, echo))
    assert "no place" in reasons((event(post, where=(SAKE,)), post), (placeless, echo))
    far = msgspec.structs.replace(event(echo, where=(HODEIDAH,)), evidence=(quoted,))
    assert "places far apart" in reasons((event(post, where=(GOMA,)), post), (far, echo))


def test_two_towns_far_apart_are_two_unless_a_page_opens_with_the_others_town() -> None:
    post, echo, star = article("Post"), article("Echo"), article("Star", text="GOMA, 6 March. Shells fell on a market.")
    told = (event(post, where=(GOMA,)), post)
    assert "towns far apart" in reasons(told, (event(echo, where=(HODEIDAH,)), echo))
    assert "towns far apart" not in reasons(told, (event(echo, where=(SAKE,)), echo))
    assert "towns far apart" not in reasons(told, (event(echo, where=(RED_SEA,)), echo))
    opened = msgspec.structs.replace(event(star, where=(HODEIDAH,)), evidence=(quote(star.text, 16, len(star.text)),))
    assert "towns far apart" not in reasons(told, (opened, star))


def test_numbers_of_those_led_away_that_exclude_each_other_speak_against_one() -> None:
    def told(source: str, low: int, high: int | None) -> tuple[Event, Article]:
        by = article(source)
        taken = event(by)
        held = Count(low=low, high=high)
        return msgspec.structs.replace(taken, claims=(*taken.claims, claim(by, "detained", held))), by

    assert "other held" in reasons(told("Post", 11, 11), told("Echo", 60, None))
    assert "other held" not in reasons(told("Post", 83, 83), told("Echo", 60, None))
    assert "other held" not in reasons(told("Post", 11, 11), (event(article("Star")), article("Star")))


def test_two_tolls_that_agree_in_dead_and_injured_say_so_however_small() -> None:
    def told(source: str, killed: int, injured: int) -> tuple[Event, Article]:
        by = article(source)
        counted = event(by, killed=[(killed, ARMY_SAYS)])
        return msgspec.structs.replace(
            counted, claims=(*counted.claims, claim(by, "injured", Count(low=injured, high=injured)))
        ), by

    assert "same dead and injured" in reasons(told("Post", 2, 6), told("Echo", 2, 6))
    assert "same dead and injured" not in reasons(told("Post", 2, 6), told("Echo", 2, 7))
    assert "same dead and injured" not in reasons(toll("Post", 2, published="2024-03-06"), told("Echo", 2, 6))


def test_a_number_of_something_else_that_both_give_speaks_for_one() -> None:
    post, echo, star = (
        article(source, text=text)
        for source, text in (
            ("Post", "Twenty-seven women were led away, and 40 km on let go."),
            ("Echo", "Of the 27 hostages nobody has been heard for 40 km."),
            ("Star", "Twenty-eight women were led away."),
        )
    )
    assert "same number" in reasons((event(post), post), (event(echo), echo))
    assert "same number" not in reasons((event(post), post), (event(star), star))
    dead = [(27, ARMY_SAYS)]
    assert "same number" not in reasons((event(post, killed=dead), post), (event(echo, killed=dead), echo))


def test_an_outlet_may_come_back_to_a_happening_on_a_later_day() -> None:
    first, same, later = (article(s, published=d, outlet="The Post") for s, d in _ISSUES)
    assert "same outlet" in reasons((event(first), first), (event(same), same))
    assert "same outlet on another day" in reasons((event(first, when=None), first), (event(later), later))
    assert "same outlet on another day" in reasons((event(first, where=()), first), (event(later), later))
    assert "same outlet looking back" in reasons((event(first), first), (event(later), later))


_ISSUES = (("a", "2024-03-06"), ("b", "2024-03-06"), ("c", "2024-03-07"))


def test_an_outlet_that_names_two_days_tells_of_two_happenings() -> None:
    first, _, later = (article(s, published=d, outlet="The Post") for s, d in _ISSUES)
    on_the_fifth, on_the_sixth = (event(first), first), (event(later, when="2024-03-06"), later)
    assert "same outlet of two days" in reasons(on_the_fifth, on_the_sixth)
    night = Period(start=date(2024, 3, 4), end=date(2024, 3, 5), precision="range")
    assert "same outlet of two days" not in reasons((event(first, when=night), first), (event(later), later))
    echo = article("Echo", published="2024-03-07")
    assert "same outlet of two days" not in reasons(on_the_fifth, (event(echo, when="2024-03-06"), echo))


def test_what_is_said_on_a_day_may_have_happened_on_the_day_before() -> None:
    post, echo = article("Post"), article("Echo")
    said = event(post, when="2024-03-06")
    claims = tuple(
        msgspec.structs.replace(c, value=msgspec.structs.replace(c.value, basis="date of the statement"))
        if isinstance(c.value, Dated)
        else c
        for c in said.claims
    )
    said = msgspec.structs.replace(said, claims=claims)
    assert "days overlap" in reasons((said, post), (event(echo, when="2024-03-05"), echo))
    assert "days overlap" in reasons((said, post), (event(echo, when="2024-03-06"), echo))
    assert "next day" in reasons((event(post, when="2024-03-06"), post), (event(echo, when="2024-03-05"), echo))


def test_a_night_and_one_of_its_days_overlap() -> None:
    night = Period(start=date(2024, 3, 5), end=date(2024, 3, 6), precision="range")
    post, echo, star = article("Post"), article("Echo"), article("Star")
    told = (event(post, when=night), post)
    for day in ("2024-03-05", "2024-03-06"):
        found = reasons(told, (event(echo, when=day), echo))
        assert "days overlap" in found
        assert not {"one act", "one of many strikes"} & found
    assert {"same day", "one of many strikes"} <= reasons(told, (event(star, when=night), star))


def test_pages_that_open_in_the_same_words_keep_apart_what_other_sentences_tell() -> None:
    opening = "GOMA, 6 March. Fighting went on along the lake and north of the town for the third day running."
    shells, road = "Shells hit the old market of the town.", "Two lorries were burnt on the road to the mine."
    one = article("Post", text=f"{opening} {shells} {road}")
    other = msgspec.structs.replace(article("Echo", text=f"{opening} {road} {shells}"), title=one.title)

    def told(by: Article, sentence: str) -> tuple[Event, Article]:
        words = quote(by.text, by.text.index(sentence), by.text.index(sentence) + len(sentence))
        return msgspec.structs.replace(event(by), evidence=(words,)), by

    assert reasons(told(one, shells), told(other, road)) == {"one page"}
    assert "one page" not in reasons(told(one, shells), told(other, shells))


def test_those_who_talk_with_one_president_are_other_partners_unless_a_word_of_their_names_is_the_same() -> None:
    post, echo = article("Post"), article("Echo")
    president = Party(
        name="Félix Tshisekedi", text="Tshisekedi", id="person:felix-tshisekedi", country="COD", sector="GOV"
    )

    def talks(by: Article, *others: str) -> tuple[Event, Article]:
        parties = (president, *(Party(name=name, text=name) for name in others))
        return event(by, type_="CONSULT", mode=None, actors=parties, recipients=(), where=()), by

    assert "other partners" in reasons(talks(post, "southern leaders"), talks(echo, "bishops"))
    assert "other partners" not in reasons(talks(post, "southern leaders"), talks(echo, "leaders"))
    assert "other partners" not in reasons(talks(post, "southern leaders"), talks(echo))


def test_the_name_of_a_party_that_the_table_knows_is_no_rare_word() -> None:
    post = article("Post", text="Zembeku struck Kalangwa.")
    known = msgspec.structs.replace(M23, name="Zembeku", text="Zembeku")
    assert len(account(event(post, actors=(known,)), post, rules=RULES).telling) == 1
    unknown = msgspec.structs.replace(known, id=None)
    assert len(account(event(post, actors=(unknown,)), post, rules=RULES).telling) == 2
