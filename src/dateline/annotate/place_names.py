"""Toponyms: the spans of a document that name a place, with the cues that stand around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dateline.annotate.place_cues import (
    FAMOUS,
    WIDE,
    Page,
    attached,
    doubtful,
    feature_after,
    feature_before,
    goes_on,
    is_of_another,
    locative,
    modifies,
    namelike,
    opens_dateline,
    organisation,
    page_of,
    person_before,
    plausible,
    qualifying,
)
from dateline.annotate.place_relations import relation_before
from dateline.annotate.place_streets import is_street
from dateline.annotate.place_words import Run, Word, abbreviated, longest, runs, seats, words
from dateline.model.gazetteer import Feature, GazetteerEntry, PlaceRules, contains, place_key
from dateline.ports import Gazetteer

_Known = Mapping[str, tuple[GazetteerEntry, ...]]


class Toponym(NamedTuple):
    """A name, what it can mean, and what its surroundings say."""

    start: int
    end: int
    name_end: int
    """Where the bare name ends; `start` and `end` take in "port of" and "airport"."""
    name_start: int
    key: str
    entries: tuple[GazetteerEntry, ...]
    feature: Feature | None
    relation: str | None
    locative: bool
    speaking: bool
    """The subject of a verb of saying: a government or a person, not a scene."""
    doubtful: bool
    """A word, a person's name or an acronym first: a place only with support."""
    supported: bool
    """A feature noun or a container stands beside it."""
    contained: bool
    """A container stands after it."""
    firm: bool
    """A word that only a place follows stands before it: "in", "near"."""
    body: bool
    """Part of the name of a police, court, ministry or the like of that place."""
    modifier: bool
    """Stands before a small noun with no place word before it: "Gaza war", "US air strikes"."""
    block: int
    qualified: str | None = None
    """The country whose people's adjective stands before it: "Iraqi Kurdistan", "the Syrian town of"."""


class Reading(NamedTuple):
    """The toponyms of a document in text order, and its evidence for countries."""

    toponyms: list[Toponym]
    demonyms: Counter[str]


def toponyms(
    text: str,
    blocks: Sequence[tuple[int, int]],
    *,
    gazetteer: Gazetteer,
    rules: PlaceRules,
    taken: Sequence[tuple[int, int]],
    described: bool = False,
) -> Reading:
    """Every span of the blocks that names a place outside the `taken` ones; capitals by their land if `described`."""
    split = [words(text, start, end) for start, end in blocks]
    page = page_of(text, split, rules)
    candidates = [[*runs(text, block, rules), *abbreviated(text, block, rules)] for block in split]
    if described:
        candidates = [[*c, *seats(text, b, rules)] for c, b in zip(candidates, split, strict=True)]
    known = _without_namesakes(gazetteer.named({run.key for block in candidates for run in block}))
    barred = sorted(taken)
    found: list[Toponym] = []
    demonyms: Counter[str] = Counter()
    for number, block in enumerate(split):
        demonyms.update(rules.demonyms[w.lower] for w in block if w.capital and w.lower in rules.demonyms)
        matched = longest(block, candidates[number], known, barred)
        found += _checked(page, number, block, matched, known)
    return Reading(found, demonyms)


_AIRPORT = " airport"
_ACRONYM = 5
"""Letters in the longest acronym after a place's name that is its body's: "Nenagh MDC"."""
_ABBREVIATED = Feature(kinds=("admin1",))
"""What "Wash." says of Washington, here and elsewhere in the document."""
_TOWN = Feature(kinds=("town", "admin2", "region", "admin1"))
"""What "the Saltivka district of Kharkiv" says of Kharkiv."""


def _without_namesakes(known: _Known) -> _Known:
    """Without airports that lie in another country than the foremost place of their bare name: "Bali airport"."""
    return {
        key: entries
        for key, entries in known.items()
        if not key.endswith(_AIRPORT)
        or (bare := known.get(key.removesuffix(_AIRPORT))) is None
        or any(entry.country == bare[0].country for entry in entries)
    }


def given_toponyms(
    text: str, spans: Sequence[tuple[int, int]], *, gazetteer: Gazetteer, rules: PlaceRules
) -> list[Toponym]:
    """The toponyms at spans already known to be places, each with what the gazetteer has for it or for its parts."""
    page = Page(text, rules, frozenset(), frozenset())
    found = []
    for start, end in spans:
        block = words(text, start, end)
        candidates = [*_adjectives(text, block, rules), *runs(text, block, rules)]
        known = gazetteer.named({run.key for run in candidates})
        matched = [run for run in candidates if run.key in known and _tells(block, run, known[run.key], rules)]
        if matched:
            run = max(matched, key=lambda run: run.last - run.first)
            around = _around(text, start, end)
            left = [w for w in around if w.end <= block[run.first].start]
            right = [w for w in around if w.start >= block[run.last].end]
            found.append(_toponym(page, -1, (left, right), run, block, known))
    return [toponym for toponym in found if toponym.entries]


def _adjectives(text: str, block: list[Word], rules: PlaceRules) -> Iterator[Run]:
    """The first words of a span that are the adjective or abbreviation of a country or land: "Mexican Senate"."""
    for last in range(min(3, len(block))):
        exact = text[block[0].start : block[last].end]
        lower, short = exact.lower(), exact.replace(".", "").replace(" ", "")
        if lower in rules.demonyms:
            yield Run(0, last, f"iso {rules.demonyms[lower].lower()}")
        elif last == len(block) - 1 and short in rules.abbreviations:
            yield Run(0, last, rules.abbreviations[short])
        elif lower in rules.adjectives:
            yield Run(0, last, rules.adjectives[lower])


def _tells(block: list[Word], run: Run, entries: tuple[GazetteerEntry, ...], rules: PlaceRules) -> bool:
    """Whether a part of a span says where it is: the rest names a kind of thing, or the part is well known."""
    rest = [*block[: run.first], *block[run.last + 1 :]]
    kinds = (rules.features_after, rules.organisations, rules.bodies, rules.titles)
    groups = (*kinds, rules.directions, rules.connectors, rules.boundaries)
    if all(not word.capital or any(word.lower in group for group in groups) for word in rest):
        return True
    after = block[run.last + 1 :]
    acronym = len(after) == 1 and after[0].text.isupper() and 2 <= len(after[0].text) <= _ACRONYM
    if run.first == 0 and (acronym or " ".join(word.lower for word in after) in rules.features_after):
        return True
    return entries[0].population >= FAMOUS and run.key not in rules.stop


def _around(text: str, start: int, end: int) -> list[Word]:
    return words(text, max(0, start - 80), min(len(text), end + 60))


def _checked(
    page: Page,
    number: int,
    block: list[Word],
    matched: list[Run],
    known: _Known,
) -> list[Toponym]:
    inside = {index: known[run.key][0].kind in WIDE for run in matched for index in range(run.first, run.last + 1)}
    following = {run.first: known[run.key] for run in matched}
    found = []
    for run in matched:
        toponym = _toponym(page, number, (block[: run.first], block[run.last + 1 :]), run, block, known)
        if not toponym.entries:
            continue
        role = organisation(page, block, run, featured=toponym.feature is not None)
        contained = _container_follows(page, block, run, toponym, following.get(run.last + 1, ()))
        supported = toponym.supported or contained
        toponym = toponym._replace(supported=supported, contained=contained, body=role == "body")
        if role != "other" and _is_place(page, block, run, toponym, inside):
            found.append(toponym)
    return found


def _toponym(
    page: Page,
    number: int,
    around: tuple[list[Word], list[Word]],
    run: Run,
    block: list[Word],
    known: _Known,
) -> Toponym:
    """The toponym of `run`, with features, relation and cues read from the words before and after it."""
    text, rules = page.text, page.rules
    name_start, name_end = block[run.first].start, block[run.last].end
    before, after = around
    floor = before[0].start if before else name_start
    left, right = before[-4:], after[:4]
    start, end, feature = _with_features(text, left, right, (name_start, name_end), rules)
    feature = feature or _own_feature(block[run.last], known[run.key], rules)
    relation = relation_before(text, min(start, name_start), floor)
    exact = text[name_start:name_end]
    entries = plausible(exact, run, block, known[run.key])
    if rules.abbreviations.get(exact.replace(".", "")) == run.key:
        entries, feature = tuple(e for e in entries if e.kind == "admin1") or entries, feature or _ABBREVIATED
    return Toponym(
        start=start,
        end=end,
        name_start=name_start,
        name_end=name_end,
        key=run.key,
        entries=entries,
        feature=feature,
        relation=relation or _direction(text, left, name_start, rules),
        locative=relation is not None
        or start < name_start
        or locative(text, left, name_start, rules)
        or _is_of_people(left, rules)
        or feature is _TOWN
        or opens_dateline(text, block, run),
        speaking=bool(right) and text[name_end : right[0].start] == " " and right[0].lower in rules.speech,
        doubtful=bool(entries) and doubtful(run.key, entries[0], page),
        supported=feature is not None and feature.vouches,
        contained=False,
        firm=relation is not None or (bool(left) and left[-1].lower in rules.firm) or _is_of_people(left, rules),
        body=False,
        modifier=modifies(text, name_end, right, rules),
        block=number,
        qualified=qualifying(left, rules),
    )


def _with_features(
    text: str, left: list[Word], right: list[Word], name: tuple[int, int], rules: PlaceRules
) -> tuple[int, int, Feature | None]:
    """The span with the words that belong to a site or a water, and what kind of thing the words say it is."""
    start, end = name
    after = feature_after(text, right, end, rules)
    if after is not None:
        return start, after[1] if after[0].precision == "site" else end, after[0]
    before = feature_before(text, left, start, rules)
    if before is not None and is_of_another(text, left, before[1], rules):
        return start, end, _TOWN
    if before is not None:
        return before[1] if before[0].precision in ("site", "sea") else start, end, before[0]
    return start, end, None


def _is_of_people(left: list[Word], rules: PlaceRules) -> bool:
    """ "residents of", "shelling of": what is said of places, and seldom of people."""
    return len(left) > 1 and f"{left[-2].lower} {left[-1].lower}" in rules.tight_phrases


def _own_feature(last: Word, entries: tuple[GazetteerEntry, ...], rules: PlaceRules) -> Feature | None:
    """What the noun in small letters at the end of a name says it is, where an entry is just that: "Cairo airport"."""
    feature = None if last.capital else rules.features_after.get(last.lower)
    return feature if feature is not None and any(entry.kind in feature.kinds for entry in entries) else None


def _direction(text: str, left: list[Word], start: int, rules: PlaceRules) -> str | None:
    """The compass word just before the name."""
    if not left or text[left[-1].end : start].strip() not in ("", "the", "-"):
        return None
    return left[-1].lower if left[-1].lower in rules.directions else None


def _is_place(page: Page, block: list[Word], run: Run, toponym: Toponym, inside: Mapping[int, bool]) -> bool:
    """Whether the words around leave the name a place's: no person's, no company's, no common word's."""
    best = toponym.entries[0]
    wide = best.kind in WIDE
    if best.kind == "country" and toponym.feature is not None and toponym.feature.precision == "site":
        return False  # "a US base": whose it is
    if best.kind not in ("country", "region", "admin1") and is_street(page.text, toponym.name_start, toponym.name_end):
        return False
    if attached(page.text, block, run, page.rules) or _adjectival(toponym, page.rules) or goes_on(page, block, run):
        return False
    before = namelike(page, block, run.first - 1, run.first, inside)
    after = namelike(page, block, run.last + 1, run.last, inside) and not toponym.body
    family = toponym.key in page.rules.surnames
    if person_before(page, block, run) and not (wide and not toponym.doubtful and not family):
        return False
    if toponym.doubtful:
        return _doubt_lifted(page, toponym, before=before, after=after)
    if wide:
        return not (after and toponym.key in page.rules.given_names)
    if before or after:
        known = best.population >= FAMOUS / 5 and (best.match == "name" or _is_spelling(toponym.key, best))
        if after and toponym.feature is not None and _feature_behind(page, block, run) is None:
            return False  # "the village of Kan Thit", where a Kan is known
        return toponym.supported or (toponym.locative and not before and known)
    if toponym.speaking and not toponym.locative:
        return best.population >= FAMOUS
    return best.match != "derived" or toponym.locative or toponym.supported


def _feature_behind(page: Page, block: list[Word], run: Run) -> tuple[Feature, int] | None:
    return feature_after(page.text, block[run.last + 1 : run.last + 5], block[run.last].end, page.rules)


def _is_spelling(key: str, entry: GazetteerEntry) -> bool:
    """Whether another name of the place is its own, spaced in another way: "DeKalb"."""
    return key.replace(" ", "") == place_key(entry.name).replace(" ", "")


def _adjectival(toponym: Toponym, rules: PlaceRules) -> bool:
    """Whether the name is rather a people's: "Somali", unless a region of that name is said."""
    return toponym.key in rules.demonyms and toponym.feature is None and toponym.entries[0].kind != "country"


def _doubt_lifted(page: Page, toponym: Toponym, *, before: bool, after: bool) -> bool:
    """Whether a container, a feature noun or a firm "in" makes a word or a person's name a place."""
    if before or toponym.key in page.persons:
        return False
    best = toponym.entries[0]
    if best.id.startswith("dateline:") and not after and toponym.locative and (toponym.firm or best.kind in WIDE):
        return True  # "in the Gulf", "in Sake"
    if toponym.key in page.rules.ordinary or toponym.key in page.rules.connectors:
        named = best.match == "name" and best.population >= FAMOUS / 25 and not toponym.body
        return toponym.contained or (toponym.supported and named)
    return toponym.supported or (toponym.firm and not after)


def _container_follows(
    page: Page, block: list[Word], run: Run, toponym: Toponym, followers: tuple[GazetteerEntry, ...]
) -> bool:
    """Whether ", Container" stands after the name, and can hold it."""
    if run.last + 1 >= len(block):
        return False
    follower = block[run.last + 1]
    if page.text[block[run.last].end : follower.start] != ", ":
        return False
    if follower.text.replace(".", "") in page.rules.abbreviations:
        return True
    holders = [entry for entry in followers[:5] if entry.kind in ("country", "admin1", "region", "admin2")]
    return any(contains(outer, inner) for outer in holders for inner in toponym.entries[:30])
