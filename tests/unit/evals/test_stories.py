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
