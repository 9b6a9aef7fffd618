"""Toponyms: the spans of a document that name a place, with the cues that stand around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dateline.annotate.place_relations import relation_before
from dateline.annotate.place_words import Run, Word, joined, runs, words
from dateline.model.gazetteer import Feature, GazetteerEntry, PlaceRules, contains
from dateline.ports import Gazetteer

_WIDE = frozenset(
    ("country", "continent", "region", "sea", "gulf", "strait", "canal", "camp", "base", "site", "district")
)
"""Kinds whose names are seldom people's or companies'."""
_FAMOUS = 500_000
_ACRONYM = 5
"""Letters in the longest acronym that may stand for no town."""


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
    body: bool
    """Part of the name of a police, court, ministry or the like of that place."""
    modifier: bool
    """Stands before a small noun with no place word before it: "Gaza war", "US air strikes"."""
    block: int


class Reading(NamedTuple):
    """The toponyms of a document in text order, and its evidence for countries."""

    toponyms: list[Toponym]
    demonyms: Counter[str]


class Page(NamedTuple):
    """What the checks of one document share."""

    text: str
    rules: PlaceRules
    vocabulary: frozenset[str]
    """Words that the document also writes small."""
    persons: frozenset[str]


def toponyms(
    text: str,
    blocks: Sequence[tuple[int, int]],
    *,
    gazetteer: Gazetteer,
    rules: PlaceRules,
    taken: Sequence[tuple[int, int]],
) -> Reading:
    """Every span of the blocks that names a place outside the `taken` spans."""
    split = [words(text, start, end) for start, end in blocks]
    page = Page(text, rules, *_vocabulary(text, split, rules))
    candidates = [[*runs(text, block, rules), *_abbreviated(text, block, rules)] for block in split]
    known = gazetteer.named({run.key for block in candidates for run in block})
    barred = sorted(taken)
    found: list[Toponym] = []
    demonyms: Counter[str] = Counter()
    for number, block in enumerate(split):
        demonyms.update(rules.demonyms[w.lower] for w in block if w.capital and w.lower in rules.demonyms)
        matched = _longest(block, candidates[number], known, barred)
        found += _checked(page, number, block, matched, known)
    return Reading(found, demonyms)


def given_toponyms(
    text: str, spans: Sequence[tuple[int, int]], *, gazetteer: Gazetteer, rules: PlaceRules
) -> list[Toponym]:
    """The toponyms at spans already known to be places, each with what the gazetteer has for it or for its parts."""
    page = Page(text, rules, frozenset(), frozenset())
    found = []
    for start, end in spans:
        block = words(text, start, end)
        adjective = _adjective(text[start:end], rules)
        whole = [Run(0, len(block) - 1, adjective)] if adjective and block else []
        candidates = [*whole, *runs(text, block, rules)]
        known = gazetteer.named({run.key for run in candidates})
        matched = [run for run in candidates if run.key in known and _tells(block, run, known[run.key], rules)]
        if matched:
            run = max(matched, key=lambda run: run.last - run.first)
            found.append(_toponym(page, -1, _around(text, start, end), run, block, known))
    return [toponym for toponym in found if toponym.entries]


def _abbreviated(text: str, block: list[Word], rules: PlaceRules) -> Iterator[Run]:
    """Abbreviated divisions after "<Place>, ": "Springfield, Ill."."""
    for index in range(1, len(block)):
        short = block[index].text.replace(".", "")
        if short in rules.abbreviations and block[index - 1].capital:
            if text[block[index - 1].end : block[index].start] == ", ":
                yield Run(index, index, rules.abbreviations[short])


def _adjective(exact: str, rules: PlaceRules) -> str | None:
    """The key of the country or land of which the span is the adjective or abbreviation."""
    lower = exact.lower()
    if lower in rules.demonyms:
        return f"iso {rules.demonyms[lower].lower()}"
    return rules.abbreviations.get(exact.replace(".", "").replace(" ", "")) or rules.adjectives.get(lower)


def _tells(block: list[Word], run: Run, entries: tuple[GazetteerEntry, ...], rules: PlaceRules) -> bool:
    """Whether a part of a span says where it is: the rest names a kind of thing, or the part is well known."""
    rest = [*block[: run.first], *block[run.last + 1 :]]
    groups = (
        rules.features_after, rules.directions, rules.organisations, rules.bodies, rules.connectors, rules.boundaries,
        rules.titles,
    )  # fmt: skip
    if all(not word.capital or any(word.lower in group for group in groups) for word in rest):
        return True
    return entries[0].population >= _FAMOUS and run.key not in rules.stop


def _around(text: str, start: int, end: int) -> list[Word]:
    return words(text, max(0, start - 80), min(len(text), end + 60))


def _vocabulary(text: str, split: list[list[Word]], rules: PlaceRules) -> tuple[frozenset[str], frozenset[str]]:
    """The words the document writes small, and the family names that follow a title or a given name in it."""
    small: set[str] = set()
    persons: set[str] = set()
    for block in split:
        for index, word in enumerate(block):
            if not word.capital:
                small.add(word.lower)
            if word.lower in rules.titles or (word.capital and word.lower in rules.given_names):
                for follower in block[index + 1 : index + 4]:
                    if not follower.capital or not (
                        joined(text, block[index], follower) or follower is not block[index + 1]
                    ):
                        break
                    persons.add(follower.lower)
                    if text[follower.end : follower.end + 1] != " ":
                        break
    return frozenset(small), frozenset(persons)


def _longest(
    block: list[Word],
    candidates: list[Run],
    known: Mapping[str, tuple[GazetteerEntry, ...]],
    barred: list[tuple[int, int]],
) -> list[Run]:
    """Leftmost longest runs that the gazetteer knows, none inside a barred span."""
    best: dict[int, Run] = {}
    for run in candidates:
        if run.key in known and not _overlaps(barred, block[run.first].start, block[run.last].end):
            if run.first not in best or best[run.first].last < run.last:
                best[run.first] = run
    chosen: list[Run] = []
    after = 0
    for first in sorted(best):
        if first >= after:
            chosen.append(best[first])
            after = best[first].last + 1
    return chosen


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(s < end and start < e for s, e in spans)


def _checked(
    page: Page,
    number: int,
    block: list[Word],
    matched: list[Run],
    known: Mapping[str, tuple[GazetteerEntry, ...]],
) -> list[Toponym]:
    inside = {index: known[run.key][0].kind in _WIDE for run in matched for index in range(run.first, run.last + 1)}
    following = {run.first: known[run.key] for run in matched}
    found = []
    for run in matched:
        toponym = _toponym(page, number, block, run, block, known)
        if not toponym.entries:
            continue
        role = _organisation(page, block, run, toponym)
        supported = toponym.supported or _container_follows(page, block, run, toponym, following.get(run.last + 1, ()))
        toponym = toponym._replace(supported=supported, body=role == "body")
        if role != "other" and _is_place(page, block, run, toponym, inside):
            found.append(toponym)
    return found


def _toponym(
    page: Page,
    number: int,
    around: list[Word],
    run: Run,
    block: list[Word],
    known: Mapping[str, tuple[GazetteerEntry, ...]],
) -> Toponym:
    """The toponym of `run`, with features, relation and cues read from the words around it."""
    text, rules = page.text, page.rules
    name_start, name_end = block[run.first].start, block[run.last].end
    left = [w for w in around if w.end <= name_start][-4:]
    right = [w for w in around if w.start >= name_end][:4]
    floor = around[0].start if around else name_start
    before = _feature_before(text, left, name_start, rules)
    after = _feature_after(text, right, name_end, rules)
    start, end, feature = name_start, name_end, None
    if after is not None:
        feature, reach = after
        end = reach if feature.precision == "site" else name_end
    elif before is not None:
        feature, reach = before
        start = reach if feature.precision in ("site", "sea") else name_start
    relation = relation_before(text, reach if before is not None else name_start, floor)
    previous = left[-1].lower if left and text[left[-1].end : name_start].strip() in ("", "the", "-") else ""
    direction = previous if previous in rules.directions else None
    following = right[0].lower if right and text[name_end : right[0].start] == " " else ""
    key = run.key
    entries = _plausible(text[name_start:name_end], run, block, known[key])
    return Toponym(
        start=start, end=end, name_start=name_start, name_end=name_end, key=key, entries=entries, feature=feature,
        relation=relation[0] if relation else direction,
        locative=relation is not None or before is not None or _locative(text, left, name_start, rules),
        speaking=following in rules.speech,
        doubtful=bool(entries) and _doubtful(key, entries[0], page),
        supported=feature is not None and feature.vouches,
        body=False,
        modifier=_modifies(text, name_end, right, rules),
        block=number,
    )  # fmt: skip


def _modifies(text: str, end: int, right: list[Word], rules: PlaceRules) -> bool:
    if not right or right[0].capital or text[end : right[0].start] not in (" ", "-"):
        return False
    lower = right[0].lower
    if text[end] == "-" and lower in rules.attached:
        return True
    common = (rules.boundaries, rules.speech, rules.locatives, rules.connectors, rules.features_after)
    return not any(lower in group for group in common) and not lower.endswith(("ed", "ly"))


def _plausible(
    exact: str, run: Run, block: list[Word], entries: tuple[GazetteerEntry, ...]
) -> tuple[GazetteerEntry, ...]:
    """The entries without what a bare acronym does not mean: "FAO" is no town, "UAE" is the country."""
    letters = exact.replace(".", "")
    if len(letters) > _ACRONYM or not letters.isupper() or not letters.isalpha() or _shouted(block, run):
        return entries
    return tuple(e for e in entries if e.match == "name" and (e.kind in _WIDE or e.population >= _FAMOUS))


def _shouted(block: list[Word], run: Run) -> bool:
    """Whether capitals are no sign of an acronym: the first words of a dateline, or a block all in capitals."""
    if run.first < 2 and len(block[run.first].text) > 3:
        return True
    return sum(word.text.isupper() for word in block) > 0.6 * len(block) and len(block) > 2


def _locative(text: str, left: list[Word], start: int, rules: PlaceRules) -> bool:
    """Whether a place word such as "in" stands before the name, articles and compass words between them aside."""
    for word in reversed(left):
        if text[word.end : start].strip(" \u00a0-\n"):
            return False
        if word.lower in rules.locatives:
            return True
        if word.lower not in rules.directions and word.lower not in ("the", "rebel-held", "war-torn", "held", "nearby"):
            return False
        start = word.start
    return False


def _doubtful(key: str, best: GazetteerEntry, page: Page) -> bool:
    """Whether the name is first of all a common word's or a person's."""
    rules = page.rules
    if best.kind == "country" or (best.id.startswith("dateline:") and " " in key):
        return False
    words_of = key.split()
    common = (rules.stop, rules.boundaries, rules.organisations, rules.bodies, rules.titles, rules.features_after)
    if len(words_of) == 1:
        if key in page.persons or any(key in group for group in common):
            return True
        return best.population < _FAMOUS and (key in rules.surnames or key in rules.given_names)
    groups = (*common, rules.surnames, rules.given_names)
    return best.population < _FAMOUS / 5 and all(any(word in group for group in groups) for word in words_of)


def _feature_before(text: str, left: list[Word], start: int, rules: PlaceRules) -> tuple[Feature, int] | None:
    """The feature phrase that ends just before the name, and where it begins."""
    words_left = list(left)
    while words_left and words_left[-1].lower == "the":
        words_left.pop()
    for count in (4, 3, 2):
        phrase = words_left[-count:]
        if len(phrase) == count and phrase[-1].lower == "of" and not text[phrase[-1].end : start].strip(" the\n"):
            feature = rules.features_before.get(" ".join(w.lower for w in phrase))
            if feature is not None:
                return feature, phrase[0].start
    return None


def _feature_after(text: str, right: list[Word], end: int, rules: PlaceRules) -> tuple[Feature, int] | None:
    """The feature phrase that begins just after the name, and where it ends."""
    if not right or text[end : right[0].start] not in (" ", "'s ", "’s ", "-"):
        return None
    for count in (3, 2, 1):
        phrase = right[:count]
        if len(phrase) == count:
            feature = rules.features_after.get(" ".join(w.lower for w in phrase))
            if feature is not None and text[phrase[0].start : phrase[-1].end].count(",") == 0:
                return feature, phrase[-1].end
    return None


def _is_place(page: Page, block: list[Word], run: Run, toponym: Toponym, inside: Mapping[int, bool]) -> bool:
    """Whether the words around leave the name a place's: no person's, no company's, no common word's."""
    best = toponym.entries[0]
    wide = best.kind in _WIDE
    if _attached(page.text, block, run, page.rules) or _adjectival(toponym, page.rules):
        return False
    before = _namelike(page, block, run.first - 1, run.first, inside)
    after = _namelike(page, block, run.last + 1, run.last, inside) and not toponym.body
    if _person_before(page, block, run) and not (wide and not toponym.doubtful):
        return False
    if toponym.doubtful:
        return _doubt_lifted(page, toponym, before=before, after=after)
    if wide:
        return not (after and toponym.key in page.rules.given_names)
    if before or after:
        return toponym.supported or (toponym.locative and not before and best.population >= _FAMOUS / 5)
    if toponym.speaking and not toponym.locative:
        return best.population >= _FAMOUS
    return best.match != "derived" or toponym.locative or toponym.supported


def _adjectival(toponym: Toponym, rules: PlaceRules) -> bool:
    """Whether the name is rather a people's: "Somali", unless a region of that name is said."""
    return toponym.key in rules.demonyms and toponym.feature is None and toponym.entries[0].kind != "country"


def _doubt_lifted(page: Page, toponym: Toponym, *, before: bool, after: bool) -> bool:
    if before or toponym.key in page.persons:
        return False
    if toponym.supported:
        return True
    return toponym.locative and not after and toponym.key not in page.rules.stop


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


def _attached(text: str, block: list[Word], run: Run, rules: PlaceRules) -> bool:
    """Whether the name only qualifies: "Iran-backed", "Moscow-led"."""
    if run.last + 1 >= len(block):
        return False
    follower = block[run.last + 1]
    return text[block[run.last].end : follower.start] == "-" and follower.lower in rules.attached


def _organisation(page: Page, block: list[Word], run: Run, toponym: Toponym) -> str:
    """What longer name it is part of: "body" (a place's police or court), "other" (a newspaper, a bank), or none, ""."""
    text, rules = page.text, page.rules
    index = run.last + 1
    while index < len(block) and index <= run.last + 5 and joined(text, block[index - 1], block[index]):
        word = block[index]
        if not word.capital and word.lower not in ("of", "for"):
            break
        if word.capital and word.lower in rules.bodies:
            return "body"
        if word.capital and word.lower in rules.organisations and toponym.feature is None:
            return "" if _headline(block) else "other"
        index += 1
    index = run.first - 1
    if index >= 1 and block[index].lower in ("of", "for") and block[index - 1].capital:
        lower = block[index - 1].lower
        if joined(text, block[index - 1], block[index]):
            return "other" if lower in rules.organisations else "body" if lower in rules.bodies else ""
    return ""


def _headline(block: list[Word]) -> bool:
    """Whether most words have a capital: capitals then say little."""
    long = [word for word in block if len(word.lower) > 3]
    return len(long) > 3 and sum(word.capital for word in long) > 0.8 * len(long)


def _person_before(page: Page, block: list[Word], run: Run) -> bool:
    index = run.first - 1
    if index < 0 or not _touching(page.text, block, index):
        return False
    if block[index].lower in ("de", "van", "von", "al", "el", "bin", "abu", "del", "da") and index > 0:
        index -= 1
    word = block[index]
    return (word.capital and word.lower in page.rules.given_names) or word.lower in page.rules.titles


def _touching(text: str, block: list[Word], index: int) -> bool:
    gap = text[block[index].end : block[index + 1].start]
    return gap in (" ", "\u00a0", "-") or (gap == ". " and len(block[index].text) <= 4)


def _namelike(page: Page, block: list[Word], index: int, beside: int, inside: Mapping[int, bool]) -> bool:
    """Whether the word there is a capitalised name of something else that this one belongs with."""
    if not 0 <= index < len(block) or inside.get(index, False):
        return False
    word, rules = block[index], page.rules
    low, high = min(index, beside), max(index, beside)
    if not word.capital or not joined(page.text, block[low], block[high]):
        return False
    common = (
        rules.boundaries, rules.stop, page.vocabulary, rules.directions, rules.titles, rules.demonyms, rules.connectors,
        rules.organisations, rules.bodies,
    )  # fmt: skip
    return not (
        any(word.lower in group for group in common) or word.lower in rules.features_after or word.text.isupper()
    )
