"""The days that a page names for all that it tells: of its lead, of its title, or the only one; and what they date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from dateline.extract.agreement import LONG_DAYS, span_days
from dateline.extract.scene import Scene
from dateline.extract.stretches import is_plain_day
from dateline.extract.telling import Telling
from dateline.model import Article, Period, TimeMention

_STOPS = (".", "!", "?", ".”", '."', ".’", ".'", "”", '"', ")")
"""How a sentence ends that is one, and no line of a list or a caption."""


def lead_day(all_scenes: Sequence[Scene], published: date | None) -> TimeMention | None:
    """The one day that the first two sentences of the body name; lines without a full stop count where these do not.

    A day after the page's own lies ahead, and is no day of what is told.
    """
    body = [s for s in all_scenes if s.kind == "paragraph"]
    stopped = [s for s in body if s.text[: s.sentence.end].endswith(_STOPS)]
    day = _one_day(stopped[:2]) or _one_day(body[:2])
    ahead = day is not None and day.period is not None and published is not None and day.period.start > published
    return None if ahead else day


def led_by(all_scenes: Sequence[Scene], day: TimeMention | None, published: date | None) -> frozenset[str] | None:
    """Those whom the lead names with its day: in that sentence, in the next where it has no time of its own, and in
    the one before where it says "he" or "the message". Ids, names and countries, and all its words.

    None where the day is the page's own or the one before: what anybody says in it was said then.
    """
    scene = next((s for s in all_scenes if day is not None and s.sentence.start <= day.start < s.sentence.end), None)
    if scene is None or day is None or day.period is None:
        return frozenset()
    if published is not None and (published - day.period.start).days <= 1:
        return None
    pronoun = _GOES_ON.search(scene.text, scene.sentence.start, scene.sentence.end) is not None
    beside = [
        s for s in all_scenes
        if (pronoun and s.number == scene.number - 1) or (s.number == scene.number + 1 and not s.times)
    ]  # fmt: skip
    names = {n for s in (scene, *beside) for m in s.actors for n in (m.actor.id, m.actor.name, m.actor.country) if n}
    words = {w for s in (scene, *beside) for w in _WORD.findall(s.text, s.sentence.start, s.sentence.end)}
    return frozenset(names | words)


_GOES_ON = re.compile(
    r"\b(?:he|she|they|it|we|i|(?:the|this|that) (?:message|statement|threat|call|warning)\w*)\b", re.I
)
_WORD = re.compile(r"\w{3,}")


LEAD = 14
"""Sentences from the start over which the day of a story's lead still holds for what is told with no day."""
OPENING = 2
"""The last sentence, from nought, in which "has accused" is the news itself, and no more what was done by now."""


def holds_for(day: TimeMention, telling: Telling) -> bool:
    """Whether the lead's day may be that of a telling: near the start, of no other day and no "has refused"."""
    own = day.period
    other = any(
        p.start == p.end and own is not None and p.start != own.start and (p.start - own.start).days <= RECENT
        for p in telling.nearby
    )  # fmt: skip
    done = telling.frames[0].content and telling.sentence > OPENING and has_been_done(telling)
    return telling.sentence <= LEAD and not other and not done


def is_of_leaders(telling: Telling, leaders: frozenset[str] | None) -> bool:
    """Whether who speaks is named beside the lead's day, or is of a country or body that is: "Kolo … his minister"."""
    if leaders is None or telling.title:
        return True
    doers = telling.actors or telling.recipients
    names = {n for f in doers for n in (f.party.id, f.party.name, f.party.country, f.party.name.split()[-1]) if n}
    if telling.voice is not None:
        names |= {telling.voice.name, telling.voice.name.split()[-1]}
    return bool(names & leaders)


_PERFECT = re.compile(r"(?<!\bto\s)\b(?:has|have|['’]ve)\s+(?:(?:also|already|been|now|\w+ly)\s+)*$", re.IGNORECASE)


def has_been_done(telling: Telling) -> bool:
    """ "Norland has massed an army": by now, which need not be the day of which a title or lead tells."""
    words, at = telling.evidence.exact, telling.trigger.start - telling.evidence.start
    return _PERFECT.search(words, 0, max(0, at)) is not None


def only_day(all_scenes: Sequence[Scene], published: date | None) -> TimeMention | None:
    """The one day that the body names, within a few days before the page's own."""
    day = _one_day([s for s in all_scenes if s.kind == "paragraph"])
    if day is None or day.period is None or published is None:
        return None
    return day if 0 <= (published - day.period.start).days <= RECENT else None


RECENT = 3
"""Days before the page's own within which lies what is news in it."""
_SEPARATE = re.compile(
    r"\b(?:separate|different)\s+(?:\w+\s+)?(?:incidents|attacks|raids|strikes|shootings|operations|ambushes|blasts)\b"
)


def tells_of_several(all_scenes: Sequence[Scene]) -> bool:
    """ "Two policemen were killed in separate incidents on Tuesday": whether the lead's sentence with a day says so."""
    body = [s for s in all_scenes if s.kind == "paragraph"][:2]
    dated = [s for s in body if s.times]
    return any(_SEPARATE.search(s.text, s.sentence.start, s.sentence.end) for s in dated)


def title_day(all_scenes: Sequence[Scene]) -> TimeMention | None:
    """The day that the title spells out, as that of a live page or a round-up does: a day of a month, or its day."""
    titles = [s for s in all_scenes if s.kind == "title"]
    day = _one_day(titles)
    whole = any(_ROUND_UP.search(s.text, s.sentence.start, s.sentence.end) for s in titles)
    return day if day is not None and (whole or any(c.isdigit() for c in day.exact)) else None


LATE = timedelta(days=4)
"""How long after the day in its title a report may be stamped."""


def as_of(article: Article, day: TimeMention | None) -> Article:
    """The article, of the day that its title spells out where its stamp is a little later ("Evening report, March 6").

    What it says to have gone on "since" some day went on until then.
    """
    page = article.published
    if page is None or day is None or day.period is None or day.period.start != day.period.end:
        return article
    if not timedelta() < page.period.end - day.period.end <= LATE:
        return article
    return msgspec.structs.replace(article, published=msgspec.structs.replace(page, period=day.period))


def since_last_report(telling: Telling) -> bool:
    """ "Rebels have launched several attacks since our last update": whether a report that comes daily says so."""
    return (
        _LAST_REPORT.search(telling.evidence.exact, max(0, telling.trigger.start - telling.evidence.start)) is not None
    )


_LAST_REPORT = re.compile(
    r"\bsince\s+(?:[\w'’/-]+\s+){1,3}?(?:last|previous|latest)\s+(?:data\s+)?"
    r"(?:cut-?\s?off|report|update|bulletin|briefing|edition)\b(?!\s+(?:at|on|in|of)\b)",
    re.IGNORECASE,
)


_DID = re.compile(r"\s+(?:[a-z]+ly\s+)?(?:also\s+)?(?:[a-z]+ed|hit|struck)\s+(?!by\b|out\b|off\b|since\b|in\b|over\b)")


def is_of_many_days(telling: Telling) -> bool:
    """Several of a kind, of no one day: "raids on the coast"; but "raids struck two depots" is told as one deed."""
    behind = telling.evidence.exact[max(0, telling.trigger.end - telling.evidence.start) :]
    did = telling.asserted and telling.type == "ASSAULT" and not telling.nearby and _DID.match(behind) is not None
    return telling.plural and not did


def day_and_eve(day: TimeMention) -> TimeMention:
    """The day of a daily report's title with the day before, on which the last came out."""
    assert day.period is not None
    period = Period(start=day.period.start - timedelta(days=1), end=day.period.end, precision="range")
    return msgspec.structs.replace(day, period=period, basis="day in the title")


_ROUND_UP = re.compile(r"\b(?:round-?up|daily|digest|bulletin|what (?:was reported|happened))\b", re.IGNORECASE)


def title_month(all_scenes: Sequence[Scene], published: date | None) -> TimeMention | None:
    """The month or week that the title of a review names: that of the entries in it that name no day.

    A page is a review where title or opening says so ("our monthly letter") and it comes out soon after that time.
    """
    titles = [s for s in all_scenes if s.kind == "title"]
    opening = [*titles, *[s for s in all_scenes if s.kind == "paragraph"][:OPENS]]
    if published is None or not any(_REVIEW.search(s.text, s.sentence.start, s.sentence.end) for s in opening):
        return None
    named = [t for s in titles for t in (*s.times, *_month_first(s, published)) if t.period is not None and not t.since]
    over = [t for t in named if t.period is not None and _is_just_over(t.period, published)]
    return over[0] if len(over) == 1 else None


def tells_of_times(telling: Telling) -> bool:
    """ "was shelled twice", "on two Fridays in a row": several happenings told as one, which have no one time."""
    return _TIMES.search(telling.evidence.exact) is not None


_TIMES = re.compile(
    r"\b(?:twice|thrice|(?:two|three|four|five|six|seven|eight|nine|ten|several|many|both) (?:\w+ )?"
    r"(?:times|occasions|days|nights|weeks|weekends|mornings|evenings|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days))\b"
)


def _is_just_over(period: Period, published: date) -> bool:
    return WEEK <= span_days(period) <= LONG_DAYS and 0 <= (published - period.end).days <= SOON


def _month_first(scene: Scene, published: date) -> Iterator[TimeMention]:
    """ "March along the lake": the month before with which a title opens, though the word has other meanings."""
    last = published.replace(day=1) - timedelta(days=1)
    name = f"{last:%B}"
    start, end = scene.sentence.start, scene.sentence.start + len(name)
    if scene.text.startswith(f"{name} ", start) and not any(t.start == start for t in scene.times):
        yield TimeMention(
            start=start, end=end, exact=name, rule="month of a review", type="DATE", value=f"{last:%Y-%m}",
            period=Period(start=last.replace(day=1), end=last, precision="month"),
            basis="year inferred from publication",
        )  # fmt: skip


WEEK = 5
"""Days of the shortest time that a review covers."""
SOON = 14
"""Days after the end of its month within which a review comes out."""
OPENS = 4
"""Sentences in which a page says that it is a review."""
_REVIEW = re.compile(
    r"\b(?:monthly|weekly|fortnightly|review|recap|digest|round-?up|(?:the|this|last|our|every) (?:month|week)"
    r"|(?:look|looking) back|(?:the )?(?:month|week) (?:in|on)\b)",
    re.IGNORECASE,
)


def _one_day(lead: Sequence[Scene]) -> TimeMention | None:
    days = [
        t for s in lead for t in s.times
        if is_plain_day(s, t) and s.text[t.end : t.end + 2] not in ("'s", "’s") and not _is_nowadays(s, t)
    ]  # fmt: skip
    return days[0] if days and len({t.period for t in days}) == 1 else None


def _is_nowadays(scene: Scene, time: TimeMention) -> bool:
    """ "Today they face the same", "what they need today": these times, in a clause of the present."""
    if time.exact.casefold() != "today":
        return False
    token = scene.token_at(time.start, time.end)
    above = () if token is None else scene.tree.ancestors(token)
    verb = next((i for i in above if scene.tree[i].pos in ("VERB", "AUX")), None)
    present = verb is not None and scene.tree[verb].tag in ("VBP", "VBZ")
    return present or _TODAY_THEY.match(scene.text, time.start) is not None


_TODAY_THEY = re.compile(
    r"today,?\s+(?:they|we|it|he|she|you|i)\s+(?:all\s+|both\s+|still\s+)?"
    r"(?:am|are|is|have|has|can|must|face|faces|live|lives|need|needs|see|sees|stand|stands|want|wants|work|works)\b",
    re.IGNORECASE,
)
"""The same, in a sentence that has no parse."""
