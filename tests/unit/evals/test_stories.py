"""The collection is whole, and its scorer judges as it says."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from evals.stories import Collection, judged, mentions

from dateline.knowledge.resolution import resolve_rules
from dateline.model import quote
from dateline.resolve import incidents
from fakes.happenings import BUKAVU, article, event, voice

STORIES = Path(__file__).parents[3] / "stories"
PAGES = {
    json.loads(line)["url"].rsplit("/", 1)[-1]: json.loads(line)
    for file in sorted((STORIES / "pages").glob("*.jsonl"))
    for line in file.read_text("utf-8").splitlines()
}
GOLD = [g for file in sorted((STORIES / "gold").glob("*.json")) for g in json.loads(file.read_text("utf-8"))]


def test_the_collection_is_as_large_as_it_says() -> None:
    assert len(PAGES) == 263
    main = [g for g in GOLD if not g.get("minor")]
    assert len(main) == 104
    assert all(len(g["pages"]) >= 2 for g in main)
    assert {page for g in GOLD for page in g["pages"]} == set(PAGES)


@pytest.mark.parametrize("happening", GOLD, ids=lambda g: g["happening"])
def test_gold_words_stand_on_their_pages(happening: dict) -> None:  # type: ignore[type-arg]
    for page, words in happening["pages"].items():
        told = f"{PAGES[page]['title']}\n{PAGES[page]['text']}"
        assert all(stretch in told for stretch in words)
    assert set(happening["standing"].split("|")) <= {"single", "corroborated", "disputed", "denied"}
    names = {g["happening"] for g in GOLD}
    assert set(happening.get("confusable_with", ())) <= names


def test_every_outlet_has_an_owner_or_none_and_a_page() -> None:
    domains = {page["url"].split("/")[2] for page in PAGES.values()}
    lines = [line for file in STORIES.glob("outlets_*.csv") for line in file.read_text("utf-8").splitlines()]
    listed = {line.partition(",")[0] for line in lines}
    assert domains <= listed


def small(other_day: str) -> Collection:
    """Two papers on one shelling, and one of them on another town's."""
    post, echo = (
        article("Post", text="Shells fell on Goma. Guns fired at Bukavu."),
        article("Echo", text="Goma was shelled."),
    )
    first, second = (quote(post.text, *span) for span in ((0, 20), (21, len(post.text))))
    told = (
        (msgspec.structs.replace(event(post, killed=[(3, voice("army"))]), evidence=(first,)), post),
        (event(echo, when=other_day, killed=[(3, voice("army"))]), echo),
        (msgspec.structs.replace(event(post, where=(BUKAVU,), number=1), evidence=(second,)), post),
    )
    common = {"type": "ASSAULT", "when": ["2024-03-05", "2024-03-05"], "standing": "corroborated", "injured": None}
    shelling = {
        **common, "happening": "goma", "places": ["Goma"], "actors": ["March 23 Movement"], "recipients": ["civilians"],
        "killed": [3, 3, 3], "outlets": 2, "voices": 1, "confusable_with": ["bukavu"],
        "pages": {"post": ["Shells fell on Goma"], "echo": ["was shelled"]},
    }  # fmt: skip
    fire = {
        **common,
        "happening": "bukavu",
        "minor": True,
        "pages": {"post": ["fired at Bukavu"]},
        "places": ["Bukavu"],
    }
    return Collection(told, {"post": post, "echo": echo}, (shelling, fire))


def figures(held: Collection) -> dict[str, float]:
    from fakes.rules import plain_rules

    drawn = incidents(held.told, rules=plain_rules())
    return {m.name: m.figure for m in judged(held, drawn, mentions(held, resolve_rules())).measures}


def test_a_happening_drawn_together_and_kept_from_its_neighbour_is_right_throughout() -> None:
    found = figures(small("2024-03-05"))
    assert found["B³ F1, all mentions"] == 1.0
    assert found["confusable pair apart"] == 1.0
    assert found["findings"] == 1.0
    assert found["independence"] == 1.0


def test_a_report_that_stays_apart_costs_recall_and_counts() -> None:
    found = figures(small("2024-03-25"))
    assert found["mentions read"] == 1.0
    assert found["B³ recall, mentions read"] == pytest.approx(2 / 3)
    assert found["B³ precision, mentions read"] == 1.0
    assert found["outlets"] == 0.0


def told_in(words: str, *whom: str) -> Collection:
    """A page of one sentence, and of each of these sufferers an event that quotes the sentence and them."""
    page = article("Post", text=words)
    events = []
    for number, sufferer in enumerate(whom):
        made = event(page, number=number)
        at = words.index(sufferer)
        claims = tuple(
            msgspec.structs.replace(c, evidence=(quote(words, at, at + len(sufferer)),))
            if c.property == "recipient"
            else c
            for c in made.claims
        )
        whole = quote(words, 0, len(words))
        events.append((msgspec.structs.replace(made, claims=claims, evidence=(whole,)), page))
    return Collection(tuple(events), {"post": page}, ())


def test_of_two_events_in_one_sentence_a_mention_has_the_one_whose_values_its_words_hold() -> None:
    held = told_in(
        "A week after three teachers were shot, armed men killed two nurses.", "three teachers", "two nurses"
    )
    gold = (
        {"happening": "nurses", "type": "ASSAULT", "pages": {"post": ["armed men killed two nurses"]}},
        {"happening": "teachers", "type": "ASSAULT", "pages": {"post": ["three teachers were shot"]}},
    )
    found = mentions(held._replace(gold=gold), resolve_rules())
    teachers, nurses = (e.id for e, _ in held.told)
    assert found == {("post", "nurses"): nurses, ("post", "teachers"): teachers}


def test_a_mention_keeps_its_only_event_from_one_that_has_another() -> None:
    words = "Guns fired at Goma. Goma was hit before."
    page = article("Post", text=words)
    first, second = quote(words, 0, 19), quote(words, 20, len(words))
    full = msgspec.structs.replace(event(page, voices=[voice("army")]), evidence=(first, second))
    bare = msgspec.structs.replace(event(page, actors=(), recipients=(), number=1), evidence=(second,))
    gold = (
        {"happening": "before", "type": "ASSAULT", "pages": {"post": ["Goma was hit before", "Guns fired"]}},
        {"happening": "now", "type": "ASSAULT", "pages": {"post": ["Guns fired at Goma"]}},
    )
    held = Collection(((full, page), (bare, page)), {"post": page}, gold)
    assert mentions(held, resolve_rules()) == {("post", "before"): bare.id, ("post", "now"): full.id}


def test_a_mention_whose_event_another_tells_better_is_not_read() -> None:
    held = told_in("Armed men killed two nurses.", "two nurses")
    gold = (
        {"happening": "nurses", "type": "ASSAULT", "pages": {"post": ["killed two nurses"]}},
        {"happening": "other", "type": "ASSAULT", "pages": {"post": ["Armed men"]}},
    )
    found = mentions(held._replace(gold=gold), resolve_rules())
    assert found == {("post", "nurses"): held.told[0][0].id, ("post", "other"): None}
