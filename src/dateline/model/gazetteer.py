"""What a gazetteer answers with, how names are folded, and the compiled rules that place reading needs."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from dateline.model.place import PlacePrecision
from dateline.model.record import Record

PlaceKind = Literal[
    "country", "continent", "admin1", "admin2", "region", "town", "district", "village", "camp", "base", "port",
    "airport", "site", "crossing", "island", "sea", "gulf", "strait", "canal", "river", "lake", "mountain", "desert",
]  # fmt: skip
NameMatch = Literal["name", "alias", "derived"]
"""name: the entry's own name · alias: another of its names · derived: made by a general spelling rule."""

PRECISIONS: dict[str, PlacePrecision] = {
    "country": "country", "continent": "continent", "admin1": "region", "admin2": "area", "region": "region",
    "town": "town", "village": "town", "district": "area", "camp": "site", "base": "site", "port": "site",
    "airport": "site", "site": "site", "crossing": "site", "island": "area", "sea": "sea", "gulf": "sea",
    "strait": "sea", "canal": "sea", "river": "sea", "lake": "sea", "mountain": "area", "desert": "region",
}  # fmt: skip
"""The precision that a place of each kind can be given at most."""


class GazetteerEntry(Record, frozen=True, kw_only=True):
    """One place that a name can mean: WGS 84 degrees, ISO 3166-1 alpha-3 country."""

    id: str
    """"geonames:295629", "dateline:strait-of-hormuz", "iso:ISR", "icao:ORAA"."""
    name: str
    kind: PlaceKind
    lat: float
    lon: float
    country: str | None = None
    admin1: str | None = None
    path: str = ""
    """Dotted containment code: "IL", "IL.01", "UA.05.709717"; a container's path is a prefix of what it holds."""
    population: int = 0
    """People; for capitals and for what has no people, the population of a town as often in the news."""
    radius_km: float = 0.0
    """How far the place reaches from its point; 0 for a point."""
    match: NameMatch = "name"


class PlaceContext(Record, frozen=True, kw_only=True):
    """What is known of a document beside its text: where its outlet sits, and which countries its actors are of."""

    outlet_country: str | None = None
    countries: Mapping[str, float] = {}
    """Weights by alpha-3: 1.0 for about one mention."""


class Feature(Record, frozen=True, kw_only=True):
    """A noun that says what kind of thing a name is: "province", "airport", "refugee camp"."""

    kinds: tuple[str, ...]
    """Entry kinds that it prefers."""
    precision: PlacePrecision | None = None
    """The precision of the phrase where only the bare name is known."""
    vouches: bool = True
    """Whether it shows that the name is a place's: "X province" does, "X mosque" does not."""


class PlaceRules(Record, frozen=True, kw_only=True):
    """The compiled vocabulary of place reading; all keys are folded by `place_key` or lower-cased."""

    stop: frozenset[str]
    """Place names that are first of all common words: read as places only beside a container or feature noun."""
    ordinary: frozenset[str]
    """`stop` with every other word below that may be capitalised without naming: boundaries, titles, head nouns."""
    surnames: frozenset[str]
    """Place names that are first of all surnames: read as places only after a locative or beside a container."""
    given_names: frozenset[str]
    titles: frozenset[str]
    """Words before a person's name: "mr", "sheikh", "gen"."""
    boundaries: frozenset[str]
    """Lower-case words that never belong to a name though a headline or sentence capitalises them."""
    connectors: frozenset[str]
    """Lower-case words that may stand inside a name: "of", "de", "al"."""
    locatives: frozenset[str]
    """Words after which a name is likely a place's."""
    firm: frozenset[str]
    """Those after which it is hardly ever a person's."""
    speech: frozenset[str]
    """Verbs of saying and thinking, whose subject is a person or a government."""
    organisations: frozenset[str]
    """Head nouns that make a name with a place in it a company's or newspaper's: "times", "holdings"."""
    bodies: frozenset[str]
    """Head nouns of bodies that act in their place and for it: "police", "ministry", "court"."""
    attached: frozenset[str]
    """Second halves of compounds in which a name only qualifies: "backed" in "Iran-backed"."""
    namesakes: frozenset[str]
    """What is called after the place where it was first met: "virus", "flu"."""
    tight: frozenset[str]
    """Words after which a name that nobody knows is a place's: "in", "at", "overran"."""
    tight_phrases: frozenset[str]
    """Phrases after which it is one too: "raid on", "outskirts of"."""
    own: frozenset[str]
    """What is a place's own, after its name: "station square" in "Okelle's station square"."""
    placing: frozenset[str]
    """Words after which such a name is a place's where it stands so more than once: "from", "attacked"."""
    no_endings: tuple[str, ...]
    """Endings of words that name no place: "ism", "tion"."""
    no_places: frozenset[str]
    """What one can be "in" or "at" that is no place, though it has a capital: "parliament", "ramadan"."""
    demonyms: dict[str, str]
    """Demonym or adjective to alpha-3 country: evidence, never a place."""
    adjectives: dict[str, str]
    """Other adjectives of place to the folded name of the place, for spans already known to name one."""
    features_before: dict[str, Feature]
    """"port of", "city of", "strait of"."""
    features_after: dict[str, Feature]
    """"province", "refugee camp"."""
    features_plural: dict[str, Feature]
    """Plurals of such nouns, which speak for a whole list of names: "provinces"."""
    directions: frozenset[str]
    """"northern", "south", "north-eastern"."""
    abbreviations: dict[str, str]
    """Container abbreviations, without points, read only after a comma: "Minn" to the folded full name."""


def km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points, as on a flat map: good to a few per cent for what is near, large for the rest."""
    if abs(lat1 - lat2) > 30:
        return 1e4
    east = (lon1 - lon2 + 180) % 360 - 180
    return math.hypot(lat1 - lat2, east * math.cos(math.radians((lat1 + lat2) / 2))) * 111.2


def contains(outer: GazetteerEntry, inner: GazetteerEntry) -> bool:
    """Whether the one place holds the other, by division codes, country, or a region's reach."""
    if outer.id == inner.id:
        return False
    if outer.kind == "country":
        return inner.country == outer.country and inner.kind != "country"
    if outer.path and inner.path and outer.kind in ("admin1", "admin2", "region"):
        return inner.path == outer.path or inner.path.startswith(outer.path + ".")
    reach = outer.radius_km * 1.15
    return reach > 0 and inner.radius_km <= outer.radius_km and km(outer.lat, outer.lon, inner.lat, inner.lon) <= reach


_ARTICLE = re.compile(r"\b(?:al|el|ar|as|ash|at|ath|ad|adh|an|az|ed|et|es|ez|en|er|ul|il)[-‐‑](?=\w)")
_ARTICLE_WORD = re.compile(r"\b(?:el|ul)\b")
_FOLD = str.maketrans(
    {
        **dict.fromkeys("'’‘ʼʻʿʾ`´ʹ′.\u00ad\u200b\u200e\u200f"),
        **dict.fromkeys("-‐‑–—/_,()", " "),
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a",
        "ħ": "h", "ß": "ss",
    }
)  # fmt: skip
_SHORT = {"saint": "st", "sainte": "st", "ste": "st", "mount": "mt", "fort": "ft"}


@lru_cache(maxsize=1 << 15)
def place_key(name: str) -> str:
    """`name` folded for comparison: no case, accents, apostrophes or hyphens; Arabic articles as "al"."""
    folded = name.lower()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded.casefold())
        folded = "".join(c for c in decomposed if not unicodedata.combining(c))
    if "-" in folded or "‐" in folded or "‑" in folded:
        folded = _ARTICLE.sub("al ", folded)
    folded = _ARTICLE_WORD.sub("al", folded.translate(_FOLD))
    words = folded.split()
    if not _SHORT.keys().isdisjoint(words):
        words = [_SHORT.get(word, word) for word in words]
    return " ".join(words)
