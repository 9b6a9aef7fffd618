"""Mentions as JSON records with the fields of their kind."""

from __future__ import annotations

import msgspec

from dateline.model import (
    Actor,
    ActorMention,
    AttributionMention,
    Candidate,
    Mention,
    PlaceMention,
    QuantityMention,
    TimeMention,
    TriggerMention,
)  # fmt: skip
from dateline.model.text import quote
from dateline.render.mentions import mention_records
from fakes.happenings import GOMA, article, day

TEXT = "At least 12 died in Goma on Tuesday, the army said."
TOLD = article("Post", text=TEXT)


def at(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "exact": words, "rule": "test"}


def record(mention: Mention) -> dict[str, object]:
    (found,) = mention_records(TOLD, [mention])
    assert TEXT[found["start"] : found["end"]] == found["exact"]
    assert found["article"] == {"id": TOLD.id, "source": "Post"}
    return {k: v for k, v in found.items() if k not in ("start", "end", "exact", "rule", "article")}


def test_time() -> None:
    mention = TimeMention(**at("Tuesday"), type="DATE", value="2024-03-05", period=day("2024-03-05"))  # type: ignore[arg-type]
    assert record(mention) == {
        "kind": "time", "type": "DATE", "value": "2024-03-05", "basis": "stated",
        "period": {"start": "2024-03-05", "end": "2024-03-05", "precision": "day"},
    }  # fmt: skip


def test_place() -> None:
    rival = Candidate(id="geonames:2", name="Gomà", country="ESP", score=0.1)
    mention = PlaceMention(**at("Goma"), place=msgspec.structs.replace(GOMA, candidates=(rival,)), score=0.9)  # type: ignore[arg-type]
    found = record(mention)
    assert {k: found[k] for k in ("kind", "name", "lat", "lon", "country", "id", "precision")} == {
        "kind": "place", "name": "Goma", "lat": GOMA.lat, "lon": GOMA.lon, "country": "COD", "id": GOMA.id,
        "precision": "town",
    }  # fmt: skip
    assert found["candidates"] == [{"id": "geonames:2", "name": "Gomà", "country": "ESP", "score": 0.1}]


def test_actor() -> None:
    army = Actor(name="Armed Forces", kind="force", id="fardc", country="COD", sector="MIL", aliases=("FARDC",))
    assert record(ActorMention(**at("the army"), actor=army)) == {  # type: ignore[arg-type]
        "kind": "actor",
        "actor": {"name": "Armed Forces", "id": "fardc", "country": "COD", "sector": "MIL", "kind": "force"},
    }


def test_quantity_with_an_open_end_has_no_high() -> None:
    mention = QuantityMention(**at("At least 12"), low=12, who="people")  # type: ignore[arg-type]
    assert record(mention) == {"kind": "quantity", "low": 12, "approximate": False, "who": "people"}


def test_attribution() -> None:
    source, cue = quote(TEXT, 37, 45), quote(TEXT, 46, 50)
    mention = AttributionMention(
        start=0,
        end=50,
        exact=TEXT[:50],
        rule="test",
        source=source,
        cue=cue,
        content=quote(TEXT, 0, 35),
        stance="claims",
    )
    assert record(mention) == {
        "kind": "attribution", "stance": "claims", "direct": False,
        "source": {"start": 37, "end": 45, "exact": "the army"}, "cue": {"start": 46, "end": 50, "exact": "said"},
        "content": {"start": 0, "end": 35, "exact": TEXT[:35]},
    }  # fmt: skip


def test_triggers_are_no_mentions_of_their_own() -> None:
    trigger = TriggerMention(**at("died"), type="ASSAULT")  # type: ignore[arg-type]
    assert list(mention_records(TOLD, [trigger])) == []
