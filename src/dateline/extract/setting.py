"""Where a page is set: its title's town, the one town around which its places lie, its dateline or its country."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from dateline.extract.agreement import kilometres
from dateline.extract.details import Detail
from dateline.model import Block, PlaceMention, TimeMention
from dateline.model.record import Record

ONE_SCENE_KM = 60.0
"""How far apart the places of a page may lie for it to be set in one."""
EARLY = 600
"""Code points into the story within which its scene must be named."""
OFTENER = 2
"""How many times as often a page must name places of another country than of its town's, to be set elsewhere."""
COARSE = frozenset({"country", "continent", "sea", "region"})


Front = tuple[str, str]
"""Whose attack, and on those of which country, by code."""


class Setting(Record, frozen=True, kw_only=True):
    """Where a page is set, as far as its title, its places or its dateline say."""

    places: tuple[PlaceMention, ...] = ()
    rule: str = ""
    lead: TimeMention | None = None
    """The day that the story's first sentences name."""
    leaders: frozenset[str] | None = None
    """Those whom the sentence of that day names, by id, name and country; None where anybody may have spoken then."""
    only: TimeMention | None = None
    """The one recent day that the page names at all, wherever its deeds lie: that of what is said in it."""
    day: TimeMention | None = None
    """The day that the title spells out."""
    month: TimeMention | None = None
    """The month or week that the title of a review names."""
    lands: Mapping[str, PlaceMention] = {}
    """The countries that the page names, by code, each where it first does."""
    land: str | None = None
    """The code of the country in which lies most of what the page tells."""
    fronts: Mapping[Front, str] = {}
    """The country in which lies most of what the page tells of one country's attacks on those of another."""
    details: tuple[Detail, ...] = ()
    """What later sentences say of when and where."""
    several: bool = False
    """Whether the lead says that its day is that of several happenings: "in separate incidents on Tuesday"."""


def setting(places: Sequence[PlaceMention], blocks: Sequence[Block]) -> Setting:
    """The one scene of the page: the title's town, else the town around which all its places lie, else its country.

    The town of a dateline serves where the title names it too, or where no other town and no other country is named.
    """
    places = [p for p in places if not _is_bylined(p, blocks) and not is_bureau(p, blocks)]
    titles = [(b.start, b.end) for b in blocks if b.kind == "title" and b.start is not None and b.end is not None]
    usable = [p for p in places if not any(r in p.rule for r in ("organisation", "modifier", "metonym"))]
    named = [p for p in places if not any(r in p.rule for r in ("organisation", "metonym"))]
    in_title = [p for p in named if is_fine(p) and any(s <= p.start < e for s, e in titles)]
    if in_title and is_one_scene(in_title):
        return Setting(places=(in_title[0],), rule="the title's place")
    bureau = _dateline(places, blocks)
    if bureau is not None and _titled(bureau, blocks):
        return Setting(places=(bureau,), rule="the dateline, named again in the title")
    fine = [p for p in usable if is_fine(p) and "dateline" not in p.rule]
    abroad = bureau is None or any(p.place.country not in (None, bureau.place.country) for p in places)
    if bureau is not None and not abroad and all(p.place.id == bureau.place.id for p in fine):
        return Setting(places=(bureau,), rule="the dateline, the one town named")
    opening = next((b.start for b in blocks if b.kept and b.kind == "paragraph" and b.start is not None), 0)
    there = [p for p in fine if not _is_on_the_way(p, blocks)]
    early = [p for p in there if 0 <= p.start - opening <= EARLY]
    if early and is_one_scene(fine) and not _is_about_another(fine, usable):
        name, _ = Counter(p.place.name for p in there).most_common(1)[0]
        return Setting(places=(next(p for p in there if p.place.name == name),), rule="the page's one place")
    countries = {p.place.country for p in usable if p.place.country}
    if len(countries) == 1:
        country = next((p for p in usable if p.place.precision == "country"), None)
        if country is not None and not any(_is_told_as_scene(p, blocks) for p in usable):
            return Setting()
        return Setting(places=(country,), rule="the page's one country") if country is not None else Setting()
    return Setting()


def _is_about_another(fine: Sequence[PlaceMention], places: Sequence[PlaceMention]) -> bool:
    """Whether the page names places of another country far more often than those of its one town's country."""
    countries = Counter(p.place.country for p in places if p.place.country)
    own = sum(countries[c] for c in {p.place.country for p in fine if p.place.country})
    return bool(countries) and countries.most_common(1)[0][1] > OFTENER * max(own, 1)


_SCENIC = re.compile(
    r"\b(?:in|inside|into|across|throughout|around|within|near|of|from|to|at|over|[a-z]+ern|central)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _is_told_as_scene(mention: PlaceMention, blocks: Sequence[Block]) -> bool:
    """ "in Mali", "northern Mali"; no "Mali's army" nor "brokered by Qatar", where it acts."""
    block = next((b for b in blocks if b.start is not None and b.end and b.start <= mention.start < b.end), None)
    if mention.place.precision != "country" or block is None or block.kind == "title":
        return True
    at = block.start or 0
    if mention.exact.replace(".", "").isupper() and _OWNED.match(block.text, mention.end - at):
        return False  # "killed in US airstrikes": whose they are
    return _SCENIC.search(block.text, 0, mention.start - at) is not None


_ON_THE_WAY = re.compile(
    r"\b(?:(?:abducted|arrived|came|coming|flown|kidnapped|originally|sailed|taken|travell?ed|travell?ing) from"
    r"|bound for|en route (?:to|from)"
    r"|(?:flights?|flying|headed|heading|journey|on (?:his|her|its|their|the) way|trip|voyage)"
    r" (?:for|from|to|towards?)|(?:escap|flee)ing (?:to|towards?)|(?:escaped|fled) (?:to|towards?))\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _is_on_the_way(mention: PlaceMention, blocks: Sequence[Block]) -> bool:
    """ "a flight to Lima", "abducted from Gao in May": whence somebody came or where they were going."""
    block = next((b for b in blocks if b.start is not None and b.end and b.start <= mention.start < b.end), None)
    return block is not None and _ON_THE_WAY.search(block.text, 0, mention.start - (block.start or 0)) is not None


_OWNED = re.compile(r"(?:-\w+)* [a-z]+(?:s|ed|ing|force|army|raid|strike|attack)\b")
"""What follows a country's letters where they only say whose something is."""
_BUREAU = re.compile(r"[^.\n(]{2,60}\([A-Z][A-Za-z/ .]{1,24}\)\s?[-–—]")
"""How a story begins that is filed from a bureau: "Dubai, United Arab Emirates (CNN)-"."""


def is_bureau(mention: PlaceMention, blocks: Sequence[Block]) -> bool:
    """Whether the place, not in capitals, only opens the story as the bureau that files it."""
    block = next((b for b in blocks if b.start is not None and b.end and b.start <= mention.start < b.end), None)
    opens = _BUREAU.match(block.text) if block is not None else None
    inside = opens is not None and mention.end - ((block.start if block else 0) or 0) <= opens.end()
    return inside and not mention.exact.isupper()


_BYLINE = re.compile(r"\breport(?:s|ing|ed|er|ers)?\b[^.;:]{0,40}\bfrom\s+$")


def _is_bylined(mention: PlaceMention, blocks: Sequence[Block]) -> bool:
    """ "Our correspondent reports from Beirut": where the reporter stands, not where the happening is."""
    block = next((b for b in blocks if b.start is not None and b.end and b.start <= mention.start < b.end), None)
    return block is not None and _BYLINE.search(block.text, 0, mention.start - (block.start or 0)) is not None


def _dateline(places: Sequence[PlaceMention], blocks: Sequence[Block]) -> PlaceMention | None:
    """The town in capitals that opens the story."""
    opening = next((b.start for b in blocks if b.kept and b.kind == "paragraph" and b.start is not None), None)
    if opening is None:
        return None
    first = next((p for p in places if 0 <= p.start - opening <= 2 and is_fine(p)), None)
    return first if first is not None and first.exact.isupper() else None


def _titled(bureau: PlaceMention, blocks: Sequence[Block]) -> bool:
    """Whether the title names the town of the dateline too."""
    return bureau.exact.casefold() in " ".join(b.text for b in blocks if b.kind == "title").casefold()


def is_fine(mention: PlaceMention) -> bool:
    return mention.place.precision not in COARSE


def is_one_scene(mentions: Sequence[PlaceMention]) -> bool:
    """Whether all of them lie within the reach of one scene, as far as their points tell."""
    points = {(m.place.lat, m.place.lon) for m in mentions if m.place.lat is not None and m.place.lon is not None}
    return all(kilometres(a, b) <= ONE_SCENE_KM for a in points for b in points)
