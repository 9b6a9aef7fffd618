"""Names that no gazetteer has, and what the words around each say: that it is a place's, and which place holds it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dateline.annotate.place_cues import Page, attached, feature_after, feature_before, organisation, person_before
from dateline.annotate.place_relations import relation_before
from dateline.annotate.place_streets import is_street
from dateline.annotate.place_words import Run, Word, joined
from dateline.model.gazetteer import Feature, PlaceRules, place_key
from dateline.model.mention import PlaceMention
from dateline.model.place import Place, PlacePrecision

LONGEST = 4
"""Words in the longest name taken, articles and connectors among them."""
_ACRONYM = 4
"""Letters in the longest word of capitals that is taken for an acronym."""
_SETTLED = frozenset(("town", "village", "camp", "district", "admin2", "crossing", "site", "port", "base"))
"""What a noun beside a name may say that it is, for the name to be a place's."""
_WIDTH: Mapping[PlacePrecision, int] = {"site": 0, "town": 1, "area": 2, "region": 3, "country": 4}
"""The precisions that a holder can have, the finest first."""
_DIVISION = 2
_WITHIN = re.compile(
    r"(?P<area>\s+(?:area|areas|community|locality|axis|side|valley|mountains|forest))?"
    r"(?:(?P<comma>,\s+|\s+\()|,?\s+(?:in|of)\s+)(?:the\s+)?(?:[a-z-]+(?:ern|al|ing|th|st)\s+)?(?:part\s+of\s+)?"
    r"(?:(?:heights|hills|mountains|north|south|east|west|outskirts|suburbs|centre|center)\s+of\s+(?:the\s+)?)?"
    r"(?:(?:district|county|province|state|region|area|township|town|city|commune|municipality|territory|island|valley)"
    r"\s+of\s+)?(?:the\s+)?"
)
"""What may stand between a name and the place that holds it."""
_VILLAGE = re.compile(
    r"\s+(?:village|hamlet|town|suburb|settlement)\b(?!\s+(?:hall|council|meeting|square|head|elder))"
)
_NAME = r"[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+)*"
_AMONG = re.compile(
    r"\b(?:villages|towns|hamlets|settlements|communities|districts|suburbs|neighbou?rhoods|localities|quarters)\s+of\s+"
    rf"(?:{_NAME}(?:,\s+|,?\s+and\s+))*$"
    r"|\b(?:next|nearby|neighbou?ring|adjacent|adjoining|another)\s+(?:village|town|hamlet|settlement|community),\s+$"
)
"""What stands before one of several names: "the villages of Okelle, Dabo and "; "the next village, "."""
_BEFALLEN = re.compile(
    r"\s+(?:was|were|is|has been|had been|came|fell|is being)\s+(?:again\s+|also\s+|still\s+)?"
    r"(?:attacked|shelled|bombed|raided|besieged|overrun|pounded|captured|retaken|recaptured|liberated|evacuated|looted|"
    r"burned|burnt|torched|stormed|bombarded|to|under\s+(?:fire|attack|siege|curfew|shelling|control))\b"
)
_SPREAD = re.compile(
    r"\s+(?:axis|sector|forest|hills|valley|plain|mountains|road|highway|crossing|junction|checkpoint|checkpost|bridge|"
    r"corridor|pocket|triangle|roundabout)\b(?!-)"
)
_AREA = Feature(kinds=("district",), precision="area")
"""What "the Okelle road" says of the name."""
_REACH = 100
_GLUED = 2
"""Letters, at most, between two names that are one: a space and a hyphen."""
_LISTED = re.compile(r",?\s+(?:and\s+)?")


class Standing(NamedTuple):
    """One standing of a name in the text, and what its surroundings say."""

    start: int
    end: int
    sure: bool
    """The words say outright that it is a place: "the village of", ", in Bokkos district"."""
    tight: bool
    """A word that hardly anything but a place follows stands before it."""
    placed: bool
    """A word that places and little else follow stands before it."""
    word: str
    """The place word before it."""
    speaks: bool
    """A verb of saying stands after it, as after a person's name."""
    feature: Feature | None
    holder: Place | None


def names(page: Page, block: list[Word], barred: Sequence[tuple[int, int]]) -> Iterator[Run]:
    """The longest runs of capitalised words that are no name of anything else known, head nouns at their ends aside."""
    index = 0
    while index < len(block):
        last = _reach(page, block, index) if block[index].capital else None
        if last is None:
            index += 1
            continue
        first, end = _trimmed(page, block, index, last)
        clear = first <= end and not touches(page.text, barred, block[first].start, block[end].end)
        if clear and end - first < LONGEST:
            yield Run(first, end, place_key(page.text[block[first].start : block[end].end]))
        index = last + 1


def _reach(page: Page, block: list[Word], first: int) -> int | None:
    """The last word of the run of capitals that begins here: connectors inside it, none at its ends."""
    if not _is_name_word(page.rules, block[first]):
        return None
    last = first
    for index in range(first + 1, len(block)):
        if not joined(page.text, block[index - 1], block[index]):
            break
        if _is_name_word(page.rules, block[index]):
            last = index
        elif block[index].lower in ("of", "and", "the", "in", "on") or block[index].lower not in page.rules.connectors:
            break
    return last


def _is_name_word(rules: PlaceRules, word: Word) -> bool:
    return word.capital and not word.digit and word.lower not in rules.boundaries


def _trimmed(page: Page, block: list[Word], first: int, last: int) -> tuple[int, int]:
    """The run without "Central" before and "Village" or "Local Government Area" after the name."""
    while first < last and block[first].lower in page.rules.directions:
        first += 1
    for count in (3, 2, 1):
        if last - count >= first:
            phrase = " ".join(word.lower for word in block[last - count + 1 : last + 1])
            if phrase in page.rules.features_after:
                return first, last - count
    return first, last


def touches(text: str, barred: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a known name stands in the run, or is one with it; `barred` are in order."""
    for s, e in barred:
        if s > end + _GLUED:
            return False
        if e < start - _GLUED:
            continue
        if (s < end and start < e) or (e < start and text[e:start] in " -") or (s > end and text[end:s] in " -"):
            return True
    return False


def standing(
    page: Page, block: list[Word], run: Run, found: Sequence[PlaceMention],
    datelines: Sequence[tuple[int, int]],
) -> Standing | None:  # fmt: skip
    """What stands around the run; None where it is a person's, an organisation's or a thing's."""
    text, rules = page.text, page.rules
    start, end = block[run.first].start, block[run.last].end
    if _is_other(page, block, run) or _is_of_street(text, block, run):
        return None
    left, right = block[max(0, run.first - 4) : run.first], block[run.last + 1 : run.last + 5]
    after, before = feature_after(text, right, end, rules), feature_before(text, left, start, rules)
    feature = after[0] if after is not None else before[0] if before is not None else None
    if left and left[-1].lower == "the" and (feature is None or not feature.vouches) and _SPREAD.match(text, end):
        feature = _AREA
    settled = feature is not None and feature.vouches and not _SETTLED.isdisjoint(feature.kinds[:2])
    word = _nearest(text, left, start, rules)
    phrase = _phrase(text, left, start)
    tight = word in rules.tight or not rules.tight_phrases.isdisjoint(phrase) or _owns(text, right, end, rules)
    tight = tight or relation_before(text, start, block[0].start) is not None
    if not word and _BEFALLEN.match(text, end):
        word = "befallen"
    placed = tight or word == "befallen" or word in rules.placing
    if (feature is not None and feature.precision == "sea") or (text[end : end + 2] in ("'s", "’s") and word == "at"):
        return None
    if left and left[-1].lower == "the" and text[left[-1].end : start].isspace() and not settled:
        return None
    holder = _holder(text, after[1] if after is not None else end, found)
    opens = any(0 <= start - s < 3 and start < e for s, e in datelines)
    sure = settled and (placed or before is not None or holder is not None or _is_village(text, end, feature))
    sure = sure or _AMONG.search(text, max(block[0].start, start - _REACH), start) is not None
    held = holder is not None and holder.precision != "country"
    sure = sure or (placed and held) or (opens and holder is not None)
    speaks = not placed and bool(right) and right[0].lower in rules.speech and text[end : right[0].start] == " "
    if held and not placed and not speaks:
        placed, word = True, "held"
    return Standing(
        start,
        end,
        sure,
        tight,
        placed or opens or settled,
        word,
        speaks,
        feature,
        holder,
    )


def _is_village(text: str, end: int, feature: Feature | None) -> bool:
    """ "Okelle village", all in small letters but the name: no "town hall", no politician's camp."""
    return feature is not None and "village" in feature.kinds and _VILLAGE.match(text, end) is not None


def _nearest(text: str, left: Sequence[Word], start: int, rules: PlaceRules) -> str:
    """The word just before a name, compass words and articles aside."""
    for word in reversed(left):
        if text[word.end : start].strip(" \u00a0-\n"):
            return ""
        if word.lower not in rules.directions and word.lower != "the":
            return word.lower
        start = word.start
    return ""


def _phrase(text: str, left: Sequence[Word], start: int) -> tuple[str, ...]:
    """The two and the three words just before a name: "raid on", "the outskirts of"."""
    if not left or not text[left[-1].end : start].isspace():
        return ()
    return tuple(" ".join(w.lower for w in left[-count:]) for count in (2, 3) if len(left) >= count)


def _owns(text: str, right: Sequence[Word], end: int, rules: PlaceRules) -> bool:
    """ "Okelle's market", "Okelle's station square": what no person has."""
    if not right or text[end : right[0].start] not in ("'s ", "’s "):
        return False
    return any(" ".join(w.lower for w in right[:count]) in rules.own for count in (1, 2))


def _is_other(page: Page, block: list[Word], run: Run) -> bool:
    """Whether the name is rather a person's, a body's, an acronym or a word."""
    rules = page.rules
    parts = [word.lower for word in block[run.first : run.last + 1]]
    if any(word.text.isupper() and len(word.text) <= _ACRONYM for word in block[run.first : run.last + 1]):
        return True
    if any(
        part.removesuffix("s") in rules.no_places or (not part.isalpha() and any(map(str.isdigit, part)))
        for part in parts
    ):
        return True
    if all(part in page.vocabulary or part in rules.ordinary for part in parts) or any(
        p.endswith(rules.no_endings) for p in parts
    ):
        return True
    other = (page.persons, rules.titles, rules.organisations, rules.bodies, rules.demonyms, rules.adjectives)
    if any(part in group for part in parts for group in other):
        return True
    if _is_family_name(page.text, block, run.first):
        return True
    if parts[0] in rules.given_names or person_before(page, block, run):
        return True
    if attached(page.text, block, run, rules) or organisation(page, block, run, featured=False):
        return True
    follower = block[run.last + 1] if run.last + 1 < len(block) else None
    return follower is not None and page.text[block[run.last].end : follower.start] == " " and follower.digit


def _is_of_street(text: str, block: list[Word], run: Run) -> bool:
    """ "Wentzel Lane", with the street's word in the run, or beside it."""
    last = block[run.last]
    inside = run.last > run.first and is_street(text, block[run.first].start, block[run.last - 1].end)
    return inside or is_street(text, block[run.first].start, last.end)


_PARTICLES = frozenset(("al", "el", "bin", "ibn", "abu", "van", "von", "de", "del", "da", "ould", "ag"))


def _is_family_name(text: str, block: list[Word], first: int) -> bool:
    """ "Hamid al Okelle": a name after a particle and a capitalised name is a person's."""
    if first < 2 or block[first - 1].capital or block[first - 1].lower not in _PARTICLES:
        return False
    return block[first - 2].capital and joined(text, block[first - 2], block[first - 1])


def _holder(text: str, end: int, found: Sequence[PlaceMention]) -> Place | None:
    """The known place that the text says holds the name before it: ", Bokkos district", " in Plateau state"."""
    at = bisect_left(found, end, key=lambda m: m.start)
    if at == len(found) or found[at].start > end + 60 or "modifier" in found[at].rule:
        return None
    place, between = found[at].place, _WITHIN.fullmatch(text, end, found[at].start)
    width = _WIDTH.get(place.precision)
    if between is None or width is None or (between["comma"] and width < _DIVISION):
        return None
    after = found[at + 1] if at + 1 < len(found) else None
    listed = after is not None and _LISTED.fullmatch(text, found[at].end, after.start) is not None
    return None if listed and after is not None and _WIDTH.get(after.place.precision, 0) <= width else place
