"""Articles and events made in a line, for tests of what comes after reading."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dateline.model import (
    Article,
    Block,
    Claim,
    Count,
    Dated,
    Event,
    Located,
    Named,
    Occurrence,
    Outlet,
    Page,
    Party,
    Period,
    Place,
    Published,
    Value,
    Voice,
    quote,
)

GOMA = Place(name="Goma", precision="town", lat=-1.674, lon=29.228, country="COD", id="geonames:216281")
SAKE = Place(name="Sake", precision="town", lat=-1.574, lon=29.045, country="COD", id="geonames:205818")
BUKAVU = Place(name="Bukavu", precision="town", lat=-2.508, lon=28.861, country="COD", id="geonames:217831")
CONGO = Place(name="DR Congo", precision="country", lat=-3.0, lon=23.0, country="COD", id="iso:COD")
RED_SEA = Place(name="Red Sea", precision="sea", lat=20.3, lon=38.5, id="dateline:red-sea")
HODEIDAH = Place(name="Al Hudaydah", precision="town", lat=14.798, lon=42.954, country="YEM", id="geonames:79415")

M23 = Party(name="March 23 Movement", text="M23 rebels", id="m23", country="COD", sector="REB")
ARMY = Party(name="Armed Forces of the DRC", text="the army", id="fardc", country="COD", sector="MIL")
CONGO_STATE = Party(name="DR Congo", text="Congolese", id="state:COD", country="COD", sector="GOV")
GUNMEN = Party(name="gunmen", text="gunmen")
CIVILIANS = Party(name="civilians", text="civilians")

THE_PAGE = Voice(name="outlet", kind="outlet", stance="reports")


def digest(*parts: object) -> str:
    """An id of content alone."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def day(value: str) -> Period:
    """One day as a period."""
    return Period(start=date.fromisoformat(value), end=date.fromisoformat(value), precision="day")


def article(
    source: str, *, text: str | None = None, published: str | None = "2024-03-06", outlet: Outlet | str | None = None
) -> Article:
    """An article of one block; outlet and words are its own unless given."""
    words = text or f"Shells fell on a market, as {source} tells it: {own_words(source)}."
    named = Outlet(name=outlet) if isinstance(outlet, str) else outlet
    return Article(
        id=digest(source, words),
        page=digest(words),
        source=source,
        title=f"What {source} tells",
        text=words,
        blocks=(Block(text=words, kind="paragraph", kept=True, reason="body", start=0, end=len(words)),),
        outlet=named or Outlet(name=f"The {source}"),
        language="en",
        published=None
        if published is None
        else Published(period=day(published), basis="given", reliable=True, evidence=published),
    )


def own_words(source: str) -> str:
    """Eight words that nobody else uses."""
    letters = digest(source).translate(str.maketrans("0123456789", "ghijklmnop"))
    return " ".join(letters[at : at + 5] for at in range(8))


def page(told: Article, *, content: bytes | None = None, given: Mapping[str, str] | None = None) -> Page:
    """The page that the article was read from."""
    body = told.text.encode() if content is None else content
    return Page(
        id=hashlib.sha256(body).hexdigest(), source=told.source, content=body, media_type="text/plain",
        given=dict(given or {}),
    )  # fmt: skip


def voice(name: str, kind: Any = "official", stance: Any = "claims") -> Voice:
    """A named voice."""
    return Voice(name=name, kind=kind, stance=stance)


def claim(told: Article, name: Any, value: Value, by: Voice = THE_PAGE) -> Claim:
    """A claim whose evidence is the article's first words."""
    words = (quote(told.text, 0, min(6, len(told.text))),)
    return Claim(
        id=digest(told.id, name, value, by.name), property=name, value=value, voice=by, evidence=words, rule="test"
    )


def event(
    told: Article,
    *,
    type_: str = "ASSAULT",
    mode: str | None = "heavy-weapons",
    modality: Any = "actual",
    when: str | Period | None = "2024-03-05",
    where: Sequence[Place] = (GOMA,),
    actors: Sequence[Party] = (M23,),
    recipients: Sequence[Party] = (CIVILIANS,),
    killed: Sequence[tuple[int | Count, Voice]] = (),
    voices: Sequence[Voice] = (),
    weapons: Sequence[str] = (),
    number: int = 0,
) -> Event:
    """An event of the article; `number` tells apart two that are otherwise the same."""
    claims = [claim(told, "occurrence", Occurrence(modality=modality), by) for by in (voices or (THE_PAGE,))]
    claims += [claim(told, "actor", party) for party in actors]
    claims += [claim(told, "recipient", party) for party in recipients]
    claims += [claim(told, "place", Located(place=place, text=place.name)) for place in where]
    claims += [claim(told, "weapon", Named(name=name, text=name)) for name in weapons]
    if when is not None:
        period = day(when) if isinstance(when, str) else when
        claims.append(claim(told, "when", Dated(period=period, basis="stated", text="that day")))
    for count, by in killed:
        value = Count(low=count, high=count) if isinstance(count, int) else count
        claims.append(claim(told, "killed", value, by))
    return Event(
        id=digest(told.id, type_, mode, modality, number, [c.id for c in claims]),
        article=told.id,
        type=type_,
        mode=mode,
        modality=modality,
        claims=tuple(claims),
        evidence=(quote(told.text, 0, len(told.text)),),
    )
