"""Places that an article names: found, resolved against the whole document, and given at the text's own precision."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.annotate.place_choice import Choice, Link, choose
from dateline.annotate.place_lists import lists, shared_feature
from dateline.annotate.place_names import Toponym, given_toponyms, toponyms
from dateline.annotate.positions import positions
from dateline.model.gazetteer import PRECISIONS, PlaceContext, PlaceRules
from dateline.model.mention import PlaceMention
from dateline.model.place import Candidate, Place, PlacePrecision
from dateline.ports import Gazetteer

_NOTHING_KNOWN = PlaceContext()
_SURE, _SAID = 4.5, 2.5
_BARE, _PLACED, _FIRM, _NAMED, _DOUBT = 5.5, 1.8, 0.8, 3.0, 0.8
_FOREIGN, _CHOSEN, _LONG, _NAMELESS = 2.0, 1.0, 0.5, 2.5
_KNOWN_ABROAD = 200_000
_SPELLED = {"name": 0.0, "alias": 0.4, "derived": 0.6}
"""What another spelling of a name costs only in the choice between places: no less is it a place's."""
_LINK = re.compile(
    r"(?P<comma>,?\s*\(?)(?P<words>(?:\b(?:in|of|the|to|on|and|province|state|region|governorate|oblast|county|counties|provinces|districts|regions|district|city|town|village|camp|area|"
    r"neighbou?rhood|refugee|border|northern|southern|eastern|western|central|north|south|east|west|north-?eastern|north-?western|"
    r"south-?eastern|south-?western|far|part|parts|island|country|capital|nation|port|suburb)\b[\s,-]*)*)"
)
_BESIDE = re.compile(r",?\s+(?:and|to)\b")
"""What sets two places side by side, or a way between them: "in the Red Sea and in Sudan"."""
_POSSESSIVE = re.compile(r"['’]s?\s+(?:[a-z-]+\s+){0,4}")


def place_mentions(
    text: str,
    *,
    start: int,
    end: int,
    gazetteer: Gazetteer,
    rules: PlaceRules,
    taken: Sequence[tuple[int, int]] = (),
    context: PlaceContext | None = None,
) -> tuple[PlaceMention, ...]:
    """The places named in `text[start:end]`, read as a document of its own."""
    return document_places(text, blocks=[(start, end)], gazetteer=gazetteer, rules=rules, taken=taken, context=context)


def document_places(
    text: str,
    *,
    blocks: Sequence[tuple[int, int]],
    gazetteer: Gazetteer,
    rules: PlaceRules,
    taken: Sequence[tuple[int, int]] = (),
    context: PlaceContext | None = None,
    described: bool = False,
) -> tuple[PlaceMention, ...]:
    """The places named in the blocks of one document, in text order, each resolved in the light of all the others.

    Where `described`, capitals told by whose they are ("the Sudanese capital") are among them, though no name.
    """
    stated = [mention for start, end in blocks for mention in positions(text, start=start, end=end)]
    barred = [*taken, *((mention.start, mention.end) for mention in stated)]
    reading = toponyms(text, blocks, gazetteer=gazetteer, rules=rules, taken=barred, described=described)
    named = [
        _mention(text, toponym, choice)
        for toponym, choice in _chosen(text, reading.toponyms, reading.demonyms, rules, context)
        if choice.strength >= _needed(toponym, choice)
    ]
    return tuple(sorted([*stated, *named], key=lambda mention: (mention.start, mention.end)))


def resolve_places(
    text: str,
    *,
    spans: Sequence[tuple[int, int]],
    gazetteer: Gazetteer,
    rules: PlaceRules,
    context: PlaceContext | None = None,
) -> tuple[PlaceMention, ...]:
    """The places at spans known to name one, in text order; a span with no name that the gazetteer has gives none."""
    found = given_toponyms(text, sorted(spans), gazetteer=gazetteer, rules=rules)
    reading = toponyms(text, [(0, len(text))], gazetteer=gazetteer, rules=rules, taken=spans)
    chosen = _chosen(text, found, reading.demonyms, rules, context)
    return tuple(_mention(text, toponym, choice) for toponym, choice in chosen)


def _chosen(
    text: str,
    found: Sequence[Toponym],
    demonyms: Mapping[str, int],
    rules: PlaceRules,
    context: PlaceContext | None,
) -> list[tuple[Toponym, Choice]]:
    """Each toponym, with what it shares with a list that it stands in, and the place taken for it."""
    listed, known = lists(text, found), list(found)
    shared = {
        i: (many, feature) for many in listed if (feature := shared_feature(text, found, many, rules)) for i in many
    }
    for index, (_, feature) in shared.items():
        known[index] = known[index]._replace(feature=known[index].feature or feature, supported=True)
    links = _links(text, known)
    ends = {many[-1]: many for many, _ in shared.values()}
    links += [k._replace(inner=i) for k in links if k.inner in ends for i in ends[k.inner][:-1]]
    choices = choose(known, links=links, demonyms=demonyms, context=context or _NOTHING_KNOWN, listed=listed)
    return list(zip(known, choices, strict=True))


def _links(text: str, found: Sequence[Toponym]) -> list[Link]:
    """Neighbours of which the text says that one lies in the other: "X, Y", "X in Y province", "Y's X"."""
    links = []
    for index in range(len(found) - 1):
        left, right = found[index], found[index + 1]
        between = text[left.name_end : right.name_start]
        if len(between) > 60:
            continue
        match = None if _BESIDE.match(between) else _LINK.fullmatch(between)
        if left.entries[0].kind in ("country", "continent") and not _POSSESSIVE.fullmatch(between):
            continue
        if match and (match["comma"].strip() or " in " in f" {match['words']} " or " of " in f" {match['words']} "):
            links.append(Link(index, index + 1, _SURE if match["comma"].strip() else _SAID + 1.0))
            third = found[index + 2] if index + 2 < len(found) else None
            if third is not None and text[right.name_end : third.name_start] == ", ":
                links.append(Link(index, index + 2, _SAID))
        elif _POSSESSIVE.fullmatch(between):
            links.append(Link(index + 1, index, _SAID + 1.0))
    return links


def _needed(toponym: Toponym, choice: Choice) -> float:
    """The score a name needs to be taken for a place, lower where the words around say that it is one."""
    needed = _BARE
    if toponym.locative:
        needed -= _PLACED
    if toponym.firm and not (toponym.doubtful or toponym.supported):
        needed -= _FIRM
    if toponym.supported or choice.contained:
        needed -= _NAMED
    elif toponym.feature is not None and not toponym.feature.vouches and choice.foreign:
        needed += _NAMELESS  # "the Badr radar base": what the noun adds to a reading must not make it a place
    if toponym.doubtful:
        needed += _DOUBT
    if not toponym.supported:
        needed -= _SPELLED[choice.entry.match]
    if choice.entry.id.startswith("dateline:"):
        needed -= _CHOSEN
    if " " in toponym.key:
        needed -= _LONG
    if choice.foreign and choice.entry.population < _KNOWN_ABROAD and not choice.contained:
        needed += _FOREIGN
    return needed


def _mention(text: str, toponym: Toponym, choice: Choice) -> PlaceMention:
    entry = choice.entry
    place = Place(
        name=entry.name,
        precision=_precision(toponym, choice),
        lat=round(entry.lat, 4),
        lon=round(entry.lon, 4),
        country=entry.country,
        admin1=entry.admin1,
        id=entry.id,
        relation=toponym.relation,
        candidates=tuple(
            Candidate(id=other.id, name=other.name, country=other.country, score=belief)
            for other, belief in choice.rejected
        ),
    )
    exact = text[toponym.start : toponym.end]
    return PlaceMention(
        start=toponym.start, end=toponym.end, exact=exact, rule=_rule(toponym, choice), place=place, score=choice.belief
    )


def _precision(toponym: Toponym, choice: Choice) -> PlacePrecision:
    """As fine as the words allow: a phrase with a distance or direction is never its town itself."""
    precision = PRECISIONS[choice.entry.kind]
    feature = toponym.feature
    if feature is not None and feature.precision is not None and precision == "town":
        precision = feature.precision
    if toponym.relation is not None and precision in ("town", "site"):
        precision = "area"
    return precision


def _rule(toponym: Toponym, choice: Choice) -> str:
    if toponym.body:
        return "place/organisation"
    if toponym.relation is not None:
        return "place/relation"
    if toponym.feature is not None:
        return "place/feature"
    if choice.contained:
        return "place/container"
    if toponym.speaking:
        return "place/metonym"
    if toponym.modifier and not toponym.locative:
        return "place/modifier"
    return "place/name"
