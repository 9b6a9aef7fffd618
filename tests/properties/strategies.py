"""What the laws are tried on: stories made of parts, noise around them, and events made in a line."""

from __future__ import annotations

from hypothesis import strategies as st

from dateline.model import Article, Count, Event
from fakes.happenings import (
    ARMY,
    BUKAVU,
    CIVILIANS,
    CONGO,
    CONGO_STATE,
    GOMA,
    GUNMEN,
    M23,
    RED_SEA,
    SAKE,
    THE_PAGE,
    article,
    event,
    voice,
)  # fmt: skip

WHO = ("Gunmen", "The Congolese army", "M23 rebels", "Police", "Israeli warplanes", "Houthi fighters", "Russian forces")
DID = (
    "attacked",
    "shelled",
    "killed 12 people in",
    "abducted three teachers from",
    "raided",
    "fired on",
    "arrested 40 people in",
)
WHOM = ("a market", "the port", "a village", "an army post", "a convoy of aid trucks", "protesters")
WHERE = ("Goma", "the port of Ashdod", "northern Mali", "Hodeidah", "Kharkiv", "the Red Sea", "Yemen")
WHEN = ("on Tuesday", "on 5 March 2024", "in March 2023", "in 2022", "last week", "on the night of March 3", "")
SAYING = (
    "the army said",
    "witnesses told reporters",
    "according to a hospital official",
    "the group claimed in a statement",
    "",
)
NOISE = ("\u00ad", "\u200f", "\u00a0", "’", "“", "…", "\t", "é", "🔥", "—", "&amp;", "[", ")")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """One sentence that may tell of a happening, with characters in it that upset offsets."""
    who, did, whom, where, when, saying = (
        draw(st.sampled_from(part)) for part in (WHO, DID, WHOM, WHERE, WHEN, SAYING)
    )
    told = " ".join(part for part in (who, did, whom, "in", where, when) if part)
    told = f"{told}, {saying}." if saying else f"{told}."
    at = draw(st.integers(0, len(told)))
    return told[:at] + draw(st.sampled_from(("", *NOISE))) + told[at:]


stories = st.lists(sentences(), min_size=1, max_size=4).map(
    lambda told: "Reports of attacks\n\n" + "\n\n".join(told) + "\n"
)
"""A title and a few paragraphs."""

anything = st.lists(st.text(max_size=60) | sentences(), min_size=1, max_size=5).map("\n".join)
"""Any text at all, with or without a story in it."""

_VOICES = (THE_PAGE, voice("army"), voice("residents", "witness", "reports"), voice("M23", "party", "denies"))
_COUNTS = st.builds(lambda low, open_: Count(low=low, high=None if open_ else low), st.integers(1, 40), st.booleans())


@st.composite
def accounts(draw: st.DrawFn) -> tuple[Event, Article]:
    """An event and its article, near others in kind, time and place more often than not."""
    by = article(
        draw(st.sampled_from(("Post", "Echo", "Star", "Sun", "Wire", "Herald"))),
        text=draw(st.sampled_from((None, "One and the same text that two outlets print, to the last word of it."))),
        published=draw(st.sampled_from(("2024-03-05", "2024-03-06", "2024-03-08", None))),
    )
    told = event(
        by,
        type_=draw(st.sampled_from(("ASSAULT", "ASSAULT", "ASSAULT", "PROTEST"))),
        mode=draw(st.sampled_from((None, "heavy-weapons", "explosives", "abduct"))),
        modality=draw(st.sampled_from(("actual", "actual", "negated", "planned"))),
        when=draw(st.sampled_from(("2024-03-04", "2024-03-05", "2024-03-06", None))),
        where=draw(st.lists(st.sampled_from((GOMA, SAKE, BUKAVU, CONGO, RED_SEA)), max_size=2, unique=True)),
        actors=draw(st.lists(st.sampled_from((M23, ARMY, CONGO_STATE, GUNMEN)), max_size=2, unique=True)),
        recipients=draw(st.lists(st.sampled_from((CIVILIANS, ARMY, CONGO_STATE)), max_size=2, unique=True)),
        killed=draw(st.lists(st.tuples(_COUNTS, st.sampled_from(_VOICES)), max_size=2)),
        voices=draw(st.lists(st.sampled_from(_VOICES), max_size=2, unique=True)),
    )
    return told, by


many_accounts = st.lists(accounts(), min_size=2, max_size=12, unique_by=lambda pair: pair[0].id)
