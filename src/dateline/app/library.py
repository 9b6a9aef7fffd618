"""The Python face: `read` and `Ledger`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from types import TracebackType

from dateline.app import ledgers
from dateline.app.drawing import refresh
from dateline.app.questions import question
from dateline.app.reader import Reader
from dateline.app.results import Reading, Refused
from dateline.errors import InvalidOption
from dateline.fetch import page_of
from dateline.model import Incident, Issue
from dateline.render.html import incidents_html

GIVEN = ("url", "title", "published", "outlet", "language")
LONGEST_PATH = 1024
"""Characters; a longer string is text, as is one with a line break."""


@lru_cache(maxsize=1)
def _reader() -> Reader:
    return Reader()


def read(source: str | Path | bytes, **given: str) -> Reading:
    """The reading of one page: a path, a URL, the bytes of a page, or text (a string with a line break).

    `given` says what is known of the page: url, title, published (as 2024-01-25), outlet, language. Raises
    UnreadableInput, with the Issue as `issue`, where the page is refused.
    """
    unknown = sorted(set(given) - set(GIVEN))
    if unknown:
        raise InvalidOption(item="read", expected=f"what is given among {', '.join(GIVEN)}", found=", ".join(unknown))
    if isinstance(source, bytes) or (isinstance(source, str) and ("\n" in source or len(source) > LONGEST_PATH)):
        content = source if isinstance(source, bytes) else source.encode(errors="surrogatepass")
        page = page_of(content, source=given.get("url", "text"), given=given)
        found = page if isinstance(page, Issue) else _reader().read(page)
        return _one([found], source=given.get("url", "text"))
    return _one(_reader().readings([str(source)], given=given), source=str(source))


def _one(found: Iterable[Reading | Issue], *, source: str) -> Reading:
    """The one reading; raises Refused for an issue, InvalidOption where there are several pages."""
    several = iter(found)
    first = next(several, None)
    if first is None or next(several, None) is not None:
        raise InvalidOption(
            item=source,
            expected="one page",
            found="none" if first is None else "several: use Reader().readings or Ledger.add",
            code="not-one-page",
        )
    if isinstance(first, Issue):
        raise Refused(first)
    return first


class Incidents(tuple[Incident, ...]):
    """Incidents in their order, shown as a table in a notebook."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return incidents_html(self)


class Ledger:
    """A ledger in the file at `path`, made where there is none. A context manager; raises LedgerError."""

    def __init__(self, path: str | Path = ledgers.DEFAULT) -> None:
        self.path = Path(path)
        self._held = ledgers.opened(self.path, create=True)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._held.close()

    def add(self, *sources: str | Path | Reading) -> tuple[ledgers.Delivery | Issue, ...]:
        """Keep pages or readings: what became of each, or why it was refused."""
        return tuple(self._added(sources))

    def _added(self, sources: Sequence[str | Path | Reading]) -> Iterator[ledgers.Delivery | Issue]:
        for source in sources:
            if isinstance(source, Reading):
                yield ledgers.keep(self._held, source)
            else:
                yield from ledgers.add(self._held, [str(source)], reader=_reader())
        refresh(self._held)

    def incidents(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        types: Sequence[str] = (),
        actors: Sequence[str] = (),
        countries: Sequence[str] = (),
        places: Sequence[str] = (),
        bbox: str | None = None,
        text: str | None = None,
        standings: Sequence[str] = (),
        modalities: Sequence[str] = (),
        limit: int | None = None,
    ) -> Incidents:
        """The incidents for which all filters hold, latest first; filters are written as on the command line."""
        query = question(
            since=since,
            until=until,
            types=types,
            actors=actors,
            countries=countries,
            places=places,
            bbox=bbox,
            text=text,
            standings=standings,
            modalities=modalities,
            limit=limit,
        )
        return Incidents(ledgers.incidents(self._held, query))

    def show(self, incident: str) -> ledgers.Dossier:
        """The incident whose id begins so, with its articles and events; raises InvalidOption where it is not one."""
        return ledgers.dossier(self._held, incident)
