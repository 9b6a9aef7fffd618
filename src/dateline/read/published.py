"""When a page was published: every source of a date in order of trust, with its evidence."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from dateline.model.article import Page
from dateline.model.reading import Era
from dateline.model.record import Record
from dateline.model.text import Block
from dateline.model.time import Period, Published
from dateline.read.boilerplate import FACTS
from dateline.read.calendar import stated_day, url_day
from dateline.read.dated import UNSURE, DatedLine, dated_lines
from dateline.read.days import NamedDay, heading_day, numbered_month
from dateline.read.days import dateline as dateline_of
from dateline.read.inference import inferred, stated
from dateline.read.metadata import Said

_EARLIEST = date(1985, 1, 1)
_UNRELIABLE = frozenset({"visible", "dateline", *UNSURE})
_HEAD = 6
"""Kept blocks from the start among which a dateline or a release's number stands."""
_LEAD = 2_000
_LARGE = 3_000_000
"""Bytes of a page beyond which only its markup, not each of its words, is searched for a date."""
_LONGEST = 150_000
"""Letters of a page, many times those of a story, that are searched for what bounds its date."""


class Witness(Record, frozen=True, kw_only=True):
    """One source of a date, the day it gives, and its words."""

    basis: str
    day: date
    evidence: str


def published_of(
    page: Page, *, said: Said | None, tree: Any, blocks: Sequence[Block], eras: Sequence[Era], latest: date
) -> Published | None:
    """The publication date with basis, evidence and reliability; None where nothing on the page bounds it."""
    bound = min(latest, page.fetched.date()) if page.fetched else latest
    body = [block.text for block in blocks if block.kept and block.kind != "title" and block.reason != FACTS]
    head = [block.text for block in blocks if block.reason != FACTS and block.text.strip()][:_HEAD]
    opening = next((found for text in (*body[:3], *head) if (found := dateline_of(text))), None)
    said_given = page.given.get("published", "")
    if period := _whole(said_given):
        return Published(period=period, basis="given", reliable=True, evidence=said_given)
    rejected = [f"{said_given!r} given: states no day"] if said_given and stated_day(said_given) is None else []
    for witness in _witnesses(page, said=said, tree=tree, blocks=blocks, opening=opening, bound=bound):
        if witness.basis != "given" and not _EARLIEST <= witness.day <= bound:
            rejected.append(f"{witness.day} by {witness.basis}: not between {_EARLIEST} and {bound}")
            continue
        return Published(
            period=Period(start=witness.day, end=witness.day, precision="day"),
            basis=witness.basis,
            reliable=witness.basis not in _UNRELIABLE,
            evidence=witness.evidence[:200],
            alternatives=tuple(rejected),
        )
    text = "\n\n".join(block.text for block in blocks if block.kept)[:_LONGEST]
    titles = [block.text for block in blocks if block.kind == "title"]
    read = inferred(text, dateline=opening, eras=eras, latest=bound) or stated(
        [*titles, *(text[:_LEAD] for text in body[:2])], text=text, latest=bound
    )
    return msgspec.structs.replace(read, alternatives=(*read.alternatives, *rejected)) if read else None


def _witnesses(
    page: Page, *, said: Said | None, tree: Any, blocks: Sequence[Block], opening: NamedDay | None, bound: date
) -> Iterator[Witness]:
    yield from _witness("given", page.given.get("published"))
    if said:
        yield from _witness("JSON-LD", said.ld_published)
    yield from _witness("feed", page.headers.get("feed-published"))
    for url in (page.given.get("url"), page.source, said and said.canonical):
        if url and url.startswith(("http://", "https://")) and (found := url_day(url)):
            yield Witness(basis="URL", day=found[0], evidence=url)
    yield from _witness("WARC", page.headers.get("warc-date"))
    if said:
        for name, content in said.meta_published:
            yield from _witness("meta", content, prefix=f"{name}: ")
    if tree is not None:
        yield from _visible(tree, bound=bound, extensive=len(page.content) <= _LARGE)
    lines = list(dated_lines(blocks))
    yield from (_from_line(line) for line in lines if line.reliable)
    for block in blocks:
        if not block.kept and block.reason == "timestamp":
            yield from _witness("timestamp", block.text)
    if opening:
        yield from _completed(opening, page, blocks)
    yield from _numbered(blocks)
    yield from (_from_line(line) for line in lines if not line.reliable)


def _from_line(line: DatedLine) -> Witness:
    return Witness(basis=line.basis, day=line.day, evidence=line.exact)


def _whole(words: str) -> Period | None:
    """The month or year that "2024-03" or "2024" gives."""
    found = re.fullmatch(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?", words.strip())
    if found is None:
        return None
    year = int(found[1])
    if found[2] is None:
        return Period(start=date(year, 1, 1), end=date(year, 12, 31), precision="year")
    month = int(found[2])
    last = calendar.monthrange(year, month)[1]
    return Period(start=date(year, month, 1), end=date(year, month, last), precision="month")


def _witness(basis: str, words: str | None, *, prefix: str = "") -> Iterator[Witness]:
    if words and (found := stated_day(words)):
        yield Witness(basis=basis, day=found, evidence=f"{prefix}{words}")


def _visible(tree: Any, *, bound: date, extensive: bool) -> Iterator[Witness]:
    """The date that htmldate finds in the markup and the words shown."""
    from htmldate import find_date

    found = find_date(
        tree,
        original_date=True,
        extensive_search=extensive,
        min_date=_EARLIEST.isoformat(),
        max_date=datetime(bound.year, bound.month, bound.day, 23, 59),
    )
    if found:
        yield Witness(basis="visible", day=date.fromisoformat(found), evidence=f"{found} found on the page")


def _numbered(blocks: Sequence[Block]) -> Iterator[Witness]:
    """The day in a release's heading, in the year of the release's number where both name one month."""
    head = [block.text for block in blocks if block.text.strip()][:_HEAD]
    numbers = [number for text in head if (number := numbered_month(text))]
    for named in (day for text in head for line in text.splitlines() if (day := heading_day(line.strip()))):
        for year, month, words in numbers:
            if month == named.month and (on := named.in_year(year)):
                yield Witness(basis="dateline", day=on, evidence=f"{named.exact} (numbered {words})")


def _completed(opening: NamedDay, page: Page, blocks: Sequence[Block]) -> Iterator[Witness]:
    """The dateline's day in its own year, that of the release's number, or the last before the page was fetched."""
    if opening.year and (on := opening.in_year(opening.year)):
        yield Witness(basis="dateline", day=on, evidence=opening.exact)
        return
    head = [block.text for block in blocks if block.text.strip()][:_HEAD]
    for year, month, words in filter(None, map(numbered_month, head)):
        if opening.year is None and month == opening.month and (on := opening.in_year(year)):
            yield Witness(basis="dateline", day=on, evidence=f"{opening.exact} (numbered {words})")
            return
    if page.fetched and opening.year is None:
        fetched = page.fetched.date()
        for year in (fetched.year, fetched.year - 1):
            if (on := opening.in_year(year)) and on <= fetched:
                yield Witness(basis="dateline", day=on, evidence=f"{opening.exact} (fetched {fetched})")
                return
