"""Counts of people and countable things, with their bounds and whom they count."""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.model.mention import QuantityMention
from dateline.model.quantity_rules import Bound, QuantityRules

_WORD = re.compile(r"\s+(?:\d{1,3}-(?:year|month|week|day)-old\s+)?([^\W\d_][\w'’.-]*)")
_PLAIN = re.compile(r"[A-Za-z]+")
_OF = re.compile(r"\s+of(?:\s+(?:the|its|their|his|her|our|them|these|those))?(?=\s)")
_AND = re.compile(r"\s+(?:and|or)\s+([^\W\d_]\w*)")
_AUXILIARY = re.compile(
    r"(?:\s+(?:more|others?|people|of\s+them))?(?:\s+(?:were|was|have|has|had|are|is|been|be|being|got|remain|remained"
    r"|reported|reportedly|allegedly|also|still|later|seriously|critically|severely|badly|lightly|feared|confirmed|presumed|believed"
    r"|listed|went|go|as|to))*\s+([a-z]+)"
)
_BEFORE = re.compile(
    r"([a-z]+)(?:\s+(?:and|or)\s+([a-z]+))?(?:\s+(?:an?|another|the|further|all|a\s+total\s+of|least|only|also))*\s+$"
)
_LOSS_OF = re.compile(
    r"\b(?:deaths?|injury|injuries|martyrdom|killings?|wounding|murders?|massacre|arrests?|abductions?|kidnapping|capture"
    r"|detention|execution)\s+of\s+$"
)
_PREPOSED_YEAR = re.compile(r"\b(?:in|since|of|by|from|until|before|after|during|late|early|mid|for|year)\s+$")
_AGED = re.compile(
    r"\b(?:aged|age|ages|chapter|article|resolution|no|number|room|page|unit|route|channel|highway|phase|tower|camp|flight"
    r"|step|item)\.?\s+$"
)
_OF_AGE = re.compile(r"\b([a-z-]+)\s+of\s+$")
""" "A student of 17": an age."""
_HURT = re.compile(r"\bha(?:d|s|ve)\s+lost\b|\b(?:suffered|sustained|treated)\b|\b(?:bruises|burns|injuries|wounds)\b")
_TOGETHER = frozenset({"family", "household"})
_STRONG = frozenset({"took", "came", "went", "left", "fell", "lost", "sought", "ran", "lay"})
_LONGEST = 5
"""Words that may stand between a count and its noun, the noun included."""
_REACH = 120


class _Bounds(NamedTuple):
    low: int
    high: int | None
    approximate: bool


class _Head(NamedTuple):
    end: int
    who: str | None
    person: bool


def quantity_mentions(text: str, *, start: int, end: int, rules: QuantityRules) -> tuple[QuantityMention, ...]:
    """The counts in `text[start:end]`, in text order; offsets count in the whole text.

    A count stands beside a noun ("three soldiers"), or a word for harm or capture ("killing 12", "9 were wounded"),
    or after a toll ("the death toll rose to 394"). Ages, ordinals, money, shares, distances, times and dates are none.
    How bounds are read stands at the head of quantities.toml.
    """
    exact = text[start:end]
    low = exact.lower() if len(exact.lower()) == len(exact) else exact
    found: list[QuantityMention] = []
    at = 0
    while match := rules.count.search(low, at):
        mention = _mention(exact, low, start, match, rules)
        at = mention.end - start if mention else _next_try(match)
        if mention:
            found.append(mention)
    return tuple(found)


def counts_harm(text: str, start: int, end: int, rules: QuantityRules) -> bool:
    """Whether the stretch counts something beside a word for dead or wounded, or for a loss or a hurt."""
    told = any(map(rules.outcomes.__contains__, map(str.lower, _PLAIN.findall(text, start, end))))
    if not told and _HURT.search(text, start, end) is None:
        return False
    counted = quantity_mentions(text, start=start, end=end, rules=rules)
    return bool(counted) if told else any(q.rule == "harm" or _counts_people(q, rules) for q in counted)


def _counts_people(counted: QuantityMention, rules: QuantityRules) -> bool:
    return bool(counted.who) and (counted.who or "").split()[-1].casefold() in rules.people


def _next_try(match: re.Match[str]) -> int:
    """Where to go on after a match that is no count: behind its first number, since a range may be none."""
    return next((match.end(name) for name in ("low", "least") if match[name]), match.end())


def _mention(exact: str, low: str, start: int, match: re.Match[str], rules: QuantityRules) -> QuantityMention | None:
    bounds = _bounds(match, rules)
    if bounds is None or _is_date(exact, low, match, rules):
        return None
    head = _head(exact, low, match.end(), rules, singular=bounds.low == 1, article=bool(match["article"]))
    within = _members(exact, low, match, head, rules)
    if within is not None and head is not None:
        bounds, head = within[1], _Head(within[0], head.who, True)
    rule = _rule(low, match, head, rules)
    if rule is None:
        return None
    last = head.end if head is not None and rule == "counted-noun" else match.end()
    first = match.start()
    if rule == "toll" and match["high"] and _rising(low, match):
        first = match.start("high")
        bounds = _Bounds(bounds.high or bounds.low, bounds.high, bounds.approximate)
    return QuantityMention(
        start=start + first,
        end=start + last,
        exact=exact[first:last],
        rule=rule,
        low=bounds.low,
        high=bounds.high,
        approximate=bounds.approximate,
        who=head.who if head is not None and rule == "counted-noun" else None,
    )


def _members(
    exact: str, low: str, match: re.Match[str], head: _Head | None, rules: QuantityRules
) -> tuple[int, _Bounds] | None:
    """How many there are of "a family of five", and where the words for it end."""
    if not match["article"] or head is None or head.who not in _TOGETHER or (of := _OF.match(low, head.end)) is None:
        return None
    inner = rules.count.match(low, of.end() + 1)
    if inner is None or inner["article"] or (bounds := _bounds(inner, rules)) is None:
        return None
    alone = _head(exact, low, inner.end(), rules, singular=False, article=False) is None
    return (inner.end(), bounds) if alone else None


def _rising(low: str, match: re.Match[str]) -> bool:
    """True for "from 12 to 17", which is a change and no range."""
    return low[match.start() : match.start("low")].startswith("from")


def _rule(low: str, match: re.Match[str], head: _Head | None, rules: QuantityRules) -> str | None:
    """Why the number counts: its noun, the harm beside it, or the toll before it; None where nothing says so."""
    if match["article"]:
        return "counted-noun" if head is not None and head.person else None
    before = low[max(0, match.start() - _REACH) : match.start()]
    aged = _OF_AGE.search(before)
    if aged is not None and aged[1] in rules.singular:
        return None
    figures = match["number"]
    if figures and _is_year(figures, before, head):
        return None
    if head is not None and head.end > match.end() and not _AGED.search(before):
        return "counted-noun"
    if head is not None:
        return None
    if rules.toll.search(before):
        return "toll"
    if _harmed(low, match, before, rules) and not _AGED.search(before):
        return "harm"
    return "vague" if match["vague"] and match["vague"].endswith("s") and _moves(low, match.end()) else None


def _moves(low: str, at: int) -> bool:
    """True where a past verb follows: "thousands marched", "hundreds have fled"."""
    following = _AUXILIARY.match(low, at)
    return following is not None and (following[1].endswith("ed") or following[1] in _STRONG)


def _harmed(low: str, match: re.Match[str], before: str, rules: QuantityRules) -> bool:
    following = _AUXILIARY.match(low, match.end())
    if following is not None and following[1] in rules.harm:
        return True
    if not match["vague"] and _LOSS_OF.search(before):
        return True
    leading = _BEFORE.search(before)
    return leading is not None and (leading[1] in rules.harm or leading[2] in rules.harm)


def _bounds(match: re.Match[str], rules: QuantityRules) -> _Bounds | None:
    """Inclusive bounds as the words give them; None where the figure is no whole number."""
    if match["vague"]:
        return _Bounds(rules.vague[_spaced(match["vague"])], None, True)
    if match["low"] or match["least"]:
        lowest = _number(match["low"] or match["least"], rules)
        highest = _number(match["high"] or match["most"], rules)
        if lowest is None or highest is None:
            return None
        if lowest < highest:
            return _Bounds(lowest, highest, match["bound"] is not None)
        return None
    if match["article"]:
        return _Bounds(1, 1, False)
    count = rules.fixed[_spaced(match["fixed"])] if match["fixed"] else _number(match["number"], rules)
    if count is None:
        return None
    bound = rules.bounds[_spaced(match["bound"])] if match["bound"] else None
    return _bounded(count, bound)


def _bounded(count: int, bound: Bound | None) -> _Bounds:
    if bound == "at_least":
        return _Bounds(count, None, False)
    if bound == "more_than":
        return _Bounds(count, None, True)
    return _Bounds(count, count, bound is not None)


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _number(words: str, rules: QuantityRules) -> int | None:
    """The whole number that figures or words name."""
    total = current = 0.0
    for token in re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", words):
        if token[0].isdigit():
            current += float(token.replace(",", ""))
        elif token in rules.numbers:
            current += rules.numbers[token]
        elif token in rules.multipliers:
            current = max(current, 1) * rules.multipliers[token]
            if rules.multipliers[token] >= 1000:
                total, current = total + current, 0.0
    value = round(total + current, 6)
    return int(value) if value == int(value) else None


def _is_year(figures: str, before: str, head: _Head | None) -> bool:
    """True for four plain figures that read as a year: "in 2014", "the 2014 elections"."""
    if len(figures) != 4 or not figures.isdigit() or not 1900 <= int(figures) <= 2099:
        return False
    return head is None or not head.person or _PREPOSED_YEAR.search(before) is not None


def _is_date(exact: str, low: str, match: re.Match[str], rules: QuantityRules) -> bool:
    """True where a month stands beside the figure, unless "in" before it shows that the month stands alone."""
    following = _WORD.match(low, match.end())
    if following is not None and following[1].rstrip(".") in rules.months and exact[following.start(1)].isupper():
        return True
    before = re.search(r"(\bin\s+)?\b([a-z]+)\.?\s+$", low[: match.start()])
    if before is None or before[2] not in rules.months or not exact[before.start(2)].isupper():
        return False
    return before[1] is None


def _head(exact: str, low: str, at: int, rules: QuantityRules, *, singular: bool, article: bool) -> _Head | None:
    """The noun counted, within a few words; None where none is found, or where it is a unit or a date."""
    of = _OF.match(low, at)
    if of is not None:
        at = of.end()
    words: list[re.Match[str]] = []
    best: _Head | None = None
    while len(words) < _LONGEST and (word := _WORD.match(low, at)):
        name = word[1].rstrip(".")
        if name in rules.uncounted and not words:
            return _Head(0, None, False)
        if name in rules.stops or name in rules.uncounted or (name in rules.harm and name not in rules.outcomes):
            break
        words.append(word)
        at = word.start(1) + len(name)
        known = (name in rules.people and not article) or (singular and name in rules.singular)
        if known or (
            not article and _plural(name, named=exact[word.start(1)].isupper()) and (best is None or not best.person)
        ):
            best = _head_of(exact, low, words, at, rules, person=known) or best
        if word[1] != name:
            break
    return best


def _head_of(
    exact: str, low: str, words: list[re.Match[str]], at: int, rules: QuantityRules, *, person: bool
) -> _Head | None:
    """The phrase that ends in the last of `words`; None where it names an outcome that harm beside it will tell."""
    name = low[words[-1].start(1) : at]
    if name in rules.outcomes:
        return None if name in rules.harm else _Head(at, None, True)
    start = words[-1].start(1)
    if name in rules.general and len(words) > 1 and exact[words[-2].start(1)].islower():
        start = start if words[-2][1] in rules.qualities else words[-2].start(1)
    joined = _AND.match(low, at)
    if joined is not None and joined[1] in rules.people and joined[1] not in rules.outcomes:
        at = joined.end()
    return _Head(at, exact[start:at], person)


def _plural(name: str, *, named: bool) -> bool:
    """Whether the noun is in the plural; of words in "-is" only names are ("two Bangladeshis")."""
    if named and name.endswith("is"):
        return len(name) > 5
    return len(name) > 3 and name.endswith("s") and not name.endswith(("ss", "us", "is", "'s", "’s"))
