"""When a page was published: every source of a date in order of trust, with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from dateline.model.article import Page
from dateline.model.reading import Era
from dateline.model.record import Record
from dateline.model.time import Period, Published
from dateline.read.assembly import Assembled
from dateline.read.calendar import stated_day, url_day
from dateline.read.inference import inferred
from dateline.read.metadata import Said

_EARLIEST = date(1990, 1, 1)
_RELIABLE = frozenset({"given", "JSON-LD", "feed", "URL", "WARC", "meta"})


class Witness(Record, frozen=True, kw_only=True):
    """One source of a date, the day it gives, and its words."""

    basis: str
    day: date
    evidence: str


def published_of(
    page: Page, *, said: Said | None, tree: Any, assembled: Assembled, eras: Sequence[Era], latest: date
) -> Published | None:
    """The publication date with basis, evidence and reliability; None where nothing on the page bounds it."""
    bound = min(latest, page.fetched.date()) if page.fetched else latest
    rejected: list[str] = []
    for witness in _witnesses(page, said, tree, assembled, bound):
        if witness.basis != "given" and not _EARLIEST <= witness.day <= bound:
            rejected.append(f"{witness.day} from {witness.basis}: not between {_EARLIEST} and {bound}")
            continue
        return Published(
            period=Period(start=witness.day, end=witness.day, precision="day"),
            basis=witness.basis,
            reliable=witness.basis in _RELIABLE,
            evidence=witness.evidence[:200],
            alternatives=tuple(rejected),
        )
    return inferred(assembled, eras=eras, latest=bound)


def _witnesses(page: Page, said: Said | None, tree: Any, assembled: Assembled, bound: date) -> Iterator[Witness]:
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


def _witness(basis: str, words: str | None, *, prefix: str = "") -> Iterator[Witness]:
    if words and (found := stated_day(words)):
        yield Witness(basis=basis, day=found, evidence=f"{prefix}{words}")
