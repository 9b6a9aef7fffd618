"""How many outlets and voices are left when copies, owners, citations and names of one speaker are drawn together."""

from __future__ import annotations

import msgspec
import pytest

from dateline.knowledge.resolution import resolve_rules
from dateline.model import Article, Event, Incident, Outlet, Voice, quote
from dateline.resolve import incidents
from dateline.resolve.speakers import speakers
from fakes.happenings import article, event, voice
from fakes.rules import plain_rules

RULES = resolve_rules().speakers


@pytest.mark.parametrize(
    ("names", "number"),
    [
        (("army spokesman Colonel Dao", "the military", "Dao", "Malian army"), 1),
        (("police", "Inspector Bello Garba of the police", "Bello Garba"), 1),
        (("residents", "witnesses", "a villager"), 1),
        (("hospital", "army"), 2),
        (("Amina Yusuf", "Halima Bello"), 2),
        (("governor's office", "mayor"), 2),
        (("elders of Duk", "youth leaders"), 2),
        (("DSP Ruth Gyang", "Ruth Gyang of the Jos station"), 1),
        (("Congo", "Congo River Alliance"), 2),
        (("Philippines", "Philippine coastguard", "Commodore Reyes of the coastguard"), 1),
        (("Sudan", "Sudanese army", "South Kordofan"), 2),
        (("rebel group", "rebels"), 1),
        (("the rebels", "M23", "Congo River Alliance"), 1),
        (("rebels", "M23", "Allied Democratic Forces"), 3),
        (("defence minister", "minister"), 1),
        (("minister of trade", "health minister", "youth minister", "minister"), 4),
        (("traders' union", "union's chairman, Idris Bako"), 1),
        (("boatmen's guild", "Lake Boatmen Guild"), 1),
        (("boatmen's guild", "Lake Boatmen Guild", "River Boatmen Guild of Mopti"), 3),
        (("boatmen's guild", "Lake Porters Guild"), 2),
        (("traders' union", "teachers' union", "union's chairman, Idris Bako"), 3),
        (("New People's Army", "army", "Army's 3rd Division"), 2),
        (("Rapid Support Forces", "Sudanese Armed Forces"), 2),
        (("Israel Defense Forces", "Israeli army"), 1),
        (("government forces", "the army"), 1),
        (("Houthis", "Ansar Allah"), 1),
        (("al-Shabaab", "Al-Shabaab", "an al-Shabaab spokesman"), 1),
        (("RSF", "Rapid Support Forces", "an RSF adviser, Yusuf Bashir"), 1),
        (("Houthis", "Al-Shabaab"), 2),
        (("Israel", "Hamas"), 2),
        ((), 0),
    ],
)
def test_names_of_one_speaker_are_one(names: tuple[str, ...], number: int) -> None:
    found = speakers(names, rules=RULES)
    assert set(found) == set(names)
    assert len(set(found.values())) == number


def one(*told: tuple[Event, Article]) -> Incident:
    (found,) = incidents(told, rules=plain_rules())
    return found


def told(name: str, *voices: Voice, owner: str | None = None) -> tuple[Event, Article]:
    by = article(name, outlet=Outlet(name=f"The {name}", owner=owner))
    return event(by, voices=voices), by


def test_five_papers_that_quote_one_spokesman_are_five_outlets_and_one_voice() -> None:
    names = ("Post", "Echo", "Star", "Sun", "Lantern")
    rest = one(*(told(n, voice("army spokesman Dao" if n < "M" else "Colonel Dao"))[0:2] for n in names)).independent
    assert (rest.outlets, rest.voices) == (5, 1)


def test_papers_of_one_owner_are_one() -> None:
    rest = one(told("Post", owner="Kivu Press"), told("Echo", owner="Kivu Press"), told("Star")).independent
    assert rest.outlets == 2


def test_what_only_passes_on_another_outlets_report_counts_with_it() -> None:
    rest = one(told("Kivu Post"), told("Star", voice("Kivu Post", "media"))).independent
    assert (rest.outlets, rest.voices) == (1, 0)


def test_whom_another_outlet_cites_is_a_voice_and_the_page_counts_with_that_outlet() -> None:
    cited = msgspec.structs.replace(voice("judge"), via=voice("Kivu Post", "media"))
    rest = one(told("Kivu Post"), told("Star", cited)).independent
    assert (rest.outlets, rest.voices) == (1, 1)
    by_an_army = msgspec.structs.replace(voice("judge"), via=voice("army"))
    assert one(told("Kivu Post"), told("Star", by_an_army)).independent.outlets == 2


def test_a_report_passed_on_is_known_by_the_name_that_stands_beside_what_the_outlet_is() -> None:
    text = "Nine died, the local radio station Kivu Echo reported, naming nobody."
    by = article("Star", text=text)
    source = quote(text, text.index("local"), text.index(" Kivu"))
    cited = msgspec.structs.replace(voice("local radio station", "media"), evidence=(source,))
    assert one(told("Echo", owner="K"), (event(by, voices=(cited,)), by)).independent.outlets == 2
    echo = article("a", outlet="Kivu Echo")
    assert one((event(echo), echo), (event(by, voices=(cited,)), by)).independent.outlets == 1
    named = voice("Congolese news site Kivu Echo", "media")
    assert one((event(echo), echo), (event(by, voices=(named,)), by)).independent.outlets == 1


def test_a_party_is_no_outlet_whose_name_holds_its_own() -> None:
    def by(kind: str) -> tuple[int, int]:
        rest = one(told("Military Desk Norland"), told("Star", voice("Norland", kind))).independent  # type: ignore[arg-type]
        return rest.outlets, rest.voices

    assert (by("party"), by("media")) == ((2, 1), (1, 0))


def test_of_two_papers_with_one_text_it_is_whose_it_says_it_is() -> None:
    """So that the agency's own second report adds no house."""
    text = "SAKE, March 5 (Lake) - Shells fell on the market of a border town at noon on Tuesday and many died. No."
    wire, papers = Outlet(name="Lake Wire", owner="Lake Media"), ("a", "b", "c", "d")
    for paper in papers:
        copy, own = article(paper, text=text, outlet=f"The {paper} Post"), article("own", text=text + " ", outlet=wire)
        more = article("more", outlet=Outlet(name="Sloboda Day", owner="Lake Media"))
        found = one(*((event(by), by) for by in (copy, own, more)))
        assert found.independent.outlets == 1
        assert {r.source for r in found.articles if r.copy_of} == {paper}


WIRE = (
    "Shells fell on the fish market of Goma at noon on Tuesday, killing at least nine people, two doctors said. "
    "The market had just opened after a week of rain and was full of traders from the lake islands, they said. "
    'A trader, Amina Yusuf, said: "We heard a whistle, then there was only smoke, and my sister lay under the stall '
    'with her two boys beside her." Nobody has claimed the attack, and the army did not answer calls.'
)


def copied(text: str) -> bool:
    wire, paper = (article("w", text=WIRE), article("p", text=text, published="2024-03-07"))
    return any(r.copy_of for r in one((event(wire), wire), (event(paper), paper)).articles)


def test_a_wire_report_with_a_few_words_changed_is_a_copy() -> None:
    assert copied(
        "Nine die in market. At least nine people were killed when shells fell on the fish market of Goma at noon on "
        "Tuesday, two doctors said. The market had just opened after a week of rain and was full of traders from the "
        "islands. Nobody has claimed the attack. (Lake Wire)"
    )


@pytest.mark.parametrize(
    "text",
    [
        # what a trader told several reporters
        "Nine coffins stood on the quay of Goma yesterday, and nobody knew who had fired on the lake traders. "
        'A trader, Amina Yusuf, said: "We heard a whistle, then there was only smoke, and my sister lay under the '
        'stall with her two boys beside her." Her mother had brought bread.',
        # a paper with more of its own than of the wire's
        "Shells fell on the fish market of Goma at noon on Tuesday, killing at least nine people, two doctors said. "
        "Our reporter counted four craters between the quay and the customs house, all of one calibre. "
        "The governor came at dusk, spoke to nobody and left by boat within a quarter of an hour.",
        # a line
        "Shells fell on the fish market of Goma at noon on Tuesday, two doctors said.",
    ],
)
def test_a_report_with_words_of_its_own_is_no_copy(text: str) -> None:
    assert not copied(text)


def test_a_paper_that_names_another_and_has_a_witness_of_its_own_counts() -> None:
    others = (voice("hospital", "medical"), voice("Amina Yusuf", "witness"))
    rest = one(told("Kivu Post"), told("Star", voice("Kivu Post", "media"), *others)).independent
    assert (rest.outlets, rest.voices) == (2, 2)


def test_two_papers_that_cite_each_other_leave_one() -> None:
    rest = one(told("Post", voice("Star", "media")), told("Star", voice("Post", "media"))).independent
    assert rest.outlets == 1


def test_what_a_party_tells_by_an_outlet_of_its_own_is_its_word() -> None:
    organ = Outlet(name="Tidal Bulletin", owner="March 23 Movement", affiliation="party")
    by = article("a", outlet=organ)
    rest = one((event(by), by), told("Star", voice("March 23 Movement", "party"), voice("mayor"))).independent
    assert (rest.outlets, rest.voices) == (2, 2)
    alone = one((event(by), by), told("Star")).independent
    assert (alone.outlets, alone.voices) == (2, 1)
    state = article("b", outlet=Outlet(name="Gazette", owner="Government", affiliation="state"))
    assert one((event(state), state)).independent.voices == 0


def test_what_is_said_by_nobody_named_is_no_voice_and_neither_is_a_paper_that_tells_none_of_it() -> None:
    said = (
        voice("unnamed", "unknown"),
        voice("statement", "unknown"),
        voice("Lake Mercury", "unknown"),
        voice("mayor"),
    )
    rest = one(told("Star", *said)).independent
    assert (rest.outlets, rest.voices) == (1, 1)
